package assets

import (
	"slices"

	"fyne.io/fyne/v2/layout"

	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// columnDialog chooses which columns the list shows, and in which order.
type columnDialog struct {
	list   *List
	shown  []present.AssetKey // in the order shown
	others []present.AssetKey // in Swedish order
	dialog *widgets.Dialog

	search *widgets.SearchEntry
	table  *widgets.Table[present.AssetKey]
}

func (l *List) askColumns() {
	p := l.Text
	d := &columnDialog{list: l}
	d.take(chosenColumns(l.offered, l.Table.ColumnsShown()))
	d.search = widgets.NewSearchEntry(p.T("assets.columns.search"))
	d.search.OnSearch, d.search.OnDown = func(string) { d.apply() }, func() { d.table.Focus() }
	d.table = widgets.NewTable(func(k present.AssetKey) string { return string(k) },
		widgets.TableColumn[present.AssetKey]{ID: "shown", Title: "", Width: 40, Box: d.box},
		widgets.TableColumn[present.AssetKey]{ID: "name", Title: p.T("assets.columns.name"), Width: 300, Grow: true, Text: func(k present.AssetKey) string { return k.Label(p) }},
	)
	d.table.OnBox = d.tick
	d.table.OnOpen = func(k present.AssetKey) { d.tick(k, !slices.Contains(d.shown, k)) }
	order := widgets.Row(widgets.Near,
		widgets.NewButton(p.T("assets.columns.up"), func() { d.move(-1) }).Compact(),
		widgets.NewButton(p.T("assets.columns.down"), func() { d.move(1) }).Compact(),
		layout.NewSpacer(),
		widgets.NewLink(p.T("assets.columns.standard"), widgets.Accent, func() { d.take(chosenColumns(l.offered, nil)); d.apply() }))
	content := widgets.Border(d.search, order, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 240, widgets.NewPlate(d.table))))
	d.dialog = widgets.NewDialog(l.Window.Canvas(), p.T("assets.columns.title"), 520, content,
		widgets.NewButton(p.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewPrimary(p.T("assets.columns.save"), d.save))
	d.apply()
	d.dialog.Show(d.search)
}

// take shows some columns and sorts the others.
func (d *columnDialog) take(shown []present.AssetKey) {
	d.shown, d.others = shown, nil
	for _, c := range d.list.offered {
		if !slices.Contains(shown, c.Key) {
			d.others = append(d.others, c.Key)
		}
	}
	text.SortBy(d.others, func(k present.AssetKey) string { return k.Label(d.list.Text) }, false)
}

func (d *columnDialog) apply() {
	all := slices.Concat(d.shown, d.others)
	words := text.Fold(d.search.Text)
	d.table.SetRows(slices.DeleteFunc(all, func(k present.AssetKey) bool {
		return !present.HoldsWords(k.Label(d.list.Text), words)
	}))
}

func (d *columnDialog) box(k present.AssetKey) (on, shown bool) {
	return slices.Contains(d.shown, k), true
}

// tick shows or hides a column. The name always stays.
func (d *columnDialog) tick(k present.AssetKey, on bool) {
	switch {
	case on && !slices.Contains(d.shown, k):
		d.take(append(slices.Clone(d.shown), k))
	case !on && k != present.KeyName:
		d.take(slices.DeleteFunc(slices.Clone(d.shown), func(s present.AssetKey) bool { return s == k }))
	}
	d.apply()
}

// move puts the current column earlier or later.
func (d *columnDialog) move(by int) {
	k, ok := d.table.Current()
	i := slices.Index(d.shown, k)
	if !ok || i < 0 || i+by < 0 || i+by >= len(d.shown) {
		return
	}
	d.shown = slices.Clone(d.shown)
	d.shown[i], d.shown[i+by] = d.shown[i+by], d.shown[i]
	d.apply()
	d.table.SelectKeys(string(k))
}

func (d *columnDialog) save() {
	ids := make([]string, len(d.shown))
	for i, k := range d.shown {
		ids[i] = string(k)
	}
	d.list.Memory.SetStringList(memoryColumns, ids)
	d.list.showColumns(d.shown)
	d.dialog.Close()
	d.list.Refresh()
}
