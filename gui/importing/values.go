package importing

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/intake"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// mostQuestions is how many open questions are shown at a time: the next ones
// come when these are answered.
const mostQuestions = 25

// values is the third step: what could not be read with certainty, asked once
// each. The questions do not change while they are being answered; the list is
// interpreted again when the user goes on.
type values struct {
	w     *Wizard
	of    *intake.Proposal // the proposal whose questions are shown
	cards []*questionCard
	open  int // the first so many cards are of open questions
	left  *widgets.Text
	all   *widgets.Button
	rows  *fyne.Container
	whole *widgets.Scroller
}

func newValues(w *Wizard) *values {
	v := &values{w: w, rows: widgets.Column(widgets.Apart), left: widgets.NewWrapped("", widgets.Body, widgets.Plain)}
	v.all = widgets.NewButton(w.Text.T("importing.values.accept"), v.acceptAll)
	v.whole = widgets.Scrolled(v.rows)
	return v
}

func (v *values) object() fyne.CanvasObject { return v.whole }

func (v *values) focus() {
	for _, c := range v.cards[:v.open] {
		if c.answer == "" {
			c.focus()
			return
		}
	}
	v.w.focusOn(v.w.next)
}

func (v *values) apply() {
	if v.of != v.w.proposal {
		v.of = v.w.proposal
		v.build()
		v.whole.ScrollToTop()
	}
	v.count()
}

func (v *values) build() {
	t := v.w.Text
	open, answered := ValueQuestions(v.of.Questions), ValueQuestions(v.of.Answered)
	v.cards, v.open = nil, min(len(open), mostQuestions)
	var rows []fyne.CanvasObject
	if len(open) == 0 {
		rows = append(rows, widgets.NewMarked(mark.Tick, widgets.Good, widgets.NewWrapped(t.T("importing.values.none"), widgets.Body, widgets.Plain)))
	} else {
		rows = append(rows, v.left, widgets.Row(0, v.all))
	}
	for _, q := range open[:v.open] {
		rows = append(rows, v.add(q))
	}
	if len(answered) > 0 {
		rows = append(rows, widgets.NewWrapped(t.T("importing.values.answered"), widgets.Section, widgets.Plain))
	}
	for _, q := range answered[:min(len(answered), 2*mostQuestions)] {
		rows = append(rows, v.add(q))
	}
	v.rows.Objects = rows
	v.rows.Refresh()
}

func (v *values) add(q intake.Question) fyne.CanvasObject {
	at := len(v.cards)
	c := newQuestionCard(v.w, q, func(answer string) { v.answered(q, answer) }, func(step int) { v.move(at, step) })
	if given := v.w.answers[q.ID]; given != "" {
		c.set(given)
	}
	v.cards = append(v.cards, c)
	return widgets.NewCard("", c.content)
}

// answered keeps an answer. Nothing is understood again until the user goes on.
func (v *values) answered(q intake.Question, answer string) {
	if v.w.answers[q.ID] != answer {
		v.w.answers[q.ID] = answer
		v.w.stale = true
	}
	v.count()
}

// move goes to a neighbouring question; after the last one, on.
func (v *values) move(from, step int) {
	at := from + step
	switch {
	case at < 0 || at > len(v.cards):
	case at == len(v.cards) || step > 0 && at >= v.open && v.remaining() == 0:
		v.w.focusOn(v.w.next)
	default:
		v.cards[at].focus()
	}
}

func (v *values) remaining() int {
	n := 0
	for _, c := range v.cards[:v.open] {
		if c.answer == "" {
			n++
		}
	}
	return n
}

// count says how many answers are missing.
func (v *values) count() {
	t := v.w.Text
	if n := v.remaining(); n > 0 {
		v.left.SetText(t.N("importing.values.open", n))
	} else {
		v.left.SetText(t.T("importing.values.ready"))
	}
}

// unanswered goes to the first question without an answer, and reports whether there is one.
func (v *values) unanswered() bool {
	n := v.remaining()
	if n == 0 {
		return false
	}
	t := v.w.Text
	v.w.page.Show(widgets.NewNotice(widgets.Accent, t.N("importing.values.left", n), "", nil, t.T("importing.closeNotice")))
	v.focus()
	return true
}

// acceptAll answers with the suggestions; what has none stays open.
func (v *values) acceptAll() {
	for _, c := range v.cards[:v.open] {
		if c.answer == "" && c.question.Suggestion != "" {
			c.choose(c.question.Suggestion)
		}
	}
	for _, q := range ValueQuestions(v.of.Questions) {
		if v.w.answers[q.ID] == "" && q.Suggestion != "" {
			v.w.answers[q.ID], v.w.stale = q.Suggestion, true
		}
	}
	v.focus()
}

// digit answers the question that has the keyboard: with the level of that
// rank, or with the choice of that number.
func (v *values) digit(r rune) bool {
	if v.w.Window == nil {
		return false
	}
	focused := v.w.Window.Canvas().Focused()
	for _, c := range v.cards {
		if c.has(focused) {
			return c.digit(r)
		}
	}
	return false
}
