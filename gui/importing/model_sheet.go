package importing

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// rowKey identifies a row of a sheet.
func rowKey(number int) string { return strconv.Itoa(number) }

// rowLabel is the number of a row, as the file counts. A row that was stopped
// shows nothing else.
func rowLabel(p *text.Printer, r intake.Row) string { return p.Int(r.Number) }

// widest is the last column that any of the rows holds something in, at most most.
func widest(rows []intake.Row, most int) int {
	last := 0
	for _, r := range rows {
		if n := len(r.Cells); n > 0 {
			last = max(last, int(r.Cells[n-1].Column))
		}
	}
	return min(last, most)
}

// How wide a column of a sheet is shown, at 100 %.
const (
	leastWide  = 56
	mostWide   = 230
	perLetter  = 8
	cellBorder = 22
)

// columnWidth is how wide a column should be for what most of its cells hold.
func columnWidth(rows []intake.Row, column int) float32 {
	longest := 0
	for _, r := range rows {
		if cell, ok := r.At(column); ok {
			longest = max(longest, utf8.RuneCountInString(cell.Text))
		}
	}
	return float32(min(mostWide, max(leastWide, longest*perLetter+cellBorder)))
}

// columnTitle is what a column is called in the list, with the header above
// it, and whether it has a name at all.
func columnTitle(p *text.Printer, c intake.Column) (title string, named bool) {
	title = strings.Join(strings.Fields(c.Header), " ")
	if title == "" {
		return p.T("importing.column.nameless", "column", c.Name()), false
	}
	if c.Group != "" {
		title = c.Group + " › " + title
	}
	return title, true
}

// Becomes is the field that a column goes into: none for one that is not read.
func Becomes(c intake.Column) string {
	if c.Certainty == intake.Ignored {
		return intake.FieldIgnore
	}
	return c.Field
}

// Notices are what is worth knowing of a list and needs no answer, with the
// first few rows it is about.
func Notices(p *text.Printer, proposal *intake.Proposal) []string {
	var out []string
	for _, n := range proposal.Notices {
		line := n.Message.In(p)
		if len(proposal.Tables) > 1 && n.Sheet != "" {
			line = n.Sheet + ": " + line
		}
		if len(n.Rows) > 0 {
			line += " " + p.T("importing.notice.rows", "rows", rowList(p, n.Rows))
		}
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}

// mostRows is how many row numbers a notice names.
const mostRows = 6

func rowList(p *text.Printer, rows []int) string {
	var b strings.Builder
	for i, r := range rows {
		if i == mostRows {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(p.Int(r))
	}
	return b.String()
}
