package assets

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

// setDialog makes a new information set in the system of a page.
type setDialog struct {
	page        *Page
	dialog      *widgets.Dialog
	name, about *widgets.Entry
	nameRow     *widgets.FormRow
}

func askSet(p *Page) {
	w := p.Text
	d := &setDialog{page: p, name: widgets.NewEntry(""), about: widgets.NewLongEntry("", 3)}
	d.nameRow = widgets.NewFormRow(w.T("field.name"), w.T("information.set.hint"), d.name)
	rows := widgets.Column(widgets.Apart, d.nameRow, widgets.NewFormRow(asset.Description.Label().In(w), "", d.about),
		widgets.NewWrapped(w.T("information.set.note"), widgets.Small, widgets.Muted))
	d.dialog = widgets.NewDialog(p.Window.Canvas(), w.T("information.set.title", "name", p.rec.Asset.Name), 500, rows,
		widgets.NewButton(w.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewPrimary(w.T("information.set.save"), d.save))
	d.dialog.Show(d.name)
}

func (d *setDialog) save() {
	a := asset.Asset{Name: strings.TrimSpace(d.name.Text)}.With(asset.Description, strings.TrimSpace(d.about.Text))
	if a.Name == "" {
		d.nameRow.Fault(text.Explain(d.page.Text, text.Fail(nil, "asset.problem.name")))
		d.page.Window.Canvas().Focus(d.name)
		return
	}
	addSet(d.page, a, func(_ asset.Asset, err error) {
		if err == nil {
			d.dialog.Close()
		}
	})
}
