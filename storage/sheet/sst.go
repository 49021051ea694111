package sheet

import (
	"encoding/binary"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// stringTable reads the shared texts of an .xls workbook. They run on over
// continuation records. A text that is cut in two says again, at the beginning of
// the next record, whether its letters take one byte or two.
type stringTable struct {
	w    *oldExcel
	data []byte
	err  bool
}

func (w *oldExcel) readStrings(data []byte) error {
	if len(data) < 8 {
		return errRecord
	}
	n := int(u32(data, 4))
	t := &stringTable{w: w, data: data[8:]}
	for range n {
		s, ok := t.text()
		if !ok {
			break // fewer than promised: what there is counts
		}
		w.strings = append(w.strings, w.grid.intern([]byte(s)))
		if len(w.strings)%4096 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
	}
	return nil
}

// more goes on with the next record when it continues this one.
func (t *stringTable) more() bool {
	at := t.w.at
	kind, data, ok := t.w.record()
	if !ok || kind != recContinue {
		t.w.at = at
		t.err = true
		return false
	}
	t.data = data
	return true
}

// take returns n bytes that may lie in several records.
func (t *stringTable) take(n int) ([]byte, bool) {
	if len(t.data) == 0 && n > 0 && !t.more() {
		return nil, false
	}
	if len(t.data) >= n {
		b := t.data[:n]
		t.data = t.data[n:]
		return b, true
	}
	var out []byte
	for len(out) < n {
		if len(t.data) == 0 && !t.more() {
			return nil, false
		}
		m := min(n-len(out), len(t.data))
		out, t.data = append(out, t.data[:m]...), t.data[m:]
	}
	return out, true
}

func (t *stringTable) text() (string, bool) {
	head, ok := t.take(3)
	if !ok {
		return "", false
	}
	letters, flags := int(binary.LittleEndian.Uint16(head)), head[2]
	runs, extra := 0, 0
	if flags&8 != 0 {
		b, ok := t.take(2)
		if !ok {
			return "", false
		}
		runs = int(binary.LittleEndian.Uint16(b))
	}
	if flags&4 != 0 {
		b, ok := t.take(4)
		if !ok {
			return "", false
		}
		extra = int(binary.LittleEndian.Uint32(b))
	}
	s, ok := t.letters(letters, flags&1 != 0)
	if !ok || extra > maxFile {
		return "", false
	}
	if _, ok := t.take(4*runs + extra); !ok && 4*runs+extra > 0 {
		return s, true
	}
	return s, true
}

// letters reads n letters, over the cuts between records.
func (t *stringTable) letters(n int, double bool) (string, bool) {
	var out []uint16
	for len(out) < n {
		if len(t.data) == 0 {
			if !t.more() || len(t.data) == 0 {
				return "", false
			}
			double = t.data[0]&1 != 0
			t.data = t.data[1:]
		}
		if !double {
			m := min(n-len(out), len(t.data))
			for _, c := range t.data[:m] {
				out = append(out, uint16(c))
			}
			t.data = t.data[m:]
			continue
		}
		m := min(n-len(out), len(t.data)/2)
		if m == 0 {
			return "", false
		}
		for i := range m {
			out = append(out, binary.LittleEndian.Uint16(t.data[2*i:]))
		}
		t.data = t.data[2*m:]
	}
	return string(utf16.Decode(out)), true
}

func utf16Text(b []byte) string {
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, binary.LittleEndian.Uint16(b[i:]))
	}
	return string(utf16.Decode(u))
}

// narrow reads texts from before Unicode, in the code page of western Windows.
func narrow(b []byte) string {
	s, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return string(b)
	}
	return string(s)
}
