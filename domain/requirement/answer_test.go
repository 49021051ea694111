package requirement_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func says(t *testing.T, err error, key string) {
	t.Helper()
	var told *text.Error
	switch {
	case key == "" && err == nil:
	case !errors.As(err, &told) || told.Message.Key != key:
		t.Errorf("the error is %v, want %q", err, key)
	}
}

func TestValidateAssessment(t *testing.T) {
	good := requirement.Assessment{Asset: "1", Requirement: "ORG-01", Answer: requirement.Met, On: "2026-11-23"}
	for name, test := range map[string]struct {
		spoil func(*requirement.Assessment)
		key   string
	}{
		"good":                           {func(*requirement.Assessment) {}, ""},
		"unassessed again":               {func(a *requirement.Assessment) { a.Answer = requirement.Unassessed }, ""},
		"of no asset":                    {func(a *requirement.Assessment) { a.Asset = "" }, "requirement.problem.of"},
		"of no requirement":              {func(a *requirement.Assessment) { a.Requirement = "" }, "requirement.problem.of"},
		"silence is no answer":           {func(a *requirement.Assessment) { a.Answer = "" }, "requirement.problem.answer"},
		"an unknown answer":              {func(a *requirement.Assessment) { a.Answer = "kanske" }, "requirement.problem.answer"},
		"inapplicable without a reason":  {func(a *requirement.Assessment) { a.Answer, a.Comment = requirement.Inapplicable, " " }, "requirement.problem.inapplicable"},
		"inapplicable with one":          {func(a *requirement.Assessment) { a.Answer, a.Comment = requirement.Inapplicable, "molntjänst" }, ""},
		"a comment that is too long":     {func(a *requirement.Assessment) { a.Comment = strings.Repeat("å", requirement.MaxText+1) }, "requirement.problem.long"},
		"a day that is none":             {func(a *requirement.Assessment) { a.On = "igår" }, "error.date"},
		"evidence as long as it may be":  {func(a *requirement.Assessment) { a.Evidence = strings.Repeat("å", requirement.MaxText) }, ""},
		"an assessment without its date": {func(a *requirement.Assessment) { a.On = "" }, "error.date"},
	} {
		t.Run(name, func(t *testing.T) {
			a := good
			test.spoil(&a)
			says(t, a.Validate(), test.key)
		})
	}
}

func exception() requirement.Exception {
	return requirement.Exception{Asset: "1", Requirement: "BEH-08", Reason: "stöds inte", Measure: "spärrat nät", DecidedBy: "Förvaltningschef", DecidedOn: "2026-01-10", Ends: "2026-12-31"}
}

func TestValidateException(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(*requirement.Exception)
		key   string
	}{
		"good":           {func(*requirement.Exception) {}, ""},
		"of nothing":     {func(e *requirement.Exception) { e.Requirement = "" }, "requirement.problem.of"},
		"no reason":      {func(e *requirement.Exception) { e.Reason = "" }, "requirement.problem.exception"},
		"no measure":     {func(e *requirement.Exception) { e.Measure = "\t" }, "requirement.problem.exception"},
		"nobody decided": {func(e *requirement.Exception) { e.DecidedBy = "" }, "requirement.problem.exception"},
		"no end":         {func(e *requirement.Exception) { e.Ends = "" }, "error.date"},
		"no beginning":   {func(e *requirement.Exception) { e.DecidedOn = "" }, "error.date"},
		"ends too soon":  {func(e *requirement.Exception) { e.Ends = "2026-01-09" }, "requirement.problem.ends"},
		"a long reason":  {func(e *requirement.Exception) { e.Reason = strings.Repeat("x", requirement.MaxText+1) }, "requirement.problem.long"},
	} {
		t.Run(name, func(t *testing.T) {
			e := exception()
			test.spoil(&e)
			says(t, e.Validate(), test.key)
		})
	}
}

func TestAnExceptionRunsOut(t *testing.T) {
	for day, want := range map[string]bool{"2026-01-09": false, "2026-01-10": true, "2026-12-31": true, "2027-01-01": false} {
		date, err := text.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		if got := exception().Holds(date); got != want {
			t.Errorf("on %s it holds: %v", day, got)
		}
	}
}

func TestFulfil(t *testing.T) {
	l := requirement.Shipped.Select(requirement.Object{Profile: levels("1010")}) // an information set, personal data not stated
	answers := map[string]requirement.Assessment{}
	for id, a := range map[string]requirement.Answer{
		"ORG-01": requirement.Met, "ORG-02": requirement.Partly, "INF-01": requirement.Unmet, "TIL-05": requirement.Met,
		"FYS-01": requirement.Inapplicable, "BEH-09": requirement.Met, // the last does not apply and counts for nothing
	} {
		answers[id] = requirement.Assessment{Answer: a}
	}
	e := exception()
	st := requirement.Standing{Assessments: answers, Exceptions: map[string]requirement.Exception{"INF-01": e, "ORG-01": e, "INF-03": {DecidedOn: "2020-01-01", Ends: "2020-12-31"}}}
	f := l.Fulfil(st, today)
	n := len(l.Requirements)
	want := requirement.Fulfilment{Met: 2, Partly: 1, Unmet: 1, Inapplicable: 1, Unassessed: n - 5, Excepted: 1, Perhaps: 1}
	if f.All != want {
		t.Errorf("%+v, want %+v", f.All, want)
	}
	if share, ok := f.All.Share(); !ok || share != 2.5/float64(n-1) {
		t.Errorf("the share is %v, %v of %d", share, ok, n-1)
	}
	if f.ByAspect[classify.Availability].Met != 2 || f.ByAspect[classify.Confidentiality].Met != 1 || f.ByAspect[classify.Availability].Unmet != 0 {
		t.Errorf("per aspect: %+v", f.ByAspect)
	}
	if _, ok := (requirement.Fulfilment{Inapplicable: 3}).Share(); ok {
		t.Error("a share of nothing is told")
	}
}

// Nothing is judged fulfilled by silence.
func TestOnlyAnAnswerRaisesTheShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := requirement.Shipped.Select(drawObject(t))
		if f := l.Fulfil(requirement.Standing{}, today); f.All.Met+f.All.Partly+f.All.Inapplicable != 0 || f.All.Unassessed != len(l.Requirements) {
			t.Fatalf("no answers at all: %+v", f.All)
		}
		answers := map[string]requirement.Assessment{}
		exceptions := map[string]requirement.Exception{}
		for _, id := range ids(l) {
			if rapid.Bool().Draw(t, "answered") {
				answers[id] = requirement.Assessment{Answer: rapid.SampledFrom(requirement.Answers).Draw(t, "answer")}
			}
			if rapid.Bool().Draw(t, "excepted") {
				exceptions[id] = exception()
			}
		}
		if n := l.Unassessed(requirement.Standing{Assessments: answers}); n != l.Fulfil(requirement.Standing{Assessments: answers}, today).All.Unassessed {
			t.Fatalf("%d are counted as not assessed", n)
		}
		with := l.Fulfil(requirement.Standing{Assessments: answers, Exceptions: exceptions}, today)
		without := l.Fulfil(requirement.Standing{Assessments: answers}, today)
		if a, _ := with.All.Share(); true {
			if b, _ := without.All.Share(); a != b {
				t.Fatalf("exceptions change the share from %v to %v", b, a)
			}
		}
		if with.All.Applying()+with.All.Inapplicable != len(l.Requirements) {
			t.Fatalf("%+v is not %d requirements", with.All, len(l.Requirements))
		}
	})
}
