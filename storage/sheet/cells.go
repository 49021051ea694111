package sheet

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"infoklass/domain/intake"
)

// readCells reads the rows, cells and merges of one sheet.
func (w *workbook) readCells(part string, s *intake.Sheet) error {
	row := 0
	err := w.pack.read(part, func(x *xmlReader) error {
		switch {
		case x.is("row"):
			row++
			if r := x.attr("r"); len(r) > 0 {
				row = number(r)
			}
			hidden := x.attr("hidden")
			return w.readRow(x, s, row, len(hidden) == 1 && hidden[0] == '1' || string(hidden) == "true")
		case x.is("mergeCell"):
			if a, ok := area(x.attr("ref")); ok && len(s.Merges) < maxMerges {
				s.Merges = append(s.Merges, a)
			}
		}
		return nil
	})
	if errors.Is(err, errNoPart) {
		return nil
	}
	return err
}

func (w *workbook) readRow(x *xmlReader, s *intake.Sheet, row int, hidden bool) error {
	column := 0
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd {
			return w.grid.end(s, row, hidden)
		}
		if t != xmlStart {
			continue
		}
		if !x.is("c") {
			if err := x.skip(); err != nil {
				return err
			}
			continue
		}
		column++
		if r := x.attr("r"); len(r) > 0 {
			if c, _, ok := cellRef(r); ok {
				column = c
			}
		}
		style, kind := number(x.attr("s")), cellKind(x.attr("t"))
		if err := w.readCell(x, column, style, kind); err != nil {
			return err
		}
	}
}

// cellKinds of the file format.
type cellType uint8

const (
	cellNumber cellType = iota
	cellShared
	cellString
	cellInline
	cellBool
	cellError
	cellDate
)

func cellKind(t []byte) cellType {
	switch string(t) {
	case "s":
		return cellShared
	case "str":
		return cellString
	case "inlineStr":
		return cellInline
	case "b":
		return cellBool
	case "e":
		return cellError
	case "d":
		return cellDate
	}
	return cellNumber
}

// readCell reads a cell's value; of a formula, the value it had when saved.
func (w *workbook) readCell(x *xmlReader, column, style int, kind cellType) error {
	var value []byte
	for {
		t, err := x.next()
		switch {
		case err != nil:
			return err
		case t == xmlEnd:
			w.putCell(column, style, kind, value)
			return nil
		case t != xmlStart:
		case x.is("v"):
			value, err = plainText(x, w.grid.scratch[:0])
			w.grid.scratch = value
		case x.is("is"):
			value, err = richText(x, w.grid.scratch[:0])
			w.grid.scratch = value
		default:
			err = x.skip()
		}
		if err != nil {
			return err
		}
	}
}

// plainText gathers the text directly inside an element.
func plainText(x *xmlReader, to []byte) ([]byte, error) {
	for {
		t, err := x.next()
		if err != nil {
			return to, err
		}
		switch t {
		case xmlText:
			if len(to) < maxText {
				to = append(to, x.text...)
			}
		case xmlEnd:
			return to, nil
		case xmlStart:
			if err := x.skip(); err != nil {
				return to, err
			}
		}
	}
}

func (w *workbook) putCell(column, style int, kind cellType, value []byte) {
	if len(value) == 0 {
		return
	}
	g := w.grid
	switch kind {
	case cellShared:
		if i := number(bytes.TrimSpace(value)); i >= 0 && i < len(w.strings) {
			g.put(column, intake.Text, w.strings[i])
		}
	case cellString, cellInline:
		g.put(column, intake.Text, g.intern(unescapeOffice(value)))
	case cellBool:
		g.put(column, intake.Bool, map[bool]string{true: "TRUE", false: "FALSE"}[string(value) == "1" || string(value) == "true"])
	case cellError:
		g.put(column, intake.Fault, "")
	case cellDate:
		g.put(column, intake.Date, isoDay(string(value)))
	default:
		w.putNumber(column, style, bytes.TrimSpace(value))
	}
}

func (w *workbook) putNumber(column, style int, value []byte) {
	var f numberFormat
	if style >= 0 && style < len(w.formats) {
		f = w.formats[style]
	}
	if f.format == formatPlain && len(value) < 16 && !bytes.ContainsAny(value, "eE+") {
		w.grid.put(column, intake.Number, w.grid.intern(value))
		return
	}
	s, date := f.write(string(value), w.d1904)
	kind := intake.Number
	if date {
		kind = intake.Date
	}
	w.grid.put(column, kind, w.grid.intern([]byte(s)))
}

// isoDay leaves out the midnight of an ISO date.
func isoDay(s string) string {
	if day, clock, ok := bytes.Cut([]byte(s), []byte("T")); ok {
		if bytes.HasPrefix(clock, []byte("00:00:00")) {
			return string(day)
		}
		return string(day) + " " + string(clock[:min(len(clock), 5)])
	}
	return s
}

// number reads digits, and returns -1 for anything else and for too many digits.
func number(b []byte) int {
	if len(b) == 0 || len(b) > 10 {
		return -1
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// cellRef reads B12 as column 2, row 12.
func cellRef(b []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(b); i++ {
		c := b[i] &^ 0x20
		if b[i] == '$' {
			continue
		}
		if c < 'A' || c > 'Z' {
			break
		}
		if column = column*26 + int(c-'A') + 1; column > maxColumn {
			return 0, 0, false
		}
	}
	if i < len(b) && b[i] == '$' {
		i++
	}
	row = number(b[i:])
	return column, row, column > 0 && row > 0
}

// maxMerges is more than any list merges by hand.
const maxMerges = 200_000

func area(ref []byte) (intake.Area, bool) {
	from, to, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return intake.Area{}, false
	}
	c1, r1, ok1 := cellRef(from)
	c2, r2, ok2 := cellRef(to)
	return intake.Area{Row: min(r1, r2), Column: min(c1, c2), LastRow: max(r1, r2), LastColumn: max(c1, c2)}, ok1 && ok2
}

// fatalOnly keeps the errors that end the reading whatever part they came from.
func fatalOnly(err error) error {
	if errors.Is(err, errTooLarge) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

func ordered(rows []intake.Row) bool {
	for i := range rows {
		if i > 0 && rows[i-1].Number >= rows[i].Number {
			return false
		}
		cells := rows[i].Cells
		for j := 1; j < len(cells); j++ {
			if cells[j-1].Column >= cells[j].Column {
				return false
			}
		}
	}
	return true
}

// sortRows mends a sheet whose rows or cells come in disorder; of two that
// claim the same place the first one holds.
func sortRows(s *intake.Sheet) {
	slices.SortStableFunc(s.Rows, func(a, b intake.Row) int { return a.Number - b.Number })
	s.Rows = slices.CompactFunc(s.Rows, func(a, b intake.Row) bool { return a.Number == b.Number })
	for i := range s.Rows {
		cells := s.Rows[i].Cells
		slices.SortStableFunc(cells, func(a, b intake.Cell) int { return int(a.Column) - int(b.Column) })
		s.Rows[i].Cells = slices.CompactFunc(cells, func(a, b intake.Cell) bool { return a.Column == b.Column })
	}
}
