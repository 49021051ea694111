package sheet

import (
	"context"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// unreadFill marks the rows that did not come in.
const unreadFill = "FFE3A3"

// mostKept is how many rows a workbook may have to be kept as it is: a larger
// one would have to lie in memory whole.
const mostKept = 20_000

// Unread writes a copy of a list in which the rows that did not come in are marked,
// and a last column says why, in p's language. read is what came in.
//
// An Excel workbook is kept as it is, apart from that. A text file, an old
// format and a very large list are written as plain cells, and so is every
// list with a row that was stopped: of such a row nothing may be copied, and a
// workbook keeps texts in places where a cleared cell leaves them.
func Unread(ctx context.Context, listPath string, w io.Writer, proposal *intake.Proposal, p *text.Printer) error {
	notIn := unreadRows(proposal, p)
	if mayKeep(proposal) {
		f, err := markedCopy(ctx, listPath, proposal, notIn, p)
		if err == nil {
			return closing(f, f.Write(w))
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		// What excelize cannot open, our own reader can: its cells are written.
	}
	book, err := Open(ctx, listPath, nil)
	if err != nil {
		return err
	}
	f, err := plainCopy(ctx, book, proposal, notIn, p)
	if err != nil {
		return err
	}
	return closing(f, f.Write(w))
}

// closing closes a workbook of excelize's, which keeps temporary files.
func closing(f *excelize.File, err error) error {
	if shut := f.Close(); err == nil {
		err = shut
	}
	if err != nil {
		return fmt.Errorf("sheet: write unread rows: %w", err)
	}
	return nil
}

// reasons are the rows of a sheet that did not come in, by number, and why.
type reasons map[int]string

// unreadRows finds what did not come in, by sheet.
func unreadRows(proposal *intake.Proposal, p *text.Printer) map[string]reasons {
	out := map[string]reasons{}
	for i := range proposal.Tables {
		t := &proposal.Tables[i]
		rows := reasons{}
		for j := range t.Rows {
			e := &t.Rows[j]
			switch e.Action {
			case intake.Stop, intake.Skip, intake.Doubt:
				rows[e.Row] = p.T("unread.row")
				if e.Reason.Key != "" {
					rows[e.Row] = e.Reason.In(p)
				}
			}
		}
		out[t.Sheet] = rows
	}
	return out
}

// mayKeep reports whether the workbook itself can be copied.
func mayKeep(proposal *intake.Proposal) bool {
	rows := 0
	for i := range proposal.Tables {
		for j := range proposal.Tables[i].Rows {
			if proposal.Tables[i].Rows[j].Action == intake.Stop {
				return false
			}
		}
		rows += len(proposal.Tables[i].Rows)
	}
	return proposal.Format == "xlsx" && rows <= mostKept
}

// markedCopy opens a workbook and marks the rows in it.
func markedCopy(ctx context.Context, path string, proposal *intake.Proposal, notIn map[string]reasons, p *text.Printer) (f *excelize.File, err error) {
	defer func() {
		if v := recover(); v != nil {
			f, err = nil, fmt.Errorf("sheet: panic: %v", v)
		}
	}()
	f, err = excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked / 8})
	if err != nil {
		return nil, err
	}
	m := marker{file: f, styles: map[int]int{}}
	for i := range proposal.Tables {
		t := &proposal.Tables[i]
		if err := m.mark(ctx, t, notIn[t.Sheet], p); err != nil {
			return nil, closing(f, err)
		}
	}
	return f, nil
}

// marker marks rows in an open workbook, keeping how their cells look apart
// from the fill: a date stays a date.
type marker struct {
	file   *excelize.File
	styles map[int]int // of a cell, to the same with the fill
}

func (m *marker) mark(ctx context.Context, t *intake.Table, rows reasons, p *text.Printer) error {
	if len(rows) == 0 {
		return nil
	}
	last, err := m.lastColumn(t)
	if err != nil {
		return err
	}
	if err := m.write(t.Sheet, last+1, t.HeaderRow(), p.T("unread.heading")); err != nil {
		return err
	}
	for row, why := range rows {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		for column := 1; column <= last+1; column++ {
			if err := m.fill(t.Sheet, column, row); err != nil {
				return err
			}
		}
		if err := m.write(t.Sheet, last+1, row, why); err != nil {
			return err
		}
	}
	name, err := excelize.ColumnNumberToName(last + 1)
	if err != nil {
		return err
	}
	return m.file.SetColWidth(t.Sheet, name, name, unreadWidth)
}

// unreadWidth is the width of the column that says why, in characters.
const unreadWidth = 60

// lastColumn is the last column of a sheet that holds anything, legends beside
// the table included.
func (m *marker) lastColumn(t *intake.Table) (int, error) {
	last := 0
	for _, c := range t.Columns {
		last = max(last, c.Number)
	}
	rows, err := m.file.Rows(t.Sheet)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return 0, err
		}
		last = max(last, len(cells))
	}
	return last, rows.Error()
}

func (m *marker) write(sheet string, column, row int, s string) error {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	return m.file.SetCellStr(sheet, cell, s)
}

func (m *marker) fill(sheet string, column, row int) error {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	old, err := m.file.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	filled, ok := m.styles[old]
	if !ok {
		style, err := m.file.GetStyle(old)
		if err != nil {
			return err
		}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{unreadFill}}
		if filled, err = m.file.NewStyle(style); err != nil {
			return err
		}
		m.styles[old] = filled
	}
	return m.file.SetCellStyle(sheet, cell, cell, filled)
}
