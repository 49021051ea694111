// Package bolt keeps a register in one file, an embedded bbolt database. Every
// commit is one transaction that is on the disk before Commit returns; a
// program or computer that stops in the middle leaves the register as it was
// before or as it is after, nothing between.
package bolt

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/storage/entry"
)

// Extension is the extension of a register file, with the dot.
const Extension = ".infoklass"

// DefaultTimeout is how long Open waits for a register that is open elsewhere.
const DefaultTimeout = time.Second

// Options say how a register file is opened. The zero value is usable.
type Options struct {
	// ReadOnly opens the file for reading; others may read it at the same time, none may write.
	ReadOnly bool
	// Timeout is how long to wait for a register that is open elsewhere; 0 means DefaultTimeout.
	Timeout time.Duration
	// Version of the program; a register remembers it, to name it to an older program.
	Version string
	// User and Host are shown to others who try to open the register. Both may be empty.
	User, Host string
	// Now is the clock, nil for the computer's.
	Now func() time.Time
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

// Store is a register in a file. It is safe for concurrent use. The callback
// of Load must not commit to the same store; the callback of Log may.
type Store struct {
	db   *bbolt.DB
	path string
	file *os.File // the file of db, to be closed where db cannot be
	note *note

	readOnly  bool
	closed    sync.Once
	followers entry.Followers // in this program: nobody else has the file open
	// broken holds the error that every call returns after a commit that ended
	// in an unknown state: only opening the file again shows what it holds.
	broken atomic.Pointer[error]
}

var (
	_ ledger.Store    = (*Store)(nil)
	_ ledger.Checker  = (*Store)(nil)
	_ ledger.Backuper = (*Store)(nil)
	_ ledger.Informer = (*Store)(nil)
	_ ledger.Follower = (*Store)(nil)
)

// Open opens the register at path. It fails with ErrLocked, ErrReadOnly,
// ErrNewer, ErrForeign, ErrDamaged or fs.ErrNotExist, wrapped.
func Open(path string, o Options) (*Store, error) { return open(path, o, migrations) }

func open(path string, o Options, list []migration) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	s := &Store{path: path, readOnly: o.ReadOnly}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	err := guard(path, func() (err error) {
		s.db, err = bbolt.Open(path, 0, &bbolt.Options{
			ReadOnly:        o.ReadOnly,
			Timeout:         o.Timeout,
			FreelistType:    bbolt.FreelistMapType,
			PreLoadFreelist: true, // read here, where damage is caught
			NoStatistics:    true,
			InitialMmapSize: initialMap,
			OpenFile:        s.openFile,
		})
		return err
	})
	if err != nil {
		s.letGo()
		return nil, openError(path, err)
	}
	// Only now does this program have the lock: the file may have changed meanwhile.
	if err := inspect(path); err != nil {
		s.letGo()
		return nil, err
	}
	s.db.AllocSize = allocSize
	if err := s.read(func() error { return s.bringUpToDate(list, o) }); err != nil {
		s.letGo()
		return nil, err
	}
	s.note = leaveNote(path, o)
	return s, nil
}

// allocSize is by how much a large file grows at a time, in bytes.
const allocSize = 1 << 20

// openFile opens what bbolt asks for, but never creates it: a file that
// disappears between the first look and here must not come back empty.
func (s *Store) openFile(name string, flag int, mode os.FileMode) (*os.File, error) {
	f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
	if s.file == nil {
		s.file = f
	}
	return f, err
}

// letGo closes the file without waiting, for a file that is not a register or a
// database that no longer answers.
func (s *Store) letGo() {
	if s.db != nil && s.broken.Load() == nil {
		_ = guard(s.path, s.db.Close)
	}
	if s.file != nil {
		_ = s.file.Close() // closed already where the database was closed
	}
}

// Path is where the register lies.
func (s *Store) Path() string { return s.path }

// Facts says where the register lies and whether it was opened for reading only.
func (s *Store) Facts() ledger.Facts { return ledger.Facts{ReadOnly: s.readOnly, Location: s.path} }

// Follow calls moved after every commit to this store, until ctx is done.
func (s *Store) Follow(ctx context.Context, moved func(ledger.Revision)) {
	s.followers.Follow(ctx, moved)
}

// Close closes the file. It waits for calls that are under way.
func (s *Store) Close() error {
	var err error
	s.closed.Do(func() {
		s.note.remove()
		if s.broken.Load() != nil {
			s.letGo()
			return
		}
		if err = s.db.Close(); err != nil {
			err = fmt.Errorf("close %s: %w", s.path, err)
		}
	})
	return err
}

// begin starts a reading transaction.
func (s *Store) begin() (*bbolt.Tx, error) {
	if p := s.broken.Load(); p != nil {
		return nil, *p
	}
	tx, err := s.db.Begin(false)
	if err != nil {
		return nil, s.failed(err)
	}
	return tx, nil
}

// view runs fn in a reading transaction.
func (s *Store) view(fn func(tx *bbolt.Tx) error) error {
	tx, err := s.begin()
	if err != nil {
		return err
	}
	defer rollback(tx)
	return s.read(func() error { return fn(tx) })
}

// read runs fn, which reads the file, and translates its error.
func (s *Store) read(fn func() error) error { return s.failed(guard(s.path, fn)) }

func rollback(tx *bbolt.Tx) { _ = tx.Rollback() }

// Info is what a register file says of itself.
type Info struct {
	ID      string    // of the register; copies of it have the same
	Created time.Time // when the register was made
	Program string    // version of the program that last changed the form of the file
	Version int       // of the form
	Newest  ledger.Revision
}

// Info reads what the file says of itself.
func (s *Store) Info() (Info, error) {
	var info Info
	err := s.view(func(tx *bbolt.Tx) (err error) {
		if info.Version, info.Program, err = fileVersion(tx); err != nil {
			return err
		}
		meta := tx.Bucket(bucketMeta)
		info.ID = string(meta.Get(metaID))
		if info.Created, err = time.Parse(time.RFC3339, string(meta.Get(metaCreated))); err != nil {
			return fmt.Errorf("created: %w", errShape)
		}
		info.Newest, _, err = newest(tx)
		return err
	})
	return info, err
}

// newest returns the last revision of the log and its hash, zeros for an empty one.
func newest(tx *bbolt.Tx) (ledger.Revision, ledger.Hash, error) {
	key, value := tx.Bucket(bucketLog).Cursor().Last()
	if key == nil {
		return 0, ledger.Hash{}, nil
	}
	rev, err := readRevision(key)
	if err != nil {
		return 0, ledger.Hash{}, err
	}
	hash, err := readLogHash(value)
	return rev, hash, err
}

// Copy writes a consistent copy of the file to w; commits may go on meanwhile.
func (s *Store) Copy(w io.Writer) error {
	return s.view(func(tx *bbolt.Tx) error {
		_, err := tx.WriteTo(w)
		return err
	})
}

// every is how many entities or changes are handled between two looks at a context.
const every = 1024

func cancelled(ctx context.Context, i int) error {
	if i%every != 0 {
		return nil
	}
	return ctx.Err()
}

// failed names an error of the open store.
func (s *Store) failed(err error) error {
	switch {
	case err == nil, isContext(err), isTold(err):
		return err
	case isClosed(err):
		return entry.Closed()
	case isShape(err):
		return damaged(s.path, err)
	}
	return fmt.Errorf("%s: %w", s.path, err)
}
