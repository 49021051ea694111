package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// gridHead shows the titles. A click sorts, dragging an edge makes a column
// wider; with the keyboard Left and Right go between titles, Enter sorts and
// Shift+Left, Shift+Right change the width.
type gridHead struct {
	widget.BaseWidget
	shiftable
	grid     *grid
	offset   float32
	focused  bool
	at       int // the title the keyboard is at
	dragged  int // column whose edge is being dragged, or -1
	nearEdge bool
	renderer *gridHeadRenderer
}

func newGridHead(g *grid) *gridHead {
	h := &gridHead{grid: g, dragged: -1}
	h.ExtendBaseWidget(h)
	return h
}

// slide follows the body sideways.
func (h *gridHead) slide(offset float32) {
	if h.offset != offset {
		h.offset = offset
		h.Refresh()
	}
}

// MayElide marks for a check of clipped texts that … is meant here.
func (h *gridHead) MayElide() bool { return true }

// Tapped is part of fyne.Tappable.
func (h *gridHead) Tapped(e *fyne.PointEvent) {
	x := e.Position.X + h.offset
	if h.grid.checks && x < h.grid.lead() {
		h.pressAll()
		return
	}
	if column := h.grid.columnAt(x); column >= 0 && h.edgeAt(e.Position.X) < 0 {
		h.at = column
		h.sort(column)
	}
}

// pressAll selects all rows, or none when all are selected.
func (h *gridHead) pressAll() {
	if len(h.grid.selected) == h.grid.source.count() {
		h.grid.selectNone()
	} else {
		h.grid.selectAll()
	}
}

func (h *gridHead) sort(column int) {
	c := h.grid.columns[column]
	if !c.sortable {
		return
	}
	h.grid.descending = h.grid.sortID == c.id && !h.grid.descending
	h.grid.sortID = c.id
	h.Refresh()
	h.grid.source.sortAsked(c.id, h.grid.descending)
}

// edgeAt returns the column whose right edge is at a place, or -1.
func (h *gridHead) edgeAt(x float32) int {
	near := theme.Scaled(grip)
	for i, c := range h.grid.columns {
		if d := x + h.offset - (c.left + c.wide); d > -near && d < near {
			return i
		}
	}
	return -1
}

// MouseDown is part of desktop.Mouseable.
func (h *gridHead) MouseDown(e *desktop.MouseEvent) { h.dragged = h.edgeAt(e.Position.X) }

// MouseUp is part of desktop.Mouseable.
func (h *gridHead) MouseUp(*desktop.MouseEvent) {}

// Dragged is part of fyne.Draggable.
func (h *gridHead) Dragged(e *fyne.DragEvent) {
	if h.dragged >= 0 {
		h.widen(h.dragged, e.Dragged.DX)
	}
}

// DragEnd is part of fyne.Draggable.
func (h *gridHead) DragEnd() {
	if h.dragged >= 0 {
		h.told(h.dragged)
	}
	h.dragged = -1
}

// widen changes a width by pixels.
func (h *gridHead) widen(column int, by float32) {
	c := &h.grid.columns[column]
	c.width = max(leastColumn, (c.wide+by)/theme.Scaled(1))
	h.grid.columnsChanged()
}

func (h *gridHead) told(column int) {
	c := h.grid.columns[column]
	h.grid.source.resized(c.id, c.width)
}

// MouseIn is part of desktop.Hoverable.
func (h *gridHead) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved is part of desktop.Hoverable.
func (h *gridHead) MouseMoved(e *desktop.MouseEvent) { h.nearEdge = h.edgeAt(e.Position.X) >= 0 }

// MouseOut is part of desktop.Hoverable.
func (h *gridHead) MouseOut() { h.nearEdge = false }

