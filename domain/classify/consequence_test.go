package classify_test

import (
	"maps"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/classify"
)

const (
	kAspect = classify.Confidentiality
	rAspect = classify.Integrity
	tAspect = classify.Availability
	sAspect = classify.Traceability
)

func levels(p ...int) classify.Profile {
	var out classify.Profile
	for i, rank := range p {
		if rank >= 0 {
			out[i] = classify.Level(rank + 1)
		}
	}
	return out
}

func TestConsequences(t *testing.T) {
	type aspects = []classify.Aspect
	for _, tc := range []struct {
		name   string
		object classify.Object
		levels classify.Profile
		want   []classify.Consequence
	}{
		{"nothing chosen leaves everything open", classify.Object{System: true}, levels(-1, -1, -1, -1), []classify.Consequence{
			{Obligation: classify.Important, Undecided: aspects{kAspect, rAspect, tAspect, sAspect}, Months: 24},
			{Obligation: classify.CriticalSystem, Undecided: aspects{rAspect, tAspect}, Months: 12},
			{Obligation: classify.Outage, Undecided: aspects{tAspect}, Months: 24},
		}},
		{"a secret system is important, not critical", classify.Object{System: true}, levels(3, 2, 2, 1), []classify.Consequence{
			{Obligation: classify.Important, Because: aspects{kAspect}, Months: 24},
			{Obligation: classify.Review, Because: aspects{kAspect, rAspect, tAspect}, Months: 12},
		}},
		{"a system that may not stop is critical and needs an outage plan", classify.Object{System: true}, levels(0, 0, 3, 0), []classify.Consequence{
			{Obligation: classify.Important, Because: aspects{tAspect}, Months: 24},
			{Obligation: classify.CriticalSystem, Because: aspects{tAspect}, Months: 12},
			{Obligation: classify.Outage, Because: aspects{tAspect}, Months: 24},
			{Obligation: classify.Review, Because: aspects{tAspect}, Months: 12},
		}},
		{"a set of information is no system", classify.Object{}, levels(0, 3, 1, 0), []classify.Consequence{
			{Obligation: classify.Important, Because: aspects{rAspect}, Months: 24},
			{Obligation: classify.Review, Because: aspects{rAspect}, Months: 12},
		}},
		{"low levels bring a later review only", classify.Object{System: true}, levels(1, 1, 0, 0), []classify.Consequence{
			{Obligation: classify.Review, Months: 24},
		}},
		{"procurement", classify.Object{Procurement: true}, levels(0, 0, 0, 0), []classify.Consequence{
			{Obligation: classify.Procurement},
			{Obligation: classify.Review, Months: 24},
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, classify.DefaultDemands.Consequences(tc.object, tc.levels)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The interval of the obligation is the one that the proposed date is counted with.
func TestReviewConsequenceAgreesWithTheProposedDay(t *testing.T) {
	decided := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(rt *rapid.T) {
		var p classify.Profile
		for i := range p {
			p[i] = classify.Level(rapid.IntRange(1, 4).Draw(rt, "level"))
		}
		for _, c := range classify.DefaultDemands.Consequences(classify.Object{}, p) {
			if !c.Settled() {
				rt.Errorf("%v: a complete profile leaves %s open", p, c.Obligation)
			}
			if c.Obligation == classify.Review && !decided.AddDate(0, c.Months, 0).Equal(classify.NextReview(p, decided)) {
				rt.Errorf("%v: told %d months, proposed %v", p, c.Months, classify.NextReview(p, decided))
			}
		}
	})
}

func TestDemandsAreTheMunicipalitysOwn(t *testing.T) {
	strict := classify.DefaultDemands
	strict.ImportantRank, strict.OutageRank, strict.ReviewRank, strict.ReviewHigh = 2, 2, 1, 6
	p := classify.Profile{classify.Level1, classify.Level1, classify.Level2, classify.Level1}
	got := map[classify.Obligation]int{}
	for _, c := range strict.Consequences(classify.Object{System: true}, p) {
		got[c.Obligation] = c.Months
	}
	want := map[classify.Obligation]int{classify.Important: 24, classify.Outage: 24, classify.Review: 6}
	if !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
