// Package actions shows the action plan (handlingsplan): what is to be done
// over everything, the form of an action, and the actions of one asset.
package actions

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Options are where the plan leads. Each may be nil: what it belongs to is not shown then.
type Options struct {
	// OnOpen opens the page of an asset.
	OnOpen func(asset string)
	// OnPrint prints the plan of the actions shown. Words say what was chosen, empty for all.
	OnPrint func(words string, shown []action.Action)
	// OnAnswer goes to an asset's requirement, to answer it anew when its action is closed.
	OnAnswer func(asset, requirement string)
}

// List is the page Åtgärder.
type List struct {
	stage.Stage
	opt Options

	query register.ActionQuery
	sort  present.ActionSort
	list  present.ActionList

	page     *widgets.Page
	search   *widgets.SearchEntry
	filters  *filterBar
	table    *widgets.Table[present.ActionRow]
	commands *commandBar
	plan     fyne.CanvasObject // everything but the doors
	doors    fyne.CanvasObject
	print    *widgets.Button
	object   fyne.CanvasObject
	entered  bool // the page came to the front before it had rows to put the focus on
}

var (
	_ stage.Page = (*List)(nil)
	_ stage.Keys = (*List)(nil)
)

// pause is how long typing must rest before the search begins.
const pause = 80 * time.Millisecond

// Names of the jobs of the page, and what it remembers.
const (
	slotList        = "actions.list"
	slotSearch      = "actions.search"
	memoryWidth     = "actions.width."
	memorySort      = "actions.sort"
	memoryDescend   = "actions.descending"
	memoryTabWidths = "actions.tab.width."
)

// NewList builds the page, sorted as last time.
func NewList(s stage.Stage, opt Options) *List {
	l := &List{Stage: s, opt: opt}
	l.sort = present.ActionSort{Key: s.Memory.StringWithFallback(memorySort, present.PlanOrder), Descending: s.Memory.BoolWithFallback(memoryDescend, false)}
	l.build()
	l.reload()
	return l
}

func (l *List) build() {
	p := l.Text
	l.search = widgets.NewSearchEntry(p.T("actions.search"))
	l.search.OnSearch = l.searched
	l.search.OnDown = func() { l.table.Focus() }
	l.filters = newFilterBar(p, l.Register, l.narrow)
	l.commands = newCommandBar(l)
	l.table = newTable(l.Stage, memoryWidth, true)
	l.table.OnOpen = l.edit
	l.table.OnSort = l.sortBy
	l.table.OnSelect = l.commands.apply
	l.table.OnMenu = l.menu
	l.table.OnDelete = func(rows []present.ActionRow) { askDelete(l.Stage, rows) }
	l.table.SetEmpty(l.nothing())
	top := widgets.Column(10, l.search, widgets.Flow(widgets.Near, l.filters.objects()...), widgets.Column(0))
	l.plan = widgets.Border(top, l.commands.object, nil, nil, widgets.NewPlate(l.table))
	l.doors = widgets.NewEmptyState(p.T("actions.empty"), p.T("actions.empty.words"),
		widgets.Door{Title: p.T("actions.empty.new"), Words: p.T("actions.empty.new.words"), Open: l.startNew})
	l.print = widgets.NewButton(p.T("actions.print"), func() { l.Print() })
	setVisible(l.print, l.opt.OnPrint != nil)
	l.page = widgets.NewPage(p.T("actions.title"), "", container.NewStack(l.plan, l.doors), l.print, widgets.NewPrimary(p.T("actions.new"), l.startNew))
	l.object = l.page.Object()
}

// nothing is shown in place of rows when the filters leave none.
func (l *List) nothing() fyne.CanvasObject {
	p := l.Text
	return widgets.Inset(widgets.Margin, widgets.Margin, widgets.Column(widgets.Near,
		widgets.NewWrapped(p.T("actions.nothing"), widgets.Strong, widgets.Plain),
		widgets.NewWrapped(p.T("actions.nothing.words"), widgets.Body, widgets.Muted),
		widgets.Row(0, widgets.NewButton(p.T("actions.nothing.clear"), l.clearAll), layout.NewSpacer()),
	))
}

