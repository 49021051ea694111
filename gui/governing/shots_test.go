package governing_test

import (
	"testing"

	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/register"
	"infoklass/gui/governing"
	"infoklass/gui/shots"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// screen draws the page, after something has been done.
func screen(t testing.TB, name string, r *register.Register, then func(*trial.Desk, *governing.Page)) shots.Screen {
	return trial.Screen(t, "governance-"+name, r, governing.New, then)
}

// remedies are what the kinds of check are recorded by.
var remedies = map[governance.CheckKind]duty.Remedy{
	governance.Needs: duty.RecordNeeds, governance.Training: duty.RecordTraining, governance.Compliance: duty.RecordCheck,
}

func TestPicturesAreWhole(t *testing.T) {
	r := sample(t)
	record := func(name string, kind governance.CheckKind, refused bool) shots.Screen {
		return screen(t, name, r, func(d *trial.Desk, g *governing.Page) {
			g.ShowCheck(owing(t, r, kind).ID, remedies[kind])
			if refused {
				d.Press(d.T("governance.form.save"))
			}
		})
	}
	shots.Prove(t, []shots.Screen{
		screen(t, "documents", r, func(_ *trial.Desk, g *governing.Page) { g.ShowDocuments() }),
		screen(t, "empty", trial.Register(t, memory.New()), nil),
		screen(t, "checks", r, func(_ *trial.Desk, g *governing.Page) { g.ShowCheck("", "") }),
		screen(t, "checks-empty", trial.Register(t, memory.New()), func(_ *trial.Desk, g *governing.Page) { g.ShowCheck("", "") }),
		screen(t, "document", r, func(_ *trial.Desk, g *governing.Page) { g.New() }),
		screen(t, "document-refused", r, func(d *trial.Desk, g *governing.Page) {
			g.New()
			d.Press(d.T("governance.form.save"))
		}),
		record("needs", governance.Needs, false),
		record("training", governance.Training, true),
		record("compliance", governance.Compliance, false),
		record("compliance-refused", governance.Compliance, true),
	})
}
