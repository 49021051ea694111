package gui

import (
	"context"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// askFrom is how many changes a commit must have before undoing it is asked about.
const askFrom = 20

// Undo takes the last change back, by name. A large or old one is asked about.
func (w *Window) Undo() {
	if w.reg == nil {
		return
	}
	r := w.reg
	jobs.Start(w.runner, "undoable", func(ctx context.Context, _ *jobs.Progress) (ledger.Entry, error) {
		e, found, err := r.Undoable(ctx)
		if err == nil && !found {
			err = text.Fail(register.ErrNothing, "register.undo.nothing")
		}
		return e, err
	}, func(e ledger.Entry, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case e.Count < askFrom && e.When.After(w.started.Add(-time.Minute)):
			w.takeBack()
		default:
			question := w.p.N("window.undo.ask", e.Count, "what", e.Why.In(w.p), "who", e.Who, "when", text.DateTime(e.When.Local()))
			ask := widgets.Question{Title: w.p.T("window.undo"), Words: question, Yes: w.p.T("window.undo.yes"), No: w.p.T("window.dialog.cancel")}
			widgets.Confirm(w.win.Canvas(), ask, func(yes bool) {
				if yes {
					w.takeBack()
				}
			})
		}
	})
}

func (w *Window) takeBack() {
	r := w.reg
	stage.Save(w.stage(), r.Undo, func(e ledger.Entry) {
		w.tell(stage.Receipt{Message: text.Msg("window.undone", "what", e.Why), ActionLabel: text.Msg("window.redo"), Action: w.Redo})
	})
}

// Redo brings back what was undone last.
func (w *Window) Redo() {
	if w.reg == nil {
		return
	}
	stage.Save(w.stage(), w.reg.Redo, func(e ledger.Entry) {
		w.tell(stage.Receipt{Message: text.Msg("window.redone", "what", e.Why), Undo: true})
	})
}
