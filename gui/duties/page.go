// Package duties is the page Policykrav: what the policy still demands of
// every asset and unit, the most serious first, with the step that mends each.
package duties

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Options say where the page leads. Each may be nil: what it belongs to is not shown then.
type Options struct {
	// OnMend goes to where a finding is mended.
	OnMend func(present.Step)
	// OnOpen opens the page of an asset.
	OnOpen func(asset string)
	// OnAction begins an action that answers to a finding.
	OnAction func(duty.Finding)
	// OnUnit shows the sheet of a unit, OnPrint prints it.
	OnUnit, OnPrint func(unit string)
}

// Page is the page of the policy's demands.
type Page struct {
	stage.Stage
	*listing.Page[line, Query, found]
	opt    Options
	words  *present.DutyWords
	detail *detail
}

var _ stage.Page = (*Page)(nil)

// The width of the search field and the least height of the table, at 100 %.
const (
	searchWidth = 330
	tableLeast  = 150
)

// memoryBy is what the grouping is remembered under.
const memoryBy = "duties.by"

// New builds the page, gathered as last time.
func New(s stage.Stage, opt Options) *Page {
	p, t := &Page{Stage: s, opt: opt, words: present.NewDutyWords(s.Text, s.Register)}, s.Text
	p.detail = newDetail(p)
	p.Page = listing.NewPage(s, listing.Head{Title: t.T("duties.title")}, listing.Spec[line, Query, found]{
		Name: "duties", Key: line.key, Columns: p.columns(),
		Find: func(_ context.Context, a listing.Ask[Query, found]) (found, error) {
			return find(t, s.Register, s.Judge(), a.Query, a.Sort), nil
		},
		Rows:   p.rows,
		Search: t.T("duties.search"), Words: func(q *Query) *string { return &q.Text }, Filters: p.filters(),
		Narrows: Query.narrows, Cleared: p.cleared,
		Changed: func(q Query) { s.Memory.SetString(memoryBy, string(q.By)) },
		Begin:   Query{By: grouping(s.Memory.StringWithFallback(memoryBy, ""))},
		Empty:   p.empty, Open: p.open, Menu: p.menu,
		Shown:  func(found, []line) { p.Frame.SetSubtitle(p.counts()) },
		Marked: p.detail.apply, Beneath: widgets.Inset(10, 0, p.detail.object),
		Tools: func(search fyne.CanvasObject, filters []fyne.CanvasObject) fyne.CanvasObject {
			all := append([]fyne.CanvasObject{widgets.Sized(searchWidth, 0, search)}, filters...)
			return widgets.Column(10, widgets.Flow(widgets.Near, all...), widgets.Column(0))
		},
		Around: func(table fyne.CanvasObject) fyne.CanvasObject { return widgets.Sized(0, tableLeast, table) },
	})
	return p
}

// rows are what was found, in the columns of the grouping.
func (p *Page) rows(d found, q Query, _ present.Sort) []line {
	p.words = present.NewDutyWords(p.Text, p.Register)
	if q.By == byFinding {
		p.Table.ShowColumns(findingColumns...)
	} else {
		p.Table.ShowColumns(groupColumns...)
	}
	return d.lines(q)
}

// Show chooses findings, the most serious first: a figure of the overview shows what it counted.
func (p *Page) Show(q Query) {
	p.SetSort(present.Sort{})
	p.Page.Show(q)
}

// cleared is what is left when search and filters go away: what findings are gathered by.
func (p *Page) cleared(q Query) Query {
	p.SetSort(present.Sort{})
	return Query{By: q.By}
}

func (p *Page) counts() string {
	t, d := p.Text, p.Data()
	if p.Query().narrows() {
		return t.N("duties.countShown", d.Total, "shown", t.Int(len(d.Findings)))
	}
	return t.N("duties.count", d.Total, "share", present.ShareWords(t, d.Tally))
}

func (p *Page) empty(_ found, q Query) fyne.CanvasObject {
	t := p.Text
	if q.narrows() {
		return widgets.NewEmptyState(t.T("duties.noHits"), t.T("duties.noHits.words"))
	}
	return widgets.NewEmptyState(t.T("duties.empty"), t.T("duties.empty.words"))
}

// Print is part of stage.Printer: the sheet of the unit chosen.
func (p *Page) Print() bool {
	if p.opt.OnPrint == nil {
		return false
	}
	unit := p.Query().Unit
	if q := p.Query(); q.Manager != "" {
		unit = q.Manager
	}
	p.opt.OnPrint(unit)
	return true
}
