package entry

import (
	"context"
	"slices"
	"sync"

	"infoklass/domain/ledger"
)

// Followers are the functions to call after every commit to a store. The zero
// value has none.
type Followers struct {
	mu    sync.Mutex // guards all
	all   []follower
	calls sync.Mutex // held during the calls, which are made one at a time
}

type follower struct {
	ctx   context.Context
	moved func(ledger.Revision)
}

// Follow adds one until ctx is done.
func (f *Followers) Follow(ctx context.Context, moved func(ledger.Revision)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all = append(f.all, follower{ctx, moved})
}

// Tell calls them all.
func (f *Followers) Tell(rev ledger.Revision) {
	f.mu.Lock()
	f.all = slices.DeleteFunc(f.all, func(one follower) bool { return one.ctx.Err() != nil })
	all := slices.Clone(f.all)
	f.mu.Unlock()
	f.calls.Lock()
	defer f.calls.Unlock()
	for _, one := range all {
		one.moved(rev)
	}
}
