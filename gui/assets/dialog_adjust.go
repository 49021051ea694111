package assets

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// adjustDialog raises a level with a reason, or lowers it by a deviation.
type adjustDialog struct {
	page   *Page
	origin levelOrigin
	lower  bool
	dialog *widgets.Dialog

	level, way                                *widgets.Chip
	reason, by                                *widgets.Entry
	on                                        *widgets.DateEntry
	levelRow, wayRow, reasonRow, byRow, onRow *widgets.FormRow
	rows                                      *fyne.Container
	chosen                                    holding.Adjustment
}

func askAdjustment(p *Page, o levelOrigin, lower bool) {
	w := p.Text
	d := &adjustDialog{page: p, origin: o, lower: lower}
	d.begin()
	d.level = widgets.NewChoice("", d.levels)
	d.way = widgets.NewChoice("", d.ways)
	d.reason, d.by = widgets.NewLongEntry(d.chosen.Reason, 3), widgets.NewEntry(d.chosen.DecidedBy)
	day := parseDay(d.chosen.DecidedOn)
	if day.IsZero() {
		day = p.Register.Today()
	}
	d.on = widgets.NewDateEntry(w, day, true, p.Register.Today)
	d.levelRow = widgets.NewFormRow(w.T("information.adjust.level"), "", widgets.Row(0, d.level, layout.NewSpacer()))
	d.wayRow = widgets.NewFormRow(w.T("information.adjust.way"), "", widgets.Row(0, d.way, layout.NewSpacer()))
	title, save := w.T("information.raise.title", "aspect", strings.ToLower(o.Name)), w.T("information.raise.save")
	reason, by := w.T("information.raise.reason"), w.T("information.raise.by")
	words := w.T("information.raise.words")
	if lower {
		title, save = w.T("information.lower.title", "aspect", strings.ToLower(o.Name)), w.T("information.lower.save")
		reason, by = w.T("information.lower.reason"), w.T("information.lower.by")
		words = w.T("information.lower.words")
	}
	d.reasonRow = widgets.NewFormRow(reason, "", d.reason)
	d.byRow, d.onRow = widgets.NewFormRow(by, "", d.by), widgets.NewFormRow(w.T("information.adjust.on"), "", d.on)
	d.on.OnFault = func(s string) { d.fault(d.onRow, s) }
	d.rows = widgets.Column(10, widgets.NewWrapped(words, widgets.Small, widgets.Muted), originLine(p, o), d.levelRow)
	if !lower {
		d.rows.Add(d.wayRow)
	}
	d.rows.Add(d.reasonRow)
	d.rows.Add(widgets.Columns(widgets.Apart, nil, d.byRow, d.onRow))
	d.show()
	d.dialog = widgets.NewDialog(p.Window.Canvas(), title, 560, d.rows,
		widgets.NewButton(w.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewPrimary(save, d.save))
	d.dialog.Show(d.level)
}

// begin starts from what holds already, or from the nearest level.
func (d *adjustDialog) begin() {
	d.chosen = holding.Adjustment{System: d.page.id, Aspect: d.origin.Aspect.Key(), Way: holding.Accumulation}
	if d.lower {
		d.chosen.Way = holding.Deviation
	}
	if a := d.origin.Adjustment; a != nil && a.Lowers() == d.lower {
		d.chosen = *a
	}
	choices := d.choices()
	for _, l := range choices {
		if l == d.chosen.Level {
			return
		}
	}
	d.chosen.Level = choices[0]
	if d.lower {
		d.chosen.Level = choices[len(choices)-1]
	}
}

func (d *adjustDialog) choices() []classify.Level {
	if d.lower {
		return d.origin.Lower
	}
	return d.origin.Higher
}

func (d *adjustDialog) levels() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, l := range d.choices() {
		i := fyne.NewMenuItem(present.LevelLabel(d.page.Text, d.page.rec.Scale(), l), func() { d.chosen.Level = l; d.show() })
		i.Checked = l == d.chosen.Level
		items = append(items, i)
	}
	return items
}

func (d *adjustDialog) ways() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, way := range holding.Raises {
		i := fyne.NewMenuItem(way.Meaning().In(d.page.Text), func() { d.chosen.Way = way; d.show() })
		i.Checked = way == d.chosen.Way
		items = append(items, i)
	}
	return items
}

func (d *adjustDialog) show() {
	d.level.Set(present.LevelLabel(d.page.Text, d.page.rec.Scale(), d.chosen.Level), false)
	if !d.lower {
		d.way.Set(d.chosen.Way.Meaning().In(d.page.Text), false)
	}
}

func (d *adjustDialog) fault(row *widgets.FormRow, sentence string) {
	row.Fault(sentence)
	d.rows.Refresh()
}

func (d *adjustDialog) save() {
	p, a := d.page, d.chosen
	a.Reason, a.DecidedBy, a.DecidedOn = strings.TrimSpace(d.reason.Text), strings.TrimSpace(d.by.Text), text.Date(d.on.Date())
	missing := ""
	if a.Reason == "" {
		missing = p.Text.T("information.adjust.noReason")
	}
	d.fault(d.reasonRow, missing)
	nobody := ""
	if d.lower && a.DecidedBy == "" {
		nobody = p.Text.T("information.adjust.nobody")
	}
	d.fault(d.byRow, nobody)
	switch {
	case missing != "":
		p.Window.Canvas().Focus(d.reason)
		return
	case nobody != "":
		p.Window.Canvas().Focus(d.by)
		return
	case a.DecidedOn == "":
		p.Window.Canvas().Focus(d.on)
		return
	}
	stage.SaveOr(p.Stage, func(ctx context.Context) (holding.Adjustment, error) { return p.Register.Holdings().Adjust(ctx, a) }, d.saved)
}

// saved closes the dialog; a refusal is shown, and what was written stays.
func (d *adjustDialog) saved(a holding.Adjustment, err error) {
	if err != nil {
		d.fault(d.levelRow, text.Explain(d.page.Text, err))
		return
	}
	d.dialog.Close()
	key := "information.raised"
	if a.Lowers() {
		key = "information.lowered"
	}
	scale := d.page.rec.Scale()
	d.page.Tell(stage.Receipt{Message: text.Msg(key, "aspect", text.Msg("aspect."+a.Aspect), "level", scale.Code(a.Level)), Undo: true})
}

// Adjust opens the dialog that raises or lowers the level of an aspect, where
// there is a level to raise or lower it to.
func (p *Page) Adjust(a classify.Aspect, lower bool) {
	o := levelOrigins(p.Text, p.Register, p.rec)[a]
	if lower && len(o.Lower) > 0 || !lower && len(o.Higher) > 0 {
		askAdjustment(p, o, lower)
	}
}
