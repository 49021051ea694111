package classification

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/gui/widgets"
)

// effectRows rate how serious the consequence is for each category. What a
// level means there is written below.
type effectRows struct {
	form   *Form
	aspect classify.Aspect
	card   *widgets.Card
	rows   []*widgets.Rating
	lines  []effectLine
	means  *widgets.Text
}

func newEffectRows(f *Form, a classify.Aspect) *effectRows {
	p := f.stage.Text
	e := &effectRows{form: f, aspect: a, means: widgets.NewWrapped(p.T("classification.effects.help"), widgets.Caption, widgets.Muted)}
	e.lines = e.now()
	list := widgets.Column(0)
	for i, line := range e.lines {
		row := widgets.NewRating(line.Name, levelCodes(f.form.Scale), func(j int) { e.rate(i, j) })
		row.OnMove = func(step int) { e.move(i + step) }
		row.OnLook = func(j int) { e.look(i, j) }
		e.rows = append(e.rows, row)
		list.Add(row)
	}
	e.card = widgets.NewCard(p.T("classification.effects"), widgets.Column(widgets.Near, list, e.means))
	return e
}

// levelCodes are the levels of a scale as a row offers them, without the aspect's letter.
func levelCodes(s classify.Scale) []widgets.Badge {
	out := make([]widgets.Badge, len(s.Levels))
	for i, l := range s.Levels {
		rank, _ := l.Level.Rank()
		out[i] = widgets.Badge{Rank: rank, Set: true, Code: l.Code}
	}
	return out
}

func (e *effectRows) now() []effectLine {
	return effectLines(e.form.stage.Text, e.form.form, e.form.stage.Register.Classifications().Matrix(), e.aspect)
}

func (e *effectRows) rate(category, place int) {
	e.form.form.Rate(e.aspect, category, e.lines[category].Levels[place])
	e.form.apply()
}

func (e *effectRows) move(row int) {
	if row >= 0 && row < len(e.rows) {
		e.rows[row].Focus()
	}
}

// look says what the level of a category means, or how to begin.
func (e *effectRows) look(category, place int) {
	line := e.lines[category]
	if place < 0 {
		e.means.SetText(e.form.stage.Text.T("classification.effects.help"))
		return
	}
	e.means.SetText(line.Name + ": " + line.Means[place] + ".")
	e.card.Refresh()
}

func (e *effectRows) apply() {
	e.lines = e.now()
	for i, row := range e.rows {
		row.Set(e.lines[i].Chosen, e.lines[i].Decides)
	}
}

// effectWidth is the width of the categories beside the questions, and
// questionsLeast how narrow the questions may become, at 100 %.
const (
	effectWidth    = 320
	questionsLeast = 340
)

// besideQuestions puts the categories beside the questions, where there is room.
func (e *effectRows) besideQuestions(questions fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Beside(effectWidth, questionsLeast, questions, e.card)
}
