package governing_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/governing"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
)

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

func pictureStage(t testing.TB, r *register.Register, lang text.Lang) stage.Stage {
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: &pictured{canvas: test.NewCanvas()}, Memory: stage.NewForgetful(),
		Tell: func(stage.Receipt) {},
		Fail: func(err error) {
			if err != nil {
				t.Error(err)
			}
		},
	}
}

// screen draws the page, after something has been done.
func screen(t testing.TB, name string, r *register.Register, then func(s stage.Stage, g *governing.Page)) shots.Screen {
	var s stage.Stage
	var g *governing.Page
	return shots.Screen{
		Name: "governance-" + name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			s = pictureStage(t, r, set.Lang)
			g = governing.New(s)
			g.Refresh()
			return shots.InShell(g.Object())
		},
		Then: func(c fyne.Canvas) {
			s.Window.(*pictured).canvas = c
			if then != nil {
				then(s, g)
			}
		},
	}
}

// remedies are what the kinds of check are recorded by.
var remedies = map[governance.CheckKind]duty.Remedy{
	governance.Needs: duty.RecordNeeds, governance.Training: duty.RecordTraining, governance.Compliance: duty.RecordCheck,
}

func TestPicturesAreWhole(t *testing.T) {
	r := sample(t)
	press := func(s stage.Stage, name string) {
		for _, o := range each(s.Window.Canvas().Overlays().Top()) {
			if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == name {
				o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			}
		}
	}
	record := func(name string, kind governance.CheckKind, refused bool) shots.Screen {
		return screen(t, name, r, func(s stage.Stage, g *governing.Page) {
			g.ShowCheck(owing(t, r, kind).ID, remedies[kind])
			if refused {
				press(s, s.Text.T("governance.form.save"))
			}
		})
	}
	shots.Prove(t, []shots.Screen{
		screen(t, "documents", r, func(_ stage.Stage, g *governing.Page) { g.ShowDocuments() }),
		screen(t, "empty", empty(t), nil),
		screen(t, "checks", r, func(_ stage.Stage, g *governing.Page) { g.ShowCheck("", "") }),
		screen(t, "checks-empty", empty(t), func(_ stage.Stage, g *governing.Page) { g.ShowCheck("", "") }),
		screen(t, "document", r, func(_ stage.Stage, g *governing.Page) { g.New() }),
		screen(t, "document-refused", r, func(s stage.Stage, g *governing.Page) {
			g.New()
			press(s, s.Text.T("governance.form.save"))
		}),
		record("needs", governance.Needs, false),
		record("training", governance.Training, true),
		record("compliance", governance.Compliance, false),
		record("compliance-refused", governance.Compliance, true),
	})
}
