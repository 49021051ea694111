package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Sidebar is the surface at the left of the window, with a line at its right.
type Sidebar struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// NewSidebar puts content at the left, with its width at 100 %.
func NewSidebar(width float32, content fyne.CanvasObject) *Sidebar {
	s := &Sidebar{content: Sized(width, 0, content)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *Sidebar) CreateRenderer() fyne.WidgetRenderer {
	return &sidebarRenderer{newDrawing(s, s.content, 0, 0, func() dress {
		return dress{fill: theme.ColorCard}
	}), canvas.NewRectangle(color.Transparent)}
}

type sidebarRenderer struct {
	*drawing
	line *canvas.Rectangle
}

func (r *sidebarRenderer) Objects() []fyne.CanvasObject {
	return append(r.drawing.Objects(), r.line)
}

func (r *sidebarRenderer) Layout(size fyne.Size) {
	r.drawing.Layout(size)
	thin := theme.Scaled(1)
	r.line.FillColor = fynetheme.Color(fynetheme.ColorNameSeparator)
	r.line.Move(fyne.NewPos(size.Width-thin, 0))
	r.line.Resize(fyne.NewSize(thin, size.Height))
}

func (r *sidebarRenderer) Refresh() {
	r.drawing.Refresh()
	r.Layout(r.widget.Size())
}

// NavItem is a line of the navigation at the left: a page and how much waits there.
type NavItem struct {
	pressable
	label  *Text
	count  *Count
	chosen bool
}

// NewNavItem is a line that opens a page.
func NewNavItem(label string, tapped func()) *NavItem {
	n := &NavItem{label: NewElided(label, Body, Plain), count: newCount("")}
	n.name = label
	n.OnTapped = tapped
	n.extend(n)
	return n
}

// SetCount shows how much waits, already written; empty for nothing.
func (n *NavItem) SetCount(s string) {
	n.count.Set(s)
	n.Refresh()
}

// SetChosen marks the page that is open.
func (n *NavItem) SetChosen(on bool) {
	n.chosen = on
	n.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	content := container.NewBorder(nil, nil, nil, Row(0, n.count), n.label)
	return newDrawing(n, content, 8, 10, n.dress)
}

func (n *NavItem) dress() dress {
	d := dress{radius: fynetheme.Size(fynetheme.SizeNameButtonRadius), hovered: n.hovered && !n.chosen, focused: n.focused}
	n.label.tone, n.label.bold = Plain, n.chosen
	if n.chosen {
		d.fill = theme.ColorAccentSoft
		n.label.tone = Accent
	}
	return d
}
