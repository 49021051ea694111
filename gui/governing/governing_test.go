package governing_test

import (
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/governance"
	"infoklass/domain/register"
	"infoklass/gui/governing"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// sample is a register with governing documents and yearly checks.
func sample(t testing.TB) *register.Register {
	t.Helper()
	return trial.Sample(t, memory.New(), example.Organisation, example.Governance)
}

// owing is the first unit that has not made a check of a kind.
func owing(t testing.TB, r *register.Register, kind governance.CheckKind) asset.Unit {
	t.Helper()
	for _, o := range duty.OwedChecks(r, r.Today()) {
		if o.Kind == kind && o.Due == "" {
			return o.Unit
		}
	}
	t.Fatalf("every unit has made %s", kind)
	return asset.Unit{}
}

// desk is a window with the page.
type desk struct {
	*trial.Desk
	r    *register.Register
	page *governing.Page
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), r: r}
	d.page = governing.New(d.Stage)
	d.Enter(d.page)
	return d
}

func TestTheFirstDocumentIsThePolicy(t *testing.T) {
	d := newDesk(t, trial.Register(t, memory.New()))
	d.page.New()
	d.Press("Spara")
	all := d.r.Governance().Documents()
	if len(all) != 1 || all[0].Kind != governance.Policy || all[0].Body != governance.Council || all[0].DecidedOn != "2026-11-23" {
		t.Fatalf("stored %+v", all)
	}
	d.Press("Öppna") // it is selected
	d.Rewrite("Policy för informationssäkerhet")
	d.Press("Spara")
	if now := d.r.Governance().Documents()[0]; now.ID != all[0].ID || now.Title != "Policy för informationssäkerhet" || now.DecidedOn != all[0].DecidedOn {
		t.Errorf("became %+v", now)
	}
	d.Undo()
	if now := d.r.Governance().Documents()[0]; now != all[0] {
		t.Errorf("after an undo %+v", now)
	}
}

func TestARefusedDocumentStaysInItsForm(t *testing.T) {
	d := newDesk(t, sample(t))
	before := len(d.r.Governance().Documents())
	d.page.New()
	d.Rewrite("")
	d.Press("Spara")
	if len(d.r.Governance().Documents()) != before || !d.Shows("Skriv dokumentets titel") {
		t.Fatalf("it says %q", d.Says())
	}
	d.Write("Regler för distansarbete") // the keyboard is back at the title
	d.Press("Spara")
	if len(d.r.Governance().Documents()) != before+1 || d.Shows("Skriv dokumentets titel") {
		t.Errorf("it says %q", d.Says())
	}
}

func TestADocumentIsDeletedAfterAQuestion(t *testing.T) {
	d := newDesk(t, sample(t))
	before := d.r.Governance().Documents()
	d.Press("Ta bort")
	d.Press("Behåll")
	if len(d.r.Governance().Documents()) != len(before) {
		t.Fatal("it is gone although it was to be kept")
	}
	d.Press("Ta bort")
	d.Press("Ta bort")
	if len(d.r.Governance().Documents()) != len(before)-1 {
		t.Fatal("it is still there")
	}
	d.Undo()
	if !slices.Equal(d.r.Governance().Documents(), before) {
		t.Error("an undo did not bring it back")
	}
}

func TestTrainingIsRecorded(t *testing.T) {
	d := newDesk(t, sample(t))
	unit, before := owing(t, d.r, governance.Training), len(d.r.Governance().Checks())
	d.page.ShowCheck(unit.ID, duty.RecordTraining)
	d.Write("20")
	d.Next()
	d.Write("25")
	d.Press("Spara")
	if len(d.r.Governance().Checks()) != before || !d.Shows("Fler kan inte vara utbildade") {
		t.Fatalf("it says %q", d.Says())
	}
	d.Fill("25", "15")
	d.Press("Spara")
	made := slices.IndexFunc(d.r.Governance().Checks(), func(c governance.Check) bool { return c.Unit == unit.ID && c.Kind == governance.Training })
	if made < 0 {
		t.Fatalf("nothing is recorded; it says %q", d.Says())
	}
	c := d.r.Governance().Checks()[made]
	if *c.Staff != 20 || *c.Trained != 15 || c.External != nil || c.On != "2026-11-23" {
		t.Errorf("recorded %+v", c)
	}
	d.Undo()
	if len(d.r.Governance().Checks()) != before {
		t.Error("an undo did not take it back")
	}
}
