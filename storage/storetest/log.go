package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

func revisions(log []ledger.Entry) []int {
	list := []int{}
	for _, e := range log {
		list = append(list, int(e.Revision))
	}
	return list
}

// fill makes 200 commits, each about a, every third also about b.
func (b *bench) fill() {
	b.Helper()
	var last ledger.Revision
	for i := 1; i <= 200; i++ {
		changes := []ledger.Change{put("a", last, i)}
		if i%3 == 0 {
			changes = append(changes, change(kindClassification, fmt.Sprint("k", i), "b", 0, i))
		}
		last = b.commit(changes...)
	}
}

func testLogOrder(t *testing.T, b *bench) {
	b.fill()
	up := revisions(b.log(ledger.LogQuery{}))
	down := revisions(b.log(ledger.LogQuery{Newest: true}))
	slices.Reverse(down)
	for _, got := range [][]int{up, down} {
		if len(got) != 200 || got[0] != 1 || got[199] != 200 || !slices.IsSorted(got) {
			t.Errorf("revisions %v, want 1 to 200", got)
		}
	}
}

func testLogFrom(t *testing.T, b *bench) {
	b.fill()
	for _, test := range []struct {
		q           ledger.LogQuery
		n           int
		first, last int
	}{
		{ledger.LogQuery{From: 1}, 200, 1, 200},
		{ledger.LogQuery{From: 150}, 51, 150, 200},
		{ledger.LogQuery{From: 200}, 1, 200, 200},
		{ledger.LogQuery{From: 201}, 0, 0, 0},
		{ledger.LogQuery{From: 150, Newest: true}, 150, 150, 1},
		{ledger.LogQuery{From: 1, Newest: true}, 1, 1, 1},
		{ledger.LogQuery{From: 900, Newest: true}, 200, 200, 1},
		{ledger.LogQuery{From: 100, About: "b"}, 33, 102, 198},
		{ledger.LogQuery{From: 100, About: "b", Newest: true}, 33, 99, 3},
		{ledger.LogQuery{From: 99, About: "b", Newest: true}, 33, 99, 3},
		{ledger.LogQuery{From: 2, About: "b", Newest: true}, 0, 0, 0},
		{ledger.LogQuery{From: 199, About: "b"}, 0, 0, 0},
		{ledger.LogQuery{From: 1000, About: "a", Newest: true}, 200, 200, 1},
	} {
		got := revisions(b.log(test.q))
		if len(got) != test.n || test.n > 0 && (got[0] != test.first || got[test.n-1] != test.last) {
			t.Errorf("%+v: %v, want %d from %d to %d", test.q, got, test.n, test.first, test.last)
		}
	}
}

func testLogAbout(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1), change(kindDraft, "a", "a", 0, 2), put("ab", 0, 3))
	b.commit(put("b", 0, 1))
	b.commit(put("ab", 1, 1), change(kindClassification, "k", "a", 0, 9))
	for _, newest := range []bool{false, true} {
		log := b.log(ledger.LogQuery{About: "a", Newest: newest})
		if newest {
			slices.Reverse(log)
		}
		if diff := cmp.Diff([]int{1, 3}, revisions(log)); diff != "" {
			t.Fatal(diff)
		}
		if n := len(log[0].Changes); n != 2 || log[0].Count != 3 {
			t.Errorf("revision 1 shows %d changes and count %d, want 2 of 3", n, log[0].Count)
		}
		if ch := log[1].Changes; len(ch) != 1 || ch[0].ID != "k" || log[1].Count != 2 {
			t.Errorf("revision 3 shows %v", ch)
		}
	}
	for _, about := range []string{"", "k", "none", "a\x00"} {
		want := map[string]int{"": 3}[about]
		if got := len(b.log(ledger.LogQuery{About: about})); got != want {
			t.Errorf("about %q: %d entries, want %d", about, got, want)
		}
	}
}

func testLogHeaders(t *testing.T, b *bench) {
	b.fill()
	for _, about := range []string{"", "b"} {
		full := b.log(ledger.LogQuery{About: about})
		headers := b.log(ledger.LogQuery{About: about, Headers: true})
		for i := range full {
			if headers[i].Changes != nil {
				t.Fatalf("headers of %d have changes", headers[i].Revision)
			}
			full[i].Changes = nil
		}
		if diff := cmp.Diff(full, headers); diff != "" {
			t.Errorf("about %q: %s", about, diff)
		}
	}
}

