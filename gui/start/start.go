// Package start is what the window shows when no register is open: the last
// one could not be opened, or there is none yet.
package start

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

// Options are the doors of the page.
type Options struct {
	OnNew  func()
	OnOpen func()
	// Recent are registers opened before, by what they are called.
	Recent   []string
	OnRecent func(i int)
}

// longestName is how wide the name of a register may be, at 100 %.
const longestName = 520

// Page is the page without a register.
type Page struct {
	object fyne.CanvasObject
	first  fyne.Focusable
}

// New builds the page.
func New(p *text.Printer, o Options) *Page {
	open := widgets.NewPrimary(p.T("start.open"), o.OnOpen)
	rows := []fyne.CanvasObject{
		widgets.NewWrapped(p.T("start.what"), widgets.Body, widgets.Plain),
		widgets.Flow(widgets.Near, open, widgets.NewButton(p.T("start.new"), o.OnNew)),
	}
	if len(o.Recent) > 0 {
		rows = append(rows, widgets.NewText(p.T("start.recent"), widgets.Section, widgets.Plain))
	}
	for i, name := range o.Recent {
		rows = append(rows, widgets.Row(0, widgets.NewLink(name, widgets.Accent, func() { o.OnRecent(i) }).Within(longestName)))
	}
	card := widgets.NewCard("", widgets.Column(widgets.Apart, rows...))
	page := widgets.NewPage(p.T("start.title"), p.T("start.subtitle"), widgets.Scrolled(widgets.Column(widgets.Apart, card)))
	return &Page{object: page.Object(), first: open}
}

// Object is part of stage.Page.
func (s *Page) Object() fyne.CanvasObject { return s.object }

// Refresh is part of stage.Page.
func (s *Page) Refresh() {}

// Entered is part of stage.Page.
func (s *Page) Entered() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.object); c != nil {
		c.Focus(s.first)
	}
}

// Leave is part of stage.Page.
func (s *Page) Leave() bool { return true }
