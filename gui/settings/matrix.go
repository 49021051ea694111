package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// matrixCard edits the words of the consequence matrix, one category at a time:
// all thirty cells at once would fit no window.
type matrixCard struct {
	s        stage.Stage
	category classify.Category
	chips    map[classify.Category]*widgets.Chip
	cells    [5]*matrixCell // the name, then the ranks 0–3
	reset    *widgets.Button
	card     *widgets.Card
}

// matrixCell is one text: what the municipality writes, with the program's own beside it.
type matrixCell struct {
	rank  int
	field *widgets.Entry
	row   *widgets.FormRow
}

func newMatrixCard(s stage.Stage) *matrixCard {
	t := s.Text
	m := &matrixCard{s: s, category: classify.Categories[0], chips: map[classify.Category]*widgets.Chip{}}
	choice := widgets.Flow(widgets.Near)
	for _, c := range classify.Categories {
		m.chips[c] = widgets.NewChip("", func() { m.choose(c) })
		choice.Add(m.chips[c])
	}
	fields := widgets.Column(widgets.Near)
	for i := range m.cells {
		m.cells[i] = m.newCell(i - 1)
		fields.Add(m.cells[i].row)
	}
	m.reset = widgets.NewLink(t.T("settings.matrix.reset"), widgets.Accent, m.askReset)
	m.card = widgets.NewCard(t.T("settings.matrix"), widgets.Column(widgets.Apart,
		widgets.NewWrapped(t.T("settings.matrix.words"), widgets.Small, widgets.Muted), choice, fields, widgets.Row(0, m.reset)))
	m.apply()
	return m
}

func (m *matrixCard) newCell(rank int) *matrixCell {
	t := m.s.Text
	c := &matrixCell{rank: rank, field: widgets.NewEntry("")}
	label := t.T("settings.matrix.name")
	if rank >= 0 {
		label = t.T("settings.matrix.rank", "rank", rank)
	}
	c.field.OnCommit = func(words string) { m.save(rank, words) }
	c.row = widgets.NewFormRow(label, "", c.field)
	return c
}

func (m *matrixCard) choose(c classify.Category) {
	m.category = c
	m.apply()
}

func (m *matrixCard) save(rank int, words string) {
	category, r := m.category, m.s.Register
	if words == classify.Shipped(m.s.Text, category, rank) {
		words = ""
	}
	cell := m.cells[rank+1]
	stage.SaveOr(m.s, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.Classifications().ChangeMatrix(ctx, r.Classifications().Matrix().With(category, rank, words))
	}, func(_ struct{}, err error) {
		cell.row.Fault("")
		if err != nil {
			cell.row.Fault(text.Explain(m.s.Text, err))
			return
		}
		m.apply()
	})
}

func (m *matrixCard) askReset() {
	t := m.s.Text
	q := widgets.Question{Title: t.T("settings.matrix.reset"), Words: t.T("settings.matrix.reset.ask"), Yes: t.T("settings.matrix.reset.yes"), No: t.T("settings.cancel")}
	shipped := func(ctx context.Context) error {
		return m.s.Register.Classifications().ChangeMatrix(ctx, classify.Matrix{})
	}
	m.s.Ask(q, func() { m.s.Do(shipped, text.Msg("settings.matrix.reset.done"), m.apply) })
}

// apply writes the matrix as the register has it. A field being typed in is left alone.
func (m *matrixCard) apply() {
	t, matrix := m.s.Text, m.s.Register.Classifications().Matrix()
	for c, chip := range m.chips {
		chip.Set(matrix.Text(t, c, classify.NameCell), c == m.category)
	}
	for _, cell := range m.cells {
		if m.s.Window.Canvas() != nil && m.s.Window.Canvas().Focused() == fyne.Focusable(cell.field) {
			continue
		}
		cell.field.SetValue(matrix.Text(t, m.category, cell.rank))
		cell.row.Fault("")
		cell.row.Note("")
		if matrix.Replaced(m.category, cell.rank) {
			cell.row.Note(t.T("settings.matrix.shipped", "words", classify.Shipped(t, m.category, cell.rank)))
		}
	}
	m.reset.Hidden = !matrix.Own()
	m.card.Refresh()
}
