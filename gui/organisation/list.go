// Package organisation shows the units of the municipality as a tree, the page
// of one unit, and the handing over of what someone answers for.
package organisation

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// Options are where the page leads.
type Options struct {
	// OnOpen opens the page of a unit.
	OnOpen func(id string)
	// OnAssets shows the assets of a unit and all below it.
	OnAssets func(id string)
	// OnHandover opens the handing over of what someone answers for.
	OnHandover func(from, unit string)
	// OnImport begins an import, for an organisation that is empty.
	OnImport func()
}

// List is the page Organisation.
type List struct {
	stage.Stage
	opt Options
	do  doings

	listed
	group unitGroup
	want  string // a unit that is to be marked as soon as its line is there

	page   *widgets.Page
	search *widgets.SearchEntry
	chips  map[unitGroup]*widgets.Chip
	table  *widgets.Table[unitRow]
	strip  *fyne.Container // tells of what waits
	tools  *fyne.Container // search and groups
	hand   *widgets.Button
	bar    *commandBar

	nothing fyne.CanvasObject // shown instead of rows
}

// listed is what the job brings: the units, and how many there are in words.
type listed struct {
	rows   []unitRow
	counts string
}

var (
	_ stage.Page = (*List)(nil)
	_ stage.Keys = (*List)(nil)
)

// Names of the jobs of the page, and how long it waits for the next key before it searches.
const (
	slotRows   = "organisation rows"
	slotSearch = "organisation search"
	searchWait = 60 * time.Millisecond
)

// New builds the page.
func New(s stage.Stage, opt Options) *List {
	p := s.Text
	l := &List{Stage: s, opt: opt, chips: map[unitGroup]*widgets.Chip{}, strip: widgets.Column(0)}
	l.do = doings{Stage: s}
	l.search = widgets.NewSearchEntry(p.T("organisation.search"))
	l.search.OnSearch = func(string) { s.Jobs.After(slotSearch, searchWait, l.apply) }
	l.search.OnDown = func() { l.table.Focus() }
	l.table = widgets.NewTable(func(row unitRow) string { return row.Unit.ID }, l.columns()...)
	l.table.OnOpen = func(row unitRow) { opt.OnOpen(row.Unit.ID) }
	l.table.OnSelect = func([]unitRow) { l.bar.apply() }
	l.table.OnMenu = l.menu
	l.table.OnDelete = func(rows []unitRow) { l.do.askDelete(rows[0].Unit) }
	l.bar = newCommandBar(l)
	groups := []fyne.CanvasObject{l.chip("")}
	for _, g := range unitGroups {
		groups = append(groups, l.chip(g))
	}
	l.tools = widgets.Border(nil, nil, nil, widgets.Inset(0, widgets.Near, widgets.Row(widgets.Near, groups...)), l.search)
	top := widgets.Column(10, l.strip, l.tools, widgets.Column(0))
	l.hand = widgets.NewButton(p.T("organisation.handover"), func() { opt.OnHandover("", "") })
	l.page = widgets.NewPage(p.T("organisation.title"), "",
		widgets.Border(top, l.bar.object, nil, nil, widgets.NewPlate(l.table)),
		l.hand,
		widgets.NewPrimary(p.T("organisation.add"), l.startNew))
	return l
}

func (l *List) columns() []widgets.TableColumn[unitRow] {
	p := l.Text
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return p.Int(n)
	}
	tone := func(row unitRow) widgets.Tone {
		if row.Unit.Retired != "" {
			return widgets.Muted
		}
		return widgets.Plain
	}
	return []widgets.TableColumn[unitRow]{
		{ID: "name", Title: p.T("field.unit"), Width: 270, Grow: true, Tone: tone, Text: func(row unitRow) string { return row.Name(l.inTree()) }},
		{ID: "waits", Title: p.T("organisation.column.waits"), Width: 124, Text: func(row unitRow) string { return row.Words }, Tone: tone, Mark: unitMark},
		{ID: "likely", Title: p.T("organisation.column.likely"), Width: 300, Hidden: true, Text: func(row unitRow) string { return present.UnitBelow(l.Register, row.Likely.ID) }},
		{ID: "manager", Title: p.T("organisation.column.manager"), Width: 175, Text: unitRow.ManagerWords,
			Tone: func(row unitRow) widgets.Tone {
				if row.Inherited {
					return widgets.Muted
				}
				return tone(row)
			}},
		{ID: "own", Title: p.T("organisation.column.own"), Width: 66, Align: fyne.TextAlignTrailing, Text: func(row unitRow) string { return number(row.Own) }, Tone: tone},
		{ID: "all", Title: p.T("organisation.column.all"), Width: 96, Align: fyne.TextAlignTrailing, Text: func(row unitRow) string { return number(row.All) }, Tone: tone},
		{ID: "share", Title: p.T("organisation.column.share"), Width: 94, Align: fyne.TextAlignTrailing, Text: func(row unitRow) string { return row.Share(p) }, Tone: tone},
		{ID: "kind", Title: p.T("organisation.column.kind"), Width: 165, Tone: func(unitRow) widgets.Tone { return widgets.Muted },
			Text: func(row unitRow) string { return row.Kind }},
	}
}

// columnsOf are the columns of a group. For those that wait, what they are
// likely to be matters more than who answers for them.
func columnsOf(g unitGroup) []string {
	if g == unitsWaiting {
		return []string{"name", "likely", "own", "all", "kind"}
	}
	return []string{"name", "waits", "manager", "own", "all", "share", "kind"}
}

