package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

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
