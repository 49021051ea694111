package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/document"
	"infoklass/storage/sheet"
)

// The exit codes.
const (
	exitDone       = 0
	exitFailed     = 1
	exitUse        = 2 // called in a way that cannot be understood, or with a value that may not be stored
	exitQuestions  = 3 // an answer is needed; nothing was saved
	exitUnreadable = 4 // a file is missing or cannot be read
	exitRefused    = 5 // conflict, locked, read-only, made by a newer program, or in the way of an existing file
	exitDamaged    = 6
)

// useError is a call that cannot be understood. It wraps a text.Error.
type useError struct{ err error }

func (e *useError) Error() string { return e.err.Error() }
func (e *useError) Unwrap() error { return e.err }

func wrongUse(key string, args ...any) error { return &useError{text.Fail(nil, key, args...)} }

// codeError ends the run with a code of its own, after the command has said everything itself.
type codeError struct {
	code int
	name string
	err  error
}

func (e *codeError) Error() string { return e.err.Error() }
func (e *codeError) Unwrap() error { return e.err }

// verdict is what an error means to the caller.
type verdict struct {
	exit int
	name string
}

// verdicts are looked through in order; the first that fits decides.
var verdicts = []struct {
	is error
	verdict
}{
	{ledger.ErrDamaged, verdict{exitDamaged, "damaged"}},
	{ledger.ErrConflict, verdict{exitRefused, "conflict"}},
	{ledger.ErrLocked, verdict{exitRefused, "locked"}},
	{ledger.ErrReadOnly, verdict{exitRefused, "read-only"}},
	{ledger.ErrNewer, verdict{exitRefused, "newer"}},
	{ledger.ErrForeign, verdict{exitUnreadable, "foreign"}},
	{ledger.ErrFull, verdict{exitFailed, "full"}},
	{register.ErrNothing, verdict{exitFailed, "nothing"}},
	{fs.ErrExist, verdict{exitRefused, "exists"}},
	{fs.ErrNotExist, verdict{exitUnreadable, "missing"}},
	{fs.ErrPermission, verdict{exitRefused, "no-access"}},
	{document.ErrFormat, verdict{exitUse, "invalid"}},
	{context.Canceled, verdict{exitFailed, "stopped"}},
}

func judge(err error) verdict {
	var code *codeError
	var use *useError
	var file *sheet.Error
	switch {
	case errors.As(err, &code):
		return verdict{code.code, code.name}
	case errors.As(err, &file):
		return verdict{exitUnreadable, string(file.Code)}
	case errors.As(err, &use):
		return verdict{exitUse, "usage"}
	}
	for _, v := range verdicts {
		if errors.Is(err, v.is) {
			return v.verdict
		}
	}
	if refusedValue(err) {
		return verdict{exitUse, "invalid"}
	}
	return verdict{exitFailed, "failed"}
}

// refusedValue reports whether the register would not take a value that was given.
func refusedValue(err error) bool {
	var told *text.Error
	return errors.As(err, &told) && told.Message.Key != "register.problem.gone" &&
		(strings.Contains(told.Message.Key, ".problem.") || told.Message.Key == "error.date")
}

// failure is what is printed for a run that did not end well, with --json.
type failure struct {
	Error failureDetail `json:"error"`
}

type failureDetail struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// finish prints how the run ended and returns its exit code.
func (s *session) finish(err error) int {
	if err == nil {
		return exitDone
	}
	v := judge(err)
	message := text.Explain(s.p, err)
	var told *text.Error
	switch {
	case errors.Is(err, context.Canceled):
		message = s.p.T("terminal.stopped")
	case !errors.As(err, &told):
		message = s.p.T("terminal.unexpected")
	}
	fmt.Fprintln(s.tell, message)
	if v.name == "usage" {
		s.say("terminal.use.help")
	}
	if s.verbose {
		fmt.Fprintf(s.tell, "%v\n", err)
	}
	if s.json && !s.wrote {
		_ = s.print(failure{failureDetail{v.name, message}}) // if printing fails, the exit code still tells
	}
	return v.exit
}
