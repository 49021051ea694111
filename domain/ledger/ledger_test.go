package ledger_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// The encoding under the seal is fixed for ever: registers of today must verify tomorrow.
func TestSealIsFixedForEver(t *testing.T) {
	c := commitOf("Åsa Öberg", change(book.Ref("a"), 0, `{"n":1}`), change(leaf.Ref("b"), 7, ""))
	c.Undoes, c.Changes[1].Row = 3, 12
	first, err := ledger.Seal(ledger.Hash{}, 4, c)
	if err != nil {
		t.Fatal(err)
	}
	next, err := ledger.Seal(first, 5, c)
	if err != nil {
		t.Fatal(err)
	}
	const want, wantNext = "65ba90e5a857bc3debd33bdcfcef6497feda1f7ae15beb0dd03c9e66cbb059e6", "8fb4dbb7c5a9af55b5e97c462c98aecc71d8fb02cbdf346a63c4fa55b163f79a"
	if first.String() != want || next.String() != wantNext {
		t.Errorf("sealed as %s and %s", first, next)
	}
}

func TestSealCoversEverything(t *testing.T) {
	sealed := func(prev ledger.Hash, rev ledger.Revision, edit func(*ledger.Commit)) ledger.Hash {
		c := commitOf("anna", change(book.Ref("a"), 1, `{"n":1}`), change(leaf.Ref("b"), 1, `{}`))
		edit(&c)
		h, err := ledger.Seal(prev, rev, c)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	untouched := sealed(ledger.Hash{}, 1, func(*ledger.Commit) {})
	for name, h := range map[string]ledger.Hash{
		"the entry before": sealed(ledger.Hash{1}, 1, func(*ledger.Commit) {}),
		"the revision":     sealed(ledger.Hash{}, 2, func(*ledger.Commit) {}),
		"who":              sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Who = "bo" }),
		"when":             sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.When = c.When.Add(1) }),
		"why":              sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Why = text.Msg("test.why", "name", "Ä") }),
		"what it undoes":   sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Undoes = 1 }),
		"a kind":           sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0].Kind = leaf }),
		"an id":            sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0].ID = "c" }),
		"an about":         sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0].About = "c" }),
		"a base":           sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0].Base = 2 }),
		"a row":            sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0].Row = 2 }),
		"a document":       sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0].New = []byte(`{"n":2}`) }),
		"the order":        sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes[0], c.Changes[1] = c.Changes[1], c.Changes[0] }),
		"a change less":    sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.Changes = c.Changes[:1] }),
	} {
		if h == untouched {
			t.Errorf("%s is not under the seal", name)
		}
	}
	same := sealed(ledger.Hash{}, 1, func(c *ledger.Commit) { c.When, c.Next = c.When.UTC(), 9 })
	if same != untouched {
		t.Error("the same moment in another zone, or the turn, is under the seal")
	}
}

func TestAStoreAsItWas(t *testing.T) {
	store := written(t)
	for rev, want := range [][]ledger.Entity{
		{},
		{{Ref: book.Ref("a"), Revision: 1, Data: []byte(`{"n":1}`)}, {Ref: leaf.Ref("b"), Revision: 1, Data: []byte(`{"n":2}`)}},
		{{Ref: book.Ref("a"), Revision: 2, Data: []byte(`{"n":3}`)}, {Ref: leaf.Ref("b"), Revision: 1, Data: []byte(`{"n":2}`)}},
		{{Ref: book.Ref("a"), Revision: 2, Data: []byte(`{"n":3}`)}},
	} {
		was := ledger.At(store, ledger.Revision(rev))
		got := []ledger.Entity{}
		newest, err := was.Load(t.Context(), func(e ledger.Entity) error { got = append(got, e); return nil })
		if diff := cmp.Diff(want, got); diff != "" || err != nil || int(newest) != rev {
			t.Errorf("at %d: revision %d, %v %s", rev, newest, err, diff)
		}
		if _, err := was.Commit(t.Context(), commitOf("anna", change(book.Ref("c"), 0, `{}`))); !errors.Is(err, ledger.ErrReadOnly) {
			t.Errorf("a commit to the past: %v", err)
		}
		if !ledger.FactsOf(was).ReadOnly {
			t.Error("the past does not say that it is read-only")
		}
		if err := was.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestTheLogOfAStoreAsItWas(t *testing.T) {
	was := ledger.At(written(t), 2)
	for q, want := range map[ledger.LogQuery][]ledger.Revision{
		{}:                       {1, 2},
		{Newest: true}:           {2, 1},
		{Newest: true, From: 9}:  {2, 1},
		{Newest: true, From: 1}:  {1},
		{From: 2}:                {2},
		{From: 3}:                nil,
		{About: "b"}:             {1},
		{About: "b", From: 2}:    nil,
		{Headers: true, From: 2}: {2},
	} {
		var got []ledger.Revision
		if err := was.Log(t.Context(), q, func(e ledger.Entry) error { got = append(got, e.Revision); return nil }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v: %s", q, diff)
		}
	}
}

func TestLoadingThePastCanBeEnded(t *testing.T) {
	was, calls := ledger.At(written(t), 2), 0
	for _, test := range []struct{ give, want error }{{ledger.ErrStop, nil}, {context.Canceled, context.Canceled}} {
		calls = 0
		_, err := was.Load(t.Context(), func(ledger.Entity) error { calls++; return test.give })
		if !errors.Is(err, test.want) || calls != 1 {
			t.Errorf("%v after %d calls, want %v after 1", err, calls, test.want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := was.Load(ctx, func(ledger.Entity) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a load that was stopped: %v", err)
	}
}

func TestAStoreThatSaysNothing(t *testing.T) {
	if facts := ledger.FactsOf(written(t)); facts != (ledger.Facts{}) {
		t.Errorf("%+v", facts)
	}
}
