package main

import (
	"context"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

var undoCommand = command{
	name: "undo", help: "terminal.help.undo", json: `{"undone": ENTRY, "revision": 13}`,
	takes: []string{}, opens: writing,
	run: func(s *session, _ []string) error {
		return logCommands{s}.takeBack("undone", (*register.Register).Undo)
	},
}

var redoCommand = command{
	name: "redo", help: "terminal.help.redo", json: `{"redone": ENTRY, "revision": 14}`,
	takes: []string{}, opens: writing,
	run: func(s *session, _ []string) error {
		return logCommands{s}.takeBack("redone", (*register.Register).Redo)
	},
}

func (s logCommands) takeBack(name string, do func(*register.Register, context.Context) (ledger.Entry, error)) error {
	r := s.register
	e, err := do(r, s.ctx)
	if err != nil {
		return err
	}
	v := viewHeader(s.p, e)
	v.Undoes = 0
	s.say("terminal."+name, "what", v.Why)
	return s.result(map[string]any{name: v, "revision": r.Revision()})
}
