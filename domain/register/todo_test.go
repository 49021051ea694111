package register_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

func TestTodo(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	class := func(state classify.State, highest classify.Level, review string) *classify.Classification {
		return &classify.Classification{State: state, Profile: classify.Profile{highest, 1, 1, 1}, NextReview: review}
	}
	owned := asset.Asset{}.With(asset.InformationOwner, "Skolchef")
	buying := asset.Asset{Status: asset.InProcurement}
	type kinds = []register.TodoKind
	for _, tc := range []struct {
		name string
		rec  register.Record
		want kinds
	}{
		{"nothing known", register.Record{}, kinds{register.TodoUnclassified}},
		{"about to be bought", register.Record{Asset: buying}, kinds{register.TodoProcurement}},
		{"bought with levels of a list only", register.Record{Asset: buying, Class: class(classify.Imported, classify.Level1, "")}, kinds{register.TodoProcurement}},
		{"a draft stands for the classification", register.Record{Asset: buying, Draft: class(classify.Draft, classify.Level3, "")}, kinds{register.TodoDraft}},
		{"decided and in time", register.Record{Asset: owned, Class: class(classify.Decided, classify.Level3, "2027-11-23")}, nil},
		{"late and only imported: it is to be decided", register.Record{Class: class(classify.Imported, classify.Level3, "2026-11-22")}, kinds{register.TodoImported}},
		{"late", register.Record{Class: class(classify.Decided, classify.Level3, "2026-11-22")}, kinds{register.TodoOverdue}},
		{"the interval has passed before the day set", register.Record{Class: &classify.Classification{State: classify.Decided, Profile: classify.Profile{classify.Level3, 1, 1, 1}, DecidedOn: "2025-11-22", NextReview: "2029-01-01"}}, kinds{register.TodoOverdue}},
		{"due today is not late", register.Record{Class: class(classify.Decided, classify.Level1, "2026-11-23")}, kinds{register.TodoSoon}},
		{"in sixty days", register.Record{Class: class(classify.Decided, classify.Level1, "2027-01-22")}, kinds{register.TodoSoon}},
		{"in sixty-one days", register.Record{Class: class(classify.Decided, classify.Level1, "2027-01-23")}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, tc.rec.Todo(classify.DefaultDemands, today)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTodoOfARegisterPutsTheMostImportantFirst(t *testing.T) {
	r := fresh(t)
	add := func(name string, a asset.Asset, c *classify.Classification) {
		t.Helper()
		a.Name, a.Kind, a.ID = name, asset.System, r.NewID()
		edits := []register.Edit{register.PutAsset(a, 0)}
		if c != nil {
			c.ID, c.Asset, c.Scale = r.NewID(), a.ID, "0-3"
			edits = append(edits, register.PutClassification(*c))
		}
		if _, err := r.Commit(t.Context(), text.Msg("why.settings"), edits...); err != nil {
			t.Fatal(err)
		}
	}
	today := r.Today()
	decided := func(days int) *classify.Classification {
		return &classify.Classification{State: classify.Decided, Profile: classify.Profile{1, 1, 1, 1}, NextReview: text.Date(today.AddDate(0, 0, days))}
	}
	add("unclassified", asset.Asset{}, nil)
	add("soon", asset.Asset{}, decided(30))
	add("late", asset.Asset{}, decided(-1))
	add("later", asset.Asset{}, decided(-90))
	add("bought", asset.Asset{Status: asset.InProcurement}, nil)
	var got []string
	for _, todo := range r.Todo(today) {
		got = append(got, todo.Record.Asset.Name)
	}
	if diff := cmp.Diff([]string{"bought", "later", "late", "unclassified", "soon"}, got); diff != "" {
		t.Error(diff)
	}
}