func unitMark(row unitRow) (mark.Sign, widgets.Tone) {
	switch row.Group {
	case unitsWaiting:
		return mark.Ring, widgets.Warning
	case unitsHeadless:
		return mark.Bang, widgets.Warning
	}
	return "", widgets.Plain
}

func (l *List) chip(g unitGroup) *widgets.Chip {
	c := widgets.NewChip("", func() { l.choose(g) })
	l.chips[g] = c
	return c
}

// choose shows one group, or all again when it is shown already.
func (l *List) choose(g unitGroup) {
	if l.group == g {
		g = ""
	}
	l.group = g
	l.apply()
}

// inTree reports whether every line stands below the one it belongs to.
func (l *List) inTree() bool { return l.group == "" && l.search.Text == "" }

// apply shows the units that are asked for.
func (l *List) apply() {
	p := l.Text
	counts := countUnits(l.rows)
	if l.group != "" && counts[l.group] == 0 {
		l.group = "" // the last of them is done
		l.table.Focus()
	}
	for g, chip := range l.chips {
		chip.Set(unitGroupLabel(p, g, counts[g]), l.group == g)
		chip.Hidden = g != "" && counts[g] == 0
	}
	l.tellWaiting(counts[unitsWaiting])
	l.nothing = l.empty()
	l.table.SetEmpty(l.nothing)
	rows := filterUnits(l.rows, l.group, l.search.Text)
	l.table.ShowColumns(columnsOf(l.group)...)
	l.table.SetRows(rows)
	if slices.ContainsFunc(rows, func(row unitRow) bool { return row.Unit.ID == l.want }) {
		l.table.SelectKeys(l.want)
		l.want = ""
	}
	if len(rows) > 0 && len(l.table.Selected()) == 0 {
		l.table.SelectKeys(rows[0].Unit.ID) // what the commands and Enter are about
	}
	l.bar.apply()
	l.tools.Hidden = len(l.rows) == 0
	enable(l.hand, len(l.rows) > 0)
	l.page.SetSubtitle(l.listed.counts)
	l.page.Object().Refresh()
}

// tellWaiting tells of units that an import made, and leads to them.
func (l *List) tellWaiting(n int) {
	l.strip.Objects = nil
	if n > 0 && l.group != unitsWaiting {
		notice := widgets.NewNotice(widgets.Accent, l.Text.N("organisation.waiting", n), l.Text.T("organisation.waiting.show"),
			func() { l.choose(unitsWaiting); l.table.Focus() }, l.Text.T("organisation.closeNotice"))
		notice.OnClose = func() { l.strip.Objects = nil; l.page.Object().Refresh() }
		l.strip.Objects = []fyne.CanvasObject{notice}
	}
}

// empty says why there is nothing, and what can be done.
func (l *List) empty() fyne.CanvasObject {
	p := l.Text
	if len(l.rows) > 0 {
		return widgets.NewEmptyState(p.T("organisation.noHits"), p.T("organisation.noHits.words"))
	}
	doors := []widgets.Door{{Title: p.T("organisation.empty.add"), Words: p.T("organisation.empty.add.words"), Open: l.startNew}}
	if l.opt.OnImport != nil {
		doors = append(doors, widgets.Door{Title: p.T("organisation.empty.import"), Words: p.T("organisation.empty.import.words"), Open: l.opt.OnImport})
	}
	return widgets.NewEmptyState(p.T("organisation.empty"), p.T("organisation.empty.words"), doors...)
}

// current is the unit that the commands are about.
func (l *List) current() (unitRow, bool) {
	if rows := l.table.Selected(); len(rows) == 1 {
		return rows[0], true
	}
	return unitRow{}, false
}

// startNew adds a unit below the one that is marked.
func (l *List) startNew() {
	above := ""
	if row, ok := l.current(); ok && row.Unit.Retired == "" {
		above = row.Unit.ID
	}
	askNew(l.Stage, above, func(u asset.Unit) { l.want = u.ID; l.apply() })
}

// Object is part of stage.Page.
func (l *List) Object() fyne.CanvasObject { return l.page.Object() }

// Refresh is part of stage.Page.
func (l *List) Refresh() {
	r, p := l.Register, l.Text
	jobs.Start(l.Jobs, slotRows, func(context.Context, *jobs.Progress) (listed, error) {
		return listed{unitRows(p, r), organisationCounts(p, r)}, nil
	}, func(got listed, err error) {
		if err != nil {
			l.Fail(err)
			return
		}
		l.listed = got
		l.apply()
	})
}

// Entered is part of stage.Page.
func (l *List) Entered() {
	if door, ok := l.nothing.(*widgets.EmptyState); ok && len(l.rows) == 0 {
		door.Focus()
		return
	}
	l.table.Focus()
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
func (l *List) Print() bool { return false }

// Close is part of stage.Keys: what was asked for goes away.
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

// confirmAll confirms every unit that waits.
func (l *List) confirmAll() {
	var ids []string
	for _, row := range l.rows {
		if row.Group == unitsWaiting {
			ids = append(ids, row.Unit.ID)
		}
	}
	l.do.confirm(ids...)
}

// tellUndo shows a receipt with the way back.
func tellUndo(s stage.Stage, message text.Message) {
	s.Tell(stage.Receipt{Message: message, Undo: true})
}

// ShowWaiting shows the units that an import made and no one has looked at.
func (l *List) ShowWaiting() {
	l.group = unitsWaiting
	l.apply()
}

// Merge begins to merge a unit into another, as the command does.
func (l *List) Merge(id string) {
	if u, ok := l.Register.Organisation().Unit(id); ok {
		l.do.askMerge(u)
	}
}
