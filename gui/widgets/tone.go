package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

// Tone is what the colour of a text or a mark means. The words must say it too.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Muted
	Good
	Warning
	Bad
	Accent
)

var toneColours = map[Tone]fyne.ThemeColorName{
	Plain:   fynetheme.ColorNameForeground,
	Muted:   theme.ColorMuted,
	Good:    fynetheme.ColorNameSuccess,
	Warning: fynetheme.ColorNameWarning,
	Bad:     fynetheme.ColorNameError,
	Accent:  fynetheme.ColorNamePrimary,
}

func (t Tone) colour() color.Color { return fynetheme.Color(toneColours[t]) }
