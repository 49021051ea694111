package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/inventory"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// review is the fourth step: every row and change, each of which can be left out.
type review struct {
	w     *Wizard
	chips map[present.Review]*widgets.Chip
	table *widgets.Table[present.ReviewRow]
	group present.Review
	erase *widgets.Chip
	whole fyne.CanvasObject
}

var actionTones = map[inventory.Action]widgets.Tone{
	inventory.Create: widgets.Good, inventory.Update: widgets.Plain, inventory.Doubt: widgets.Warning,
	inventory.Stop: widgets.Bad, inventory.Unchanged: widgets.Muted, inventory.Skip: widgets.Muted,
}

func newReview(w *Wizard) *review {
	r := &review{w: w, chips: map[present.Review]*widgets.Chip{}, group: present.ReviewAll}
	t := w.Text
	var chips []fyne.CanvasObject
	for _, g := range present.Reviews {
		c := widgets.NewChip("", func() { r.choose(g) })
		r.chips[g] = c
		chips = append(chips, c)
	}
	r.erase = widgets.NewChip(t.T("importing.erase"), r.toggleErase)
	r.table = widgets.NewTable(present.ReviewRow.Key, r.columns()...)
	r.table.OnBox = func(row present.ReviewRow, on bool) {
		w.options.Rows[inventory.RowRef{Sheet: row.Table.Sheet, Row: row.Entry.Row}] = on
		w.Jobs.After("import.rows", 0, w.again)
	}
	foot := container.NewBorder(nil, nil, widgets.Row(0, r.erase), nil,
		widgets.Inset(0, widgets.Apart, widgets.NewWrapped(t.T("importing.promise"), widgets.Small, widgets.Muted)))
	r.whole = container.NewBorder(widgets.Inset(0, 0, widgets.Flow(widgets.Near, chips...)), widgets.Inset(widgets.Near, 0, foot), nil, nil,
		widgets.Inset(widgets.Near, 0, widgets.NewPlate(r.table)))
	return r
}

func (r *review) columns() []widgets.TableColumn[present.ReviewRow] {
	t := r.w.Text
	first := func(s func(present.ReviewRow) string) func(present.ReviewRow) string {
		return func(row present.ReviewRow) string {
			if !row.First {
				return ""
			}
			return s(row)
		}
	}
	return []widgets.TableColumn[present.ReviewRow]{
		{ID: "take", Width: 36, Box: r.box},
		{ID: "action", Title: t.T("importing.review.action"), Width: 96,
			Text: first(func(row present.ReviewRow) string { return t.T("importing.action." + string(row.Entry.Action)) }),
			Tone: func(row present.ReviewRow) widgets.Tone { return actionTones[row.Entry.Action] },
			Bold: func(present.ReviewRow) bool { return true }},
		{ID: "asset", Title: t.T("importing.review.asset"), Width: 190, Text: first(func(row present.ReviewRow) string { return row.Entry.Name })},
		{ID: "unit", Title: t.T("importing.review.unit"), Width: 190,
			Text: first(func(row present.ReviewRow) string { return inventory.UnitPath(row.Entry.Unit) }),
			Tone: func(present.ReviewRow) widgets.Tone { return widgets.Muted }},
		{ID: "field", Title: t.T("importing.review.field"), Width: 150, Text: func(row present.ReviewRow) string { return row.Field(t) }},
		{ID: "change", Title: t.T("importing.review.change"), Width: 260, Grow: true, Text: func(row present.ReviewRow) string { return row.Says(t) }},
	}
}

// box tells whether a row is taken, and whether that can be chosen.
func (r *review) box(row present.ReviewRow) (on, shown bool) {
	switch row.Entry.Action {
	case inventory.Create, inventory.Update:
		return true, row.First
	case inventory.Skip:
		_, chosen := r.w.options.Rows[inventory.RowRef{Sheet: row.Table.Sheet, Row: row.Entry.Row}]
		return false, chosen && row.First
	}
	return false, false
}

func (r *review) object() fyne.CanvasObject { return r.whole }

func (r *review) apply() {
	t, counts := r.w.Text, r.w.proposal.Counts
	for g, c := range r.chips {
		n := g.Count(counts)
		c.Set(t.T("importing.review."+string(g), "n", t.Int(n)), g == r.group)
		c.Hidden = n == 0 && g != present.ReviewAll
	}
	r.erase.Set(t.T("importing.erase"), r.w.options.EmptyErases)
	r.table.SetRows(present.ReviewRows(r.w.proposal, r.group))
}

func (r *review) choose(g present.Review) {
	r.group = g
	r.apply()
}

// toggleErase lets empty cells of the list erase what the register has, or not.
func (r *review) toggleErase() {
	r.w.options.EmptyErases = !r.w.options.EmptyErases
	r.w.again()
}
