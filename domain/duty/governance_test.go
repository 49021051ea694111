package duty_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/register"
)

// A check of a unit counts for all below it; a need of rules is each nämnd's own.
func TestAChecksReach(t *testing.T) {
	r := fresh(t)
	top := asset.Unit{ID: r.NewID(), Name: "Socialnämnden", Kind: asset.Committee, Manager: "Ordföranden"}
	below := asset.Unit{ID: r.NewID(), Name: "Hemtjänsten", Kind: asset.Operation, Parent: top.ID, Manager: "Enhetschef"}
	other := asset.Unit{ID: r.NewID(), Name: "Bolaget", Kind: asset.Company, Parent: top.ID}
	commit(t, r, register.PutUnit(top, 0), register.PutUnit(below, 0), register.PutUnit(other, 0),
		register.PutAsset(asset.Asset{ID: r.NewID(), Name: "System", Kind: asset.System}, 0))
	has := func(unit string, id duty.ID) bool {
		for _, f := range duty.NewJudge().Register(r, today).Find(nil) {
			if f.Record == nil && f.Unit == unit && f.ID == id {
				return true
			}
		}
		return false
	}
	for _, owed := range []struct {
		unit string
		id   duty.ID
	}{{top.ID, duty.NeedsAnalysed}, {other.ID, duty.NeedsAnalysed}, {below.ID, duty.Trained}, {below.ID, duty.Checked}} {
		if !has(owed.unit, owed.id) {
			t.Errorf("before anything is recorded, %s is not asked", owed.id)
		}
	}
	for _, c := range checks(r, top.ID) {
		commit(t, r, register.PutCheck(c, 0))
	}
	for _, met := range []struct {
		unit string
		id   duty.ID
	}{{top.ID, duty.NeedsAnalysed}, {below.ID, duty.Trained}, {below.ID, duty.Checked}} {
		if has(met.unit, met.id) {
			t.Errorf("%s is found all the same", met.id)
		}
	}
	if !has(other.ID, duty.NeedsAnalysed) {
		t.Error("one board has analysed the needs of another")
	}
}

// What is the whole municipality's stands on the municipality where it is a unit, and nowhere otherwise.
func TestTheMunicipalityItselfIsAsked(t *testing.T) {
	r := fresh(t)
	if got := duty.NewJudge().Register(r, today).Find(nil); len(got) != 0 {
		t.Errorf("an empty register is asked: %v", told(got))
	}
	commit(t, r, register.PutAsset(asset.Asset{ID: r.NewID(), Name: "System", Kind: asset.System}, 0))
	on := func() string {
		for _, f := range duty.NewJudge().Register(r, today).Find(nil) {
			if f.ID == duty.PolicyDecided {
				return f.On()
			}
		}
		return "not asked"
	}
	if got := on(); got != "" {
		t.Errorf("without units it stands on %q", got)
	}
	home := asset.Unit{ID: r.NewID(), Name: "Åsmarks kommun", Kind: asset.Municipality}
	commit(t, r, register.PutUnit(home, 0))
	if got := on(); got != home.ID {
		t.Errorf("it stands on %q", got)
	}
}

// What the units owe every year, and which documents are late, the page and
// the findings know from the same rules.
func TestWhatIsOwedFollowsThePolicy(t *testing.T) {
	r := fresh(t)
	s := sound(r, "1111")
	s.unit.Kind = asset.Company
	s.checks[1].On = "2025-11-22"
	s.checks = s.checks[:2]
	s.documents[1].NextReview = "2026-11-22"
	s.store(t, r)
	type owed struct {
		Kind governance.CheckKind
		Due  string
		Late bool
	}
	told := func() (checks []owed, late []bool) {
		for _, o := range duty.OwedChecks(r, today) {
			checks = append(checks, owed{o.Kind, o.Due, o.Late})
		}
		for _, d := range s.documents {
			late = append(late, duty.LateDocument(r, d, today))
		}
		return checks, late
	}
	checks, late := told()
	want := []owed{{governance.Needs, "2027-03-01", false}, {governance.Training, "2026-11-22", true}, {governance.Compliance, "", false}}
	if diff := cmp.Diff(want, checks); diff != "" || !slices.Equal(late, []bool{false, true}) {
		t.Errorf("late %v, owed %s", late, diff)
	}
	setPolicy(t, r, register.Policy{}.With(string(duty.Trained), false).With(string(duty.RulesReviewed), false))
	checks, late = told()
	if diff := cmp.Diff([]owed{want[0], want[2]}, checks); diff != "" || !slices.Equal(late, []bool{false, false}) {
		t.Errorf("switched off: late %v, owed %s", late, diff)
	}
}
