package organisation_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/gui/organisation"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// screen draws a page; then may press something on it.
func screen[P stage.Page](t testing.TB, name string, r *register.Register, build func(stage.Stage) P, then func(P, *trial.Desk)) shots.Screen {
	return trial.Screen(t, "organisation-"+name, r, build, func(d *trial.Desk, page P) {
		if then != nil {
			then(page, d)
		}
	})
}

func options() organisation.Options {
	return organisation.Options{OnOpen: func(string) {}, OnAssets: func(string) {}, OnHandover: func(string, string) {}, OnImport: func() {}}
}

func newList(s stage.Stage) *organisation.List { return organisation.New(s, options()) }

func unitPage(id string) func(stage.Stage) *organisation.Unit {
	return func(s stage.Stage) *organisation.Unit {
		return organisation.NewUnit(s, id, organisation.UnitOptions{OnAssets: func(string) {}, OnHandover: func(string, string) {}, OnClose: func() {}})
	}
}

func handing(opt organisation.HandoverOptions) func(stage.Stage) *organisation.Handover {
	opt.OnClose = func() {}
	return func(s stage.Stage) *organisation.Handover { return organisation.NewHandover(s, opt) }
}

func TestPicturesAreWhole(t *testing.T) {
	r := sample(t)
	invented, care := unit(t, r, "Sektor stöd o. omsorg"), unit(t, r, "Sektor stöd och omsorg")
	r2 := sample(t)
	u := unit(t, r2, care.Name)
	u.ManagerName, u.Name = "Vera Sund", "Sektor vård och omsorg"
	if err := r2.Organisation().ChangeUnit(t.Context(), u, r2.RevisionOf(register.KindUnit.Ref(u.ID))); err != nil {
		t.Fatal(err)
	}
	owner := ""
	for _, rec := range r.Records() {
		if rec.Asset.Unit == care.ID {
			owner = rec.Owner()
		}
	}
	shots.Prove(t, []shots.Screen{
		screen(t, "tree", r, newList, nil),
		screen(t, "marked", r, newList, func(_ *organisation.List, d *trial.Desk) { d.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) }),
		screen(t, "empty", trial.Register(t, memory.New()), newList, nil),
		screen(t, "new", r, newList, func(l *organisation.List, _ *trial.Desk) { l.New() }),
		screen(t, "merge", r, newList, func(l *organisation.List, _ *trial.Desk) { l.Merge(invented.ID) }),
		screen(t, "merge-ask", r, newList, func(l *organisation.List, d *trial.Desk) {
			l.Merge(invented.ID)
			d.Key(fyne.KeyReturn)
		}),
		screen(t, "unit", r2, unitPage(u.ID), nil),
		screen(t, "unit-waiting", r, unitPage(invented.ID), nil),
		screen(t, "unit-retired", r, unitPage(unit(t, r, "Äldrekontoret").ID), nil),
		screen(t, "handover", r, handing(organisation.HandoverOptions{From: owner}), nil),
		screen(t, "handover-begin", r, handing(organisation.HandoverOptions{}), nil),
		screen(t, "handover-who", r, handing(organisation.HandoverOptions{}), func(_ *organisation.Handover, d *trial.Desk) { d.Key(fyne.KeySpace) }),
	})
}
