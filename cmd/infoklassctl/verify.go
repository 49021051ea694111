package main

import (
	"errors"
	"fmt"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
)

var verifyCommand = command{
	name: "verify", help: "terminal.help.verify",
	json: `{"ok": false, "entries": 12, "changes": 340, "entities": 310,
  "findings": [{"code": "file|log|chain|replay|state", "revision": 7, "kind": "asset", "id": "01J…", "message": "…"}]}`,
	takes: []string{},
	run:   func(s *session, _ []string) error { return logCommands{s}.verify() },
}

type verifyView struct {
	OK       bool          `json:"ok"`
	Entries  int           `json:"entries"`
	Changes  int           `json:"changes"`
	Entities int           `json:"entities"`
	Findings []findingView `json:"findings"`
}

type findingView struct {
	Code     string          `json:"code"`
	Revision ledger.Revision `json:"revision"`
	Kind     ledger.Kind     `json:"kind"`
	ID       string          `json:"id"`
	Message  string          `json:"message"`
}

// verify examines the register without loading it, so that a damaged one can be examined too.
func (s logCommands) verify() error {
	if err := s.needFile(); err != nil {
		return err
	}
	examined, err := s.examine()
	if err != nil {
		return err
	}
	view := verifyView{
		OK: len(examined.Flaws) == 0, Entries: examined.Entries, Changes: examined.Changes, Entities: examined.Entities,
		Findings: []findingView{},
	}
	for _, f := range examined.Flaws {
		view.Findings = append(view.Findings, findingView{f.Code, f.Revision, f.Ref.Kind, f.Ref.ID, f.Message.In(s.p)})
		if s.verbose {
			fmt.Fprintf(s.tell, "%s: %s\n", f.Code, f.Detail)
		}
	}
	if s.json {
		if err := s.print(view); err != nil {
			return err
		}
	} else {
		for _, f := range view.Findings {
			fmt.Fprintln(s.out, f.Message)
		}
	}
	if !view.OK {
		return &codeError{exitDamaged, "damaged", text.Fail(ledger.ErrDamaged, "terminal.verify.damaged", "file", s.file)}
	}
	s.count("terminal.verify.ok", view.Entries, "entities", s.p.Int(view.Entities))
	return nil
}

func (s logCommands) examine() (ledger.Examined, error) {
	store, err := bolt.Open(s.file, s.options(true))
	if errors.Is(err, ledger.ErrDamaged) {
		message := text.Message{Key: "verify.unreadable"}
		var told *text.Error
		if errors.As(err, &told) {
			message = told.Message
		}
		return ledger.Examined{Flaws: []ledger.Flaw{{Code: "file", Message: message, Detail: err.Error()}}}, nil
	}
	if err != nil {
		return ledger.Examined{}, err
	}
	examined, err := register.Verify(s.ctx, store)
	return examined, errors.Join(err, store.Close())
}
