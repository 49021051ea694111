package assets_test

import (
	"context"
	"crypto/rand"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// day is the day every test takes place on.
var day = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func newRegister(t testing.TB) *register.Register {
	t.Helper()
	clock := day
	r, err := register.Open(context.Background(), memory.New(), register.Options{Who: "Maria Holm", Entropy: rand.Reader, Now: func() time.Time {
		clock = clock.Add(time.Millisecond)
		return clock
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sample(t testing.TB) *register.Register {
	t.Helper()
	r := newRegister(t)
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// told collects what a page says to the user.
type told struct {
	receipts []stage.Receipt
	errors   []error
}

func newStage(r *register.Register, lang text.Lang) (stage.Stage, *told) {
	said := &told{}
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Memory: stage.NewForgetful(),
		Tell: func(rc stage.Receipt) { said.receipts = append(said.receipts, rc) },
		Fail: func(err error) {
			if err != nil {
				said.errors = append(said.errors, err)
			}
		},
	}, said
}

// window shows a page in a window in memory.
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

// find walks everything visible on a canvas, its top dialog first.
func find[W fyne.CanvasObject](c fyne.Canvas, fits func(W) bool) (W, bool) {
	roots := append([]fyne.CanvasObject{}, c.Overlays().List()...)
	slices.Reverse(roots)
	for _, root := range append(roots, c.Content()) {
		if w, ok := findIn(root, fits); ok {
			return w, true
		}
	}
	var none W
	return none, false
}

func findIn[W fyne.CanvasObject](o fyne.CanvasObject, fits func(W) bool) (W, bool) {
	var none W
	if o == nil || !o.Visible() {
		return none, false
	}
	if w, ok := o.(W); ok && fits(w) {
		return w, true
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, b := range below {
		if w, ok := findIn(b, fits); ok {
			return w, true
		}
	}
	return none, false
}

// press presses the button whose words are those of a key in any language.
func press(t testing.TB, c fyne.Canvas, key string) {
	t.Helper()
	b, ok := find(c, func(b *widgets.Button) bool { return says(b.Text(), key) })
	if !ok {
		t.Fatalf("no button says %q", key)
	}
	test.Tap(b)
}

func says(s, key string) bool {
	if s == "" {
		return false
	}
	for _, lang := range text.Langs {
		p := text.In(lang)
		if s == p.T(key) || s == p.N(key, 1) || s == p.N(key, 2) || s == p.N(key, 3) {
			return true
		}
	}
	return false
}

// tappable is a widget that is named for a screen reader.
type tappable interface {
	fyne.CanvasObject
	fyne.Tappable
	AccessibilityLabel() string
}

// pressTab chooses a part of a page.
func pressTab(t testing.TB, c fyne.Canvas, key string) {
	t.Helper()
	tab, ok := find(c, func(w tappable) bool {
		_, button := w.(*widgets.Button)
		return !button && says(w.AccessibilityLabel(), key)
	})
	if !ok {
		t.Fatalf("no tab says %q", key)
	}
	test.Tap(tab)
}

// menuText is the words of an item of a menu.
func menuText(o any) string {
	if t, ok := o.(*canvas.Text); ok {
		return t.Text
	}
	return ""
}
