package requirement_test

import (
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/requirement"
)

func TestAPlatformHandsOnWhatItShares(t *testing.T) {
	answer := func(id string, a requirement.Answer, shared bool) requirement.Assessment {
		return requirement.Assessment{Asset: "plattform", Requirement: id, Answer: a, Shared: shared}
	}
	st := requirement.Standing{
		Assessments: map[string]requirement.Assessment{
			"BEH-01": answer("BEH-01", requirement.Met, true),
			"BEH-02": answer("BEH-02", requirement.Met, false),          // for itself alone
			"BEH-06": answer("BEH-06", requirement.Unassessed, true),    // says nothing
			"BEH-09": answer("BEH-09", requirement.Met, true),           // a stronger form of BEH-08 and BEH-07
			"BEH-07": answer("BEH-07", requirement.Unmet, false),        // but this it answers itself
			"INF-04": answer("INF-04", requirement.Partly, true),        // partly is no answer to the weaker INF-03
			"ORG-02": answer("ORG-02", requirement.Inapplicable, false), // goes before what it inherits
		},
		Inherited: map[string]requirement.Assessment{
			"ORG-02": {Asset: "under", Requirement: "ORG-02", Answer: requirement.Met, Shared: true},
			"DRI-01": {Asset: "under", Requirement: "DRI-01", Answer: requirement.Met, Shared: true},
			"BEH-06": {Asset: "under", Requirement: "BEH-06", Answer: requirement.Unmet, Shared: true},
		},
	}
	got := st.Hand(requirement.Shipped)
	want := map[string]string{"BEH-01": "plattform BEH-01 met", "BEH-09": "plattform BEH-09 met", "BEH-08": "plattform BEH-09 met",
		"INF-04": "plattform INF-04 partly", "DRI-01": "under DRI-01 met", "BEH-06": "under BEH-06 unmet"}
	for id, a := range got {
		if said := a.Asset + " " + a.Requirement + " " + string(a.Answer); said != want[id] {
			t.Errorf("%s: %s, want %q", id, said, want[id])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d answers are handed on, want %d: %v", len(got), len(want), got)
	}
}

// An asset's own answer goes first, and a requirement without an answer stays so.
func TestInheritedAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := requirement.Shipped.Select(drawObject(t))
		st := requirement.Standing{Assessments: map[string]requirement.Assessment{}, Inherited: map[string]requirement.Assessment{}}
		anyAnswer := rapid.SampledFrom(requirement.Answers)
		shared := rapid.SampledFrom(requirement.Answers[:4])
		for _, id := range ids(l) {
			if rapid.Bool().Draw(t, "own") {
				st.Assessments[id] = requirement.Assessment{Asset: "a", Answer: anyAnswer.Draw(t, "answer")}
			}
			if rapid.Bool().Draw(t, "inherited") {
				st.Inherited[id] = requirement.Assessment{Asset: "p", Answer: shared.Draw(t, "answer")}
			}
			a, inherited := st.Of(id)
			own, from := st.Assessments[id], st.Inherited[id]
			switch {
			case own.Answer != "" && own.Answer != requirement.Unassessed && (inherited || a != own),
				inherited && a != from,
				!inherited && own.Answer == "" && a.Answer != requirement.Unassessed:
				t.Fatalf("%s: own %q, inherited %q, in force %q", id, own.Answer, from.Answer, a.Answer)
			}
		}
		f := l.Fulfil(st, today).All
		if f.Applying()+f.Inapplicable != len(l.Requirements) || f.Unassessed != l.Unassessed(st) {
			t.Fatalf("%+v of %d", f, len(l.Requirements))
		}
	})
}
