// Package reports is the page where the documents of the catalogue are chosen,
// looked at, printed and saved.
package reports

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Open makes a kind of document: of an asset or, for the empty id, over the
// register; saved in a format, or without one shown in the computer's viewer,
// from where it is printed.
type Open func(k report.Kind, asset string, f report.Format)

// Page is the reports page.
type Page struct {
	s      stage.Stage
	open   Open
	object fyne.CanvasObject
	assets *assetCard
	first  *widgets.Button // where the keyboard begins
}

var _ stage.Page = (*Page)(nil)

// New builds the page.
func New(s stage.Stage, open Open) *Page {
	p := &Page{s: s, open: open}
	t := s.Text
	cards := widgets.Column(widgets.Apart)
	for _, k := range report.Catalogue {
		if k.Whole != nil {
			cards.Add(p.card(k))
		}
	}
	p.assets = newAssetCard(s, open)
	content := widgets.Columns(widgets.Apart, []float32{1, 1}, widgets.Scrolled(cards), p.assets.object)
	p.object = widgets.NewPage(t.T("reports.title"), t.T("reports.subtitle"), content).Object()
	return p
}

// card is a document over the whole register.
func (p *Page) card(k report.Kind) fyne.CanvasObject {
	t := p.s.Text
	actions := buttons(t, k.Formats, func(f report.Format) { p.open(k, "", f) })
	if p.first == nil {
		p.first = actions[0]
	}
	words := widgets.Column(widgets.Near, widgets.NewWrapped(t.T(k.Whole.What), widgets.Body, widgets.Plain))
	if k.Whole.Note != "" {
		words.Add(widgets.NewWrapped(t.T(k.Whole.Note), widgets.Small, widgets.Muted))
	}
	return widgets.NewCard(t.T(k.Whole.Title), widgets.Column(widgets.Apart, words, widgets.Flow(widgets.Near, objects(actions)...)))
}

// buttons show a document and save it in each of some formats.
func buttons(t *text.Printer, formats []report.Format, open func(report.Format)) []*widgets.Button {
	out := []*widgets.Button{widgets.NewPrimary(t.T("reports.show"), func() { open("") })}
	for _, f := range formats {
		out = append(out, widgets.NewButton(t.T("reports.save."+f.Name()), func() { open(f) }))
	}
	return out
}

func objects(buttons []*widgets.Button) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(buttons))
	for i, b := range buttons {
		out[i] = b
	}
	return out
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Refresh is part of stage.Page.
func (p *Page) Refresh() { p.assets.Refresh() }

// Entered is part of stage.Page.
func (p *Page) Entered() { p.s.Window.Canvas().Focus(p.first) }

// Leave is part of stage.Page.
func (p *Page) Leave() bool { return true }
