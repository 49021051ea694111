package action_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/text"
)

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func sek(n int) *int { return &n }

func good() action.Action {
	return action.Action{ID: "1", What: "Inför stark inloggning", Asset: "A", Responsible: "Systemförvaltare", Start: "2026-09-01", Due: "2026-12-31", Status: action.Planned}
}

func key(err error) string {
	var told *text.Error
	if errors.As(err, &told) {
		return told.Message.Key
	}
	return ""
}

func TestWhatMayBeStored(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*action.Action)
		want  string
	}{
		"good":                       {func(*action.Action) {}, ""},
		"no id":                      {func(a *action.Action) { a.ID = "" }, "action.problem.id"},
		"nothing to do":              {func(a *action.Action) { a.What = " \t" }, "action.problem.what"},
		"too much to do":             {func(a *action.Action) { a.What = strings.Repeat("å", action.MaxWhat+1) }, "action.problem.whatLong"},
		"an unknown status":          {func(a *action.Action) { a.Status = "kanske" }, "action.problem.status"},
		"of an asset and a unit":     {func(a *action.Action) { a.Unit = "U" }, "action.problem.both"},
		"of a unit":                  {func(a *action.Action) { a.Asset, a.Unit = "", "U" }, ""},
		"of nothing":                 {func(a *action.Action) { a.Asset = "" }, ""},
		"a cost below nothing":       {func(a *action.Action) { a.Cost = sek(-1) }, "action.problem.cost"},
		"a cost of nothing":          {func(a *action.Action) { a.Cost = sek(0) }, ""},
		"a requirement":              {func(a *action.Action) { a.Cause = action.Cause{Kind: action.Requirement, ID: "BEH-01"} }, ""},
		"a requirement of nothing":   {func(a *action.Action) { a.Asset, a.Cause = "", action.Cause{Kind: action.Requirement, ID: "BEH-01"} }, "action.problem.requirement"},
		"a requirement without id":   {func(a *action.Action) { a.Cause = action.Cause{Kind: action.Requirement} }, "action.problem.requirement"},
		"of the municipality":        {func(a *action.Action) { a.Asset, a.Cause = "", action.Cause{Kind: action.Duty, ID: "P2.policy"} }, ""},
		"a risk":                     {func(a *action.Action) { a.Cause = action.Cause{Kind: action.Risk, Text: "Brand"} }, ""},
		"a risk without words":       {func(a *action.Action) { a.Cause = action.Cause{Kind: action.Risk, Text: " "} }, "action.problem.risk"},
		"an unknown cause":           {func(a *action.Action) { a.Cause = action.Cause{Kind: "kanske"} }, "action.problem.cause"},
		"due before it starts":       {func(a *action.Action) { a.Due = "2026-08-31" }, "action.problem.due"},
		"no days":                    {func(a *action.Action) { a.Start, a.Due = "", "" }, ""},
		"a day that is none":         {func(a *action.Action) { a.Due = "snart" }, "error.date"},
		"open and closed":            {func(a *action.Action) { a.Closed = "2026-11-01" }, "action.problem.open"},
		"done without a day":         {func(a *action.Action) { a.Status = action.Done }, "action.problem.closed"},
		"done":                       {func(a *action.Action) { a.Status, a.Closed = action.Done, "2026-11-01" }, ""},
		"an empty note":              {func(a *action.Action) { a.FollowUps = []action.FollowUp{{On: "2026-11-01"}} }, "action.problem.note"},
		"a note on a day that never": {func(a *action.Action) { a.FollowUps = []action.FollowUp{{On: "2026-13-01", Note: "x"}} }, "error.date"},
	} {
		a := good()
		c.spoil(&a)
		if got := key(a.Validate()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestACostIsReadAsItIsWritten(t *testing.T) {
	for written, want := range map[string]*int{
		"": nil, "  ": nil, "0": sek(0), "25000": sek(25000), "25 000 kr": sek(25000), "25\u00a0000": sek(25000), "25,000": sek(25000), "SEK 1,250,000": sek(1_250_000),
	} {
		got, err := action.ReadCost(written)
		if err != nil || (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("%q: %v, %v", written, got, err)
		}
	}
	for _, wrong := range []string{"12,5", "12.5", "-5", "kr", "ca 25000", "99999999999999999999", "2000000000"} {
		if got, err := action.ReadCost(wrong); key(err) != "action.problem.cost" {
			t.Errorf("%q: %v, %v", wrong, got, err)
		}
	}
}

func TestThePlanBeginsWithWhatIsLate(t *testing.T) {
	plan := []action.Action{
		{ID: "done before", Status: action.Done, Closed: "2026-01-01"},
		{ID: "whenever", Status: action.Planned},
		{ID: "done lately", Status: action.Cancelled, Closed: "2026-11-01"},
		{ID: "later", Status: action.Planned, Due: "2027-01-01"},
		{ID: "late", Status: action.Ongoing, Due: "2026-11-22"},
		{ID: "later too", Status: action.Planned, Due: "2027-01-01"},
		{ID: "today", Status: action.Ongoing, Due: "2026-11-23"},
	}
	slices.SortFunc(plan, action.Compare)
	var order, late []string
	for _, a := range plan {
		order = append(order, a.ID)
		if a.Late(today) {
			late = append(late, a.ID)
		}
	}
	if got := strings.Join(order, ", "); got != "late, today, later, later too, whenever, done lately, done before" {
		t.Errorf("the order is %s", got)
	}
	if !slices.Equal(late, []string{"late"}) {
		t.Errorf("late: %v", late)
	}
}

func TestAnOpenActionIsFollowedUpEveryQuarter(t *testing.T) {
	a := good()
	a.Start = "2026-11-30"
	if got := a.NextFollowUp(); got != "2027-03-02" {
		t.Errorf("the first follow-up is %s", got)
	}
	b := a.Follow(action.FollowUp{On: "2027-01-15", Note: " på väg "}).Follow(action.FollowUp{On: "2026-12-01", Note: "börjat"})
	if len(a.FollowUps) != 0 || b.FollowUps[0].Note != "börjat" || b.FollowUps[1].Note != "på väg" {
		t.Errorf("the notes are %v, those before %v", b.FollowUps, a.FollowUps)
	}
	if got := b.NextFollowUp(); got != "2027-04-15" {
		t.Errorf("the next follow-up is %s", got)
	}
	if b.FollowUpDue(today) || !b.FollowUpDue(time.Date(2027, 4, 15, 0, 0, 0, 0, time.UTC)) {
		t.Error("it is to be followed up when the day has come")
	}
	b.Status = action.Done
	if a.Start = ""; b.NextFollowUp()+a.NextFollowUp() != "" {
		t.Error("what is closed, or has not begun, is to be followed up")
	}
}

func TestThePlanAddsUp(t *testing.T) {
	got := action.Sum([]action.Action{
		{Status: action.Planned, Cost: sek(1000), Due: "2026-11-22"},
		{Status: action.Ongoing},
		{Status: action.Done, Cost: sek(500), Due: "2026-01-01"},
		{Status: action.Cancelled, Cost: sek(9000)},
	}, today)
	if want := (action.Sums{Count: 4, Open: 2, Late: 1, Done: 1, Cost: 1500, Unreckoned: 1}); got != want {
		t.Errorf("the sums are %+v, want %+v", got, want)
	}
}

func TestListsSayHowFarAnActionHasCome(t *testing.T) {
	for words, want := range map[string]action.Status{"Pågår": action.Ongoing, " KLAR ": action.Done, "ej påbörjad": action.Planned, "Utgår": action.Cancelled, "50 %": ""} {
		if got, ok := action.ReadStatus(words); got != want || ok != (want != "") {
			t.Errorf("%q means %q", words, got)
		}
	}
}
