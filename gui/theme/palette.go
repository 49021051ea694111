package theme

import (
	"image/color"

	"infoklass/domain/classify"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

type palette map[fyne.ThemeColorName]color.NRGBA

// rgb writes a colour the way designers do: 0xRRGGBB.
func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xff) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}

// tinted takes the colours of the levels from where PDF and Excel have them too.
func tinted(of func(classify.Tint) uint32) (out [Ranks]color.NRGBA) {
	for rank, t := range classify.Tints {
		out[rank] = rgb(of(t))
	}
	return out
}

// swatch holds the few colours a variant is made of; paint spreads them over
// all names, so that no name is forgotten in one of the variants.
type swatch struct {
	canvas, card, line, outline, text, muted color.NRGBA
	accent, onAccent, accentSoft             color.NRGBA
	good, warning, bad, onState              color.NRGBA
	track, paper, disabled, placeholder      color.NRGBA
	hover, pressed, focus, selection, shadow color.NRGBA
	scroll, alert, onAlert                   color.NRGBA
	level, onLevel, bar                      [Ranks]color.NRGBA
}

var palettes = map[Variant]palette{
	Light: paint(swatch{
		canvas: rgb(0xF4F6F8), card: rgb(0xFFFFFF), line: rgb(0xD8DEE5), outline: rgb(0xAEB9C5),
		text: rgb(0x1B2430), muted: rgb(0x5C6B7A),
		accent: rgb(0x00506B), onAccent: rgb(0xFFFFFF), accentSoft: rgb(0xE0EEF5),
		good: rgb(0x1E6B3A), warning: rgb(0x8A5A00), bad: rgb(0xB3261E), onState: rgb(0xFFFFFF),
		track: rgb(0xE3E8ED), paper: rgb(0xC9D1D9), disabled: rgb(0x8793A0), placeholder: rgb(0x5C6B7A),
		hover: rgba(0x00506B, 0x12), pressed: rgba(0x00506B, 0x28), focus: rgba(0x00506B, 0x30),
		selection: rgb(0xCDE4EF), shadow: rgba(0x1B2430, 0x30), scroll: rgba(0x1B2430, 0x80),
		alert: rgb(0xB3261E), onAlert: rgb(0xFFFFFF),
		level:   tinted(func(t classify.Tint) uint32 { return t.Fill }),
		onLevel: tinted(func(t classify.Tint) uint32 { return t.Ink }),
		bar:     tinted(func(t classify.Tint) uint32 { return t.Bar }),
	}),
	Dark: paint(swatch{
		canvas: rgb(0x121A21), card: rgb(0x1B252E), line: rgb(0x33414E), outline: rgb(0x5B6B7B),
		text: rgb(0xE8EDF2), muted: rgb(0xA9B6C3),
		accent: rgb(0x6CC3DF), onAccent: rgb(0x04202B), accentSoft: rgb(0x1D3F50),
		good: rgb(0x79D398), warning: rgb(0xEDBE55), bad: rgb(0xFF9B91), onState: rgb(0x10181F),
		track: rgb(0x33414E), paper: rgb(0x2A3641), disabled: rgb(0x758492), placeholder: rgb(0xA9B6C3),
		hover: rgba(0xFFFFFF, 0x12), pressed: rgba(0xFFFFFF, 0x28), focus: rgba(0x6CC3DF, 0x40),
		selection: rgb(0x27536A), shadow: rgba(0x000000, 0x80), scroll: rgba(0xE8EDF2, 0x80),
		alert: rgb(0xC9382F), onAlert: rgb(0xFFFFFF),
		level:   [Ranks]color.NRGBA{rgb(0x3B4855), rgb(0x1F5079), rgb(0xF0C766), rgb(0xC2335F)},
		onLevel: [Ranks]color.NRGBA{rgb(0xE8EDF2), rgb(0xDFEFFB), rgb(0x3A2600), rgb(0xFFFFFF)},
		bar:     [Ranks]color.NRGBA{rgb(0x8491A0), rgb(0x5B9BD5), rgb(0xF0B92E), rgb(0xE0527D)},
	}),
	HighContrast: paint(swatch{
		canvas: rgb(0x000000), card: rgb(0x000000), line: rgb(0xFFFFFF), outline: rgb(0xFFFFFF),
		text: rgb(0xFFFFFF), muted: rgb(0xEDEDED),
		accent: rgb(0xFFE04A), onAccent: rgb(0x000000), accentSoft: rgb(0x3D3500),
		good: rgb(0x7DF5A0), warning: rgb(0xFFC24D), bad: rgb(0xFFA69E), onState: rgb(0x000000),
		track: rgb(0x4A4A4A), paper: rgb(0x2B2B2B), disabled: rgb(0xB4B4B4), placeholder: rgb(0xD6D6D6),
		hover: rgba(0xFFFFFF, 0x30), pressed: rgba(0xFFFFFF, 0x58), focus: rgba(0xFFE04A, 0x60),
		selection: rgb(0x5A4D00), shadow: rgba(0xFFFFFF, 0x60), scroll: rgb(0xFFFFFF),
		alert: rgb(0xFFFFFF), onAlert: rgb(0x000000),
		level:   [Ranks]color.NRGBA{rgb(0x3C3C3C), rgb(0x9CD2FF), rgb(0xFFE04A), rgb(0xFF8FB1)},
		onLevel: [Ranks]color.NRGBA{rgb(0xFFFFFF), rgb(0x000000), rgb(0x000000), rgb(0x000000)},
		bar:     [Ranks]color.NRGBA{rgb(0x8C8C8C), rgb(0x6CBBFF), rgb(0xFFE04A), rgb(0xFF7BA5)},
	}),
}

