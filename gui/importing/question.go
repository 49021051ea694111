package importing

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/intake"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// fewChoices is how many answers are shown; more are searched among.
const fewChoices = 7

// questionCard is a question with its answers side by side. Arrows go between
// the answers and on to the next question; Enter on the chosen one goes on.
type questionCard struct {
	w        *Wizard
	question intake.Question
	answer   string
	choices  []string // as lines
	lines    []*widgets.ChoiceCard
	other    *widgets.Button // searches among all; nil when all are shown
	chosen   func(answer string)
	move     func(step int)
	content  fyne.CanvasObject
}

func newQuestionCard(w *Wizard, q intake.Question, chosen func(string), move func(step int)) *questionCard {
	t := w.Text
	c := &questionCard{w: w, question: q, answer: q.Answer, chosen: chosen, move: move}
	c.choices = q.Choices
	if len(q.Choices) > fewChoices {
		c.choices = shortlist(q)
		c.other = widgets.NewButton(t.T("importing.values.other"), c.search).Compact()
	}
	var answers []fyne.CanvasObject
	for i, choice := range c.choices {
		label := choiceLabel(t, q, choice)
		if choice == q.Suggestion {
			label = t.T("importing.values.suggested", "choice", label)
		}
		line := widgets.NewChoiceLine(label, func() { c.choose(choice) })
		line.OnArrow = func(step int) { c.arrow(i + step) }
		line.OnAgain = func() { c.move(1) }
		c.lines = append(c.lines, line)
		answers = append(answers, line)
	}
	if c.other != nil {
		answers = append(answers, c.other)
	}
	c.content = widgets.Column(widgets.Near,
		widgets.NewWrapped(q.Message.In(t), widgets.Strong, widgets.Plain),
		widgets.NewWrapped(Where(t, w.proposal, q), widgets.Small, widgets.Muted),
		container.New(&sideBySide{}, answers...))
	c.mark()
	return c
}

// shortlist is the suggestion, the choice new, and the answer given.
func shortlist(q intake.Question) []string {
	var out []string
	for _, choice := range q.Choices {
		if choice == q.Suggestion || choice == q.Answer || choice == "new" || choice == "none" {
			out = append(out, choice)
		}
	}
	return out
}

// set shows an answer that has been given already.
func (c *questionCard) set(answer string) {
	c.answer = answer
	c.mark()
}

func (c *questionCard) choose(answer string) {
	c.set(answer)
	c.chosen(answer)
}

func (c *questionCard) mark() {
	for i, line := range c.lines {
		line.SetChosen(c.choices[i] == c.answer)
	}
	if c.other == nil {
		return
	}
	c.other.SetText(c.w.Text.T("importing.values.other"))
	if c.answer != "" && !slices.Contains(c.choices, c.answer) {
		c.other.SetText(c.w.Text.T("importing.values.otherChosen", "choice", choiceLabel(c.w.Text, c.question, c.answer)))
	}
}

// search lets the user find an answer among many.
func (c *questionCard) search() {
	t := c.w.Text
	var all []Meaning
	for _, choice := range c.question.Choices {
		all = append(all, Meaning{Field: choice, Label: choiceLabel(t, c.question, choice)})
	}
	pick(c.w.Stage, c.question.Message.In(t), t.T("importing.values.search"), t.T("importing.values.choice"), all, c.choose)
}

func (c *questionCard) arrow(to int) {
	switch {
	case to < 0:
		c.move(-1)
	case to < len(c.lines):
		c.lines[to].Focus()
	case to == len(c.lines) && c.other != nil:
		c.w.focusOn(c.other)
	default:
		c.move(1)
	}
}

// focus goes to the answer given, or suggested, or the first.
func (c *questionCard) focus() {
	wanted := c.answer
	if wanted == "" {
		wanted = c.question.Suggestion
	}
	if at := slices.Index(c.choices, wanted); at >= 0 {
		c.lines[at].Focus()
		return
	}
	if len(c.lines) > 0 {
		c.lines[0].Focus()
	} else if c.other != nil {
		c.w.focusOn(c.other)
	}
}

// has reports whether the keyboard is in this question.
func (c *questionCard) has(focused fyne.Focusable) bool {
	for _, line := range c.lines {
		if focused == fyne.Focusable(line) {
			return true
		}
	}
	return c.other != nil && focused == fyne.Focusable(c.other)
}

func (c *questionCard) digit(r rune) bool {
	at := int(r-'0') - 1
	if c.question.Kind == intake.AskLevel {
		at = slices.Index(c.choices, string(r))
	}
	if at < 0 || at >= len(c.lines) {
		return false
	}
	c.lines[at].Focus()
	c.choose(c.choices[at])
	return true
}

// sideBySide puts answers beside each other, each wide enough for its words,
// and goes on below; one longer than the whole width wraps. It knows its
// height only after it has been given a width, like a wrapped text.
type sideBySide struct{ width float32 }

func (s *sideBySide) wanted(o fyne.CanvasObject) float32 {
	if c, ok := o.(*widgets.ChoiceCard); ok {
		return max(c.Wanted(), c.MinSize().Width)
	}
	return o.MinSize().Width
}

func (s *sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, s.place(objects, max(s.width, width), false))
}

func (s *sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	s.place(objects, size.Width, true)
}

func (s *sideBySide) place(objects []fyne.CanvasObject, room float32, move bool) float32 {
	gap := theme.Scaled(widgets.Near)
	x, y, tallest := float32(0), float32(0), float32(0)
	for _, o := range objects {
		width := min(s.wanted(o), room)
		if x > 0 && x+width > room {
			x, y, tallest = 0, y+tallest+gap, 0
		}
		if move {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
		tallest = max(tallest, o.MinSize().Height)
		x += width + gap
	}
	return y + tallest
}
