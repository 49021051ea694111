package ledger

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// At is a store as it was at a revision: its log ends there, and what it loads
// is what the log led to. It cannot be committed to, and closing it leaves the
// store itself open.
func At(s Store, rev Revision) Store { return past{s, rev} }

type past struct {
	store Store
	rev   Revision
}

// Load replays the log up to the revision.
func (p past) Load(ctx context.Context, each func(Entity) error) (Revision, error) {
	state := map[Ref]Entity{}
	var last Revision
	err := p.Log(ctx, LogQuery{}, func(e Entry) error {
		last = e.Revision
		for _, ch := range e.Changes {
			if ch.New == nil {
				delete(state, ch.Ref)
				continue
			}
			state[ch.Ref] = Entity{Ref: ch.Ref, Revision: e.Revision, Data: ch.New}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	all := make([]Entity, 0, len(state))
	for _, e := range state {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b Entity) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	for _, e := range all {
		if err := each(e); errors.Is(err, ErrStop) {
			break
		} else if err != nil {
			return last, err
		}
	}
	return last, nil
}

// Commit fails: what was cannot be changed.
func (p past) Commit(context.Context, Commit) (Revision, error) {
	return 0, fmt.Errorf("commit at revision %d: %w", p.rev, ErrReadOnly)
}

// Log hands over the entries up to the revision.
func (p past) Log(ctx context.Context, q LogQuery, each func(Entry) error) error {
	if q.Newest && (q.From == 0 || q.From > p.rev) {
		q.From = p.rev
	}
	return p.store.Log(ctx, q, func(e Entry) error {
		if e.Revision > p.rev {
			return ErrStop
		}
		return each(e)
	})
}

func (p past) Close() error { return nil }

func (p past) Facts() Facts {
	facts := FactsOf(p.store)
	facts.ReadOnly = true
	return facts
}
