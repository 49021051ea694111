package sheet

import (
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
)

// oleFile reads the streams of a compound file, the container of Excel 97–2003
// and of encrypted workbooks (MS-CFB). Chains of sectors are followed with a
// bound, because a damaged file may lead them in a circle.
type oleFile struct {
	r          io.ReaderAt
	size       int64
	sector     int64
	fat        []uint32
	mini       []uint32
	miniStream []byte
	cutoff     uint64
	entries    []oleEntry
}

type oleEntry struct {
	name  string
	kind  byte // 1 storage, 2 stream, 5 root
	start uint32
	size  uint64
}

var errOLE = errors.New("sheet: damaged compound file")

const (
	oleMagic    = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	oleMaxRegu  = 0xFFFFFFFA // sector numbers from here on are marks
	oleMiniSize = 64
)

func openOLE(r io.ReaderAt, size int64) (*oleFile, error) {
	head := make([]byte, 512)
	if _, err := r.ReadAt(head, 0); err != nil {
		return nil, errOLE
	}
	shift := binary.LittleEndian.Uint16(head[30:])
	if shift != 9 && shift != 12 {
		return nil, errOLE
	}
	f := &oleFile{r: r, size: size, sector: 1 << shift, cutoff: uint64(binary.LittleEndian.Uint32(head[56:]))}
	if err := f.readFAT(head); err != nil {
		return nil, err
	}
	dir, err := f.chain(binary.LittleEndian.Uint32(head[48:]), 1<<24)
	if err != nil {
		return nil, err
	}
	f.readDirectory(dir)
	return f, f.readMini(head)
}

// readFAT reads the table that says which sector follows which.
func (f *oleFile) readFAT(head []byte) error {
	sectors := make([]uint32, 0, 109)
	for i := 0; i < 109; i++ {
		if n := binary.LittleEndian.Uint32(head[76+4*i:]); n < oleMaxRegu {
			sectors = append(sectors, n)
		}
	}
	next := binary.LittleEndian.Uint32(head[68:])
	most := int(f.size/f.sector) + 1
	for range most {
		if next >= oleMaxRegu {
			break
		}
		b, err := f.at(next)
		if err != nil {
			return err
		}
		last := len(b) - 4
		for i := 0; i < last; i += 4 {
			if n := binary.LittleEndian.Uint32(b[i:]); n < oleMaxRegu {
				sectors = append(sectors, n)
			}
		}
		next = binary.LittleEndian.Uint32(b[last:])
	}
	if len(sectors) > most {
		return errOLE
	}
	for _, n := range sectors {
		b, err := f.at(n)
		if err != nil {
			return err
		}
		f.fat = append(f.fat, words(b)...)
	}
	return nil
}

func words(b []byte) []uint32 {
	out := make([]uint32, 0, len(b)/4)
	for i := 0; i+4 <= len(b); i += 4 {
		out = append(out, binary.LittleEndian.Uint32(b[i:]))
	}
	return out
}

// at reads a sector; the last one of a file may be short.
func (f *oleFile) at(n uint32) ([]byte, error) {
	b := make([]byte, f.sector)
	offset := (int64(n) + 1) * f.sector
	if offset >= f.size {
		return nil, errOLE
	}
	if _, err := f.r.ReadAt(b, offset); err != nil && err != io.EOF {
		return nil, err
	}
	return b, nil
}

// chain reads the sectors from start on, limit bytes at most.
func (f *oleFile) chain(start uint32, limit int64) ([]byte, error) {
	var out []byte
	for n := start; n < oleMaxRegu; {
		if int64(len(out)) > limit || int64(len(out)) > f.size {
			return nil, errOLE
		}
		b, err := f.at(n)
		if err != nil {
			return nil, err
		}
		out = append(out, b...)
		if int(n) >= len(f.fat) {
			return nil, errOLE
		}
		n = f.fat[n]
	}
	return out, nil
}

func (f *oleFile) readDirectory(b []byte) {
	for ; len(b) >= 128; b = b[128:] {
		length := int(binary.LittleEndian.Uint16(b[64:]))
		if length < 2 || length > 64 {
			continue
		}
		letters := make([]uint16, 0, 32)
		for i := 0; i < length-2; i += 2 {
			letters = append(letters, binary.LittleEndian.Uint16(b[i:]))
		}
		size := binary.LittleEndian.Uint64(b[120:])
		if f.sector == 512 {
			size &= 0xFFFFFFFF
		}
		f.entries = append(f.entries, oleEntry{string(utf16.Decode(letters)), b[66], binary.LittleEndian.Uint32(b[116:]), size})
	}
}

// readMini reads the small streams, which share the root's sectors.
func (f *oleFile) readMini(head []byte) error {
	b, err := f.chain(binary.LittleEndian.Uint32(head[60:]), 1<<24)
	if err != nil {
		return err
	}
	f.mini = words(b)
	for _, e := range f.entries {
		if e.kind == 5 && e.size > 0 && e.start < oleMaxRegu {
			f.miniStream, err = f.chain(e.start, f.size)
			return err
		}
	}
	return nil
}

// find returns the stream of one of the names.
func (f *oleFile) find(names ...string) (oleEntry, bool) {
	for _, e := range f.entries {
		for _, name := range names {
			if e.kind == 2 && equalFold(e.name, name) {
				return e, true
			}
		}
	}
	return oleEntry{}, false
}

func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

// stream returns a stream's bytes.
func (f *oleFile) stream(e oleEntry) ([]byte, error) {
	if e.size > uint64(f.size) {
		return nil, errOLE
	}
	if e.size >= f.cutoff {
		b, err := f.chain(e.start, int64(e.size)+f.sector)
		if err != nil || uint64(len(b)) < e.size {
			return nil, errOLE
		}
		return b[:e.size], nil
	}
	out := make([]byte, 0, e.size)
	for n := e.start; n < oleMaxRegu && uint64(len(out)) < e.size; {
		from := int(n) * oleMiniSize
		if from+oleMiniSize > len(f.miniStream) || int(n) >= len(f.mini) {
			return nil, errOLE
		}
		out = append(out, f.miniStream[from:from+oleMiniSize]...)
		n = f.mini[n]
	}
	if uint64(len(out)) < e.size {
		return nil, errOLE
	}
	return out[:e.size], nil
}
