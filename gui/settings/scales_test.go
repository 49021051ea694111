package settings_test

import (
	"slices"
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// choose opens the menu of a scale and takes an item.
func (d *desk) choose(id, item string) {
	d.t.Helper()
	at := slices.IndexFunc(d.r.Classifications().Scales(), func(s classify.Scale) bool { return s.ID == id })
	var menus []*widgets.Button
	for _, b := range trial.All[*widgets.Button](d.Root()) {
		if b.Text() == d.T("settings.scales.do") {
			menus = append(menus, b)
		}
	}
	if at < 0 || len(menus) != len(d.r.Classifications().Scales()) {
		d.t.Fatalf("%d menus for the scales %+v", len(menus), d.r.Classifications().Scales())
	}
	menus[at].Tapped(nil)
	d.Settle()
	d.Choose(item)
}

func TestAScaleIsTakenIntoUse(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	d.choose(classify.Scale14.ID, d.T("settings.scales.use"))
	if got := d.r.Classifications().ScaleInForce().ID; got != classify.Scale14.ID {
		t.Fatalf("in force is %s", got)
	}
	if !d.Shows(d.T("settings.scales.inForce", "scale", classify.Scale14.Title(d.Stage.Text))) {
		t.Error("the page does not say which scale is in force")
	}
	d.Undo()
	if got := d.r.Classifications().ScaleInForce().ID; got == classify.Scale14.ID {
		t.Error("an undo did not bring the old one back")
	}
}

func TestClassificationsAreWrittenInAnotherScale(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := newDesk(t, r)
	plan := len(r.Classifications().PreviewConversion(classify.Scale14))
	d.choose(classify.Scale14.ID, d.T("settings.scales.convert"))
	if !d.Shows(d.Stage.Text.N("settings.convert.words", plan)) {
		t.Errorf("it says %q", d.Says())
	}
	before := r.Revision()
	d.Press(d.T("settings.cancel"))
	if r.Revision() != before {
		t.Fatal("converted although it was cancelled")
	}
	d.choose(classify.Scale14.ID, d.T("settings.scales.convert"))
	d.Press(d.Stage.Text.N("settings.convert.do", plan))
	for _, rec := range r.Records() {
		if rec.Classified() && rec.Class.Scale != classify.Scale14.ID {
			t.Errorf("%s is classified in %s", rec.Asset.Name, rec.Class.Scale)
		}
	}
	d.choose(classify.Scale14.ID, d.T("settings.scales.convert"))
	if !d.Shows("är redan skrivna i") {
		t.Errorf("with nothing left to write it says %q", d.Says())
	}
}

func TestOnlyAnOwnScaleIsRemoved(t *testing.T) {
	r := trial.Sample(t, memory.New())
	own := classify.OwnScale("Nordbys skala", classify.ScaleLevel{Code: "L", Swedish: "Låg", Level: classify.Level0}, classify.ScaleLevel{Code: "H", Swedish: "Hög", Level: classify.Level3})
	if err := r.Classifications().AddScale(t.Context(), own); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, r)
	d.choose(own.ID, d.T("settings.scales.remove"))
	if _, ok := r.Classifications().Scale(own.ID); ok || d.Shows("Nordbys skala") {
		t.Error("it is still there")
	}
	d.Undo()
	if _, ok := r.Classifications().Scale(own.ID); !ok || !d.Shows("Nordbys skala") {
		t.Error("an undo did not bring it back")
	}
}

func TestASharedClassificationIsSharedNoMore(t *testing.T) {
	r := trial.Sample(t, memory.New())
	rec := r.Records()[slices.IndexFunc(r.Records(), func(rec *register.Record) bool { return rec.Classified() })]
	if _, err := r.Classifications().Share(t.Context(), rec.Asset.ID, "Personalhandlingar i allmänhet"); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, r)
	d.Press(d.T("settings.commons.remove"))
	if len(r.Classifications().Commons()) > 0 || d.Shows("Personalhandlingar i allmänhet") {
		t.Error("it is still shared")
	}
	d.Undo()
	if len(r.Classifications().Commons()) != 1 || !d.Shows("Personalhandlingar i allmänhet") {
		t.Error("an undo did not share it again")
	}
}
