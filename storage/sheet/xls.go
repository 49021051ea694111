package sheet

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strconv"

	"infoklass/domain/intake"
)

// oldExcel reads the workbook stream of Excel 5 to 2003: a sequence of records
// (MS-XLS). Only the records that hold cells, and what explains them, are read.
type oldExcel struct {
	ctx     context.Context
	grid    *grid
	b       []byte
	at      int
	wide    bool // BIFF8: texts in Unicode
	strings []string
	formats map[int]numberFormat
	styles  []numberFormat
	sheets  []oldSheet
	d1904   bool

	cells   []oldCell
	hidden  map[int]bool
	merges  []intake.Area
	pending int // place in cells of a formula whose text comes in the next record, -1 without one
}

type oldSheet struct {
	name   string
	offset int
	hidden bool
	cells  bool // a worksheet, not a chart or macro
}

type oldCell struct {
	row, column int
	kind        intake.Kind
	text        string
}

// Record types (MS-XLS 2.3).
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recXF         = 0x00E0
	recMergeCells = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

var errRecord = errors.New("sheet: damaged record")

// readOldExcel reads the cells of an .xls workbook.
func readOldExcel(ctx context.Context, f *oleFile, e oleEntry, g *grid) error {
	b, err := f.stream(e)
	if err != nil {
		return err
	}
	g.book.Format = "xls"
	w := &oldExcel{ctx: ctx, grid: g, b: b, formats: map[int]numberFormat{}, pending: -1}
	if err := w.readGlobals(); err != nil {
		return err
	}
	for _, s := range w.sheets {
		if !s.cells {
			continue
		}
		if err := w.readSheet(s); err != nil {
			return err
		}
	}
	if len(w.sheets) == 0 {
		return errNoSheets
	}
	return nil
}

// record returns the next record; ok is false at the end of the stream.
func (w *oldExcel) record() (kind int, data []byte, ok bool) {
	if w.at+4 > len(w.b) {
		return 0, nil, false
	}
	kind = int(binary.LittleEndian.Uint16(w.b[w.at:]))
	size := int(binary.LittleEndian.Uint16(w.b[w.at+2:]))
	from := w.at + 4
	if from+size > len(w.b) {
		return 0, nil, false
	}
	w.at = from + size
	return kind, w.b[from : from+size], true
}

func u16(b []byte, at int) int {
	if at+2 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) uint32 {
	if at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}

// readGlobals reads what all sheets share.
func (w *oldExcel) readGlobals() error {
	kind, data, ok := w.record()
	if !ok || kind != recBOF || len(data) < 4 {
		return errRecord
	}
	switch u16(data, 0) {
	case 0x0600:
		w.wide = true
	case 0x0500:
	default:
		return fail(OldExcel, "sheet.xls-ancient", nil)
	}
	for {
		kind, data, ok := w.record()
		if !ok {
			return errRecord
		}
		switch kind {
		case recEOF:
			return nil
		case recFilePass:
			return fail(Encrypted, "sheet.encrypted", nil)
		case recDateMode:
			w.d1904 = u16(data, 0) == 1
		case recFormat:
			w.readFormat(data)
		case recXF:
			w.styles = append(w.styles, w.formatOf(u16(data, 2)))
		case recBoundSheet:
			w.readBound(data)
		case recSST:
			if err := w.readStrings(data); err != nil {
				return err
			}
		}
	}
}

func (w *oldExcel) readFormat(data []byte) {
	if len(data) < 3 {
		return
	}
	var code string
	if w.wide {
		code = shortWide(data[2:], u16(data, 2), 2)
	} else {
		code = narrow(data[3:min(len(data), 3+int(data[2]))])
	}
	w.formats[u16(data, 0)] = parseFormat(code)
}

func (w *oldExcel) formatOf(id int) numberFormat {
	if f, ok := w.formats[id]; ok {
		return f
	}
	return builtinFormat(id)
}

func (w *oldExcel) readBound(data []byte) {
	if len(data) < 8 {
		return
	}
	s := oldSheet{offset: int(u32(data, 0)), hidden: data[4]&3 != 0, cells: data[5] == 0}
	if w.wide {
		s.name = shortWide(data[6:], int(data[6]), 1)
	} else {
		s.name = narrow(data[7:min(len(data), 7+int(data[6]))])
	}
	w.sheets = append(w.sheets, s)
}

// shortWide reads a text with its length before it: n letters, after lead
// bytes of length and one of flags.
func shortWide(b []byte, n, lead int) string {
	if len(b) < lead+1 {
		return ""
	}
	return letterText(b[lead+1:], n, b[lead]&1 != 0)
}

// letterText reads n letters of one or two bytes.
func letterText(b []byte, n int, double bool) string {
	r := make([]rune, 0, min(n, len(b)))
	if !double {
		for _, c := range b[:min(n, len(b))] {
			r = append(r, rune(c))
		}
		return string(r)
	}
	return utf16Text(b[:min(2*n, len(b)&^1)])
}

