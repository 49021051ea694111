package importing

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// summary is what the import would do as it is understood now.
func summary(w *Wizard) fyne.CanvasObject {
	t, n := w.Text, w.counts
	lines := []fyne.CanvasObject{
		widgets.NewWrapped(t.N("importing.sum.create", n[reviewCreate]), widgets.Body, widgets.Plain),
		widgets.NewWrapped(t.N("importing.sum.update", n[reviewUpdate]), widgets.Body, widgets.Plain),
		widgets.NewWrapped(t.N("importing.sum.unchanged", n[reviewUnchanged]), widgets.Body, widgets.Plain),
	}
	if d := n[ReviewDecide]; d > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.sum.decide", d), widgets.Body, widgets.Warning))
	}
	if s := n[reviewStop]; s > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.sum.stop", s), widgets.Body, widgets.Bad))
	}
	if s := n[reviewSkip]; s > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.sum.skip", s), widgets.Body, widgets.Muted))
	}
	if open := len(ValueQuestions(w.proposal.Questions)); open > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.sum.questions", open), widgets.Body, widgets.Warning))
	}
	lines = append(lines, widgets.NewWrapped(t.T("importing.promise"), widgets.Small, widgets.Muted))
	cards := []fyne.CanvasObject{widgets.NewCard(t.T("importing.sum"), widgets.Column(widgets.Tight, lines...))}
	if notices := noticeLines(w); len(notices) > 0 {
		cards = append(cards, widgets.NewCard(t.T("importing.notices"), widgets.Column(widgets.Near, notices...)))
	}
	cards = append(cards, widgets.NewCard(t.T("importing.mapping"), widgets.NewWrapped(t.T("importing.mapping.what"), widgets.Small, widgets.Muted)))
	return widgets.Column(widgets.Apart, cards...)
}

// noticeLines are what is worth knowing and needs no answer.
func noticeLines(w *Wizard) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, line := range Notices(w.Text, w.proposal) {
		out = append(out, widgets.NewMarked(mark.Info, widgets.Accent, widgets.NewWrapped(line, widgets.Small, widgets.Plain)))
	}
	return out
}
