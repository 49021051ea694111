package assets

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// markDialog decides by hand whether an asset has a trait, or leaves it to the levels.
type markDialog struct {
	page   *Page
	trait  asset.Trait
	dialog *widgets.Dialog
	answer string // "", "yes" or "no"; empty leaves it to the levels
	choice *widgets.Chip
	fields *fyne.Container
	reason *widgets.Entry
	by     *widgets.Entry
	date   *widgets.DateEntry
	why    *widgets.FormRow
	who    *widgets.FormRow
}

// reasonRows is how high the field for the reason is.
const reasonRows = 3

func (p *Page) askMark(l traitLine) {
	t := p.Text
	m, marked := p.rec.Asset.Marks[l.Trait]
	d := &markDialog{page: p, trait: l.Trait, reason: widgets.NewLongEntry(m.Reason, reasonRows), by: widgets.NewEntry(m.By)}
	if marked {
		d.answer = "no"
		if m.Holds {
			d.answer = "yes"
		}
	}
	day := parseDay(m.On)
	if day.IsZero() {
		day = p.Register.Today()
	}
	d.date = widgets.NewDateEntry(t, day, false, p.Register.Today)
	d.choice = widgets.NewChoice("", d.menu)
	d.why = widgets.NewFormRow(t.T("assets.mark.reason"), "", d.reason)
	d.who = widgets.NewFormRow(t.T("assets.mark.by"), t.T("assets.mark.by.hint"), d.by)
	d.fields = widgets.Column(widgets.Apart, d.why, d.who, widgets.NewFormRow(t.T("assets.mark.on"), "", d.date))
	content := widgets.Column(widgets.Apart, widgets.NewWrapped(t.T("assets.mark.words"), widgets.Small, widgets.Muted), widgets.Row(0, d.choice), d.fields)
	d.dialog = widgets.NewDialog(p.Window.Canvas(), l.Label, 480, content,
		widgets.NewButton(t.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewPrimary(t.T("assets.mark.save"), d.save))
	d.apply()
	d.dialog.Show(d.choice)
}

func (d *markDialog) menu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, answer := range []string{"", "yes", "no"} {
		items = append(items, fyne.NewMenuItem(d.words(answer), func() {
			d.answer = answer
			d.apply()
		}))
	}
	return items
}

func (d *markDialog) words(answer string) string {
	switch answer {
	case "yes":
		return d.page.Text.T("assets.mark.yes")
	case "no":
		return d.page.Text.T("assets.mark.no")
	}
	return d.page.Text.T("assets.mark.rule")
}

func (d *markDialog) apply() {
	d.choice.Set(d.words(d.answer), false)
	listing.Visible(d.fields, d.answer != "")
	d.fields.Refresh()
}

func (d *markDialog) save() {
	var m *asset.Mark
	if d.answer != "" {
		m = &asset.Mark{Holds: d.answer == "yes", Reason: d.reason.Text, By: d.by.Text, On: text.Date(d.date.Date())}
		if d.date.Date().IsZero() {
			m.On = ""
		}
	}
	p := d.page
	stage.SaveOr(p.Stage, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.Register.MarkAsset(ctx, p.id, d.trait, m)
	}, func(_ struct{}, err error) { d.saved(m, err) })
}

// saved closes the dialog; a refusal is shown at the field, and what was written stays.
func (d *markDialog) saved(m *asset.Mark, err error) {
	d.why.Fault("")
	d.who.Fault("")
	if err == nil {
		d.dialog.Close()
		d.page.Refresh()
		return
	}
	row, field := d.why, d.reason
	if m != nil && m.Reason != "" {
		row, field = d.who, d.by
	}
	row.Fault(text.Explain(d.page.Text, err))
	d.page.Window.Canvas().Focus(field)
}

// statedDialog states that something is done, and when.
func (p *Page) askStated(remedy interface{ Label() text.Message }, key present.AssetKey) {
	t := p.Text
	date := widgets.NewDateEntry(t, time.Time{}, true, p.Register.Today)
	row := widgets.NewFormRow(key.Label(t), t.T("assets.stated.hint"), date)
	date.OnFault = row.Fault
	was := key.Get(p.rec.Asset)
	content := widgets.Column(widgets.Apart, widgets.NewWrapped(t.T("assets.stated.words"), widgets.Small, widgets.Muted), row)
	if was != "" {
		content.Add(widgets.NewWrapped(t.T("assets.stated.was", "value", was), widgets.Small, widgets.Muted))
	}
	var d *widgets.Dialog
	save := func() {
		day := date.Date()
		if day.IsZero() || day.After(p.Register.Today()) {
			row.Fault(t.T("assets.stated.problem"))
			p.Window.Canvas().Focus(date)
			return
		}
		d.Close()
		stage.Save(p.Stage, func(ctx context.Context) (bool, error) {
			return ChangeOne(ctx, p.Register, p.id, was, AssetEdit{Key: key, Value: statedValue(t, text.Date(day))})
		}, func(bool) { p.Refresh() })
	}
	d = widgets.NewDialog(p.Window.Canvas(), remedy.Label().In(t), 480, content,
		widgets.NewButton(t.T("assets.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t.T("assets.mark.save"), save))
	d.Show(date)
}
