package ledger_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

const (
	book ledger.Kind = "book"
	leaf ledger.Kind = "leaf"
)

var when = time.Date(2026, 11, 23, 10, 30, 0, 123456789, time.FixedZone("", 3600))

func commitOf(who string, changes ...ledger.Change) ledger.Commit {
	return ledger.Commit{Who: who, When: when, Why: text.Msg("test.why", "name", "Å"), Changes: changes}
}

func change(ref ledger.Ref, base ledger.Revision, doc string) ledger.Change {
	ch := ledger.Change{Ref: ref, About: ref.ID, Base: base}
	if doc != "" {
		ch.New = json.RawMessage(doc)
	}
	return ch
}

// written is a store with three commits: two entities, one of them changed, the other gone.
func written(t *testing.T) ledger.Store {
	t.Helper()
	s := memory.New()
	for _, c := range []ledger.Commit{
		commitOf("anna", change(book.Ref("a"), 0, `{"n":1}`), change(leaf.Ref("b"), 0, `{"n":2}`)),
		commitOf("bo", change(book.Ref("a"), 1, `{"n":3}`)),
		commitOf("anna", change(leaf.Ref("b"), 1, "")),
	} {
		if _, err := s.Commit(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func readable(e ledger.Entity) error {
	if !json.Valid(e.Data) {
		return errors.New("no document")
	}
	return nil
}

// altered is a store whose log or state somebody has changed behind the program's back.
type altered struct {
	ledger.Store
	entry  func(e *ledger.Entry) (keep bool)
	entity func(e *ledger.Entity) (keep bool)
	check  error
}

func (s altered) Log(ctx context.Context, q ledger.LogQuery, each func(ledger.Entry) error) error {
	return s.Store.Log(ctx, q, func(e ledger.Entry) error {
		if s.entry != nil {
			e.Changes = slices.Clone(e.Changes)
			if !s.entry(&e) {
				return nil
			}
		}
		return each(e)
	})
}

func (s altered) Load(ctx context.Context, each func(ledger.Entity) error) (ledger.Revision, error) {
	return s.Store.Load(ctx, func(e ledger.Entity) error {
		if s.entity != nil && !s.entity(&e) {
			return nil
		}
		return each(e)
	})
}

func (s altered) Check(context.Context) error { return s.check }

func TestVerifyFindsWhatWasChangedBehindTheProgram(t *testing.T) {
	other := json.RawMessage(`{"n":9}`)
	for name, test := range map[string]struct {
		store altered
		code  string
	}{
		"untouched":             {altered{}, ""},
		"who":                   {altered{entry: func(e *ledger.Entry) bool { e.Who = "cecilia"; return true }}, "chain"},
		"a document":            {altered{entry: func(e *ledger.Entry) bool { e.Changes[0].New = other; return true }}, "chain"},
		"an entry gone":         {altered{entry: func(e *ledger.Entry) bool { return e.Revision != 2 }}, "chain"},
		"a change gone":         {altered{entry: func(e *ledger.Entry) bool { e.Changes = nil; return true }}, "chain"},
		"the count":             {altered{entry: func(e *ledger.Entry) bool { e.Count++; return true }}, "chain"},
		"the hash before":       {altered{entry: func(e *ledger.Entry) bool { e.Prev[0]++; return true }}, "chain"},
		"the document before":   {altered{entry: func(e *ledger.Entry) bool { e.Changes[0].Old = other; return true }}, "replay"},
		"the state":             {altered{entity: func(e *ledger.Entity) bool { e.Data = other; return true }}, "state"},
		"an unreadable one":     {altered{entity: func(e *ledger.Entity) bool { e.Data = []byte("{"); return true }}, "state"},
		"an entity gone":        {altered{entity: func(*ledger.Entity) bool { return false }}, "state"},
		"an entity's age":       {altered{entity: func(e *ledger.Entity) bool { e.Revision++; return true }}, "state"},
		"an entity renamed":     {altered{entity: func(e *ledger.Entity) bool { e.ID += "x"; return true }}, "state"},
		"the file":              {altered{check: ledger.ErrDamaged}, "file"},
		"the file, with a word": {altered{check: text.Fail(ledger.ErrDamaged, "verify.lost")}, "file"},
	} {
		t.Run(name, func(t *testing.T) {
			test.store.Store = written(t)
			examined, err := ledger.Verify(t.Context(), test.store, readable)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if len(examined.Flaws) > 0 {
				got = examined.Flaws[0].Code
			}
			if got != test.code {
				t.Errorf("the first flaw is %q, want %q: %+v", got, test.code, examined.Flaws)
			}
		})
	}
}

func TestVerifyFailsWhereItCannotExamine(t *testing.T) {
	gone := errors.New("the disk is gone")
	if _, err := ledger.Verify(t.Context(), altered{Store: written(t), check: gone}, readable); !errors.Is(err, gone) {
		t.Errorf("an examination that could not be made: %v", err)
	}
}

// Documents that are what the log says, but no documents, are found as such.
func TestVerifyReadsEveryDocument(t *testing.T) {
	examined, err := ledger.Verify(t.Context(), written(t), func(ledger.Entity) error { return errors.New("of no kind") })
	if err != nil || len(examined.Flaws) != 1 || !strings.Contains(examined.Flaws[0].Detail, "of no kind") {
		t.Errorf("%+v, %v", examined.Flaws, err)
	}
}

func TestVerifyStopsCounting(t *testing.T) {
	s := memory.New()
	for i := range 300 {
		if _, err := s.Commit(t.Context(), commitOf("anna", change(book.Ref(string(rune('a'+i))), 0, `{}`))); err != nil {
			t.Fatal(err)
		}
	}
	examined, err := ledger.Verify(t.Context(), altered{Store: s, entry: func(e *ledger.Entry) bool { e.Who = "bo"; return true }}, readable)
	if err != nil || len(examined.Flaws) != 100 {
		t.Errorf("%d flaws, %v", len(examined.Flaws), err)
	}
}

func TestVerifyCounts(t *testing.T) {
	examined, err := ledger.Verify(t.Context(), written(t), readable)
	if diff := cmp.Diff(ledger.Examined{Entries: 3, Changes: 4, Entities: 1}, examined); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
}
