package listing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Page is a list in the frame of a page. A feature embeds it and adds what is its own.
type Page[R, Q, D any] struct {
	*List[R, Q, D]
	Frame  *widgets.Page
	object fyne.CanvasObject
}

// Head is what is above a list: its title and the buttons at the right, the primary one last.
type Head struct {
	Title, Subtitle string
	Actions         []fyne.CanvasObject
}

// NewPage builds a list in the frame of a page. Refresh fills it.
func NewPage[R, Q, D any](s stage.Stage, h Head, spec Spec[R, Q, D]) *Page[R, Q, D] {
	l := New(s, spec)
	frame := widgets.NewPage(h.Title, h.Subtitle, l.object, h.Actions...)
	p := &Page[R, Q, D]{List: l, Frame: frame, object: frame.Object()}
	l.object = p.object // the head changes with the rows
	return p
}

// Object is part of stage.Page.
func (p *Page[R, Q, D]) Object() fyne.CanvasObject { return p.object }

// Entered is part of stage.Page.
func (p *Page[R, Q, D]) Entered() { p.List.Focus() }

// Leave is part of stage.Page.
func (p *Page[R, Q, D]) Leave() bool { return true }

// Find is Ctrl+F.
func (p *Page[R, Q, D]) Find() bool {
	p.Search.Focus()
	return true
}

// Close is Esc: search and filters go away.
func (p *Page[R, Q, D]) Close() bool { return p.Clear() }

// NothingFound says that the filters leave no row, with a button that takes them away.
func NothingFound(p *text.Printer, title, words, button string, clear func()) fyne.CanvasObject {
	return widgets.Inset(widgets.Margin, widgets.Margin, widgets.Column(widgets.Near,
		widgets.NewWrapped(p.T(title), widgets.Strong, widgets.Plain),
		widgets.NewWrapped(p.T(words), widgets.Body, widgets.Muted),
		widgets.Row(0, widgets.NewButton(p.T(button), clear), layout.NewSpacer()),
	))
}

// Quiet is a muted sentence in place of rows, for a small table.
func Quiet(words string) fyne.CanvasObject {
	return widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(words, widgets.Body, widgets.Muted))
}
