package importing

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/inventory"
	"infoklass/gui/widgets"
)

// previewRows and previewColumns bound the look at a sheet.
const (
	previewRows    = 60
	previewColumns = 40
)

// sheets is the first step: which sheets are read, and where the header stands.
type sheets struct {
	w       *Wizard
	list    *widgets.Table[sheetRow]
	preview *fyne.Container
	look    *widgets.Table[inventory.Row]
	title   *widgets.Text
	header  *widgets.Button
	chosen  string
	whole   fyne.CanvasObject
}

type sheetRow struct {
	name   string
	taken  bool
	says   string
	hidden bool
}

func newSheets(w *Wizard) *sheets {
	s := &sheets{w: w, preview: container.NewStack()}
	t := w.Text
	s.list = widgets.NewTable(func(r sheetRow) string { return r.name },
		widgets.TableColumn[sheetRow]{ID: "take", Width: 36, Box: func(r sheetRow) (bool, bool) { return r.taken, true }},
		widgets.TableColumn[sheetRow]{ID: "name", Title: t.T("importing.sheet"), Width: 150, Text: func(r sheetRow) string { return r.name }, Bold: func(r sheetRow) bool { return r.taken }},
		widgets.TableColumn[sheetRow]{ID: "says", Title: t.T("importing.sheet.says"), Width: 300, Grow: true, Text: func(r sheetRow) string { return r.says },
			Tone: func(r sheetRow) widgets.Tone {
				if r.taken {
					return widgets.Plain
				}
				return widgets.Muted
			}},
	)
	s.list.OnBox = func(r sheetRow, on bool) {
		w.options.Sheets[r.name] = on
		w.again()
	}
	s.list.OnSelect = func(rows []sheetRow) {
		if len(rows) > 0 && rows[0].name != s.chosen {
			s.choose(rows[0].name)
		}
	}
	s.title = widgets.NewElided("", widgets.Section, widgets.Plain)
	s.header = widgets.NewButton(t.T("importing.header.set"), s.setHeader).Compact()
	bar := container.NewBorder(nil, nil, nil, s.header, s.title)
	below := container.NewBorder(widgets.Inset(widgets.Near, 0, bar), nil, nil, nil, s.preview)
	top := widgets.Sized(0, 150, widgets.NewPlate(s.list))
	s.whole = container.NewBorder(top, nil, nil, nil, below)
	return s
}

func (s *sheets) object() fyne.CanvasObject { return s.whole }

func (s *sheets) apply() {
	p := s.w.proposal
	var rows []sheetRow
	for _, sheet := range s.w.book.Sheets {
		rows = append(rows, s.row(sheet, p))
	}
	s.list.SetRows(rows)
	if s.chosen == "" || s.w.sheet(s.chosen) == nil {
		s.chosen = firstTaken(rows)
	}
	s.list.SelectKeys(s.chosen)
	s.choose(s.chosen)
}

func firstTaken(rows []sheetRow) string {
	if i := slices.IndexFunc(rows, func(r sheetRow) bool { return r.taken }); i >= 0 {
		return rows[i].name
	}
	if len(rows) > 0 {
		return rows[0].name
	}
	return ""
}

func (s *sheets) row(sheet inventory.Sheet, p *inventory.Proposal) sheetRow {
	t := s.w.Text
	row := sheetRow{name: sheet.Name, hidden: sheet.Hidden}
	if found := s.w.table(sheet.Name); found != nil {
		row.taken = true
		row.says = t.N("importing.sheet.table", len(found.Rows), "header", found.HeaderRow())
		return row
	}
	for _, skipped := range p.Skipped {
		if skipped.Sheet == sheet.Name {
			row.says = skipped.Reason.In(t)
		}
	}
	return row
}

// choose shows a sheet as it stands in the file, its header marked.
func (s *sheets) choose(name string) {
	s.chosen = name
	sheet := s.w.sheet(name)
	if sheet == nil {
		s.preview.Objects = nil
		s.preview.Refresh()
		return
	}
	t := s.w.Text
	s.title.SetText(t.T("importing.preview", "sheet", name))
	var header []int
	if found := s.w.table(name); found != nil {
		header = found.HeaderRows
	}
	columns := []widgets.TableColumn[inventory.Row]{{
		ID: "row", Title: t.T("importing.row"), Width: 44, Tone: func(inventory.Row) widgets.Tone { return widgets.Muted },
		Text: func(r inventory.Row) string { return t.Int(r.Number) },
	}}
	rows := sheet.Rows[:min(len(sheet.Rows), previewRows)]
	for c := 1; c <= widest(rows); c++ {
		columns = append(columns, s.column(c, header))
	}
	s.look = widgets.NewTable(func(r inventory.Row) string { return t.Int(r.Number) }, columns...)
	s.look.SetRows(rows)
	s.preview.Objects = []fyne.CanvasObject{widgets.NewPlate(s.look)}
	s.preview.Refresh()
}

func (s *sheets) column(c int, header []int) widgets.TableColumn[inventory.Row] {
	inHeader := func(r inventory.Row) bool { return slices.Contains(header, r.Number) }
	return widgets.TableColumn[inventory.Row]{
		ID: inventory.ColumnName(c), Title: inventory.ColumnName(c), Width: 110,
		Text: func(r inventory.Row) string {
			cell, _ := r.At(c)
			return cell.Text
		},
		Bold: inHeader,
		Tone: func(r inventory.Row) widgets.Tone {
			if inHeader(r) {
				return widgets.Accent
			}
			return widgets.Plain
		},
	}
}

func widest(rows []inventory.Row) int {
	most := 0
	for _, r := range rows {
		if n := len(r.Cells); n > 0 {
			most = max(most, int(r.Cells[n-1].Column))
		}
	}
	return min(most, previewColumns)
}

// setHeader makes the row marked the header.
func (s *sheets) setHeader() {
	if s.look == nil {
		return
	}
	if r, ok := s.look.Current(); ok {
		s.w.options.Header[s.chosen] = r.Number
		s.w.options.Sheets[s.chosen] = true
		s.w.again()
	}
}
