// Package file writes files that are whole or not there at all.
package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"infoklass/domain/text"
)

// Replace is what happens to a file that has the name already.
type Replace bool

// Keep refuses to write over a file; Over replaces it, which somebody has agreed to.
const (
	Keep Replace = false
	Over Replace = true
)

// Write makes the file at path from what write writes. The file gets its name only
// when it is complete, so that a failure leaves an older file as it was. A file
// that holds a register, under whatever name or link, is never replaced. An
// error has a sentence for the user.
func Write(path string, r Replace, write func(io.Writer) error) error {
	if err := permit(path, r); err != nil {
		return err
	}
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

// permit returns an error for a name that nothing may be written to.
func permit(path string, r Replace) error {
	if _, err := os.Lstat(path); err != nil { // nothing is there, or writing will fail
		return nil
	}
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return text.Fail(nil, "file.folder", "file", path)
	case err != nil, holdsRegister(path):
		return text.Fail(ErrRegister, "file.register", "file", path)
	case r == Keep:
		return text.Fail(fs.ErrExist, "file.exists", "file", path)
	}
	return nil
}

// ErrRegister is returned, wrapped, when a register would have been written
// over. It is an fs.ErrExist.
var ErrRegister = fmt.Errorf("the file is a register: %w", fs.ErrExist)

// magic is what a bbolt database has after the header of its first two pages,
// in the order of bytes of the computer that made it.
var magic = [][]byte{{0xED, 0xDA, 0x0C, 0xED}, {0xED, 0x0C, 0xDA, 0xED}}

// places are where that is: 16 bytes into each page, of the size most computers
// use. Either may be damaged.
var places = []int64{16, 4096 + 16}

// holdsRegister reports whether a file is a database of the kind that registers
// are, by what is in it. A file that cannot be read, or a link that leads
// nowhere known, is taken for one.
func holdsRegister(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close() //nolint:errcheck // nothing was written
	return slices.ContainsFunc(places, func(at int64) bool {
		found := make([]byte, len(magic[0]))
		_, err := f.ReadAt(found, at)
		return err == nil && slices.ContainsFunc(magic, func(m []byte) bool { return bytes.Equal(found, m) })
	})
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
