package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/widgets/mark"
)

// TableColumn says what one column of a table shows of a row.
type TableColumn[R any] struct {
	ID       string  // remembered with widths, order and sorting
	Title    string  // empty for a column of marks
	Width    float32 // at 100 %; 0 for 120
	Align    fyne.TextAlign
	Grow     bool // takes part of the width that is left over
	Sortable bool // its title can be pressed
	Hidden   bool // until ShowColumns shows it

	Text   func(R) string            // what the cell says; for type-ahead too
	Tone   func(R) Tone              // nil: Plain
	Bold   func(R) bool              // nil: never
	Mark   func(R) (mark.Sign, Tone) // a mark before the text; nil: none
	Badges func(R) []Badge           // instead of the text
	Box    func(R) (on, shown bool)  // a checkbox instead of the text; see Table.OnBox
}

// Table shows rows in columns. It selects whole rows, by mouse and keyboard,
// and looks at no more rows than fit the window. The caller sorts and filters.
type Table[R any] struct {
	widget.BaseWidget
	// OnOpen is called by double click and Enter.
	OnOpen func(R)
	// OnSelect is called when the selection has changed, with the rows selected.
	OnSelect func([]R)
	// OnSort is called when a title is pressed. The caller sorts and calls SetRows.
	OnSort func(id string, descending bool)
	// OnMenu is called by a right click, or the menu key, at a place on the
	// canvas; the row is selected by then. See ShowMenu.
	OnMenu func(R, fyne.Position)
	// OnBox is called when a checkbox of a Box column is pressed, or Space with
	// such a column: for each row selected.
	OnBox func(row R, on bool)
	// OnWidth is called after a column was made wider or narrower, with its width at 100 %.
	OnWidth func(id string, width float32)
	// OnRune is offered each character typed before it looks for a row; it reports whether it was meant for it.
	OnRune func(r rune) bool
	// OnDelete is called by the Delete key with the rows selected.
	OnDelete func([]R)

	columns []TableColumn[R]
	order   []int // the columns shown, as places in columns
	rows    []R
	key     func(R) string
	grid    *grid
}

// NewTable makes a table. Key identifies a row: it keeps the selection when the
// rows change.
func NewTable[R any](key func(R) string, columns ...TableColumn[R]) *Table[R] {
	t := &Table[R]{columns: columns, key: key}
	t.grid = newGrid(t)
	for i, c := range columns {
		if !c.Hidden {
			t.order = append(t.order, i)
		}
	}
	t.apply()
	t.ExtendBaseWidget(t)
	return t
}

// WithChecks adds a checkbox before each row, ticked when the row is selected,
// and returns the table.
func (t *Table[R]) WithChecks() *Table[R] {
	t.grid.checks = true
	return t
}

// SetEmpty sets what is shown when there are no rows.
func (t *Table[R]) SetEmpty(o fyne.CanvasObject) {
	t.grid.empty = o
	t.grid.refresh()
}

// SetRows shows other rows, in the order given. Rows still there stay selected.
func (t *Table[R]) SetRows(rows []R) {
	t.rows = rows
	t.grid.rowsChanged()
	if g := t.grid; g.body.focused && g.current < 0 && len(rows) > 0 {
		g.setCurrent(0) // the keyboard was here before the rows
	}
}

// Rows returns the rows shown.
func (t *Table[R]) Rows() []R { return t.rows }

// Selected returns the rows selected, in the order shown.
func (t *Table[R]) Selected() []R {
	var selected []R
	if len(t.grid.selected) == 0 {
		return nil
	}
	for _, r := range t.rows {
		if t.grid.selected[t.key(r)] {
			selected = append(selected, r)
		}
	}
	return selected
}

// SelectKeys selects the rows of some keys, no others, and scrolls to the first.
func (t *Table[R]) SelectKeys(keys ...string) { t.grid.selectKeys(keys) }

// Current returns the row the keyboard is at.
func (t *Table[R]) Current() (R, bool) {
	if t.grid.current < 0 || t.grid.current >= len(t.rows) {
		var none R
		return none, false
	}
	return t.rows[t.grid.current], true
}

