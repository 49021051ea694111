package entry

import (
	"context"
	"sync"

	"infoklass/domain/ledger"
)

// Followers are those who want to hear of every commit to a store. The zero
// value has none.
type Followers struct {
	mu    sync.Mutex // guards next and all
	next  int
	all   map[int]func(ledger.Revision)
	calls sync.Mutex // held while they are called, one call at a time
}

// Follow adds one until ctx is done.
func (f *Followers) Follow(ctx context.Context, moved func(ledger.Revision)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.all == nil {
		f.all = map[int]func(ledger.Revision){}
	}
	id := f.next
	f.next++
	f.all[id] = moved
	context.AfterFunc(ctx, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		delete(f.all, id)
	})
}

// Tell calls them all.
func (f *Followers) Tell(rev ledger.Revision) {
	f.mu.Lock()
	all := make([]func(ledger.Revision), 0, len(f.all))
	for _, moved := range f.all {
		all = append(all, moved)
	}
	f.mu.Unlock()
	f.calls.Lock()
	defer f.calls.Unlock()
	for _, moved := range all {
		moved(rev)
	}
}
