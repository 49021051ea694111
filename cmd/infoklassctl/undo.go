package main

import (
	"context"
	"flag"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

var undoCommand = command{
	name: "undo", help: "terminal.help.undo", json: `{"undone": ENTRY, "revision": 13}`,
	prepare: func(s *session, _ *flag.FlagSet) func([]string) error {
		return func(words []string) error {
			return logCommands{s}.takeBack(words, "undone", (*register.Register).Undo)
		}
	},
}

var redoCommand = command{
	name: "redo", help: "terminal.help.redo", json: `{"redone": ENTRY, "revision": 14}`,
	prepare: func(s *session, _ *flag.FlagSet) func([]string) error {
		return func(words []string) error {
			return logCommands{s}.takeBack(words, "redone", (*register.Register).Redo)
		}
	},
}

func (s logCommands) takeBack(words []string, name string, do func(*register.Register, context.Context) (ledger.Entry, error)) error {
	if err := exactly(words); err != nil {
		return err
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	e, err := do(r, s.ctx)
	if err != nil {
		return err
	}
	v := viewHeader(s.p, e)
	v.Undoes = 0
	s.say("terminal."+name, "what", v.Why)
	if s.json {
		return s.print(map[string]any{name: v, "revision": r.Revision()})
	}
	return nil
}
