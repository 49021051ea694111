package history

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// open shows what a line of the log changed.
func (h *Page) open(e event) {
	r, p := h.Register, h.Text
	stage.Read(h.Stage, slotDetail, func(ctx context.Context) (detail, error) { return readDetail(ctx, p, r, e) }, h.showDetail)
}

// The size of the dialog at 100 %.
const (
	detailWidth  = 620
	detailHeight = 250
)

func (h *Page) showDetail(d detail) {
	p := h.Text
	var dialog *widgets.Dialog
	undo := widgets.NewButton(p.T("history.undo"), func() {
		dialog.Close()
		h.askUndo(d.Event)
	})
	undo.Hidden = d.Event.Undone
	closing := widgets.NewPrimary(p.T("history.close"), func() { dialog.Close() })
	head := p.N("history.head", d.Event.Count, "when", d.Event.When, "who", d.Event.Who)
	if d.Event.Undone {
		head += " " + p.T("history.head.undone")
	}
	content := widgets.Column(10, widgets.NewWrapped(head, widgets.Small, widgets.Muted),
		widgets.Sized(0, detailHeight, widgets.Scrolled(changes(p, d))))
	dialog = widgets.NewDialog(h.Window.Canvas(), d.Event.What, detailWidth, content, undo, closing)
	dialog.Show(closing)
}

// changes lists what changed, by asset.
func changes(p *text.Printer, d detail) fyne.CanvasObject {
	list := widgets.Column(10)
	for _, g := range d.Groups {
		group := widgets.Column(2, widgets.NewWrapped(g.Title, widgets.Strong, widgets.Plain))
		for _, l := range g.Lines {
			group.Add(widgets.Columns(widgets.Near, []float32{1, 2},
				widgets.NewWrapped(l.Field, widgets.Small, widgets.Muted), widgets.NewWrapped(l.Words, widgets.Small, widgets.Plain)))
		}
		list.Add(group)
	}
	if len(d.Groups) == 0 {
		list.Add(widgets.NewWrapped(p.T("history.nothing"), widgets.Body, widgets.Muted))
	}
	if d.More > 0 {
		list.Add(widgets.NewWrapped(p.N("history.more", d.More), widgets.Body, widgets.Muted))
	}
	return list
}

// askUndo takes one commit back when the user is sure.
func (h *Page) askUndo(e event) {
	p := h.Text
	h.Ask(widgets.Question{
		Title: p.T("history.undo"), Words: p.N("history.undo.ask", e.Count, "what", e.What, "when", e.When, "who", e.Who),
		Yes: p.T("history.undo.yes"), No: p.T("history.undo.no"),
	}, func() { h.undo(e) })
}

// undo takes one commit back. Where something has changed since, the register
// refuses, and the reason is shown.
func (h *Page) undo(e event) {
	r := h.Register
	stage.Save(h.Stage, func(ctx context.Context) (ledger.Entry, error) {
		return r.UndoRevision(ctx, e.Revision)
	}, func(undone ledger.Entry) {
		h.Tell(stage.Receipt{Message: text.Msg("history.undone.receipt", "what", undone.Why), Undo: false})
	})
}
