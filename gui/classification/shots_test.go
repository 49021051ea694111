package classification_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/classification"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
)

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

func pictureStage(t testing.TB, r *register.Register, lang text.Lang) stage.Stage {
	s := trial.NewStage(r, lang, &pictured{canvas: test.NewCanvas()})
	s.Fail = func(err error) {
		if err != nil {
			t.Error(err)
		}
	}
	return s
}

// filled has a draft that is nearly ready, and one that is begun.
func filled(t testing.TB) *register.Register {
	t.Helper()
	r := sample(t)
	if err := example.Information(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"E-arkiv", "Passersystem"} {
		c, err := r.Classifications().StartDraft(idOf(t, r, name))
		if err != nil {
			t.Fatal(err)
		}
		c.Reasons[0] = "Uppgifter som omfattas av sekretess, till exempel i elevhälsan."
		if name == "E-arkiv" {
			c.Profile[0], c.Profile[1] = 3, 4
			c.Answers[0] = 4
			c.Reasons[1] = "Fel kan leda till fel vård, fel läkemedel eller fel insats för en enskild."
		} else {
			c.Profile[0], c.Profile[1] = 3, 4
			c.Effects[1] = classify.EffectRow{4, 3, 1, 4, 2}
		}
		if err := r.Classifications().SaveDraft(context.Background(), c); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// formScreen draws the form of an asset, after some keys.
func formScreen(t testing.TB, name, about string, keys func(*classification.Form)) shots.Screen {
	var f *classification.Form
	var s stage.Stage
	return shots.Screen{
		Name: "classification-" + name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			r := filled(t)
			s = pictureStage(t, r, set.Lang)
			f = classification.NewForm(s, classification.FormOptions{
				Asset: idOf(t, r, about), OnClose: func() {}, OnOpen: func(string) {}, OnPrint: func(string, string) {}, OnWorksheet: func(string) {},
			})
			return shots.InShell(f.Object())
		},
		Then: func(c fyne.Canvas) {
			s.Window.(*pictured).canvas = c
			if keys != nil {
				keys(f)
			}
		},
	}
}

// steps presses Enter some times.
func steps(n int) func(*classification.Form) {
	return func(f *classification.Form) {
		for range n {
			f.Type(0, fyne.KeyReturn)
		}
	}
}

func then(first, after func(*classification.Form)) func(*classification.Form) {
	return func(f *classification.Form) {
		first(f)
		after(f)
	}
}

func types(keys string) func(*classification.Form) {
	return func(f *classification.Form) {
		for _, r := range keys {
			f.Type(r, "")
		}
	}
}

func listScreen(t testing.TB, name string, r *register.Register) shots.Screen {
	return shots.Screen{Name: "classification-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
		l := classification.NewList(pictureStage(t, r, set.Lang), classification.ListOptions{
			OnClassify: func(string) {}, OnOpen: func(string) {}, OnImport: func() {}, OnNew: func() {}, OnWorksheet: func(string) {},
		})
		l.Refresh()
		return shots.InShell(l.Object())
	}}
}

func screens(t testing.TB) []shots.Screen {
	empty := emptyRegister(t)
	return []shots.Screen{
		listScreen(t, "list", filled(t)),
		listScreen(t, "list-empty", empty),
		formScreen(t, "object", "Journalsystem HSL", nil),
		formScreen(t, "aspect", "Journalsystem HSL", steps(1)),
		formScreen(t, "questions", "E-arkiv", types("n")),
		formScreen(t, "departs", "E-arkiv", types("nn1")),
		formScreen(t, "effects", "Passersystem", nil),
		formScreen(t, "hours", "Journalsystem HSL", steps(3)),
		formScreen(t, "missing", "Inköpssystem", then(steps(1), then(types("2"), steps(1)))),
		formScreen(t, "below-information", "Elevregister", then(steps(1), then(types("2"), steps(1)))),
		formScreen(t, "decision", "Journalsystem HSL", steps(5)),
		formScreen(t, "decided", "Journalsystem HSL", steps(6)),
		alikeScreen(t),
		projectorScreen(t, "projector", types("1")),
		large(projectorScreen(t, "projector-large", types("1"))),
		projectorScreen(t, "projector-missing", then(types("2"), steps(1))),
		formScreen(t, "stop", "Inköpssystem", then(steps(1), types("jy"))),
	}
}

func TestPicturesAreWhole(t *testing.T) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	shots.Prove(t, screens(t))
}

// projectorScreen draws the whole screen of a workshop, after some keys.
func projectorScreen(t testing.TB, name string, keys func(*classification.Form)) shots.Screen {
	var f *classification.Form
	var s stage.Stage
	screen := container.NewStack()
	return shots.Screen{
		Name: "classification-" + name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			s = pictureStage(t, filled(t), set.Lang)
			f = classification.NewForm(s, classification.FormOptions{Asset: idOf(t, s.Register, "Journalsystem HSL"), OnProject: func(o fyne.CanvasObject) {
				screen.Objects = []fyne.CanvasObject{o}
			}})
			f.Type(0, fyne.KeyF11)
			return screen
		},
		Then: func(c fyne.Canvas) {
			s.Window.(*pictured).canvas = c
			keys(f)
		},
	}
}

// large is a screen as a projector shows it.
func large(s shots.Screen) shots.Screen {
	s.Window = fyne.NewSize(1920, 1080)
	return s
}
