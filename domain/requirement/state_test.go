package requirement_test

import (
	"testing"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// A requirement's state is what the municipality has decided about it.
func TestTheStateOfARequirement(t *testing.T) {
	rank := 3
	beh06 := shippedOne(t, "BEH-06")
	ownOff := own("EGNA-002")
	ownOff.Off, ownOff.Reason = true, "Används inte"
	changes := with(requirement.Change{ID: "BEH-06", Rank: &rank, Was: &beh06}, off(shippedOne(t, "BEH-07")), own("EGNA-001"), ownOff)
	c, bad := requirement.Shipped.With(changes)
	if len(bad) != 0 {
		t.Fatalf("%+v", bad)
	}
	for id, want := range map[string]requirement.State{
		"BEH-01": requirement.AsShipped, "BEH-06": requirement.Changed, "BEH-07": requirement.SwitchedOff,
		"EGNA-001": requirement.Own, "EGNA-002": requirement.SwitchedOff,
	} {
		if got := c.State(id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
		_, decided := c.Change(id)
		if decided != (want != requirement.AsShipped) || c.Off(id) != (want == requirement.SwitchedOff) {
			t.Errorf("%s: decided %v, off %v", id, decided, c.Off(id))
		}
	}
	for _, s := range requirement.States {
		for _, lang := range text.Langs {
			if !text.In(lang).Has(s.Label().Key) {
				t.Errorf("%s has no word in %s", s, lang)
			}
		}
	}
	if got := c.NextOwn(); got != "EGNA-003" {
		t.Errorf("the next id is %s", got)
	}
}

// An exception holds from its decision to its last day, both included. After that
// it has lapsed, unless the requirement is met without it.
func TestTheDaysOfAnException(t *testing.T) {
	e := requirement.Exception{DecidedOn: "2026-03-01", Ends: "2026-03-31"}
	for day, want := range map[string]struct{ holds, over bool }{
		"2026-02-28": {false, false}, "2026-03-01": {true, false}, "2026-03-31": {true, false}, "2026-04-01": {false, true},
	} {
		on, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if e.Holds(on) != want.holds || e.Over(day) != want.over {
			t.Errorf("%s: holds %v, over %v", day, e.Holds(on), e.Over(day))
		}
		for _, a := range requirement.Answers {
			lapsed := want.over && a != requirement.Met && a != requirement.Inapplicable
			if got := e.Lapsed(day, a); got != lapsed {
				t.Errorf("%s, %s: lapsed %v", day, a, got)
			}
		}
	}
}

func TestValidateUse(t *testing.T) {
	says(t, requirement.Use{Asset: "a", Platform: "p"}.Validate(), "")
	says(t, requirement.Use{Asset: "a"}.Validate(), "platform.problem.of")
	says(t, requirement.Use{Platform: "p"}.Validate(), "platform.problem.of")
	says(t, requirement.Use{Asset: "a", Platform: "a"}.Validate(), "platform.problem.itself")
	if one, other := (requirement.Use{Asset: "a", Platform: "p"}).ID(), (requirement.Use{Asset: "p", Platform: "a"}).ID(); one == other {
		t.Error("using and being used have the same id")
	}
}

// Control numbers are shown with their standard, and never ISO's titles.
func TestControlAndAspectsInWords(t *testing.T) {
	r := requirement.Requirement{ISO: "8.5", Aspects: requirement.Aspects{classify.Confidentiality, classify.Traceability}}
	if got := r.Control() + " " + r.Aspects.String(); got != "ISO/IEC 27002:2022 8.5 KS" {
		t.Errorf("%q", got)
	}
	if got := (&requirement.Requirement{}).Control(); got != "" {
		t.Errorf("a requirement without a control has %q", got)
	}
}
