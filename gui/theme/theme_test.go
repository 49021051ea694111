package theme_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

func TestEveryFyneColourIsDefined(t *testing.T) {
	for _, v := range theme.Variants {
		test.AssertAllColorNamesDefined(t, theme.New(v, 1), string(v))
	}
}

// readable lists the pairs of text and background that meet on screen.
func readable() [][2]fyne.ThemeColorName {
	pairs := [][2]fyne.ThemeColorName{
		{fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNamePrimary},
		{fynetheme.ColorNameForegroundOnError, fynetheme.ColorNameError},
		{fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameSuccess},
		{fynetheme.ColorNameForegroundOnWarning, fynetheme.ColorNameWarning},
		{fynetheme.ColorNameForeground, fynetheme.ColorNameSelection},
		{theme.ColorOnAlert, theme.ColorAlert},
		{theme.ColorUnset, theme.ColorCard},
	}
	texts := []fyne.ThemeColorName{
		fynetheme.ColorNameForeground, theme.ColorMuted, fynetheme.ColorNamePrimary, fynetheme.ColorNameHyperlink,
		fynetheme.ColorNameSuccess, fynetheme.ColorNameWarning, fynetheme.ColorNameError, fynetheme.ColorNamePlaceHolder,
	}
	surfaces := []fyne.ThemeColorName{theme.ColorCard, fynetheme.ColorNameBackground, theme.ColorAccentSoft}
	for _, text := range texts {
		for _, surface := range surfaces {
			pairs = append(pairs, [2]fyne.ThemeColorName{text, surface})
		}
	}
	for rank := range theme.Ranks {
		background, text := theme.Level(rank)
		pairs = append(pairs, [2]fyne.ThemeColorName{text, background})
	}
	return pairs
}

func TestTextsContrastWithTheirBackground(t *testing.T) {
	const least = 4.5 // WCAG 2.1, 1.4.3 level AA
	for _, v := range theme.Variants {
		th := theme.New(v, 1)
		for _, pair := range readable() {
			got := contrast(th.Color(pair[0], 0), th.Color(pair[1], 0))
			if got < least {
				t.Errorf("%s: %s on %s has contrast %.2f, want at least %.1f", v, pair[0], pair[1], got, least)
			}
		}
	}
}

func TestOutlinesAndBarsStandOut(t *testing.T) {
	for _, v := range theme.Variants {
		th := theme.New(v, 1)
		for rank := 1; rank < theme.Ranks; rank++ {
			if th.Color(theme.LevelBar(rank), 0) == th.Color(theme.LevelBar(rank-1), 0) {
				t.Errorf("%s: bars %d and %d look the same", v, rank-1, rank)
			}
		}
	}
}

func TestScaleMultipliesEverySize(t *testing.T) {
	names := []fyne.ThemeSizeName{
		fynetheme.SizeNameText, fynetheme.SizeNameHeadingText, fynetheme.SizeNameCaptionText, fynetheme.SizeNamePadding,
		fynetheme.SizeNameInnerPadding, fynetheme.SizeNameInlineIcon, fynetheme.SizeNameScrollBar, fynetheme.SizeNameInputBorder,
		fynetheme.SizeNameLineSpacing,
	}
	one, half := theme.New(theme.Light, 1), theme.New(theme.Light, 1.5)
	for _, name := range names {
		if got, want := half.Size(name), one.Size(name)*1.5; got != want {
			t.Errorf("%s at 150 %%: got %v, want %v", name, got, want)
		}
	}
	for _, tc := range []struct{ asked, got float32 }{{0.2, 1}, {1.25, 1.25}, {9, 2}} {
		if got := theme.New(theme.Dark, tc.asked).Size(fynetheme.SizeNameText); got != 14*tc.got {
			t.Errorf("scale %v: text is %v, want %v", tc.asked, got, 14*tc.got)
		}
	}
}

func TestScaledFollowsTheThemeInUse(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1.5))
	if got := theme.Scaled(10); got != 15 {
		t.Errorf("10 at 150 %%: got %v, want 15", got)
	}
}

func TestUnknownVariantIsLight(t *testing.T) {
	got, want := theme.New("sepia", 1), theme.New(theme.Light, 1)
	if got.Color(theme.ColorCard, 0) != want.Color(theme.ColorCard, 0) {
		t.Error("an unknown variant should look like the light one")
	}
}

// contrast is the WCAG ratio of two opaque colours, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(channel uint32) float64 {
	v := float64(channel) / 0xffff
	if v <= 0.03928 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
