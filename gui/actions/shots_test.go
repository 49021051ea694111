package actions_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/actions"
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

var nowhere = actions.Options{OnOpen: func(string) {}, OnPrint: func(string, []action.Action) {}, OnAnswer: func(string, string) {}}

// screen draws the plan, after something has been done.
func screen(t testing.TB, name string, r *register.Register, then func(s stage.Stage, l *actions.List, c fyne.Canvas)) shots.Screen {
	var s stage.Stage
	var l *actions.List
	return shots.Screen{
		Name: "actions-" + name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			s = pictureStage(t, r, set.Lang)
			l = actions.NewList(s, nowhere)
			return shots.InShell(l.Object())
		},
		Then: func(c fyne.Canvas) {
			s.Window.(*pictured).canvas = c
			l.Entered()
			if then != nil {
				then(s, l, c)
			}
		},
	}
}

func tabScreen(t testing.TB, name string, r *register.Register, id string) shots.Screen {
	return shots.Screen{Name: "actions-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
		tab := actions.NewTab(pictureStage(t, r, set.Lang), id, nowhere)
		tab.Refresh()
		return shots.InShell(tab.Object())
	}}
}

func TestPicturesAreWhole(t *testing.T) {
	r := sample(t)
	listed, err := r.AddAsset(ctx, asset.Asset{Name: "Journal", Kind: asset.System, Fields: map[asset.Field]string{"action_title": "Byt leverantör", "action_owner": "IT-chef", "action_due": "våren 2027"}})
	if err != nil {
		t.Fatal(err)
	}
	plan := r.Plan().Actions()
	press := func(name string, c fyne.Canvas) {
		for _, o := range each(c.Overlays().Top()) {
			if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == name {
				o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			}
		}
	}
	shots.Prove(t, []shots.Screen{
		screen(t, "list", r, nil),
		screen(t, "filtered", r, func(_ stage.Stage, l *actions.List, _ fyne.Canvas) {
			l.Show(register.ActionQuery{Late: true, Statuses: []action.Status{action.Ongoing, action.Planned}, Responsible: "Systemförvaltare", ByCause: true, Cause: action.Requirement})
		}),
		screen(t, "nothing", r, func(_ stage.Stage, l *actions.List, _ fyne.Canvas) { l.Show(register.ActionQuery{Text: "xyz"}) }),
		screen(t, "empty", empty(t), nil),
		screen(t, "new", r, func(s stage.Stage, l *actions.List, c fyne.Canvas) {
			l.New()
			press(s.Text.T("actions.form.save"), c)
		}),
		screen(t, "edit", r, func(s stage.Stage, _ *actions.List, _ fyne.Canvas) { actions.Edit(s, plan[0].ID, nowhere) }),
		screen(t, "edit-closed", r, func(s stage.Stage, _ *actions.List, _ fyne.Canvas) { actions.Edit(s, plan[len(plan)-1].ID, nowhere) }),
		screen(t, "pick", r, func(s stage.Stage, _ *actions.List, c fyne.Canvas) {
			actions.New(s, action.Action{Asset: plan[0].Asset, Cause: plan[0].Cause}, nowhere, nil)
			press(s.Text.T("actions.choose"), c)
		}),
		screen(t, "follow", r, func(s stage.Stage, _ *actions.List, _ fyne.Canvas) { actions.Follow(s, plan[0]) }),
		tabScreen(t, "tab", r, plan[0].Asset),
		tabScreen(t, "tab-listed", r, listed.ID),
	})
}
