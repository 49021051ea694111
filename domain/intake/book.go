// Package intake understands the lists that municipalities already have:
// the cells of a foreign workbook go in, and a proposal with questions comes
// out. It finds the tables, says what each column means and how certain that
// is, reads levels in every notation, and meets the assets already registered.
// It opens no file, saves nothing and never guesses silently.
package intake

import (
	"sync"

	"infoklass/domain/text"
)

// Kind tells what a cell holds.
type Kind uint8

// The kinds of cells. An error value such as #N/A is read as an empty cell of
// kind Fault, so that it can be told about.
const (
	Text Kind = iota
	Number
	Date
	Bool
	Fault
)

// Cell is a cell that holds something. Text is what a person reads in it: a
// number with a point for decimals, a day as ISO 8601.
type Cell struct {
	Text   string
	Column uint16 // counted from 1
	Kind   Kind
}

// Row is a row that holds something. Its cells stand in the order of their columns.
type Row struct {
	Number  int // counted from 1, as the file counts; in csv records are counted
	Hidden  bool
	Stopped bool // spoke of security protection: its cells have been dropped
	// Torn is true for a record of a text file that has another number of fields
	// than the rest: its values stand in columns that need not be theirs.
	Torn  bool
	Cells []Cell
}

// At returns the cell of a column, counted from 1, and false when it is empty.
func (r Row) At(column int) (Cell, bool) {
	for i := range r.Cells {
		if c := int(r.Cells[i].Column); c == column {
			return r.Cells[i], true
		} else if c > column {
			break
		}
	}
	return Cell{}, false
}

// Area is a rectangle of cells that a workbook has merged; all numbers count from 1.
type Area struct{ Row, Column, LastRow, LastColumn int }

// Remark is a comment that somebody has attached to a cell.
type Remark struct {
	Row, Column int
	Text        string
}

// Sheet is one sheet of a workbook, or the whole of a text file. Only rows and
// cells that hold something are kept, however large the sheet claims to be.
type Sheet struct {
	Name    string
	Hidden  bool
	Rows    []Row // ascending
	Merges  []Area
	Remarks []Remark

	flat map[int][]Area // merged areas of few rows, by row; made when first asked
}

// Book is what was read from a file.
type Book struct {
	Name    string // the file's name without its folder
	Format  string // xlsx, xlsm, xltx, ods, xls, docx, csv, txt
	Sheets  []Sheet
	Notices []text.Message // what the reader had to leave out or repair

	mu sync.Mutex // held while the book is understood, for rows are dropped from it
}

// SingleSheet is the name of the only sheet of a text file.
const SingleSheet = "(file)"

// ColumnName writes a column counted from 1 the way a spreadsheet does: A, Z, AA.
func ColumnName(column int) string {
	var b [4]byte
	i := len(b)
	for column > 0 && i > 0 {
		column--
		i--
		b[i] = byte('A' + column%26)
		column /= 26
	}
	return string(b[i:])
}
