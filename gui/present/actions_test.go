package present_test

import (
	"slices"
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

func TestThePlanIsSortedByEveryColumn(t *testing.T) {
	r := sampleAssets(t)
	if err := example.Actions(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	p := text.In(text.Swedish)
	plan := present.ListActions(p, r, register.ActionQuery{}, present.ActionSort{}).Rows
	for key, value := range map[string]func(present.ActionRow) string{
		present.ActionWhat: func(a present.ActionRow) string { return a.What }, present.ActionAnswers: func(a present.ActionRow) string { return a.Answers },
		present.ActionOn: func(a present.ActionRow) string { return a.About }, present.ActionDue: func(a present.ActionRow) string { return a.Due },
		present.ActionResponsible: func(a present.ActionRow) string { return a.Responsible }, present.ActionCost: func(a present.ActionRow) string { return a.Cost },
		present.ActionState: func(a present.ActionRow) string { return a.State },
	} {
		for _, descending := range []bool{false, true} {
			rows := present.ListActions(p, r, register.ActionQuery{}, present.ActionSort{Key: key, Descending: descending}).Rows
			if len(rows) != len(plan) {
				t.Fatalf("%s: %d rows of %d", key, len(rows), len(plan))
			}
			empty := slices.IndexFunc(rows, func(a present.ActionRow) bool { return value(a) == "" })
			if empty >= 0 && slices.ContainsFunc(rows[empty:], func(a present.ActionRow) bool { return value(a) != "" }) {
				t.Errorf("%s, descending %v: what has nothing there does not come last", key, descending)
			}
		}
	}
	cheapest := present.ListActions(p, r, register.ActionQuery{}, present.ActionSort{Key: present.ActionCost}).Rows[0]
	for _, a := range plan {
		if a.Action.Cost != nil && *a.Action.Cost < *cheapest.Action.Cost {
			t.Errorf("%q is cheaper than %q", a.What, cheapest.What)
		}
	}
}

func TestWhatIsBeingDoneIsNotedOnce(t *testing.T) {
	r := sampleAssets(t)
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
