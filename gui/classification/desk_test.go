package classification_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/gui/classification"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// now is the moment of every test.
var now = time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)

func emptyRegister(t testing.TB) *register.Register {
	t.Helper()
	return trial.RegisterAt(t, memory.New(), func() time.Time { return now })
}

func sample(t testing.TB) *register.Register {
	t.Helper()
	r := emptyRegister(t)
	if err := example.Sample(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// desk is a window with a page.
type desk struct {
	*trial.Desk
	r    *register.Register
	page stage.Page
}

func newDesk(t testing.TB, r *register.Register) *desk {
	t.Helper()
	return &desk{Desk: trial.NewDesk(t, r), r: r}
}

// enter shows a page as the window does.
func (d *desk) enter(p stage.Page) {
	d.page = p
	d.Enter(p)
}

func (d *desk) shortcut(s fyne.Shortcut) {
	d.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

// shows reports whether one of the texts that can be seen is s.
func (d *desk) shows(s string) bool { return slices.Contains(d.Says(), s) }

func idOf(t testing.TB, r *register.Register, name string) string {
	t.Helper()
	return trial.Record(t, r, name).Asset.ID
}

type field interface {
	fyne.Focusable
	SetText(string)
	SetPlaceHolder(string)
}

func TestTabFollowsTheEye(t *testing.T) {
	d := newDesk(t, filled(t))
	eye := func(name string) {
		t.Helper()
		shots.Settle(d.Root())
		for _, p := range shots.TabOrder(d.Root()) {
			t.Errorf("%s: %v", name, p)
		}
	}
	d.enter(classification.NewList(d.Stage, classification.ListOptions{}))
	eye("list")
	formOf(t, d, "Journalsystem HSL")
	for i := range 6 {
		eye(fmt.Sprintf("step %d", i))
		d.Key(fyne.KeyReturn)
	}
	eye("decided")
}
