package bolt

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/storage/entry"
)

// How full pages are left when a large node is split: the log only grows at
// its end, entities also in the middle.
const (
	fillAppend = 1.0
	fillBulk   = 0.9
	bulk       = 1000 // changes from which a commit counts as bulk
)

// Commit applies c in one transaction and returns when it is on the disk.
func (s *Store) Commit(ctx context.Context, c ledger.Commit) (ledger.Revision, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if p := s.broken.Load(); p != nil {
		return 0, *p
	}
	if s.readOnly {
		return 0, s.readOnlyError()
	}
	admitted, err := entry.Admit(c)
	if err != nil {
		return 0, err
	}
	tx, err := s.db.Begin(true)
	if err != nil {
		return 0, s.failed(err)
	}
	w := writing{ctx: ctx, tx: tx, c: admitted}
	if err := s.read(w.run); err != nil {
		_ = guard(s.path, tx.Rollback)
		return 0, s.commitError(err)
	}
	if err := guard(s.path, tx.Commit); err != nil {
		_ = guard(s.path, tx.Rollback) // let go of the lock when bbolt panicked
		return 0, s.finishError(w.rev, err)
	}
	s.followers.Tell(w.rev)
	return w.rev, nil
}

// readOnlyError returns the error for writing to a read-only store, or the one for a
// closed store.
func (s *Store) readOnlyError() error {
	tx, err := s.begin()
	if err != nil {
		return err
	}
	rollback(tx)
	return text.Fail(ledger.ErrReadOnly, "store.readOnlyCommit", "file", s.path)
}

func (s *Store) commitError(err error) error {
	if isFull(err) {
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrFull, err), "store.full", "file", s.path)
	}
	return err
}

// finishError names the error that ended a transaction. As a rule the old state
// remains. But when the last write of all fails, or bbolt panics, it is not known
// which of the two states is on the disk: then every later call fails until the
// file is opened again.
func (s *Store) finishError(rev ledger.Revision, cause error) error {
	now := ledger.Revision(0)
	err := s.view(func(tx *bbolt.Tx) (err error) {
		now, _, err = newest(tx)
		return err
	})
	if err != nil || now >= rev || errors.Is(cause, ledger.ErrDamaged) {
		err := text.Fail(errors.Join(cause, err), "store.unsure", "file", s.path)
		s.broken.Store(&err)
		return err
	}
	if isFull(cause) {
		return s.commitError(cause)
	}
	return text.Fail(cause, "store.notSaved", "file", s.path)
}

// writing is one commit on its way into the file.
type writing struct {
	ctx context.Context
	tx  *bbolt.Tx
	c   entry.Admitted
	rev ledger.Revision
}

// run puts the whole commit into the transaction.
func (w *writing) run() error {
	last, prev, err := newest(w.tx)
	if err != nil {
		return err
	}
	w.rev = last + 1
	if err := entry.InTurn(w.c.Commit, w.rev); err != nil {
		return err
	}
	bases, err := w.putEntities()
	if err != nil {
		return err
	}
	if err := w.putSteps(bases); err != nil {
		return err
	}
	if err := w.putTrail(); err != nil {
		return err
	}
	hash, err := ledger.Seal(prev, w.rev, w.c.Commit)
	if err != nil {
		return err
	}
	e := ledger.Entry{Prev: prev, Hash: hash, Count: len(w.c.Changes)}
	log := w.tx.Bucket(bucketLog)
	log.FillPercent = fillAppend
	if err := log.Put(revisionKey(w.rev), logValue(e, w.c.Header)); err != nil {
		return err
	}
	return w.ctx.Err()
}

// putEntities points every entity at its new document, in the order of the
// keys, which is what makes a bulk commit fast. It returns where the documents
// before lie, by the position of the change, or ErrConflict.
func (w *writing) putEntities() ([]place, error) {
	entities := w.tx.Bucket(bucketEntity)
	if len(w.c.Changes) >= bulk {
		entities.FillPercent = fillBulk
	}
	bases := make([]place, len(w.c.Changes))
	key := make([]byte, 0, 128)
	for n, i := range w.c.Order {
		if err := cancelled(w.ctx, n); err != nil {
			return nil, err
		}
		ch := w.c.Changes[i]
		key = appendEntityKey(key[:0], ch.Ref)
		if value := entities.Get(key); value != nil {
			var err error
			if bases[i], err = readPlace(value); err != nil {
				return nil, err
			}
		}
		if bases[i].rev != ch.Base {
			return nil, entry.Conflict(ch, bases[i].rev)
		}
		if err := w.putEntity(entities, key, i); err != nil {
			return nil, err
		}
	}
	return bases, nil
}

func (w *writing) putEntity(entities *bbolt.Bucket, key []byte, i int) error {
	if entry.Deletes(w.c.Changes[i]) {
		return entities.Delete(key)
	}
	return entities.Put(key, place{w.rev, uint32(i)}.key())
}

// putSteps appends the changes and their documents in the order of the commit.
// bbolt takes the documents as they lie, so a bulk commit does not copy them.
func (w *writing) putSteps(bases []place) error {
	steps, documents := w.tx.Bucket(bucketStep), w.tx.Bucket(bucketDocument)
	steps.FillPercent, documents.FillPercent = fillAppend, fillAppend
	for i, ch := range w.c.Changes {
		if err := cancelled(w.ctx, i); err != nil {
			return err
		}
		key := place{w.rev, uint32(i)}.key()
		if err := steps.Put(key, step{ch.Ref, ch.About, uint64(ch.Row), bases[i]}.append(nil)); err != nil {
			return err
		}
		if entry.Deletes(ch) {
			continue
		}
		if err := documents.Put(key, ch.New); err != nil {
			return err
		}
	}
	return nil
}

// putTrail stores, for each thing that the commit is about, the positions of its steps.
func (w *writing) putTrail() error {
	trail := w.tx.Bucket(bucketTrail)
	if len(w.c.Changes) >= bulk {
		trail.FillPercent = fillBulk
	}
	order := w.aboutOrder()
	key := make([]byte, 0, 128)
	for n := 0; n < len(order); {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		about := w.c.Changes[order[n]].About
		var positions []byte
		for ; n < len(order) && w.c.Changes[order[n]].About == about; n++ {
			positions = binary.BigEndian.AppendUint32(positions, uint32(order[n]))
		}
		key = appendTrailKey(key[:0], about, w.rev)
		if err := trail.Put(key, positions); err != nil {
			return err
		}
	}
	return nil
}

// aboutOrder lists the positions of the changes by what they are about, then as given.
func (w *writing) aboutOrder() []int {
	order := make([]int, len(w.c.Changes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(w.c.Changes[a].About, w.c.Changes[b].About)
	})
	return order
}
