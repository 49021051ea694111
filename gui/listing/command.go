package listing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/widgets"
)

// Command is something that can be done with the rows marked: a link below the
// table and a line of the menu of a row.
type Command[R any] struct {
	Label string
	// Do is done with one row. Fits reports whether it can be; nil for with each.
	Do   func(R)
	Fits func(R) bool
	// All is done with all rows marked, in place of Do; with Several, only when those are more than one.
	All     func([]R)
	Several bool
	// Hidden keeps it in the menu only.
	Hidden bool
	// Apart puts a line before it in the menu.
	Apart bool
}

func (c *Command[R]) fits(rows []R) bool {
	switch {
	case c.All != nil:
		return len(rows) > 1 || len(rows) == 1 && !c.Several
	case len(rows) != 1:
		return false
	}
	return c.Fits == nil || c.Fits(rows[0])
}

// commandBar is the row below the table.
type commandBar[R, Q, D any] struct {
	list   *List[R, Q, D]
	links  []*widgets.Button // one for each command
	row    *fyne.Container
	count  *widgets.Text     // how many rows are marked; nil for not said
	hint   *fyne.Container   // nil for none
	object fyne.CanvasObject // nil without commands
}

func newCommandBar[R, Q, D any](l *List[R, Q, D]) *commandBar[R, Q, D] {
	b := &commandBar[R, Q, D]{list: l, row: widgets.Flow(widgets.Apart)}
	if l.spec.Marks != nil {
		b.count = widgets.NewText("", widgets.Small, widgets.Muted)
		b.row.Add(widgets.Inset(3, 0, b.count))
	}
	for i := range l.spec.Commands {
		c := &l.spec.Commands[i]
		link := widgets.NewLink(c.Label, widgets.Accent, func() { b.run(c) })
		b.links = append(b.links, link)
		b.row.Add(link)
	}
	content := fyne.CanvasObject(b.row)
	if l.spec.Hint != "" {
		b.hint = widgets.Inset(3, 0, widgets.NewWrapped(l.spec.Hint, widgets.Small, widgets.Muted))
		content = container.NewStack(b.hint, b.row)
	}
	if len(l.spec.Aside) > 0 {
		content = widgets.Border(nil, nil, nil, widgets.Row(widgets.Near, l.spec.Aside...), content)
	}
	if len(b.links) > 0 {
		b.object = widgets.Inset(8, 0, content)
	}
	return b
}

func (b *commandBar[R, Q, D]) run(c *Command[R]) {
	switch rows := b.list.Table.Selected(); {
	case !c.fits(rows):
	case c.All != nil:
		c.All(rows)
	default:
		c.Do(rows[0])
	}
}

// apply shows what can be done with the rows marked.
func (b *commandBar[R, Q, D]) apply(rows []R) {
	if b.object == nil {
		return
	}
	if b.count != nil {
		b.count.SetText(b.list.spec.Marks(len(rows)))
	}
	for i := range b.links {
		c := &b.list.spec.Commands[i]
		fits := c.fits(rows) && !c.Hidden
		if b.list.spec.Greyed {
			Enable(b.links[i], fits)
		} else {
			Visible(b.links[i], fits)
		}
	}
	if b.hint != nil {
		Visible(b.hint, len(rows) == 0)
		Visible(b.row, len(rows) > 0)
	}
	b.object.Refresh()
}

// menu is the same by right click.
func (l *List[R, Q, D]) menu(row R, at fyne.Position) {
	items := l.items(row)
	if l.spec.Menu != nil {
		items = l.spec.Menu(row)
	}
	if len(items) > 0 {
		widgets.ShowMenu(l.stage.Window.Canvas(), at, items...)
	}
}

func (l *List[R, Q, D]) items(row R) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	marked := l.Table.Selected()
	for i := range l.spec.Commands {
		c := &l.spec.Commands[i]
		if !c.fits(marked) {
			continue
		}
		if c.Apart {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, fyne.NewMenuItem(c.Label, func() {
			if c.All != nil {
				c.All(marked)
			} else {
				c.Do(row)
			}
		}))
	}
	return items
}
