// Package assets shows the register: the list of information assets with
// search and filters, the form for a new one, and the page of one asset.
package assets

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/duty"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// ListOptions are where the list leads. Each may be nil: what it belongs to is not shown then.
type ListOptions struct {
	// OnOpen opens the page of an asset.
	OnOpen func(id string)
	// OnClassify opens the guided form for an asset.
	OnClassify func(id string)
	// OnAlike classifies several assets with the same levels at once.
	OnAlike func(ids []string)
	// OnImport begins an import.
	OnImport func()
	// OnExport writes the assets shown to a file. Words say what was chosen,
	// empty for everything.
	OnExport func(words string, records []*register.Record)
	// OnPrint prints the classification overview of the assets shown.
	OnPrint func(words string, records []*register.Record)
	// OnHandover opens the handing over of what someone answers for, with some assets marked.
	OnHandover func(from string, ids []string)
	// OnExample fills an empty register with the example municipality.
	OnExample func()
}

// List is the page Informationstillgångar.
type List struct {
	stage.Stage
	*listing.Page[*register.Record, register.Query, listed]
	opt    ListOptions
	words  *present.AssetWords
	export *widgets.Button
	// offered are the columns that the table was made of.
	offered []assetColumn
}

var (
	_ stage.Page    = (*List)(nil)
	_ stage.Maker   = (*List)(nil)
	_ stage.Printer = (*List)(nil)
)

// The keys of what is remembered, in addition to the shared list's own.
const (
	memoryFilters = "assets.filters"
	memoryColumns = "assets.columns"
)

// searchLeast is the least width of the search field, at 100 %.
const searchLeast = 300

// NewList builds the page, with the columns, sorting and filters of last time.
func NewList(s stage.Stage, opt ListOptions) *List {
	p := s.Text
	l := &List{Stage: s, opt: opt, words: present.NewAssetWords(p, s.Register)}
	l.Page = listing.NewPage(s, listing.Head{Title: p.T("assets.title"), Actions: l.actions()}, listing.Spec[*register.Record, register.Query, listed]{
		Name: "assets", Remember: true, Checks: true, Unmarked: true, Sort: present.Sort{Column: string(present.KeyName)},
		Key:  func(rec *register.Record) string { return rec.Asset.ID },
		Find: l.find, Rows: l.rows,
		Search: p.T("assets.search.hint"), Words: func(q *register.Query) *string { return &q.Text }, Filters: l.filters(),
		Begin:   recallQuery(s.Register, s.Memory.StringWithFallback(memoryFilters, "")),
		Changed: func(q register.Query) { s.Memory.SetString(memoryFilters, rememberQuery(q)) },
		Narrows: func(q register.Query) bool { return q.Text != "" },
		Cleared: func(q register.Query) register.Query { q.Text = ""; return q },
		Empty: func(listed, register.Query) fyne.CanvasObject {
			return listing.NothingFound(p, "assets.nothing", "assets.nothing.hint", "assets.nothing.clear", l.clearAll)
		},
		Doors: l.threeDoors(), None: func(d listed) bool { return d.Total == 0 },
		Open: l.open, Delete: l.askDelete, Commands: l.commands(), Hint: p.T("assets.selectHint"),
		Marks: func(n int) string { return p.N("assets.selected", n) }, Aside: l.aside(), Shown: l.shown,
		Tools: func(search fyne.CanvasObject, filters []fyne.CanvasObject) fyne.CanvasObject {
			top := container.New(&besideLayout{first: searchLeast}, append([]fyne.CanvasObject{search}, filters...)...)
			return widgets.Column(0, top, widgets.Sized(0, widgets.Apart, layout.NewSpacer()))
		},
	})
	l.offer(assetColumns(s.Register))
	l.Refresh()
	return l
}

func (l *List) actions() []fyne.CanvasObject {
	p := l.Text
	var out []fyne.CanvasObject
	if l.opt.OnExport != nil {
		l.export = widgets.NewButton(p.T("assets.export"), l.exportShown)
		out = append(out, l.export)
	}
	if l.opt.OnImport != nil {
		out = append(out, widgets.NewButton(p.T("assets.import"), l.opt.OnImport))
	}
	return append(out, widgets.NewPrimary(p.T("assets.new"), l.startNew))
}

// Select marks assets as the mouse would.
func (l *List) Select(ids ...string) { l.Table.SelectKeys(ids...) }

// New is part of stage.Maker.
func (l *List) New() bool {
	l.startNew()
	return true
}

// Print is part of stage.Printer.
func (l *List) Print() bool {
	if l.opt.OnPrint == nil || len(l.Data().Records) == 0 {
		return false
	}
	l.printShown()
	return true
}

// clearAll takes away every filter and the search.
func (l *List) clearAll() { l.Show(register.Query{}) }

// commitTimes holds when each commit was made. It is read only while the column
// that needs it is shown.
type commitTimes struct {
	at   ledger.Revision
	when map[ledger.Revision]time.Time
}

// listed is what the job brings.
type listed struct {
	assetList
	times  commitTimes
	duties *duty.Judgement
}

// find finds and sorts. What an earlier list knew holds as far as the register is the same.
func (l *List) find(ctx context.Context, a listing.Ask[register.Query, listed]) (listed, error) {
	words := present.NewAssetWords(l.Text, l.Register)
	times := a.Shown.times
	if now := l.Register.Revision(); l.shows(present.KeyChanged) && times.at != now {
		when, err := l.Register.CommitTimes(ctx)
		if err != nil {
			return listed{}, err
		}
		times = commitTimes{now, when}
	}
	words.Duties = l.Judge()
	sort := assetSort{Key: present.AssetKey(a.Sort.Column), Descending: a.Sort.Descending}
	list, err := listAssets(ctx, words, a.Query, sort, a.Shown.Order)
	return listed{list, times, words.Duties}, err
}

// rows are the assets found, in the columns that the register offers now.
func (l *List) rows(found listed, _ register.Query, _ present.Sort) []*register.Record {
	// The job's words belong to it alone; the window gets fresh ones.
	l.words = present.NewAssetWords(l.Text, l.Register)
	l.words.Times, l.words.Duties = found.times.when, found.duties
	if !slices.Equal(found.Order.Columns(), l.offered) {
		l.offer(found.Order.Columns())
	}
	return found.Records
}

// shows reports whether a column is chosen.
func (l *List) shows(k present.AssetKey) bool {
	return slices.Contains(l.Memory.StringList(memoryColumns), string(k))
}

// shown says how much there is.
func (l *List) shown(found listed, _ []*register.Record) {
	if l.export != nil {
		listing.Enable(l.export, found.Total > 0)
	}
	l.Frame.SetSubtitle(l.counts())
}

func (l *List) counts() string {
	shown, total := len(l.Data().Records), l.Data().Total
	if total == 0 {
		return ""
	}
	if shown == total {
		return l.Text.N("assets.count", total)
	}
	return l.Text.N("assets.countShown", total, "shown", l.Text.Int(shown))
}

func (l *List) describe() string {
	return newAssetFilter(l.Text, l.Register, l.Query()).Words()
}

func (l *List) printShown() { l.opt.OnPrint(l.describe(), l.Data().Records) }

func (l *List) exportShown() { l.opt.OnExport(l.describe(), l.Data().Records) }
