package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/domain/register"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// navWidth is the width of the navigation at 100 %.
const navWidth = 214

// navigation is the strip at the left: whose register this is, where one can
// go, and how much waits there.
type navigation struct {
	w      *Window
	object fyne.CanvasObject
	items  map[Place]*widgets.NavItem
	places *widgets.Scroller // the main places, where the window is too low for them all
	who    *widgets.Text
	undo   *widgets.Button
}

func newNavigation(w *Window) *navigation {
	n := &navigation{w: w, items: map[Place]*widgets.NavItem{}}
	n.who = widgets.NewElided("", widgets.Strong, widgets.Plain)
	file := widgets.NewMenuButton(w.p.T("window.file"), n.files).Compact()
	n.undo = widgets.NewButton(w.p.T("window.undo"), w.Undo).Compact()
	head := widgets.Column(widgets.Near, n.who, container.NewHBox(file, layout.NewSpacer(), n.undo))
	n.places = widgets.Scrolled(widgets.Column(widgets.Tight, n.list(mainPlaces)...))
	foot := widgets.Inset(widgets.Tight, 0, widgets.Column(widgets.Tight, n.list(footPlaces)...))
	strip := widgets.Border(widgets.Inset(6, 10, head), foot, nil, nil, n.places)
	ground := canvas.NewRectangle(fynetheme.Color(theme.ColorCard))
	line := canvas.NewRectangle(fynetheme.Color(theme.ColorOutline))
	line.SetMinSize(fyne.NewSize(1, 1))
	n.object = container.NewStack(ground, widgets.Border(nil, nil, nil, line,
		widgets.Sized(navWidth, 0, widgets.Inset(12, 8, strip))))
	n.refresh()
	return n
}

func (n *navigation) list(places []Place) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(places))
	for i, place := range places {
		out[i] = n.item(place)
	}
	return out
}

func (n *navigation) item(place Place) fyne.CanvasObject {
	item := widgets.NewNavItem(n.w.p.T("window.place."+string(place)), func() { n.w.Go(place) })
	if n.w.reg == nil && place != Settings && place != Help {
		item.Hide()
	}
	n.items[place] = item
	return item
}

// mark shows which place is at the front.
func (n *navigation) mark(place Place) {
	for p, item := range n.items {
		item.SetChosen(p == place)
	}
	if item := n.items[place]; item != nil {
		n.places.Reveal(item)
	}
}

// refresh shows whose register this is and how much is waiting.
func (n *navigation) refresh() {
	if n.w.reg == nil {
		n.who.SetText("Infoklass")
		n.undo.Disable()
		return
	}
	name := n.w.reg.Settings().Municipality
	if name == "" {
		name = trimExtension(n.w.path)
	}
	n.who.SetText(name)
	r, judge := n.w.reg, n.w.judge
	stage.Read(n.w.stage(), "navigation", func(ctx context.Context) (waiting, error) {
		_, undoable, err := r.Undoable(ctx)
		late := r.Plan().FindActions(register.ActionQuery{Late: true}, r.Today())
		judged := judge.Register(r, r.Today())
		return waiting{judged.Waiting(), len(late), judged.Serious(), judged.LapsedExceptions(), undoable}, err
	}, func(got waiting) {
		n.items[Classification].SetCount(n.count(got.classifications))
		n.items[Requirements].SetCount(n.count(got.exceptions))
		n.items[Actions].SetCount(n.count(got.lateActions))
		n.items[Duties].SetCount(n.count(got.findings))
		listing.Enable(n.undo, got.undoable)
	})
}

// count writes how much waits; nothing for none.
func (n *navigation) count(k int) string {
	if k == 0 {
		return ""
	}
	return n.w.p.Int(k)
}

type waiting struct {
	classifications int
	lateActions     int
	findings        int // the serious ones
	exceptions      int // that have run out
	undoable        bool
}

// files is the menu of register files and exchange.
func (n *navigation) files() []*fyne.MenuItem {
	w, p := n.w, n.w.p
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.T(key), do) }
	items := []*fyne.MenuItem{
		item("window.file.new", exchanging{w}.askNewRegister),
		item("window.file.open", exchanging{w}.askOpenRegister),
	}
	for _, path := range w.memory.StringList(keyRecent) {
		if path != w.path {
			items = append(items, fyne.NewMenuItem(p.T("window.file.recent", "register", baseName(path)), func() { w.Open(path) }))
		}
	}
	if w.reg != nil {
		items = append(items, fyne.NewMenuItemSeparator(),
			item("window.file.import", w.AskImport),
			item("window.file.export", w.AskExport),
			item("window.file.print", w.PrintAll),
			item("window.file.backup", registers{w}.backup))
	}
	return append(items, fyne.NewMenuItemSeparator(), item("window.file.quit", closing{w}.close))
}
