package actions

import (
	"context"

	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// picker chooses one of what a search finds.
type picker struct {
	stage.Stage
	find   func(ctx context.Context, search string) ([]present.ActionChoice, error)
	taken  func(present.ActionChoice)
	dialog *widgets.Dialog
	search *widgets.SearchEntry
	table  *widgets.Table[present.ActionChoice]
}

// Names of the picker's jobs.
const (
	slotPick       = "actions.pick"
	slotPickSearch = "actions.pick.search"
)

// pick asks for one of what find finds, beside the window. Note is the title of what more there is to say. None offers to choose nothing.
func pick(s stage.Stage, title, note string, none bool, find func(context.Context, string) ([]present.ActionChoice, error), taken func(present.ActionChoice)) {
	p := s.Text
	d := &picker{Stage: s, find: find, taken: taken}
	d.search = widgets.NewSearchEntry(p.T("actions.pick.search"))
	d.search.OnSearch = func(string) { s.Jobs.After(slotPickSearch, pause, d.list) }
	d.search.OnDown = func() { d.table.Focus() }
	d.search.OnSubmitted = func(string) { d.takeCurrent() }
	d.table = widgets.NewTable(func(c present.ActionChoice) string { return c.ID },
		widgets.TableColumn[present.ActionChoice]{ID: "name", Title: p.T("actions.pick.name"), Width: 340, Grow: true, Text: func(c present.ActionChoice) string { return c.Name }},
		widgets.TableColumn[present.ActionChoice]{ID: "note", Title: note, Width: 220, Text: func(c present.ActionChoice) string { return c.Note }, Tone: func(present.ActionChoice) widgets.Tone { return widgets.Muted }},
	)
	d.table.OnOpen = d.take
	d.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(p.T("actions.pick.nothing"), widgets.Body, widgets.Muted)))
	content := widgets.Border(d.search, nil, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 280, widgets.NewPlate(d.table))))
	buttons := []*widgets.Button{widgets.NewButton(p.T("actions.form.cancel"), func() { d.dialog.Close() })}
	if none {
		buttons = append(buttons, widgets.NewButton(p.T("actions.pick.none"), func() { d.take(present.ActionChoice{}) }))
	}
	d.dialog = widgets.NewDialog(s.Window.Canvas(), title, 640, content, append(buttons, widgets.NewPrimary(p.T("actions.pick.take"), d.takeCurrent))...)
	d.list()
	d.dialog.Show(d.search)
}

func (d *picker) list() {
	find, search := d.find, d.search.Text
	jobs.Start(d.Jobs, slotPick, func(ctx context.Context, _ *jobs.Progress) ([]present.ActionChoice, error) {
		return find(ctx, search)
	}, func(found []present.ActionChoice, err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		d.table.SetRows(found)
		if len(found) > 0 && len(d.table.Selected()) == 0 {
			d.table.SelectKeys(found[0].ID) // what Enter takes
		}
	})
}

func (d *picker) takeCurrent() {
	if rows := d.table.Selected(); len(rows) == 1 {
		d.take(rows[0])
	}
}

func (d *picker) take(c present.ActionChoice) {
	d.dialog.Close()
	d.taken(c)
}
