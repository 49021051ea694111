// Package actions shows the action plan (handlingsplan): what is to be done
// over everything, the form of an action, and the actions of one asset.
package actions

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/action"
	"infoklass/domain/report"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Options are where the plan leads. Each may be nil: what it belongs to is not shown then.
type Options struct {
	// OnOpen opens the page of an asset.
	OnOpen func(asset string)
	// OnPrint prints the plan of the actions shown. Words say what was chosen, empty for all.
	OnPrint func(words string, shown []action.Action)
	// OnAnswer goes to an asset's requirement, to answer it again when its action is closed.
	OnAnswer func(asset, requirement string)
}

// List is the page Åtgärder.
type List struct {
	stage.Stage
	*listing.Page[row, query, plan]
	opt   Options
	print *widgets.Button
}

var _ stage.Page = (*List)(nil)

// NewList builds the page, sorted as last time.
func NewList(s stage.Stage, opt Options) *List {
	l, p := &List{Stage: s, opt: opt}, s.Text
	l.print = widgets.NewButton(p.T("actions.print"), func() { l.Print() })
	listing.Visible(l.print, opt.OnPrint != nil)
	head := listing.Head{Title: p.T("actions.title"), Actions: []fyne.CanvasObject{l.print, widgets.NewPrimary(p.T("actions.new"), l.startNew)}}
	l.Page = listing.NewPage(s, head, listing.Spec[row, query, plan]{
		Name: "actions", Remember: true, ThirdPress: true,
		Key: func(a row) string { return a.ID }, Columns: columns(p, true),
		Find: func(_ context.Context, a listing.Ask[query, plan]) (plan, error) {
			return listPlan(p, s.Register, a.Query, a.Sort), nil
		},
		Rows: func(found plan, _ query, _ present.Sort) []row { return found.Rows },

		Search: p.T("actions.search"), Words: func(q *query) *string { return &q.Text }, Filters: l.filters(), Narrows: narrows,
		Empty: func(plan, query) fyne.CanvasObject {
			return listing.NothingFound(p, "actions.nothing", "actions.nothing.words", "actions.nothing.clear", func() { l.Clear() })
		},
		Doors: widgets.NewEmptyState(p.T("actions.empty"), p.T("actions.empty.words"),
			widgets.Door{Title: p.T("actions.empty.new"), Words: p.T("actions.empty.new.words"), Open: l.startNew}),
		None: func(found plan) bool { return found.Total == 0 },

		Open: l.edit, Delete: func(rows []row) { askDelete(s, rows) },
		Commands: l.commands(), Hint: p.T("actions.selectHint"),
		Shown: func(found plan, rows []row) {
			listing.Enable(l.print, len(rows) > 0)
			l.Frame.SetSubtitle(sums(p, found))
		},
	})
	l.Refresh()
	return l
}

// startNew begins an action in the unit that the plan is narrowed to.
func (l *List) startNew() {
	q := l.Query()
	New(l.Stage, action.Action{Unit: q.Unit, Responsible: q.Responsible}, l.opt, func(a action.Action) { l.Mark(a.ID) })
}

func (l *List) edit(a row) { Edit(l.Stage, a.ID, l.opt) }

// New is part of stage.Maker.
func (l *List) New() bool {
	l.startNew()
	return true
}

// Print is part of stage.Printer.
func (l *List) Print() bool {
	if l.opt.OnPrint == nil || len(l.Data().Rows) == 0 {
		return false
	}
	l.opt.OnPrint(report.ActionFilterWords(l.Register, l.Text, l.Query()), l.Data().Actions())
	return true
}
