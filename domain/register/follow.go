package register

import (
	"context"
	"fmt"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
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

// committed enters what was just stored as rev. Where others have committed in
// between, the log is followed instead: no commit is passed over.
func (r *Register) committed(ctx context.Context, rev ledger.Revision, c ledger.Commit, edits []Edit) error {
	if rev != r.Revision()+1 {
		if err := r.follow(ctx); err != nil {
			return text.Fail(err, "register.behind")
		}
		return nil
	}
	changes := make([]change, len(edits))
	for i, e := range edits {
		changes[i] = change{e.ref, rev, e.value}
	}
	r.enter(rev, changes)
	c.Changes = nil
	r.trail.add(ledger.Entry{Commit: c, Revision: rev, Count: len(edits)})
	return nil
}

// At opens the register as it was at a revision of the store, for reading
// only. Closing it leaves the store open.
func At(ctx context.Context, store ledger.Store, rev ledger.Revision, opt Options) (*Register, error) {
	return Open(ctx, ledger.At(store, rev), opt)
}
