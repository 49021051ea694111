package bolt

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/storage/entry"
)

// Load hands over every entity by kind and id. It reads the documents in the
// order in which they lie in the file and only then sorts, because looking up
// each one by itself takes several times as long.
func (s *Store) Load(ctx context.Context, each func(ledger.Entity) error) (ledger.Revision, error) {
	tx, err := s.begin()
	if err != nil {
		return 0, err
	}
	defer rollback(tx)
	var rev ledger.Revision
	var found []located
	err = s.read(func() (err error) {
		if rev, _, err = newest(tx); err != nil {
			return err
		}
		if err = readAhead(ctx, s.file); err != nil {
			return err
		}
		if found, err = entities(ctx, tx); err != nil {
			return err
		}
		return locate(ctx, tx, found)
	})
	if err != nil {
		return 0, err
	}
	return rev, s.handOver(ctx, found, each)
}

// located is an entity and where its document lies in the mapped file.
type located struct {
	ledger.Ref
	place place
	data  []byte
}

// entities lists what exists, in ascending order.
func entities(ctx context.Context, tx *bbolt.Tx) ([]located, error) {
	var list []located
	var kind ledger.Kind
	c := tx.Bucket(bucketEntity).Cursor()
	for key, value := c.First(); key != nil; key, value = c.Next() {
		if err := cancelled(ctx, len(list)); err != nil {
			return nil, err
		}
		name, id, ok := bytes.Cut(key, []byte{0})
		if !ok || len(name) > entry.MaxID || len(id) > entry.MaxID {
			return nil, fmt.Errorf("entity key: %w", errShape)
		}
		if string(kind) != string(name) { // one string for all entities of a kind
			kind = ledger.Kind(name)
		}
		p, err := readPlace(value)
		if err != nil {
			return nil, err
		}
		if p.rev == 0 {
			return nil, fmt.Errorf("entity without a place: %w", errShape)
		}
		list = append(list, located{Ref: kind.Ref(string(id)), place: p})
	}
	return list, nil
}

// locate finds the documents of list, walking through the file once.
func locate(ctx context.Context, tx *bbolt.Tx, list []located) error {
	order := make([]*located, len(list))
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortFunc(order, func(a, b *located) int { return a.place.compare(b.place) })
	w := walker{c: tx.Bucket(bucketDocument).Cursor()}
	for i, e := range order {
		if err := cancelled(ctx, i); err != nil {
			return err
		}
		if e.data = w.find(e.place.key()); e.data == nil {
			return fmt.Errorf("%s %s has no document: %w", e.Kind, e.ID, errShape)
		}
	}
	return nil
}

// walker finds ascending keys of a bucket.
type walker struct {
	c     *bbolt.Cursor
	began bool
}

// near is how many keys a walker steps over before it jumps.
const near = 8

func (w *walker) find(key []byte) []byte {
	for range near {
		if !w.began {
			break
		}
		k, v := w.c.Next()
		switch {
		case k == nil:
			w.began = false
			return nil
		case bytes.Equal(k, key):
			return v
		case bytes.Compare(k, key) > 0:
			return nil
		}
	}
	k, v := w.c.Seek(key)
	w.began = k != nil
	if !bytes.Equal(k, key) {
		return nil
	}
	return v
}

// handOver calls each outside the guard, so that a panic of the caller's stays
// the caller's; what it gets lies in memory of its own.
func (s *Store) handOver(ctx context.Context, found []located, each func(ledger.Entity) error) error {
	for batch := range slices.Chunk(found, every) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.read(func() error { cloneAll(batch); return nil }); err != nil {
			return err
		}
		for _, e := range batch {
			err := each(ledger.Entity{Ref: e.Ref, Revision: e.place.rev, Data: e.data})
			if errors.Is(err, ledger.ErrStop) {
				return nil
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// cloneAll copies the documents of a batch out of the mapped file, all in one piece of memory.
func cloneAll(batch []located) {
	size := 0
	for _, e := range batch {
		size += len(e.data)
	}
	memory := make([]byte, 0, size)
	for i, e := range batch {
		from := len(memory)
		memory = append(memory, e.data...)
		batch[i].data = memory[from:len(memory):len(memory)]
	}
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.rev, q.rev), cmp.Compare(p.index, q.index))
}
