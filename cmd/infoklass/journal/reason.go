package journal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"regexp"
	"runtime"
	"strings"

	"infoklass/domain/text"
)

// traced is an error that knows where it happened, such as a job that panicked.
type traced interface {
	error
	Trace() (value any, stack []byte)
}

// Reason describes an error without its data: by the key of the sentence shown,
// the system's answer, and the type and place of a panic. File names, which can
// hold the name of an asset, and quoted text are left out.
func Reason(err error) string {
	var parts []string
	walk(err, func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	})
	return strings.Join(parts, ": ")
}

func walk(err error, say func(string)) {
	switch e := err.(type) {
	case nil:
		return
	case *text.Error:
		say(e.Message.Key)
		walk(e.Err, say)
	case traced:
		value, stack := e.Trace()
		say("panic " + kind(value) + "\n" + string(Strip(stack)))
	case *fs.PathError:
		say(e.Op)
		walk(e.Err, say)
	case *os.LinkError:
		say(e.Op)
		walk(e.Err, say)
	case interface{ Unwrap() []error }:
		for _, each := range e.Unwrap() {
			walk(each, say)
		}
	default:
		if inner := errors.Unwrap(err); inner != nil {
			walk(inner, say)
			return
		}
		say(unquoted(err.Error()))
	}
}

var (
	quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|”[^”]*”|“[^”]*”|'[^']*'|` + "`[^`]*`")
	rooted = regexp.MustCompile(`(?:[A-Za-z]:\\|\\\\|/)\S+`)
)

// unquoted returns s without quoted text and paths.
func unquoted(s string) string {
	return rooted.ReplaceAllString(quoted.ReplaceAllString(s, "…"), "…")
}

// kind says what a panic was about without its value: the words of the Go
// runtime, which hold numbers at most, and otherwise only the type.
func kind(value any) string {
	if e, ok := value.(runtime.Error); ok && harmless.MatchString(e.Error()) {
		return e.Error()
	}
	return fmt.Sprintf("%T", value)
}

// Lines takes what libraries print for a terminal, which a window has not, into the log.
func Lines(l *slog.Logger) io.Writer { return lines{l} }

type lines struct{ log *slog.Logger }

// Write is part of io.Writer: a call is a line.
func (l lines) Write(b []byte) (int, error) {
	l.log.Warn("a library says", "words", unquoted(strings.TrimSpace(string(b))))
	return len(b), nil
}
