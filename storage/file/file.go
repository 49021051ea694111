// Package file writes files that are whole or not there at all.
package file

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"infoklass/domain/text"
)

// Write makes the file at path from what write writes. The file gets its name only
// when it is complete, so that a failure leaves an older file as it was. An error
// has a sentence for the user.
func Write(path string, write func(io.Writer) error) error {
	err := replace(path, write)
	var said *text.Error
	switch {
	case err == nil || errors.As(err, &said):
		return err
	case errors.Is(err, syscall.ENOSPC):
		return text.Fail(err, "file.full", "file", path)
	case errors.Is(err, fs.ErrPermission):
		return text.Fail(err, "file.denied", "file", path)
	case errors.Is(err, fs.ErrNotExist):
		return text.Fail(err, "file.noFolder", "file", path)
	}
	return text.Fail(err, "file.failed", "file", path)
}

// readable is the mode of a finished file: a document that others may look at.
const readable = 0o644

func replace(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(readable), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("put %s in place: %w", path, err)
	}
	return nil
}
