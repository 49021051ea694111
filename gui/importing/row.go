package importing

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/intake"
	"infoklass/gui/widgets"
)

// showRow shows all that a row of the list says; of a row that was stopped,
// only its number and why.
func showRow(w *Wizard, row ReviewRow) {
	t := w.Text
	var lines []fyne.CanvasObject
	if row.Entry.Reason.Key != "" {
		lines = append(lines, widgets.NewWrapped(row.Entry.Reason.In(t), widgets.Body, groupTones[GroupOf(row.Entry)]))
	}
	for _, said := range Says(t, row.Table, row.Entry) {
		lines = append(lines, widgets.Columns(widgets.Apart, []float32{1, 2},
			widgets.NewWrapped(said.Label, widgets.Body, widgets.Muted), widgets.NewWrapped(said.Value, widgets.Body, widgets.Plain)))
	}
	for _, kept := range row.Entry.Kept {
		if row.Entry.Action != intake.Stop {
			lines = append(lines, widgets.NewWrapped(t.T("importing.row.kept", "letter", kept.Aspect.Letter(), "text", kept.Text), widgets.Small, widgets.Muted))
		}
	}
	var d *widgets.Dialog
	content := widgets.Sized(0, 260, widgets.Scrolled(widgets.Column(widgets.Tight, lines...)))
	d = widgets.NewDialog(w.Window.Canvas(), t.T("importing.row.title", "row", t.Int(row.Entry.Row)), 560, content,
		widgets.NewPrimary(t.T("importing.row.close"), func() { d.Close() }))
	d.Show(nil)
}
