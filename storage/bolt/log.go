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

// A reader of the log takes entries in portions of about this size, each in a
// transaction of its own, so that a slow receiver holds up no commit and may
// itself commit. The log is only appended to, so nothing is missed or twice.
const (
	portionEntries = 64
	portionBytes   = 1 << 20
)

// Log hands over the entries that q asks for. Those committed after it began are not among them.
func (s *Store) Log(ctx context.Context, q ledger.LogQuery, each func(ledger.Entry) error) error {
	r := reading{ctx: ctx, q: q}
	for !r.done {
		var portion []ledger.Entry
		err := s.view(func(tx *bbolt.Tx) (err error) {
			portion, err = r.portion(tx)
			return err
		})
		if err != nil {
			return err
		}
		for _, e := range portion {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := each(e); errors.Is(err, ledger.ErrStop) {
				return nil
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

// reading is how far a reader of the log has come.
type reading struct {
	ctx   context.Context
	q     ledger.LogQuery
	plain bool // without the documents before
	began bool
	done  bool
	next  ledger.Revision // the next one to look at
	last  ledger.Revision // the newest when it began
	bytes int             // of documents in the present portion
}

func (r *reading) portion(tx *bbolt.Tx) ([]ledger.Entry, error) {
	if err := r.begin(tx); err != nil {
		return nil, err
	}
	r.bytes = 0
	var list []ledger.Entry
	for len(list) < portionEntries && r.bytes < portionBytes {
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
		rev, positions, err := r.find(tx)
		if err != nil || rev == 0 {
			r.done = true
			return list, err
		}
		e, err := r.entry(tx, rev, positions)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
		r.advance(rev)
		if r.done {
			return list, nil
		}
	}
	return list, nil
}

// begin finds the bounds in the first transaction.
func (r *reading) begin(tx *bbolt.Tx) error {
	if r.began {
		return nil
	}
	r.began = true
	last, _, err := newest(tx)
	r.last = last
	r.next = max(r.q.From, 1)
	if r.q.Newest {
		r.next = last
		if r.q.From != 0 {
			r.next = min(r.q.From, last)
		}
	}
	return err
}

func (r *reading) advance(rev ledger.Revision) {
	if r.q.Newest {
		r.next = rev - 1
		r.done = r.next == 0
		return
	}
	r.next = rev + 1
	r.done = r.next > r.last
}

// find returns the next revision wanted and, where one thing is asked about,
// the positions of its steps; 0 at the end of the log.
func (r *reading) find(tx *bbolt.Tx) (ledger.Revision, []byte, error) {
	if r.next == 0 || r.next > r.last {
		return 0, nil, nil
	}
	if r.q.About == "" {
		return r.next, nil, nil
	}
	c := tx.Bucket(bucketTrail).Cursor()
	wanted := appendTrailKey(nil, r.q.About, r.next)
	key, value := c.Seek(wanted)
	if r.q.Newest && !bytes.Equal(key, wanted) {
		if key == nil {
			key, value = c.Last()
		} else {
			key, value = c.Prev()
		}
	}
	prefix := wanted[:len(wanted)-8]
	if len(key) != len(wanted) || !bytes.HasPrefix(key, prefix) {
		return 0, nil, nil
	}
	rev, err := readRevision(key[len(prefix):])
	if err != nil || rev > r.last {
		return 0, nil, err
	}
	if len(value) == 0 || len(value)%4 != 0 {
		return 0, nil, fmt.Errorf("trail: %w", errShape)
	}
	return rev, value, nil
}

// entry reads one entry, with all its changes or those at positions.
func (r *reading) entry(tx *bbolt.Tx, rev ledger.Revision, positions []byte) (ledger.Entry, error) {
	value := tx.Bucket(bucketLog).Get(revisionKey(rev))
	if value == nil {
		return ledger.Entry{}, fmt.Errorf("log entry %d is missing: %w", rev, errShape)
	}
	e, err := readLogValue(rev, value)
	if err != nil || r.q.Headers {
		return e, err
	}
	if positions != nil {
		e.Changes, err = r.some(tx, rev, positions)
	} else {
		e.Changes, err = r.all(tx, e)
	}
	return e, err
}

func (r *reading) some(tx *bbolt.Tx, rev ledger.Revision, positions []byte) ([]ledger.Change, error) {
	steps := tx.Bucket(bucketStep)
	changes := make([]ledger.Change, 0, len(positions)/4)
	for ; len(positions) > 0; positions = positions[4:] {
		p := place{rev, binary.BigEndian.Uint32(positions)}
		ch, err := r.change(tx, p, steps.Get(p.key()))
		if err != nil {
			return nil, err
		}
		changes = append(changes, ch)
	}
	return changes, nil
}

func (r *reading) all(tx *bbolt.Tx, e ledger.Entry) ([]ledger.Change, error) {
	var changes []ledger.Change
	c := tx.Bucket(bucketStep).Cursor()
	first := place{e.Revision, 0}.key()
	for key, value := c.Seek(first); len(key) == placeSize && bytes.Equal(key[:8], first[:8]); key, value = c.Next() {
		if err := cancelled(r.ctx, len(changes)); err != nil {
			return nil, err
		}
		ch, err := r.change(tx, place{e.Revision, uint32(len(changes))}, value)
		if err != nil {
			return nil, err
		}
		changes = append(changes, ch)
	}
	if len(changes) != e.Count {
		return nil, fmt.Errorf("log entry %d has %d changes of %d: %w", e.Revision, len(changes), e.Count, errShape)
	}
	return changes, nil
}

// change reads one step with the documents after and before it.
func (r *reading) change(tx *bbolt.Tx, p place, value []byte) (ledger.Change, error) {
	st, err := readStep(value)
	if err != nil {
		return ledger.Change{}, fmt.Errorf("step %d of %d: %w", p.index, p.rev, err)
	}
	documents := tx.Bucket(bucketDocument)
	ch := ledger.Change{Ref: st.Ref, About: st.about, Row: int(st.row), Base: st.base.rev}
	ch.New = bytes.Clone(documents.Get(p.key()))
	if st.base != (place{}) && !r.plain {
		if ch.Old = bytes.Clone(documents.Get(st.base.key())); ch.Old == nil {
			return ch, fmt.Errorf("document before step %d of %d is missing: %w", p.index, p.rev, errShape)
		}
	}
	r.bytes += len(ch.New) + len(ch.Old)
	return ch, nil
}
