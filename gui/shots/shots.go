// Package shots takes pictures of pages without a display, and finds texts that
// are clipped and things that overlap.
package shots

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/text"
	"infoklass/gui/theme"
)

// The smallest window a page must fit, in pixels of the screen.
const (
	Width  = 1280
	Height = 720
)

// Setting is how a page is shown. The window keeps its size at every scale:
// at 150 % there is less room.
type Setting struct {
	Lang    text.Lang
	Variant theme.Variant
	Scale   float32
}

// Name is the setting in a file name: "sv-light-150".
func (s Setting) Name() string {
	return fmt.Sprintf("%s-%s-%.0f", s.Lang, s.Variant, s.Scale*100)
}

// Settings are four that hold both languages, light and dark, 100 and 150 %,
// and every pair of them, so that a screen is pictured in half the time; with
// INFOKLASS_SHOTS_ALL set, all eight. High contrast moves nothing and has its
// colours proved by the theme's own test.
func Settings() []Setting {
	var all []Setting
	for i, lang := range text.Langs {
		for j, v := range []theme.Variant{theme.Light, theme.Dark} {
			for k, scale := range []float32{1, 1.5} {
				if (i+j+k)%2 == 0 || os.Getenv("INFOKLASS_SHOTS_ALL") != "" {
					all = append(all, Setting{lang, v, scale})
				}
			}
		}
	}
	return all
}

// Layouts are the settings under which things can be in different places: both
// languages at both scales. Colours move nothing.
func Layouts() []Setting {
	var all []Setting
	for _, lang := range text.Langs {
		for _, scale := range []float32{1, 1.5} {
			all = append(all, Setting{lang, theme.Light, scale})
		}
	}
	return all
}

// Screen is a page under a name for its files.
type Screen struct {
	Name string
	Make func(Setting) fyne.CanvasObject
	// Open is given instead of Make for a screen that is a whole window, which it builds.
	Open func(Setting) fyne.Window
	// Then runs before the picture is taken: to open a dialog, to move the focus. It may be nil.
	Then func(fyne.Canvas)
	// Window is its size; zero for Width×Height.
	Window fyne.Size
}

// Take shows a screen in a window of its own, in memory, and returns its picture
// and what is wrong with it. It sets the theme of the running app, or of a test
// app where none runs.
func Take(s Screen, set Setting) (image.Image, []Problem) { return take(s, set, true) }

// Problems shows a screen without taking its picture, and returns what is wrong with it.
func Problems(s Screen, set Setting) []Problem {
	_, problems := take(s, set, false)
	return problems
}

func take(s Screen, set Setting, picture bool) (image.Image, []Problem) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(set.Variant, set.Scale))
	size := s.Window
	if size.IsZero() {
		size = fyne.NewSize(Width, Height)
	}
	var w fyne.Window
	if s.Open != nil {
		w = s.Open(set)
	} else {
		w = test.NewWindow(s.Make(set))
	}
	defer w.Close()
	w.SetPadded(false)
	w.Resize(size)
	c := w.Canvas()
	Settle(c.Content())
	if s.Then != nil {
		s.Then(c)
		Settle(c.Content())
	}
	problems := Check(c.Content())
	for _, o := range c.Overlays().List() {
		Settle(o)
		problems = append(problems, Check(o)...)
	}
	if !picture {
		return nil, problems
	}
	return c.Capture(), problems
}

// Write takes the pictures of all screens in all settings into dir, as
// NAME-LANG-VARIANT-SCALE.png, and returns the problems by file name. An empty
// dir looks for problems without taking pictures, which is much faster.
func Write(dir string, screens []Screen, settings []Setting) (map[string][]Problem, error) {
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("make folder for pictures: %w", err)
		}
	}
	found := map[string][]Problem{}
	for _, set := range settings {
		for _, s := range screens {
			file := s.Name + "-" + set.Name() + ".png"
			img, problems := take(s, set, dir != "")
			if len(problems) > 0 {
				found[file] = problems
			}
			if dir == "" {
				continue
			}
			if err := save(filepath.Join(dir, file), img); err != nil {
				return found, err
			}
		}
	}
	return found, nil
}

// quick writes pictures that are looked at once: time matters, size does not.
var quick = png.Encoder{CompressionLevel: png.BestSpeed}

func save(path string, img image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("make picture: %w", err)
	}
	if err := errors.Join(quick.Encode(f, img), f.Close()); err != nil {
		return fmt.Errorf("write picture %s: %w", path, err)
	}
	return nil
}
