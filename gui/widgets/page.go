package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/gui/theme"
)

// Page is the frame of every page: title and subtitle at the left, the
// commands at the right, the content beneath.
type Page struct {
	title, subtitle *Text
	notices         *fyne.Container
	whole           *fyne.Container
}

// NewPage builds a page. Actions stand from left to right; the primary one comes last.
func NewPage(title, subtitle string, content fyne.CanvasObject, actions ...fyne.CanvasObject) *Page {
	p := &Page{
		title:    NewElided(title, Heading, Plain),
		subtitle: NewWrapped(subtitle, Small, Muted),
		notices:  Column(Near),
	}
	p.subtitle.Hidden = subtitle == ""
	p.notices.Hide()
	words := Column(1, p.title, p.subtitle)
	buttons := Row(12, actions...)
	head := container.New(&between{gap: Margin}, words, Column(0, buttons, layout.NewSpacer()))
	top := Column(Near, head, p.notices)
	p.whole = container.New(&headed{gap: Apart}, top, content)
	return p
}

// Object is the page as it goes into the window, margins included.
func (p *Page) Object() fyne.CanvasObject { return Inset(20, Margin, p.whole) }

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

// between puts the second object at the right, at its own width, and gives the
// first the rest. Where both do not fit, the second goes below.
type between struct {
	gap   float32
	width float32
}

func (b *between) stacked(objects []fyne.CanvasObject, width float32) bool {
	return width > 0 && objects[0].MinSize().Width+theme.Scaled(b.gap)+objects[1].MinSize().Width > width
}

func (b *between) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	width := max(first.Width, second.Width)
	if b.stacked(objects, b.width) {
		return fyne.NewSize(width, first.Height+theme.Scaled(Near)+second.Height)
	}
	return fyne.NewSize(width, max(first.Height, second.Height))
}

func (b *between) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	first, second := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Move(fyne.Position{})
	if b.stacked(objects, size.Width) {
		objects[0].Resize(fyne.NewSize(size.Width, first.Height))
		objects[1].Move(fyne.NewPos(0, first.Height+theme.Scaled(Near)))
		objects[1].Resize(fyne.NewSize(size.Width, second.Height))
		return
	}
	objects[0].Resize(fyne.NewSize(size.Width-second.Width-theme.Scaled(b.gap), size.Height))
	objects[1].Move(fyne.NewPos(size.Width-second.Width, 0))
	objects[1].Resize(fyne.NewSize(second.Width, size.Height))
}
