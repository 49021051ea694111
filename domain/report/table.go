package report

import (
	"strings"

	"infoklass/domain/classify"
)

// ColumnKind is what a column holds, which decides alignment and, in a
// spreadsheet, how its cells are written.
type ColumnKind string

// The kinds of columns. TextColumn is the zero value.
const (
	TextColumn   ColumnKind = ""
	NumberColumn ColumnKind = "number"
	DateColumn   ColumnKind = "date"
	LevelColumn  ColumnKind = "level"
	ProseColumn  ColumnKind = "prose" // running text, which goes on below where a spreadsheet's column ends
	FillColumn   ColumnKind = "fill"  // left for the reader to fill in; in a spreadsheet the only cells that can be
)

// Column is one column of a table.
type Column struct {
	Header string     `json:"header,omitempty"`
	Kind   ColumnKind `json:"kind,omitempty"`
	Width  float64    `json:"width,omitempty"` // relative to the other columns; above 0
	// Choices are the answers that a FillColumn offers; none for free text.
	Choices []string `json:"choices,omitempty"`
}

// Table is rows under a header that is repeated on every page.
type Table struct {
	Title   string   `json:"title,omitempty"` // names the table for a reader who cannot see it, and its sheet in a workbook
	Columns []Column `json:"columns,omitempty"`
	Rows    []Row    `json:"rows,omitempty"`
	// RowHeads is true when the first cell of each row names the row.
	RowHeads bool `json:"rowHeads,omitempty"`
	// Keep asks for the table to be kept on one page, if it fits on one.
	Keep bool `json:"keep,omitempty"`
}

// Row is one row of cells, as many as the table has columns.
type Row []Cell

// Cell is a text, a figure or a level. The zero value is an empty cell.
type Cell struct {
	Text  string `json:"text,omitempty"`
	Badge *Badge `json:"badge,omitempty"`
	// Number is the figure that Text shows, for a spreadsheet to reckon with; nil for none.
	Number *float64 `json:"number,omitempty"`
	Tone   Tone     `json:"tone,omitempty"`
	// Tick puts a box to be ticked by hand before the text.
	Tick bool `json:"tick,omitempty"`
	// Room is how many lines the cell has at least, to be written on by hand.
	Room int `json:"room,omitempty"`
}

// Badge shows the level in one aspect: letter and digit on the level's colour.
type Badge struct {
	Letter string         `json:"letter,omitempty"` // of the aspect: K R T S
	Code   string         `json:"code,omitempty"`   // as the scale writes the level; "–" when unset
	Label  string         `json:"label,omitempty"`  // the level's word
	Level  classify.Level `json:"level,omitempty"`
}

// String is the text of the badge: K2.
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
