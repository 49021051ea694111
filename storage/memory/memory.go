// Package memory keeps a register in memory only: for tests, and for trying
// the program out without a file.
package memory

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"infoklass/domain/ledger"
	"infoklass/storage/entry"
)

// Store is a register in memory. It is safe for concurrent use.
type Store struct {
	mu     sync.RWMutex
	disk   *disk
	closed bool
}

// disk is what outlives the closing of a store.
type disk struct {
	log       []ledger.Entry
	entities  map[ledger.Ref]ledger.Entity
	followers entry.Followers
}

var (
	_ ledger.Store    = (*Store)(nil)
	_ ledger.Follower = (*Store)(nil)
)

// New returns an empty register.
func New() *Store {
	return &Store{disk: &disk{entities: map[ledger.Ref]ledger.Entity{}}}
}

// Reopen closes s and returns a store of the same register, as a program that starts again would.
func (s *Store) Reopen() *Store {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return &Store{disk: s.disk}
}

// Close closes the store. Its methods then return ErrClosed.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return nil
}

// Load hands over every entity by kind and id.
func (s *Store) Load(ctx context.Context, each func(ledger.Entity) error) (ledger.Revision, error) {
	list, rev, err := s.snapshot()
	if err != nil {
		return 0, err
	}
	for _, e := range list {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		e.Data = bytes.Clone(e.Data)
		if err := each(e); errors.Is(err, ledger.ErrStop) {
			break
		} else if err != nil {
			return rev, err
		}
	}
	return rev, nil
}

func (s *Store) snapshot() ([]ledger.Entity, ledger.Revision, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return nil, 0, entry.Closed()
	}
	list := make([]ledger.Entity, 0, len(s.disk.entities))
	for _, e := range s.disk.entities {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b ledger.Entity) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return list, ledger.Revision(len(s.disk.log)), nil
}

// Follow calls moved after every commit to the register, until ctx is done.
func (s *Store) Follow(ctx context.Context, moved func(ledger.Revision)) {
	s.disk.followers.Follow(ctx, moved)
}

// Commit applies c whole or not at all.
func (s *Store) Commit(ctx context.Context, c ledger.Commit) (ledger.Revision, error) {
	rev, err := s.commit(ctx, c)
	if err == nil {
		s.disk.followers.Tell(rev)
	}
	return rev, err
}

func (s *Store) commit(ctx context.Context, c ledger.Commit) (ledger.Revision, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return 0, entry.Closed()
	}
	admitted, err := entry.Admit(c)
	if err != nil {
		return 0, err
	}
	if err := entry.InTurn(c, ledger.Revision(len(s.disk.log)+1)); err != nil {
		return 0, err
	}
	for _, i := range admitted.Order {
		ch := c.Changes[i]
		if now := s.disk.entities[ch.Ref].Revision; now != ch.Base {
			return 0, entry.Conflict(ch, now)
		}
	}
	return s.apply(admitted)
}

func (s *Store) apply(c entry.Admitted) (ledger.Revision, error) {
	e := ledger.Entry{Commit: c.Commit, Revision: ledger.Revision(len(s.disk.log) + 1), Count: len(c.Changes)}
	if n := len(s.disk.log); n > 0 {
		e.Prev = s.disk.log[n-1].Hash
	}
	var err error
	if e.Hash, err = ledger.Seal(e.Prev, e.Revision, c.Commit); err != nil {
		return 0, fmt.Errorf("memory: %w", err)
	}
	e.Changes = make([]ledger.Change, len(c.Changes))
	for i, ch := range c.Changes {
		ch.Old = s.disk.entities[ch.Ref].Data
		if entry.Deletes(ch) {
			ch.New = nil
			delete(s.disk.entities, ch.Ref)
		} else {
			ch.New = bytes.Clone(ch.New)
			s.disk.entities[ch.Ref] = ledger.Entity{Ref: ch.Ref, Revision: e.Revision, Data: ch.New}
		}
		e.Changes[i] = ch
	}
	s.disk.log = append(s.disk.log, e)
	return e.Revision, nil
}

// Log hands over the entries that q asks for.
func (s *Store) Log(ctx context.Context, q ledger.LogQuery, each func(ledger.Entry) error) error {
	s.mu.RLock()
	log, closed := s.disk.log, s.closed
	s.mu.RUnlock()
	if closed {
		return entry.Closed()
	}
	for n := range log {
		e := log[n]
		if q.Newest {
			e = log[len(log)-1-n]
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		e, wanted := choose(q, e)
		if !wanted {
			continue
		}
		if err := each(e); errors.Is(err, ledger.ErrStop) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// choose reports whether q wants e, and returns the part of it that q wants.
func choose(q ledger.LogQuery, e ledger.Entry) (ledger.Entry, bool) {
	if q.From != 0 && (q.Newest && e.Revision > q.From || !q.Newest && e.Revision < q.From) {
		return e, false
	}
	var changes []ledger.Change
	found := false
	for _, ch := range e.Changes {
		if q.About != "" && ch.About != q.About {
			continue
		}
		found = true
		if q.Headers {
			break
		}
		ch.New, ch.Old = bytes.Clone(ch.New), bytes.Clone(ch.Old)
		changes = append(changes, ch)
	}
	e.Changes = changes
	return e, found
}
