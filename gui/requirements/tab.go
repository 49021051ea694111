// Package requirements shows the protection requirements: those of one asset,
// answered quickly, as a tab of its page; how far every asset meets them; and the
// municipality's own catalogue.
package requirements

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// TabName is the name that the tab is opened by.
const TabName = "requirements"

// TabOptions are where the tab leads. Each may be nil: what it belongs to is not shown then.
type TabOptions struct {
	// OnAction adds something to be done about a requirement of an asset.
	OnAction func(assetID, requirementID string)
	// OnPrint prints the requirements with their answers.
	OnPrint func(assetID string)
	// OnProcurement makes the procurement requirements: as Excel for the bidder, or to be shown and printed.
	OnProcurement func(assetID string, excel bool)
	// OnClassify opens the guided form for an asset that nothing follows for yet.
	OnClassify func(assetID string)
}

// Tab shows the requirements of one asset: the list, and the one it is at with
// buttons to answer by. Digits answer and go on.
type Tab struct {
	stage.Stage
	opt TabOptions
	id  string
	rec *register.Record

	list    *listing.List[row, rowQuery, sheet]
	pending map[string]requirement.Assessment // on their way to the register

	shares  *fyne.Container
	stands  *widgets.Text
	prints  *widgets.Button
	tenders *widgets.Button
	detail  *detail
}

var _ stage.Part = (*Tab)(nil)

// NewTab builds the tab for an asset.
func NewTab(s stage.Stage, id string, opt TabOptions) *Tab {
	t := &Tab{Stage: s, opt: opt, id: id, rec: &register.Record{}, pending: map[string]requirement.Assessment{}}
	p := s.Text
	t.detail = newDetail(t)
	t.shares = widgets.Flow(widgets.Apart)
	t.stands = widgets.NewWrapped("", widgets.Small, widgets.Muted)
	t.prints = widgets.NewButton(p.T("requirements.print"), func() { opt.OnPrint(id) }).Compact()
	t.tenders = widgets.NewButton(p.T("requirements.procurement"), t.askProcurement).Compact()
	platforms := widgets.NewButton(p.T("requirements.platforms"), t.askPlatforms).Compact()
	t.prints.Hidden = opt.OnPrint == nil
	commands := widgets.Row(widgets.Near, t.tenders, platforms, t.prints)
	head := widgets.Border(nil, nil, nil, widgets.Column(0, commands, layout.NewSpacer()), t.shares)
	t.list = listing.New(s, listing.Spec[row, rowQuery, sheet]{
		Name: "requirements tab", Checks: true, Unmarked: true, Key: row.Key, Columns: t.columns(), Filters: t.filters(),
		Rows:  func(all sheet, q rowQuery, _ present.Sort) []row { return all.Shown(p, q) },
		Empty: func(sheet, rowQuery) fyne.CanvasObject { return listing.Quiet(p.T("requirements.empty")) },
		Open:  func(row) { t.detail.write() }, Shown: t.begin, Marked: func([]row) { t.detail.apply() },
		Tools: func(_ fyne.CanvasObject, filters []fyne.CanvasObject) fyne.CanvasObject {
			return widgets.Column(widgets.Near, head, widgets.Flow(widgets.Near, filters...), t.stands)
		},
		Around: func(table fyne.CanvasObject) fyne.CanvasObject {
			return widgets.Inset(4, 0, widgets.Panes(352, 470, table, t.detail.object))
		},
		Scrolled: true,
	})
	t.list.Table.OnRune = t.typed
	return t
}

func (t *Tab) columns() []widgets.TableColumn[row] {
	p := t.Text
	of := func(value func(row) string) func(row) string {
		return func(r row) string {
			if r.IsHeading() {
				return ""
			}
			return value(r)
		}
	}
	return []widgets.TableColumn[row]{
		{ID: "id", Title: p.T("requirements.column.id"), Width: 74, Text: of(func(r row) string { return r.ID })},
		{ID: "title", Title: p.T("requirements.column.title"), Width: 190, Grow: true, Bold: row.IsHeading, Text: func(r row) string {
			if r.IsHeading() {
				return r.Heading
			}
			return r.Title.In(p.Lang())
		}},
		{ID: "aspects", Title: p.T("requirements.column.aspects"), Width: 68, Text: of(func(r row) string { return r.Aspects.String() })},
		{ID: "rank", Title: p.T("requirements.column.rank"), Width: 58, Text: of(func(r row) string { return p.Int(r.Rank) })},
		{ID: "answer", Title: p.T("requirements.column.answer"), Width: 182, Text: func(r row) string { return r.Words(p) }, Mark: answerMark, Tone: answerTone},
	}
}

