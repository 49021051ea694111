// Package theme is the look of Infoklass: three sets of colours, and sizes that
// grow as a whole with one scale factor.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Variant is a set of colours.
type Variant string

// The variants, in the order a settings page shows them.
const (
	Light        Variant = "light"
	Dark         Variant = "dark"
	HighContrast Variant = "contrast"
)

// Variants lists them all.
var Variants = []Variant{Light, Dark, HighContrast}

// The smallest and the largest scale: 100 % and 200 %.
const (
	MinScale float32 = 1
	MaxScale float32 = 2
)

// New returns the theme of a variant, light for one unknown here, with every
// size multiplied by scale, which is kept within MinScale and MaxScale.
func New(v Variant, scale float32) fyne.Theme {
	colours, known := palettes[v]
	if !known {
		v, colours = Light, palettes[Light]
	}
	return &look{
		variant: v,
		colours: colours,
		scale:   max(MinScale, min(MaxScale, scale)),
		base:    fynetheme.DefaultTheme(),
	}
}

type look struct {
	variant Variant
	colours palette
	scale   float32
	base    fyne.Theme
}

// Color ignores Fyne's own variant: the choice was made in New.
func (l *look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := l.colours[name]; ok {
		return c
	}
	return l.base.Color(name, l.fyneVariant())
}

func (l *look) fyneVariant() fyne.ThemeVariant {
	if l.variant == Light {
		return fynetheme.VariantLight
	}
	return fynetheme.VariantDark
}

func (l *look) Font(style fyne.TextStyle) fyne.Resource    { return l.base.Font(style) }
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource { return l.base.Icon(name) }
func (l *look) Size(name fyne.ThemeSizeName) float32       { return l.size(name) * l.scale }

func (l *look) size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return l.base.Size(name)
}
