package ledger

import (
	"context"
	"errors"
)

// Errors that every store returns, wrapped with what was attempted.
var (
	// ErrConflict is returned when an entity was changed after the revision that a change names. Nothing was stored.
	ErrConflict = errors.New("the register has changed since")
	// ErrBehind is returned by Commit when others have committed since. Nothing was
	// stored; after following the log the commit can be made again.
	ErrBehind = errors.New("others have committed since")
	// ErrReadOnly is returned by Commit when the store cannot be written.
	ErrReadOnly = errors.New("the register is read-only")
	// ErrFull is returned by Commit when there is no room left. Nothing was stored.
	ErrFull = errors.New("no room left")
	// ErrLocked is returned on opening when another program has the register open.
	ErrLocked = errors.New("the register is open elsewhere")
	// ErrNewer is returned on opening a register made by a newer program.
	ErrNewer = errors.New("the register was made by a newer version")
	// ErrForeign is returned on opening something that is not a register.
	ErrForeign = errors.New("not a register")
	// ErrDamaged is returned when what was read cannot be what was written.
	ErrDamaged = errors.New("the register is damaged")
	// ErrClosed is returned by every method after Close.
	ErrClosed = errors.New("the register is closed")
	// ErrStop, returned by a callback, ends Load or Log early without an error.
	ErrStop = errors.New("stop")
)

// Store keeps a register. Implementations are safe for concurrent use, and
// storage/storetest says what each of them must do.
type Store interface {
	// Load hands over every entity, by kind and id in ascending order, and
	// returns the newest revision, 0 for an empty register. Data belongs to the receiver.
	Load(ctx context.Context, each func(Entity) error) (Revision, error)
	// Commit applies c whole or not at all, durably, and returns its revision.
	// It fails with ErrConflict, ErrBehind, ErrReadOnly, ErrFull or ErrClosed, wrapped. An
	// entity may occur once in a commit; an empty commit is refused.
	Commit(ctx context.Context, c Commit) (Revision, error)
	// Log hands over the entries that q asks for, with old and new documents.
	Log(ctx context.Context, q LogQuery, each func(Entry) error) error
	// Close may be called twice.
	Close() error
}

// LogQuery chooses entries of the log. The zero value asks for all of them,
// oldest first, with their changes.
type LogQuery struct {
	// About keeps only entries with a change about this id, and in them only those changes.
	About string
	// From is the first revision wanted: the oldest, or with Newest the newest. 0 means no bound.
	From Revision
	// Newest hands over the newest entry first.
	Newest bool
	// Headers leaves Changes empty; Count is set all the same.
	Headers bool
}
