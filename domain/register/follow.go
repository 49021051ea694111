package register

import (
	"context"
	"fmt"

	"infoklass/domain/ledger"
)

// Follow brings the register up to the newest commit of its store, whoever
// made it, and calls the watchers where that was any. The window calls it when
// a ledger.Follower says that others have committed.
func (r *Register) Follow(ctx context.Context) error {
	r.writing.Lock()
	before := r.Revision()
	err := r.follow(ctx)
	after := r.Revision()
	r.writing.Unlock()
	if after != before {
		r.tell(after)
	}
	return err
}

// follow enters the commits after the newest one in memory, one after the
// other. The caller holds writing.
func (r *Register) follow(ctx context.Context) error {
	err := r.store.Log(ctx, ledger.LogQuery{From: r.Revision() + 1}, func(e ledger.Entry) error {
		changes := make([]change, len(e.Changes))
		for i, ch := range e.Changes {
			changes[i] = change{Ref: ch.Ref, rev: e.Revision}
			if ch.New == nil {
				continue
			}
			v, err := decode(ch.Kind, ch.New)
			if err != nil {
				return unreadable(ch.Ref, err)
			}
			changes[i].value = v
		}
		r.enter(e.Revision, changes)
		e.Changes = nil
		r.trail.add(e)
		return nil
	})
	if err != nil {
		return fmt.Errorf("register: follow: %w", err)
	}
	return nil
}

// committed enters what was just stored. The store saw to it that nothing
// came in between.
func (r *Register) committed(c ledger.Commit, edits []Edit) {
	changes := make([]change, len(edits))
	for i, e := range edits {
		changes[i] = change{e.ref, c.Next, e.value}
	}
	r.enter(c.Next, changes)
	rev := c.Next
	c.Changes, c.Next = nil, 0
	r.trail.add(ledger.Entry{Commit: c, Revision: rev, Count: len(edits)})
}

// At opens the register as it was at a revision of the store, for reading
// only. Closing it leaves the store open.
func At(ctx context.Context, store ledger.Store, rev ledger.Revision, opt Options) (*Register, error) {
	return Open(ctx, ledger.At(store, rev), opt)
}
