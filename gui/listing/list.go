// Package listing is the list page that all features share: a search field,
// filter chips, a table that remembers how it was arranged, what is shown when
// there are no rows, and the commands for the rows marked. A feature says in a
// Spec what is listed; the list does the rest.
package listing

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Spec says what a list shows: rows R, chosen by a query Q from the data D that a
// job reads. Only Name, Key, Columns and one of Load and Find are needed.
type Spec[R, Q, D any] struct {
	// Name separates the list's jobs and memory from those of other lists. Never
	// rename it: what a person has arranged would be forgotten.
	Name string
	// Remember keeps widths and sorting between starts.
	Remember bool
	// ThirdPress restores the rows' own order at a third press on a column's title.
	ThirdPress bool
	// Checks puts a checkbox before each row. Unmarked leaves all rows unmarked at
	// first; otherwise the first row is marked, for Enter and the commands.
	Checks, Unmarked bool

	Key     func(R) string // identifies a row
	Columns []widgets.TableColumn[R]

	// Load reads what there is to choose from, after each commit. Find reads what is
	// asked for instead, after each change of that too. Both run off the UI goroutine;
	// a caller without either hands over what there is by Take.
	Load func(context.Context) (D, error)
	Find func(context.Context, Ask[Q, D]) (D, error)
	// Rows are the rows to show of what was read; nil where D is []R and all of it is shown.
	Rows func(D, Q, present.Sort) []R

	// Search is what the search field says while it is empty; without it there is none.
	Search string
	// Words is where a query holds the words searched for.
	Words   func(*Q) *string
	Filters []Filter[Q]
	// Begin is the query that the list begins with.
	Begin Q
	// Narrows reports whether a query leaves anything out, Cleared is what Esc leaves of it (nil: nothing).
	Narrows func(Q) bool
	Cleared func(Q) Q
	// Changed is called with each new query, to be remembered.
	Changed func(Q)

	// Empty is shown in place of rows. Doors are shown in place of everything where None says so.
	Empty func(D, Q) fyne.CanvasObject
	Doors fyne.CanvasObject
	None  func(D) bool

	Open     func(R) // double click and Enter
	Delete   func([]R)
	Commands []Command[R]
	// Hint is shown instead of the commands while no row is marked.
	Hint string
	// Greyed shows commands that cannot be given now in grey instead of not at all.
	Greyed bool
	// Menu is the menu of a row, in place of the commands.
	Menu func(R) []*fyne.MenuItem

	// Shown is called when rows have been shown, Marked when other rows have been marked.
	Shown  func(D, []R)
	Marked func([]R)

	// Sort is how the rows are sorted at first.
	Sort present.Sort
	// Marks says how many rows are marked, before the commands; Aside is to the right of them.
	Marks func(n int) string
	Aside []fyne.CanvasObject

	// Beside is after the filters, Beneath below the table.
	Beside, Beneath fyne.CanvasObject
	// Tools arranges the search field and the filters, Around the table; nil for the usual.
	Tools  func(search fyne.CanvasObject, filters []fyne.CanvasObject) fyne.CanvasObject
	Around func(table fyne.CanvasObject) fyne.CanvasObject
	// Scrolled lets all of it scroll where the window is too low.
	Scrolled bool
}

// Ask is what a list is asked for, and what it shows till then: some of it may still hold.
type Ask[Q, D any] struct {
	Query Q
	Sort  present.Sort
	Shown D
}

// List is a list without the frame of a page: for a tab or a dialog.
type List[R, Q, D any] struct {
	Table  *widgets.Table[R]
	Search *widgets.SearchEntry

	stage stage.Stage
	spec  Spec[R, Q, D]
	query Q
	sort  present.Sort
	data  D
	known bool   // something has been read
	want  string // the row to be marked as soon as it is there
	front bool   // the list came to the front before it had rows to put the focus on

	plate   *fyne.Container // holds the table
	filters *filterBar[R, Q, D]
	bar     *commandBar[R, Q, D]
	plain   fyne.CanvasObject // everything but the doors
	object  fyne.CanvasObject
}

// pause is how long typing must rest before the search begins.
const pause = 80 * time.Millisecond

