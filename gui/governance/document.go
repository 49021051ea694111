package governance

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// documentForm is the dialog that a governing document is written in.
type documentForm struct {
	stage.Stage
	document governance.Document
	base     ledger.Revision
	made     func(governance.Document)
	dialog   *widgets.Dialog
	rows     *fyne.Container
	trouble  *widgets.FormRow // where a refusal is told: at the title

	title, dnr, version, link *widgets.Entry
	decided, review, repealed *widgets.DateEntry
	kind, body, unit          *widgets.Chip
}

const formWidth = 640 // the dialogs', at 100 %

// editDocument opens the form for a document, a new one where it has no id.
func editDocument(s stage.Stage, d governance.Document, made func(governance.Document)) {
	p := s.Text
	f := &documentForm{Stage: s, document: d, made: made, base: s.Register.RevisionOf(register.KindDocument.Ref(d.ID))}
	f.title, f.dnr = widgets.NewEntry(d.Title), widgets.NewEntry(d.Dnr)
	f.version, f.link = widgets.NewEntry(d.Version), widgets.NewEntry(d.Link)
	f.kind, f.body, f.unit = widgets.NewChoice("", f.kinds), widgets.NewChoice("", f.bodies), widgets.NewChoice("", f.units)
	f.trouble = widgets.NewFormRow(p.T("governance.column.title"), "", f.title)
	row := func(key string, o fyne.CanvasObject) *widgets.FormRow { return widgets.NewFormRow(p.T(key), "", o) }
	day := func(key, iso string, required bool, to **widgets.DateEntry) fyne.CanvasObject {
		*to = widgets.NewDateEntry(p, parseDay(iso), required, s.Register.Today)
		r := row(key, *to)
		(*to).OnFault = r.Fault
		return r
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return widgets.Columns(widgets.Apart, nil, a, b) }
	f.rows = widgets.Column(10, f.trouble,
		pair(row("governance.column.kind", widgets.Row(0, f.kind, gap())), row("governance.column.for", widgets.Row(0, f.unit, gap()))),
		pair(row("governance.column.body", widgets.Row(0, f.body, gap())), day("governance.column.decidedOn", d.DecidedOn, true, &f.decided)),
		pair(row("governance.column.dnr", f.dnr), row("governance.column.version", f.version)),
		pair(day("governance.column.nextReview", d.NextReview, false, &f.review), day("governance.column.repealed", d.Repealed, false, &f.repealed)),
		row("governance.column.link", f.link))
	title := "governance.form.edit"
	if d.ID == "" {
		title = "governance.form.new"
	}
	f.dialog = widgets.NewDialog(s.Window.Canvas(), p.T(title), formWidth, f.rows,
		widgets.NewButton(p.T("governance.form.cancel"), func() { f.dialog.Close() }), widgets.NewPrimary(p.T("governance.form.save"), f.save))
	f.apply()
	f.dialog.Show(f.title)
}

func parseDay(iso string) time.Time {
	day, err := text.ParseDate(iso)
	if err != nil {
		return time.Time{}
	}
	return day
}

func (f *documentForm) apply() {
	f.kind.Set(f.document.Kind.Label().In(f.Text), false)
	f.body.Set(f.document.Body.Label().In(f.Text), false)
	f.unit.Set(present.ForWords(f.Text, f.Register, f.document.Unit), false)
}

// items is a menu of values, the one in force ticked.
func items[T comparable](values []T, now T, words func(T) string, take func(T)) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, v := range values {
		i := fyne.NewMenuItem(words(v), func() { take(v) })
		i.Checked = v == now
		out = append(out, i)
	}
	return out
}

func (f *documentForm) kinds() []*fyne.MenuItem {
	return items(governance.Kinds, f.document.Kind, func(k governance.Kind) string { return k.Label().In(f.Text) }, func(k governance.Kind) {
		f.document.Kind = k
		f.apply()
	})
}

func (f *documentForm) bodies() []*fyne.MenuItem {
	return items(governance.Bodies, f.document.Body, func(b governance.Body) string { return b.Label().In(f.Text) }, func(b governance.Body) {
		f.document.Body = b
		f.apply()
	})
}

// units are the whole municipality and its nämnder and bolag.
func (f *documentForm) units() []*fyne.MenuItem {
	ids := []string{""}
	for _, u := range f.Register.Organisation().Boards() {
		ids = append(ids, u.ID)
	}
	return items(ids, f.document.Unit, func(id string) string { return present.ForWords(f.Text, f.Register, id) }, func(id string) {
		f.document.Unit = id
		f.apply()
	})
}

func (f *documentForm) save() {
	if badDay(f.Stage, f.decided, f.review, f.repealed) {
		return
	}
	d := f.document
	d.Title, d.Dnr, d.Version, d.Link = f.title.Text, f.dnr.Text, f.version.Text, f.link.Text
	d.DecidedOn, d.NextReview, d.Repealed = text.Date(f.decided.Date()), text.Date(f.review.Date()), text.Date(f.repealed.Date())
	stage.SaveOr(f.Stage, func(ctx context.Context) (governance.Document, error) {
		return f.Register.Governance().SaveDocument(ctx, d, f.base)
	}, f.saved)
}

// badDay goes to the first field whose day cannot be read, which has said so itself.
func badDay(s stage.Stage, days ...*widgets.DateEntry) bool {
	for _, day := range days {
		if day.Text != text.Date(day.Date()) && day.Text != "" {
			s.Window.Canvas().Focus(day)
			return true
		}
	}
	return false
}

// saved closes the form; a refusal is told and what was written stays.
func (f *documentForm) saved(d governance.Document, err error) {
	if err != nil {
		f.trouble.Fault(text.Explain(f.Text, err))
		f.rows.Refresh()
		f.Window.Canvas().Focus(f.title)
		return
	}
	f.dialog.Close()
	f.Tell(stage.Receipt{Message: text.Msg("governance.saved", "what", d.Title), Undo: true})
	if f.made != nil {
		f.made(d)
	}
}
