// Package overview is the first page of a register: how far it meets the policy,
// and what to do next.
package overview

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// Options say where the overview leads.
type Options struct {
	// OnList shows the assets behind a figure.
	OnList func(register.Query)
	// OnOpen goes to an asset's own page.
	OnOpen func(asset string)
	// OnMend goes to where a finding is mended.
	OnMend func(present.Step)
	// OnDuties shows the findings of a duty, all for the empty one.
	OnDuties func(duty.ID)
	// OnImport imports a list.
	OnImport func()
	// OnPrint prints the overview of classifications.
	OnPrint func()
	// OnNew adds an asset, OnExample shows an example municipality: the doors
	// of an empty register.
	OnNew, OnExample func()
}

// Page is the overview.
type Page struct {
	stage stage.Stage
	opt   Options
	shown contents
	known bool // whether anything has been counted yet

	page  *widgets.Page
	body  *fyne.Container
	print *widgets.Button
	first interface{ Focus() } // where the keyboard begins: the first figure or door
	front bool                 // the page is shown
}

const slotFigures = "overview"

// New builds the page.
func New(s stage.Stage, opt Options) *Page {
	p := s.Text
	o := &Page{stage: s, opt: opt, body: container.NewStack()}
	o.print = widgets.NewPrimary(p.T("overview.print"), opt.OnPrint)
	o.page = widgets.NewPage(p.T("overview.title"), "", widgets.Scrolled(o.body),
		widgets.NewButton(p.T("overview.import"), opt.OnImport), o.print)
	return o
}

// Object is part of stage.Page.
func (o *Page) Object() fyne.CanvasObject { return o.page.Object() }

// Refresh is part of stage.Page: the figures are counted off the UI goroutine.
func (o *Page) Refresh() {
	s := o.stage
	stage.Read(s, slotFigures, func(context.Context) (contents, error) {
		return count(s.Text, s.Register, s.Judge()), nil
	}, o.apply)
}

// apply shows the figures, unless they are those shown already.
func (o *Page) apply(v contents) {
	if o.known && reflect.DeepEqual(o.shown, v) {
		return
	}
	o.shown, o.known = v, true
	o.page.SetSubtitle(v.Subtitle)
	o.print.Hidden = v.Empty
	if v.Empty {
		o.body.Objects = []fyne.CanvasObject{o.doors()}
	} else {
		o.body.Objects = []fyne.CanvasObject{o.content(v)}
	}
	o.page.Object().Refresh()
	o.begin()
}

// begin gives the keyboard to the first figure or door, unless it is elsewhere.
// What has gone with older figures has it no longer: Fyne finds that at the
// window's corner, where nothing else is.
func (o *Page) begin() {
	if !o.front || o.first == nil {
		return
	}
	if at, ok := o.stage.Window.Canvas().Focused().(fyne.CanvasObject); ok &&
		!fyne.CurrentApp().Driver().AbsolutePositionForObject(at).IsZero() {
		return
	}
	o.first.Focus()
}

// doors teach what can be done with an empty register.
func (o *Page) doors() fyne.CanvasObject {
	p := o.stage.Text
	empty := widgets.NewEmptyState(p.T("overview.empty"), p.T("overview.empty.words"),
		widgets.Door{Title: p.T("overview.door.import"), Words: p.T("overview.door.import.words"), Open: o.opt.OnImport},
		widgets.Door{Title: p.T("overview.door.new"), Words: p.T("overview.door.new.words"), Open: o.opt.OnNew},
		widgets.Door{Title: p.T("overview.door.example"), Words: p.T("overview.door.example.words"), Open: o.opt.OnExample})
	o.first = empty
	return empty
}

// The width of the charts at the right, and the least of what is to do, at 100 %.
const (
	chartsWidth = 400
	todoLeast   = 520
	barWidth    = 10 // kept free for the scroll bar
)

func (o *Page) content(v contents) fyne.CanvasObject {
	p := o.stage.Text
	var cards []fyne.CanvasObject
	for i, f := range v.Figures {
		figure := o.figure(f)
		if i == 0 {
			o.first = figure
		}
		cards = append(cards, figure)
	}
	left := widgets.Column(widgets.Apart,
		widgets.NewCardWithNote(p.T("overview.todo"), p.T("overview.todo.note"), o.todo(v.Todo)),
		widgets.NewCard(p.T("overview.reviews"), o.reviews(v.Reviews)))
	right := widgets.Column(widgets.Apart,
		widgets.NewCard(p.T("overview.levels"), o.levels(v)),
		widgets.NewCard(p.T("overview.boards"), o.boards(v.Boards)))
	all := widgets.Column(widgets.Apart, widgets.Tiles(210, cards...), widgets.Beside(chartsWidth, todoLeast, left, right), widgets.Column(0))
	return container.NewBorder(nil, nil, nil, widgets.Sized(barWidth, 0, widgets.Column(0)), all)
}

func (o *Page) list(q register.Query) func() {
	return func() {
		if o.opt.OnList != nil {
			o.opt.OnList(q)
		}
	}
}