// New builds a list, arranged as last time. Refresh fills it.
func New[R, Q, D any](s stage.Stage, spec Spec[R, Q, D]) *List[R, Q, D] {
	l := &List[R, Q, D]{stage: s, spec: spec, query: spec.Begin, plate: container.NewStack()}
	l.recall()
	l.filters = newFilterBar(l)
	l.bar = newCommandBar(l)
	l.makeTable()
	l.Search = widgets.NewSearchEntry(spec.Search)
	l.Search.OnSearch = l.searched
	l.Search.OnDown = l.Focus
	l.object = l.arranged()
	return l
}

func (l *List[R, Q, D]) makeTable() {
	columns := slices.Clone(l.spec.Columns)
	for i := range columns {
		columns[i].Width = l.width(columns[i].ID, columns[i].Width)
	}
	l.Table = widgets.NewTable(l.spec.Key, columns...)
	if l.spec.Checks {
		l.Table.WithChecks()
	}
	l.Table.OnOpen = l.spec.Open
	l.Table.OnSort = l.sortBy
	l.Table.OnSelect = func([]R) { l.marked() }
	l.Table.OnDelete = l.spec.Delete
	l.Table.OnMenu = l.menu
	l.Table.OnWidth = l.keepWidth
	l.plate.Objects = []fyne.CanvasObject{widgets.NewPlate(l.Table)}
	l.plate.Refresh()
}

// SetColumns makes the table again of other columns: those that a register
// holds come and go.
func (l *List[R, Q, D]) SetColumns(columns []widgets.TableColumn[R]) {
	l.spec.Columns = columns
	l.makeTable()
}

func (l *List[R, Q, D]) arranged() fyne.CanvasObject {
	table := fyne.CanvasObject(l.plate)
	if l.spec.Around != nil {
		table = l.spec.Around(table)
	}
	beneath := l.bar.object
	if l.spec.Beneath != nil {
		beneath = l.spec.Beneath
	}
	l.plain = widgets.Border(l.tools(), beneath, nil, nil, table)
	if l.spec.Scrolled {
		l.plain = widgets.Scrolled(l.plain)
	}
	if l.spec.Doors == nil {
		return l.plain
	}
	return container.NewStack(l.plain, l.spec.Doors)
}

// tools are the search field and, below it, the filters.
func (l *List[R, Q, D]) tools() fyne.CanvasObject {
	filters := l.filters.objects()
	if l.spec.Beside != nil {
		filters = append(filters, l.spec.Beside)
	}
	if l.spec.Tools != nil {
		return l.spec.Tools(l.Search, filters)
	}
	top := widgets.Column(10)
	if l.spec.Search != "" {
		top.Add(l.Search)
	}
	if len(filters) > 0 {
		top.Add(widgets.Flow(widgets.Near, filters...))
	}
	if len(top.Objects) == 0 {
		return nil
	}
	top.Add(widgets.Column(0))
	return top
}

// Object is what the list looks like.
func (l *List[R, Q, D]) Object() fyne.CanvasObject { return l.object }

// Query is what the list is asked for.
func (l *List[R, Q, D]) Query() Q { return l.query }

// Data is what was read last.
func (l *List[R, Q, D]) Data() D { return l.data }

// Current is the first row marked; false while none is.
func (l *List[R, Q, D]) Current() (R, bool) {
	if rows := l.Table.Selected(); len(rows) > 0 {
		return rows[0], true
	}
	var none R
	return none, false
}

// WithCurrent returns a function that does something with the current row, for a button.
func (l *List[R, Q, D]) WithCurrent(do func(R)) func() {
	return func() {
		if row, ok := l.Current(); ok {
			do(row)
		}
	}
}

// Mark marks the row of a key, as soon as it is there.
func (l *List[R, Q, D]) Mark(key string) {
	l.want = key
	l.meet()
}

func (l *List[R, Q, D]) meet() {
	if l.want != "" && slices.ContainsFunc(l.Table.Rows(), func(row R) bool { return l.spec.Key(row) == l.want }) {
		key := l.want
		l.want = ""
		l.Table.SelectKeys(key)
	}
}

// searched waits until typing rests. What the program writes into the field is not a search.
func (l *List[R, Q, D]) searched(s string) {
	if l.spec.Words == nil || s == *l.spec.Words(&l.query) {
		return
	}
	l.stage.Jobs.After(l.slot("search"), pause, func() { l.Narrow(func(*Q) {}) })
}