// readSheet reads the records of one worksheet.
func (w *oldExcel) readSheet(s oldSheet) error {
	if s.offset < 0 || s.offset >= len(w.b) {
		return errRecord
	}
	w.at, w.cells, w.hidden, w.merges, w.pending = s.offset, w.cells[:0], map[int]bool{}, nil, -1
	if kind, _, ok := w.record(); !ok || kind != recBOF {
		return errRecord
	}
	nested := 0
	for n := 0; ; n++ {
		kind, data, ok := w.record()
		if !ok || kind == recEOF && nested == 0 {
			break
		}
		switch {
		case kind == recBOF:
			nested++ // a chart inside the sheet
		case kind == recEOF:
			nested--
		case nested == 0:
			w.readCellRecord(kind, data)
		}
		if n%4096 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		if len(w.cells) > maxCells {
			return errTooLarge
		}
	}
	return w.emit(s)
}

// emit gives the cells to the grid, row by row.
func (w *oldExcel) emit(s oldSheet) error {
	slices.SortStableFunc(w.cells, func(a, b oldCell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	out := intake.Sheet{Name: s.name, Hidden: s.hidden, Merges: w.merges}
	for i, c := range w.cells {
		w.grid.put(c.column, c.kind, c.text)
		if i+1 == len(w.cells) || w.cells[i+1].row != c.row {
			if err := w.grid.end(&out, c.row, w.hidden[c.row]); err != nil {
				return err
			}
		}
	}
	w.grid.finish(out)
	return nil
}

func (w *oldExcel) readCellRecord(kind int, data []byte) {
	switch kind {
	case recMergeCells:
		w.readMerges(data)
		return
	case recString:
		w.readFormulaText(data)
		return
	case recRow:
		if len(data) > 12 && data[12]&0x20 != 0 {
			w.hidden[u16(data, 0)+1] = true
		}
		return
	}
	if len(data) < 6 {
		return
	}
	row, column, style := u16(data, 0)+1, u16(data, 2)+1, u16(data, 4)
	switch kind {
	case recLabelSST:
		if i := int(u32(data, 6)); i < len(w.strings) {
			w.add(row, column, intake.Text, w.strings[i])
		}
	case recLabel, recRString:
		w.add(row, column, intake.Text, w.label(data[6:]))
	case recNumber:
		if len(data) >= 14 {
			w.addNumber(row, column, style, math.Float64frombits(binary.LittleEndian.Uint64(data[6:])))
		}
	case recRK:
		if len(data) >= 10 {
			w.addNumber(row, column, style, rk(u32(data, 6)))
		}
	case recMulRK:
		for i := 4; i+6 <= len(data)-2; i += 6 {
			w.addNumber(row, column, u16(data, i), rk(u32(data, i+2)))
			column++
		}
	case recBoolErr:
		if len(data) >= 8 {
			w.addBool(row, column, data[6], data[7] != 0)
		}
	case recFormula:
		w.readFormula(row, column, style, data)
	}
}

func (w *oldExcel) add(row, column int, kind intake.Kind, s string) {
	w.cells = append(w.cells, oldCell{row, column, kind, s})
}

func (w *oldExcel) addBool(row, column int, value byte, fault bool) {
	switch {
	case fault:
		w.add(row, column, intake.Fault, "")
	case value != 0:
		w.add(row, column, intake.Bool, "TRUE")
	default:
		w.add(row, column, intake.Bool, "FALSE")
	}
}

func (w *oldExcel) addNumber(row, column, style int, v float64) {
	var f numberFormat
	if style < len(w.styles) {
		f = w.styles[style]
	}
	s, date := f.write(strconv.FormatFloat(v, 'f', -1, 64), w.d1904)
	kind := intake.Number
	if date {
		kind = intake.Date
	}
	w.add(row, column, kind, w.grid.intern([]byte(s)))
}

// rk reads a number packed in 30 bits (MS-XLS 2.5.219).
func rk(n uint32) float64 {
	v := math.Float64frombits(uint64(n&^3) << 32)
	if n&2 != 0 {
		v = float64(int32(n) >> 2)
	}
	if n&1 != 0 {
		v /= 100
	}
	return v
}

// readFormula reads the value a formula had when the file was saved.
func (w *oldExcel) readFormula(row, column, style int, data []byte) {
	if len(data) < 14 {
		return
	}
	value := data[6:14]
	if value[6] != 0xFF || value[7] != 0xFF {
		w.addNumber(row, column, style, math.Float64frombits(binary.LittleEndian.Uint64(value)))
		return
	}
	switch value[0] {
	case 0:
		w.pending = len(w.cells)
		w.add(row, column, intake.Text, "")
	case 1:
		w.addBool(row, column, value[2], false)
	case 2:
		w.addBool(row, column, 0, true)
	}
}

func (w *oldExcel) readFormulaText(data []byte) {
	if w.pending >= 0 && w.pending < len(w.cells) {
		w.cells[w.pending].text = w.label(data)
	}
	w.pending = -1
}

// label reads a text whose length takes two bytes.
func (w *oldExcel) label(b []byte) string {
	if len(b) < 2 {
		return ""
	}
	if w.wide {
		return shortWide(b, u16(b, 0), 2)
	}
	return narrow(b[2:min(len(b), 2+u16(b, 0))])
}

func (w *oldExcel) readMerges(data []byte) {
	for i := 2; i+8 <= len(data) && len(w.merges) < maxMerges; i += 8 {
		w.merges = append(w.merges, intake.Area{Row: u16(data, i) + 1, LastRow: u16(data, i+2) + 1, Column: u16(data, i+4) + 1, LastColumn: u16(data, i+6) + 1})
	}
}
