package importing

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/intake"
	"infoklass/gui/widgets"
)

// decide asks what has to be decided about the row that is selected: which
// asset it is, or which of two values holds, side by side.
type decide struct {
	w     *Wizard
	done  func() // back to the rows
	card  *questionCard
	asked string // the questions shown, by id and answer
	box   *fyne.Container
}

func newDecide(w *Wizard, done func()) *decide {
	d := &decide{w: w, done: done, box: widgets.Column(widgets.Near)}
	d.box.Hide()
	return d
}

func (d *decide) object() fyne.CanvasObject { return d.box }

// show asks about a row; nil, or a row without questions, asks nothing.
func (d *decide) show(row *ReviewRow) {
	q, ok := d.question(row)
	if !ok {
		d.card, d.asked = nil, ""
		d.box.Hide()
		return
	}
	if q.ID == d.asked {
		return // the keyboard stays where it is
	}
	d.asked = q.ID
	d.card = newQuestionCard(d.w, q, func(answer string) {
		d.w.answers[q.ID] = answer
		d.w.changed()
	}, func(int) { d.done() })
	if given := d.w.answers[q.ID]; given != "" {
		d.card.set(given)
	}
	d.box.Objects = []fyne.CanvasObject{widgets.NewCard("", d.card.content)}
	d.box.Show()
	d.box.Refresh()
}

// question finds what is asked about a row: the conflict of its line, or
// whatever is open, or what has been answered.
func (d *decide) question(row *ReviewRow) (intake.Question, bool) {
	if row == nil {
		return intake.Question{}, false
	}
	for _, id := range RowAsks(*row) {
		if q, ok := d.w.rowAsks[id]; ok {
			return q, true
		}
	}
	return intake.Question{}, false
}

// focus moves the keyboard to the answers, and reports whether there are any.
func (d *decide) focus() bool {
	if d.card == nil {
		return false
	}
	d.card.focus()
	return true
}
