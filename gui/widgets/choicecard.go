package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

// ChoiceCard is one of several choices: a ring, a few words, and what the
// choice means. Arrows go to its neighbours.
type ChoiceCard struct {
	pressable
	// OnAgain is called by Enter on a card that is chosen already: to go on.
	OnAgain func()
	// OnArrow is called by the arrows with −1 or +1.
	OnArrow func(step int)

	on             bool
	ring           *Icon
	title, meaning *Text
}

// NewChoiceCard offers a choice by its name and what it means.
func NewChoiceCard(title, meaning string, tapped func()) *ChoiceCard {
	c := &ChoiceCard{
		ring: NewIcon(Radio, Muted), title: NewWrapped(title, Strong, Plain), meaning: NewWrapped(meaning, Small, Plain),
	}
	c.name = title
	c.OnTapped = tapped
	c.keys = c.key
	c.extend(c)
	return c
}

// SetChosen tells whether this is the choice made.
func (c *ChoiceCard) SetChosen(on bool) {
	c.on = on
	c.ring.Set(Radio, Muted)
	if on {
		c.ring.Set(RadioOn, Accent)
	}
	c.Refresh()
}

// Chosen tells whether this is the choice made.
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
	content := container.New(&headed{gap: 6}, head, c.meaning)
	return newDrawing(c, content, 10, 11, func() dress {
		d := dress{
			fill: theme.ColorCard, border: fynetheme.ColorNameSeparator,
			radius: fynetheme.Size(fynetheme.SizeNameCardRadius), hovered: c.hovered, focused: c.focused,
		}
		if c.on {
			d.fill, d.border, d.thickness = theme.ColorAccentSoft, fynetheme.ColorNamePrimary, 2
		}
		return d
	})
}

// SetMeaning changes what the choice means.
func (c *ChoiceCard) SetMeaning(s string) {
	c.meaning.SetText(s)
	c.Refresh()
}

// Focus moves the keyboard to the card.
func (c *ChoiceCard) Focus() { focusOn(c) }
