package settings_test

import (
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/settings"
	"infoklass/gui/theme"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func TestTheMunicipalityIsNamed(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	label := d.T("settings.municipality")
	if got := d.ReadOff(label); got != "Åsmarks kommun" {
		t.Errorf("it begins as %q", got)
	}
	d.FillIn(label, "  Nordby kommun ")
	if got := d.r.Settings().Municipality; got != "Nordby kommun" {
		t.Errorf("stored as %q", got)
	}
	if got := d.ReadOff(label); got != "Nordby kommun" {
		t.Errorf("shown as %q", got)
	}
}

// Somebody else's change must not take away what is being typed.
func TestWhatIsBeingTypedSurvivesAnotherChange(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	d.Window.Canvas().Focus(nil)
	for range 30 {
		if d.Next(); d.Window.Canvas().Focused() != nil && d.writesIn("Åsmarks kommun") {
			break
		}
	}
	d.Rewrite("Nordby ko")
	trial.Add(t, d.r, asset.Asset{Name: "Badbokning"})
	if got := d.Written(); got != "Nordby ko" {
		t.Errorf("the field says %q", got)
	}
}

// writesIn reports whether the keyboard is in the field that says something.
func (d *desk) writesIn(words string) bool {
	field, ok := d.Window.Canvas().Focused().(interface{ SelectedText() string })
	return ok && field != nil && d.Written() == words
}

func TestTheLooksAreChosen(t *testing.T) {
	var chosen []any
	d := newDeskWith(t, trial.Sample(t, memory.New()), settings.Options{
		Lang: text.Swedish, Variant: theme.Light, Scale: 1.25, Drawings: []string{"auto", "opengl"},
		OnLang:    func(l text.Lang) { chosen = append(chosen, l) },
		OnTheme:   func(v theme.Variant) { chosen = append(chosen, v) },
		OnScale:   func(s float32) { chosen = append(chosen, s) },
		OnDrawing: func(way string) { chosen = append(chosen, way) },
	})
	for _, step := range []struct{ from, to string }{
		{"Svenska", "English (engelska)"}, {"Ljust", "Hög kontrast"}, {"125\u00a0%", "200 %"},
		{"Det som fungerar (rekommenderas)", "Helst OpenGL"},
	} {
		d.Press(step.from)
		d.Choose(step.to)
	}
	if want := []any{text.English, theme.HighContrast, float32(2), "opengl"}; !slices.Equal(chosen, want) {
		t.Errorf("chose %v, want %v", chosen, want)
	}
}

func TestThereIsNothingToChooseWhereOneWayToDrawIsAll(t *testing.T) {
	if d := newDesk(t, trial.Sample(t, memory.New())); d.Shows(d.T("settings.drawing")) {
		t.Error("a way to draw is offered")
	}
}

func TestWithoutARegisterOnlyTheLooksAreSet(t *testing.T) {
	d := newDeskWith(t, nil, settings.Options{Lang: text.Swedish, Variant: theme.Light, Scale: 1})
	if !d.Shows(d.T("settings.lang")) || d.Shows(d.T("settings.municipality")) || d.Shows(d.T("settings.policy")) {
		t.Errorf("the page says %q", d.Says())
	}
}

func TestAKeyPressedAtOnceChangesNothing(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := newDesk(t, r)
	before := r.Revision()
	d.Write("x9")
	d.Window.Canvas().Unfocus()
	if r.Revision() != before || d.Asking() {
		t.Error("a key changed something")
	}
}
