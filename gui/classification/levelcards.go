package classification

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// keyMatrix remembers whether the cards quote the whole consequence matrix.
const keyMatrix = "classification.matrix"

// levelCards offers the levels of the scale.
type levelCards struct {
	stage  stage.Stage
	scale  classify.Scale
	grid   *fyne.Container
	more   *widgets.Button
	levels []levelCard
	cards  []*widgets.ChoiceCard
}

func newLevelCards(s stage.Stage, scale classify.Scale, a classify.Aspect, choose func(classify.Level), again func()) *levelCards {
	l := &levelCards{stage: s, scale: scale, levels: LevelCards(s.Text, scale, s.Register.Classifications().Matrix())}
	objects := make([]fyne.CanvasObject, len(l.levels))
	for i, level := range l.levels {
		card := widgets.NewChoiceCard(level.Label, "", func() { choose(level.Level) })
		card.OnAgain = again
		card.OnArrow = func(step int) { l.arrow(i+step, choose) }
		l.cards = append(l.cards, card)
		objects[i] = card
	}
	l.grid = widgets.Tiles(150, objects...)
	l.more = widgets.NewLink("", widgets.Accent, l.toggle)
	l.applyMeaning()
	return l
}

// arrow chooses a neighbour, as arrows do among choices of which one holds.
func (l *levelCards) arrow(i int, choose func(classify.Level)) {
	if i < 0 || i >= len(l.cards) {
		return
	}
	l.cards[i].Focus()
	choose(l.levels[i].Level)
}

func (l *levelCards) toggle() {
	l.stage.Memory.SetBool(keyMatrix, !l.whole())
	l.applyMeaning()
	l.grid.Refresh()
}

func (l *levelCards) whole() bool { return l.stage.Memory.BoolWithFallback(keyMatrix, false) }

// applyMeaning writes what each level means, briefly or for every category.
func (l *levelCards) applyMeaning() {
	for i, card := range l.cards {
		if l.whole() {
			card.SetMeaning(l.levels[i].Whole)
		} else {
			card.SetMeaning(l.levels[i].Meaning)
		}
	}
	if l.whole() {
		l.more.SetText(l.stage.Text.T("classification.matrix.less"))
	} else {
		l.more.SetText(l.stage.Text.T("classification.matrix.more"))
	}
}

func (l *levelCards) apply(chosen classify.Level) {
	step, set := l.scale.Step(chosen)
	for i, card := range l.cards {
		card.SetChosen(set && l.levels[i].Code == step.Code)
	}
}
