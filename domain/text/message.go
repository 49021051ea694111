package text

import "errors"

// Message is a sentence not yet written in a language: a key of the catalogue
// and its arguments, as pairs of a name and a value.
type Message struct {
	Key  string `json:"key"`
	Args []any  `json:"args,omitempty"`
}

// Msg returns the message of a key with its arguments.
func Msg(key string, args ...any) Message { return Message{Key: key, Args: args} }

// In writes the message in p's language. An argument that is itself a Message
// is written too, and an argument named n chooses the grammatical number.
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

// write returns the text of an argument that is itself a message. One that has
// been through JSON, as in the log, is an object.
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

// number returns a count: an int, or the float64 that JSON makes of one.
func number(a any) (int, bool) {
	switch v := a.(type) {
	case int:
		return v, true
	case float64:
		return int(v), true
	}
	return 0, false
}

// Error is an error with a sentence for a person: what happened, what was kept
// and what to do. The wrapped error holds the details, for the log.
type Error struct {
	Message Message
	Err     error
}

// Fail returns an *Error with the message of key. It wraps err, which may be nil.
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

// Explain returns the sentence for err: the outermost Error's in its chain, or a
// general one that points to the log.
func Explain(p *Printer, err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Message.In(p)
	}
	return p.T("error.unexpected")
}
