package assets

import (
	"context"
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// lateness is whether an asset's review is late, as each part of the window says.
type lateness struct{ Policy, Todo, List, Filter bool }

func everywhere(late bool) lateness { return lateness{late, late, late, late} }

func latenessOf(t *testing.T, r *register.Register, id string) lateness {
	t.Helper()
	j := duty.NewJudge().Register(r, r.Today())
	rec, _ := r.Record(id)
	words := present.NewAssetWords(swedish, r)
	words.Duties = j
	found, err := listAssets(context.Background(), words, register.Query{Overdue: true}, assetSort{Key: present.KeyReview}, nil)
	if err != nil {
		t.Fatal(err)
	}
	of := func(f duty.Finding) bool { return f.ID == duty.Reviewed && f.On() == id }
	return lateness{
		Policy: len(j.Find(of)) == 1,
		Todo:   slices.ContainsFunc(slices.Collect(j.Todo()), func(todo duty.Todo) bool { return todo.Record == rec && todo.Kind == duty.TodoOverdue }),
		List:   words.Late(rec),
		Filter: slices.Contains(found.Records, rec),
	}
}

// Whether a review is late is one question with one answer, wherever it is asked.
func TestAReviewIsLateEverywhereOrNowhere(t *testing.T) {
	high := classify.Profile{classify.Level3, classify.Level3, classify.Level3, classify.Level3}
	for name, test := range map[string]struct {
		state           classify.State
		decided, review string
		status          asset.Status
		policy          register.Policy
		late            bool
		shown           string // as the list shows the day
	}{
		"the interval has passed before the day set": {classify.Decided, "2024-01-01", "2027-06-01", asset.InOperation, register.Policy{}, true, "2025-01-01"},
		"the day set has passed":                     {classify.Decided, "2026-06-01", "2026-09-01", asset.InOperation, register.Policy{}, true, "2026-09-01"},
		"in time":                                    {classify.Decided, "2026-06-01", "2027-06-01", asset.InOperation, register.Policy{}, false, "2027-06-01"},
		"the day that a list gave has passed":        {classify.Imported, "", "2026-09-01", asset.InOperation, register.Policy{}, true, "2026-09-01"},
		"a list gave no day":                         {classify.Imported, "", "", asset.InOperation, register.Policy{}, false, ""},
		"what is retired is not reviewed":            {classify.Decided, "2024-01-01", "2025-01-01", asset.Retired, register.Policy{}, false, "2025-01-01"},
		"the municipality asks for no review": {classify.Decided, "2024-01-01", "2025-06-01", asset.InOperation,
			register.Policy{}.With(string(duty.Reviewed), false), false, "2025-06-01"},
	} {
		t.Run(name, func(t *testing.T) {
			r := trial.Register(t, memory.New())
			a := trial.Add(t, r, asset.Asset{Name: "Journalsystem", Status: test.status})
			c := classify.Classification{
				ID: r.NewID(), Asset: a.ID, State: test.state, Scale: "0-3", Profile: high, DecidedOn: test.decided, NextReview: test.review,
			}
			if _, err := r.Commit(context.Background(), text.Msg("why.settings"), register.PutClassification(c)); err != nil {
				t.Fatal(err)
			}
			trial.SetPolicy(t, r, test.policy)
			if got := latenessOf(t, r, a.ID); got != everywhere(test.late) {
				t.Errorf("late is %v; it is told as %+v", test.late, got)
			}
			words := present.NewAssetWords(swedish, r)
			words.Duties = duty.NewJudge().Register(r, r.Today())
			rec, _ := r.Record(a.ID)
			if got := words.Text(present.KeyReview, rec); got != test.shown {
				t.Errorf("the list shows %q, want %q", got, test.shown)
			}
		})
	}
}

// A duty that the municipality has switched off asks for nothing anywhere.
func TestADutySwitchedOffIsNowhere(t *testing.T) {
	r := trial.Register(t, memory.New())
	bought := trial.Add(t, r, asset.Asset{Name: "Nytt system", Status: asset.InProcurement})
	old := trial.Add(t, r, asset.Asset{Name: "Lönesystem"})
	c := classify.Classification{
		ID: r.NewID(), Asset: old.ID, State: classify.Decided, Scale: "0-3", Profile: classify.Profile{1, 1, 1, 1}, DecidedOn: "2024-01-01",
	}
	if _, err := r.Commit(context.Background(), text.Msg("why.settings"), register.PutClassification(c)); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Requirements().Assess(context.Background(), requirement.Assessment{Asset: old.ID, Requirement: "ORG-01", Answer: requirement.Unmet, Comment: "sett"}); err != nil {
		t.Fatal(err)
	}
	x := requirement.Exception{Asset: old.ID, Requirement: "ORG-01", Reason: "dyrt", Measure: "nätet", DecidedBy: "Chef", DecidedOn: "2026-01-01", Ends: "2026-11-01"}
	if err := r.Requirements().Except(context.Background(), x); err != nil {
		t.Fatal(err)
	}

	type told struct {
		todo    []duty.TodoKind
		waiting int // exceptions that have run out
		notice  bool
	}
	tell := func() told {
		j := duty.NewJudge().Register(r, r.Today())
		out := told{waiting: j.LapsedExceptions()}
		for todo := range j.Todo() {
			out.todo = append(out.todo, todo.Kind)
		}
		buying, _ := r.Record(bought.ID)
		words, _ := procurementNotice(swedish, r, buying)
		out.notice = words != ""
		return out
	}
	before := tell()
	if want := (told{[]duty.TodoKind{duty.TodoProcurement, duty.TodoOverdue}, 1, true}); !slices.Equal(before.todo, want.todo) || before.waiting != 1 || !before.notice {
		t.Errorf("as shipped: %+v, want %+v", before, want)
	}
	off := register.Policy{}
	for _, id := range []duty.ID{duty.Procurement, duty.Reviewed, duty.Exception} {
		off = off.With(string(id), false)
	}
	trial.SetPolicy(t, r, off)
	after := tell()
	if !slices.Equal(after.todo, []duty.TodoKind{duty.TodoUnclassified}) || after.waiting != 0 || after.notice {
		t.Errorf("switched off: %+v", after)
	}
}
