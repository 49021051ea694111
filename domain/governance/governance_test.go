package governance_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"infoklass/domain/governance"
	"infoklass/domain/text"
)

func key(err error) string {
	var told *text.Error
	if errors.As(err, &told) {
		return told.Message.Key
	}
	return ""
}

func n(i int) *int { return &i }

func policy() governance.Document {
	return governance.Document{
		ID: "1", Kind: governance.Policy, Title: "Informationssäkerhetspolicy", Body: governance.Council,
		DecidedOn: "2026-03-01", Dnr: "KS 2026/17", NextReview: "2027-03-01",
	}
}

func TestWhichDocumentsMayBeStored(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*governance.Document)
		want  string
	}{
		"good":                      {func(*governance.Document) {}, ""},
		"no id":                     {func(d *governance.Document) { d.ID = "" }, "asset.problem.id"},
		"no title":                  {func(d *governance.Document) { d.Title = " " }, "governance.problem.title"},
		"no kind":                   {func(d *governance.Document) { d.Kind = "" }, "governance.problem.kind"},
		"decided by no one":         {func(d *governance.Document) { d.Body = "" }, "governance.problem.body"},
		"no day":                    {func(d *governance.Document) { d.DecidedOn = "" }, "error.date"},
		"never reviewed":            {func(d *governance.Document) { d.NextReview = "" }, ""},
		"reviewed before it is":     {func(d *governance.Document) { d.NextReview = "2026-02-28" }, "governance.problem.before"},
		"repealed before it is":     {func(d *governance.Document) { d.Repealed = "2026-02-28" }, "governance.problem.before"},
		"a day that is none":        {func(d *governance.Document) { d.Repealed = "snart" }, "error.date"},
		"a title that never ends":   {func(d *governance.Document) { d.Title = strings.Repeat("å", governance.MaxText+1) }, "governance.problem.long"},
		"a title just short enough": {func(d *governance.Document) { d.Title = strings.Repeat("å", governance.MaxText) }, ""},
	} {
		d := policy()
		c.spoil(&d)
		if got := key(d.Validate()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWhenADocumentHolds(t *testing.T) {
	d := policy()
	d.Repealed = "2027-06-01"
	for day, want := range map[string]bool{"2026-02-28": false, "2026-03-01": true, "2027-05-31": true, "2027-06-01": false} {
		if d.Holds(day) != want {
			t.Errorf("on %s it holds: %v", day, !want)
		}
	}
	for day, want := range map[string]bool{"2027-03-01": false, "2027-03-02": true, "2027-06-01": false} {
		if d.Overdue(day) != want {
			t.Errorf("on %s it is overdue: %v", day, !want)
		}
	}
}

func TestWhichChecksMayBeStored(t *testing.T) {
	needs := governance.Check{ID: "1", Kind: governance.Needs, Unit: "U", On: "2026-10-01", By: "Nämndens ordförande", Outcome: "De gemensamma reglerna räcker."}
	training := governance.Check{ID: "1", Kind: governance.Training, Unit: "U", On: "2026-10-01", By: "Enhetschef", Staff: n(20), Trained: n(18), External: n(2)}
	compliance := governance.Check{ID: "1", Kind: governance.Compliance, Unit: "U", On: "2026-10-01", By: "Enhetschef",
		Answers: []governance.Answer{{Question: "Följs reglerna?", Reply: governance.Partly, Finding: "Två delar konto."}}}
	for name, c := range map[string]struct {
		from  governance.Check
		spoil func(*governance.Check)
		want  string
	}{
		"needs":                         {needs, func(*governance.Check) {}, ""},
		"training":                      {training, func(*governance.Check) {}, ""},
		"compliance":                    {compliance, func(*governance.Check) {}, ""},
		"of no unit":                    {needs, func(c *governance.Check) { c.Unit = "" }, "governance.problem.unit"},
		"of no kind":                    {needs, func(c *governance.Check) { c.Kind = "fest" }, "governance.problem.check"},
		"by no one":                     {needs, func(c *governance.Check) { c.By = " " }, "governance.problem.by"},
		"on no day":                     {needs, func(c *governance.Check) { c.On = "i höstas" }, "error.date"},
		"an analysis of nothing":        {needs, func(c *governance.Check) { c.Outcome = "" }, "governance.problem.outcome"},
		"trained but not of how many":   {training, func(c *governance.Check) { c.Staff = nil }, "governance.problem.trained"},
		"of how many but not trained":   {training, func(c *governance.Check) { c.Trained = nil }, "governance.problem.trained"},
		"nobody to train":               {training, func(c *governance.Check) { c.Staff, c.Trained = n(0), n(0) }, ""},
		"more trained than there are":   {training, func(c *governance.Check) { c.Trained = n(21) }, "governance.problem.more"},
		"fewer than nobody":             {training, func(c *governance.Check) { c.External = n(-1) }, "governance.problem.count"},
		"a check without an answer":     {compliance, func(c *governance.Check) { c.Answers = nil }, "governance.problem.answers"},
		"an answer to nothing":          {compliance, func(c *governance.Check) { c.Answers[0].Question = "" }, "governance.problem.question"},
		"an unknown answer":             {compliance, func(c *governance.Check) { c.Answers[0].Reply = "kanske" }, "governance.problem.reply"},
		"a no that says nothing":        {compliance, func(c *governance.Check) { c.Answers[0].Reply, c.Answers[0].Finding = governance.No, " " }, "governance.problem.finding"},
		"a yes that has nothing to say": {compliance, func(c *governance.Check) { c.Answers[0].Reply, c.Answers[0].Finding = governance.Yes, "" }, ""},
	} {
		check := c.from.Clone()
		c.spoil(&check)
		if got := key(check.Validate()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatIsPlannedIsNotMade(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	if err := (governance.Check{On: "2026-11-23"}).Made(today); err != nil {
		t.Error(err)
	}
	if got := key((governance.Check{On: "2026-11-24"}).Made(today)); got != "governance.problem.ahead" {
		t.Errorf("tomorrow: %q", got)
	}
}

func TestTidyLeavesOutWhatIsNotAnswered(t *testing.T) {
	c := governance.Check{By: " Chef ", Answers: []governance.Answer{{Question: "A"}, {Question: " B ", Reply: governance.Yes}}}
	got := c.Tidy()
	if got.By != "Chef" || len(got.Answers) != 1 || got.Answers[0].Question != "B" || len(c.Answers) != 2 || c.Answers[1].Question != " B " {
		t.Errorf("%+v, from %+v", got, c)
	}
}

func TestSortPutsWhatGovernsMostFirst(t *testing.T) {
	all := []governance.Document{{ID: "1", Kind: governance.Routine, Title: "A"}, {ID: "2", Kind: governance.Rule, Title: "Ö"}, {ID: "3", Kind: governance.Rule, Title: "Ä"}, {ID: "4", Kind: governance.Policy, Title: "P"}}
	governance.Sort(all)
	order := ""
	for _, d := range all {
		order += d.ID
	}
	if order != "4321" {
		t.Errorf("the order is %s", order)
	}
}
