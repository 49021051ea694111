package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
)

// Figure is a card with one large number. The whole card can be pressed and
// opens the list behind the number.
type Figure struct {
	pressable
	content fyne.CanvasObject
}

// FigureTexts is what a figure says.
type FigureTexts struct {
	Title  string
	Number string
	Beside string // small words after the number; may be empty
	Note   string // beneath; may be empty
	Tone   Tone   // of the note
	// Share, 0 to 1, draws a bar beneath; negative: none.
	Share float32
}

// NewFigure shows a number.
func NewFigure(t FigureTexts, tapped func()) *Figure {
	number := Row(Near, NewText(t.Number, Huge, Plain), NewText(t.Beside, Small, Muted), layout.NewSpacer())
	parts := []fyne.CanvasObject{NewWrapped(t.Title, Body, Muted), number}
	if t.Share >= 0 {
		parts = append(parts, NewBar(t.Share, Good, 12))
	}
	if t.Note != "" {
		parts = append(parts, NewWrapped(t.Note, Small, t.Tone))
	}
	f := &Figure{content: Column(2, parts...)}
	f.name = t.Title + " " + t.Number
	f.OnTapped = tapped
	f.extend(f)
	return f
}

// Focus moves the keyboard to the figure.
func (f *Figure) Focus() { f.focus() }

// CreateRenderer is part of fyne.Widget.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(f, f.content, 13, 16, func() dress {
		d := cardDress()
		d.hovered, d.focused = f.hovered, f.focused
		return d
	})
}
