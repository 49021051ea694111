package holding_test

import (
	"errors"
	"strings"
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/text"
)

// key is the catalogue key of the sentence that err carries, "" for nil.
func key(err error) string {
	var told *text.Error
	if errors.As(err, &told) {
		return told.Message.Key
	}
	return ""
}

func TestLinkValidate(t *testing.T) {
	for name, test := range map[string]struct {
		link holding.Link
		want string
	}{
		"whole":         {holding.Link{System: "s", Set: "i", Since: "2026-11-01"}, ""},
		"without a day": {holding.Link{System: "s", Set: "i"}, ""},
		"no system":     {holding.Link{Set: "i"}, "holding.problem.of"},
		"no set":        {holding.Link{System: "s"}, "holding.problem.of"},
		"in itself":     {holding.Link{System: "s", Set: "s"}, "holding.problem.self"},
		"no such day":   {holding.Link{System: "s", Set: "i", Since: "2026-02-30"}, "error.date"},
	} {
		if got := key(test.link.Validate()); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	if one, other := (holding.Link{System: "s", Set: "i"}), (holding.Link{System: "s", Set: "i", Since: "2026-11-01"}); one.ID() != other.ID() {
		t.Error("a system can hold a set twice")
	}
}

// A raise has a reason; a deviation has a reason, who decided and when.
func TestAdjustmentValidate(t *testing.T) {
	raise := holding.Adjustment{System: "s", Aspect: "integrity", Way: holding.Aggregation, Level: classify.Level3, Reason: "Delar som säger mer tillsammans"}
	lower := holding.Adjustment{System: "s", Aspect: "integrity", Way: holding.Deviation, Level: classify.Level1, Against: classify.Level2,
		Reason: "Bara täcknamn", DecidedBy: "Sektorchef", DecidedOn: "2026-11-01"}
	for name, test := range map[string]struct {
		of    holding.Adjustment
		spoil func(*holding.Adjustment)
		want  string
	}{
		"a raise":                    {raise, func(*holding.Adjustment) {}, ""},
		"a deviation":                {lower, func(*holding.Adjustment) {}, ""},
		"a dated raise":              {raise, func(a *holding.Adjustment) { a.DecidedOn = "2026-11-01" }, ""},
		"a raise on no day":          {raise, func(a *holding.Adjustment) { a.DecidedOn = "i går" }, "error.date"},
		"of no system":               {raise, func(a *holding.Adjustment) { a.System = "" }, "holding.problem.of"},
		"of an unknown aspect":       {raise, func(a *holding.Adjustment) { a.Aspect = "beauty" }, "holding.problem.of"},
		"of an aspect's letter":      {raise, func(a *holding.Adjustment) { a.Aspect = "R" }, "holding.problem.of"},
		"to no level":                {raise, func(a *holding.Adjustment) { a.Level = classify.Unset }, "holding.problem.of"},
		"an unknown way":             {raise, func(a *holding.Adjustment) { a.Way = "wish" }, "holding.problem.way"},
		"a raise without a reason":   {raise, func(a *holding.Adjustment) { a.Reason = " " }, "holding.problem.raiseReason"},
		"lowered without a reason":   {lower, func(a *holding.Adjustment) { a.Reason = "" }, "holding.problem.deviationReason"},
		"lowered by nobody":          {lower, func(a *holding.Adjustment) { a.DecidedBy = " " }, "holding.problem.decidedBy"},
		"lowered on no day":          {lower, func(a *holding.Adjustment) { a.DecidedOn = "" }, "error.date"},
		"lowered to the same level":  {lower, func(a *holding.Adjustment) { a.Against = classify.Level1 }, "holding.problem.notLower"},
		"lowered against no level":   {lower, func(a *holding.Adjustment) { a.Against = classify.Unset }, "holding.problem.notLower"},
		"a reason that fills a book": {raise, func(a *holding.Adjustment) { a.Reason = strings.Repeat("å", holding.MaxText+1) }, "requirement.problem.long"},
		"a reason of the most":       {raise, func(a *holding.Adjustment) { a.Reason = strings.Repeat("å", holding.MaxText) }, ""},
	} {
		a := test.of
		test.spoil(&a)
		if got := key(a.Validate()); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	if raise.ID() != holding.EntityID("s", classify.Integrity) || raise.Of() != classify.Integrity {
		t.Errorf("the id is %s, of %v", raise.ID(), raise.Of())
	}
}
