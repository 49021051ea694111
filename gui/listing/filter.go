package listing

import (
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

// Filter is a chip that changes one part of the query.
type Filter[Q any] struct {
	// Say is what the chip says of a query, and whether it leaves anything out.
	Say func(Q) (words string, on bool)
	// Menu is what can be chosen. Without it, pressing the chip makes the change of Press.
	Menu  func(Q) []Choice[Q]
	Press func(*Q)
	// Clear is the change that the chip's cross makes; without it there is no cross.
	Clear func(*Q)
	// Hidden reports whether there is nothing to choose; nil for never.
	Hidden func(Q) bool
	// Link makes a link of it instead of a chip, Box a box with a menu.
	Link, Box bool
}

// Choice is a line of a filter's menu; the zero value is a line between others.
type Choice[Q any] struct {
	Label  string
	On     bool // it is in force
	Change func(*Q)
	More   []Choice[Q] // a menu of its own, in place of Change
}

// Toggle is a filter that is switched on and off.
func Toggle[Q any](label string, on func(*Q) *bool) Filter[Q] {
	return Filter[Q]{
		Say:   func(q Q) (string, bool) { return label, *on(&q) },
		Press: func(q *Q) { *on(q) = !*on(q) },
		Clear: func(q *Q) { *on(q) = false },
	}
}

// Counted is a filter that is switched on and off, and says how many it keeps.
func Counted[Q any](say func() string, on func(*Q) *bool) Filter[Q] {
	return Filter[Q]{
		Say:   func(q Q) (string, bool) { return say(), *on(&q) },
		Press: func(q *Q) { *on(q) = !*on(q) },
	}
}

// OneOf is a filter on what something is. Value is what is chosen in words, empty
// for no choice; All is the choice of none, and Rest are the others.
func OneOf[Q any](p *text.Printer, what string, value func(Q) string, all Choice[Q], rest func(Q) []Choice[Q]) Filter[Q] {
	return Filter[Q]{
		Say: func(q Q) (string, bool) {
			if v := value(q); v != "" {
				return p.T("assets.filter.one", "what", what, "value", v), true
			}
			return p.T("assets.filter.all", "what", what), false
		},
		Menu: func(q Q) []Choice[Q] {
			all.On = value(q) == ""
			return append([]Choice[Q]{all}, rest(q)...)
		},
		Clear: all.Change,
	}
}

// Choices are the lines of some values.
func Choices[Q, V any](values []V, label func(V) string, on func(V) bool, set func(*Q, V)) []Choice[Q] {
	out := make([]Choice[Q], len(values))
	for i, v := range values {
		out[i] = Choice[Q]{Label: label(v), On: on(v), Change: func(q *Q) { set(q, v) }}
	}
	return out
}

// Switched returns values with one more, or without the one that was among them.
func Switched[V comparable](values []V, one V) []V {
	if i := slices.Index(values, one); i >= 0 {
		return slices.Delete(slices.Clone(values), i, i+1)
	}
	return append(slices.Clone(values), one)
}

// filterBar is the row of filters.
type filterBar[R, Q, D any] struct {
	list  *List[R, Q, D]
	chips []fyne.CanvasObject // one for each filter
}

func newFilterBar[R, Q, D any](l *List[R, Q, D]) *filterBar[R, Q, D] {
	b := &filterBar[R, Q, D]{list: l}
	for _, f := range l.spec.Filters {
		b.chips = append(b.chips, b.chip(f))
	}
	return b
}

func (b *filterBar[R, Q, D]) objects() []fyne.CanvasObject { return slices.Clone(b.chips) }

func (b *filterBar[R, Q, D]) chip(f Filter[Q]) fyne.CanvasObject {
	press := func() { b.list.Narrow(f.Press) }
	if f.Link {
		words, _ := f.Say(b.list.query)
		return widgets.NewLink(words, widgets.Accent, press)
	}
	menu := func() []*fyne.MenuItem { return b.items(f.Menu(b.list.query)) }
	c := widgets.NewChip("", press)
	switch {
	case f.Box:
		c = widgets.NewChoice("", menu)
	case f.Menu != nil:
		c = widgets.NewMenuChip("", menu)
	}
	if f.Clear != nil {
		c.OnClear = func() { b.list.Narrow(f.Clear) }
	}
	return c
}

// items are the lines of a menu, the one in force ticked.
func (b *filterBar[R, Q, D]) items(choices []Choice[Q]) []*fyne.MenuItem {
	out := make([]*fyne.MenuItem, len(choices))
	for i, c := range choices {
		switch {
		case c.More != nil:
			out[i] = fyne.NewMenuItem(c.Label, nil)
			out[i].ChildMenu = fyne.NewMenu("", b.items(c.More)...)
		case c.Change == nil:
			out[i] = fyne.NewMenuItemSeparator()
		default:
			out[i] = fyne.NewMenuItem(c.Label, func() { b.list.Narrow(c.Change) })
			out[i].Checked = c.On
		}
	}
	return out
}

// apply shows the query.
func (b *filterBar[R, Q, D]) apply() {
	q := b.list.query
	for i, f := range b.list.spec.Filters {
		if c, ok := b.chips[i].(*widgets.Chip); ok {
			c.Set(f.Say(q))
		}
		Visible(b.chips[i], f.Hidden == nil || !f.Hidden(q))
	}
}
