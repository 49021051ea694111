package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// rowSource is what a grid knows of the table it belongs to.
type rowSource interface {
	count() int
	rowKey(row int) string
	cell(row, column int) cell

	opened(row int)
	selectionChanged()
	sortAsked(id string, descending bool)
	menuAsked(row int, at fyne.Position)
	boxPressed(row, column int)
	resized(id string, width float32)
	deleteAsked()
	runeTyped(r rune) bool
}

// cell is what one cell shows.
type cell struct {
	text       string
	tone       Tone
	bold       bool
	mark       mark.Sign
	markTone   Tone
	badges     []Badge
	box, boxOn bool
}

type gridColumn struct {
	id, title             string
	width                 float32 // at 100 %
	align                 fyne.TextAlign
	grow, sortable, boxed bool

	left, wide float32 // in pixels, as laid out
}

// The measures of a table at 100 %.
const (
	rowHeight     = 35
	headHeight    = 34
	checkWidth    = 36
	cellMargin    = 9
	standardWidth = 120
	leastColumn   = 40
	boxSize       = 16
	// grip is how near the edge of a title the pointer takes hold of it.
	grip = 5
)

// grid is the part of a table that does not care what a row is: columns,
// selection, scrolling.
type grid struct {
	source     rowSource
	columns    []gridColumn
	checks     bool
	sortID     string
	descending bool
	empty      fyne.CanvasObject

	selected map[string]bool
	current  int // the row the keyboard is at, -1 for none
	anchor   int // where a selection of several began
	curKey   string

	head   *gridHead
	clip   *container.Clip
	body   *gridBody
	scroll *container.Scroll
	total  float32 // width of all columns in pixels
}

func newGrid(source rowSource) *grid {
	g := &grid{source: source, selected: map[string]bool{}, current: -1, anchor: -1}
	g.head = newGridHead(g)
	g.clip = container.NewClip(g.head)
	g.body = newGridBody(g)
	g.scroll = container.NewScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.scrolled() }
	return g
}

func (g *grid) rowHeight() float32 { return theme.Scaled(rowHeight) }

// lead is the width before the first column.
func (g *grid) lead() float32 {
	if g.checks {
		return theme.Scaled(checkWidth)
	}
	return 0
}

// layoutColumns gives every column its place in a view of some width. What is
// left over goes to the columns that grow, or else to the last.
func (g *grid) layoutColumns(view float32) {
	sum, growing := g.lead(), 0
	for i := range g.columns {
		c := &g.columns[i]
		if c.width == 0 {
			c.width = standardWidth
		}
		c.wide = theme.Scaled(c.width)
		sum += c.wide
		if c.grow {
			growing++
		}
	}
	if spare := view - sum; spare > 0 && len(g.columns) > 0 {
		for i := range g.columns {
			c := &g.columns[i]
			if c.grow {
				c.wide += spare / float32(growing)
			} else if growing == 0 && i == len(g.columns)-1 {
				c.wide += spare
			}
		}
	}
	x := g.lead()
	for i := range g.columns {
		g.columns[i].left = x
		x += g.columns[i].wide
	}
	g.total = x
}

// columnAt returns the column at a place in the body, or -1.
func (g *grid) columnAt(x float32) int {
	for i, c := range g.columns {
		if x >= c.left && x < c.left+c.wide {
			return i
		}
	}
	return -1
}

// rowAt returns the row at a place in the body, or -1.
func (g *grid) rowAt(y float32) int {
	row := int(y / g.rowHeight())
	if y < 0 || row >= g.source.count() {
		return -1
	}
	return row
}

// page is how many rows fit the view.
func (g *grid) page() int {
	return max(1, int(g.scroll.Size().Height/g.rowHeight()))
}

func (g *grid) scrolled() {
	g.head.slide(g.scroll.Offset.X)
	g.body.update()
}

// reveal scrolls no further than needed to show a row.
func (g *grid) reveal(row int) {
	if g.scroll.Size().Height < g.rowHeight() {
		return // not laid out yet: the renderer will do it
	}
	top := float32(row) * g.rowHeight()
	offset := g.scroll.Offset
	if top < offset.Y {
		offset.Y = top
	}
	if below := top + g.rowHeight() - g.scroll.Size().Height; below > offset.Y {
		offset.Y = below
	}
	if offset != g.scroll.Offset {
		g.scroll.ScrollToOffset(offset)
		g.scrolled()
	}
}

func (g *grid) columnsChanged() {
	g.layoutColumns(g.scroll.Size().Width)
	g.refresh()
}

func (g *grid) rowsChanged() {
	g.forgetGone()
	if g.current >= 0 {
		g.current = g.find(g.curKey)
	}
	g.anchor = g.current
	g.refresh()
}

// find returns the row of a key, or -1.
func (g *grid) find(key string) int {
	for row := range g.source.count() {
		if g.source.rowKey(row) == key {
			return row
		}
	}
	return -1
}

// refresh draws everything again.
func (g *grid) refresh() {
	g.body.forget()
	g.head.Refresh()
	g.scroll.Refresh()
	g.body.Refresh()
	if g.empty != nil {
		if g.source.count() == 0 {
			g.empty.Show()
		} else {
			g.empty.Hide()
		}
	}
}

// gridRenderer puts head and body together.
type gridRenderer struct {
	widget fyne.Widget
	grid   *grid
	shown  bool // laid out once
}

func newGridRenderer(w fyne.Widget, g *grid) *gridRenderer { return &gridRenderer{widget: w, grid: g} }

func (r *gridRenderer) Destroy() {}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	if r.grid.empty != nil {
		return []fyne.CanvasObject{r.grid.clip, r.grid.scroll, r.grid.empty}
	}
	return []fyne.CanvasObject{r.grid.clip, r.grid.scroll}
}

func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Scaled(4*leastColumn), theme.Scaled(headHeight)+2*r.grid.rowHeight())
}

func (r *gridRenderer) Layout(size fyne.Size) {
	g := r.grid
	top := theme.Scaled(headHeight)
	g.layoutColumns(size.Width)
	put(g.clip, fyne.Position{}, fyne.NewSize(size.Width, top))
	put(g.scroll, fyne.NewPos(0, top), fyne.NewSize(size.Width, max(0, size.Height-top)))
	g.refresh()
	if g.current >= 0 && !r.shown {
		g.reveal(g.current)
	}
	r.shown = true
	if g.empty != nil {
		put(g.empty, fyne.NewPos(0, top), g.scroll.Size())
	}
}

func (r *gridRenderer) Refresh() {
	r.Layout(r.widget.Size())
}
