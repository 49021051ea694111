package assets

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// changeDialog is Ändra flera: one value for all assets selected.
type changeDialog struct {
	stage.Stage
	ids     []string
	columns []assetColumn
	field   *field
	key     present.AssetKey
	dialog  *widgets.Dialog

	warned bool // that leaving the field empty removes the value

	choice *widgets.Chip
	place  *fyne.Container // holds the field
	note   *widgets.Text
}

// often are the values most often set on several assets at once.
var often = []present.AssetKey{
	present.KeyUnit, present.KeyStatus, present.KeyKind, present.AssetKey(asset.InformationOwner),
	present.AssetKey(asset.SystemOwner), present.AssetKey(asset.SystemManager), present.AssetKey(asset.Supplier),
}

func (l *List) askChange(selected []*register.Record) {
	if len(selected) == 0 {
		return
	}
	d := &changeDialog{Stage: l.Stage, columns: l.offered}
	for _, rec := range selected {
		d.ids = append(d.ids, rec.Asset.ID)
	}
	p := l.Text
	d.choice = widgets.NewChoice("", d.menu)
	d.place = widgets.Column(0)
	d.note = widgets.NewWrapped("", widgets.Small, widgets.Muted)
	content := widgets.Column(widgets.Apart,
		widgets.NewFormRow(p.T("assets.change.field"), "", widgets.Row(0, d.choice)), d.place, d.note)
	cancel := widgets.NewButton(p.T("assets.cancel"), func() { d.dialog.Close() })
	save := widgets.NewPrimary(p.N("assets.change.save", len(d.ids)), d.save)
	d.dialog = widgets.NewDialog(l.Window.Canvas(), p.N("assets.change.title", len(d.ids)), 520, content, cancel, save)
	d.choose(often[0])
	d.dialog.Show(d.choice)
}

// menu offers the usual values, then all of them by group.
func (d *changeDialog) menu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, k := range often {
		items = append(items, d.item(k))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, g := range assetForm(d.Text, asset.Asset{}, OwnHeaders(d.columns)) {
		var below []*fyne.MenuItem
		for _, f := range g.Fields {
			if f.Key != present.KeyName {
				below = append(below, d.item(f.Key))
			}
		}
		if len(below) > 0 {
			group := fyne.NewMenuItem(g.Title, nil)
			group.ChildMenu = fyne.NewMenu("", below...)
			items = append(items, group)
		}
	}
	return items
}

func (d *changeDialog) item(k present.AssetKey) *fyne.MenuItem {
	return fyne.NewMenuItem(k.Label(d.Text), func() { d.choose(k) })
}

// choose shows the field of a value.
func (d *changeDialog) choose(k present.AssetKey) {
	d.key, d.warned = k, false
	d.choice.Set(k.Label(d.Text), false)
	d.field = newField(d.Stage, newFormField(d.Text, k, asset.Asset{Kind: asset.System}), nil)
	d.place.Objects = []fyne.CanvasObject{d.field.row}
	d.place.Refresh()
	d.note.SetText(d.Text.T("assets.change.note", "field", k.Label(d.Text)))
}

func (d *changeDialog) save() {
	e := d.field.edit()
	if problem := valueProblem(d.Text, e.Key, e.Value); problem != "" {
		d.field.fault(problem)
		return
	}
	if e.Value == "" && len(e.Path) == 0 && !d.warned {
		d.warned = true
		d.field.fault(d.Text.N("assets.change.empty", len(d.ids)))
		return
	}
	d.dialog.Close()
	stage.Save(d.Stage, func(ctx context.Context) (int, error) {
		return ChangeMany(ctx, d.Text, d.Register, d.ids, e)
	}, d.saved)
}

func (d *changeDialog) saved(changed int) {
	if changed == 0 {
		d.Tell(stage.Receipt{Message: text.Msg("assets.change.none")})
		return
	}
	d.Tell(stage.Receipt{Message: text.Msg("assets.changed", "n", changed, "field", d.key.Label(d.Text)), Undo: true})
}
