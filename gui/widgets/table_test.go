package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"infoklass/gui/widgets"
)

type person struct{ id, name, town string }

func people(n int) []person {
	names := []string{"Anna", "Bo", "Cecilia", "David", "Eva", "Åsa", "Örjan"}
	all := make([]person, n)
	for i := range all {
		all[i] = person{fmt.Sprint(i), fmt.Sprintf("%s %d", names[i%len(names)], i), "Exempelstad"}
	}
	return all
}

func personColumns() []widgets.TableColumn[person] {
	return []widgets.TableColumn[person]{
		{ID: "name", Title: "Namn", Width: 150, Sortable: true, Text: func(p person) string { return p.name }},
		{ID: "town", Title: "Ort", Width: 150, Sortable: true, Text: func(p person) string { return p.town }},
		{ID: "note", Title: "Anteckning", Width: 100, Text: func(person) string { return "en lång anteckning som inte får plats i kolumnen" }},
	}
}

// tableBody is what the table's rows answer to.
type tableBody interface {
	fyne.CanvasObject
	desktop.Mouseable
	fyne.DoubleTappable
	fyne.SecondaryTappable
	desktop.Keyable
}

type tableHead interface {
	fyne.CanvasObject
	fyne.Tappable
	fyne.Draggable
	desktop.Mouseable
	fyne.Focusable
}

const testRow, testCheck = 35, 36

func newPeople(t *testing.T, n int) (*widgets.Table[person], fyne.Canvas, tableBody) {
	t.Helper()
	begin(t)
	table := widgets.NewTable(func(p person) string { return p.id }, personColumns()...).WithChecks()
	table.SetRows(people(n))
	c := show(t, table, 500, 400)
	return table, c, find[tableBody](table)[0]
}

func click(b tableBody, row int, x float32, mod fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.Position = fyne.NewPos(x, float32(row)*testRow+10)
	b.MouseDown(e)
	b.MouseUp(e)
}

func ids(rows []person) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.id)
	}
	return strings.Join(out, " ")
}

func TestTableSelectsRowsByMouse(t *testing.T) {
	for _, tc := range []struct {
		name   string
		clicks func(b tableBody)
		want   string
	}{
		{"one", func(b tableBody) { click(b, 2, 100, 0) }, "2"},
		{"another instead", func(b tableBody) { click(b, 2, 100, 0); click(b, 4, 100, 0) }, "4"},
		{"Ctrl adds", func(b tableBody) { click(b, 2, 100, 0); click(b, 4, 100, fyne.KeyModifierShortcutDefault) }, "2 4"},
		{"Ctrl takes away", func(b tableBody) { click(b, 2, 100, 0); click(b, 2, 100, fyne.KeyModifierShortcutDefault) }, ""},
		{"Shift extends", func(b tableBody) { click(b, 2, 100, 0); click(b, 5, 100, fyne.KeyModifierShift) }, "2 3 4 5"},
		{"Shift extends upwards from where it began", func(b tableBody) {
			click(b, 4, 100, 0)
			click(b, 6, 100, fyne.KeyModifierShift)
			click(b, 3, 100, fyne.KeyModifierShift)
		}, "3 4"},
		{"the checkbox adds", func(b tableBody) { click(b, 1, 10, 0); click(b, 3, 10, 0) }, "1 3"},
		{"below the last row nothing happens", func(b tableBody) { click(b, 1, 100, 0); click(b, 9, 100, 0) }, "1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			table, _, body := newPeople(t, 8)
			told := ""
			table.OnSelect = func(rows []person) { told = ids(rows) }
			tc.clicks(body)
			if got := ids(table.Selected()); got != tc.want || told != tc.want {
				t.Errorf("selected %q, told %q, want %q", got, told, tc.want)
			}
		})
	}
}

func TestTableAnswersTheKeyboard(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys []fyne.KeyName
		want string
	}{
		{"down", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, "2"},
		{"up stops at the top", []fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, "0"},
		{"end", []fyne.KeyName{fyne.KeyEnd}, "99"},
		{"down stops at the end", []fyne.KeyName{fyne.KeyEnd, fyne.KeyDown}, "99"},
		{"home", []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, "0"},
		{"page down", []fyne.KeyName{fyne.KeyPageDown}, "10"},
		{"page up", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp}, "10"},
		{"Space takes away and adds", []fyne.KeyName{fyne.KeyDown, fyne.KeySpace}, ""},
		{"Space twice", []fyne.KeyName{fyne.KeyDown, fyne.KeySpace, fyne.KeySpace}, "1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			table, c, _ := newPeople(t, 100)
			table.Focus()
			press(c, tc.keys...)
			if got := ids(table.Selected()); got != tc.want {
				t.Errorf("selected %q, want %q", got, tc.want)
			}
		})
	}
}