// Cursor is part of desktop.Cursorable.
func (h *gridHead) Cursor() desktop.Cursor {
	if h.nearEdge {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// FocusGained is part of fyne.Focusable.
func (h *gridHead) FocusGained() {
	h.focused = true
	h.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (h *gridHead) FocusLost() {
	h.focused, h.shift = false, false
	h.Refresh()
}

// TypedRune is part of fyne.Focusable.
func (h *gridHead) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (h *gridHead) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		h.step(-1)
	case fyne.KeyRight:
		h.step(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if h.at < len(h.grid.columns) {
			h.sort(h.at)
		}
	case fyne.KeyDown:
		focusOn(h.grid.body)
	default:
		passKey(h, e)
	}
}

// step goes to the next title, or with Shift changes the width.
func (h *gridHead) step(by int) {
	if len(h.grid.columns) == 0 {
		return
	}
	if h.shift {
		h.widen(h.at, float32(by)*theme.Scaled(10))
		h.told(h.at)
		return
	}
	h.at = max(0, min(len(h.grid.columns)-1, h.at+by))
	h.Refresh()
}

// TypedShortcut is part of fyne.Shortcutable.
func (h *gridHead) TypedShortcut(s fyne.Shortcut) { passShortcut(h, s) }

// CreateRenderer is part of fyne.Widget.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	r := &gridHeadRenderer{
		head: h, line: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		check: &canvas.Image{FillMode: canvas.ImageFillContain}, arrow: &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	h.renderer = r
	r.draw()
	return r
}

type gridHeadRenderer struct {
	head         *gridHead
	line, ring   *canvas.Rectangle
	check, arrow *canvas.Image
	titles       []*canvas.Text
	objects      []fyne.CanvasObject
}

func (r *gridHeadRenderer) Destroy()                     {}
func (r *gridHeadRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridHeadRenderer) Layout(fyne.Size)             { r.draw() }
func (r *gridHeadRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, theme.Scaled(headHeight)) }

func (r *gridHeadRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.head)
}

func (r *gridHeadRenderer) draw() {
	g := r.head.grid
	height := theme.Scaled(headHeight)
	thin := theme.Scaled(2)
	r.line.FillColor = fynetheme.Color(fynetheme.ColorNameSeparator)
	put(r.line, fyne.NewPos(0, height-thin), fyne.NewSize(max(g.total, r.head.Size().Width), thin))
	r.line.Refresh()
	r.objects = append(r.objects[:0], r.line)
	r.drawCheck(height)
	f := face{theme.Scaled(12.5), fyne.TextStyle{Bold: true}}
	for len(r.titles) < len(g.columns) {
		r.titles = append(r.titles, canvas.NewText("", color.Transparent))
	}
	r.arrow.Hide()
	r.ring.Hide()
	for i := range g.columns {
		r.drawTitle(i, f, height)
	}
	r.objects = append(r.objects, r.arrow, r.ring)
}

func (r *gridHeadRenderer) drawCheck(height float32) {
	g := r.head.grid
	if !g.checks {
		return
	}
	picture, tone := mark.Box, Muted
	switch n := len(g.selected); {
	case n > 0 && n == g.source.count():
		picture, tone = mark.BoxOn, Accent
	case n > 0:
		picture, tone = mark.BoxSome, Accent
	}
	setPicture(r.check, picture, tone.colour())
	box := theme.Scaled(boxSize)
	put(r.check, fyne.NewPos(theme.Scaled(checkWidth)/2-box/2-r.head.offset, (height-box)/2), fyne.NewSquareSize(box))
	r.objects = append(r.objects, r.check)
}

func (r *gridHeadRenderer) drawTitle(i int, f face, height float32) {
	g := r.head.grid
	c := g.columns[i]
	margin, arrow := theme.Scaled(cellMargin), theme.Scaled(10)
	left, room := c.left+margin-r.head.offset, c.wide-2*margin
	sorted := c.id == g.sortID && c.sortable
	if sorted {
		room -= arrow + theme.Scaled(3)
	}
	t := r.titles[i]
	t.Text, _ = f.elide(c.title, room)
	t.TextSize, t.TextStyle, t.Color, t.Alignment = f.size, f.style, Plain.colour(), c.align
	put(t, fyne.NewPos(left, (height-f.height())/2), fyne.NewSize(max(0, room), f.height()))
	t.Refresh()
	r.objects = append(r.objects, t)
	if sorted {
		r.drawArrow(left+r.endOfTitle(t, f, room)+theme.Scaled(3), arrow, height)
	}
	if r.head.focused && r.head.at == i {
		r.ring.StrokeColor, r.ring.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), theme.Scaled(2)
		r.ring.CornerRadius = theme.Scaled(3)
		put(r.ring, fyne.NewPos(c.left-r.head.offset, 0), fyne.NewSize(c.wide, height))
		r.ring.Show()
		r.ring.Refresh()
	}
}

func (r *gridHeadRenderer) endOfTitle(t *canvas.Text, f face, room float32) float32 {
	if t.Alignment == fyne.TextAlignLeading {
		return f.width(t.Text)
	}
	return room
}

func (r *gridHeadRenderer) drawArrow(x, size, height float32) {
	picture := mark.Up
	if r.head.grid.descending {
		picture = mark.Down
	}
	setPicture(r.arrow, picture, Plain.colour())
	put(r.arrow, fyne.NewPos(x, (height-size)/2), fyne.NewSquareSize(size))
	r.arrow.Show()
}
