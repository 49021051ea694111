package importing

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/intake"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// How much of a sheet is shown: enough to recognise it and to find its header.
const (
	previewRows    = 500
	previewColumns = 60
	widthSample    = 100 // rows that decide how wide columns are
)

// sheets is the first step: which sheets are read, and which row is the header.
type sheets struct {
	w       *Wizard
	empty   *widgets.Text
	list    *widgets.Table[sheetRow]
	title   *widgets.Text
	says    *widgets.Text
	preview *fyne.Container
	top     *fyne.Container
	look    *widgets.Table[intake.Row]
	chosen  string // the sheet looked at
	header  []int  // its header rows
	whole   fyne.CanvasObject
}

type sheetRow struct {
	name, says string
	taken      bool
}

func newSheets(w *Wizard) *sheets {
	s := &sheets{w: w, preview: container.NewStack()}
	t := w.Text
	s.list = widgets.NewTable(func(r sheetRow) string { return r.name },
		widgets.TableColumn[sheetRow]{ID: "take", Width: 36, Box: func(r sheetRow) (bool, bool) { return r.taken, true }},
		widgets.TableColumn[sheetRow]{ID: "name", Title: t.T("importing.sheet"), Width: 190, Text: func(r sheetRow) string { return sheetName(t, r.name) }, Bold: func(r sheetRow) bool { return r.taken }},
		widgets.TableColumn[sheetRow]{ID: "says", Title: t.T("importing.sheet.says"), Width: 360, Grow: true, Text: func(r sheetRow) string { return r.says }, Tone: toneOfSheet},
	)
	s.list.OnBox = s.take
	s.list.OnOpen = func(sheetRow) { w.goOn() }
	s.list.OnSelect = func(rows []sheetRow) {
		if len(rows) > 0 && rows[0].name != s.chosen {
			s.choose(rows[0].name)
		}
	}
	s.empty = widgets.NewWrapped(t.T("importing.noTable"), widgets.Body, widgets.Warning)
	s.title = widgets.NewElided("", widgets.Strong, widgets.Plain)
	s.says = widgets.NewWrapped("", widgets.Small, widgets.Muted)
	s.top = container.New(&listHeight{})
	s.top.Objects = []fyne.CanvasObject{widgets.NewPlate(s.list)}
	top := widgets.Column(widgets.Near, s.empty, s.top, s.title, s.says)
	s.whole = widgets.Scrolled(container.NewBorder(top, nil, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 170, s.preview))))
	return s
}

func toneOfSheet(r sheetRow) widgets.Tone {
	if r.taken {
		return widgets.Plain
	}
	return widgets.Muted
}

func (s *sheets) object() fyne.CanvasObject { return s.whole }

func (s *sheets) focus() {
	if len(s.w.book.Sheets) > 1 || len(s.w.proposal.Tables) == 0 {
		s.list.Focus()
		return
	}
	s.w.focusOn(s.w.next)
}

func (s *sheets) apply() {
	s.empty.Hidden = len(s.w.proposal.Tables) > 0
	var rows []sheetRow
	for _, sheet := range s.w.book.Sheets {
		rows = append(rows, s.row(sheet))
	}
	s.list.SetRows(rows)
	s.top.Layout = &listHeight{sheets: len(rows)}
	s.whole.Refresh()
	if s.w.sheet(s.chosen) == nil {
		s.choose(firstTaken(rows))
		s.list.SelectKeys(s.chosen)
		return
	}
	s.choose(s.chosen)
}

func firstTaken(rows []sheetRow) string {
	if i := slices.IndexFunc(rows, func(r sheetRow) bool { return r.taken }); i >= 0 {
		return rows[i].name
	}
	return rows[0].name
}

func (s *sheets) row(sheet intake.Sheet) sheetRow {
	t := s.w.Text
	row := sheetRow{name: sheet.Name}
	if found := s.w.table(sheet.Name); found != nil {
		row.taken = true
		row.says = t.N("importing.sheet.table", len(found.Rows), "header", t.Int(found.HeaderRow()))
		if found.UnitFrom.Key != "" {
			row.says += " · " + found.UnitFrom.In(t)
		}
		return row
	}
	for _, skipped := range s.w.proposal.Skipped {
		if skipped.Sheet == sheet.Name {
			row.says = skipped.Reason.In(t)
		}
	}
	return row
}

