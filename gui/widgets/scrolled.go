package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// bleed is how far a scrolled area reaches beyond its place, at 100 %, so that
// borders and focus rings at its edges are not cut off, and still line up with
// what is outside.
const bleed = 4

// Scroller lets content that is too high scroll. It never scrolls sideways.
type Scroller struct {
	widget.BaseWidget
	scroll *container.Scroll
}

// Scrolled puts content into a Scroller.
func Scrolled(content fyne.CanvasObject) *Scroller {
	s := &Scroller{scroll: container.NewVScroll(Inset(bleed, bleed, content))}
	s.ExtendBaseWidget(s)
	return s
}

// ScrollToTop shows the beginning.
func (s *Scroller) ScrollToTop() { s.scroll.ScrollToTop() }

// Reveal scrolls as little as needed for something inside to be seen: a field
// that gets the keyboard. See Entry.OnFocus.
func (s *Scroller) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(o) == nil {
		return
	}
	inside := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll.Content).Y
	margin := theme.Scaled(Near)
	top, bottom := inside-margin, inside+o.Size().Height+margin-s.scroll.Size().Height
	to := s.scroll.Offset
	to.Y = min(max(to.Y, bottom), top)
	to.Y = max(0, min(to.Y, s.scroll.Content.MinSize().Height-s.scroll.Size().Height))
	if to != s.scroll.Offset {
		s.scroll.ScrollToOffset(to)
	}
}

// CreateRenderer is part of fyne.Widget.
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer {
	shownScrollers[s] = true
	return &scrollerRenderer{widget.NewSimpleRenderer(container.New(bleeding{}, s.scroll)), s}
}

// shownScrollers are those that Fyne draws. Fyne knows no parents: this is how
// what gets the keyboard finds the page it lies on.
var shownScrollers = map[*Scroller]bool{}

type scrollerRenderer struct {
	fyne.WidgetRenderer
	scroller *Scroller
}

func (r *scrollerRenderer) Destroy() {
	delete(shownScrollers, r.scroller)
	r.WidgetRenderer.Destroy()
}

// ScrollPage scrolls what fills most of the window by a key that nothing else has
// taken: a page of words has no fields that Tab could lead through.
func ScrollPage(c fyne.Canvas, key fyne.KeyName) bool {
	var page *Scroller
	for s := range shownScrollers {
		if s.onTop(c) && (page == nil || area(s) > area(page)) {
			page = s
		}
	}
	return page != nil && page.scrollBy(key)
}

func area(o fyne.CanvasObject) float32 { return o.Size().Width * o.Size().Height }

// onTop reports whether it is in the window now and holds more than it shows. What
// Fyne does not find in the window lies at its corner, where the navigation is.
func (s *Scroller) onTop(c fyne.Canvas) bool {
	driver := fyne.CurrentApp().Driver()
	return driver.CanvasForObject(s) == c && driver.AbsolutePositionForObject(s) != fyne.Position{} &&
		s.scroll.Content.MinSize().Height > s.scroll.Size().Height
}

func (s *Scroller) scrollBy(key fyne.KeyName) bool {
	height, most := s.scroll.Size().Height, s.scroll.Content.MinSize().Height-s.scroll.Size().Height
	to := s.scroll.Offset
	switch key {
	case fyne.KeyPageDown:
		to.Y += height * 0.9
	case fyne.KeyPageUp:
		to.Y -= height * 0.9
	case fyne.KeyDown:
		to.Y += theme.Scaled(40)
	case fyne.KeyUp:
		to.Y -= theme.Scaled(40)
	case fyne.KeyEnd:
		to.Y = most
	case fyne.KeyHome:
		to.Y = 0
	default:
		return false
	}
	to.Y = max(0, min(to.Y, most))
	s.scroll.ScrollToOffset(to)
	return true
}

// reveal scrolls the pages an object lies on, so that it is seen: one must never
// tab to something out of sight.
func reveal(o fyne.CanvasObject) {
	for s := range shownScrollers {
		if s.holds(o) {
			s.Reveal(o)
		}
	}
}

// holds reports whether an object is on the page that scrolls, in view or not, and
// so moves with it. Its position cannot decide that: a page scrolled out of view
// reaches beneath the objects around it.
func (s *Scroller) holds(o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(o) == nil || driver.CanvasForObject(s) != driver.CanvasForObject(o) {
		return false
	}
	page := s.scroll.Content
	at, before := page.Position(), driver.AbsolutePositionForObject(o)
	page.Move(at.AddXY(0, 1))
	moved := driver.AbsolutePositionForObject(o) != before
	page.Move(at)
	return moved
}

type bleeding struct{}

func (bleeding) MinSize(objects []fyne.CanvasObject) fyne.Size {
	over := theme.Scaled(2 * bleed)
	return objects[0].MinSize().SubtractWidthHeight(over, over)
}

func (bleeding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	over := theme.Scaled(bleed)
	put(objects[0], fyne.NewPos(-over, -over), size.AddWidthHeight(2*over, 2*over))
}
