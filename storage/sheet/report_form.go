package sheet

import (
	"github.com/xuri/excelize/v2"

	"infoklass/domain/report"
)

// form makes a sheet with columns to fill in into a form: drop-down lists where
// there are choices, and every other cell locked. No password is set: the lock
// keeps a reader from changing a requirement by mistake, not on purpose.
func (r *reportBook) form(name string, t report.Table) error {
	filled := false
	for i, c := range t.Columns {
		if c.Kind != report.FillColumn {
			continue
		}
		filled = true
		if len(c.Choices) == 0 || len(t.Rows) == 0 {
			continue
		}
		if err := r.choices(name, i, len(t.Rows), c.Choices); err != nil {
			return err
		}
	}
	if !filled {
		return nil
	}
	return r.file.ProtectSheet(name, &excelize.SheetProtectionOptions{
		AutoFilter: true, FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true, Sort: true,
	})
}

// choices offers the answers of a column in a drop-down list.
func (r *reportBook) choices(name string, column, rows int, answers []string) error {
	from, err := excelize.CoordinatesToCellName(column+1, 2)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(column+1, rows+1)
	if err != nil {
		return err
	}
	list := excelize.NewDataValidation(true)
	list.Sqref = from + ":" + to
	if err := list.SetDropList(answers); err != nil {
		return err
	}
	return r.file.AddDataValidation(name, list)
}
