package requirements

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// PageOptions are where the page leads.
type PageOptions struct {
	// OnOpen opens an asset at its requirements.
	OnOpen func(assetID string)
	// OnCatalogue opens the municipality's own catalogue.
	OnCatalogue func()
}

// Page shows how every asset stands to its protection requirements, the worst first.
type Page struct {
	stage.Stage
	opt  PageOptions
	all  []present.Fulfilled
	show present.FulfilledShow
	sort string
	down bool

	page               *widgets.Page
	search             *widgets.SearchEntry
	open, gaps, except *widgets.Chip
	table              *widgets.Table[present.Fulfilled]
}

var (
	_ stage.Page = (*Page)(nil)
	_ stage.Keys = (*Page)(nil)
)

// searchWait is how long the page waits for the next key before it searches.
const searchWait = 80 * time.Millisecond

// NewPage builds the page.
func NewPage(s stage.Stage, opt PageOptions) *Page {
	p := &Page{Stage: s, opt: opt}
	t := s.Text
	p.search = widgets.NewSearchEntry(t.T("requirements.page.search"))
	p.search.OnSearch = func(text string) {
		p.show.Text = text
		s.Jobs.After("requirements.type", searchWait, p.apply)
	}
	p.search.OnDown = func() { p.table.Focus() }
	toggle := func(on *bool) func() { return func() { *on = !*on; p.apply() } }
	p.open = widgets.NewChip("", toggle(&p.show.Open))
	p.gaps = widgets.NewChip("", toggle(&p.show.Gaps))
	p.except = widgets.NewChip("", toggle(&p.show.Except))
	p.table = widgets.NewTable(func(f present.Fulfilled) string { return f.Record.Asset.ID }, p.columns()...)
	p.table.OnOpen = func(f present.Fulfilled) { opt.OnOpen(f.Record.Asset.ID) }
	p.table.OnSort = func(id string, descending bool) {
		p.sort, p.down = id, descending
		p.apply()
	}
	top := widgets.Column(10, p.search, widgets.Flow(widgets.Near, p.open, p.gaps, p.except), widgets.Column(0))
	p.page = widgets.NewPage(t.T("requirements.page.title"), t.T("requirements.page.subtitle"),
		widgets.Border(top, nil, nil, nil, widgets.NewPlate(p.table)),
		widgets.NewButton(t.T("requirements.catalogue"), opt.OnCatalogue),
		widgets.NewPrimary(t.T("requirements.page.open"), p.openCurrent))
	return p
}

func (p *Page) columns() []widgets.TableColumn[present.Fulfilled] {
	t := p.Text
	type row = present.Fulfilled
	number := func(n func(row) int) func(row) string {
		return func(f row) string {
			if n(f) == 0 {
				return "–"
			}
			return t.Int(n(f))
		}
	}
	return []widgets.TableColumn[row]{
		{ID: "name", Title: t.T("field.name"), Width: 180, Grow: true, Sortable: true, Text: func(f row) string { return f.Record.Asset.Name }},
		{ID: "board", Title: t.T("requirements.page.board"), Width: 150, Sortable: true, Text: func(f row) string { return f.Board }},
		{ID: "class", Title: t.T("requirements.page.class"), Width: 164, Badges: badges},
		{ID: "share", Title: t.T("requirements.page.share"), Width: 80, Sortable: true, Text: func(f row) string { return present.SharePercent(t, f.Share) }},
		{ID: "open", Title: t.T("requirements.page.unassessed"), Width: 100, Sortable: true, Text: number(func(f row) int { return f.Figures.Unassessed })},
		{ID: "gaps", Title: t.T("requirements.page.gaps"), Width: 112, Sortable: true, Text: number(row.Gaps)},
		{ID: "ends", Title: t.T("requirements.page.exceptions"), Width: 204, Sortable: true, Text: func(f row) string { return f.ExceptionsText(t) }, Mark: func(f row) (widgets.Mark, widgets.Tone) {
			if f.Lapsed > 0 {
				return widgets.Alert, widgets.Bad
			}
			return widgets.NoMark, widgets.Plain
		}},
	}
}

// apply shows the assets that are asked for.
func (p *Page) apply() {
	t := p.Text
	counts := [3]int{}
	for i, show := range []present.FulfilledShow{{Open: true}, {Gaps: true}, {Except: true}} {
		counts[i] = len(present.ShownFulfilled(p.all, show))
	}
	p.open.Set(t.T("requirements.page.filter.open", "n", t.Int(counts[0])), p.show.Open)
	p.gaps.Set(t.T("requirements.page.filter.gaps", "n", t.Int(counts[1])), p.show.Gaps)
	p.except.Set(t.T("requirements.page.filter.except", "n", t.Int(counts[2])), p.show.Except)
	rows := present.ShownFulfilled(p.all, p.show)
	present.SortFulfilled(rows, p.sort, p.down)
	p.table.SetSort(p.sort, p.down)
	p.table.SetEmpty(p.empty())
	p.table.SetRows(rows)
	if len(rows) > 0 && len(p.table.Selected()) == 0 {
		p.table.SelectKeys(rows[0].Record.Asset.ID)
	}
	p.page.Object().Refresh()
}

func (p *Page) empty() fyne.CanvasObject {
	if len(p.all) == 0 {
		return widgets.NewEmptyState(p.Text.T("requirements.page.none"), p.Text.T("requirements.page.none.words"))
	}
	return widgets.NewEmptyState(p.Text.T("requirements.page.noHits"), p.Text.T("requirements.page.noHits.words"))
}

func (p *Page) openCurrent() {
	if rows := p.table.Selected(); len(rows) > 0 {
		p.opt.OnOpen(rows[0].Record.Asset.ID)
	}
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.page.Object() }

// Refresh is part of stage.Page.
func (p *Page) Refresh() {
	s := p.Stage
	p.remind()
	jobs.Start(p.Jobs, "requirements.all", func(context.Context, *jobs.Progress) ([]present.Fulfilled, error) {
		return present.AllFulfilled(s.Register, s.Judge()), nil
	}, func(all []present.Fulfilled, err error) {
		if err != nil {
			p.Fail(err)
			return
		}
		p.all = all
		p.apply()
	})
}

// remind tells that the program has new words for what the municipality has changed.
func (p *Page) remind() {
	n := len(p.Register.Requirements().Renewals())
	if n == 0 {
		p.page.Show(nil)
		return
	}
	p.page.Show(widgets.NewNotice(widgets.Warning, p.Text.N("requirements.renewals", n), p.Text.T("requirements.renewals.choose"), p.opt.OnCatalogue, p.Text.T("requirements.closeNotice")))
}

// Entered is part of stage.Page.
func (p *Page) Entered() { p.table.Focus() }

// Leave is part of stage.Page.
func (p *Page) Leave() bool { return true }

// Find is part of stage.Keys.
func (p *Page) Find() bool {
	p.search.Focus()
	return true
}

// New is part of stage.Keys.
func (p *Page) New() bool { return false }

// Print is part of stage.Keys.
func (p *Page) Print() bool { return false }

// Close is part of stage.Keys: what was asked for goes away.
func (p *Page) Close() bool {
	if p.show == (present.FulfilledShow{}) {
		return false
	}
	p.show = present.FulfilledShow{}
	p.search.SetText("")
	p.apply()
	return true
}

// Type is part of stage.Keys.
func (p *Page) Type(rune, fyne.KeyName) bool { return false }
