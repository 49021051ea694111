package sheet

import (
	"context"
	"strconv"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/intake"
	"infoklass/domain/report"
	"infoklass/domain/text"
)

// plainCopy writes the cells of the sheets that were read into a new workbook.
// Of a row that was stopped it writes only why.
func plainCopy(ctx context.Context, book *intake.Book, proposal *intake.Proposal, notIn map[string]reasons, p *text.Printer) (*excelize.File, error) {
	f := excelize.NewFile()
	c := copier{file: f, notIn: notIn, names: reportBook{doc: report.Document{Title: p.T("unread.sheet")}, names: map[string]bool{}}}
	fill, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{unreadFill}}})
	if err != nil {
		return nil, closing(f, err)
	}
	c.fill = fill
	for i := range proposal.Tables {
		t := &proposal.Tables[i]
		for j := range book.Sheets {
			if book.Sheets[j].Name != t.Sheet {
				continue
			}
			if err := c.sheet(ctx, &book.Sheets[j], t, p); err != nil {
				return nil, closing(f, err)
			}
		}
	}
	return f, nil
}

// copier writes sheets as plain cells.
type copier struct {
	file  *excelize.File
	notIn map[string]reasons
	names reportBook // gives names that Excel accepts, each once
	fill  int
	used  int
}

func (c *copier) sheet(ctx context.Context, s *intake.Sheet, t *intake.Table, p *text.Printer) error {
	name, err := c.add(s.Name)
	if err != nil {
		return err
	}
	stopped := map[int]bool{}
	for j := range t.Rows {
		stopped[t.Rows[j].Row] = t.Rows[j].Action == intake.Stop
	}
	last := lastColumn(s)
	out, err := c.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := out.SetColWidth(1, max(1, last), 20); err != nil {
		return err
	}
	if err := out.SetColWidth(last+1, last+1, unreadWidth); err != nil {
		return err
	}
	for i, r := range s.Rows {
		if i%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if stopped[r.Number] {
			r.Cells = nil
		}
		why, marked := c.notIn[s.Name][r.Number]
		if r.Number == t.HeaderRow() {
			why = p.T("unread.heading")
		}
		if err := c.row(out, r, last, why, marked); err != nil {
			return err
		}
	}
	return out.Flush()
}

// add makes a sheet under a name that Excel accepts.
func (c *copier) add(name string) (string, error) {
	if name == intake.SingleSheet {
		name = ""
	}
	name = c.names.sheetName(name)
	c.used++
	if c.used == 1 {
		return name, c.file.SetSheetName(c.file.GetSheetName(0), name)
	}
	_, err := c.file.NewSheet(name)
	return name, err
}

func lastColumn(s *intake.Sheet) int {
	last := 0
	for _, r := range s.Rows {
		if n := len(r.Cells); n > 0 {
			last = max(last, int(r.Cells[n-1].Column))
		}
	}
	return min(last, maxColumn-1)
}

func (c *copier) row(out *excelize.StreamWriter, r intake.Row, last int, why string, marked bool) error {
	values := make([]any, last+1)
	if marked {
		for i := range values {
			values[i] = excelize.Cell{StyleID: c.fill}
		}
	}
	for _, cell := range r.Cells {
		if at := int(cell.Column) - 1; at < last {
			values[at] = c.cell(plainValue(cell), marked)
		}
	}
	if why != "" {
		values[last] = c.cell(why, marked)
	}
	at, err := excelize.CoordinatesToCellName(1, r.Number)
	if err != nil {
		return err
	}
	return out.SetRow(at, values)
}

func (c *copier) cell(v any, marked bool) excelize.Cell {
	if marked {
		return excelize.Cell{StyleID: c.fill, Value: v}
	}
	return excelize.Cell{Value: v}
}

// plainValue is a number where the list had one, and otherwise a text, also when
// it begins with =.
func plainValue(c intake.Cell) any {
	if c.Kind == intake.Number {
		if n, err := strconv.ParseFloat(c.Text, 64); err == nil {
			return n
		}
	}
	return c.Text
}
