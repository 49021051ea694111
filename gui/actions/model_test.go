package actions

import (
	"slices"
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func TestThePlanIsSortedByEveryColumn(t *testing.T) {
	r := trial.Sample(t, memory.New(), example.Actions)
	p := text.In(text.Swedish)
	plan := listPlan(p, r, register.ActionQuery{}, present.Sort{}).Rows
	for key, value := range map[string]func(row) string{
		columnWhat: func(a row) string { return a.What }, columnCause: func(a row) string { return a.Answers },
		columnAbout: func(a row) string { return a.About }, columnDue: func(a row) string { return a.Due },
		columnResponsible: func(a row) string { return a.Responsible }, columnCost: func(a row) string { return a.Cost },
		columnState: func(a row) string { return a.State },
	} {
		for _, descending := range []bool{false, true} {
			rows := listPlan(p, r, register.ActionQuery{}, present.Sort{Column: key, Descending: descending}).Rows
			if len(rows) != len(plan) {
				t.Fatalf("%s: %d rows of %d", key, len(rows), len(plan))
			}
			empty := slices.IndexFunc(rows, func(a row) bool { return value(a) == "" })
			if empty >= 0 && slices.ContainsFunc(rows[empty:], func(a row) bool { return value(a) != "" }) {
				t.Errorf("%s, descending %v: what has nothing there does not come last", key, descending)
			}
		}
	}
	cheapest := listPlan(p, r, register.ActionQuery{}, present.Sort{Column: columnCost}).Rows[0]
	for _, a := range plan {
		if a.Action.Cost != nil && *a.Action.Cost < *cheapest.Action.Cost {
			t.Errorf("%q is cheaper than %q", a.What, cheapest.What)
		}
	}
}

func TestWhatIsBeingDoneIsNotedOnce(t *testing.T) {
	r := trial.Sample(t, memory.New())
	rec := r.Records()[0]
	add := func(a action.Action) {
		t.Helper()
		a.Asset, a.Cause = rec.Asset.ID, action.Cause{Kind: action.Requirement, ID: "BEH-01"}
		if _, err := r.Plan().AddAction(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	add(action.Action{What: "gjort", Status: action.Done, Closed: "2026-01-01"})
	key := present.ActionKey{About: rec.Asset.ID, Kind: action.Requirement, ID: "BEH-01"}
	notes := func() string {
		return present.ActionNotes(text.In(text.Swedish), r, r.Plan().ActionsOf(rec.Asset.ID))[key]
	}
	if got := notes(); got != "Åtgärd: Klar 2026-01-01" {
		t.Errorf("the note is %q", got)
	}
	add(action.Action{What: "senare", Due: "2999-02-01"})
	add(action.Action{What: "snart", Due: "2999-01-01", Status: action.Ongoing})
	if got := notes(); got != "Åtgärd: Pågår, klar senast 2999-01-01" {
		t.Errorf("the note is %q", got)
	}
}

// The causes offered are the duties that the municipality has, in its own words;
// the one that an action has already stays among them.
func TestTheCausesAreTheMunicipalitysOwn(t *testing.T) {
	r, p := trial.Sample(t, memory.New()), text.In(text.Swedish)
	const own = "Klassa innan du köper"
	cause := action.Cause{Kind: action.Duty, ID: string(duty.Procurement)}
	offered := func(has string) (string, bool) {
		j := duty.NewJudge().Register(r, r.Today())
		all := causeChoices(p, r, j, action.Action{Cause: action.Cause{Kind: action.Duty, ID: has}}, "")
		at := slices.IndexFunc(all, func(c choice) bool { return c.ID == string(duty.Procurement) })
		if at < 0 {
			return "", false
		}
		return all[at].Name, true
	}
	trial.SetPolicy(t, r, register.Policy{}.Worded(string(duty.Procurement), register.Wording{Name: own}))
	if got, ok := offered(""); !ok || got != "P14: "+own {
		t.Errorf("offered as %q", got)
	}
	if got := newRow(p, r, action.Action{Cause: cause}).Answers; got != "P14: "+own {
		t.Errorf("an action answers to %q", got)
	}
	trial.SetPolicy(t, r, register.Policy{}.With(string(duty.Procurement), false))
	if _, ok := offered(""); ok {
		t.Error("a duty that is switched off is offered")
	}
	if _, ok := offered(cause.ID); !ok {
		t.Error("the cause that an action has is no longer among the choices")
	}
}