func answerTone(r row) widgets.Tone {
	if r.IsHeading() || r.Given.Answer == requirement.Unassessed {
		return widgets.Muted
	}
	return widgets.Plain
}

func answerMark(r row) (mark.Sign, widgets.Tone) {
	switch {
	case r.IsHeading():
		return mark.None, widgets.Plain
	case r.Lapsed:
		return mark.Alert, widgets.Bad
	}
	switch r.Given.Answer {
	case requirement.Met:
		return mark.Tick, widgets.Good
	case requirement.Partly:
		return mark.Bang, widgets.Warning
	case requirement.Unmet:
		return mark.Cross, widgets.Bad
	case requirement.Inapplicable:
		return mark.Dot, widgets.Muted
	}
	return mark.Ring, widgets.Muted
}

// Name is part of stage.Part.
func (t *Tab) Name() string { return TabName }

// Title is part of stage.Part.
func (t *Tab) Title() string {
	if rec, ok := t.Register.Record(t.id); ok {
		return tabTitle(t.Text, readSheet(t.Text, t.Register, rec, t.pending).Figures)
	}
	return t.Text.T("requirements.tab.none")
}

// Object is part of stage.Part.
func (t *Tab) Object() fyne.CanvasObject { return t.list.Object() }

// Refresh is part of stage.Part.
func (t *Tab) Refresh() {
	rec, ok := t.Register.Record(t.id)
	if !ok {
		return
	}
	t.rec = rec
	t.apply()
}

// apply shows the asset as it is, with the answers on their way.
func (t *Tab) apply() {
	all := readSheet(t.Text, t.Register, t.rec, t.pending)
	t.shares.Objects = nil
	for _, f := range shareFigures(t.Text, all.Figures) {
		t.shares.Add(share(f))
	}
	t.shares.Refresh()
	words := platformWords(t.Text, t.Register, t.rec, all)
	t.stands.Hidden = words == ""
	t.stands.SetText(words)
	t.tenders.Hidden = t.opt.OnProcurement == nil || t.rec.Asset.Status != asset.InProcurement
	t.list.Take(all)
}

// begin marks the first requirement where none is.
func (t *Tab) begin(_ sheet, rows []row) {
	if first, ok := nextOpen(rows, ""); ok && len(t.list.Table.Selected()) == 0 {
		t.list.Table.SelectKeys(first)
	}
}

// share is one figure of the head: how much is met, and what is not assessed beside.
func share(f shareFigure) fyne.CanvasObject {
	words := widgets.Column(0, widgets.NewText(f.Share, widgets.Strong, widgets.Plain))
	if f.Open != "" {
		words.Add(widgets.NewText(f.Open, widgets.Caption, widgets.Muted))
	}
	name := widgets.Column(0, widgets.NewText(f.Name, widgets.Strong, widgets.Muted), layout.NewSpacer())
	return widgets.Row(6, name, words)
}

// chosen are the requirements selected.
func (t *Tab) chosen() []row {
	var out []row
	for _, row := range t.list.Table.Selected() {
		if !row.IsHeading() {
			out = append(out, row)
		}
	}
	return out
}

// Leave is part of stage.Part: the field that is being typed in stores its text.
func (t *Tab) Leave() bool { return true }

// Find is part of stage.Part.
func (t *Tab) Find() bool { return false }

// Type is part of stage.Part.
func (t *Tab) Type(r rune, _ fyne.KeyName) bool { return t.typed(r) }

// Select selects requirements by id.
func (t *Tab) Select(ids ...string) { t.list.Table.SelectKeys(ids...) }

// Focus moves the keyboard to the list.
func (t *Tab) Focus() { t.list.Table.Focus() }
