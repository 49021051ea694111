package classification

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

// ladder shows the guided questions of an aspect: those answered, and the one
// at hand. Answering no opens the next.
type ladder struct {
	box  *fyne.Container
	rows []*question
}

type question struct {
	row     *fyne.Container
	yes, no *widgets.Chip
}

func newLadder(p *text.Printer, l Ladder, reply func(i int, yes bool)) *ladder {
	out := &ladder{box: widgets.Column(widgets.Near)}
	for i, q := range l.Questions {
		row := &question{
			yes: widgets.NewChip(p.T("classification.yes"), func() { reply(i, true) }),
			no:  widgets.NewChip(p.T("classification.no"), func() { reply(i, false) }),
		}
		row.row = container.NewBorder(nil, nil, nil, widgets.Row(widgets.Tight, row.yes, row.no),
			widgets.Inset(4, 0, widgets.NewWrapped(p.T(q.Key()), widgets.Body, widgets.Plain)))
		out.rows = append(out.rows, row)
		out.box.Add(row.row)
	}
	return out
}

// apply shows the answers.
func (l *ladder) apply(state Ladder) {
	asked := state.Asked()
	for i, row := range l.rows {
		row.row.Hidden = i >= asked
		row.yes.Set(row.yes.Text(), state.Answers[i] == Yes)
		row.no.Set(row.no.Text(), state.Answers[i] == No)
	}
	l.box.Refresh()
}

// follow moves the keyboard on to the question that opened, where it was in the ladder.
func (l *ladder) follow(c fyne.Canvas) {
	at := c.Focused()
	for i, row := range l.rows {
		if at != fyne.Focusable(row.no) || i+1 >= len(l.rows) || l.rows[i+1].row.Hidden {
			continue
		}
		c.Focus(l.rows[i+1].no)
		return
	}
}
