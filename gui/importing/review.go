package importing

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/intake"
	"infoklass/gui/jobs"
	"infoklass/gui/widgets"
)

// review is the fourth step: every row and change, each of which can be left
// out, and what has to be decided about single rows.
type review struct {
	w       *Wizard
	chips   map[Review]*widgets.Chip
	table   *widgets.Table[ReviewRow]
	group   Review
	none    *widgets.Text // said when the list changes nothing
	erase   *widgets.Chip
	decide  *decide
	content *fyne.Container
	whole   *widgets.Scroller
}

var groupTones = map[Review]widgets.Tone{
	reviewCreate: widgets.Good, reviewUpdate: widgets.Plain, ReviewDecide: widgets.Warning,
	reviewStop: widgets.Bad, reviewUnchanged: widgets.Muted, reviewSkip: widgets.Muted,
}

func newReview(w *Wizard) *review {
	r := &review{w: w, chips: map[Review]*widgets.Chip{}, group: reviewAll}
	t := w.Text
	var chips []fyne.CanvasObject
	for _, g := range reviews {
		c := widgets.NewChip("", func() { r.choose(g) })
		r.chips[g] = c
		chips = append(chips, c)
	}
	r.erase = widgets.NewChip(t.T("importing.erase"), r.toggleErase)
	r.table = widgets.NewTable(func(row ReviewRow) string { return row.Key }, r.columns()...)
	r.table.OnBox = r.take
	r.table.OnSelect = r.selected
	r.table.OnOpen = r.open
	r.decide = newDecide(w, func() { r.table.Focus() })
	foot := container.NewBorder(nil, nil, widgets.Row(0, r.erase), nil,
		widgets.Inset(4, widgets.Apart, widgets.NewWrapped(t.T("importing.review.hint"), widgets.Small, widgets.Muted)))
	r.none = widgets.NewWrapped(t.T("importing.review.none"), widgets.Strong, widgets.Good)
	bottom := widgets.Column(widgets.Near, r.decide.object(), foot)
	r.content = container.NewBorder(widgets.Column(widgets.Near, r.none, widgets.Flow(widgets.Near, chips...)), bottom, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 150, widgets.NewPlate(r.table))))
	r.whole = widgets.Scrolled(r.content)
	return r
}

func (r *review) columns() []widgets.TableColumn[ReviewRow] {
	t := r.w.Text
	first := func(s func(ReviewRow) string) func(ReviewRow) string {
		return func(row ReviewRow) string {
			if !row.First() {
				return ""
			}
			return s(row)
		}
	}
	return []widgets.TableColumn[ReviewRow]{
		{ID: "take", Width: 36, Box: r.box},
		{ID: "action", Title: t.T("importing.review.action"), Width: 104,
			Text: first(func(row ReviewRow) string { return actionLabel(t, row.Entry) }),
			Tone: func(row ReviewRow) widgets.Tone { return groupTones[GroupOf(row.Entry)] },
			Bold: func(ReviewRow) bool { return true }},
		{ID: "asset", Title: t.T("importing.review.asset"), Width: 190, Text: first(func(row ReviewRow) string { return rowName(t, row.Entry) })},
		{ID: "unit", Title: t.T("importing.review.unit"), Width: 180,
			Text: first(func(row ReviewRow) string { return intake.UnitPath(row.Entry.Unit) }),
			Tone: func(ReviewRow) widgets.Tone { return widgets.Muted }},
		{ID: "field", Title: t.T("importing.review.field"), Width: 150, Text: func(row ReviewRow) string { return row.Field(t) }},
		{ID: "change", Title: t.T("importing.review.change"), Width: 280, Grow: true, Text: func(row ReviewRow) string { return row.Says(t) }},
	}
}

// box reports whether a row is taken, and whether that can be chosen.
func (r *review) box(row ReviewRow) (on, shown bool) {
	switch GroupOf(row.Entry) {
	case reviewCreate, reviewUpdate:
		return r.w.left.Takes(row), row.First()
	case ReviewDecide:
		return false, row.First()
	case reviewSkip:
		return false, row.First() && canTake(row.Entry)
	}
	return false, false
}

// take takes a row or leaves it. Leaving changes nothing else, so the list
// need not be understood again; taking a row that was skipped does.
func (r *review) take(row ReviewRow, on bool) {
	switch GroupOf(row.Entry) {
	case reviewCreate, reviewUpdate:
		if on {
			delete(r.w.left, row.Ref())
			r.w.take++
		} else {
			r.w.left[row.Ref()] = true
			r.w.take--
		}
		r.w.apply()
	case ReviewDecide:
		r.decide.focus() // it must be decided first
	case reviewSkip:
		r.w.options.Rows[row.Ref()] = on
		r.w.changed()
	}
}

func (r *review) object() fyne.CanvasObject { return r.whole }

func (r *review) focus() { r.table.Focus() }

func (r *review) apply() {
	t := r.w.Text
	for g, c := range r.chips {
		n := r.w.counts[g]
		c.Set(t.T("importing.review."+string(g), "n", t.Int(n)), g == r.group)
		c.Hidden = n == 0 && g != reviewAll && g != r.group
	}
	n := r.w.counts
	r.none.Hidden = n[reviewCreate]+n[reviewUpdate]+n[ReviewDecide] > 0
	r.erase.Set(t.T("importing.erase"), r.w.options.EmptyErases)
	r.table.SetRows(r.w.rows)
	r.selected(r.table.Selected())
	r.content.Refresh()
}

// choose shows one group of rows. There may be a hundred thousand: they are
// gathered off the UI goroutine.
func (r *review) choose(g Review) {
	r.group = g
	p := r.w.proposal
	jobs.Start(r.w.Jobs, "import.rows", func(context.Context, *jobs.Progress) ([]ReviewRow, error) {
		return reviewRows(p, g), nil
	}, func(rows []ReviewRow, _ error) {
		if r.w.proposal != p || r.group != g {
			return // gathered again with the newer proposal
		}
		r.w.rows = rows
		r.table.SelectKeys()
		r.apply()
	})
}

// selected shows what has to be decided about a row.
func (r *review) selected(rows []ReviewRow) {
	if len(rows) != 1 {
		r.decide.show(nil)
	} else {
		r.decide.show(&rows[0])
	}
	r.content.Refresh()
}

// open goes to what has to be decided, or shows all that a row says.
func (r *review) open(row ReviewRow) {
	if r.decide.focus() {
		return
	}
	showRow(r.w, row)
}

// toggleErase lets empty cells of the list erase what the register has, or not.
func (r *review) toggleErase() {
	r.w.options.EmptyErases = !r.w.options.EmptyErases
	r.erase.Set(r.w.Text.T("importing.erase"), r.w.options.EmptyErases)
	r.w.changed()
}
