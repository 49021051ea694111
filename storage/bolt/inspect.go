package bolt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// The head of a bbolt file: two meta pages, each 16 bytes of page header and
// then magic, version, page size, flags, root, sequence, freelist, high-water
// mark, transaction id and an FNV-1a checksum of all these, little endian.
const (
	pageHeader  = 16
	metaSize    = 64
	metaMagic   = 0xED0CDAED
	minPageSize = 1 << 10
	maxPageSize = 1 << 24
)

// inspect looks at the file before it is mapped into memory. It returns a
// distinct error for what bbolt would answer with a new database, a vague error
// or a crash: no file, a folder, an empty file, a foreign one, a truncated one.
func inspect(path string) error {
	f, err := os.Open(path)
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return text.Fail(err, "store.noAccess", "file", path)
		}
		return openError(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return openError(path, err)
	case info.IsDir():
		return text.Fail(fmt.Errorf("%w: a folder", ledger.ErrForeign), "store.folder", "file", path)
	case !info.Mode().IsRegular():
		return text.Fail(fmt.Errorf("%w: %s", ledger.ErrForeign, info.Mode()), "store.foreign", "file", path)
	case info.Size() == 0:
		return text.Fail(fmt.Errorf("%w: an empty file", ledger.ErrForeign), "store.empty", "file", path)
	}
	need, err := extent(f)
	if err != nil {
		return inspectError(path, err)
	}
	// The size is asked again: a program that has the file open lets it grow first and then says so.
	if info, err = f.Stat(); err != nil {
		return openError(path, err)
	}
	if info.Size() < need {
		err := fmt.Errorf("%w: %d bytes of %d", ledger.ErrDamaged, info.Size(), need)
		return text.Fail(err, "store.truncated", "file", path)
	}
	return nil
}

var (
	errNoMagic  = errors.New("no database")
	errNoMeta   = errors.New("neither head of the database is whole")
	errAllZeros = errors.New("the head of the file is all zeros")
)

func inspectError(path string, err error) error {
	switch {
	case errors.Is(err, errNoMagic):
		return text.Fail(fmt.Errorf("%w: %w", ledger.ErrForeign, err), "store.foreign", "file", path)
	case errors.Is(err, errNoMeta), errors.Is(err, errAllZeros):
		return damaged(path, err)
	}
	return text.Fail(err, "store.unreadable", "file", path)
}

// extent returns the number of bytes that the newest whole meta page speaks of.
func extent(f io.ReaderAt) (int64, error) {
	var need int64
	var txid uint64
	found, magic, zeros := false, false, true
	look := func(offset int64) (pageSize int64, err error) {
		b := make([]byte, pageHeader+metaSize)
		n, err := f.ReadAt(b, offset)
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		zeros = zeros && len(bytes.Trim(b, "\x00")) == 0
		if n >= pageHeader+4 && binary.LittleEndian.Uint32(b[pageHeader:]) == metaMagic {
			magic = true
		}
		m, ok := readMeta(b[pageHeader:])
		if !ok || offset > 0 && offset != m.pageSize {
			return 0, nil
		}
		if !found || m.txid > txid {
			need, txid, found = m.extent(), m.txid, true
		}
		return m.pageSize, nil
	}
	size, err := look(0)
	if err != nil {
		return 0, err
	}
	if size > 0 {
		_, err = look(size)
	} else {
		for size = minPageSize; size <= maxPageSize && err == nil; size *= 2 {
			_, err = look(size)
		}
	}
	switch {
	case err != nil:
		return 0, err
	case found:
		return need, nil
	case magic:
		return 0, errNoMeta
	case zeros:
		return 0, errAllZeros
	}
	return 0, errNoMagic
}

type metaPage struct {
	pageSize int64
	highest  uint64 // number of pages in use
	txid     uint64
}

func (m metaPage) extent() int64 { return m.pageSize * int64(m.highest) }

// readMeta reads a meta page and reports whether it is whole.
func readMeta(b []byte) (metaPage, bool) {
	le := binary.LittleEndian
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	m := metaPage{pageSize: int64(le.Uint32(b[8:])), highest: le.Uint64(b[40:]), txid: le.Uint64(b[48:])}
	ok := le.Uint32(b) == metaMagic && le.Uint64(b[metaSize-8:]) == sum.Sum64() &&
		m.pageSize >= minPageSize && m.pageSize <= maxPageSize && m.highest < 1<<40
	return m, ok
}
