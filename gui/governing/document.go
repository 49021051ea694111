package governing

import (
	"context"

	"infoklass/domain/governance"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/stage"
)

const formWidth = 640 // the dialogs', at 100 %

// editDocument opens the form for a governing document, a new one where it has no id.
func editDocument(s stage.Stage, d governance.Document, made func(governance.Document)) {
	p, r, f := s.Text, s.Register, forms.New(s)
	base, named := r.RevisionOf(register.KindDocument.Ref(d.ID)), d.ID != ""
	title := f.Line(p.T("governance.column.title"), "", &d.Title)
	f.Row(title)
	f.Row(
		forms.ChoiceOf(f, p.T("governance.column.kind"), &d.Kind, forms.Choice[governance.Kind]{
			Values: forms.Among(governance.Kinds...), Words: func(k governance.Kind) string { return k.Label().In(p) },
		}),
		forms.ChoiceOf(f, p.T("governance.column.for"), &d.Unit, forms.Choice[string]{
			Values: func() []string { return coverable(r) }, Words: func(id string) string { return forWords(p, r, id) },
		}))
	f.Row(
		forms.ChoiceOf(f, p.T("governance.column.body"), &d.Body, forms.Choice[governance.Body]{
			Values: forms.Among(governance.Bodies...), Words: func(b governance.Body) string { return b.Label().In(p) },
		}),
		f.Day(p.T("governance.column.decidedOn"), &d.DecidedOn, true))
	f.Row(f.Line(p.T("governance.column.dnr"), "", &d.Dnr), f.Line(p.T("governance.column.version"), "", &d.Version))
	f.Row(f.Day(p.T("governance.column.nextReview"), &d.NextReview, false), f.Day(p.T("governance.column.repealed"), &d.Repealed, false))
	f.Row(f.Line(p.T("governance.column.link"), "", &d.Link))
	f.OnSave = func() {
		d := d
		forms.Store(f, title, func(ctx context.Context) (governance.Document, error) {
			return r.Governance().SaveDocument(ctx, d, base)
		}, func(d governance.Document) {
			s.Tell(stage.Receipt{Message: text.Msg("governance.saved", "what", d.Title), Undo: true})
			if made != nil {
				made(d)
			}
		})
	}
	key := "governance.form.new"
	if named {
		key = "governance.form.edit"
	}
	f.Open(forms.Dialog{Title: p.T(key), Width: formWidth, Cancel: p.T("governance.form.cancel"), Save: p.T("governance.form.save")}, title)
}

// coverable are what a document can apply to: the whole municipality, and its nämnder and bolag.
func coverable(r *register.Register) []string {
	ids := []string{""}
	for _, u := range r.Organisation().Boards() {
		ids = append(ids, u.ID)
	}
	return ids
}
