package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/ledger"
)

func isClosed(err error) bool { return errors.Is(err, ledger.ErrClosed) }

func testEmpty(t *testing.T, b *bench) {
	list, rev := Load(t, b.Store)
	if len(list) != 0 || rev != 0 {
		t.Errorf("load = %v, revision %d; want nothing and 0", list, rev)
	}
	for _, q := range []ledger.LogQuery{{}, {Newest: true}, {About: "a"}, {From: 3}, {From: 3, Newest: true}} {
		if log := b.log(q); len(log) != 0 {
			t.Errorf("log %+v = %v, want nothing", q, log)
		}
	}
}

func testCommitAndLoad(t *testing.T, b *bench) {
	if rev := b.commit(put("a", 0, "Löner"), put("b", 0, 2)); rev != 1 {
		t.Errorf("first revision = %d, want 1", rev)
	}
	if rev := b.commit(put("b", 1, 3)); rev != 2 {
		t.Errorf("second revision = %d, want 2", rev)
	}
	list, rev := Load(t, b.Store)
	if rev != 2 {
		t.Errorf("newest revision = %d, want 2", rev)
	}
	want := []ledger.Entity{
		{Ref: kindAsset.Ref("a"), Revision: 1, Data: document("Löner")},
		{Ref: kindAsset.Ref("b"), Revision: 2, Data: document(3)},
	}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
}

func testLoadOrder(t *testing.T, b *bench) {
	var changes []ledger.Change
	for _, kind := range []ledger.Kind{kindUnit, kindAsset, kindDraft} {
		for _, id := range []string{"b", "å", "a", "B", "ab", "10", "9"} {
			changes = append(changes, change(kind, id, id, 0, id))
		}
	}
	b.commit(changes...)
	b.commit(change(kindAsset, "aa", "aa", 0, 1))
	list := b.load()
	if len(list) != len(changes)+1 {
		t.Fatalf("%d entities, want %d", len(list), len(changes)+1)
	}
	sorted := slices.IsSortedFunc(list, func(x, y ledger.Entity) int {
		return strings.Compare(string(x.Kind)+"\x00"+x.ID, string(y.Kind)+"\x00"+y.ID)
	})
	if !sorted {
		t.Errorf("not in ascending order: %v", list)
	}
}

func testLoadStop(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1), put("b", 0, 1), put("c", 0, 1))
	own := errors.New("own")
	for _, test := range []struct{ give, want error }{{ledger.ErrStop, nil}, {fmt.Errorf("x: %w", ledger.ErrStop), nil}, {own, own}} {
		calls := 0
		rev, err := b.Load(b.ctx, func(ledger.Entity) error { calls++; return test.give })
		if !errors.Is(err, test.want) || calls != 1 || rev != 1 {
			t.Errorf("callback returned %v: load = %d, %v after %d calls, want 1, %v after 1", test.give, rev, err, calls, test.want)
		}
	}
	ctx, cancel := context.WithCancel(b.ctx)
	cancel()
	if _, err := b.Load(ctx, func(ledger.Entity) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("load with a cancelled context = %v", err)
	}
}

func testLoadOwnership(t *testing.T, b *bench) {
	given := put("a", 0, "long enough to notice")
	b.commit(given, put("b", 0, 2))
	copy(given.New, "XXXX")
	for _, e := range b.load() {
		copy(e.Data, "XXXX")
		_ = append(e.Data, "YYYYYYYYYYYYYYYYYYYYYYYY"...)
	}
	for _, e := range b.log(ledger.LogQuery{}) {
		for _, ch := range e.Changes {
			copy(ch.New, "XXXX")
		}
	}
	list := b.load()
	if string(list[0].Data) != string(document("long enough to notice")) || string(list[1].Data) != string(document(2)) {
		t.Errorf("the register changed behind its back: %s, %s", list[0].Data, list[1].Data)
	}
}

func testConflict(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1))
	b.commit(put("a", 1, 2))
	for name, ch := range map[string]ledger.Change{
		"changed since":   put("a", 1, 3),
		"exists already":  put("a", 0, 3),
		"does not exist":  put("b", 1, 3),
		"in the future":   put("a", 9, 3),
		"delete an old":   remove("a", 1),
		"delete no thing": remove("b", 2),
	} {
		if rev, err := b.Commit(b.ctx, commit(ch)); !errors.Is(err, ledger.ErrConflict) || rev != 0 {
			t.Errorf("%s: %d, %v; want ErrConflict", name, rev, err)
		}
	}
	b.commit(put("a", 2, 3))
}

