package register_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
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
		{"important without owner", register.Record{Class: class(classify.Decided, classify.Level3, "2027-11-23")}, kinds{register.TodoOwner}},
		{"important, late and only imported", register.Record{Class: class(classify.Imported, classify.Level3, "2026-11-22")}, kinds{register.TodoOwner, register.TodoOverdue, register.TodoImported}},
		{"due today is not late", register.Record{Class: class(classify.Decided, classify.Level1, "2026-11-23")}, kinds{register.TodoSoon}},
		{"in sixty days", register.Record{Class: class(classify.Decided, classify.Level1, "2027-01-22")}, kinds{register.TodoSoon}},
		{"in sixty-one days", register.Record{Class: class(classify.Decided, classify.Level1, "2027-01-23")}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, tc.rec.Todo(today)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
