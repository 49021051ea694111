package assets

import (
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// filterBar is the row of chips. Each chip changes its own part of the query.
type filterBar struct {
	p      *text.Printer
	r      *register.Register
	change func(register.Query)
	q      register.Query

	unit, kind, level, state *widgets.Chip
	duties                   *widgets.Chip
	status, review, owner    *widgets.Chip // only while they are active
	trait                    *widgets.Chip
	more                     *widgets.Chip
	clear                    *widgets.Button
}

func newFilterBar(p *text.Printer, r *register.Register, change func(register.Query)) *filterBar {
	b := &filterBar{p: p, r: r, change: change}
	b.unit = b.chip(b.unitMenu, func(q *register.Query) { q.Unit, q.NoUnit = "", false })
	b.kind = b.chip(b.kindMenu, func(q *register.Query) { q.Kind = "" })
	b.level = b.chip(b.levelMenu, clearLevel)
	b.state = b.chip(b.stateMenu, func(q *register.Query) { q.States = nil })
	b.duties = widgets.NewChip(p.T("assets.filter.lacking"), func() { b.with(func(q *register.Query) { q.Lacking = !q.Lacking }) })
	b.duties.OnClear = func() { b.with(func(q *register.Query) { q.Lacking = false }) }
	b.trait = b.chip(b.moreMenu, func(q *register.Query) { q.Trait = "" })
	b.status = b.chip(b.statusMenu, func(q *register.Query) { q.Status = "" })
	b.review = b.chip(b.moreMenu, func(q *register.Query) { q.Overdue = false })
	b.owner = b.chip(b.moreMenu, func(q *register.Query) { q.OwnerMissing = false })
	b.more = widgets.NewMenuChip(p.T("assets.filter.more"), b.moreMenu)
	b.clear = widgets.NewLink(p.T("assets.filter.clear"), widgets.Accent, func() { b.change(register.Query{Text: b.q.Text}) })
	return b
}

func (b *filterBar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.unit, b.kind, b.level, b.state, b.duties, b.status, b.review, b.owner, b.trait, b.more, b.clear}
}

func (b *filterBar) chip(menu func() []*fyne.MenuItem, clear func(*register.Query)) *widgets.Chip {
	c := widgets.NewMenuChip("", menu)
	c.OnClear = func() { b.with(clear) }
	return c
}

// with changes a part of the query.
func (b *filterBar) with(change func(*register.Query)) {
	q := b.q
	q.States = slices.Clone(q.States)
	change(&q)
	b.change(q)
}

// apply shows a query.
func (b *filterBar) apply(q register.Query) {
	b.q = q
	f := newAssetFilter(b.p, b.r, q)
	b.set(b.unit, b.p.T("assets.filter.unit"), f.Unit())
	b.set(b.kind, b.p.T("assets.filter.kind"), f.Kind())
	b.set(b.state, b.p.T("assets.filter.state"), f.States())
	b.set(b.status, b.p.T("assets.filter.status"), f.Status())
	if level := f.Level(); level != "" {
		b.level.Set(level, true)
	} else {
		b.set(b.level, b.p.T("assets.filter.level"), "")
	}
	b.review.Set(f.Review(), f.Review() != "")
	b.owner.Set(f.Owner(), f.Owner() != "")
	b.duties.Set(b.p.T("assets.filter.lacking"), q.Lacking)
	b.trait.Set(f.Trait(), f.Trait() != "")
	setVisible(b.trait, f.Trait() != "")
	setVisible(b.review, f.Review() != "")
	setVisible(b.owner, f.Owner() != "")
	setVisible(b.status, f.Status() != "")
	q.Text = ""
	setVisible(b.clear, Narrows(q))
}

func (b *filterBar) set(c *widgets.Chip, what, value string) {
	if value == "" {
		c.Set(b.p.T("assets.filter.all", "what", what), false)
		return
	}
	c.Set(b.p.T("assets.filter.one", "what", what, "value", value), true)
}

// item is a choice of a menu; the one in force is ticked.
func (b *filterBar) item(label string, on bool, change func(*register.Query)) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, func() { b.with(change) })
	i.Checked = on
	return i
}

