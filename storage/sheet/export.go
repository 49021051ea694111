package sheet

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/exchange"
)

// valuesSheet holds the choices of the drop-down lists; it is hidden.
const valuesSheet = "Infoklass"

// Export writes a list as an Excel workbook to work in: drop-down lists, a
// header that stays, a filter, and a last sheet that says what the file is.
// Texts are never taken for formulas.
func Export(ctx context.Context, w io.Writer, list exchange.List) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	x := &exportBook{ctx: ctx, file: f, list: list}
	if err := x.write(); err != nil {
		return fmt.Errorf("sheet: export: %w", err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("sheet: export: %w", err)
	}
	return nil
}

type exportBook struct {
	ctx  context.Context
	file *excelize.File
	list exchange.List
	look reportStyles
}

func (x *exportBook) write() error {
	var err error
	if x.look, err = newReportStyles(x.file); err != nil {
		return err
	}
	if err := x.file.SetSheetName(x.file.GetSheetName(0), x.list.Title); err != nil {
		return err
	}
	for _, step := range []func() error{x.choices, x.table, x.about} {
		if err := step(); err != nil {
			return err
		}
	}
	x.file.SetActiveSheet(0)
	return x.file.SetSheetVisible(valuesSheet, false)
}

// spareRows is how many rows below the list have drop-down lists too, for new assets.
const spareRows = 500

// choices writes the values of each drop-down list to a column of the hidden
// sheet, and ties the list's column to it.
func (x *exportBook) choices() error {
	if _, err := x.file.NewSheet(valuesSheet); err != nil {
		return err
	}
	for i, c := range x.list.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := x.file.SetSheetCol(valuesSheet, name+"1", &c.Choices); err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s2:%s%d", name, name, len(x.list.Rows)+1+spareRows))
		v.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", valuesSheet, name, name, len(c.Choices)))
		v.ShowErrorMessage = c.Strict
		if err := x.file.AddDataValidation(x.list.Title, v); err != nil {
			return err
		}
	}
	return nil
}

func (x *exportBook) table() error {
	name := x.list.Title
	last, err := excelize.CoordinatesToCellName(len(x.list.Columns), len(x.list.Rows)+1)
	if err != nil {
		return err
	}
	if err := x.file.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := x.layout(name); err != nil {
		return err
	}
	out, err := x.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := x.widths(out); err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	if err := x.rows(out); err != nil {
		return err
	}
	return out.Flush()
}

// layout makes the sheet print on the width of one page, the header on each.
func (x *exportBook) layout(name string) error {
	titles := &excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1", Scope: name}
	if err := x.file.SetDefinedName(titles); err != nil {
		return err
	}
	orientation, a4, width, height, fit := "landscape", 9, 1, 0, true
	if err := x.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4, FitToWidth: &width, FitToHeight: &height}); err != nil {
		return err
	}
	return x.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// widths sets the last column first: each width is written before the ones
// set earlier, and Excel wants them in order.
func (x *exportBook) widths(out *excelize.StreamWriter) error {
	for i := len(x.list.Columns); i > 0; i-- {
		c := x.list.Columns[i-1]
		if err := out.SetColWidth(i, i, c.Width); err != nil {
			return err
		}
		if c.Hidden {
			if err := out.SetColVisible(i, i, false); err != nil {
				return err
			}
		}
	}
	return nil
}

func (x *exportBook) rows(out *excelize.StreamWriter) error {
	cells := make([]any, len(x.list.Columns))
	for i, c := range x.list.Columns {
		cells[i] = excelize.Cell{StyleID: x.look.head, Value: c.Header}
	}
	if err := out.SetRow("A1", cells, excelize.RowOpts{Height: 30}); err != nil {
		return err
	}
	for n, row := range x.list.Rows {
		if n%1000 == 0 && x.ctx.Err() != nil {
			return x.ctx.Err()
		}
		for i, value := range row {
			cells[i] = nil
			if value != "" {
				cells[i] = excelize.Cell{StyleID: x.look.plain, Value: value}
			}
		}
		if err := out.SetRow(fmt.Sprintf("A%d", n+2), cells); err != nil {
			return err
		}
	}
	return nil
}

func (x *exportBook) about() error {
	if _, err := x.file.NewSheet(x.list.AboutTitle); err != nil {
		return err
	}
	out, err := x.file.NewStreamWriter(x.list.AboutTitle)
	if err != nil {
		return err
	}
	if err := out.SetColWidth(2, 2, 90); err != nil {
		return err
	}
	if err := out.SetColWidth(1, 1, 32); err != nil {
		return err
	}
	for i, line := range x.list.About {
		cells := []any{excelize.Cell{StyleID: x.look.text[1], Value: line.Label}, excelize.Cell{StyleID: x.look.wrapped, Value: line.Value}}
		if err := out.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// ExportCSV writes a list as a text file that Excel opens in columns: UTF-8
// with its mark, semicolons, no formulas.
func ExportCSV(ctx context.Context, w io.Writer, list exchange.List) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("sheet: export: %w", err)
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	row := make([]string, len(list.Columns))
	for i, c := range list.Columns {
		row[i] = c.Header
	}
	err := out.Write(row)
	for n := 0; n < len(list.Rows) && err == nil; n++ {
		if n%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for i, value := range list.Rows[n] {
			row[i] = harmless(value)
		}
		err = out.Write(row)
	}
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	if err != nil {
		return fmt.Errorf("sheet: export: %w", err)
	}
	return nil
}

// harmless puts an apostrophe before a text that Excel would take for a formula,
// because Excel opens a text file without asking. Numbers, phone numbers and
// single signs are not formulas.
func harmless(value string) string {
	if value == "" || !strings.ContainsRune("=+-@", rune(value[0])) {
		return value
	}
	if value[0] != '=' && value[0] != '@' && strings.Trim(value, "+-0123456789 ().,") == "" {
		return value
	}
	return "'" + value
}
