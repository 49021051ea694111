package organisation_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/register"
	"infoklass/gui/organisation"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
)

// screen draws a page; then may press something on it.
func screen[P stage.Page](name string, r *register.Register, build func(stage.Stage) P, then func(P, fyne.Canvas)) shots.Screen {
	var page P
	window := &pictured{canvas: test.NewCanvas()}
	return shots.Screen{Name: "organisation-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
		page = build(newStage(r, set.Lang, window))
		page.Refresh()
		return shots.InShell(page.Object())
	}, Then: func(c fyne.Canvas) {
		window.canvas = c
		page.Entered()
		if then != nil {
			then(page, c)
		}
	}}
}

func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
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
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
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
		screen("tree", r, newList, nil),
		screen("marked", r, newList, func(_ *organisation.List, c fyne.Canvas) { press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) }),
		screen("empty", empty(t), newList, nil),
		screen("new", r, newList, func(l *organisation.List, _ fyne.Canvas) { l.New() }),
		screen("merge", r, newList, func(l *organisation.List, _ fyne.Canvas) { l.Merge(invented.ID) }),
		screen("merge-ask", r, newList, func(l *organisation.List, c fyne.Canvas) {
			l.Merge(invented.ID)
			press(c, fyne.KeyReturn)
		}),
		screen("unit", r2, unitPage(u.ID), nil),
		screen("unit-waiting", r, unitPage(invented.ID), nil),
		screen("unit-retired", r, unitPage(unit(t, r, "Äldrekontoret").ID), nil),
		screen("handover", r, handing(organisation.HandoverOptions{From: owner}), nil),
		screen("handover-begin", r, handing(organisation.HandoverOptions{}), nil),
		screen("handover-who", r, handing(organisation.HandoverOptions{}), func(_ *organisation.Handover, c fyne.Canvas) { press(c, fyne.KeySpace) }),
	})
}
