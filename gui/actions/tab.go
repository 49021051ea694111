package actions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/action"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Tab is the actions of one asset, on its page.
type Tab struct {
	stage.Stage
	opt   Options
	asset string

	table  *widgets.Table[present.ActionRow]
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
	t.table = newTable(s, memoryTabWidths, false)
	t.table.OnOpen = func(r present.ActionRow) { Edit(s, r.ID, opt) }
	t.table.OnSelect = func([]present.ActionRow) { t.enable() }
	t.table.OnDelete = func(rows []present.ActionRow) { askDelete(s, rows) }
	t.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(p.T("actions.tab.empty"), widgets.Body, widgets.Muted)))
	add := widgets.NewPrimary(p.T("actions.new"), func() { New(s, action.Action{Asset: asset}, opt, nil) })
	t.open = widgets.NewButton(p.T("actions.do.open"), func() { t.selected(func(r present.ActionRow) { Edit(s, r.ID, opt) }) })
	t.follow = widgets.NewButton(p.T("actions.do.follow"), func() { t.selected(func(r present.ActionRow) { Follow(s, r.Action) }) })
	t.done = widgets.NewButton(p.T("actions.do.done"), func() { t.selected(func(r present.ActionRow) { closeAction(s, r.Action, opt) }) })
	head := widgets.Column(widgets.Near, t.offer, widgets.Flow(widgets.Near, add, t.open, t.follow, t.done), widgets.Column(0))
	t.object = widgets.Border(head, nil, nil, nil, widgets.NewPlate(t.table))
	return t
}

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
	var rows []present.ActionRow
	for _, a := range t.Register.Plan().ActionsOf(t.asset) {
		rows = append(rows, present.NewActionRow(t.Text, t.Register, a))
	}
	t.table.SetRows(rows)
	if len(rows) > 0 && len(t.table.Selected()) == 0 {
		t.table.SelectKeys(rows[0].ID)
	}
	t.offerListed()
	t.enable()
	t.object.Refresh()
}

// offerListed offers to make an action of what an imported list says.
func (t *Tab) offerListed() {
	t.offer.Objects = nil
	rec, ok := t.Register.Record(t.asset)
	if !ok {
		return
	}
	listed, words, ok := present.ListedAction(t.Register, rec)
	if !ok {
		return
	}
	p := t.Text
	button := widgets.NewButton(p.T("actions.listed.make"), func() { New(t.Stage, listed, t.opt, nil) }).Compact()
	t.offer.Add(widgets.NewCard("", widgets.Border(nil, nil, nil, widgets.Column(0, button, layout.NewSpacer()), widgets.Column(2,
		widgets.NewWrapped(p.T("actions.listed"), widgets.Small, widgets.Muted), widgets.NewWrapped(words, widgets.Body, widgets.Plain)))))
}

func (t *Tab) selected(do func(present.ActionRow)) {
	if rows := t.table.Selected(); len(rows) > 0 {
		do(rows[0])
	}
}

func (t *Tab) enable() {
	rows := t.table.Selected()
	one := len(rows) == 1
	enable(t.open, one)
	enable(t.follow, one && rows[0].Status.Open())
	enable(t.done, one && rows[0].Status.Open())
}
