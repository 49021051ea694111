package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"slices"
	"strings"

	berrors "go.etcd.io/bbolt/errors"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// guard runs fn, which reads the memory-mapped file. A damaged file makes
// bbolt panic, and a file that was cut off behind our back makes the processor
// fault; both become ErrDamaged. fn must not call code of others.
func guard(path string, fn func() error) (err error) {
	before := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(before)
		if p := recover(); p != nil {
			err = damaged(path, fmt.Errorf("panic: %v", p))
		}
	}()
	return fn()
}

func damaged(path string, err error) error {
	return text.Fail(fmt.Errorf("%w: %w", ledger.ErrDamaged, err), "store.damaged", "file", path)
}

// openError names what bbolt met on opening path.
func openError(path string, err error) error {
	switch {
	case isTold(err):
		return err
	case errors.Is(err, berrors.ErrTimeout):
		return locked(path, err)
	case errors.Is(err, fs.ErrNotExist):
		return text.Fail(err, "store.missing", "file", path)
	case isReadOnly(err):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrReadOnly, err), "store.readOnly", "file", path)
	case isFull(err):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrFull, err), "store.fullOpen", "file", path)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrForeign, err), "store.foreign", "file", path)
	case errors.Is(err, berrors.ErrChecksum):
		return damaged(path, err)
	}
	return text.Fail(err, "store.unreadable", "file", path)
}

// isFull reports whether err comes from a disk without room. bbolt writes some
// errors of the system into its own without wrapping them, so the words count too.
func isFull(err error) bool {
	for _, full := range fullErrors {
		if errors.Is(err, full) || strings.Contains(err.Error(), full.Error()) {
			return true
		}
	}
	return errors.Is(err, berrors.ErrMaxSizeReached)
}

// isReadOnly reports whether err says that a file or folder cannot be written.
func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || slices.ContainsFunc(readOnlyErrors, func(ro error) bool { return errors.Is(err, ro) })
}

func isClosed(err error) bool {
	return errors.Is(err, berrors.ErrDatabaseNotOpen) || errors.Is(err, berrors.ErrTxClosed)
}

func isContext(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func isShape(err error) bool { return errors.Is(err, errShape) }

// isTold reports whether err has a sentence for the user already.
func isTold(err error) bool {
	var told *text.Error
	return errors.As(err, &told)
}
