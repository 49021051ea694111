package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

// PressArea is content that can be pressed as a whole: a figure, a bar or a
// line that opens what lies behind it.
type PressArea struct {
	pressable
	content              fyne.CanvasObject
	card                 bool
	vertical, horizontal float32
}

// NewPressLine makes a line of content pressable. Name says in words what it opens.
func NewPressLine(name string, content fyne.CanvasObject, tapped func()) *PressArea {
	return newPressArea(&PressArea{content: content, vertical: 4, horizontal: 6}, name, tapped)
}

// NewPressCard is a card that can be pressed.
func NewPressCard(name string, content fyne.CanvasObject, tapped func()) *PressArea {
	return newPressArea(&PressArea{content: content, card: true, vertical: 13, horizontal: 16}, name, tapped)
}

func newPressArea(a *PressArea, name string, tapped func()) *PressArea {
	a.name = name
	a.OnTapped = tapped
	a.extend(a)
	return a
}

// CreateRenderer is part of fyne.Widget.
func (a *PressArea) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(a, a.content, a.vertical, a.horizontal, func() dress {
		d := dress{radius: theme.Scaled(4), hovered: a.hovered && !a.Disabled(), focused: a.focused}
		if a.card {
			d.fill, d.border = theme.ColorCard, fynetheme.ColorNameSeparator
			d.radius = fynetheme.Size(fynetheme.SizeNameCardRadius)
		}
		return d
	})
}
