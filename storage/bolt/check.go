package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"infoklass/domain/ledger"

	"go.etcd.io/bbolt"
)

// errMismatch is returned when two parts of a register that is readable disagree.
var errMismatch = errors.New("parts of the register disagree")

// Check examines the whole file: that every entry of the log is sealed on the
// one before, that the log leads to the present state, that the trail leads to
// the log, and that no page of the database is lost or used twice. Commits
// wait for the last of these. It returns ErrDamaged, wrapped with what was found.
func (s *Store) Check(ctx context.Context) error {
	err := s.view(func(tx *bbolt.Tx) error {
		// In this order, because bbolt checks where a fault cannot be caught: it must
		// only check what has been read once without one.
		c := checking{ctx: ctx, tx: tx, state: map[ledger.Ref]place{}}
		if err := readAhead(ctx, s.file); err != nil {
			return err
		}
		if err := c.log(); err != nil {
			return err
		}
		if err := c.entities(); err != nil {
			return err
		}
		return c.trail()
	})
	if err == nil {
		err = s.checkPages()
	}
	if errors.Is(err, errMismatch) {
		return damaged(s.path, err)
	}
	return err
}

// checkPages lets bbolt check its pages. It must not run while a transaction writes.
func (s *Store) checkPages() error {
	if s.readOnly {
		return s.view(pages)
	}
	if p := s.broken.Load(); p != nil {
		return *p
	}
	tx, err := s.db.Begin(true)
	if err != nil {
		return s.failed(err)
	}
	defer rollback(tx)
	return s.read(func() error { return pages(tx) })
}

func pages(tx *bbolt.Tx) error {
	var first error
	for err := range tx.Check() { // to its end, or its goroutine would hang
		if first == nil {
			first = fmt.Errorf("%w: %w", errMismatch, err)
		}
	}
	return first
}

// checking replays the log.
type checking struct {
	ctx               context.Context
	tx                *bbolt.Tx
	state             map[ledger.Ref]place
	trails, documents int
}

func mismatch(format string, args ...any) error {
	return fmt.Errorf("%w: %w", errMismatch, fmt.Errorf(format, args...))
}

// log follows the chain of hashes, and the state that the changes lead to.
func (c *checking) log() error {
	var prev ledger.Hash
	next := ledger.Revision(1)
	steps := 0
	cursor := c.tx.Bucket(bucketLog).Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		rev, err := readRevision(key)
		if err != nil {
			return err
		}
		if rev != next {
			return mismatch("entry %d stands where %d should", rev, next)
		}
		e, err := readLogValue(rev, value)
		if err != nil {
			return err
		}
		if e.Prev != prev {
			return mismatch("entry %d does not follow the one before", rev)
		}
		if err := c.entry(e); err != nil {
			return err
		}
		steps += e.Count
		prev, next = e.Hash, rev+1
	}
	return c.nothingMore(steps)
}

// entry checks the changes of one entry against its seal and the state before.
func (c *checking) entry(e ledger.Entry) error {
	r := reading{ctx: c.ctx, plain: true}
	var err error
	if e.Changes, err = r.all(c.tx, e); err != nil {
		return err
	}
	hash, err := ledger.Seal(e.Prev, e.Revision, e.Commit)
	if err != nil {
		return err
	}
	if hash != e.Hash {
		return mismatch("entry %d was changed after it was written", e.Revision)
	}
	for i, ch := range e.Changes {
		st, err := readStep(c.tx.Bucket(bucketStep).Get(place{e.Revision, uint32(i)}.key()))
		if err != nil {
			return err
		}
		if c.state[ch.Ref] != st.base {
			return mismatch("entry %d: %s %s does not follow its change before", e.Revision, ch.Kind, ch.ID)
		}
		if ch.New == nil {
			delete(c.state, ch.Ref)
			continue
		}
		c.state[ch.Ref] = place{e.Revision, uint32(i)}
		c.documents++
	}
	return c.entryTrail(e)
}

// entryTrail checks that the trail has exactly the steps of e.
func (c *checking) entryTrail(e ledger.Entry) error {
	positions := map[string][]byte{}
	for i, ch := range e.Changes {
		positions[ch.About] = binary.BigEndian.AppendUint32(positions[ch.About], uint32(i))
	}
	trail := c.tx.Bucket(bucketTrail)
	for about, want := range positions {
		if !bytes.Equal(trail.Get(appendTrailKey(nil, about, e.Revision)), want) {
			return mismatch("the trail of %s in entry %d", about, e.Revision)
		}
	}
	c.trails += len(positions)
	return nil
}

// nothingMore checks that no step or document lies outside the log.
func (c *checking) nothingMore(steps int) error {
	for _, part := range []struct {
		name []byte
		want int
	}{{bucketStep, steps}, {bucketDocument, c.documents}} {
		n, err := c.count(part.name)
		if err != nil {
			return err
		}
		if n != part.want {
			return mismatch("%d of kind %s, the log has %d", n, part.name, part.want)
		}
	}
	return nil
}

// entities compares the present state with the one that the log leads to.
func (c *checking) entities() error {
	list, err := entities(c.ctx, c.tx)
	if err != nil {
		return err
	}
	for _, e := range list {
		if want, ok := c.state[e.Ref]; !ok || want != e.place {
			return mismatch("%s %s is not as the log left it", e.Kind, e.ID)
		}
	}
	if len(list) != len(c.state) {
		return mismatch("%d entities, the log leads to %d", len(list), len(c.state))
	}
	return nil
}

func (c *checking) trail() error {
	n, err := c.count(bucketTrail)
	if err == nil && n != c.trails {
		return mismatch("%d trails, the log has %d", n, c.trails)
	}
	return err
}

// count counts the keys of a bucket.
func (c *checking) count(bucket []byte) (int, error) {
	n := 0
	cursor := c.tx.Bucket(bucket).Cursor()
	for key, _ := cursor.First(); key != nil; key, _ = cursor.Next() {
		if err := cancelled(c.ctx, n); err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}
