// Package reports is the page where documents are chosen, looked at, printed
// and saved. It knows no document: the shell tells it which there are.
package reports

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/register"
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

// Document is a document over the whole register.
type Document struct {
	Title string
	What  string // what stands in it
	Tip   string // how to have it over a part; may be empty
	Excel bool   // it can be had as Excel too
	Open  func(Format)
}

// AssetDocument is a document about one asset.
type AssetDocument struct {
	Title string
	What  string
	Empty string // what is said where no asset has it
	Excel bool
	// Has reports whether an asset has such a document; nil: all have.
	Has  func(*register.Record) bool
	Open func(asset string, f Format)
}

// Options are the documents there are, in the order shown.
type Options struct {
	Documents []Document
	Assets    []AssetDocument
}

// Page is the reports page.
type Page struct {
	s      stage.Stage
	object fyne.CanvasObject
	assets *assetCard
	first  *widgets.Button // where the keyboard begins
}

var _ stage.Page = (*Page)(nil)

// New builds the page.
func New(s stage.Stage, o Options) *Page {
	p := &Page{s: s}
	t := s.Text
	cards := widgets.Column(widgets.Apart)
	for _, d := range o.Documents {
		cards.Add(p.card(d))
	}
	p.assets = newAssetCard(s, o.Assets)
	content := widgets.Columns(widgets.Apart, []float32{1, 1}, widgets.Scrolled(cards), p.assets.object)
	p.object = widgets.NewPage(t.T("reports.title"), t.T("reports.subtitle"), content).Object()
	return p
}

// card is a document over the whole register.
func (p *Page) card(d Document) fyne.CanvasObject {
	t := p.s.Text
	show := widgets.NewPrimary(t.T("reports.show"), func() { d.Open(Show) })
	if p.first == nil {
		p.first = show
	}
	words := widgets.Column(widgets.Near, widgets.NewWrapped(d.What, widgets.Body, widgets.Plain))
	if d.Tip != "" {
		words.Add(widgets.NewWrapped(d.Tip, widgets.Small, widgets.Muted))
	}
	buttons := widgets.Flow(widgets.Near, show, widgets.NewButton(t.T("reports.pdf"), func() { d.Open(SavePDF) }))
	if d.Excel {
		buttons.Add(widgets.NewButton(t.T("reports.excel"), func() { d.Open(SaveExcel) }))
	}
	return widgets.NewCard(d.Title, widgets.Column(widgets.Apart, words, buttons))
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Refresh is part of stage.Page.
func (p *Page) Refresh() { p.assets.Refresh() }

// Entered is part of stage.Page.
func (p *Page) Entered() { p.s.Window.Canvas().Focus(p.first) }

// Leave is part of stage.Page.
func (p *Page) Leave() bool { return true }
