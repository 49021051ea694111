package duty_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

func setPolicy(t testing.TB, r *register.Register, p register.Policy) {
	t.Helper()
	s := r.Settings()
	s.Policy = p
	if err := r.ChangeSettings(ctx, s); err != nil {
		t.Fatal(err)
	}
}

// What a policy does not have is not judged; what cannot be left out is judged all the same.
func TestADutyCanBeLeftOutOfThePolicy(t *testing.T) {
	r := fresh(t)
	s := sound(r, "3333")
	s.with("ssp_flag", "")
	s.asset.Unit = ""
	s.store(t, r)
	judge := duty.NewJudge()
	ids := func() []duty.ID {
		var out []duty.ID
		for _, f := range judge.Register(r, today).Find(nil) {
			out = append(out, f.ID)
		}
		return out
	}
	if diff := cmp.Diff([]duty.ID{duty.SecurityPlan, duty.Placed}, ids()); diff != "" {
		t.Fatalf("as shipped (-want +got):\n%s", diff)
	}
	setPolicy(t, r, register.Policy{}.With(string(duty.SecurityPlan), false).With(string(duty.Placed), false))
	if diff := cmp.Diff([]duty.ID{duty.Placed}, ids()); diff != "" {
		t.Fatalf("left out (-want +got):\n%s", diff)
	}
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if len(ids()) != 2 {
		t.Fatal("undo does not bring the duty back")
	}
}

// Left out, the duty before procurement hides no other: the asset is still to be classified.
func TestWithoutTheDutyBeforeProcurementAnAssetIsStillToBeClassified(t *testing.T) {
	r := fresh(t)
	s := sound(r, "")
	s.class, s.asset.Status = nil, asset.InProcurement
	s.store(t, r)
	setPolicy(t, r, register.Policy{}.With(string(duty.Procurement), false))
	got := duty.NewJudge().Register(r, today).Find(nil)
	if len(got) != 1 || got[0].ID != duty.Classified {
		t.Fatalf("%v", told(got))
	}
}

func TestTheMunicipalitysOwnWords(t *testing.T) {
	r := fresh(t)
	s := sound(r, "3111")
	s.with(asset.InformationOwner, "")
	s.store(t, r)
	setPolicy(t, r, register.Policy{}.Worded(string(duty.Owner), register.Wording{Name: "Ägare", Section: "§ 4.2", Quote: "Varje viktig tillgång har en ägare."}))
	p := text.In(text.Swedish)
	f := duty.NewJudge().Register(r, today).Find(nil)[0]
	if got := []string{f.Label().In(p), f.Section().In(p), f.Policy().In(p)}; !slices.Equal(got, []string{"Ägare", "§ 4.2", "Varje viktig tillgång har en ägare."}) {
		t.Errorf("%q", got)
	}
}

// Each duty that applies is met or not met, never both and never silently
// either, and they add up to what is counted.
func TestRulings(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := fresh(t)
		for range rapid.IntRange(1, 20).Draw(rt, "edits") {
			commit(t, r, drawEdit(rt, r)...)
		}
		j := duty.NewJudge().Register(r, today)
		asked, missing := 0, 0
		for _, rec := range r.Records() {
			var found []duty.Finding
			for _, s := range j.Rulings(rec.Asset.ID) {
				asked++
				if s.Finding == nil {
					silent(rt, rec, s)
					continue
				}
				missing++
				found = append(found, *s.Finding)
			}
			slices.SortStableFunc(found, func(a, b duty.Finding) int { return int(b.Severity - a.Severity) })
			if diff := cmp.Diff(lines(on(j, rec.Asset.ID)), lines(found)); diff != "" {
				rt.Fatalf("the rulings say otherwise than the findings (-findings +rulings):\n%s", diff)
			}
			n, worst := j.Worst(rec.Asset.ID)
			if n != len(found) || n > 0 && worst.ID != found[0].ID {
				rt.Fatalf("the worst of %v is %s of %d", lines(found), worst.ID, n)
			}
		}
		ofUnits := 0
		for _, f := range j.Find(nil) {
			if f.Record == nil {
				ofUnits++
			}
		}
		tally := j.Tally("")
		if tally.Asked < asked+ofUnits || tally.Asked-tally.Met != missing+ofUnits {
			rt.Fatalf("%+v is counted; assets have %d and lack %d, units lack %d", tally, asked, missing, ofUnits)
		}
	})
}

// silent fails where a duty is held to be met although nobody has said anything.
func silent(t *rapid.T, rec *register.Record, s duty.Ruling) {
	said := map[duty.ID]bool{
		duty.Information: rec.Classified() && rec.Holding != nil && len(rec.Holding.Sets) > 0,
		duty.Classified:  rec.Classified(), duty.Procurement: rec.Classified(), duty.Reviewed: s.Until != "", duty.OutageHours: rec.Class != nil,
		duty.Owner: s.By != "", duty.RiskAnalysis: s.On != "", duty.SecurityPlan: s.On != "", duty.OutagePlan: s.On != "",
		duty.Placed: rec.Asset.Unit != "", duty.Assessed: len(rec.Standing.Assessments) > 0, duty.Met: len(rec.Standing.Assessments) > 0,
		duty.Exception: len(rec.Standing.Exceptions) > 0,
	}
	if !said[s.ID] {
		t.Fatalf("%s is held to be met by silence", s.ID)
	}
}
