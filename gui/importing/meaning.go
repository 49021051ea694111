package importing

import (
	"fyne.io/fyne/v2/container"

	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// picker chooses one of many by searching as one types.
type picker struct {
	all    []Meaning
	taken  func(value string)
	dialog *widgets.Dialog
	search *widgets.SearchEntry
	table  *widgets.Table[Meaning]
}

// pickMeaning asks what a column means.
func pickMeaning(s stage.Stage, column string, taken func(field string)) {
	t := s.Text
	pick(s, t.T("importing.meaning.title", "column", column), t.T("importing.meaning.search"), t.T("importing.meaning.field"), meanings(t), taken)
}

func pick(s stage.Stage, title, search, heading string, all []Meaning, taken func(value string)) {
	t := s.Text
	p := &picker{all: all, taken: taken}
	p.search = widgets.NewSearchEntry(search)
	p.search.OnSearch, p.search.OnDown = p.list, p.down
	p.table = widgets.NewTable(func(m Meaning) string { return m.Field },
		widgets.TableColumn[Meaning]{ID: "label", Title: heading, Width: 270, Grow: true, Text: func(m Meaning) string { return m.Label }},
		widgets.TableColumn[Meaning]{ID: "group", Width: 220, Text: func(m Meaning) string { return m.Group },
			Tone: func(Meaning) widgets.Tone { return widgets.Muted }},
	)
	p.table.OnOpen = p.take
	p.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(t.T("importing.meaning.none"), widgets.Body, widgets.Muted)))
	content := container.NewBorder(p.search, nil, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 230, widgets.NewPlate(p.table))))
	p.dialog = widgets.NewDialog(s.Window.Canvas(), title, 560, content,
		widgets.NewButton(t.T("importing.cancel"), func() { p.dialog.Close() }),
		widgets.NewPrimary(t.T("importing.meaning.take"), p.takeCurrent))
	p.list("")
	p.dialog.Show(p.search)
}

func (p *picker) list(search string) {
	found := findMeanings(p.all, search)
	p.table.SetRows(found)
	if search != "" && len(found) > 0 {
		p.table.SelectKeys(found[0].Field)
	}
}

// down goes to the list; what alone is left is taken.
func (p *picker) down() {
	if rows := p.table.Rows(); len(rows) == 1 {
		p.take(rows[0])
		return
	}
	p.table.Focus()
}

func (p *picker) takeCurrent() {
	if m, ok := p.table.Current(); ok {
		p.take(m)
	}
}

func (p *picker) take(m Meaning) {
	p.dialog.Close()
	p.taken(m.Field)
}