func (o *Page) figure(f figure) *widgets.Figure {
	tone := widgets.Muted
	if f.Bad {
		tone = widgets.Bad
	}
	return widgets.NewFigure(widgets.FigureTexts{
		Title: f.Title, Number: f.Number, Beside: f.Beside, Note: f.Note, Tone: tone, Share: f.Share,
	}, o.behind(f))
}

// behind shows the assets or findings behind a figure.
func (o *Page) behind(f figure) func() {
	if !f.Duties {
		return o.list(f.Query)
	}
	return func() {
		if o.opt.OnDuties != nil {
			o.opt.OnDuties("")
		}
	}
}

// todo lists what to do next.
func (o *Page) todo(lines []todoLine) fyne.CanvasObject {
	p := o.stage.Text
	list := widgets.Column(0)
	for _, line := range lines {
		sign, tone := widgets.SeverityMark(int(line.Severity))
		name := widgets.NewWrapped(line.Name, widgets.Body, widgets.Plain)
		if line.Several {
			sign, name = mark.Next, widgets.NewWrapped(line.Name, widgets.Body, widgets.Accent)
		}
		row := widgets.Columns(widgets.Near, []float32{9, 11, 9}, widgets.NewMarked(sign, tone, name),
			widgets.NewWrapped(line.Words, widgets.Body, widgets.Plain),
			widgets.NewElided(line.Board, widgets.Body, widgets.Muted))
		list.Add(widgets.NewPressLine(line.Name+": "+line.Words, row, func() { o.follow(line) }))
	}
	if len(lines) == 0 {
		list.Add(widgets.NewMarked(mark.Tick, widgets.Good, widgets.NewWrapped(p.T("overview.todo.none"), widgets.Body, widgets.Plain)))
		return list
	}
	if o.opt.OnDuties != nil {
		all := widgets.NewLink(p.T("overview.todo.all"), widgets.Accent, func() { o.opt.OnDuties("") })
		list.Add(widgets.Inset(6, 6, widgets.Row(0, all, layout.NewSpacer())))
	}
	return list
}

// follow goes to where a thing is done, or to all that are left of its duty.
func (o *Page) follow(line todoLine) {
	switch {
	case line.Several && o.opt.OnDuties != nil:
		o.opt.OnDuties(line.Step.Duty)
	case !line.Several && o.opt.OnMend != nil:
		o.opt.OnMend(line.Step)
	}
}

func (o *Page) open(asset string) {
	if o.opt.OnOpen != nil {
		o.opt.OnOpen(asset)
	}
}

// levels shows how many assets have each level, as bars and in words.
func (o *Page) levels(v contents) fyne.CanvasObject {
	chart := widgets.Column(widgets.Tight)
	for _, a := range v.Aspects {
		words := widgets.NewWrapped(a.Words, widgets.Caption, widgets.Muted)
		row := widgets.Column(2, widgets.NewStackedRow(a.Label, o.stage.Text.Int, a.Counts[:]...), words)
		chart.Add(widgets.NewPressLine(a.Label+": "+a.Words, row, o.list(a.Query)))
	}
	if v.Legend != nil {
		chart.Add(widgets.Inset(0, 6, widgets.NewLegend(v.Legend...)))
	}
	return chart
}

func (o *Page) boards(lines []boardLine) fyne.CanvasObject {
	chart := widgets.Column(0)
	for _, b := range lines {
		line := widgets.Columns(widgets.Near, []float32{8, 5},
			widgets.NewWrapped(b.Label, widgets.Small, widgets.Plain), widgets.NewBar(b.Share, widgets.Good, 12))
		number := widgets.Sized(46, 0, widgets.NewText(b.Number, widgets.Small, widgets.Plain))
		row := container.NewBorder(nil, nil, nil, widgets.Inset(0, 4, number), line)
		chart.Add(widgets.NewPressLine(b.Label+" "+b.Number, row, o.list(b.Query)))
	}
	return chart
}

func (o *Page) reviews(lines []reviewLine) fyne.CanvasObject {
	list := widgets.Column(0)
	for _, l := range lines {
		tone := widgets.Muted
		if l.Late {
			tone = widgets.Bad
		}
		row := widgets.Columns(widgets.Near, []float32{3, 2},
			widgets.NewWrapped(l.Name, widgets.Body, widgets.Plain), widgets.NewWrapped(l.Words, widgets.Body, tone))
		list.Add(widgets.NewPressLine(l.Name+" "+l.Words, row, func() { o.open(l.Asset) }))
	}
	if len(lines) == 0 {
		list.Add(widgets.NewWrapped(o.stage.Text.T("overview.reviews.none"), widgets.Body, widgets.Muted))
	}
	return list
}

// Entered is part of stage.Page.
func (o *Page) Entered() {
	o.front = true
	o.begin()
}

// Leave is part of stage.Page.
func (o *Page) Leave() bool {
	o.front = false
	return true
}

// Print is part of stage.Printer.
func (o *Page) Print() bool {
	if o.opt.OnPrint == nil || o.shown.Empty {
		return false
	}
	o.opt.OnPrint()
	return true
}

var _ stage.Page = (*Page)(nil)