func testLogDocuments(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1), put("b", 0, "x"))
	b.commit(put("b", 1, "y"), put("a", 1, 2))
	b.commit(put("a", 2, 3))
	type pair struct{ Old, New string }
	var got []pair
	for _, e := range b.log(ledger.LogQuery{About: "a"}) {
		got = append(got, pair{string(e.Changes[0].Old), string(e.Changes[0].New)})
	}
	d := func(v any) string { return string(document(v)) }
	if diff := cmp.Diff([]pair{{"", d(1)}, {d(1), d(2)}, {d(2), d(3)}}, got); diff != "" {
		t.Error(diff)
	}
	second := b.log(ledger.LogQuery{From: 2})[0]
	if second.Changes[0].ID != "b" || second.Changes[1].ID != "a" {
		t.Errorf("changes are not in the order of the commit: %v", second.Changes)
	}
	verify(t, b.Store)
}

func testLogStop(t *testing.T, b *bench) {
	b.fill()
	own := errors.New("own")
	for _, test := range []struct{ give, want error }{{ledger.ErrStop, nil}, {own, own}} {
		calls := 0
		err := b.Log(b.ctx, ledger.LogQuery{Newest: true}, func(e ledger.Entry) error {
			if calls++; calls == 130 {
				return test.give
			}
			return nil
		})
		if !errors.Is(err, test.want) || calls != 130 {
			t.Errorf("callback returned %v: log = %v after %d calls", test.give, err, calls)
		}
	}
	ctx, cancel := context.WithCancel(b.ctx)
	calls := 0
	err := b.Log(ctx, ledger.LogQuery{}, func(ledger.Entry) error { calls++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("cancelled log = %v after %d calls", err, calls)
	}
}

func testLogCommit(t *testing.T, b *bench) {
	b.fill()
	seen := 0
	err := b.Log(b.ctx, ledger.LogQuery{}, func(e ledger.Entry) error {
		seen++
		if e.Revision%50 == 0 {
			b.commit(put(fmt.Sprint("new", e.Revision), 0, 1))
		}
		return nil
	})
	if err != nil || seen != 200 {
		t.Errorf("log saw %d entries, %v; want those 200 that were there when it began", seen, err)
	}
}

func testHeader(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1))
	stockholm := time.FixedZone("", 3600)
	given := ledger.Commit{
		Who: "Åsa \xff Öberg", When: when.In(stockholm), Undoes: 1,
		Why:     text.Msg("test.why", "n", 12, "name", "Löner & <bidrag>"),
		Changes: []ledger.Change{put("a", 1, 2)},
	}
	if _, err := b.Commit(b.ctx, given); err != nil {
		t.Fatal(err)
	}
	got := b.log(ledger.LogQuery{From: 2})[0]
	if got.Who != "Åsa \uFFFD Öberg" || !got.When.Equal(when) || got.Undoes != 1 {
		t.Errorf("who %q, when %v, undoes %d", got.Who, got.When, got.Undoes)
	}
	want := text.Msg("test.why", "n", float64(12), "name", "Löner & <bidrag>")
	if diff := cmp.Diff(want, got.Why); diff != "" {
		t.Error(diff)
	}
	verify(t, b.Store)
}

func testSeal(t *testing.T, b *bench) {
	b.fill()
	log := b.log(ledger.LogQuery{})
	if _, err := Rebuild(log); err != nil {
		t.Error(err)
	}
	if log[0].Prev != (ledger.Hash{}) {
		t.Errorf("the first entry follows %s", log[0].Prev)
	}
	log[100].Changes[0].New = document("forged")
	if _, err := Rebuild(log); err == nil {
		t.Error("a forged document does not show")
	}
}

func testSealNested(t *testing.T, b *bench) {
	c := commit(put("a", 0, 1))
	c.Why = text.Msg("test.undo", "what", text.Msg("test.import", "n", 3, "file", "lista.xlsx"), "z", map[string]any{"b": 1, "a": []int{2}})
	if _, err := b.Commit(b.ctx, c); err != nil {
		t.Fatal(err)
	}
	b.commit(put("a", 1, 2))
	verify(t, b.Store)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.Store = b.reopen()
	verify(t, b.Store)
}
