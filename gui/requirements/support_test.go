package requirements_test

import (
	"context"
	"crypto/rand"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

var ctx = context.Background()

// day is the day every test takes place on.
var day = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

// sample is the example's register with its answers.
func sample(t testing.TB) *register.Register {
	t.Helper()
	clock := day
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "Maria Holm", Entropy: rand.Reader, Now: func() time.Time {
		clock = clock.Add(time.Millisecond)
		return clock
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(ctx, r); err != nil {
		t.Fatal(err)
	}
	if err := example.Requirements(ctx, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func idOf(t testing.TB, r *register.Register, name string) string {
	t.Helper()
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			return rec.Asset.ID
		}
	}
	t.Fatalf("no asset is called %s", name)
	return ""
}

func newStage(r *register.Register, lang text.Lang) (stage.Stage, *[]error) {
	failed := &[]error{}
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Memory: stage.NewForgetful(),
		Tell: func(stage.Receipt) {},
		Fail: func(err error) {
			if err != nil {
				*failed = append(*failed, err)
			}
		},
	}, failed
}

// window shows something in a window in memory.
func window(t testing.TB, s *stage.Stage, build func() fyne.CanvasObject) fyne.Window {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewWindow(nil)
	w.SetPadded(false)
	s.Window = w
	w.SetContent(build())
	w.Resize(fyne.NewSize(1280, 720))
	t.Cleanup(w.Close)
	return w
}

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

// named is a widget that is named for a screen reader.
type named interface {
	fyne.CanvasObject
	fyne.Tappable
	AccessibilityLabel() string
}

// find walks everything visible on a canvas, its top dialog first.
func find(c fyne.Canvas, fits func(fyne.CanvasObject) bool) (fyne.CanvasObject, bool) {
	roots := slices.Clone(c.Overlays().List())
	slices.Reverse(roots)
	for _, root := range append(roots, c.Content()) {
		if o, ok := findIn(root, fits); ok {
			return o, true
		}
	}
	return nil, false
}

func findIn(o fyne.CanvasObject, fits func(fyne.CanvasObject) bool) (fyne.CanvasObject, bool) {
	if o == nil || !o.Visible() {
		return nil, false
	}
	if fits(o) {
		return o, true
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, b := range below {
		if found, ok := findIn(b, fits); ok {
			return found, true
		}
	}
	return nil, false
}

// press presses what has these words.
func press(t testing.TB, c fyne.Canvas, words string) {
	t.Helper()
	o, ok := find(c, func(o fyne.CanvasObject) bool {
		n, ok := o.(named)
		return ok && n.AccessibilityLabel() == words
	})
	if !ok {
		t.Fatalf("nothing to press says %q", words)
	}
	test.Tap(o.(named))
}

// key gives a key to what has the keyboard.
func key(c fyne.Canvas, name fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }

// write types characters where the keyboard is.
func write(c fyne.Canvas, s string) {
	for _, r := range s {
		c.Focused().TypedRune(r)
	}
}

// pressAny presses what has the words of a key in either language.
func pressAny(t testing.TB, c fyne.Canvas, key string) {
	t.Helper()
	for _, lang := range text.Langs {
		words := text.In(lang).T(key)
		if _, ok := find(c, func(o fyne.CanvasObject) bool {
			n, ok := o.(named)
			return ok && n.AccessibilityLabel() == words
		}); ok {
			press(t, c, words)
			return
		}
	}
	t.Fatalf("nothing to press says %q", key)
}
