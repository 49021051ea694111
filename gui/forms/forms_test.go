package forms_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// written is what the form of the tests is about.
type written struct{ name, note, day string }

// desk is a window with a form.
type desk struct {
	*trial.Desk
	value  written
	saved  []written
	refuse error
}

func newDesk(t *testing.T, value written) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, trial.Register(t, memory.New())), value: value}
	d.Show(widgets.NewText("Sida", widgets.Body, widgets.Plain))
	f := forms.New(d.Stage)
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

func TestAFormIsStoredAndClosed(t *testing.T) {
	d := newDesk(t, written{note: "förut", day: "2026-01-02"})
	d.Rewrite("Anna")
	d.Press("Spara")
	if want := []written{{"Anna", "förut", "2026-01-02"}}; !slices.Equal(d.saved, want) || d.Asking() {
		t.Errorf("saved %+v, want %+v; open is %t", d.saved, want, d.Asking())
	}
}

func TestWhatIsMissingIsSaidAndTheKeyboardGoesThere(t *testing.T) {
	d := newDesk(t, written{})
	d.Next()
	d.Press("Spara")
	if len(d.saved) > 0 || !d.Shows("Skriv ett namn.") {
		t.Fatal("a form without a name is not refused in words")
	}
	d.Rewrite("Anna") // the keyboard is at the name
	d.Press("Spara")
	if len(d.saved) != 1 || d.saved[0].name != "Anna" {
		t.Errorf("saved %+v", d.saved)
	}
}

func TestADayThatCannotBeReadKeepsTheFormOpen(t *testing.T) {
	d := newDesk(t, written{name: "Anna"})
	d.Next()
	d.Next()
	d.Rewrite("i går")
	d.Press("Spara")
	if len(d.saved) > 0 || !d.Asking() {
		t.Fatalf("saved %+v", d.saved)
	}
	d.Rewrite("2026-11-20")
	d.Next()
	d.Press("Spara")
	if len(d.saved) != 1 || d.saved[0].day != "2026-11-20" {
		t.Errorf("saved %+v", d.saved)
	}
}

func TestARefusalIsSaidAndNothingWrittenIsLost(t *testing.T) {
	d := newDesk(t, written{name: "Anna"})
	d.refuse = text.Fail(errors.New("store"), "action.problem.gone")
	d.Next()
	d.Press("Spara")
	if !d.Asking() || !d.Shows(d.T("action.problem.gone")) {
		t.Fatal("the refusal is not said")
	}
	d.refuse = nil
	d.Rewrite("Eva") // the keyboard is at the field refused
	d.Press("Spara")
	if len(d.saved) != 1 || d.saved[0].name != "Eva" || d.Asking() {
		t.Errorf("saved %+v", d.saved)
	}
}
