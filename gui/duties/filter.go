package duties

import (
	"cmp"

	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// filterBar is the row of chips. Each chip changes its own part of the query.
type filterBar struct {
	page                               *Page
	by, board, manager, duty, severity *widgets.Chip
	clear                              *widgets.Button
}

func newFilterBar(p *Page) *filterBar {
	b := &filterBar{page: p}
	b.by = widgets.NewChoice("", b.byMenu)
	b.board = b.chip(b.boardMenu, func(q *present.DutyQuery) { q.Unit, q.NoUnit = "", false })
	b.manager = b.chip(b.managerMenu, func(q *present.DutyQuery) { q.Manager, q.NoManager = "", false })
	b.duty = b.chip(b.dutyMenu, func(q *present.DutyQuery) { q.Duty = "" })
	b.severity = b.chip(b.severityMenu, func(q *present.DutyQuery) { q.Severe = false })
	b.clear = widgets.NewLink(p.Text.T("duties.filter.clear"), widgets.Accent, func() { p.Show(present.DutyQuery{By: p.query.By}) })
	return b
}

func (b *filterBar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.by, b.board, b.manager, b.duty, b.severity, b.clear}
}

func (b *filterBar) chip(menu func() []*fyne.MenuItem, clear func(*present.DutyQuery)) *widgets.Chip {
	c := widgets.NewMenuChip("", menu)
	c.OnClear = func() { b.with(clear) }
	return c
}

// with changes a part of the query.
func (b *filterBar) with(change func(*present.DutyQuery)) {
	q := b.page.query
	change(&q)
	b.page.narrow(q)
}

// apply shows a query.
func (b *filterBar) apply(q present.DutyQuery) {
	p := b.page.Text
	b.by.Set(q.By.Label(p), false)
	board := ""
	if u, ok := b.page.Register.Organisation().Unit(q.Unit); ok {
		board = u.Name
	}
	if q.NoUnit {
		board = p.T("assets.filter.noUnit")
	}
	manager := ""
	if q.Manager != "" || q.NoManager {
		manager = present.ManagerWords(p, b.page.Register, q.Manager)
	}
	severity, about := "", ""
	if q.Severe {
		severity = q.Severity.Label().In(p)
	}
	if q.Duty != "" {
		about = b.name(q.Duty)
	}
	b.set(b.board, p.T("duties.filter.board"), board)
	b.set(b.manager, p.T("duties.filter.manager"), manager)
	b.set(b.duty, p.T("duties.filter.duty"), about)
	b.set(b.severity, p.T("duties.filter.severity"), severity)
	b.clear.Hidden = !q.Narrows()
	b.clear.Refresh()
}

func (b *filterBar) set(c *widgets.Chip, what, value string) {
	p := b.page.Text
	if value == "" {
		c.Set(p.T("assets.filter.all", "what", what), false)
		return
	}
	c.Set(p.T("assets.filter.one", "what", what, "value", value), true)
}

// name is a duty as the municipality's policy words it.
func (b *filterBar) name(id duty.ID) string {
	for _, d := range duty.By(b.page.Register.Settings().Policy) {
		if d.ID == id {
			return d.Label().In(b.page.Text)
		}
	}
	return string(id)
}

func (b *filterBar) item(label string, on bool, change func(*present.DutyQuery)) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, func() { b.with(change) })
	i.Checked = on
	return i
}

func (b *filterBar) byMenu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, by := range present.DutyGroupings {
		items = append(items, b.item(by.Label(b.page.Text), b.page.query.By == by, func(q *present.DutyQuery) { q.By = by }))
	}
	return items
}

func (b *filterBar) boardMenu() []*fyne.MenuItem {
	p, now := b.page.Text, b.page.query
	items := []*fyne.MenuItem{b.item(p.T("assets.filter.allUnits"), now.Unit == "" && !now.NoUnit, func(q *present.DutyQuery) { q.Unit, q.NoUnit = "", false })}
	for _, u := range b.page.Register.Organisation().Boards() {
		items = append(items, b.item(u.Name, now.Unit == u.ID, func(q *present.DutyQuery) { q.Unit, q.NoUnit = u.ID, false }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		b.item(p.T("assets.filter.noUnit"), now.NoUnit, func(q *present.DutyQuery) { q.Unit, q.NoUnit = "", true }))
}

func (b *filterBar) managerMenu() []*fyne.MenuItem {
	p, r, now := b.page.Text, b.page.Register, b.page.query
	items := []*fyne.MenuItem{b.item(p.T("duties.filter.allManagers"), now.Manager == "" && !now.NoManager, func(q *present.DutyQuery) { q.Manager, q.NoManager = "", false })}
	for _, u := range present.Managers(r) {
		items = append(items, b.item(present.ManagerWords(p, r, u.ID), now.Manager == u.ID, func(q *present.DutyQuery) { q.Manager, q.NoManager = u.ID, false }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		b.item(p.T("duties.noManager"), now.NoManager, func(q *present.DutyQuery) { q.Manager, q.NoManager = "", true }))
}

func (b *filterBar) dutyMenu() []*fyne.MenuItem {
	p, now := b.page.Text, b.page.query
	items := []*fyne.MenuItem{b.item(p.T("duties.filter.allDuties"), now.Duty == "", func(q *present.DutyQuery) { q.Duty = "" }), fyne.NewMenuItemSeparator()}
	for _, d := range duty.By(b.page.Register.Settings().Policy) {
		if !d.Off {
			label := p.T("duties.filter.point", "point", d.Point(), "duty", d.Label().In(p))
			items = append(items, b.item(label, now.Duty == d.ID, func(q *present.DutyQuery) { q.Duty = d.ID }))
		}
	}
	return items
}

func (b *filterBar) severityMenu() []*fyne.MenuItem {
	p, now := b.page.Text, b.page.query
	items := []*fyne.MenuItem{b.item(p.T("duties.filter.allSeverities"), !now.Severe, func(q *present.DutyQuery) { q.Severe = false })}
	for s := duty.High; s >= duty.Low; s-- {
		items = append(items, b.item(s.Label().In(p), now.Severe && now.Severity == s, func(q *present.DutyQuery) { q.Severe, q.Severity = true, s }))
	}
	return items
}

// groupKey tells groups apart, the one without an id too.
func groupKey(g present.DutyGroup) string { return cmp.Or(g.ID, "-") }