// take reads a sheet that was left, or leaves one.
func (s *sheets) take(r sheetRow, on bool) {
	s.w.options.Sheets[r.name] = on
	s.w.changed()
}

// choose shows a sheet as it is in the file, with its header marked. For the
// same sheet the table keeps its position and the keyboard.
func (s *sheets) choose(name string) {
	same := s.look != nil && name == s.chosen
	s.chosen = name
	sheet := s.w.sheet(name)
	s.header = nil
	s.says.SetText(s.w.Text.T("importing.preview.none"))
	if found := s.w.table(name); found != nil {
		s.header = found.HeaderRows
		s.says.SetText(s.w.Text.T("importing.preview.header"))
	}
	s.title.SetText(s.w.Text.T("importing.preview", "sheet", sheetName(s.w.Text, name)))
	rows := sheet.Rows[:min(len(sheet.Rows), previewRows)]
	if !same {
		s.look = s.table(rows)
		s.preview.Objects = []fyne.CanvasObject{widgets.NewPlate(s.look)}
		s.preview.Refresh()
	}
	s.look.SetRows(rows)
	if !same && len(s.header) > 0 {
		s.look.SelectKeys(rowKey(s.header[len(s.header)-1]))
	}
}

// table shows rows as they are in the file, in columns as wide as their contents.
func (s *sheets) table(rows []intake.Row) *widgets.Table[intake.Row] {
	t := s.w.Text
	columns := []widgets.TableColumn[intake.Row]{
		{ID: "header", Title: t.T("importing.preview.box"), Width: 66, Box: func(r intake.Row) (bool, bool) { return s.inHeader(r), !r.Stopped }},
		{ID: "row", Title: t.T("importing.row"), Width: 56, Tone: muted, Text: func(r intake.Row) string { return rowLabel(t, r) }},
	}
	sample := rows[:min(len(rows), widthSample)]
	for c := 1; c <= widest(sample, previewColumns); c++ {
		columns = append(columns, s.column(c, columnWidth(sample, c)))
	}
	look := widgets.NewTable(func(r intake.Row) string { return rowKey(r.Number) }, columns...)
	look.OnBox = func(r intake.Row, _ bool) { s.setHeader(r.Number) }
	look.OnOpen = func(intake.Row) { s.w.goOn() }
	return look
}

func muted(intake.Row) widgets.Tone { return widgets.Muted }

func (s *sheets) inHeader(r intake.Row) bool { return slices.Contains(s.header, r.Number) }

func (s *sheets) column(c int, width float32) widgets.TableColumn[intake.Row] {
	return widgets.TableColumn[intake.Row]{
		ID: intake.ColumnName(c), Title: intake.ColumnName(c), Width: width,
		Text: func(r intake.Row) string {
			cell, _ := r.At(c)
			return cell.Text
		},
		Bold: s.inHeader,
		Tone: func(r intake.Row) widgets.Tone {
			if s.inHeader(r) {
				return widgets.Accent
			}
			return widgets.Plain
		},
	}
}

// setHeader makes a row the (last) row of the header.
func (s *sheets) setHeader(row int) {
	if len(s.header) > 0 && s.header[len(s.header)-1] == row {
		return
	}
	s.w.options.Header[s.chosen] = row
	s.w.options.Sheets[s.chosen] = true
	s.w.changed()
}

// listHeight shows a few sheets whole, and leaves the rest to scrolling: the
// look at the chosen one needs the room.
type listHeight struct{ sheets int }

// The height of a table of so many rows, at 100 %.
const (
	mostSheets   = 4
	sheetsHead   = 38
	sheetsHeight = 35
)

func (l *listHeight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := theme.Scaled(sheetsHead + sheetsHeight*float32(max(1, min(l.sheets, mostSheets))))
	return fyne.NewSize(objects[0].MinSize().Width, height)
}

func (l *listHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}
