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
	"infoklass/gui/jobs"
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
	opt ListOptions

	query register.Query
	sort  assetSort
	list  assetList
	words *present.AssetWords
	times commitTimes

	page     *widgets.Page
	search   *widgets.SearchEntry
	filters  *filterBar
	plate    *fyne.Container // holds the table
	table    *assetTable
	nothing  *fyne.Container // shown instead of rows
	commands *commandBar
	doors    fyne.CanvasObject
	register fyne.CanvasObject // everything but the doors
	export   *widgets.Button
	object   fyne.CanvasObject
	finding  bool // Ctrl+F came before the rows
	entered  bool // the page came to the front before it had rows to put the focus on
}

var (
	_ stage.Page = (*List)(nil)
	_ stage.Keys = (*List)(nil)
)

// pause is how long typing must rest before the search begins.
const pause = 80 * time.Millisecond

// NewList builds the page, with the columns, sorting and filters of last time.
func NewList(s stage.Stage, opt ListOptions) *List {
	l := &List{Stage: s, opt: opt, words: present.NewAssetWords(s.Text, s.Register)}
	l.query = recallQuery(s.Register, s.Memory.StringWithFallback(memoryFilters, ""))
	l.sort = assetSort{
		Key:        present.AssetKey(s.Memory.StringWithFallback(memorySort, string(present.KeyName))),
		Descending: s.Memory.BoolWithFallback(memoryDescending, false),
	}
	l.build()
	l.reload()
	return l
}

// Places of the memory.
const (
	memoryFilters    = "assets.filters"
	memorySort       = "assets.sort"
	memoryDescending = "assets.descending"
	memoryColumns    = "assets.columns"
	memoryWidth      = "assets.width."
)

func (l *List) build() {
	p := l.Text
	l.search = widgets.NewSearchEntry(p.T("assets.search.hint"))
	l.search.OnSearch, l.search.OnDown = l.searched, l.Entered
	l.filters = newFilterBar(p, l.Register, l.narrow)
	l.commands = newCommandBar(l)
	l.nothing = l.nothingFound()
	l.plate = container.NewStack()
	l.doors = l.threeDoors()
	top := container.New(&besideLayout{first: 300}, append([]fyne.CanvasObject{l.search}, l.filters.objects()...)...)
	l.register = widgets.Border(widgets.Column(0, top, widgets.Sized(0, widgets.Apart, layout.NewSpacer())), l.commands.object, nil, nil, l.plate)
	l.page = widgets.NewPage(p.T("assets.title"), "", container.NewStack(l.register, l.doors), l.actions()...)
	l.object = l.page.Object()
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

// Object is part of stage.Page.
func (l *List) Object() fyne.CanvasObject { return l.object }

// Refresh is part of stage.Page.
func (l *List) Refresh() { l.reload() }

// Entered is part of stage.Page.
func (l *List) Entered() {
	l.entered = true // the rows may come later
	if l.list.Total > 0 && l.table != nil {
		l.entered = false
		l.table.Focus()
	}
}

// Leave is part of stage.Page.
func (l *List) Leave() bool { return true }

// Show opens the list with what a query chooses: a figure of the overview
// shows what it counted.
func (l *List) Show(q register.Query) {
	l.search.SetText(q.Text)
	l.narrow(q)
}

// Select marks assets as the mouse would.
func (l *List) Select(ids ...string) { l.table.SelectKeys(ids...) }

// Query is what the list shows now.
func (l *List) Query() register.Query { return l.query }

// Find is part of stage.Keys.
func (l *List) Find() bool {
	l.finding = l.list.Total == 0 // the field is hidden until the rows are there
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
	if l.opt.OnPrint == nil || len(l.list.Records) == 0 {
		return false
	}
	l.printShown()
	return true
}

// Close is part of stage.Keys: Esc empties the search.
func (l *List) Close() bool {
	if l.query.Text == "" {
		return false
	}
	l.search.SetText("")
	return true
}

// Type is part of stage.Keys.
func (l *List) Type(rune, fyne.KeyName) bool { return false }

func (l *List) searched(s string) {
	if s == l.query.Text {
		return
	}
	l.Jobs.After("assets.search", pause, func() {
		l.query.Text = s
		l.reload()
	})
}

// narrow takes another query over and remembers its filters. What stands in
// the search field counts, though it was typed only just now.
func (l *List) narrow(q register.Query) {
	l.Jobs.Cancel("assets.search")
	q.Text = l.search.Text
	l.query = q
	l.Memory.SetString(memoryFilters, rememberQuery(q))
	l.reload()
}

// clearAll takes away every filter and the search.
func (l *List) clearAll() { l.Show(register.Query{}) }

func (l *List) sortBy(id string, descending bool) {
	l.sort = assetSort{Key: present.AssetKey(id), Descending: descending}
	l.Memory.SetString(memorySort, id)
	l.Memory.SetBool(memoryDescending, descending)
	l.reload()
}

// commitTimes tells when each commit was made; it is read only while the
// column that shows it is.
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

// reload finds and sorts off the UI goroutine; an overtaken result is dropped.
func (l *List) reload() {
	l.filters.apply(l.query)
	s, r, words := l.Stage, l.Register, present.NewAssetWords(l.Text, l.Register)
	q, sort, order, times := l.query, l.sort, l.list.Order, l.times
	dated := l.shows(present.KeyChanged)
	jobs.Start(l.Jobs, "assets.list", func(ctx context.Context, _ *jobs.Progress) (listed, error) {
		if now := r.Revision(); dated && times.at != now {
			when, err := r.CommitTimes(ctx)
			if err != nil {
				return listed{}, err
			}
			times = commitTimes{now, when}
		}
		words.Duties = s.Judge()
		list, err := listAssets(ctx, words, q, sort, order)
		return listed{list, times, words.Duties}, err
	}, l.arrived)
}

func (l *List) arrived(found listed, err error) {
	if err != nil {
		l.Fail(err)
		return
	}
	l.list, l.times = found.assetList, found.times
	// The job's words belong to it alone; the window gets fresh ones.
	l.words = present.NewAssetWords(l.Text, l.Register)
	l.words.Times, l.words.Duties = l.times.when, found.duties
	l.apply()
	switch {
	case l.finding:
		l.Find()
	case l.entered && l.Window.Canvas().Focused() == nil:
		l.Entered()
	}
}

// shows reports whether a column is chosen.
func (l *List) shows(k present.AssetKey) bool {
	return slices.Contains(l.Memory.StringList(memoryColumns), string(k))
}

// apply writes the list to the widgets.
func (l *List) apply() {
	empty := l.list.Total == 0
	setVisible(l.doors, empty)
	setVisible(l.register, !empty)
	if l.export != nil {
		enable(l.export, !empty)
	}
	l.page.SetSubtitle(l.counts())
	l.fillTable()
	l.commands.apply(l.table.Selected())
}

func (l *List) counts() string {
	shown, total := len(l.list.Records), l.list.Total
	if total == 0 {
		return ""
	}
	if shown == total {
		return l.Text.N("assets.count", total)
	}
	return l.Text.N("assets.countShown", total, "shown", l.Text.Int(shown))
}

func (l *List) describe() string {
	return newAssetFilter(l.Text, l.Register, l.query).Words()
}

func (l *List) printShown() { l.opt.OnPrint(l.describe(), l.list.Records) }

func (l *List) exportShown() { l.opt.OnExport(l.describe(), l.list.Records) }

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
