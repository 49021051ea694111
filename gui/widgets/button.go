package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// Button does something when it is clicked, or pressed with Enter or Space.
type Button struct {
	pressable

	kind    buttonKind
	compact bool                    // in a row of a table or a strip: less high
	items   func() []*fyne.MenuItem // of the menu it opens; nil for none
	label   *Text
	icon    *Icon
	// withdrawn is true while the button is not offered, whatever room there is.
	withdrawn bool
}

type buttonKind int

const (
	ordinary buttonKind = iota
	primary
	danger
	quiet
)

// NewButton is a button among others.
func NewButton(label string, tapped func()) *Button {
	return newButton(ordinary, label, mark.None, tapped)
}

// NewPrimary is the one button that goes on: at most one of them on a page.
func NewPrimary(label string, tapped func()) *Button {
	return newButton(primary, label, mark.None, tapped)
}

// newDanger is a button that takes something away.
func newDanger(label string, tapped func()) *Button {
	return newButton(danger, label, mark.None, tapped)
}

// NewLink returns a button that looks like text: for what is seldom needed, and for
// figures that open the list behind them.
func NewLink(label string, tone Tone, tapped func()) *Button {
	b := newButton(quiet, label, mark.None, tapped)
	b.label.tone, b.label.role = tone, Small
	return b
}

// NewIconButton is a small button that is only a mark. Name says in words what it does.
func NewIconButton(m mark.Sign, name string, tapped func()) *Button {
	b := newButton(quiet, "", m, tapped)
	b.label.Hide()
	b.name = name
	return b
}

// NewMenuButton opens a menu beneath itself.
func NewMenuButton(label string, items func() []*fyne.MenuItem) *Button {
	b := newButton(ordinary, label, mark.Down, nil)
	b.icon.size = 11
	b.items = items
	b.OnTapped = func() { openMenu(b, items()) }
	return b
}

func newButton(kind buttonKind, label string, m mark.Sign, tapped func()) *Button {
	b := &Button{kind: kind, label: NewText(label, Body, Plain), icon: newSmallIcon(m, Plain, 16)}
	b.OnTapped = tapped
	b.name = label
	b.label.Align = fyne.TextAlignCenter
	b.extend(b)
	return b
}

// Compact makes the button less high, for rows and strips, and returns it.
func (b *Button) Compact() *Button {
	b.compact = true
	return b
}

// Within lets words that are wider than a width, at 100 %, end in …, and returns the button.
func (b *Button) Within(width float32) *Button {
	b.label.overflow, b.label.keep = elides, width
	return b
}

// Offer shows the button, or takes it away for now. A page folds its buttons
// into a menu where there is little room: it leaves alone what is not offered.
func (b *Button) Offer(on bool) {
	b.withdrawn = !on
	b.Hidden = !on
	b.Refresh()
}

// SetText changes the words.
func (b *Button) SetText(s string) {
	b.name = s
	b.label.SetText(s)
	b.Refresh()
}

// Text returns the words.
func (b *Button) Text() string { return b.label.Text() }

// SetPrimary makes the button the one that goes on, or one among others.
func (b *Button) SetPrimary(on bool) {
	b.kind = ordinary
	if on {
		b.kind = primary
	}
	b.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	parts := []fyne.CanvasObject{layout.NewSpacer(), b.label, layout.NewSpacer()}
	if b.icon.mark != mark.None {
		parts = []fyne.CanvasObject{layout.NewSpacer(), b.label, b.icon, layout.NewSpacer()}
	}
	content := Row(0, parts...)
	if b.icon.mark != mark.None && b.label.Visible() {
		content = Row(3, parts...)
	}
	if b.kind == quiet {
		return newDrawing(b, content, 3, 4, b.dress)
	}
	if b.compact {
		return newDrawing(b, content, 3, 10, b.dress)
	}
	return newDrawing(b, content, 8, 13, b.dress)
}

func (b *Button) dress() dress {
	d := dress{
		fill: theme.ColorCard, border: theme.ColorOutline, radius: fynetheme.Size(fynetheme.SizeNameButtonRadius),
		hovered: b.hovered && !b.Disabled(), focused: b.focused,
	}
	ink := fyne.ThemeColorName("")
	switch {
	case b.kind == quiet:
		d.fill, d.border = "", ""
	case b.Disabled():
		d.fill, d.border = theme.ColorTrack, theme.ColorTrack
	case b.kind == primary:
		d.fill, d.border = fynetheme.ColorNamePrimary, fynetheme.ColorNamePrimary
		ink = fynetheme.ColorNameForegroundOnPrimary
	case b.kind == danger:
		d.fill, d.border = fynetheme.ColorNameError, fynetheme.ColorNameError
		ink = fynetheme.ColorNameForegroundOnError
	}
	if b.Disabled() {
		ink = theme.ColorMuted
	}
	b.label.onFill, b.icon.onFill = ink, ink
	return d
}
