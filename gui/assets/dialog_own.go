package assets

import (
	"context"

	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// ownDialog adds a field of the municipality's own.
type ownDialog struct {
	tab           *formTab
	dialog        *widgets.Dialog
	header, value *widgets.Entry
	headerRow     *widgets.FormRow
	valueRow      *widgets.FormRow
}

func (t *formTab) askOwn() {
	p := t.page.Text
	d := &ownDialog{tab: t, header: widgets.NewEntry(""), value: widgets.NewEntry("")}
	d.headerRow = widgets.NewFormRow(p.T("assets.own.header"), p.T("assets.own.header.hint"), d.header)
	d.valueRow = widgets.NewFormRow(p.T("assets.own.value"), "", d.value)
	d.dialog = widgets.NewDialog(t.page.Window.Canvas(), p.T("assets.own.title"), 460, widgets.Column(widgets.Apart, d.headerRow, d.valueRow),
		widgets.NewButton(p.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewPrimary(p.T("assets.own.save"), d.save))
	d.dialog.Show(d.header)
}

func (d *ownDialog) save() {
	page := d.tab.page
	key, problem := newOwnKey(page.Text, page.rec.Asset, page.Register.CustomHeaders(), d.header.Text)
	d.headerRow.Fault(problem)
	missing := ""
	if text.Fold(d.value.Text) == "" {
		missing = page.Text.T("assets.own.problem.value")
	}
	d.valueRow.Fault(missing)
	switch {
	case problem != "":
		page.Window.Canvas().Focus(d.header)
		return
	case missing != "":
		page.Window.Canvas().Focus(d.value)
		return
	}
	stage.SaveOr(page.Stage, func(ctx context.Context) (bool, error) {
		return ChangeOne(ctx, page.Register, page.id, "", AssetEdit{Key: key, Value: d.value.Text})
	}, d.saved)
}

// saved closes the dialog; a refusal is shown, and what was written stays.
func (d *ownDialog) saved(_ bool, err error) {
	page := d.tab.page
	if err != nil {
		d.valueRow.Fault(text.Explain(page.Text, err))
		return
	}
	d.dialog.Close()
	page.Refresh()
}
