package requirements

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// PageOptions are where the page leads.
type PageOptions struct {
	// OnOpen opens an asset at its requirements.
	OnOpen func(assetID string)
	// OnCatalogue opens the municipality's own catalogue.
	OnCatalogue func()
}

// Page shows how far each asset meets its protection requirements, the worst first.
type Page struct {
	stage.Stage
	*listing.Page[standing, standingQuery, []standing]
	opt PageOptions
}

var _ stage.Page = (*Page)(nil)

// NewPage builds the page.
func NewPage(s stage.Stage, opt PageOptions) *Page {
	p, t := &Page{Stage: s, opt: opt}, s.Text
	open := func(one standing) { opt.OnOpen(one.Record.Asset.ID) }
	head := listing.Head{Title: t.T("requirements.page.title"), Subtitle: t.T("requirements.page.subtitle"), Actions: []fyne.CanvasObject{
		widgets.NewButton(t.T("requirements.catalogue"), opt.OnCatalogue),
		widgets.NewPrimary(t.T("requirements.page.open"), func() { p.WithCurrent(open)() }),
	}}
	p.Page = listing.NewPage(s, head, listing.Spec[standing, standingQuery, []standing]{
		Name: "requirements", Key: func(one standing) string { return one.Record.Asset.ID }, Columns: p.columns(),
		Load: func(context.Context) ([]standing, error) { return standings(s.Register, s.Judge()), nil },
		Rows: func(all []standing, q standingQuery, sort present.Sort) []standing {
			rows := shownStandings(all, q)
			present.SortRows(rows, sort, sorting)
			return rows
		},
		Search: t.T("requirements.page.search"), Words: func(q *standingQuery) *string { return &q.Text },
		Filters: []listing.Filter[standingQuery]{
			p.filter("requirements.page.filter.open", func(q *standingQuery) *bool { return &q.Open }),
			p.filter("requirements.page.filter.gaps", func(q *standingQuery) *bool { return &q.Gaps }),
			p.filter("requirements.page.filter.except", func(q *standingQuery) *bool { return &q.Except }),
		},
		Narrows: func(q standingQuery) bool { return q != standingQuery{} },
		Empty:   p.empty, Open: open,
	})
	return p
}

// filter is a chip that says how many assets it keeps.
func (p *Page) filter(key string, on func(*standingQuery) *bool) listing.Filter[standingQuery] {
	return listing.Counted(func() string {
		var alone standingQuery
		*on(&alone) = true
		return p.Text.T(key, "n", p.Text.Int(len(shownStandings(p.Data(), alone))))
	}, on)
}

func (p *Page) columns() []widgets.TableColumn[standing] {
	t := p.Text
	number := func(n func(standing) int) func(standing) string {
		return func(one standing) string {
			if n(one) == 0 {
				return "–"
			}
			return t.Int(n(one))
		}
	}
	return []widgets.TableColumn[standing]{
		{ID: "name", Title: t.T("field.name"), Width: 180, Grow: true, Sortable: true, Text: func(one standing) string { return one.Record.Asset.Name }},
		{ID: "board", Title: t.T("requirements.page.board"), Width: 150, Sortable: true, Text: func(one standing) string { return one.Board }},
		{ID: "class", Title: t.T("requirements.page.class"), Width: 164, Badges: func(one standing) []widgets.Badge {
			return listing.Levels(present.ScaleOf(one.Record), one.Record.Profile())
		}},
		{ID: "share", Title: t.T("requirements.page.share"), Width: 80, Sortable: true, Text: func(one standing) string { return sharePercent(t, one.Share) }},
		{ID: "open", Title: t.T("requirements.page.unassessed"), Width: 100, Sortable: true, Text: number(func(one standing) int { return one.Figures.Unassessed })},
		{ID: "gaps", Title: t.T("requirements.page.gaps"), Width: 112, Sortable: true, Text: number(standing.Gaps)},
		{ID: "ends", Title: t.T("requirements.page.exceptions"), Width: 204, Sortable: true, Text: func(one standing) string { return one.ExceptionsText(t) }, Mark: func(one standing) (mark.Sign, widgets.Tone) {
			if one.Lapsed > 0 {
				return mark.Alert, widgets.Bad
			}
			return mark.None, widgets.Plain
		}},
	}
}

func (p *Page) empty(all []standing, _ standingQuery) fyne.CanvasObject {
	if len(all) == 0 {
		return widgets.NewEmptyState(p.Text.T("requirements.page.none"), p.Text.T("requirements.page.none.words"))
	}
	return widgets.NewEmptyState(p.Text.T("requirements.page.noHits"), p.Text.T("requirements.page.noHits.words"))
}

// Refresh is part of stage.Page. It reminds that the program has new words for
// what the municipality has changed.
func (p *Page) Refresh() {
	p.Frame.Show(renewals(p.Stage, p.opt.OnCatalogue))
	p.Page.Refresh()
}

// renewals shows the requirements that the program has new words for; nil for none.
func renewals(s stage.Stage, choose func()) *widgets.Notice {
	n := len(s.Register.Requirements().Renewals())
	if n == 0 {
		return nil
	}
	return widgets.NewNotice(widgets.Warning, s.Text.N("requirements.renewals", n), s.Text.T("requirements.renewals.choose"), choose, s.Text.T("requirements.closeNotice"))
}
