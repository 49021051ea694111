package assets

import (
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// unitDialog chooses a unit from the tree, or makes one from a path typed in.
type unitDialog struct {
	stage.Stage
	taken  func(id string, path []string)
	dialog *widgets.Dialog

	search *widgets.SearchEntry
	table  *widgets.Table[present.UnitChoice]
	make   *widgets.Button
}

// pickUnit asks for a unit. Taken is called with its id, "" for none, or with
// the path of a unit to be made.
func pickUnit(s stage.Stage, taken func(id string, path []string)) {
	p := s.Text
	d := &unitDialog{Stage: s, taken: taken}
	d.search = widgets.NewSearchEntry(p.T("assets.unit.search"))
	d.search.OnSearch, d.search.OnDown = d.list, d.down
	d.search.OnSubmitted = func(string) { d.submitted() }
	d.table = widgets.NewTable(func(u present.UnitChoice) string { return u.ID },
		widgets.TableColumn[present.UnitChoice]{ID: "path", Title: p.T("field.unit"), Width: 380, Grow: true, Text: func(u present.UnitChoice) string { return u.Path }},
		widgets.TableColumn[present.UnitChoice]{ID: "kind", Title: p.T("field.unit_kind"), Width: 150, Text: func(u present.UnitChoice) string { return u.Kind }, Tone: mutedUnit},
	)
	d.table.OnOpen = func(u present.UnitChoice) { d.take(u.ID, nil) }
	d.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(p.T("assets.unit.nothing"), widgets.Body, widgets.Muted)))
	d.make = widgets.NewButton("", func() { d.take("", present.ReadPath(d.search.Text)) })
	top := widgets.Column(widgets.Near, d.search, d.make)
	content := widgets.Border(top, nil, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 260, widgets.NewPlate(d.table))))
	d.dialog = widgets.NewDialog(s.Window.Canvas(), p.T("assets.unit.title"), 600, content,
		widgets.NewButton(p.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewButton(p.T("assets.filter.noUnit"), func() { d.take("", nil) }),
		widgets.NewPrimary(p.T("assets.unit.take"), d.takeCurrent))
	d.list("")
	d.dialog.Show(d.search)
}

func mutedUnit(present.UnitChoice) widgets.Tone { return widgets.Muted }

// list shows the units that a search finds, and offers to create the unit that is
// typed if it does not exist.
func (d *unitDialog) list(search string) {
	found := present.UnitChoices(d.Text, d.Register, search)
	d.table.SetRows(found)
	path := present.ReadPath(search)
	known, best := len(path) == 0, 0
	for i, u := range found {
		if samePath(u.Path, path) {
			known, best = true, i
		}
	}
	listing.Visible(d.make, !known)
	if !known {
		d.make.SetText(d.Text.T("assets.unit.make", "path", present.JoinPath(path)))
	}
	if len(path) > 0 && len(found) > 0 {
		d.table.SelectKeys(found[best].ID)
	}
}

// submitted takes the unit that the search marks: Enter means what is seen.
func (d *unitDialog) submitted() {
	if marked := d.table.Selected(); len(marked) == 1 {
		d.take(marked[0].ID, nil)
		return
	}
	d.down()
}

func (d *unitDialog) down() {
	if rows := d.table.Rows(); len(rows) == 1 {
		d.take(rows[0].ID, nil)
		return
	}
	if len(d.table.Rows()) == 0 && d.make.Visible() {
		d.Window.Canvas().Focus(d.make)
		return
	}
	d.table.Focus()
}

func (d *unitDialog) takeCurrent() {
	if u, ok := d.table.Current(); ok {
		d.take(u.ID, nil)
	}
}

func (d *unitDialog) take(id string, path []string) {
	d.dialog.Close()
	d.taken(id, path)
}
