// Package storetest tests the contract of ledger.Store. Every store passes it.
package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// Open makes an empty register and a way to open it again after it was closed.
type Open func(t *testing.T) (fresh ledger.Store, reopen func() ledger.Store)

// Run runs the whole contract.
func Run(t *testing.T, open Open) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, *bench)
	}{
		{"an empty register has nothing", testEmpty},
		{"a commit is loaded again", testCommitAndLoad},
		{"load goes by kind and id", testLoadOrder},
		{"load ends early", testLoadStop},
		{"what load hands over is the receiver's", testLoadOwnership},
		{"a commit on an old revision is refused", testConflict},
		{"a commit out of turn is refused", testTurn},
		{"a refused commit leaves nothing", testWholeOrNotAtAll},
		{"an entity is deleted and made again", testDelete},
		{"a malformed commit is refused", testRefused},
		{"a cancelled commit leaves nothing", testCancelled},
		{"the log goes both ways", testLogOrder},
		{"the log begins where asked", testLogFrom},
		{"the log about one thing", testLogAbout},
		{"the log with headers only", testLogHeaders},
		{"the log has old and new documents", testLogDocuments},
		{"the log ends early", testLogStop},
		{"a receiver of the log may commit", testLogCommit},
		{"who, when and why come back", testHeader},
		{"each entry is sealed on the one before", testSeal},
		{"a message in a message does not break the seal", testSealNested},
		{"many at once", testConcurrent},
		{"who follows is told of every commit", testFollow},
		{"close twice, and nothing after", testClose},
		{"everything is there after reopening", testReopen},
		{"a large commit", testLarge},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, newBench(t, open)) })
	}
	t.Run("like a simple model", func(t *testing.T) { testModel(t, open) })
}

// bench is a store under test, with helpers for using it.
type bench struct {
	*testing.T
	ledger.Store
	reopen func() ledger.Store
	ctx    context.Context
}

func newBench(t *testing.T, open Open) *bench {
	s, reopen := open(t)
	b := &bench{t, s, reopen, t.Context()}
	t.Cleanup(func() { finish(t, b.Store) })
	return b
}

// finish runs the store's own check, if it has one, and closes the store.
func finish(t *testing.T, s ledger.Store) {
	if c, ok := s.(ledger.Checker); ok {
		if err := c.Check(context.Background()); err != nil && !isClosed(err) {
			t.Errorf("check at the end: %v", err)
		}
	}
	if err := s.Close(); err != nil {
		t.Errorf("close at the end: %v", err)
	}
}

var when = time.Date(2026, 11, 23, 10, 30, 0, 123456000, time.UTC)

func commit(changes ...ledger.Change) ledger.Commit {
	return ledger.Commit{Who: "Åsa Öberg", When: when, Why: text.Msg("test.why", "name", "Lönesystemet"), Changes: changes}
}

// put is a change of an asset to a document that holds value.
func put(id string, base ledger.Revision, value any) ledger.Change {
	return change(kindAsset, id, id, base, value)
}

func change(kind ledger.Kind, id, about string, base ledger.Revision, value any) ledger.Change {
	return ledger.Change{Ref: kind.Ref(id), About: about, Base: base, Row: int(base) * 7, New: document(value)}
}

func remove(id string, base ledger.Revision) ledger.Change {
	ch := put(id, base, 0)
	ch.New = nil
	return ch
}

func document(value any) json.RawMessage {
	data, err := json.Marshal(map[string]any{"value": value})
	if err != nil {
		panic(err)
	}
	return data
}

func (b *bench) commit(changes ...ledger.Change) ledger.Revision {
	b.Helper()
	rev, err := b.Commit(b.ctx, commit(changes...))
	if err != nil {
		b.Fatalf("commit: %v", err)
	}
	return rev
}

func (b *bench) load() []ledger.Entity {
	b.Helper()
	list, _ := Load(b.T, b.Store)
	return list
}

func (b *bench) log(q ledger.LogQuery) []ledger.Entry {
	b.Helper()
	return Log(b.T, b.Store, q)
}

// Load collects what a store hands over.
func Load(t testing.TB, s ledger.Store) ([]ledger.Entity, ledger.Revision) {
	t.Helper()
	var list []ledger.Entity
	rev, err := s.Load(t.Context(), func(e ledger.Entity) error {
		list = append(list, e)
		return nil
	})
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return list, rev
}

// Log collects the entries that q asks for.
func Log(t testing.TB, s ledger.Store, q ledger.LogQuery) []ledger.Entry {
	t.Helper()
	var list []ledger.Entry
	err := s.Log(t.Context(), q, func(e ledger.Entry) error {
		list = append(list, e)
		return nil
	})
	if err != nil {
		t.Fatalf("log: %v", err)
	}
	return list
}

// Rebuild verifies the whole log, oldest first, and returns the state that it leads to.
func Rebuild(entries []ledger.Entry) (map[ledger.Ref]ledger.Entity, error) {
	state := map[ledger.Ref]ledger.Entity{}
	var prev ledger.Hash
	for i, e := range entries {
		if e.Revision != ledger.Revision(i+1) || e.Prev != prev || e.Count != len(e.Changes) {
			return nil, fmt.Errorf("entry %d does not follow: revision %d, count %d of %d", i+1, e.Revision, len(e.Changes), e.Count)
		}
		hash, err := ledger.Seal(prev, e.Revision, e.Commit)
		if err != nil {
			return nil, err
		}
		if hash != e.Hash {
			return nil, fmt.Errorf("entry %d: hash %s, want %s", e.Revision, e.Hash, hash)
		}
		prev = hash
		for _, ch := range e.Changes {
			if err := replay(state, e.Revision, ch); err != nil {
				return nil, fmt.Errorf("entry %d: %w", e.Revision, err)
			}
		}
	}
	return state, nil
}

func replay(state map[ledger.Ref]ledger.Entity, rev ledger.Revision, ch ledger.Change) error {
	before := state[ch.Ref]
	if before.Revision != ch.Base || string(before.Data) != string(ch.Old) {
		return fmt.Errorf("%v: base %d, old %s; the log before it gives %d, %s", ch.Ref, ch.Base, ch.Old, before.Revision, before.Data)
	}
	if ch.New == nil {
		delete(state, ch.Ref)
		return nil
	}
	state[ch.Ref] = ledger.Entity{Ref: ch.Ref, Revision: rev, Data: ch.New}
	return nil
}

// The kinds of entities in the tests. To a store a kind is just a name.
const (
	kindAsset          ledger.Kind = "asset"
	kindClassification ledger.Kind = "classification"
	kindDraft          ledger.Kind = "draft"
	kindUnit           ledger.Kind = "unit"
)
