package report

import (
	"strings"

	"infoklass/domain/classify"
)

// ColumnKind tells what a column holds, which decides alignment and, in a
// spreadsheet, how its cells are written.
type ColumnKind int

// The kinds of columns. TextColumn is the zero value.
const (
	TextColumn ColumnKind = iota
	NumberColumn
	DateColumn
	LevelColumn
	ProseColumn // running text, which goes on below where a spreadsheet's column ends
	FillColumn  // left for the reader to fill in; in a spreadsheet the only cells that can be
)

// Column is one column of a table.
type Column struct {
	Header string
	Kind   ColumnKind
	Width  float64 // relative to the other columns; above 0
	// Choices are the answers that a FillColumn offers; none for free text.
	Choices []string
}

// Table is rows under a header that is repeated on every page.
type Table struct {
	Title   string // names the table for a reader who cannot see it, and its sheet in a workbook
	Columns []Column
	Rows    []Row
	// RowHeads is true when the first cell of each row names the row.
	RowHeads bool
	// Keep asks for the table to stand on one page where it fits on one.
	Keep bool
}

// Row is one row of cells, as many as the table has columns.
type Row []Cell

// Cell is a text, a figure or a level. The zero value is an empty cell.
type Cell struct {
	Text  string
	Badge *Badge
	// Number is the figure that Text shows, for a spreadsheet to reckon with; nil for none.
	Number *float64
	Tone   Tone
	// Tick puts a box to be ticked by hand before the text.
	Tick bool
	// Room is how many lines the cell has at least, to be written on by hand.
	Room int
}

// Badge shows the level in one aspect: letter and digit on the level's colour.
type Badge struct {
	Letter string // of the aspect: K R T S
	Code   string // as the scale writes the level; "–" when unset
	Label  string // the level's word
	Level  classify.Level
}

// String is what stands on the badge: K2.
func (b Badge) String() string { return b.Letter + b.Code }

// String is the cell as a reader meets it.
func (c Cell) String() string {
	if c.Badge != nil {
		return c.Badge.String()
	}
	if c.Tick {
		return strings.TrimSpace("☐ " + c.Text)
	}
	return c.Text
}

// Cells makes a row of plain texts.
func Cells(texts ...string) Row {
	row := make(Row, len(texts))
	for i, t := range texts {
		row[i].Text = t
	}
	return row
}
