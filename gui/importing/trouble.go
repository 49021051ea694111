package importing

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// trouble fills the page while there is no list to show: the file is being read,
// the reading was stopped, or the file cannot be read.
type trouble struct {
	w     *Wizard
	first *widgets.Button
}

func newTrouble(w *Wizard) *trouble { return &trouble{w: w} }

// waiting shows that the file is being read.
func (tr *trouble) waiting(doing string) fyne.CanvasObject {
	stop := widgets.NewButton(tr.w.Text.T("importing.stop"), func() { tr.w.Jobs.Stop(slot) })
	tr.first = stop
	return tr.card(widgets.Muted, doing, tr.w.Text.T("importing.reading.what"), stop)
}

// about shows, large, why there is no list and what can be done.
func (tr *trouble) about(err error) fyne.CanvasObject {
	t := tr.w.Text
	again := widgets.NewButton(t.T("importing.again"), tr.w.read)
	leave := widgets.NewButton(t.T("importing.leave.close"), tr.w.opt.OnClose)
	if errors.Is(err, context.Canceled) {
		again.SetPrimary(true)
		tr.first = again
		return tr.card(widgets.Accent, t.T("importing.stopped"), t.T("importing.stopped.what"), leave, again)
	}
	if told := (*text.Error)(nil); !errors.As(err, &told) {
		tr.w.Fail(err) // what has no sentence of its own is for the log
	}
	buttons := []*widgets.Button{leave, again}
	tr.first = again
	if tr.w.opt.OnOther != nil {
		tr.first = widgets.NewPrimary(t.T("importing.other"), tr.w.opt.OnOther)
		buttons = append(buttons, tr.first)
	}
	return tr.card(widgets.Bad, text.Explain(t, err), t.T("importing.unreadable.what"), buttons...)
}

// card is a sentence, what follows from it, and the buttons.
func (tr *trouble) card(tone widgets.Tone, sentence, what string, buttons ...*widgets.Button) fyne.CanvasObject {
	var row []fyne.CanvasObject
	for i := len(buttons) - 1; i >= 0; i-- { // the one to press first comes first
		row = append(row, buttons[i])
	}
	sign := map[widgets.Tone]mark.Sign{widgets.Bad: mark.Alert}[tone]
	head := fyne.CanvasObject(widgets.NewWrapped(sentence, widgets.Section, widgets.Plain))
	if sign != mark.None {
		head = widgets.NewMarked(sign, tone, widgets.NewWrapped(sentence, widgets.Section, widgets.Plain))
	}
	content := widgets.Column(widgets.Apart, head, widgets.NewWrapped(what, widgets.Body, widgets.Muted), widgets.Flow(widgets.Near, row...))
	return widgets.Scrolled(container.NewVBox(widgets.NewCard("", content)))
}

func (tr *trouble) focus() {
	if tr.first != nil {
		tr.w.focusOn(tr.first)
	}
}
