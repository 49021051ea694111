// Package reports is the page where documents are chosen, looked at, printed
// and saved.
package reports

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Format is how a document leaves the page.
type Format int

// The ways: shown in the computer's viewer, from where it is printed, or saved.
const (
	Show Format = iota
	SavePDF
	SaveExcel
)

// typing is how long to wait for the next letter before a search.
const typing = 120 * time.Millisecond

// Options are what the page asks of the shell.
type Options struct {
	OnOverview func(Format)
	OnProtocol func(assetID string, f Format)
}

// Page is the reports page.
type Page struct {
	s      stage.Stage
	o      Options
	object fyne.CanvasObject
	search *widgets.SearchEntry
	assets *widgets.Table[*register.Record]
	show   *widgets.Button
	save   *widgets.Button
	first  *widgets.Button // where the keyboard begins
}

// New builds the page.
func New(s stage.Stage, o Options) *Page {
	p := &Page{s: s, o: o}
	t := s.Text
	content := widgets.Columns(widgets.Apart, []float32{1, 1}, p.overview(), p.protocol())
	p.object = widgets.NewPage(t.T("reports.title"), t.T("reports.subtitle"), content).Object()
	return p
}

func (p *Page) overview() fyne.CanvasObject {
	t := p.s.Text
	p.first = widgets.NewPrimary(t.T("reports.show"), func() { p.o.OnOverview(Show) })
	return widgets.NewCard(t.T("report.overview.title"), widgets.Column(widgets.Apart,
		widgets.NewWrapped(t.T("reports.overview.what"), widgets.Body, widgets.Plain),
		widgets.NewWrapped(t.T("reports.overview.tip"), widgets.Small, widgets.Muted),
		widgets.Flow(widgets.Near,
			p.first,
			widgets.NewButton(t.T("reports.pdf"), func() { p.o.OnOverview(SavePDF) }),
			widgets.NewButton(t.T("reports.excel"), func() { p.o.OnOverview(SaveExcel) }),
		)))
}

func (p *Page) protocol() fyne.CanvasObject {
	t := p.s.Text
	p.search = widgets.NewSearchEntry(t.T("reports.protocol.search"))
	p.search.OnSearch = func(string) { p.s.Jobs.After("reports.type", typing, p.find) }
	p.search.OnDown = func() { p.assets.Focus() }
	p.assets = widgets.NewTable(func(r *register.Record) string { return r.Asset.ID },
		widgets.TableColumn[*register.Record]{ID: "name", Title: t.T("field.name"), Width: 200, Grow: true, Text: func(r *register.Record) string { return r.Asset.Name }},
		widgets.TableColumn[*register.Record]{ID: "unit", Title: t.T("field.unit"), Width: 160, Text: func(r *register.Record) string {
			return asset.Path(s(p.s.Register.UnitPath(r.Asset.Unit)))
		}},
		widgets.TableColumn[*register.Record]{ID: "state", Title: t.T("reports.protocol.state"), Width: 100, Text: func(r *register.Record) string { return t.T("state." + stateKey(r)) }},
	)
	p.assets.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(t.T("reports.protocol.empty"), widgets.Body, widgets.Muted)))
	p.assets.OnSelect = func([]*register.Record) { p.enable() }
	p.assets.OnOpen = func(r *register.Record) { p.o.OnProtocol(r.Asset.ID, Show) }
	p.show = widgets.NewPrimary(t.T("reports.show"), func() { p.chosen(Show) })
	p.save = widgets.NewButton(t.T("reports.pdf"), func() { p.chosen(SavePDF) })
	head := widgets.Column(widgets.Near, widgets.NewWrapped(t.T("reports.protocol.what"), widgets.Body, widgets.Plain), p.search)
	foot := widgets.Inset(8, 0, widgets.Flow(widgets.Near, p.show, p.save))
	return widgets.NewCard(t.T("report.protocol.title"), widgets.Border(head, foot, nil, nil, widgets.Inset(8, 0, widgets.NewPlate(p.assets))))
}

// s drops the municipality from a path, which every path begins with.
func s(path []string) []string {
	if len(path) > 1 {
		return path[1:]
	}
	return path
}

func stateKey(r *register.Record) string {
	if st := r.State(); st != "" {
		return string(st)
	}
	return "none"
}

func (p *Page) chosen(f Format) {
	if rows := p.assets.Selected(); len(rows) == 1 {
		p.o.OnProtocol(rows[0].Asset.ID, f)
	}
}

func (p *Page) enable() {
	for _, b := range []*widgets.Button{p.show, p.save} {
		if len(p.assets.Selected()) == 1 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// find lists the assets that have something to print and match what was typed.
func (p *Page) find() {
	r, query := p.s.Register, register.Query{Text: p.search.Text}
	jobs.Start(p.s.Jobs, "reports.find", func(ctx context.Context, _ *jobs.Progress) ([]*register.Record, error) {
		found, err := r.Find(ctx, query)
		var printable []*register.Record
		for _, rec := range found {
			if rec.State() != "" {
				printable = append(printable, rec)
			}
		}
		text.SortBy(printable, func(rec *register.Record) string { return rec.Asset.Name }, false)
		return printable, err
	}, func(found []*register.Record, err error) {
		if err != nil {
			p.s.Fail(err)
			return
		}
		p.assets.SetRows(found)
		p.enable()
	})
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Refresh is part of stage.Page.
func (p *Page) Refresh() { p.find() }

// Entered is part of stage.Page.
func (p *Page) Entered() { p.s.Window.Canvas().Focus(p.first) }

// Leave is part of stage.Page.
func (p *Page) Leave() bool { return true }