func testWholeOrNotAtAll(t *testing.T, b *bench) {
	b.commit(put("m", 0, 1))
	before, log := b.load(), b.log(ledger.LogQuery{})
	bad := commit(put("a", 0, 1), put("z", 0, 1), put("m", 0, 2), remove("n", 1))
	if _, err := b.Commit(b.ctx, bad); !errors.Is(err, ledger.ErrConflict) {
		t.Fatalf("err = %v, want ErrConflict", err)
	}
	if diff := cmp.Diff(before, b.load()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(log, b.log(ledger.LogQuery{})); diff != "" {
		t.Error(diff)
	}
	if rev := b.commit(put("a", 0, 1)); rev != 2 {
		t.Errorf("the next revision = %d, want 2", rev)
	}
}

func testDelete(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1), put("b", 0, 1))
	b.commit(remove("a", 1))
	if list := b.load(); len(list) != 1 || list[0].ID != "b" {
		t.Errorf("after the deletion: %v", list)
	}
	b.commit(put("a", 0, 2))
	log := b.log(ledger.LogQuery{About: "a"})
	if len(log) != 3 {
		t.Fatalf("%d entries about a, want 3", len(log))
	}
	gone, again := log[1].Changes[0], log[2].Changes[0]
	if gone.New != nil || string(gone.Old) != string(document(1)) {
		t.Errorf("deletion: old %s, new %s", gone.Old, gone.New)
	}
	if again.Old != nil || again.Base != 0 {
		t.Errorf("made again: old %s, base %d", again.Old, again.Base)
	}
}

func testRefused(t *testing.T, b *bench) {
	nameless, kindless, aboutless, zero := put("", 0, 1), put("a", 0, 1), put("a", 0, 1), put("a\x00b", 0, 1)
	kindless.Kind, aboutless.About, nameless.About = "", "", "a"
	for name, c := range map[string]ledger.Commit{
		"empty":                    commit(),
		"entity twice":             commit(put("a", 0, 1), put("b", 0, 1), put("a", 0, 2)),
		"put and deleted":          commit(put("a", 0, 1), remove("a", 1)),
		"no id":                    commit(nameless),
		"no kind":                  commit(kindless),
		"about nothing":            commit(aboutless),
		"zero byte":                commit(zero),
		"endless id":               commit(put(strings.Repeat("a", 100_000), 0, 1)),
		"deletes what never was":   commit(remove("a", 0)),
		"a year that has no place": {Who: "x", When: when.AddDate(10_000, 0, 0), Changes: []ledger.Change{put("a", 0, 1)}},
	} {
		rev, err := b.Commit(b.ctx, c)
		if err == nil || rev != 0 {
			t.Errorf("%s: accepted as revision %d", name, rev)
		}
		if errors.Is(err, ledger.ErrConflict) {
			t.Errorf("%s: called a conflict: %v", name, err)
		}
	}
	if list, rev := Load(t, b.Store); len(list) != 0 || rev != 0 {
		t.Errorf("something was stored: %v, %d", list, rev)
	}
}

func testCancelled(t *testing.T, b *bench) {
	ctx, cancel := context.WithCancel(b.ctx)
	cancel()
	if _, err := b.Commit(ctx, commit(put("a", 0, 1))); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want Canceled", err)
	}
	// A context that is cancelled while the commit is being prepared.
	changes := make([]ledger.Change, 5000)
	for i := range changes {
		changes[i] = put(fmt.Sprintf("%05d", i), 0, i)
	}
	late := &lateContext{Context: b.ctx, left: 3}
	if _, err := b.Commit(late, commit(changes...)); late.left < 0 && !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled midway: %v", err)
	} else if late.left >= 0 && err != nil {
		t.Errorf("not cancelled: %v", err)
	} else if err == nil {
		return // a store that never looks again may finish
	}
	if list, rev := Load(t, b.Store); len(list) != 0 || rev != 0 {
		t.Errorf("a cancelled commit left %d entities, revision %d", len(list), rev)
	}
	b.commit(put("a", 0, 1))
}

// lateContext is cancelled after it has been asked a number of times.
type lateContext struct {
	context.Context
	mu   sync.Mutex
	left int
}

func (c *lateContext) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func testConcurrent(t *testing.T, b *bench) {
	const writers, commits = 4, 15
	b.commit(put("shared", 0, 0))
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range commits {
				id := fmt.Sprintf("w%d-%d", w, i)
				if _, err := b.Commit(b.ctx, commit(put(id, 0, i))); err != nil {
					t.Errorf("commit %s: %v", id, err)
				}
				// All try to change one entity at once; the store accepts one.
				_, err := b.Commit(b.ctx, commit(put("shared", ledger.Revision(i+1), w)))
				if err != nil && !errors.Is(err, ledger.ErrConflict) {
					t.Errorf("shared: %v", err)
				}
			}
		})
		wg.Go(func() {
			for range commits {
				seen := 0
				rev, err := b.Load(b.ctx, func(e ledger.Entity) error { seen = max(seen, int(e.Revision)); return nil })
				if err != nil || seen != int(rev) {
					t.Errorf("load saw revision %d of %d: %v", seen, rev, err)
				}
				if err := b.Log(b.ctx, ledger.LogQuery{Newest: true}, func(ledger.Entry) error { return nil }); err != nil {
					t.Errorf("log: %v", err)
				}
			}
		})
	}
	wg.Wait()
	verify(t, b.Store)
}