func TestTableExtendsWithShiftAndArrows(t *testing.T) {
	table, c, body := newPeople(t, 20)
	table.Focus()
	press(c, fyne.KeyDown)
	body.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(c, fyne.KeyDown, fyne.KeyDown)
	body.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := ids(table.Selected()); got != "1 2 3" {
		t.Errorf("selected %q, want 1 2 3", got)
	}
	press(c, fyne.KeyDown)
	if got := ids(table.Selected()); got != "4" {
		t.Errorf("without Shift: selected %q, want 4", got)
	}
}

func TestTableSelectsAll(t *testing.T) {
	table, c, _ := newPeople(t, 5)
	table.Focus()
	c.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := ids(table.Selected()); got != "0 1 2 3 4" {
		t.Errorf("selected %q, want all", got)
	}
	head := find[tableHead](table)[0]
	test.TapAt(head, fyne.NewPos(10, 10))
	if got := ids(table.Selected()); got != "" {
		t.Errorf("the box in the head should clear, got %q", got)
	}
}

func TestTableTypeAhead(t *testing.T) {
	for _, tc := range []struct{ typed, want string }{
		{"c", "2"}, {"ce", "2"}, {"å", "5"}, {"Ö", "6"}, {"anna 7", "7"}, {"bb", "8"}, {"x", ""},
	} {
		t.Run(tc.typed, func(t *testing.T) {
			table, c, _ := newPeople(t, 20)
			table.Focus()
			write(c, tc.typed)
			if got := ids(table.Selected()); got != tc.want {
				t.Errorf("typed %q: selected %q, want %q", tc.typed, got, tc.want)
			}
		})
	}
}

func TestTableOpensARow(t *testing.T) {
	table, c, body := newPeople(t, 5)
	var opened []string
	table.OnOpen = func(p person) { opened = append(opened, p.id) }
	body.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(100, 2*testRow+5)})
	table.Focus()
	click(body, 3, 100, 0)
	press(c, fyne.KeyReturn)
	if diff := cmp.Diff([]string{"2", "3"}, opened); diff != "" {
		t.Error(diff)
	}
}

func TestTableMenuIsForARowSelected(t *testing.T) {
	table, _, body := newPeople(t, 5)
	asked := ""
	table.OnMenu = func(p person, _ fyne.Position) { asked = p.id + ": " + ids(table.Selected()) }
	click(body, 0, 100, 0)
	click(body, 1, 100, fyne.KeyModifierShortcutDefault)
	body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(100, testRow+5)})
	if asked != "1: 0 1" {
		t.Errorf("on a selected row: %q, want the selection kept", asked)
	}
	body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(100, 3*testRow+5)})
	if asked != "3: 3" {
		t.Errorf("on another row: %q, want that row selected", asked)
	}
}

func TestTableSortsByItsTitles(t *testing.T) {
	table, _, _ := newPeople(t, 5)
	var asked []string
	table.OnSort = func(id string, descending bool) { asked = append(asked, fmt.Sprint(id, descending)) }
	head := find[tableHead](table)[0]
	for _, x := range []float32{testCheck + 50, testCheck + 50, testCheck + 200, testCheck + 350} {
		test.TapAt(head, fyne.NewPos(x, 10))
	}
	if diff := cmp.Diff([]string{"namefalse", "nametrue", "townfalse"}, asked); diff != "" {
		t.Error(diff)
	}
}

func TestTableColumnsCanBeMadeWider(t *testing.T) {
	table, c, _ := newPeople(t, 5)
	got := map[string]float32{}
	table.OnWidth = func(id string, width float32) { got[id] = width }
	head := find[tableHead](table)[0]
	edge := float32(testCheck + 150)
	head.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(edge, 10)}})
	head.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(30, 0)})
	head.DragEnd()
	if got["name"] != 180 {
		t.Errorf("after dragging: %v, want name 180", got)
	}
	c.Focus(head)
	key := head.(desktop.Keyable)
	key.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(c, fyne.KeyLeft)
	if got["name"] != 170 {
		t.Errorf("after Shift+Left: %v, want name 170", got)
	}
}

