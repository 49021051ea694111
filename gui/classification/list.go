package classification

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// ListOptions say where the list leads.
type ListOptions struct {
	// OnClassify opens the guided form of an asset.
	OnClassify func(asset string)
	// OnOpen goes to an asset's own page.
	OnOpen func(asset string)
	// OnWorksheet prints the paper for those who prefer a pen; empty for no asset. Nil: there is none.
	OnWorksheet func(asset string)
	// OnImport imports a list, for a register that is empty.
	OnImport func()
	// OnNew adds an asset, for a register that is empty.
	OnNew func()
}

// List is the page of what is to be classified or looked at again, in groups:
// drafts, unclassified, imported and not decided, reviews that are due.
type List struct {
	stage stage.Stage
	opt   ListOptions

	tasks []classTask
	group duty.TodoKind // the group shown, empty for all

	page   *widgets.Page
	search *widgets.SearchEntry
	chips  map[duty.TodoKind]*widgets.Chip
	table  *widgets.Table[classTask]
	open   *widgets.Button
}

// searchWait is how long the page waits for the next key before it searches.
const searchWait = 60 * time.Millisecond

// Names of the jobs of the page.
const (
	slotTasks  = "classification tasks"
	slotSearch = "classification search"
)

// NewList builds the page.
func NewList(s stage.Stage, opt ListOptions) *List {
	p := s.Text
	l := &List{stage: s, opt: opt, chips: map[duty.TodoKind]*widgets.Chip{}}
	l.search = widgets.NewSearchEntry(p.T("classification.search"))
	l.search.OnSearch = func(string) { s.Jobs.After(slotSearch, searchWait, l.apply) }
	l.search.OnDown = func() { l.table.Focus() }
	l.table = widgets.NewTable(func(t classTask) string { return t.Record.Asset.ID }, l.columns()...)
	l.table.OnOpen = l.classify
	l.table.OnMenu = l.menu
	l.table.OnSelect = func([]classTask) { l.applyButton() }
	l.open = widgets.NewPrimary(p.T("classification.classify"), l.classifyCurrent)
	groups := widgets.Flow(widgets.Near, l.chip(""))
	for _, g := range classGroups {
		groups.Add(l.chip(g))
	}
	top := widgets.Column(10, l.search, groups, widgets.Column(0))
	worksheet := widgets.NewButton(p.T("classification.worksheet"), l.worksheetCurrent)
	worksheet.Hidden = opt.OnWorksheet == nil
	l.page = widgets.NewPage(p.T("classification.list.title"), p.T("classification.list.subtitle"),
		widgets.Border(top, nil, nil, nil, widgets.NewPlate(l.table)), worksheet, l.open)
	l.applyButton()
	return l
}

func (l *List) columns() []widgets.TableColumn[classTask] {
	p := l.stage.Text
	return []widgets.TableColumn[classTask]{
		{ID: "name", Title: p.T("field.name"), Width: 210, Grow: true, Text: func(t classTask) string { return t.Record.Asset.Name }},
		{ID: "what", Title: p.T("classification.column.what"), Width: 250, Grow: true,
			Text: func(t classTask) string { return t.Words }, Mark: taskMark},
		{ID: "board", Title: p.T("classification.column.board"), Width: 200, Text: func(t classTask) string { return t.Board }},
		{ID: "class", Title: p.T("classification.column.class"), Width: 166, Badges: l.taskBadges},
		{ID: "review", Title: p.T("classification.column.review"), Width: 110, Text: func(t classTask) string { return t.Review }},
	}
}

// taskBadges are the levels in force, or those of the draft where nothing is.
func (l *List) taskBadges(t classTask) []widgets.Badge {
	if t.Record.Class == nil && t.Record.Draft != nil {
		return profileBadges(l.stage.Register.Classifications().ScaleOf(*t.Record.Draft), t.Record.Draft.Profile)
	}
	return profileBadges(present.ScaleOf(t.Record), t.Record.Profile())
}

func taskMark(t classTask) (mark.Sign, widgets.Tone) {
	switch t.Kind {
	case duty.TodoOverdue, duty.TodoProcurement:
		return mark.Alert, widgets.Bad
	case duty.TodoDraft:
		return mark.Dot, widgets.Accent
	case duty.TodoSoon:
		return mark.Calendar, widgets.Muted
	}
	return mark.Ring, widgets.Warning
}

func (l *List) chip(group duty.TodoKind) *widgets.Chip {
	c := widgets.NewChip("", func() { l.choose(group) })
	l.chips[group] = c
	return c
}

// choose shows one group, or all again when it is shown already.
func (l *List) choose(group duty.TodoKind) {
	if l.group == group {
		group = ""
	}
	l.group = group
	l.apply()
}