func (l *List) searched(s string) {
	if s == l.query.Text {
		return
	}
	l.Jobs.After(slotSearch, pause, func() {
		l.query.Text = s
		l.reload()
	})
}

// narrow takes another query over. What stands in the search field counts.
func (l *List) narrow(q register.ActionQuery) {
	l.Jobs.Cancel(slotSearch)
	q.Text = l.search.Text
	l.query = q
	l.reload()
}

func (l *List) clearAll() { l.Show(register.ActionQuery{}) }

// Show opens the plan with what a query chooses: a figure shows what it counted.
func (l *List) Show(q register.ActionQuery) {
	l.search.SetText(q.Text)
	l.narrow(q)
}

// sortBy sorts by a column; a third press on it brings back the order of the plan.
func (l *List) sortBy(id string, descending bool) {
	if l.sort.Key == id && l.sort.Descending {
		id, descending = present.PlanOrder, false
	}
	l.sort = present.ActionSort{Key: id, Descending: descending}
	l.Memory.SetString(memorySort, id)
	l.Memory.SetBool(memoryDescend, descending)
	l.reload()
}

// reload finds and sorts beside the window; an overtaken result is dropped.
func (l *List) reload() {
	l.filters.apply(l.query)
	p, r, q, s := l.Text, l.Register, l.query, l.sort
	jobs.Start(l.Jobs, slotList, func(context.Context, *jobs.Progress) (present.ActionList, error) {
		return present.ListActions(p, r, q, s), nil
	}, func(list present.ActionList, err error) {
		if err != nil {
			l.Fail(err)
			return
		}
		l.list = list
		l.apply()
	})
}

// apply writes the list to the widgets.
func (l *List) apply() {
	setVisible(l.doors, l.list.Total == 0)
	setVisible(l.plan, l.list.Total > 0)
	enable(l.print, len(l.list.Rows) > 0)
	l.page.SetSubtitle(present.ActionSums(l.Text, l.list))
	l.table.SetSort(l.sort.Key, l.sort.Descending)
	l.table.SetRows(l.list.Rows)
	if len(l.list.Rows) > 0 && len(l.table.Selected()) == 0 {
		l.table.SelectKeys(l.list.Rows[0].ID) // what the commands and Enter are about
	}
	l.commands.apply(l.table.Selected())
	l.object.Refresh() // the line of sums has come or gone
	if l.entered && l.Window.Canvas().Focused() == nil {
		l.Entered()
	}
}

// startNew begins an action in the unit that the plan is narrowed to.
func (l *List) startNew() {
	New(l.Stage, action.Action{Unit: l.query.Unit, Responsible: l.query.Responsible}, l.opt, func(a action.Action) { l.table.SelectKeys(a.ID) })
}

func (l *List) edit(row present.ActionRow) { Edit(l.Stage, row.ID, l.opt) }

// Object is part of stage.Page.
func (l *List) Object() fyne.CanvasObject { return l.object }

// Refresh is part of stage.Page.
func (l *List) Refresh() { l.reload() }

// Entered is part of stage.Page.
func (l *List) Entered() {
	l.entered = true // the rows may come later
	if l.list.Total > 0 {
		l.entered = false
		l.table.Focus()
	}
}

// Leave is part of stage.Page.
func (l *List) Leave() bool { return true }

// Find is part of stage.Keys.
func (l *List) Find() bool {
	l.search.Focus()
	return true
}

// New is part of stage.Keys.
func (l *List) New() bool {
	l.startNew()
	return true
}

// Print is part of stage.Keys.
func (l *List) Print() bool {
	if l.opt.OnPrint == nil || len(l.list.Rows) == 0 {
		return false
	}
	l.opt.OnPrint(report.ActionFilterWords(l.Register, l.Text, l.query), l.list.Actions())
	return true
}

// Close is part of stage.Keys: Esc takes the search and the filters away.
func (l *List) Close() bool {
	if !present.NarrowsActions(l.query) {
		return false
	}
	l.clearAll()
	return true
}

// Type is part of stage.Keys.
func (l *List) Type(rune, fyne.KeyName) bool { return false }

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func enable(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
