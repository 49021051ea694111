package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// chipMargin is the margin left and right of the words, at 100 %.
const chipMargin = 12

// chipWidth is the width beyond which a name ends in …, at 100 %. The chip's menu
// and the list it filters show the whole name.
const chipWidth = 280

// Chip is a filter. Pressing it opens a menu or switches it on and off; while it
// is active its cross clears it.
type Chip struct {
	pressable
	// OnClear is called by the cross, and by Delete. A chip without it has no cross.
	OnClear func()

	active bool
	label  *Text
	arrow  *Icon
	cross  *Icon
	boxed  bool
}

// NewChip is a filter that is switched by pressing it.
func NewChip(label string, tapped func()) *Chip {
	c := &Chip{label: NewElided(label, Small, Plain), arrow: newSmallIcon(mark.Down, Plain, 10), cross: newSmallIcon(mark.Cross, Accent, 11)}
	c.name = label
	c.label.keep = chipWidth
	c.arrow.Hide()
	c.cross.Hide()
	c.OnTapped = tapped
	c.keys = c.key
	c.extend(c)
	return c
}

// NewMenuChip is a filter that opens a menu of choices. The menu is made when it opens.
func NewMenuChip(label string, items func() []*fyne.MenuItem) *Chip {
	c := NewChip(label, nil)
	c.arrow.Show()
	c.OnTapped = func() { openMenu(c, items()) }
	return c
}

// NewChoice is a box with a menu of choices, for a row of a table or a form:
// a drop-down list as wide as what it says.
func NewChoice(label string, items func() []*fyne.MenuItem) *Chip {
	c := NewMenuChip(label, items)
	c.boxed = true
	c.label.role = Body
	return c
}

// Set changes the words and whether the filter is active.
func (c *Chip) Set(label string, active bool) {
	c.name = label
	c.active = active
	c.label.text = label
	c.cross.Hidden = !active || c.OnClear == nil
	c.Refresh()
}

// Text returns the words.
func (c *Chip) Text() string { return c.label.Text() }

// Active reports whether the filter is on.
func (c *Chip) Active() bool { return c.active }

// Tapped is part of fyne.Tappable: on the cross it clears.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	c.focus()
	if c.cross.Visible() && e != nil && e.Position.X >= c.cross.Position().X+theme.Scaled(chipMargin) {
		c.clear()
		return
	}
	c.press()
}

func (c *Chip) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.clear()
	case fyne.KeyDown:
		if c.arrow.Visible() {
			c.press()
		}
	default:
		passKey(c, e)
	}
}

func (c *Chip) clear() {
	if c.active && c.OnClear != nil {
		c.OnClear()
	}
}

// CreateRenderer is part of fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	content := Row(5, c.label, c.arrow, c.cross)
	return newDrawing(c, content, 4, chipMargin, c.dress)
}

func (c *Chip) dress() dress {
	d := dress{
		fill: theme.ColorCard, border: theme.ColorOutline, radius: theme.Scaled(14),
		hovered: c.hovered, focused: c.focused,
	}
	c.label.tone = Plain
	if c.active {
		d.fill, d.border = theme.ColorAccentSoft, fynetheme.ColorNamePrimary
		c.label.tone = Accent
	}
	if c.boxed {
		d.radius = fynetheme.Size(fynetheme.SizeNameButtonRadius)
	}
	c.arrow.tone = c.label.tone
	return d
}
