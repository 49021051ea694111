package actions_test

import (
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/gui/actions"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

var nowhere = actions.Options{OnOpen: func(string) {}, OnPrint: func(string, []action.Action) {}, OnAnswer: func(string, string) {}}

// screen draws the plan, after something has been done.
func screen(t testing.TB, name string, r *register.Register, then func(*trial.Desk, *actions.List)) shots.Screen {
	return trial.Screen(t, "actions-"+name, r, func(s stage.Stage) *actions.List { return actions.NewList(s, nowhere) }, then)
}

func tabScreen(t testing.TB, name string, r *register.Register, id string) shots.Screen {
	return trial.Screen(t, "actions-"+name, r, func(s stage.Stage) *actions.Tab { return actions.NewTab(s, id, nowhere) }, nil)
}

func TestPicturesAreWhole(t *testing.T) {
	r := sample(t)
	listed, err := r.AddAsset(t.Context(), asset.Asset{Name: "Journal", Kind: asset.System, Fields: map[asset.Field]string{"action_title": "Byt leverantör", "action_owner": "IT-chef", "action_due": "våren 2027"}})
	if err != nil {
		t.Fatal(err)
	}
	plan := r.Plan().Actions()
	shots.Prove(t, []shots.Screen{
		screen(t, "list", r, nil),
		screen(t, "filtered", r, func(_ *trial.Desk, l *actions.List) {
			l.Show(register.ActionQuery{Late: true, Statuses: []action.Status{action.Ongoing, action.Planned}, Responsible: "Systemförvaltare", ByCause: true, Cause: action.Requirement})
		}),
		screen(t, "nothing", r, func(_ *trial.Desk, l *actions.List) { l.Show(register.ActionQuery{Text: "xyz"}) }),
		screen(t, "empty", trial.Register(t, memory.New()), nil),
		screen(t, "new", r, func(d *trial.Desk, l *actions.List) {
			l.New()
			d.Press(d.T("actions.form.save"))
		}),
		screen(t, "edit", r, func(d *trial.Desk, _ *actions.List) { actions.Edit(d.Stage, plan[0].ID, nowhere) }),
		screen(t, "edit-closed", r, func(d *trial.Desk, _ *actions.List) { actions.Edit(d.Stage, plan[len(plan)-1].ID, nowhere) }),
		screen(t, "pick", r, func(d *trial.Desk, _ *actions.List) {
			actions.New(d.Stage, action.Action{Asset: plan[0].Asset, Cause: plan[0].Cause}, nowhere, nil)
			d.Press(d.T("actions.choose"))
		}),
		screen(t, "follow", r, func(d *trial.Desk, _ *actions.List) { actions.Follow(d.Stage, plan[0]) }),
		tabScreen(t, "tab", r, plan[0].Asset),
		tabScreen(t, "tab-listed", r, listed.ID),
	})
}