// verify checks that the log leads to the present state.
func verify(t testing.TB, s ledger.Store) {
	t.Helper()
	state, err := Rebuild(Log(t, s, ledger.LogQuery{}))
	if err != nil {
		t.Fatalf("the log: %v", err)
	}
	list, _ := Load(t, s)
	loaded := map[ledger.Ref]ledger.Entity{}
	for _, e := range list {
		loaded[e.Ref] = e
	}
	if diff := difference(state, loaded); diff != "" {
		t.Fatalf("the log leads to (-) but loaded is (+):\n%s", diff)
	}
}

// difference is cmp.Diff, skipped where the values are equal, because it is slow.
func difference(want, got map[ledger.Ref]ledger.Entity) string {
	same := maps.EqualFunc(want, got, func(x, y ledger.Entity) bool {
		return x.Ref == y.Ref && x.Revision == y.Revision && string(x.Data) == string(y.Data)
	})
	if same {
		return ""
	}
	return cmp.Diff(want, got)
}

func testClose(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1))
	for range 2 {
		if err := b.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	_, commitErr := b.Commit(b.ctx, commit(put("b", 0, 1)))
	_, loadErr := b.Load(b.ctx, func(ledger.Entity) error { return nil })
	logErr := b.Log(b.ctx, ledger.LogQuery{}, func(ledger.Entry) error { return nil })
	for _, err := range []error{commitErr, loadErr, logErr} {
		if !errors.Is(err, ledger.ErrClosed) {
			t.Errorf("after close: %v, want ErrClosed", err)
		}
	}
}

func testReopen(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1), put("b", 0, 1))
	b.commit(put("a", 1, 2), remove("b", 1))
	before, log := b.load(), b.log(ledger.LogQuery{})
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.Store = b.reopen()
	if diff := cmp.Diff(before, b.load()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(log, b.log(ledger.LogQuery{})); diff != "" {
		t.Error(diff)
	}
	if rev := b.commit(put("a", 2, 3)); rev != 3 {
		t.Errorf("the next revision = %d, want 3", rev)
	}
	verify(t, b.Store)
}

func testLarge(t *testing.T, b *bench) {
	const n = 3000
	changes := make([]ledger.Change, 0, 2*n)
	for i := range n {
		id := fmt.Sprintf("%05d", (i*7919)%n) // not in order
		changes = append(changes, put(id, 0, i), change(kindClassification, "k"+id, id, 0, strings.Repeat("x", i%500)))
	}
	b.commit(changes...)
	b.commit(put("00010", 1, "new"), put("01500", 1, strings.Repeat("long ", 10_000)))
	b.commit(remove("02999", 1), put("00010", 2, "newer"))
	if got := len(b.load()); got != 2*n-1 {
		t.Errorf("%d entities, want %d", got, 2*n-1)
	}
	verify(t, b.Store)
	if log := b.log(ledger.LogQuery{About: "01234"}); len(log) != 1 || len(log[0].Changes) != 2 || log[0].Count != 2*n {
		t.Errorf("about one of many: %d entries", len(log))
	}
}

// testFollow is for stores that others may commit to; every other passes it.
func testFollow(t *testing.T, b *bench) {
	f, ok := b.Store.(ledger.Follower)
	if !ok {
		t.Skip("the store has no followers")
	}
	ctx, stop := context.WithCancel(b.ctx)
	var told []ledger.Revision // calls come one at a time
	f.Follow(ctx, func(rev ledger.Revision) { told = append(told, rev) })
	b.commit(put("a", 0, 1))
	b.commit(put("a", 1, 2))
	if _, err := b.Commit(b.ctx, commit(put("a", 1, 3))); !errors.Is(err, ledger.ErrConflict) {
		t.Fatalf("a commit on an old revision: %v", err)
	}
	stop()
	b.commit(put("b", 0, 1))
	if want := []ledger.Revision{1, 2}; !slices.Equal(told, want) {
		t.Errorf("told of %v, want %v", told, want)
	}
}

func testTurn(t *testing.T, b *bench) {
	b.commit(put("a", 0, 1))
	for _, next := range []ledger.Revision{1, 3} {
		c := commit(put("b", 0, 1))
		c.Next = next
		if _, err := b.Commit(b.ctx, c); !errors.Is(err, ledger.ErrBehind) {
			t.Errorf("a commit that was to become revision %d: %v", next, err)
		}
	}
	c := commit(put("b", 0, 1))
	c.Next = 2
	if rev, err := b.Commit(b.ctx, c); rev != 2 || err != nil {
		t.Errorf("a commit in turn: revision %d, %v", rev, err)
	}
	if n := len(b.load()); n != 2 {
		t.Errorf("%d entities, want 2", n)
	}
}
