package organisation

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/widgets"
)

// command is something that can be done with the unit that is marked.
type command struct {
	key   string
	fits  func(unitRow) bool
	do    func(unitRow)
	link  *widgets.Button
	apart bool // stands apart in the menu
}

// commandBar is the row beneath the table: what can be done with the unit that is marked.
type commandBar struct {
	list     *List
	commands []*command
	all      *widgets.Button // confirms all that wait
	object   fyne.CanvasObject
}

func newCommandBar(l *List) *commandBar {
	inUse := func(row unitRow) bool { return row.Unit.Retired == "" }
	always := func(unitRow) bool { return true }
	b := &commandBar{list: l, commands: []*command{
		{key: "organisation.do.open", fits: always, do: func(row unitRow) { l.opt.OnOpen(row.Unit.ID) }},
		{key: "organisation.do.confirm", fits: func(row unitRow) bool { return row.Unit.Unconfirmed }, do: func(row unitRow) { l.do.confirm(row.Unit.ID) }},
		{key: "organisation.do.move", fits: inUse, do: func(row unitRow) { l.do.askMove(row.Unit) }},
		{key: "organisation.do.merge", fits: inUse, do: func(row unitRow) { l.do.askMerge(row.Unit) }},
		{key: "organisation.do.retire", fits: inUse, do: func(row unitRow) { l.do.askRetire(row.Unit) }},
		{key: "organisation.do.revive", fits: func(row unitRow) bool { return row.Unit.Retired != "" }, do: func(row unitRow) { l.do.revive(row.Unit) }},
		{key: "organisation.do.delete", fits: l.deletable, do: func(row unitRow) { l.do.askDelete(row.Unit) }},
		{key: "organisation.do.assets", fits: func(row unitRow) bool { return row.All > 0 }, do: func(row unitRow) { l.opt.OnAssets(row.Unit.ID) }, apart: true},
		{key: "organisation.do.handover", fits: func(row unitRow) bool { return row.All > 0 },
			do: func(row unitRow) { l.opt.OnHandover(managerOf(row.Unit), row.Unit.ID) }},
	}}
	links := widgets.Flow(widgets.Apart)
	for _, c := range b.commands {
		c.link = widgets.NewLink(l.Text.T(c.key), widgets.Accent, func() { b.run(c) })
		links.Add(c.link)
	}
	b.all = widgets.NewLink(l.Text.T("organisation.do.confirmAll"), widgets.Accent, l.confirmAll)
	links.Add(b.all)
	b.object = widgets.Inset(8, 0, links)
	return b
}

// deletable reports whether nothing belongs to a unit.
func (l *List) deletable(row unitRow) bool {
	if row.All > 0 {
		return false
	}
	for _, other := range l.rows {
		if other.Unit.Parent == row.Unit.ID {
			return false
		}
	}
	return true
}

func (b *commandBar) run(c *command) {
	if row, ok := b.list.current(); ok {
		c.do(row)
	}
}

// apply shows what can be done with the unit that is marked.
func (b *commandBar) apply() {
	row, ok := b.list.current()
	for _, c := range b.commands {
		c.link.Hidden = !ok || !c.fits(row)
	}
	b.all.Hidden = b.list.group != unitsWaiting || len(b.list.table.Rows()) < 2
	b.object.Refresh()
}

// menu is the same by right click.
func (l *List) menu(row unitRow, at fyne.Position) {
	var items []*fyne.MenuItem
	for _, c := range l.bar.commands {
		if !c.fits(row) {
			continue
		}
		if c.apart {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, fyne.NewMenuItem(l.Text.T(c.key), func() { c.do(row) }))
	}
	widgets.ShowMenu(l.Window.Canvas(), at, items...)
}