// Narrow changes the query. It includes what has just been typed in the search field.
func (l *List[R, Q, D]) Narrow(change func(*Q)) {
	q := l.asked()
	change(&q)
	l.Show(q)
}

// asked returns the query with the text of the search field.
func (l *List[R, Q, D]) asked() Q {
	q := l.query
	if l.spec.Words != nil {
		*l.spec.Words(&q) = l.Search.Text
	}
	return q
}

// Show takes another query over: a figure elsewhere shows what it counted.
func (l *List[R, Q, D]) Show(q Q) {
	l.stage.Jobs.Cancel(l.slot("search"))
	l.query = q
	if l.spec.Words != nil {
		if words := *l.spec.Words(&q); words != l.Search.Text {
			l.Search.SetText(words)
		}
	}
	if l.spec.Changed != nil {
		l.spec.Changed(q)
	}
	l.reload()
}

// Clear takes search and filters away; it reports whether there were any.
func (l *List[R, Q, D]) Clear() bool {
	q := l.asked()
	if l.spec.Narrows == nil || !l.spec.Narrows(q) {
		return false
	}
	var rest Q
	if l.spec.Cleared != nil {
		rest = l.spec.Cleared(q)
	}
	l.Show(rest)
	return true
}

// reload shows what the query chooses.
func (l *List[R, Q, D]) reload() {
	if l.spec.Find != nil {
		l.Refresh()
	} else {
		l.Apply()
	}
}

// Refresh reads the register again.
func (l *List[R, Q, D]) Refresh() {
	read := l.spec.Load
	if find := l.spec.Find; find != nil {
		l.filters.apply()
		ask := Ask[Q, D]{l.query, l.sort, l.data}
		read = func(ctx context.Context) (D, error) { return find(ctx, ask) }
	}
	jobs.Start(l.stage.Jobs, l.slot("rows"), func(ctx context.Context, _ *jobs.Progress) (D, error) { return read(ctx) }, func(data D, err error) {
		if err != nil {
			l.stage.Fail(err)
			return
		}
		l.Take(data)
	})
}

func (l *List[R, Q, D]) slot(job string) string {
	return strings.Join([]string{"list", l.spec.Name, job}, " ")
}

// Take shows what was read.
func (l *List[R, Q, D]) Take(data D) {
	l.data, l.known = data, true
	l.Apply()
}

// Apply writes what was read, as far as the query chooses it, to the widgets.
func (l *List[R, Q, D]) Apply() {
	if l.spec.Find == nil {
		l.filters.apply()
	}
	rows := l.rows()
	l.door()
	l.Table.SetSort(l.sort.Column, l.sort.Descending)
	if l.spec.Empty != nil {
		l.Table.SetEmpty(l.spec.Empty(l.data, l.query))
	}
	l.Table.SetRows(rows)
	l.meet()
	if len(rows) > 0 && !l.spec.Unmarked && len(l.Table.Selected()) == 0 {
		l.Table.SelectKeys(l.spec.Key(rows[0]))
	}
	if l.spec.Shown != nil {
		l.spec.Shown(l.data, rows)
	}
	l.marked()
	l.object.Refresh()
	if l.front && l.known && l.stage.Window.Canvas().Focused() == nil {
		l.Focus()
	}
}

func (l *List[R, Q, D]) rows() []R {
	if l.spec.Rows == nil {
		return any(l.data).([]R)
	}
	return l.spec.Rows(l.data, l.query, l.sort)
}

// none reports whether the doors are shown.
func (l *List[R, Q, D]) none() bool { return l.spec.Doors != nil && l.spec.None(l.data) }

func (l *List[R, Q, D]) door() {
	if l.spec.Doors != nil {
		Visible(l.spec.Doors, l.none())
		Visible(l.plain, !l.none())
	}
}

func (l *List[R, Q, D]) marked() {
	rows := l.Table.Selected()
	l.bar.apply(rows)
	if l.spec.Marked != nil {
		l.spec.Marked(rows)
	}
}

// Focus moves the keyboard to the table, as soon as it has something to show.
func (l *List[R, Q, D]) Focus() {
	l.front = !l.known || l.none()
	if !l.front {
		l.Table.Focus()
	}
}

// Visible shows or hides an object.
func Visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// Enable lets a button be pressed, or not.
func Enable(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
