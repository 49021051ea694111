package importing

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/inventory"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// mostQuestions is how many questions are shown at a time: the next ones come
// when these are answered.
const mostQuestions = 60

// values is the third step: what could not be read with certainty, asked once each.
type values struct {
	w     *Wizard
	rows  *fyne.Container
	whole fyne.CanvasObject
}

func newValues(w *Wizard) *values {
	v := &values{w: w, rows: widgets.Column(widgets.Apart)}
	v.whole = widgets.Scrolled(v.rows)
	return v
}

func (v *values) object() fyne.CanvasObject { return v.whole }

func (v *values) apply() {
	t := v.w.Text
	open, answered := v.w.proposal.Questions, v.w.proposal.Answered
	var rows []fyne.CanvasObject
	switch {
	case len(open) == 0:
		rows = append(rows, widgets.NewCard("", widgets.NewWrapped(t.T("importing.values.none"), widgets.Body, widgets.Good)))
	default:
		head := widgets.NewWrapped(t.N("importing.values.open", len(open)), widgets.Body, widgets.Plain)
		rows = append(rows, head, widgets.Row(0, widgets.NewButton(t.T("importing.values.accept"), v.acceptAll)))
	}
	for i, q := range open {
		if i == mostQuestions {
			break
		}
		rows = append(rows, v.question(q, true))
	}
	if len(answered) > 0 {
		rows = append(rows, widgets.NewText(t.T("importing.values.answered"), widgets.Section, widgets.Plain))
	}
	for i, q := range answered {
		if i == mostQuestions {
			break
		}
		rows = append(rows, v.question(q, false))
	}
	v.rows.Objects = rows
	v.rows.Refresh()
}

// question is a card with what is asked and a button for each answer.
func (v *values) question(q inventory.Question, open bool) fyne.CanvasObject {
	t := v.w.Text
	lines := []fyne.CanvasObject{widgets.NewWrapped(q.Message.In(t), widgets.Body, widgets.Plain)}
	where := t.N("importing.values.rows", q.Rows)
	if q.Sheet != "" && len(v.w.proposal.Tables) > 1 {
		where = q.Sheet + " · " + where
	}
	lines = append(lines, widgets.NewWrapped(where, widgets.Small, widgets.Muted))
	lines = append(lines, widgets.Flow(widgets.Near, v.choices(q, open)...))
	return widgets.NewCard("", widgets.Column(widgets.Near, lines...))
}

// fewChoices is how many answers are shown as buttons; more go into a menu.
const fewChoices = 6

func (v *values) choices(q inventory.Question, open bool) []fyne.CanvasObject {
	t := v.w.Text
	chosen := q.Answer
	if open {
		chosen = q.Suggestion
	}
	if len(q.Choices) > fewChoices {
		return v.menu(q, chosen, open)
	}
	var out []fyne.CanvasObject
	for _, choice := range q.Choices {
		label := present.ChoiceLabel(t, q, choice)
		answer := func() { v.answer(q, choice) }
		switch {
		case open && choice == chosen:
			out = append(out, widgets.NewPrimary(t.T("importing.values.suggested", "choice", label), answer))
		case choice == chosen:
			out = append(out, widgets.NewPrimary(label, answer))
		default:
			out = append(out, widgets.NewButton(label, answer))
		}
	}
	return out
}

func (v *values) menu(q inventory.Question, chosen string, open bool) []fyne.CanvasObject {
	t := v.w.Text
	label := t.T("importing.values.choose")
	if chosen != "" {
		label = present.ChoiceLabel(t, q, chosen)
	}
	var out []fyne.CanvasObject
	if open && chosen != "" {
		out = append(out, widgets.NewPrimary(t.T("importing.values.suggested", "choice", label), func() { v.answer(q, chosen) }))
		label = t.T("importing.values.other")
	}
	return append(out, widgets.NewChoice(label, func() []*fyne.MenuItem {
		var items []*fyne.MenuItem
		for _, choice := range q.Choices {
			items = append(items, fyne.NewMenuItem(present.ChoiceLabel(t, q, choice), func() { v.answer(q, choice) }))
		}
		return items
	}))
}

func (v *values) answer(q inventory.Question, choice string) {
	v.w.answers[q.ID] = choice
	v.w.again()
}

// acceptAll answers with the suggestions; what has none stays open.
func (v *values) acceptAll() {
	for _, q := range v.w.proposal.Questions {
		if q.Suggestion != "" {
			v.w.answers[q.ID] = q.Suggestion
		}
	}
	v.w.again()
}
