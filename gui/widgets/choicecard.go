package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// ChoiceCard is one of several choices: a ring, a few words, and what the
// choice means. Arrows go to its neighbours.
type ChoiceCard struct {
	pressable
	// OnAgain is called by Enter on a card that is chosen already: to go on.
	OnAgain func()
	// OnArrow is called by the arrows with −1 or +1.
	OnArrow func(step int)

	on, line       bool
	ring           *Icon
	title, meaning *Text
}

// NewChoiceCard offers a choice by its name and what it means.
func NewChoiceCard(title, meaning string, tapped func()) *ChoiceCard {
	c := &ChoiceCard{
		ring: NewIcon(mark.Radio, Muted), title: NewWrapped(title, Strong, Plain), meaning: NewWrapped(meaning, Small, Plain),
	}
	c.name = title
	c.OnTapped = tapped
	c.keys = c.key
	c.extend(c)
	return c
}

// NewChoiceLine is a choice that its name says enough of: one of several
// answers side by side or in a list.
func NewChoiceLine(title string, tapped func()) *ChoiceCard {
	c := NewChoiceCard(title, "", tapped)
	c.title.SetRole(Body)
	c.line = true
	return c
}

// Wanted is the width that shows the name on one line, in pixels.
func (c *ChoiceCard) Wanted() float32 {
	return c.title.face().width(c.title.text) + c.ring.MinSize().Width + theme.Scaled(6+2*lineMargin) + 3
}

// lineMargin is left and right of a choice on one line, at 100 %.
const lineMargin = 10

// SetChosen reports whether this is the choice made.
func (c *ChoiceCard) SetChosen(on bool) {
	c.on = on
	c.ring.Set(mark.Radio, Muted)
	if on {
		c.ring.Set(mark.RadioOn, Accent)
	}
	c.Refresh()
}

// Chosen reports whether this is the choice made.
func (c *ChoiceCard) Chosen() bool { return c.on }

// TypedKey is part of fyne.Focusable.
func (c *ChoiceCard) TypedKey(e *fyne.KeyEvent) {
	if (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && c.on && c.OnAgain != nil {
		c.OnAgain()
		return
	}
	c.pressable.TypedKey(e)
}

func (c *ChoiceCard) key(e *fyne.KeyEvent) {
	step := 0
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		step = -1
	case fyne.KeyRight, fyne.KeyDown:
		step = 1
	}
	switch {
	case step == 0:
		passKey(c.self, e)
	case c.OnArrow != nil:
		c.OnArrow(step)
	}
}

// CreateRenderer is part of fyne.Widget.
func (c *ChoiceCard) CreateRenderer() fyne.WidgetRenderer {
	head := container.New(&leading{gap: 6}, c.ring, c.title)
	content, vertical, horizontal := fyne.CanvasObject(container.New(&headed{gap: 6}, head, c.meaning)), float32(10), float32(11)
	if c.line {
		content, vertical, horizontal = head, 5, lineMargin
	}
	return newDrawing(c, content, vertical, horizontal, func() dress {
		d := cardDress()
		d.hovered, d.focused = c.hovered, c.focused
		if c.on {
			d.fill, d.border, d.thickness = theme.ColorAccentSoft, fynetheme.ColorNamePrimary, 2
		}
		return d
	})
}

// SetRoles changes the ranks of the name and of what the choice means.
func (c *ChoiceCard) SetRoles(title, meaning Role) {
	c.title.SetRole(title)
	c.meaning.SetRole(meaning)
	c.Refresh()
}

// SetMeaning changes what the choice means.
func (c *ChoiceCard) SetMeaning(s string) {
	c.meaning.SetText(s)
	c.Refresh()
}

// Focus moves the keyboard to the card.
func (c *ChoiceCard) Focus() { focusOn(c) }