// SetSort shows by which column, and how, the rows are sorted.
func (t *Table[R]) SetSort(id string, descending bool) {
	t.grid.sortID, t.grid.descending = id, descending
	t.grid.refresh()
}

// ShowColumns shows only some columns, in the order given. Unknown ids are left out;
// with none left, nothing changes.
func (t *Table[R]) ShowColumns(ids ...string) {
	var order []int
	for _, id := range ids {
		for i, c := range t.columns {
			if c.ID == id {
				order = append(order, i)
			}
		}
	}
	if len(order) > 0 {
		t.order = order
		t.apply()
	}
}

// ColumnsShown returns the ids of the columns shown, in their order.
func (t *Table[R]) ColumnsShown() []string {
	ids := make([]string, len(t.order))
	for i, c := range t.order {
		ids[i] = t.columns[c].ID
	}
	return ids
}

// ScrollToTop shows the first rows: after another search. SetRows keeps the place.
func (t *Table[R]) ScrollToTop() {
	t.grid.scroll.ScrollToOffset(fyne.NewPos(t.grid.scroll.Offset.X, 0))
	t.grid.scrolled()
}

// Focus moves the keyboard to the table.
func (t *Table[R]) Focus() { focusOn(t.grid.body) }

// Refresh draws every visible row again, after rows changed in place.
func (t *Table[R]) Refresh() {
	t.grid.refresh()
	t.BaseWidget.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (t *Table[R]) CreateRenderer() fyne.WidgetRenderer { return newGridRenderer(t, t.grid) }

// apply hands the columns shown to the grid.
func (t *Table[R]) apply() {
	t.grid.columns = t.grid.columns[:0]
	for _, i := range t.order {
		c := t.columns[i]
		t.grid.columns = append(t.grid.columns, gridColumn{
			id: c.ID, title: c.Title, width: c.Width, align: c.Align, grow: c.Grow, sortable: c.Sortable, boxed: c.Box != nil,
		})
	}
	t.grid.columnsChanged()
}

// The grid asks for these.

func (t *Table[R]) count() int            { return len(t.rows) }
func (t *Table[R]) rowKey(row int) string { return t.key(t.rows[row]) }

func (t *Table[R]) cell(row, column int) cell {
	c, r := &t.columns[t.order[column]], t.rows[row]
	out := cell{}
	switch {
	case c.Badges != nil:
		out.badges = c.Badges(r)
		return out
	case c.Box != nil:
		out.boxOn, out.box = c.Box(r)
		return out
	}
	if c.Text != nil {
		out.text = c.Text(r)
	}
	if c.Tone != nil {
		out.tone = c.Tone(r)
	}
	if c.Bold != nil {
		out.bold = c.Bold(r)
	}
	if c.Mark != nil {
		out.mark, out.markTone = c.Mark(r)
	}
	return out
}

func (t *Table[R]) opened(row int) {
	if t.OnOpen != nil {
		t.OnOpen(t.rows[row])
	}
}

func (t *Table[R]) selectionChanged() {
	if t.OnSelect != nil {
		t.OnSelect(t.Selected())
	}
}

func (t *Table[R]) sortAsked(id string, descending bool) {
	if t.OnSort != nil {
		t.OnSort(id, descending)
	}
}

func (t *Table[R]) menuAsked(row int, at fyne.Position) {
	if t.OnMenu != nil {
		t.OnMenu(t.rows[row], at)
	}
}

func (t *Table[R]) boxPressed(row, column int) {
	box := t.columns[t.order[column]].Box
	if on, shown := box(t.rows[row]); shown && t.OnBox != nil {
		t.OnBox(t.rows[row], !on)
	}
}

func (t *Table[R]) resized(id string, width float32) {
	for i := range t.columns {
		if t.columns[i].ID == id {
			t.columns[i].Width = width
		}
	}
	if t.OnWidth != nil {
		t.OnWidth(id, width)
	}
}

func (t *Table[R]) runeTyped(r rune) bool { return t.OnRune != nil && t.OnRune(r) }

func (t *Table[R]) deleteAsked() {
	if selected := t.Selected(); t.OnDelete != nil && len(selected) > 0 {
		t.OnDelete(selected)
	}
}
