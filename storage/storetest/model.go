package storetest

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/ledger"
)

// model is a register as a few lines of code: what the store must agree with.
type model struct {
	state map[ledger.Ref]ledger.Entity
	log   []ledger.Entry // without hashes
}

// commit reports whether c fits, and applies it if so.
func (m *model) commit(c ledger.Commit) bool {
	for _, ch := range c.Changes {
		if m.state[ch.Ref].Revision != ch.Base {
			return false
		}
	}
	rev := ledger.Revision(len(m.log) + 1)
	changes := make([]ledger.Change, len(c.Changes))
	for i, ch := range c.Changes {
		ch.Old = m.state[ch.Ref].Data
		changes[i] = ch
		if ch.New == nil {
			delete(m.state, ch.Ref)
		} else {
			m.state[ch.Ref] = ledger.Entity{Ref: ch.Ref, Revision: rev, Data: ch.New}
		}
	}
	m.log = append(m.log, ledger.Entry{Commit: ledger.Commit{Changes: changes}, Revision: rev, Count: len(changes)})
	return true
}

// ask answers a query of the log.
func (m *model) ask(q ledger.LogQuery) []answer {
	list := []answer{}
	for n := range m.log {
		e := m.log[n]
		if q.Newest {
			e = m.log[len(m.log)-1-n]
		}
		if q.From != 0 && (q.Newest && e.Revision > q.From || !q.Newest && e.Revision < q.From) {
			continue
		}
		a := answer{Revision: e.Revision, Count: e.Count}
		for _, ch := range e.Changes {
			if q.About == "" || ch.About == q.About {
				a.Changes = append(a.Changes, ch)
			}
		}
		if a.Changes == nil {
			continue
		}
		if q.Headers {
			a.Changes = nil
		}
		list = append(list, a)
	}
	return list
}

// answer is the part of an entry that a model knows.
type answer struct {
	Revision ledger.Revision
	Count    int
	Changes  []ledger.Change
}

var (
	kinds = rapid.SampledFrom([]ledger.Kind{kindAsset, kindClassification, kindDraft})
	names = rapid.SampledFrom([]string{"a", "ab", "b", "å", "\x01", "01JD"})
)

// drawCommit draws changes that mostly fit the model, sometimes not.
func drawCommit(t *rapid.T, m *model) ledger.Commit {
	refs := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) ledger.Ref {
		return ledger.Ref{Kind: kinds.Draw(t, "kind"), ID: names.Draw(t, "id")}
	}), 1, 6, rapid.ID).Draw(t, "refs")
	changes := make([]ledger.Change, len(refs))
	for i, ref := range refs {
		base := m.state[ref].Revision
		if rapid.IntRange(0, 30).Draw(t, "stray") == 0 {
			base += ledger.Revision(rapid.IntRange(1, 2).Draw(t, "by"))
		}
		changes[i] = change(ref.Kind, ref.ID, names.Draw(t, "about"), base, rapid.StringN(0, 40, 200).Draw(t, "value"))
		if base > 0 && rapid.IntRange(0, 3).Draw(t, "delete") == 0 {
			changes[i].New = nil
		}
	}
	return commit(changes...)
}

func drawQuery(t *rapid.T, m *model) ledger.LogQuery {
	q := ledger.LogQuery{
		From:    ledger.Revision(rapid.IntRange(0, len(m.log)+2).Draw(t, "from")),
		Newest:  rapid.Bool().Draw(t, "newest"),
		Headers: rapid.Bool().Draw(t, "headers"),
	}
	if rapid.Bool().Draw(t, "about one") {
		q.About = names.Draw(t, "about")
	}
	return q
}

// testModel drives a store and the model with the same drawn commits, queries and restarts.
func testModel(t *testing.T, open Open) {
	rapid.Check(t, func(r *rapid.T) {
		s, reopen := open(t)
		defer func() { finish(t, s) }()
		m := &model{state: map[ledger.Ref]ledger.Entity{}}
		r.Repeat(map[string]func(*rapid.T){
			"commit": func(r *rapid.T) {
				c := drawCommit(r, m)
				_, err := s.Commit(t.Context(), c)
				if fits := m.commit(c); fits != (err == nil) || err != nil && !errors.Is(err, ledger.ErrConflict) {
					r.Fatalf("commit: %v, the model says that it fits: %t", err, fits)
				}
			},
			"log": func(r *rapid.T) {
				q := drawQuery(r, m)
				got := []answer{}
				for _, e := range Log(t, s, q) {
					got = append(got, answer{e.Revision, e.Count, e.Changes})
				}
				if diff := cmp.Diff(m.ask(q), got); diff != "" {
					r.Fatalf("log %+v: %s", q, diff)
				}
			},
			"reopen": func(r *rapid.T) {
				if err := s.Close(); err != nil {
					r.Fatal(err)
				}
				s = reopen()
			},
			"": func(r *rapid.T) {
				if err := agrees(t, s, m); err != nil {
					r.Fatal(err)
				}
			},
		})
	})
}

func agrees(t *testing.T, s ledger.Store, m *model) error {
	list, rev := Load(t, s)
	got := map[ledger.Ref]ledger.Entity{}
	for _, e := range list {
		got[e.Ref] = e
	}
	if diff := difference(m.state, got); diff != "" || int(rev) != len(m.log) || len(list) != len(got) {
		return fmt.Errorf("revision %d of %d: %s", rev, len(m.log), diff)
	}
	state, err := Rebuild(Log(t, s, ledger.LogQuery{}))
	if err != nil {
		return err
	}
	if diff := difference(m.state, state); diff != "" {
		return fmt.Errorf("the log leads elsewhere: %s", diff)
	}
	return nil
}
