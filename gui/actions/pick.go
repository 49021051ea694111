package actions

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// pick asks for one of what find finds. Note is the title of what more there is to say. None offers to choose nothing.
func pick(s stage.Stage, title, note string, none bool, find func(context.Context, string) ([]choice, error), taken func(choice)) {
	p := s.Text
	var dialog *widgets.Dialog
	take := func(c choice) {
		dialog.Close()
		taken(c)
	}
	list := listing.New(s, listing.Spec[choice, string, []choice]{
		Name: "pick", Key: func(c choice) string { return c.ID },
		Columns: []widgets.TableColumn[choice]{
			{ID: "name", Title: p.T("actions.pick.name"), Width: 340, Grow: true, Text: func(c choice) string { return c.Name }},
			{ID: "note", Title: note, Width: 220, Text: func(c choice) string { return c.Note }, Tone: func(choice) widgets.Tone { return widgets.Muted }},
		},
		Find: func(ctx context.Context, a listing.Ask[string, []choice]) ([]choice, error) {
			return find(ctx, a.Query)
		},
		Search: p.T("actions.pick.search"), Words: func(search *string) *string { return search },
		Empty: func([]choice, string) fyne.CanvasObject { return listing.Quiet(p.T("actions.pick.nothing")) },
		Open:  take,
		Tools: func(search fyne.CanvasObject, _ []fyne.CanvasObject) fyne.CanvasObject { return search },
		Around: func(table fyne.CanvasObject) fyne.CanvasObject {
			return widgets.Inset(widgets.Near, 0, widgets.Sized(0, 280, table))
		},
	})
	list.Search.OnSubmitted = func(string) { list.WithCurrent(take)() }
	buttons := []*widgets.Button{widgets.NewButton(p.T("actions.form.cancel"), func() { dialog.Close() })}
	if none {
		buttons = append(buttons, widgets.NewButton(p.T("actions.pick.none"), func() { take(choice{}) }))
	}
	dialog = widgets.NewDialog(s.Window.Canvas(), title, 640, list.Object(), append(buttons, widgets.NewPrimary(p.T("actions.pick.take"), list.WithCurrent(take)))...)
	list.Refresh()
	dialog.Show(list.Search)
}
