// Package duties is the page Policykrav: what the policy still demands of
// every asset and unit, the most serious first, with the step that mends each.
package duties

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/duty"
	"infoklass/gui/jobs"
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
	opt Options

	query present.DutyQuery
	list  present.Duties
	words *present.DutyWords

	page     *widgets.Page
	search   *widgets.SearchEntry
	filters  *filterBar
	findings *widgets.Table[duty.Finding]
	groups   *widgets.Table[present.DutyGroup]
	place    *fyne.Container // holds the table shown
	placed   fyne.CanvasObject
	detail   *detail
	entered  bool // the page came to the front before it had rows to put the focus on
}

var (
	_ stage.Page = (*Page)(nil)
	_ stage.Keys = (*Page)(nil)
)

// The width of the search field and the least height of the table, at 100 %.
const (
	searchWidth = 330
	tableLeast  = 150
)

const (
	slotFind   = "duties.find"
	slotSearch = "duties.search"
	memoryBy   = "duties.by"
	pause      = 120 * time.Millisecond
)

// New builds the page, gathered as last time.
func New(s stage.Stage, opt Options) *Page {
	p := &Page{Stage: s, opt: opt}
	p.query.By = present.DutyGrouping(s.Memory.StringWithFallback(memoryBy, ""))
	t := s.Text
	p.search = widgets.NewSearchEntry(t.T("duties.search"))
	p.search.OnSearch = p.searched
	p.search.OnDown = p.Entered
	p.filters = newFilterBar(p)
	p.makeTables()
	p.detail = newDetail(p)
	p.place = container.NewStack()
	top := widgets.Column(10, widgets.Flow(widgets.Near, append([]fyne.CanvasObject{widgets.Sized(searchWidth, 0, p.search)}, p.filters.objects()...)...), widgets.Column(0))
	p.page = widgets.NewPage(t.T("duties.title"), "", widgets.Border(top, widgets.Inset(10, 0, p.detail.object), nil, nil, widgets.Sized(0, tableLeast, p.place)))
	return p
}

func (p *Page) searched(s string) {
	p.Jobs.After(slotSearch, pause, func() {
		p.query.Text = s
		p.reload()
	})
}

// Show chooses findings: a figure of the overview shows what it counted.
func (p *Page) Show(q present.DutyQuery) {
	p.search.SetText(q.Text)
	p.narrow(q)
}

// narrow takes another query over; what stands in the search field counts.
func (p *Page) narrow(q present.DutyQuery) {
	p.Jobs.Cancel(slotSearch)
	q.Text = p.search.Text
	p.query = q
	p.Memory.SetString(memoryBy, string(q.By))
	p.reload()
}

// reload judges and chooses beside the window.
func (p *Page) reload() {
	p.filters.apply(p.query)
	s, q := p.Stage, p.query
	jobs.Start(p.Jobs, slotFind, func(context.Context, *jobs.Progress) (present.Duties, error) {
		return present.ListDuties(s.Text, s.Register, s.Judge(), q), nil
	}, func(list present.Duties, err error) {
		if err != nil {
			p.Fail(err)
			return
		}
		p.list = list
		p.words = present.NewDutyWords(p.Text, p.Register, list.Judgement)
		p.apply()
	})
}

// apply writes what was found to the widgets.
func (p *Page) apply() {
	p.page.SetSubtitle(p.counts())
	gathered := p.query.By != present.ByFinding
	table := fyne.CanvasObject(p.findings)
	if gathered {
		table = p.groups
		p.groups.SetSort(p.query.Sort, p.query.Descending)
		p.groups.SetEmpty(p.empty())
		p.groups.SetRows(p.list.Groups)
		if len(p.list.Groups) > 0 && len(p.groups.Selected()) == 0 {
			p.groups.SelectKeys(groupKey(p.list.Groups[0]))
		}
	} else {
		p.findings.SetSort(p.query.Sort, p.query.Descending)
		p.findings.SetEmpty(p.empty())
		p.findings.SetRows(p.list.Findings)
		if len(p.list.Findings) > 0 && len(p.findings.Selected()) == 0 {
			p.findings.SelectKeys(present.DutyKey(p.list.Findings[0])) // what the buttons and Enter are about
		}
	}
	if p.placed != table {
		p.placed = table
		p.place.Objects = []fyne.CanvasObject{widgets.NewPlate(table)}
		p.place.Refresh()
	}
	p.detail.apply()
	if p.entered {
		p.Entered()
	}
}

func (p *Page) counts() string {
	t := p.Text
	if p.query.Narrows() {
		return t.N("duties.countShown", p.list.Total, "shown", t.Int(len(p.list.Findings)))
	}
	return t.N("duties.count", p.list.Total, "share", present.ShareWords(t, p.list.Tally))
}

func (p *Page) empty() fyne.CanvasObject {
	t := p.Text
	if p.query.Narrows() {
		return widgets.NewEmptyState(t.T("duties.noHits"), t.T("duties.noHits.words"))
	}
	return widgets.NewEmptyState(t.T("duties.empty"), t.T("duties.empty.words"))
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.page.Object() }

// Refresh is part of stage.Page.
func (p *Page) Refresh() { p.reload() }

// Entered is part of stage.Page.
func (p *Page) Entered() {
	p.entered = p.list.Judgement == nil // the rows come later
	switch {
	case p.entered:
	case p.query.By == present.ByFinding:
		p.findings.Focus()
	default:
		p.groups.Focus()
	}
}

// Leave is part of stage.Page.
func (p *Page) Leave() bool { return true }

// Find is part of stage.Keys.
func (p *Page) Find() bool {
	p.search.Focus()
	return true
}

// New is part of stage.Keys.
func (p *Page) New() bool { return false }

// Print is part of stage.Keys: the sheet of the unit chosen.
func (p *Page) Print() bool {
	if p.opt.OnPrint == nil {
		return false
	}
	unit := p.query.Unit
	if p.query.Manager != "" {
		unit = p.query.Manager
	}
	p.opt.OnPrint(unit)
	return true
}

// Close is part of stage.Keys: what was asked for goes away.
func (p *Page) Close() bool {
	if !p.query.Narrows() {
		return false
	}
	p.Show(present.DutyQuery{By: p.query.By})
	return true
}

// Type is part of stage.Keys.
func (p *Page) Type(rune, fyne.KeyName) bool { return false }
