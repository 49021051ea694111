// Package entry turns a commit into the log entry that a store keeps. The
// rules are the same for every store, so they are written once.
package entry

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// MaxID is the longest kind, id or about in bytes; it leaves room for them in the keys of any store.
const MaxID = 1000

// ErrRefused is returned for a commit that no store can keep: a fault of the program, not of the user.
var ErrRefused = errors.New("the commit is not well formed")

// Admitted is a commit that may be stored, in the form in which the log gives it back.
type Admitted struct {
	ledger.Commit
	// Header is who, when, why and what is undone, as stored.
	Header []byte
	// Order lists the positions of the changes by kind and id, ascending.
	Order []int
}

// Admit checks c and brings it to the form in which it is read again, so that
// the hash of an entry is the same before it is written and after. The
// documents are not copied. It returns ErrRefused, wrapped.
func Admit(c ledger.Commit) (Admitted, error) {
	if len(c.Changes) == 0 {
		return Admitted{}, fmt.Errorf("%w: it has no changes", ErrRefused)
	}
	header, err := json.Marshal(ledger.Commit{Who: c.Who, When: c.When.UTC(), Why: c.Why, Undoes: c.Undoes})
	if err != nil {
		return Admitted{}, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	read, err := ReadHeader(header)
	if err != nil {
		return Admitted{}, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	// A second round writes the commit as it is read: a message inside a message,
	// for example, is read as a plain object.
	if header, err = json.Marshal(read); err != nil {
		return Admitted{}, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	read.Changes, read.Next = c.Changes, c.Next
	order, err := order(c.Changes)
	if err != nil {
		return Admitted{}, err
	}
	return Admitted{Commit: read, Header: header, Order: order}, nil
}

// ReadHeader reads what Admit wrote.
func ReadHeader(b []byte) (ledger.Commit, error) {
	var c ledger.Commit
	err := json.Unmarshal(b, &c)
	return c, err
}

func order(changes []ledger.Change) ([]int, error) {
	order := make([]int, len(changes))
	for i, ch := range changes {
		order[i] = i
		if err := admitChange(ch); err != nil {
			return nil, fmt.Errorf("%w: change %d: %w", ErrRefused, i, err)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return compare(changes[a].Ref, changes[b].Ref) })
	for i := 1; i < len(order); i++ {
		if ref := changes[order[i]].Ref; ref == changes[order[i-1]].Ref {
			return nil, fmt.Errorf("%w: %s %s stands in it twice", ErrRefused, ref.Kind, ref.ID)
		}
	}
	return order, nil
}

func admitChange(ch ledger.Change) error {
	for _, part := range [...]string{string(ch.Kind), ch.ID, ch.About} {
		switch {
		case part == "":
			return errors.New("kind, id or about is missing")
		case len(part) > MaxID:
			return errors.New("kind, id or about is too long")
		case strings.IndexByte(part, 0) >= 0:
			return errors.New("kind, id or about holds a zero byte")
		}
	}
	if ch.Row < 0 || ch.Row > math.MaxInt32 {
		return errors.New("the row is none")
	}
	if Deletes(ch) && ch.Base == 0 {
		return errors.New("it deletes what does not exist")
	}
	return nil
}

// Deletes reports whether ch takes its entity away.
func Deletes(ch ledger.Change) bool { return len(ch.New) == 0 }

func compare(a, b ledger.Ref) int {
	return cmp.Or(strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(a.ID, b.ID))
}

// Conflict is the error for a change whose entity is at revision now.
func Conflict(ch ledger.Change, now ledger.Revision) error {
	err := fmt.Errorf("%s %s: made from revision %d, now %d: %w", ch.Kind, ch.ID, ch.Base, now, ledger.ErrConflict)
	return text.Fail(err, "store.conflict")
}

// InTurn returns an error for a commit that was to become another revision than rev.
func InTurn(c ledger.Commit, rev ledger.Revision) error {
	if c.Next == 0 || c.Next == rev {
		return nil
	}
	return fmt.Errorf("to become revision %d, would be %d: %w", c.Next, rev, ledger.ErrBehind)
}

// Closed is the error for a store that is closed.
func Closed() error { return text.Fail(ledger.ErrClosed, "store.closed") }