func paint(s swatch) palette {
	p := palette{
		fynetheme.ColorNameBackground:                s.canvas,
		fynetheme.ColorNameButton:                    s.card,
		fynetheme.ColorNameDisabledButton:            s.track,
		fynetheme.ColorNameDisabled:                  s.disabled,
		fynetheme.ColorNameError:                     s.bad,
		fynetheme.ColorNameFocus:                     s.focus,
		fynetheme.ColorNameForeground:                s.text,
		fynetheme.ColorNameForegroundOnError:         s.onState,
		fynetheme.ColorNameForegroundOnPrimary:       s.onAccent,
		fynetheme.ColorNameForegroundOnSuccess:       s.onState,
		fynetheme.ColorNameForegroundOnWarning:       s.onState,
		fynetheme.ColorNameHeaderBackground:          s.card,
		fynetheme.ColorNameHover:                     s.hover,
		fynetheme.ColorNameHyperlink:                 s.accent,
		fynetheme.ColorNameInnerWindowBorder:         s.line,
		fynetheme.ColorNameInnerWindowBorderInactive: s.line,
		fynetheme.ColorNameInputBackground:           s.card,
		fynetheme.ColorNameInputBorder:               s.outline,
		fynetheme.ColorNameMenuBackground:            s.card,
		fynetheme.ColorNameOverlayBackground:         s.card,
		fynetheme.ColorNamePlaceHolder:               s.placeholder,
		fynetheme.ColorNamePressed:                   s.pressed,
		fynetheme.ColorNamePrimary:                   s.accent,
		fynetheme.ColorNameScrollBar:                 s.scroll,
		fynetheme.ColorNameScrollBarBackground:       s.track,
		fynetheme.ColorNameSelection:                 s.selection,
		fynetheme.ColorNameSeparator:                 s.line,
		fynetheme.ColorNameShadow:                    s.shadow,
		fynetheme.ColorNameSuccess:                   s.good,
		fynetheme.ColorNameWarning:                   s.warning,
		ColorCard:                                    s.card,
		ColorMuted:                                   s.muted,
		ColorAccentSoft:                              s.accentSoft,
		ColorOutline:                                 s.outline,
		ColorTrack:                                   s.track,
		ColorUnset:                                   s.muted,
		ColorAlert:                                   s.alert,
		ColorOnAlert:                                 s.onAlert,
		ColorPaper:                                   s.paper,
	}
	for rank := range Ranks {
		p[levelBackgrounds[rank]] = s.level[rank]
		p[levelTexts[rank]] = s.onLevel[rank]
		p[levelBars[rank]] = s.bar[rank]
	}
	return p
}