func (b *filterBar) unitMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		b.item(b.p.T("assets.filter.allUnits"), b.q.Unit == "" && !b.q.NoUnit, func(q *register.Query) { q.Unit, q.NoUnit = "", false }),
	}
	for _, u := range b.r.Organisation().Boards() {
		items = append(items, b.item(u.Name, b.q.Unit == u.ID, func(q *register.Query) { q.Unit, q.NoUnit = u.ID, false }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		b.item(b.p.T("assets.filter.noUnit"), b.q.NoUnit, func(q *register.Query) { q.Unit, q.NoUnit = "", true }))
}

func (b *filterBar) kindMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{b.item(b.p.T("assets.filter.allKinds"), b.q.Kind == "", func(q *register.Query) { q.Kind = "" })}
	for _, k := range asset.Kinds {
		items = append(items, b.item(present.KindLabel(b.p, k), b.q.Kind == k, func(q *register.Query) { q.Kind = k }))
	}
	return items
}

func (b *filterBar) statusMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{b.item(b.p.T("assets.filter.allStatuses"), b.q.Status == "", func(q *register.Query) { q.Status = "" })}
	for _, s := range asset.Statuses {
		items = append(items, b.item(present.StatusLabel(b.p, s), b.q.Status == s, func(q *register.Query) { q.Status = s }))
	}
	return items
}

func clearLevel(q *register.Query) {
	q.AtLeast, q.Aspect, q.ByLevel, q.Exactly = classify.Unset, nil, false, classify.Unset
}

func (b *filterBar) levelMenu() []*fyne.MenuItem {
	narrowed := newAssetFilter(b.p, b.r, b.q).Level() != ""
	items := []*fyne.MenuItem{b.item(b.p.T("assets.filter.allLevels"), !narrowed, clearLevel), fyne.NewMenuItemSeparator()}
	items = append(items, b.levelItems(nil)...)
	items = append(items, fyne.NewMenuItemSeparator())
	for _, a := range classify.Aspects {
		sub := fyne.NewMenuItem(b.p.T("aspect."+a.Key()), nil)
		sub.ChildMenu = fyne.NewMenu("", b.levelItems(&a)...)
		items = append(items, sub)
	}
	return items
}

func (b *filterBar) levelItems(aspect *classify.Aspect) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range levelChoices(b.p, b.r, aspect) {
		on := b.q.AtLeast == c.Level && !b.q.ByLevel && sameAspect(b.q.Aspect, c.Aspect)
		items = append(items, b.item(c.Label, on, func(q *register.Query) {
			clearLevel(q)
			q.AtLeast, q.Aspect = c.Level, c.Aspect
		}))
	}
	return items
}

func sameAspect(a, b *classify.Aspect) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func (b *filterBar) stateMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		b.item(b.p.T("assets.filter.allStates"), len(b.q.States) == 0, func(q *register.Query) { q.States = nil }),
		fyne.NewMenuItemSeparator(),
	}
	for _, s := range classStates {
		items = append(items, b.item(stateWord(b.p, s), slices.Contains(b.q.States, s), func(q *register.Query) { toggleState(q, s) }))
	}
	return items
}

func toggleState(q *register.Query, s classify.State) {
	if i := slices.Index(q.States, s); i >= 0 {
		q.States = slices.Delete(q.States, i, i+1)
		return
	}
	q.States = append(q.States, s)
}

func (b *filterBar) traitItem(t asset.Trait) *fyne.MenuItem {
	return b.item(t.Label().In(b.p), b.q.Trait == t, func(q *register.Query) { q.Trait = t })
}

// moreMenu holds what is seldom asked for.
func (b *filterBar) moreMenu() []*fyne.MenuItem {
	status := fyne.NewMenuItem(b.p.T("assets.filter.status"), nil)
	status.ChildMenu = fyne.NewMenu("", b.statusMenu()...)
	return []*fyne.MenuItem{
		status,
		b.item(b.p.T("assets.filter.late"), b.q.Overdue, func(q *register.Query) { q.Overdue = true }),
		b.item(b.p.T("assets.filter.noOwner"), b.q.OwnerMissing, func(q *register.Query) { q.OwnerMissing = true }),
		b.traitItem(asset.Important), b.traitItem(asset.Critical),
	}
}