// apply shows the tasks that are asked for.
func (l *List) apply() {
	p := l.stage.Text
	counts := countTasks(l.tasks)
	for group, chip := range l.chips {
		n := counts[group]
		if group == "" {
			n = len(l.tasks)
		}
		chip.Set(groupLabel(p, group, n), l.group == group)
		chip.Hidden = group != "" && n == 0 && l.group != group
	}
	l.table.SetEmpty(l.empty())
	rows := filterTasks(l.tasks, l.group, l.search.Text)
	l.table.SetRows(rows)
	if len(rows) > 0 && len(l.table.Selected()) == 0 {
		l.table.SelectKeys(rows[0].Record.Asset.ID) // what the button and Enter are about
	}
	l.applyButton()
	l.page.Object().Refresh()
}

// empty says why there is nothing, and what can be done.
func (l *List) empty() fyne.CanvasObject {
	p := l.stage.Text
	switch {
	case len(l.tasks) > 0:
		return widgets.NewEmptyState(p.T("classification.noHits"), p.T("classification.noHits.words"))
	case len(l.stage.Register.Records()) > 0:
		return widgets.NewEmptyState(p.T("classification.allDone"), p.T("classification.allDone.words"))
	}
	return widgets.NewEmptyState(p.T("classification.empty"), p.T("classification.empty.words"), l.doors()...)
}

func (l *List) doors() []widgets.Door {
	p := l.stage.Text
	var doors []widgets.Door
	if l.opt.OnImport != nil {
		doors = append(doors, widgets.Door{Title: p.T("classification.empty.import"), Words: p.T("classification.empty.import.words"), Open: l.opt.OnImport})
	}
	if l.opt.OnNew != nil {
		doors = append(doors, widgets.Door{Title: p.T("classification.empty.new"), Words: p.T("classification.empty.new.words"), Open: l.opt.OnNew})
	}
	return doors
}

// applyButton names what the button does to the line the keyboard is at.
func (l *List) applyButton() {
	p := l.stage.Text
	t, ok := l.current()
	if !ok {
		l.open.SetText(p.T("classification.classify"))
		l.open.Disable()
		return
	}
	l.open.Enable()
	switch t.Kind {
	case duty.TodoDraft:
		l.open.SetText(p.T("classification.continue"))
	case duty.TodoOverdue, duty.TodoInformation, duty.TodoSoon:
		l.open.SetText(p.T("classification.reclassify"))
	default:
		l.open.SetText(p.T("classification.classify"))
	}
}

// current is the line selected, or the first where none is.
func (l *List) current() (classTask, bool) {
	if rows := l.table.Selected(); len(rows) > 0 {
		return rows[0], true
	}
	if rows := l.table.Rows(); len(rows) > 0 {
		return rows[0], true
	}
	return classTask{}, false
}

func (l *List) classify(t classTask) {
	if l.opt.OnClassify != nil {
		l.opt.OnClassify(t.Record.Asset.ID)
	}
}

func (l *List) classifyCurrent() {
	if t, ok := l.current(); ok {
		l.classify(t)
	}
}

// worksheetCurrent prints the worksheet of the line, or an empty one where there is none.
func (l *List) worksheetCurrent() {
	t, _ := l.current()
	id := ""
	if t.Record != nil {
		id = t.Record.Asset.ID
	}
	l.opt.OnWorksheet(id)
}

func (l *List) menu(t classTask, at fyne.Position) {
	p := l.stage.Text
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.T("classification.classify"), func() { l.classify(t) })}
	if l.opt.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(p.T("classification.openAsset"), func() { l.opt.OnOpen(t.Record.Asset.ID) }))
	}
	if l.opt.OnWorksheet != nil {
		items = append(items, fyne.NewMenuItem(p.T("classification.worksheet"), func() { l.opt.OnWorksheet(t.Record.Asset.ID) }))
	}
	widgets.ShowMenu(l.stage.Window.Canvas(), at, items...)
}

// Object is part of stage.Page.
func (l *List) Object() fyne.CanvasObject { return l.page.Object() }

// Refresh is part of stage.Page.
func (l *List) Refresh() {
	s := l.stage
	jobs.Start(l.stage.Jobs, slotTasks, func(context.Context, *jobs.Progress) ([]classTask, error) {
		return classTasks(s.Text, s.Register, s.Judge()), nil
	}, func(tasks []classTask, err error) {
		if err != nil {
			l.stage.Fail(err)
			return
		}
		l.tasks = tasks
		l.apply()
	})
}

// Entered is part of stage.Page.
func (l *List) Entered() { l.table.Focus() }

// Leave is part of stage.Page.
func (l *List) Leave() bool { return true }

// Find is part of stage.Keys.
func (l *List) Find() bool {
	l.search.Focus()
	return true
}

// New is part of stage.Keys.
func (l *List) New() bool { return false }

// Print is part of stage.Keys.
func (l *List) Print() bool {
	if l.opt.OnWorksheet == nil {
		return false
	}
	l.worksheetCurrent()
	return true
}

// Close is part of stage.Keys: the search and the group chosen go away.
func (l *List) Close() bool {
	if l.search.Text == "" && l.group == "" {
		return false
	}
	l.group = ""
	l.search.SetText("")
	l.apply()
	return true
}

// Type is part of stage.Keys.
func (l *List) Type(rune, fyne.KeyName) bool { return false }

var (
	_ stage.Page = (*List)(nil)
	_ stage.Keys = (*List)(nil)
)
