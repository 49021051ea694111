package actions

import (
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// filterBar is the row of chips. Each chip changes its own part of the query.
type filterBar struct {
	p      *text.Printer
	r      *register.Register
	change func(register.ActionQuery)
	q      register.ActionQuery

	late, follow, status, board, role, cause *widgets.Chip
	clear                                    *widgets.Button
}

func newFilterBar(p *text.Printer, r *register.Register, change func(register.ActionQuery)) *filterBar {
	b := &filterBar{p: p, r: r, change: change}
	b.late = widgets.NewChip(p.T("actions.filter.late"), func() { b.with(func(q *register.ActionQuery) { q.Late = !q.Late }) })
	b.late.OnClear = func() { b.with(func(q *register.ActionQuery) { q.Late = false }) }
	b.follow = widgets.NewChip(p.T("action.followUpDue"), func() { b.with(func(q *register.ActionQuery) { q.FollowUp = !q.FollowUp }) })
	b.follow.OnClear = func() { b.with(func(q *register.ActionQuery) { q.FollowUp = false }) }
	b.status = b.chip(b.statusMenu, func(q *register.ActionQuery) { q.Statuses = nil })
	b.board = b.chip(b.boardMenu, func(q *register.ActionQuery) { q.Unit = "" })
	b.role = b.chip(b.roleMenu, func(q *register.ActionQuery) { q.Responsible = "" })
	b.cause = b.chip(b.causeMenu, func(q *register.ActionQuery) { q.ByCause, q.Cause = false, action.ByItself })
	b.clear = widgets.NewLink(p.T("actions.filter.clear"), widgets.Accent, func() { b.change(register.ActionQuery{}) })
	return b
}

func (b *filterBar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.late, b.follow, b.status, b.board, b.role, b.cause, b.clear}
}

func (b *filterBar) chip(menu func() []*fyne.MenuItem, clear func(*register.ActionQuery)) *widgets.Chip {
	c := widgets.NewMenuChip("", menu)
	c.OnClear = func() { b.with(clear) }
	return c
}

// with changes a part of the query.
func (b *filterBar) with(change func(*register.ActionQuery)) {
	q := b.q
	q.Statuses = slices.Clone(q.Statuses)
	change(&q)
	b.change(q)
}

// apply shows a query.
func (b *filterBar) apply(q register.ActionQuery) {
	b.q = q
	b.late.Set(b.p.T("actions.filter.late"), q.Late)
	b.follow.Set(b.p.T("action.followUpDue"), q.FollowUp)
	statuses := ""
	for _, s := range q.Statuses {
		if statuses != "" {
			statuses += ", "
		}
		statuses += s.Label().In(b.p)
	}
	b.set(b.status, "action.column.status", statuses)
	u, _ := b.r.Organisation().Unit(q.Unit)
	b.set(b.board, "actions.filter.board", u.Name)
	b.set(b.role, "action.column.responsible", q.Responsible)
	cause := ""
	if q.ByCause {
		cause = q.Cause.Label().In(b.p)
	}
	b.set(b.cause, "action.column.cause", cause)
	q.Text = ""
	setVisible(b.clear, present.NarrowsActions(q))
}

func (b *filterBar) set(c *widgets.Chip, what, value string) {
	if value == "" {
		c.Set(b.p.T("actions.filter.all", "what", b.p.T(what)), false)
		return
	}
	c.Set(b.p.T("action.filter", "label", b.p.T(what), "value", value), true)
}

// item is a choice of a menu; the one in force is ticked.
func (b *filterBar) item(label string, on bool, change func(*register.ActionQuery)) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, func() { b.with(change) })
	i.Checked = on
	return i
}

func (b *filterBar) statusMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{b.item(b.p.T("actions.filter.allStatuses"), len(b.q.Statuses) == 0, func(q *register.ActionQuery) { q.Statuses = nil })}
	for _, s := range action.Statuses {
		items = append(items, b.item(s.Label().In(b.p), slices.Contains(b.q.Statuses, s), func(q *register.ActionQuery) { toggle(q, s) }))
	}
	return items
}

func toggle(q *register.ActionQuery, s action.Status) {
	if i := slices.Index(q.Statuses, s); i >= 0 {
		q.Statuses = slices.Delete(q.Statuses, i, i+1)
		return
	}
	q.Statuses = append(q.Statuses, s)
}

func (b *filterBar) boardMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{b.item(b.p.T("actions.filter.allBoards"), b.q.Unit == "", func(q *register.ActionQuery) { q.Unit = "" })}
	for _, u := range b.r.Organisation().Boards() {
		items = append(items, b.item(u.Name, b.q.Unit == u.ID, func(q *register.ActionQuery) { q.Unit = u.ID }))
	}
	return items
}

func (b *filterBar) roleMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{b.item(b.p.T("actions.filter.everyone"), b.q.Responsible == "", func(q *register.ActionQuery) { q.Responsible = "" })}
	for _, role := range present.ActionRoles(b.r) {
		items = append(items, b.item(role, b.q.Responsible == role, func(q *register.ActionQuery) { q.Responsible = role }))
	}
	return items
}

func (b *filterBar) causeMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{b.item(b.p.T("actions.filter.allCauses"), !b.q.ByCause, func(q *register.ActionQuery) { q.ByCause, q.Cause = false, action.ByItself })}
	for _, k := range action.CauseKinds {
		items = append(items, b.item(k.Label().In(b.p), b.q.ByCause && b.q.Cause == k, func(q *register.ActionQuery) { q.ByCause, q.Cause = true, k }))
	}
	return items
}
