package organisation_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func sample(t testing.TB) *register.Register {
	t.Helper()
	return trial.Sample(t, memory.New(), example.Organisation)
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

// desk is a window with a page, worked by keys alone.
type desk struct {
	*trial.Desk
	t testing.TB
}

func show[P stage.Page](t testing.TB, r *register.Register, build func(stage.Stage) P) (desk, P) {
	t.Helper()
	d := desk{trial.NewDesk(t, r), t}
	page := build(d.Stage)
	d.Enter(page)
	return d, page
}

// tabTo moves the keyboard on by Tab until want holds.
func (d desk) tabTo(what string, want func(fyne.Focusable) bool) {
	d.t.Helper()
	for range 60 {
		if f := d.Window.Canvas().Focused(); f != nil && want(f) {
			return
		}
		d.Next()
	}
	d.t.Fatalf("Tab never reaches %s", what)
}

// button moves the keyboard to a button by Tab and presses it.
func (d desk) button(key string) {
	d.t.Helper()
	d.pressed(d.T(key))
}

// pressed moves the keyboard to a button that says this, and presses it.
func (d desk) pressed(label string) {
	d.t.Helper()
	d.tabTo(label, func(f fyne.Focusable) bool {
		named, ok := f.(interface{ Text() string })
		return ok && named.Text() == label
	})
	d.Key(fyne.KeySpace)
}

// told fails the test where the last receipt is not this one, with the way back.
func (d desk) told(key string) {
	d.t.Helper()
	if n := len(d.Receipts); n == 0 || d.Receipts[n-1].Message.Key != key || !d.Receipts[n-1].Undo {
		d.t.Fatalf("the receipts are %v, want %s with undo", d.Receipts, key)
	}
}
