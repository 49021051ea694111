package widgets

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/theme"
)

// PressArea is content that can be pressed as a whole: a figure, a bar or a
// line that opens what lies behind it.
type PressArea struct {
	pressable
	content fyne.CanvasObject
}

// NewPressLine makes a line of content pressable. Name says in words what it opens.
func NewPressLine(name string, content fyne.CanvasObject, tapped func()) *PressArea {
	a := &PressArea{content: content}
	a.name = name
	a.OnTapped = tapped
	a.extend(a)
	return a
}

// CreateRenderer is part of fyne.Widget.
func (a *PressArea) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(a, a.content, 4, 6, func() dress {
		return dress{radius: theme.Scaled(4), hovered: a.hovered && !a.Disabled(), focused: a.focused}
	})
}
