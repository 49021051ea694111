package actions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/action"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Tab is the actions of one asset, on its page.
type Tab struct {
	stage.Stage
	opt   Options
	asset string

	list   *listing.List[row, struct{}, []row]
	offer  *fyne.Container // what an imported list says is to be done
	open   *widgets.Button
	follow *widgets.Button
	done   *widgets.Button
	object fyne.CanvasObject
}

// NewTab builds the tab of an asset.
func NewTab(s stage.Stage, asset string, opt Options) *Tab {
	p := s.Text
	t := &Tab{Stage: s, opt: opt, asset: asset, offer: widgets.Column(0)}
	t.list = listing.New(s, listing.Spec[row, struct{}, []row]{
		Name: memoryTab, Remember: true, Key: func(a row) string { return a.ID }, Columns: columns(p, false),
		Empty: func([]row, struct{}) fyne.CanvasObject { return listing.Quiet(p.T("actions.tab.empty")) },
		Open:  t.edit, Delete: func(rows []row) { askDelete(s, rows) }, Marked: t.enable,
	})
	add := widgets.NewPrimary(p.T("actions.new"), func() { New(s, action.Action{Asset: asset}, opt, nil) })
	t.open = widgets.NewButton(p.T("actions.do.open"), t.list.WithCurrent(t.edit))
	t.follow = widgets.NewButton(p.T("actions.do.follow"), t.list.WithCurrent(func(r row) { Follow(s, r.Action) }))
	t.done = widgets.NewButton(p.T("actions.do.done"), t.list.WithCurrent(func(r row) { closeAction(s, r.Action, opt) }))
	head := widgets.Column(widgets.Near, t.offer, widgets.Flow(widgets.Near, add, t.open, t.follow, t.done), widgets.Column(0))
	t.object = widgets.Border(head, nil, nil, nil, t.list.Object())
	return t
}

// memoryTab is what the widths of the tab's columns are remembered under.
const memoryTab = "actions.tab"

// PartActions names the tab.
const PartActions = "actions"

// Name is part of stage.Part.
func (t *Tab) Name() string { return PartActions }

// Title is part of stage.Part: with how many actions are open.
func (t *Tab) Title() string {
	if n := action.Sum(t.Register.Plan().ActionsOf(t.asset), t.Register.Today()).Open; n > 0 {
		return t.Text.T("actions.tab.count", "count", t.Text.Int(n))
	}
	return t.Text.T("actions.title")
}

// Leave is part of stage.Part.
func (t *Tab) Leave() bool { return true }

// Find is part of stage.Part.
func (t *Tab) Find() bool { return false }

// Type is part of stage.Part.
func (t *Tab) Type(rune, fyne.KeyName) bool { return false }

var _ stage.Part = (*Tab)(nil)

// Object is part of stage.Part.
func (t *Tab) Object() fyne.CanvasObject { return t.object }

// Refresh is part of stage.Part.
func (t *Tab) Refresh() {
	var rows []row
	for _, a := range t.Register.Plan().ActionsOf(t.asset) {
		rows = append(rows, newRow(t.Text, t.Register, a))
	}
	t.offerListed()
	t.list.Take(rows)
	t.object.Refresh()
}

// offerListed offers to make an action of what an imported list says.
func (t *Tab) offerListed() {
	t.offer.Objects = nil
	rec, ok := t.Register.Record(t.asset)
	if !ok {
		return
	}
	listed, words, ok := listedAction(t.Register, rec)
	if !ok {
		return
	}
	p := t.Text
	button := widgets.NewButton(p.T("actions.listed.make"), func() { New(t.Stage, listed, t.opt, nil) }).Compact()
	t.offer.Add(widgets.NewCard("", widgets.Border(nil, nil, nil, widgets.Column(0, button, layout.NewSpacer()), widgets.Column(2,
		widgets.NewWrapped(p.T("actions.listed"), widgets.Small, widgets.Muted), widgets.NewWrapped(words, widgets.Body, widgets.Plain)))))
}

func (t *Tab) edit(r row) { Edit(t.Stage, r.ID, t.opt) }

func (t *Tab) enable(rows []row) {
	one := len(rows) == 1
	listing.Enable(t.open, one)
	listing.Enable(t.follow, one && rows[0].Status.Open())
	listing.Enable(t.done, one && rows[0].Status.Open())
}
