package action_test

import (
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/text"
)

// An action is closed on a day that has been: what is done has been done.
func TestCloseable(t *testing.T) {
	for day, want := range map[string]string{
		"2026-11-22": "", "2026-11-23": "", "2026-11-24": "action.problem.closedLater", "": "error.date", "i går": "error.date",
	} {
		if got := key(action.Closeable(day, today)); got != want {
			t.Errorf("%q: %q, want %q", day, got, want)
		}
	}
}

func TestWhoIsResponsible(t *testing.T) {
	for want, a := range map[string]action.Action{
		"": {}, "It-chef": {Responsible: "It-chef"}, "Eva Ek": {Name: "Eva Ek"}, "It-chef, Eva Ek": {Responsible: "It-chef", Name: "Eva Ek"},
	} {
		if got := a.Who(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	a := good()
	a.Cost, a.FollowUps = sek(10), []action.FollowUp{{On: "2026-11-01", Note: "börjat"}}
	b := a.Clone()
	*b.Cost, b.FollowUps[0].Note = 20, "klart"
	if *a.Cost != 10 || a.FollowUps[0].Note != "börjat" {
		t.Error("a change of the copy changed the original")
	}
}

func TestStatusesAndCausesAreWorded(t *testing.T) {
	for _, lang := range text.Langs {
		p := text.In(lang)
		for _, s := range action.Statuses {
			if !p.Has(s.Label().Key) {
				t.Errorf("%s has no word in %s", s, lang)
			}
		}
		for _, k := range action.CauseKinds {
			if !p.Has(k.Label().Key) {
				t.Errorf("%q has no word in %s", k, lang)
			}
		}
	}
}
