package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Page is the frame of every page: title and subtitle at the left, the
// commands at the right, the content beneath.
type Page struct {
	title, subtitle *Text
	notices         *fyne.Container
	whole           *fyne.Container
	object          fyne.CanvasObject
}

// NewPage builds a page. Actions are laid out from left to right, the primary one last.
func NewPage(title, subtitle string, content fyne.CanvasObject, actions ...fyne.CanvasObject) *Page {
	p := &Page{
		title:    NewElided(title, Heading, Plain),
		subtitle: NewWrapped(subtitle, Small, Muted),
		notices:  Column(Near),
	}
	p.subtitle.Hidden = subtitle == ""
	p.notices.Hide()
	words := Column(1, p.title, p.subtitle)
	head := newPageHead(p.title, actions)
	row := container.New(head, words, Row(12, head.withMore(actions)...))
	top := Column(Near, row, p.notices)
	p.whole = container.New(&headed{gap: Apart}, top, content)
	p.object = Inset(20, Margin, p.whole)
	return p
}

// Object is the page as it goes into the window, margins included.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// SetTitle changes the title.
func (p *Page) SetTitle(s string) { p.title.SetText(s) }

// SetSubtitle changes the line beneath the title.
func (p *Page) SetSubtitle(s string) {
	p.subtitle.Hidden = s == ""
	p.subtitle.SetText(s)
}

// Show puts a notice between the head and the content, instead of the one there; nil clears it.
func (p *Page) Show(n *Notice) {
	p.notices.Objects = nil
	p.notices.Hidden = n == nil
	if n != nil {
		n.OnClose = func() { p.Show(nil) }
		p.notices.Objects = []fyne.CanvasObject{n}
	}
	p.whole.Refresh()
}
