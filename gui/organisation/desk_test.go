package organisation_test

import (
	"math/rand"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

func empty(t testing.TB) *register.Register {
	t.Helper()
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.Local)
	r, err := register.Open(t.Context(), memory.New(), register.Options{Who: "Anna Lind", Entropy: rand.New(rand.NewSource(1)), Now: func() time.Time {
		at = at.Add(time.Minute)
		return at
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sample(t testing.TB) *register.Register {
	t.Helper()
	r := empty(t)
	if err := example.Sample(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if err := example.Organisation(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// unit finds a unit by name.
func unit(t testing.TB, r *register.Register, name string) asset.Unit {
	t.Helper()
	for _, u := range r.Organisation().Units() {
		if u.Name == name {
			return u
		}
	}
	t.Fatalf("no unit %s", name)
	return asset.Unit{}
}

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

func newStage(r *register.Register, lang text.Lang, w fyne.Window) stage.Stage {
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: w, Memory: stage.NewForgetful(),
		Tell: func(stage.Receipt) {}, Fail: func(error) {},
	}
}

// desk is a window with a page, driven by keys.
type desk struct {
	t        testing.TB
	window   fyne.Window
	page     stage.Page
	receipts []stage.Receipt
	failures []error
}

func show[P stage.Page](t testing.TB, r *register.Register, build func(stage.Stage) P) (*desk, P) {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, window: test.NewWindow(nil)}
	t.Cleanup(d.window.Close)
	s := newStage(r, text.Swedish, d.window)
	s.Tell = func(r stage.Receipt) { d.receipts = append(d.receipts, r) }
	s.Fail = func(err error) { d.failures = append(d.failures, err) }
	page := build(s)
	d.page = page
	r.Watch(func(ledger.Revision) { d.page.Refresh() })
	d.window.SetContent(page.Object())
	d.window.Resize(fyne.NewSize(1100, 760))
	page.Refresh()
	page.Entered()
	return d, page
}

// keys presses keys where the keyboard is.
func (d *desk) keys(names ...fyne.KeyName) {
	d.t.Helper()
	for _, name := range names {
		focused := d.window.Canvas().Focused()
		if focused == nil {
			d.t.Fatalf("nothing has the keyboard for %s", name)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// types writes where the keyboard is.
func (d *desk) types(words string) {
	d.t.Helper()
	for _, r := range words {
		d.window.Canvas().Focused().TypedRune(r)
	}
}
