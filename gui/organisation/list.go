// Package organisation shows the units of the municipality as a tree, the page
// of one unit, and the handing over of what someone answers for.
package organisation

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/listing"
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
	*listing.Page[unitRow, unitQuery, listed]
	opt Options
	do  doings

	strip   *fyne.Container // says what waits
	tools   *fyne.Container // search and groups
	hand    *widgets.Button
	nothing *widgets.EmptyState // shown instead of rows
}

// listed is the result of the job: the units, and how many there are in words.
type listed struct {
	rows   []unitRow
	counts string
}

var (
	_ stage.Page  = (*List)(nil)
	_ stage.Maker = (*List)(nil)
)

// New builds the page.
func New(s stage.Stage, opt Options) *List {
	p, r := s.Text, s.Register
	l := &List{Stage: s, opt: opt, do: doings{Stage: s}, strip: widgets.Column(0)}
	l.hand = widgets.NewButton(p.T("organisation.handover"), func() { opt.OnHandover("", "") })
	head := listing.Head{Title: p.T("organisation.title"), Actions: []fyne.CanvasObject{l.hand, widgets.NewPrimary(p.T("organisation.add"), l.startNew)}}
	l.Page = listing.NewPage(s, head, listing.Spec[unitRow, unitQuery, listed]{
		Name: "organisation", Key: func(row unitRow) string { return row.Unit.ID }, Columns: l.columns(),
		Load: func(context.Context) (listed, error) { return listed{unitRows(p, r), organisationCounts(p, r)}, nil },
		Rows: func(all listed, q unitQuery, _ present.Sort) []unitRow {
			l.Table.ShowColumns(columnsOf(q.group)...)
			return filterUnits(all.rows, q.group, q.text)
		},
		Search: p.T("organisation.search"), Words: func(q *unitQuery) *string { return &q.text }, Filters: l.groups(),
		Narrows: func(q unitQuery) bool { return q != unitQuery{} },
		Empty:   l.empty, Shown: l.shown,
		Open:   func(row unitRow) { opt.OnOpen(row.Unit.ID) },
		Delete: func(rows []unitRow) { l.do.askDelete(rows[0].Unit) }, Commands: l.commands(),
		Tools: func(search fyne.CanvasObject, groups []fyne.CanvasObject) fyne.CanvasObject {
			l.tools = widgets.Border(nil, nil, nil, widgets.Inset(0, widgets.Near, widgets.Row(widgets.Near, groups...)), search)
			return widgets.Column(10, l.strip, l.tools, widgets.Column(0))
		},
	})
	return l
}

// groups are the chips: each shows one group, or all units when that group is shown already.
func (l *List) groups() []listing.Filter[unitQuery] {
	var out []listing.Filter[unitQuery]
	for _, g := range append([]unitGroup{""}, unitGroups...) {
		count := func() int { return countUnits(l.Data().rows)[g] }
		out = append(out, listing.Filter[unitQuery]{
			Say: func(q unitQuery) (string, bool) { return unitGroupLabel(l.Text, g, count()), q.group == g },
			Press: func(q *unitQuery) {
				if q.group == g {
					q.group = ""
				} else {
					q.group = g
				}
			},
			Hidden: func(unitQuery) bool { return g != "" && count() == 0 },
		})
	}
	return out
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

// inTree reports whether the list shows the whole tree, each unit below its parent.
func (l *List) inTree() bool { return l.Query() == unitQuery{} }

// shown updates what is around the lines: the strip, the tools and the subtitle.
func (l *List) shown(all listed, _ []unitRow) {
	counts := countUnits(all.rows)
	if g := l.Query().group; g != "" && counts[g] == 0 { // the last of them is done
		l.Narrow(func(q *unitQuery) { q.group = "" })
		l.Table.Focus()
	}
	l.tellWaiting(counts[unitsWaiting])
	listing.Visible(l.tools, len(all.rows) > 0)
	listing.Enable(l.hand, len(all.rows) > 0)
	l.Frame.SetSubtitle(all.counts)
}

// tellWaiting shows how many units an import made, with the way to them.
func (l *List) tellWaiting(n int) {
	l.strip.Objects = nil
	if n > 0 && l.Query().group != unitsWaiting {
		notice := widgets.NewNotice(widgets.Accent, l.Text.N("organisation.waiting", n), l.Text.T("organisation.waiting.show"),
			func() { l.ShowWaiting(); l.Table.Focus() }, l.Text.T("organisation.closeNotice"))
		notice.OnClose = func() { l.strip.Objects = nil; l.Object().Refresh() }
		l.strip.Objects = []fyne.CanvasObject{notice}
	}
}

// empty says why there is nothing, and what can be done.
func (l *List) empty(all listed, _ unitQuery) fyne.CanvasObject {
	p := l.Text
	if len(all.rows) > 0 {
		return widgets.NewEmptyState(p.T("organisation.noHits"), p.T("organisation.noHits.words"))
	}
	doors := []widgets.Door{{Title: p.T("organisation.empty.add"), Words: p.T("organisation.empty.add.words"), Open: l.startNew}}
	if l.opt.OnImport != nil {
		doors = append(doors, widgets.Door{Title: p.T("organisation.empty.import"), Words: p.T("organisation.empty.import.words"), Open: l.opt.OnImport})
	}
	l.nothing = widgets.NewEmptyState(p.T("organisation.empty"), p.T("organisation.empty.words"), doors...)
	return l.nothing
}

// startNew opens the form for a unit below the one that is marked.
func (l *List) startNew() {
	above := ""
	if row, ok := l.Current(); ok && row.Unit.Retired == "" {
		above = row.Unit.ID
	}
	askNew(l.Stage, above, func(u asset.Unit) { l.Mark(u.ID) })
}

// Entered is part of stage.Page.
func (l *List) Entered() {
	if l.nothing != nil && len(l.Data().rows) == 0 {
		l.nothing.Focus()
		return
	}
	l.Page.Entered()
}

// New is part of stage.Maker.
func (l *List) New() bool {
	l.startNew()
	return true
}

// confirmAll confirms every unit that waits.
func (l *List) confirmAll() {
	var ids []string
	for _, row := range l.Data().rows {
		if row.Group == unitsWaiting {
			ids = append(ids, row.Unit.ID)
		}
	}
	l.do.confirm(ids...)
}

// tellUndo shows a receipt from which the change can be undone.
func tellUndo(s stage.Stage, message text.Message) {
	s.Tell(stage.Receipt{Message: message, Undo: true})
}

// ShowWaiting shows the units that an import made and no one has looked at.
func (l *List) ShowWaiting() {
	l.Narrow(func(q *unitQuery) { q.group = unitsWaiting })
}

// Merge asks which unit to merge a unit into, like the command.
func (l *List) Merge(id string) {
	if u, ok := l.Register.Organisation().Unit(id); ok {
		l.do.askMerge(u)
	}
}