func TestTableShowsChosenColumns(t *testing.T) {
	table, _, _ := newPeople(t, 1)
	table.ShowColumns("note", "name", "unknown")
	if diff := cmp.Diff([]string{"note", "name"}, table.ColumnsShown()); diff != "" {
		t.Error(diff)
	}
	shown := words(table)
	if !strings.Contains(shown, "Anna 0") || strings.Contains(shown, "Exempelstad") {
		t.Errorf("shown: %q", shown)
	}
	table.ShowColumns("unknown")
	if len(table.ColumnsShown()) != 2 {
		t.Error("a table without columns makes no sense")
	}
}

// words joins the texts that are visible.
func words(o fyne.CanvasObject) string {
	var all []string
	for _, text := range find[*canvas.Text](o) {
		all = append(all, text.Text)
	}
	return strings.Join(all, "|")
}

func TestTableKeepsTheSelectionByKey(t *testing.T) {
	table, c, body := newPeople(t, 6)
	click(body, 2, 100, 0)
	click(body, 4, 100, fyne.KeyModifierShortcutDefault)
	rows := people(6)
	table.SetRows([]person{rows[4], rows[3], rows[2]})
	if got := ids(table.Selected()); got != "4 2" {
		t.Errorf("after sorting: %q, want 4 2", got)
	}
	table.SetRows([]person{rows[2], rows[3]})
	if got := ids(table.Selected()); got != "2" {
		t.Errorf("a row not shown any more stays selected: %q", got)
	}
	table.SetRows(nil)
	table.Focus()
	press(c, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn, fyne.KeySpace, fyne.KeyPageDown)
	write(c, "a")
	if len(table.Selected()) != 0 {
		t.Error("an empty table has a selection")
	}
}

func TestTableShowsOnlyWhatIsInView(t *testing.T) {
	table, c, _ := newPeople(t, 100_000)
	if n := len(find[*canvas.Text](table)); n > 80 {
		t.Errorf("%d texts are drawn for a view of ten rows", n)
	}
	table.Focus()
	press(c, fyne.KeyEnd)
	if !strings.Contains(words(table), "99999") {
		t.Error("the last row should be in view")
	}
	table.ScrollToTop()
	if !strings.Contains(words(table), "Anna 0|") {
		t.Error("the first row should be in view")
	}
	press(c, fyne.KeyEnd)
	table.SetRows(people(3))
	if !strings.Contains(words(table), "Anna 0|") {
		t.Error("fewer rows: they should be in view")
	}
}

func TestTableCutsLongTextsAndTellsTheRest(t *testing.T) {
	table, c, _ := newPeople(t, 3)
	if shown := words(table); !strings.Contains(shown, "…") {
		t.Fatalf("nothing is cut: %q", shown)
	}
	test.MoveMouse(c, fyne.NewPos(testCheck+310, 34+testRow+10))
	if shown := words(table); !strings.Contains(shown, "en lång anteckning som inte får plats i kolumnen") {
		t.Errorf("the pointer on a cut cell should show it all: %q", shown)
	}
}

func TestTableWithBoxes(t *testing.T) {
	begin(t)
	included := map[string]bool{"1": true}
	table := widgets.NewTable(func(p person) string { return p.id },
		widgets.TableColumn[person]{ID: "in", Width: 40, Box: func(p person) (bool, bool) { return included[p.id], p.id != "2" }},
		personColumns()[0])
	table.OnBox = func(p person, on bool) { included[p.id] = on }
	table.SetRows(people(4))
	c := show(t, table, 400, 300)
	body := find[tableBody](table)[0]
	click(body, 0, 10, 0)
	click(body, 2, 10, 0) // has no box
	click(body, 0, 100, 0)
	click(body, 3, 100, fyne.KeyModifierShift)
	c.Focus(body.(fyne.Focusable))
	press(c, fyne.KeySpace)
	want := map[string]bool{"0": false, "1": false, "3": true}
	if diff := cmp.Diff(want, included); diff != "" {
		t.Error(diff)
	}
}

func TestTableEmptyState(t *testing.T) {
	begin(t)
	table := widgets.NewTable(func(p person) string { return p.id }, personColumns()...)
	table.SetEmpty(widgets.NewWrapped("Här är det tomt", widgets.Body, widgets.Plain))
	show(t, table, 400, 300)
	if !strings.Contains(words(table), "Här är det tomt") {
		t.Error("an empty table should say so")
	}
	table.SetRows(people(1))
	if strings.Contains(words(table), "Här är det tomt") {
		t.Error("a table with rows says it is empty")
	}
}
