package sheet

import (
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/report"
	"infoklass/domain/text"
)

// Widths of columns in characters.
const (
	narrowest = 9.0
	widest    = 60.0
	charsWide = 150.0 // what the columns share where no text asks for more
)

// table writes one table on a sheet of its own.
func (r *reportBook) table(t report.Table) error {
	if len(t.Columns) == 0 {
		return nil
	}
	name, err := r.sheet(t.Title, true)
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(t.Columns), len(t.Rows)+1)
	if err != nil {
		return err
	}
	if err := r.file.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := r.form(name, t); err != nil {
		return err
	}
	widths := columnWidths(t)
	out, err := r.stream(name, widths)
	if err != nil {
		return err
	}
	err = out.SetPanes(&excelize.Panes{Freeze: true, XSplit: 0, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: r.look.head, Value: c.Header}
	}
	if err := out.SetRow("A1", head, excelize.RowOpts{Height: 30}); err != nil {
		return err
	}
	if err := r.rows(out, t, widths); err != nil {
		return err
	}
	return out.Flush()
}

func (r *reportBook) rows(out *excelize.StreamWriter, t report.Table, widths []float64) error {
	values := make([]any, len(t.Columns))
	for i, row := range t.Rows {
		for j := range values {
			values[j] = nil
			if j < len(row) {
				values[j] = r.cell(t.Columns[j].Kind, row[j])
			}
		}
		at, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, values, rowHeight(t, row, widths)...); err != nil {
			return err
		}
		if err := r.step(); err != nil {
			return err
		}
	}
	return nil
}

func (r *reportBook) step() error {
	r.done++
	if r.done%256 != 0 && r.done != r.total {
		return nil
	}
	if r.progress != nil {
		r.progress(r.done, r.total)
	}
	return r.ctx.Err()
}

// cell writes figures and days as such, levels as digit and word on the
// level's colour, and everything else as text, whatever it begins with.
func (r *reportBook) cell(kind report.ColumnKind, c report.Cell) any {
	strong := c.Tone == report.Strong
	switch {
	case c.Badge != nil:
		return excelize.Cell{StyleID: r.look.levels[c.Badge.Level], Value: levelText(*c.Badge)}
	case c.Number != nil && strings.HasSuffix(c.Text, "%"):
		return excelize.Cell{StyleID: r.look.percent[index(strong)], Value: *c.Number}
	case c.Number != nil && *c.Number != math.Trunc(*c.Number):
		return excelize.Cell{StyleID: r.look.fraction[index(strong)], Value: *c.Number}
	case c.Number != nil:
		return excelize.Cell{StyleID: r.look.number[index(strong)], Value: *c.Number}
	case kind == report.DateColumn:
		if day, err := text.ParseDate(c.Text); err == nil && day.After(firstExcelDay) {
			return excelize.Cell{StyleID: r.look.date, Value: day}
		}
	}
	switch {
	case kind == report.FillColumn:
		return excelize.Cell{StyleID: r.look.fill, Value: c.Text}
	case c.String() == "":
		return nil
	case kind == report.ProseColumn:
		return excelize.Cell{StyleID: r.look.prose[index(strong)], Value: c.Text}
	}
	return excelize.Cell{StyleID: r.look.text[index(strong)], Value: c.String()}
}

// firstExcelDay is the first day after 29 February 1900, which exists in Excel only.
var firstExcelDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)

func levelText(b report.Badge) string {
	if b.Code == "–" {
		return b.Label
	}
	return b.Code + " " + b.Label
}

// chartTable gives a chart's figures as a table.
func chartTable(p *text.Printer, b report.Bars) report.Table {
	t := report.Table{Title: b.Title, RowHeads: true, Columns: []report.Column{{Header: b.Head, Width: 2}}}
	number := func(header string) {
		t.Columns = append(t.Columns, report.Column{Header: header, Kind: report.NumberColumn, Width: 1})
	}
	for _, part := range b.Parts {
		number(part.Label)
	}
	number(b.Sum)
	for _, bar := range b.Rows {
		row := report.Row{{Text: bar.Label}}
		for _, n := range append(bar.Values[:len(bar.Values):len(bar.Values)], bar.Sum()) {
			figure := float64(n)
			row = append(row, report.Cell{Text: p.Int(n), Number: &figure})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// columnWidths gives each column room for its texts, as far as a screen goes.
func columnWidths(t report.Table) []float64 {
	const sampled = 500
	sum := 0.0
	for _, c := range t.Columns {
		sum += math.Max(c.Width, 0.1)
	}
	out := make([]float64, len(t.Columns))
	for j, c := range t.Columns {
		longest := math.Min(float64(utf8.RuneCountInString(c.Header)+4), 24)
		for _, row := range t.Rows[:min(len(t.Rows), sampled)] {
			if j < len(row) {
				longest = math.Max(longest, float64(cellLength(row[j]))+2)
			}
		}
		share := charsWide * math.Max(c.Width, 0.1) / sum
		if c.Kind == report.FillColumn {
			longest = math.Max(longest, share*1.3) // room for what is not written yet
		}
		out[j] = math.Round(math.Max(narrowest, math.Min(longest, math.Max(share, widest))))
	}
	return out
}

// lineHeight is a line of a spreadsheet's ordinary text, in points.
const lineHeight = 15

// rowHeight makes room for running text that goes on below: not every program
// works it out.
func rowHeight(t report.Table, row report.Row, widths []float64) []excelize.RowOpts {
	lines := 1.0
	for j, c := range t.Columns {
		if c.Kind == report.ProseColumn && j < len(row) {
			lines = math.Max(lines, math.Ceil(float64(utf8.RuneCountInString(row[j].Text))/(widths[j]*0.95)))
		}
	}
	if lines == 1 {
		return nil
	}
	return []excelize.RowOpts{{Height: lines * lineHeight}}
}

func cellLength(c report.Cell) int {
	if c.Badge != nil {
		return utf8.RuneCountInString(levelText(*c.Badge))
	}
	return utf8.RuneCountInString(c.Text)
}
