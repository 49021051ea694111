package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// grid gathers the cells of a book thriftily: equal texts are kept once, and
// the cells of many rows share one block of memory.
type grid struct {
	book     *intake.Book
	progress func(rows int)
	rows     int
	cells    int
	letters  int // bytes of text in all cells, repeated texts counted each time
	block    []intake.Cell
	row      []intake.Cell // of the row being read
	texts    map[string]string
	faults   int // error values met in the sheet
	beyond   int // rows and cells outside what a sheet can hold
	scratch  []byte
}

// maxInterned bounds the table of equal texts; lists repeat few texts often.
const maxInterned = 1 << 16

func newGrid(b *intake.Book, progress func(rows int)) *grid {
	return &grid{book: b, progress: progress, texts: map[string]string{}}
}

// intern returns b as a string, the same one for equal short texts.
func (g *grid) intern(b []byte) string {
	if len(b) > 48 {
		return string(b)
	}
	if s, ok := g.texts[string(b)]; ok {
		return s
	}
	s := string(b)
	if len(g.texts) < maxInterned {
		g.texts[s] = s
	}
	return s
}

// put adds a cell to the row being read. Blank texts are left out.
func (g *grid) put(column int, kind intake.Kind, s string) {
	if column < 1 || column > maxColumn {
		g.beyond++
		return
	}
	if kind == intake.Fault {
		g.faults++
		return
	}
	if kind == intake.Text {
		if s = clean(s); s == "" {
			return
		}
	}
	g.row = append(g.row, intake.Cell{Text: s, Column: uint16(column), Kind: kind})
}

// end closes the row being read and gives it to the sheet.
func (g *grid) end(s *intake.Sheet, number int, hidden bool) error {
	cells := g.row
	g.row = g.row[:0]
	if g.rows++; g.progress != nil && g.rows%1000 == 0 {
		g.progress(g.rows)
	}
	if len(cells) == 0 {
		return nil
	}
	if number < 1 || number > maxRow {
		g.beyond++
		return nil
	}
	for i := range cells {
		g.letters += len(cells[i].Text)
	}
	if g.cells += len(cells); g.cells > maxCells || g.letters > maxLetters {
		return errTooLarge
	}
	if cap(g.block)-len(g.block) < len(cells) {
		g.block = make([]intake.Cell, 0, max(4096, len(cells)))
	}
	from := len(g.block)
	g.block = append(g.block, cells...)
	s.Rows = append(s.Rows, intake.Row{Number: number, Hidden: hidden, Cells: g.block[from:len(g.block):len(g.block)]})
	return nil
}

// finish adds a sheet to the book and says what had to be left out.
func (g *grid) finish(s intake.Sheet) {
	if !ordered(s.Rows) {
		sortRows(&s)
	}
	if g.faults > 0 {
		g.book.Notices = append(g.book.Notices, text.Msg("sheet.notice.faults", "n", g.faults, "sheet", s.Name))
	}
	if g.beyond > 0 {
		g.book.Notices = append(g.book.Notices, text.Msg("sheet.notice.beyond", "sheet", s.Name))
	}
	g.faults, g.beyond = 0, 0
	g.book.Sheets = append(g.book.Sheets, s)
}

// clean takes away what nobody sees in a cell: control characters, odd line
// ends, and a cell that is nothing but white space. Line breaks inside stay.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 && c != '\n' && c != '\t' || c == 0x7f || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if !plain {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.Map(func(r rune) rune {
			switch {
			case r == '\r':
				return '\n'
			case r == '\n' || r == '\t':
				return r
			case unicode.IsControl(r), r == '\ufeff', r == '\u200b', r == '\u00ad':
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, "\ufffd"))
	}
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}
