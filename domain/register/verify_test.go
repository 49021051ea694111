package register_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/storage/memory"
)

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
	store := memory.New()
	r := open(t, store)
	a := add(t, r, "Journalsystem")
	change(t, r, a.ID, asset.Supplier, "Alfa AB")
	decide(t, r, a.ID, "2131")
	other, err := json.Marshal(asset.Asset{ID: a.ID, Name: "Annat", Kind: asset.System})
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		store altered
		code  string
	}{
		"untouched":         {altered{}, ""},
		"who":               {altered{entry: func(e *ledger.Entry) bool { e.Who = "bo"; return true }}, "chain"},
		"a document":        {altered{entry: func(e *ledger.Entry) bool { e.Changes[0].New = other; return true }}, "chain"},
		"an entry gone":     {altered{entry: func(e *ledger.Entry) bool { return e.Revision != 2 }}, "chain"},
		"a change gone":     {altered{entry: func(e *ledger.Entry) bool { e.Changes = nil; return true }}, "chain"},
		"the state":         {altered{entity: func(e *ledger.Entity) bool { e.Data = other; return true }}, "state"},
		"an entity gone":    {altered{entity: func(e *ledger.Entity) bool { return e.Kind != register.KindAsset }}, "state"},
		"an entity's age":   {altered{entity: func(e *ledger.Entity) bool { e.Revision++; return true }}, "state"},
		"an entity renamed": {altered{entity: func(e *ledger.Entity) bool { e.ID += "x"; return true }}, "state"},
		"the file":          {altered{check: ledger.ErrDamaged}, "file"},
	} {
		t.Run(name, func(t *testing.T) {
			test.store.Store = store
			examined, err := register.Verify(ctx, test.store)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if len(examined.Flaws) > 0 {
				got = examined.Flaws[0].Code
			}
			equal(t, "the first finding", got, test.code)
		})
	}
	unreadable := errors.New("the disk is gone")
	if _, err := register.Verify(ctx, altered{Store: store, check: unreadable}); !errors.Is(err, unreadable) {
		t.Errorf("an examination that could not be made: %v", err)
	}
}

func TestVerifyCounts(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	a := add(t, r, "Ett")
	change(t, r, a.ID, asset.Note, "x")
	examined, err := register.Verify(ctx, store)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "what was examined", examined, ledger.Examined{Entries: 2, Changes: 2, Entities: 1})
}

func TestOpenRefusesADamagedDocument(t *testing.T) {
	store := memory.New()
	add(t, open(t, store), "Ett")
	for _, data := range []string{`{"id":`, `[]`, `{"id": 7}`} {
		spoilt := altered{Store: store, entity: func(e *ledger.Entity) bool { e.Data = []byte(data); return true }}
		_, err := register.Open(ctx, spoilt, options())
		says(t, err, "register.damaged")
		if !errors.Is(err, ledger.ErrDamaged) {
			t.Errorf("%v is no damage", err)
		}
	}
}
