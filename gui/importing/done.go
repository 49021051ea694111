package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/inventory"
	"infoklass/gui/widgets"
)

// done is the last step: what was saved, and what was not.
type done struct {
	w     *Wizard
	whole *fyne.Container
}

func newDone(w *Wizard) *done { return &done{w: w, whole: container.NewStack()} }

func (d *done) object() fyne.CanvasObject { return d.whole }

func (d *done) apply() {
	w, t := d.w, d.w.Text
	lines := []fyne.CanvasObject{
		widgets.NewWrapped(t.N("importing.done.created", w.receipt.Created), widgets.Body, widgets.Plain),
		widgets.NewWrapped(t.N("importing.done.updated", w.receipt.Updated), widgets.Body, widgets.Plain),
	}
	if w.receipt.Units > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.done.units", w.receipt.Units), widgets.Body, widgets.Plain))
	}
	buttons := []fyne.CanvasObject{widgets.NewButton(t.T("importing.done.undo"), w.opt.OnUndo)}
	if w.opt.OnUnread != nil && d.left() > 0 {
		buttons = append(buttons, widgets.NewButton(t.T("importing.done.report"), func() { w.opt.OnUnread(w.path, w.proposal) }))
	}
	cards := []fyne.CanvasObject{widgets.NewCard(t.T("importing.done.title"), widgets.Column(widgets.Apart, widgets.Column(widgets.Tight, lines...), widgets.Flow(widgets.Near, buttons...)))}
	if left := d.leftLines(); len(left) > 0 {
		cards = append(cards, widgets.NewCard(t.T("importing.done.left"), widgets.Column(widgets.Tight, left...)))
	}
	if notices := noticeLines(w); len(notices) > 0 {
		cards = append(cards, widgets.NewCard(t.T("importing.notices"), widgets.Column(widgets.Near, notices...)))
	}
	d.whole.Objects = []fyne.CanvasObject{widgets.Scrolled(widgets.Column(widgets.Apart, cards...))}
	d.whole.Refresh()
}

// left counts the rows that did not come in for a reason.
func (d *done) left() int {
	c := d.w.proposal.Counts
	return c.Stop + c.Skip + c.Doubt
}

// mostLeft is how many rows are listed; the report has them all.
const mostLeft = 30

func (d *done) leftLines() []fyne.CanvasObject {
	t := d.w.Text
	var out []fyne.CanvasObject
	for i := range d.w.proposal.Tables {
		table := &d.w.proposal.Tables[i]
		for j := range table.Rows {
			e := &table.Rows[j]
			if e.Action != inventory.Stop && e.Action != inventory.Skip && e.Action != inventory.Doubt {
				continue
			}
			if len(out) == mostLeft {
				return append(out, widgets.NewText(t.T("importing.done.more"), widgets.Body, widgets.Muted))
			}
			reason := ""
			if e.Reason.Key != "" {
				reason = e.Reason.In(t)
			}
			out = append(out, widgets.NewWrapped(t.T("importing.done.row", "row", e.Row, "why", reason), widgets.Body, widgets.Plain))
		}
	}
	return out
}
