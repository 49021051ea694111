package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Card is a white surface with a thin border around content.
type Card struct {
	widget.BaseWidget
	content              fyne.CanvasObject
	vertical, horizontal float32
}

// NewCard puts content on a card. An empty title is left out.
func NewCard(title string, content fyne.CanvasObject) *Card {
	if title != "" {
		content = container.New(&headed{gap: 6}, NewWrapped(title, Strong, Plain), content)
	}
	return newCard(content, 13, 16)
}

// NewCardWithNote is a card with a few muted words after its title.
func NewCardWithNote(title, note string, content fyne.CanvasObject) *Card {
	head := Row(Tight, NewText(title, Strong, Plain), NewText(note, Small, Muted), layout.NewSpacer())
	return newCard(container.New(&headed{gap: 6}, head, content), 13, 16)
}

// NewPlate is a card without margins: around a table.
func NewPlate(content fyne.CanvasObject) *Card { return newCard(content, 1, 1) }

func newCard(content fyne.CanvasObject, vertical, horizontal float32) *Card {
	c := &Card{content: content, vertical: vertical, horizontal: horizontal}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is part of fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(c, c.content, c.vertical, c.horizontal, cardDress)
}

// cardDress is how a card looks, and what is like one.
func cardDress() dress {
	return dress{
		fill: theme.ColorCard, border: fynetheme.ColorNameSeparator,
		radius: fynetheme.Size(fynetheme.SizeNameCardRadius),
	}
}

// headed puts the first object at the top and gives the second what is left.
type headed struct{ gap float32 }

func (h *headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head, body := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(head.Width, body.Width), head.Height+theme.Scaled(h.gap)+body.Height)
}

func (h *headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], fyne.Position{}, fyne.NewSize(size.Width, objects[0].MinSize().Height))
	y := objects[0].MinSize().Height + theme.Scaled(h.gap)
	put(objects[1], fyne.NewPos(0, y), fyne.NewSize(size.Width, max(0, size.Height-y)))
}
