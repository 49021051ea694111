package forms_test

import (
	"context"
	"errors"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// written is what the form of the tests is about.
type written struct{ name, note, day string }

// desk is a window with a form.
type desk struct {
	t      *testing.T
	window fyne.Window
	value  written
	saved  []written
	refuse error
}

func newDesk(t *testing.T, value written) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, window: test.NewTempWindow(t, nil), value: value}
	d.window.Resize(fyne.NewSize(800, 600))
	now := time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)
	r, err := register.Open(t.Context(), memory.New(), register.Options{Who: "anna", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1))})
	if err != nil {
		t.Fatal(err)
	}
	runner := jobs.AtOnce()
	f := forms.New(stage.Stage{Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner), Window: d.window})
	name := f.Line("Namn", "", &d.value.name)
	f.Row(name)
	f.Row(f.Long("Anteckning", "", 2, &d.value.note), f.Day("Dag", &d.value.day, false))
	f.OnSave = func() {
		if f.Missing(forms.Need{At: name, Text: d.value.name, Say: "Skriv ett namn."}) {
			return
		}
		forms.Change(f, name, func(context.Context) error { return d.refuse }, func() { d.saved = append(d.saved, d.value) })
	}
	f.Open(forms.Dialog{Title: "Prov", Width: 400, Cancel: "Avbryt", Save: "Spara"}, name)
	return d
}

func (d *desk) press(name string) {
	d.t.Helper()
	for _, o := range d.objects() {
		if b, ok := o.(*widgets.Button); ok && b.AccessibilityLabel() == name {
			test.Tap(b)
			return
		}
	}
	d.t.Fatalf("nothing is called %q", name)
}

func (d *desk) objects() []fyne.CanvasObject { return each(d.window.Canvas().Overlays().Top()) }

func (d *desk) says(s string) bool {
	return slices.ContainsFunc(d.objects(), func(o fyne.CanvasObject) bool {
		w, ok := o.(interface{ Text() string })
		return ok && strings.Contains(w.Text(), s)
	})
}

func (d *desk) open() bool { return d.window.Canvas().Overlays().Top() != nil }

func (d *desk) write(s string) {
	d.window.Canvas().Focused().(interface{ SetText(string) }).SetText(s)
}

func TestAFormIsStoredAndClosed(t *testing.T) {
	d := newDesk(t, written{note: "förut", day: "2026-01-02"})
	d.write("Anna")
	d.press("Spara")
	if want := []written{{"Anna", "förut", "2026-01-02"}}; !slices.Equal(d.saved, want) || d.open() {
		t.Errorf("saved %+v, want %+v; open is %t", d.saved, want, d.open())
	}
}

func TestWhatIsMissingIsSaidAndTheKeyboardGoesThere(t *testing.T) {
	d := newDesk(t, written{})
	d.window.Canvas().FocusNext()
	d.press("Spara")
	if len(d.saved) > 0 || !d.says("Skriv ett namn.") {
		t.Fatal("a form without a name is not refused in words")
	}
	d.write("Anna") // the keyboard is at the name
	d.press("Spara")
	if len(d.saved) != 1 || d.saved[0].name != "Anna" {
		t.Errorf("saved %+v", d.saved)
	}
}

func TestADayThatCannotBeReadKeepsTheFormOpen(t *testing.T) {
	d := newDesk(t, written{name: "Anna"})
	d.window.Canvas().FocusNext()
	d.window.Canvas().FocusNext()
	d.write("i går")
	d.press("Spara")
	if len(d.saved) > 0 || !d.open() {
		t.Fatalf("saved %+v", d.saved)
	}
	d.write("2026-11-20")
	d.window.Canvas().FocusNext()
	d.press("Spara")
	if len(d.saved) != 1 || d.saved[0].day != "2026-11-20" {
		t.Errorf("saved %+v", d.saved)
	}
}

func TestARefusalIsSaidAndNothingWrittenIsLost(t *testing.T) {
	d := newDesk(t, written{name: "Anna"})
	d.refuse = text.Fail(errors.New("store"), "action.problem.gone")
	d.window.Canvas().FocusNext()
	d.press("Spara")
	if !d.open() || !d.says(text.In(text.Swedish).T("action.problem.gone")) {
		t.Fatal("the refusal is not said")
	}
	d.refuse = nil
	d.write("Eva") // the keyboard is at the field refused
	d.press("Spara")
	if len(d.saved) != 1 || d.saved[0].name != "Eva" || d.open() {
		t.Errorf("saved %+v", d.saved)
	}
}

// each lists the visible objects beneath root.
func each(root fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	out := []fyne.CanvasObject{root}
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, each(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, each(child)...)
		}
	}
	return out
}
