package bolt

import (
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"
)

// Backup writes a consistent copy of the register to path, which must not
// exist, and opens the copy to check that it is whole. Commits may go on meanwhile.
func (s *Store) Backup(path string) error {
	return build(path, func(temporary string) error {
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_TRUNC, 0o660)
		if err != nil {
			return err
		}
		if err := errors.Join(s.Copy(f), f.Sync(), f.Close()); err != nil {
			return err
		}
		return verifyCopy(temporary)
	})
}

// verifyCopy checks that a copy can be opened and that its log can be read to the end.
func verifyCopy(path string) error {
	if err := inspect(path); err != nil {
		return err
	}
	db, err := bbolt.Open(path, 0, &bbolt.Options{ReadOnly: true, Timeout: DefaultTimeout})
	if err != nil {
		return fmt.Errorf("open the copy: %w", err)
	}
	err = guard(path, func() error {
		return db.View(func(tx *bbolt.Tx) error {
			_, _, err := newest(tx)
			return err
		})
	})
	return errors.Join(err, db.Close())
}

// compactStep is how many bytes of a compacted copy are written in one transaction.
const compactStep = 16 << 20

// Compact writes a copy of the register without unused space to path, which must not exist.
func (s *Store) Compact(path string) error {
	return build(path, func(temporary string) error {
		dst, err := bbolt.Open(temporary, 0o660, &bbolt.Options{Timeout: DefaultTimeout, FreelistType: bbolt.FreelistMapType, NoSync: true})
		if err != nil {
			return err
		}
		err = s.checkOpen(func() error { return bbolt.Compact(dst, s.db, compactStep) })
		if err := errors.Join(err, dst.Sync(), dst.Close()); err != nil {
			return err
		}
		return verifyCopy(temporary)
	})
}

// checkOpen runs fn, which begins transactions of its own.
func (s *Store) checkOpen(fn func() error) error {
	if p := s.broken.Load(); p != nil {
		return *p
	}
	return s.read(fn)
}
