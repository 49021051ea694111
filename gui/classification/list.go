package classification

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/gui/listing"
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
	*listing.Page[classTask, taskQuery, []classTask]
	stage stage.Stage
	opt   ListOptions
	open  *widgets.Button
}

// NewList builds the page.
func NewList(s stage.Stage, opt ListOptions) *List {
	p := s.Text
	l := &List{stage: s, opt: opt}
	l.open = widgets.NewPrimary(p.T("classification.classify"), l.classifyCurrent)
	worksheet := widgets.NewButton(p.T("classification.worksheet"), l.worksheetCurrent)
	worksheet.Hidden = opt.OnWorksheet == nil
	head := listing.Head{Title: p.T("classification.list.title"), Subtitle: p.T("classification.list.subtitle"), Actions: []fyne.CanvasObject{worksheet, l.open}}
	l.Page = listing.NewPage(s, head, listing.Spec[classTask, taskQuery, []classTask]{
		Name: "classification", Key: func(t classTask) string { return t.Record.Asset.ID }, Columns: l.columns(),
		Load: func(context.Context) ([]classTask, error) { return classTasks(p, s.Register, s.Judge()), nil },
		Rows: func(all []classTask, q taskQuery, _ present.Sort) []classTask {
			return filterTasks(all, q.group, q.text)
		},
		Search: p.T("classification.search"), Words: func(q *taskQuery) *string { return &q.text }, Filters: l.groups(),
		Narrows: func(q taskQuery) bool { return q != taskQuery{} },
		Empty:   l.empty, Open: l.classify, Menu: l.menu, Marked: l.applyButton,
	})
	l.applyButton(nil)
	return l
}

// groups are the chips: each shows one group, or all again when it is shown already.
func (l *List) groups() []listing.Filter[taskQuery] {
	var out []listing.Filter[taskQuery]
	for _, g := range append([]duty.TodoKind{""}, classGroups...) {
		count := func() int {
			if g == "" {
				return len(l.Data())
			}
			return countTasks(l.Data())[g]
		}
		out = append(out, listing.Filter[taskQuery]{
			Say: func(q taskQuery) (string, bool) { return groupLabel(l.stage.Text, g, count()), q.group == g },
			Press: func(q *taskQuery) {
				if q.group == g {
					q.group = ""
				} else {
					q.group = g
				}
			},
			Hidden: func(q taskQuery) bool { return g != "" && q.group != g && count() == 0 },
		})
	}
	return out
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

// taskBadges are the levels in force, or the draft's where none are in force.
func (l *List) taskBadges(t classTask) []widgets.Badge {
	if t.Record.Class == nil && t.Record.Draft != nil {
		return listing.Levels(l.stage.Register.Classifications().ScaleOf(*t.Record.Draft), t.Record.Draft.Profile)
	}
	return listing.Levels(present.ScaleOf(t.Record), t.Record.Profile())
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

// empty says why there is nothing, and what can be done.
func (l *List) empty(all []classTask, _ taskQuery) fyne.CanvasObject {
	p := l.stage.Text
	switch {
	case len(all) > 0:
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
func (l *List) applyButton(marked []classTask) {
	p := l.stage.Text
	listing.Enable(l.open, len(marked) > 0)
	if len(marked) == 0 {
		l.open.SetText(p.T("classification.classify"))
		return
	}
	switch marked[0].Kind {
	case duty.TodoDraft:
		l.open.SetText(p.T("classification.continue"))
	case duty.TodoOverdue, duty.TodoInformation, duty.TodoSoon:
		l.open.SetText(p.T("classification.reclassify"))
	default:
		l.open.SetText(p.T("classification.classify"))
	}
}

func (l *List) classify(t classTask) {
	if l.opt.OnClassify != nil {
		l.opt.OnClassify(t.Record.Asset.ID)
	}
}

func (l *List) classifyCurrent() {
	if t, ok := l.Current(); ok {
		l.classify(t)
	}
}

// worksheetCurrent prints the worksheet of the line, or an empty one where there is none.
func (l *List) worksheetCurrent() {
	t, _ := l.Current()
	id := ""
	if t.Record != nil {
		id = t.Record.Asset.ID
	}
	l.opt.OnWorksheet(id)
}

func (l *List) menu(t classTask) []*fyne.MenuItem {
	p := l.stage.Text
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.T("classification.classify"), func() { l.classify(t) })}
	if l.opt.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(p.T("classification.openAsset"), func() { l.opt.OnOpen(t.Record.Asset.ID) }))
	}
	if l.opt.OnWorksheet != nil {
		items = append(items, fyne.NewMenuItem(p.T("classification.worksheet"), func() { l.opt.OnWorksheet(t.Record.Asset.ID) }))
	}
	return items
}

// Print is part of stage.Printer.
func (l *List) Print() bool {
	if l.opt.OnWorksheet == nil {
		return false
	}
	l.worksheetCurrent()
	return true
}

var (
	_ stage.Page    = (*List)(nil)
	_ stage.Printer = (*List)(nil)
)
