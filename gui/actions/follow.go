package actions

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Follow asks how an action goes, and stores the answer as a dated note.
func Follow(s stage.Stage, a action.Action) {
	p, f := s.Text, forms.New(s)
	told := action.FollowUp{On: text.Date(s.Register.Today()), By: s.Register.Who()}
	f.Put(widgets.NewWrapped(a.What, widgets.Strong, widgets.Plain))
	note := f.Long(p.T("actions.follow.note"), "", 3, &told.Note)
	f.Row(note)
	f.Row(f.Day(p.T("actions.form.noteOn"), &told.On, true), nil)
	f.OnSave = func() {
		told := told
		forms.Store(f, note, func(ctx context.Context) (action.Action, error) {
			return s.Register.Plan().FollowAction(ctx, a.ID, told)
		}, func(a action.Action) {
			s.Tell(stage.Receipt{Message: text.Msg("actions.followed", "what", a.What), Undo: true})
		})
	}
	f.Open(forms.Dialog{Title: p.T("actions.follow.title"), Width: 520, Cancel: p.T("actions.form.cancel"), Save: p.T("actions.form.save")}, note)
}
