package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Door is a way out of an empty page.
type Door struct {
	Title, Words string
	Open         func()
}

// EmptyState is an empty page that teaches.
type EmptyState struct {
	widget.BaseWidget
	content fyne.CanvasObject
	first   *doorCard
}

// NewEmptyState teaches what a page is for while it is empty, and offers doors.
func NewEmptyState(title, words string, doors ...Door) *EmptyState {
	e := &EmptyState{}
	head := Column(Near, centredText(title, Section, Plain), centredText(words, Body, Muted))
	parts := []fyne.CanvasObject{head}
	if len(doors) > 0 {
		cards := make([]fyne.CanvasObject, len(doors))
		for i, d := range doors {
			card := newDoorCard(d)
			if i == 0 {
				e.first = card
			}
			cards[i] = card
		}
		parts = append(parts, Columns(Apart, nil, cards...))
	}
	middle := container.New(&upperThird{width: 760}, Column(Margin, parts...))
	e.content = Inset(Near, Apart, middle)
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is part of fyne.Widget.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.content) }

// Focus moves the keyboard to the first door.
func (e *EmptyState) Focus() {
	if e.first != nil {
		e.first.focus()
	}
}

func centredText(s string, role Role, tone Tone) *Text {
	t := NewWrapped(s, role, tone)
	t.Align = fyne.TextAlignCenter
	t.Hidden = s == ""
	return t
}

type doorCard struct {
	pressable
	content fyne.CanvasObject
}

func newDoorCard(d Door) *doorCard {
	c := &doorCard{}
	c.content = Column(Tight, NewWrapped(d.Title, Strong, Accent), NewWrapped(d.Words, Small, Muted))
	c.name = d.Title
	c.OnTapped = d.Open
	c.extend(c)
	return c
}

// CreateRenderer is part of fyne.Widget.
func (c *doorCard) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(c, c.content, 16, 16, func() dress {
		return dress{
			fill: theme.ColorCard, border: theme.ColorOutline, radius: fynetheme.Size(fynetheme.SizeNameCardRadius),
			hovered: c.hovered, focused: c.focused,
		}
	})
}

// upperThird centres content sideways, no wider than a width at 100 %, and puts it
// somewhat above the middle.
type upperThird struct{ width float32 }

func (u *upperThird) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (u *upperThird) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, theme.Scaled(u.width))
	height := objects[0].MinSize().Height
	put(objects[0], fyne.NewPos((size.Width-width)/2, max(0, (size.Height-height)/3)), fyne.NewSize(width, height))
}
