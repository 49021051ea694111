package text

import "errors"

// Message is a sentence that has not been written in a language yet: a key of
// the catalogue and its arguments as pairs of a name and a value.
type Message struct {
	Key  string `json:"key"`
	Args []any  `json:"args,omitempty"`
}

// Msg names a message.
func Msg(key string, args ...any) Message { return Message{Key: key, Args: args} }

// In writes the message. An argument that is itself a Message is written too.
func (m Message) In(p *Printer) string {
	args := make([]any, len(m.Args))
	n, counted := 0, false
	for i, a := range m.Args {
		a = p.write(a)
		args[i] = a
		if i%2 == 1 && m.Args[i-1] == "n" {
			n, counted = number(a)
		}
	}
	if counted {
		return p.N(m.Key, n, args...)
	}
	return p.T(m.Key, args...)
}

// write turns an argument that is itself a message into its text. A message
// that has been through JSON, as in the log, comes back as an object.
func (p *Printer) write(a any) any {
	switch v := a.(type) {
	case Message:
		return v.In(p)
	case map[string]any:
		key, _ := v["key"].(string)
		args, _ := v["args"].([]any)
		return Message{Key: key, Args: args}.In(p)
	}
	return a
}

// number reads a count: an int, or the float64 that JSON makes of one.
func number(a any) (int, bool) {
	switch v := a.(type) {
	case int:
		return v, true
	case float64:
		return int(v), true
	}
	return 0, false
}

// Error is an error with the sentence a person is told: what happened, what
// was kept, what to do. The wrapped error holds the details, for the log.
type Error struct {
	Message Message
	Err     error
}

// Fail wraps err, which may be nil, with the sentence of key.
func Fail(err error, key string, args ...any) error {
	return &Error{Message: Msg(key, args...), Err: err}
}

func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message.Key
	}
	return e.Message.Key + ": " + e.Err.Error()
}

func (e *Error) Unwrap() error { return e.Err }

// Explain returns the sentence for err: the outermost one in its chain, or the
// general one that points to the log.
func Explain(p *Printer, err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Message.In(p)
	}
	return p.T("error.unexpected")
}
