package governance_test

import (
	"slices"
	"testing"

	"infoklass/domain/governance"
	"infoklass/domain/text"
)

// The policy: a manager answers for that "underställd personal är informerade om
// och utbildade". The share is of the staff; without staff there is none.
func TestTheShareThatIsTrained(t *testing.T) {
	n := func(n int) *int { return &n }
	for name, test := range map[string]struct {
		check governance.Check
		share float64
		ok    bool
	}{
		"all":           {governance.Check{Staff: n(40), Trained: n(40)}, 1, true},
		"a quarter":     {governance.Check{Staff: n(40), Trained: n(10), External: n(30)}, 0.25, true},
		"none":          {governance.Check{Staff: n(40), Trained: n(0)}, 0, true},
		"no staff":      {governance.Check{Staff: n(0), Trained: n(0)}, 0, false},
		"not stated":    {governance.Check{Staff: n(40)}, 0, false},
		"nothing known": {governance.Check{}, 0, false},
	} {
		if share, ok := test.check.Share(); share != test.share || ok != test.ok {
			t.Errorf("%s: %v, %v", name, share, ok)
		}
	}
}

func TestTheNewestCheckIsFirst(t *testing.T) {
	checks := []governance.Check{{ID: "b", On: "2025-01-01"}, {ID: "a", On: "2026-01-01"}, {ID: "c", On: "2026-01-01"}}
	slices.SortFunc(checks, governance.CompareChecks)
	if checks[0].ID != "c" || checks[1].ID != "a" || checks[2].ID != "b" {
		t.Errorf("%+v", checks)
	}
}

// Documents are listed from the policy down, by title in Swedish order.
func TestThePolicyIsFirst(t *testing.T) {
	all := []governance.Document{
		{ID: "1", Kind: governance.Routine, Title: "Arkiv"}, {ID: "2", Kind: governance.Rule, Title: "Ändringar"},
		{ID: "3", Kind: governance.Rule, Title: "Zoner"}, {ID: "4", Kind: governance.Policy, Title: "Policy"}, {ID: "5", Kind: governance.Guideline, Title: "Allmänt"},
	}
	governance.Sort(all)
	var ids string
	for _, d := range all {
		ids += d.ID
	}
	if ids != "45321" {
		t.Errorf("the order is %s", ids)
	}
}

func TestTidyTakesBlanksAway(t *testing.T) {
	got := governance.Document{Title: " Policy ", Dnr: "KS 1\t", Version: " 2", Link: " x ", DecidedOn: " 2026-01-01 ", NextReview: "2027-01-01 ", Repealed: " "}.Tidy()
	want := governance.Document{Title: "Policy", Dnr: "KS 1", Version: "2", Link: "x", DecidedOn: "2026-01-01", NextReview: "2027-01-01"}
	if got != want {
		t.Errorf("%+v", got)
	}
}

func TestEverythingIsWorded(t *testing.T) {
	var all []text.Message
	for _, k := range governance.Kinds {
		all = append(all, k.Label())
	}
	for _, b := range governance.Bodies {
		all = append(all, b.Label())
	}
	for _, k := range governance.CheckKinds {
		all = append(all, k.Label())
	}
	for _, r := range governance.Replies {
		all = append(all, r.Label())
	}
	for _, q := range governance.Questions {
		all = append(all, text.Msg(q))
	}
	for _, m := range all {
		for _, lang := range text.Langs {
			if !text.In(lang).Has(m.Key) {
				t.Errorf("%s is not worded in %s", m.Key, lang)
			}
		}
	}
}
