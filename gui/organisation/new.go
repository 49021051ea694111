package organisation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// newDialog is the form for a new unit: its name, what it is and where it belongs.
type newDialog struct {
	stage.Stage
	unit   asset.Unit
	chosen bool // the kind was chosen, so the name does not guess it
	made   func(asset.Unit)

	name   *widgets.Entry
	row    *widgets.FormRow
	kind   *widgets.Chip
	above  *widgets.Text
	dialog *widgets.Dialog
}

// askNew asks for a new unit below another, "" for the top.
func askNew(s stage.Stage, above string, made func(asset.Unit)) {
	p := s.Text
	d := &newDialog{Stage: s, unit: asset.Unit{Parent: above, Kind: asset.LocalUnit}, made: made}
	d.name = widgets.NewEntry("")
	d.name.OnChanged = d.named
	d.kind = widgets.NewChoice("", d.kinds)
	d.above = widgets.NewWrapped("", widgets.Body, widgets.Plain)
	d.row = widgets.NewFormRow(p.T("field.name"), "", d.name)
	content := widgets.Column(widgets.Apart, d.row,
		widgets.NewFormRow(p.T("field.unit_kind"), "", widgets.Row(0, d.kind)),
		widgets.NewFormRow(p.T("field.unit_parent"), "", besideButton(d.above, widgets.NewButton(p.T("organisation.choose"), d.place).Compact())))
	d.dialog = widgets.NewDialog(s.Window.Canvas(), p.T("organisation.new.title"), 480, content,
		widgets.NewButton(p.T("organisation.cancel"), func() { d.dialog.Close() }), widgets.NewPrimary(p.T("organisation.new.save"), d.save))
	d.apply()
	d.dialog.Show(d.name)
}

// named guesses what the unit is from its name, until someone has chosen.
func (d *newDialog) named(name string) {
	if !d.chosen {
		depth := len(d.Register.Organisation().UnitPath(d.unit.Parent))
		d.unit.Kind = asset.GuessKind(name, depth)
		d.apply()
	}
}

func (d *newDialog) apply() {
	d.kind.Set(unitKindLabel(d.Text, d.unit.Kind), false)
	d.above.SetText(aboveLabel(d.Stage, d.unit.Parent))
}

// aboveLabel names the unit that another belongs to, or the top.
func aboveLabel(s stage.Stage, id string) string {
	if path := present.UnitBelow(s.Register, id); path != "" {
		return path
	}
	return s.Text.T("organisation.top")
}

func (d *newDialog) kinds() []*fyne.MenuItem {
	return kindItems(d.Text, d.unit.Kind, func(k asset.UnitKind) {
		d.unit.Kind, d.chosen = k, true
		d.apply()
	})
}

func kindItems(p *text.Printer, now asset.UnitKind, chosen func(asset.UnitKind)) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, k := range asset.UnitKinds {
		item := fyne.NewMenuItem(unitKindLabel(p, k), func() { chosen(k) })
		item.Checked = k == now
		items = append(items, item)
	}
	return items
}

// place asks for the unit that the new one belongs to.
func (d *newDialog) place() {
	doings{d.Stage}.pick("organisation.new.place", nil, "", func(id string) bool { return id == d.unit.Parent }, d.Text.T("organisation.top"), func(id string) {
		d.unit.Parent = id
		d.apply()
	})
}

// besideButton puts a text that may take several lines beside a button.
func besideButton(words *widgets.Text, b *widgets.Button) fyne.CanvasObject {
	return widgets.Border(nil, nil, nil, widgets.Column(0, b, layout.NewSpacer()), widgets.Inset(3, 0, words))
}

func (d *newDialog) save() {
	u := d.unit
	u.Name = d.name.Text
	stage.SaveOr(d.Stage, func(ctx context.Context) (asset.Unit, error) { return d.Register.Organisation().AddUnit(ctx, u) }, d.saved)
}

// saved closes the form; a refusal is shown, and what was written stays.
func (d *newDialog) saved(u asset.Unit, err error) {
	if err != nil {
		d.row.Fault(text.Explain(d.Text, err))
		return
	}
	d.dialog.Close()
	tellUndo(d.Stage, text.Msg("organisation.added", "name", u.Name))
	d.made(u)
}
