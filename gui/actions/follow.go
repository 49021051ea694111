package actions

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Follow asks how an action goes, and stores the answer as a dated note.
func Follow(s stage.Stage, a action.Action) {
	p := s.Text
	note := widgets.NewLongEntry("", 3)
	day := widgets.NewDateEntry(p, s.Register.Today(), true, s.Register.Today)
	noteRow, dayRow := widgets.NewFormRow(p.T("actions.follow.note"), "", note), widgets.NewFormRow(p.T("actions.form.noteOn"), "", day)
	day.OnFault = dayRow.Fault
	rows := widgets.Column(10, widgets.NewWrapped(a.What, widgets.Strong, widgets.Plain), noteRow, widgets.Columns(widgets.Apart, nil, dayRow, widgets.Column(0)))
	var d *widgets.Dialog
	save := func() {
		f := action.FollowUp{On: text.Date(day.Date()), Note: note.Text, By: s.Register.Who()}
		stage.SaveOr(s, func(ctx context.Context) (action.Action, error) { return s.Register.Plan().FollowAction(ctx, a.ID, f) }, func(a action.Action, err error) {
			if err != nil {
				noteRow.Fault(text.Explain(p, err))
				rows.Refresh()
				s.Window.Canvas().Focus(note)
				return
			}
			d.Close()
			s.Tell(stage.Receipt{Message: text.Msg("actions.followed", "what", a.What), Undo: true})
		})
	}
	note.OnNext = save // Ctrl+Enter: Enter begins a new line
	d = widgets.NewDialog(s.Window.Canvas(), p.T("actions.follow.title"), 520, rows,
		widgets.NewButton(p.T("actions.form.cancel"), func() { d.Close() }), widgets.NewPrimary(p.T("actions.form.save"), save))
	d.Show(note)
}
