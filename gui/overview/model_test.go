package overview

import (
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// What stands for several findings never reads as if the duty were met.
func TestTheRestOfADutySaysWhatIsLacking(t *testing.T) {
	r := trial.Sample(t, memory.New())
	p, j := text.In(text.Swedish), duty.NewJudge().Register(r, r.Today())
	several := 0
	for _, l := range count(p, r, j).Todo {
		if !l.Several {
			continue
		}
		several++
		for _, d := range duty.All {
			if l.Words == d.Label().In(p) {
				t.Errorf("%q says that it is met", l.Words)
			}
		}
	}
	if several == 0 {
		t.Error("no duty has more findings than are shown")
	}
}

// A review is late on the overview when the policy says so, and only then.
func TestAReviewIsLateAsThePolicyJudges(t *testing.T) {
	high := classify.Profile{classify.Level3, classify.Level3, classify.Level3, classify.Level3}
	for name, test := range map[string]struct {
		state           classify.State
		decided, review string
		status          asset.Status
		policy          register.Policy
		late            bool
	}{
		"the interval has passed before the day set": {classify.Decided, "2024-01-01", "2027-06-01", asset.InOperation, register.Policy{}, true},
		"the day set has passed":                     {classify.Decided, "2026-06-01", "2026-09-01", asset.InOperation, register.Policy{}, true},
		"in time":                                    {classify.Decided, "2026-06-01", "2027-06-01", asset.InOperation, register.Policy{}, false},
		"the day that a list gave has passed":        {classify.Imported, "", "2026-09-01", asset.InOperation, register.Policy{}, true},
		"a list gave no day":                         {classify.Imported, "", "", asset.InOperation, register.Policy{}, false},
		"what is retired is not reviewed":            {classify.Decided, "2024-01-01", "2025-01-01", asset.Retired, register.Policy{}, false},
		"the municipality asks for no review": {classify.Decided, "2024-01-01", "2025-06-01", asset.InOperation,
			register.Policy{}.With(string(duty.Reviewed), false), false},
	} {
		t.Run(name, func(t *testing.T) {
			r := trial.Register(t, memory.New())
			a := trial.Add(t, r, asset.Asset{Name: "Journalsystem", Status: test.status})
			c := classify.Classification{
				ID: r.NewID(), Asset: a.ID, State: test.state, Scale: "0-3", Profile: high, DecidedOn: test.decided, NextReview: test.review,
			}
			if _, err := r.Commit(t.Context(), text.Msg("why.settings"), register.PutClassification(c)); err != nil {
				t.Fatal(err)
			}
			trial.SetPolicy(t, r, test.policy)
			lines := count(text.In(text.Swedish), r, duty.NewJudge().Register(r, r.Today())).Reviews
			late := slices.ContainsFunc(lines, func(l reviewLine) bool { return l.Asset == a.ID && l.Late })
			if late != test.late {
				t.Errorf("late is %v; the reviews are %+v", test.late, lines)
			}
		})
	}
}
