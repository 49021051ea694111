package assets_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/assets"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// listed is a list in a window, with what it did.
type shownList struct {
	*assets.List
	t      testing.TB
	stage  stage.Stage
	said   *told
	window fyne.Window
	opened []string
	prints []string // words and number of records
	other  []string
}

func openList(t testing.TB, r *register.Register) *shownList {
	l := &shownList{t: t}
	l.stage, l.said = newStage(r, text.Swedish)
	return l.open()
}

// open builds the page, as after a start of the program.
func (l *shownList) open() *shownList {
	record := func(what string) func() { return func() { l.other = append(l.other, what) } }
	l.window = window(l.t, &l.stage, func() fyne.CanvasObject {
		l.List = assets.NewList(l.stage, assets.ListOptions{
			OnOpen: func(id string) { l.opened = append(l.opened, id) }, OnClassify: func(id string) { record("classify " + id)() },
			OnImport: record("import"), OnExample: record("example"),
			OnExport: func(words string, recs []*register.Record) { record("export " + words)() },
			OnPrint: func(words string, recs []*register.Record) {
				l.prints = append(l.prints, strings.Join(append([]string{words}, recordNames(recs)...), "|"))
			},
		})
		return l.Object()
	})
	return l
}

func recordNames(recs []*register.Record) []string {
	var out []string
	for _, rec := range recs {
		out = append(out, rec.Asset.Name)
	}
	return out
}

type recordTable = *widgets.Table[*register.Record]

func (l *shownList) table() recordTable {
	l.t.Helper()
	table, ok := find(l.window.Canvas(), func(recordTable) bool { return true })
	if !ok {
		l.t.Fatal("no table is shown")
	}
	return table
}

func (l *shownList) shown() []string { return recordNames(l.table().Rows()) }

func (l *shownList) press(key string) { press(l.t, l.window.Canvas(), key) }

// says reports whether a text stands somewhere on the page or its dialog.
func (l *shownList) says(words string) bool { return saysOn(l.window.Canvas(), words) }

func saysOn(c fyne.Canvas, words string) bool {
	_, ok := find(c, func(w *widgets.Text) bool {
		return strings.Contains(strings.ReplaceAll(w.Text(), "\u00a0", " "), words)
	})
	return ok
}

func (l *shownList) search(s string) {
	l.t.Helper()
	l.Find()
	e, ok := l.window.Canvas().Focused().(*widgets.SearchEntry)
	if !ok {
		l.t.Fatal("Ctrl+F should go to the search field")
	}
	e.SetText("")
	for _, r := range s {
		e.TypedRune(r)
	}
}

func id(t testing.TB, r *register.Register, name string) string {
	t.Helper()
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			return rec.Asset.ID
		}
	}
	t.Fatalf("no asset is called %s", name)
	return ""
}

func TestSearchAsYouType(t *testing.T) {
	l := openList(t, sample(t))
	if n := len(l.shown()); n != 20 || !l.says("20 tillgångar") {
		t.Fatalf("%d assets are shown", n)
	}
	l.search("SKOLSTÖD ab")
	if diff := cmp.Diff([]string{"Elevhälsojournal", "Elevregister"}, l.shown()); diff != "" {
		t.Error(diff)
	}
	if !l.says("20 tillgångar, 2 visas") {
		t.Error("the count should say how many are shown")
	}
	if !l.Close() || len(l.shown()) != 20 {
		t.Error("Esc should empty the search")
	}
	if l.Close() {
		t.Error("Esc with nothing to do should go on to the window")
	}
}

func TestEmptyResultOffersToClear(t *testing.T) {
	l := openList(t, sample(t))
	l.Show(register.Query{Text: "finns inte", OwnerMissing: true})
	if !l.says("Inga tillgångar stämmer") {
		t.Fatal("an empty result should say so")
	}
	l.press("assets.nothing.clear")
	if len(l.shown()) != 20 {
		t.Error("everything should be shown again")
	}
}

func TestChipsShowAndClear(t *testing.T) {
	l := openList(t, sample(t))
	l.Show(register.Query{AtLeast: classify.Level3, OwnerMissing: true})
	for _, words := range []string{"Nivå: 3 eller högre", "Informationsägare saknas", "Nämnd: alla"} {
		if !l.says(words) {
			t.Errorf("no chip says %q", words)
		}
	}
	chip, _ := find(l.window.Canvas(), func(c *widgets.Chip) bool { return c.Text() == "Informationsägare saknas" })
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if l.Query().OwnerMissing || l.Query().AtLeast != classify.Level3 {
		t.Errorf("the query is %+v", l.Query())
	}
	l.press("assets.filter.clear")
	if len(l.shown()) != 20 || l.says("Rensa filter") {
		t.Error("all filters should be gone, and the button with them")
	}
}

func TestChipMenuChooses(t *testing.T) {
	l := openList(t, sample(t))
	chip, _ := find(l.window.Canvas(), func(c *widgets.Chip) bool { return strings.HasPrefix(c.Text(), "Typ:") })
	test.Tap(chip)
	tapMenu(t, l.window.Canvas(), "Informationsmängd")
	if n := len(l.shown()); n != 6 || l.Query().Kind != asset.InformationSet {
		t.Errorf("%d shown, query %+v", n, l.Query())
	}
}

// tapMenu chooses an item of the menu that is open.
func tapMenu(t testing.TB, c fyne.Canvas, label string) {
	t.Helper()
	menu, ok := find(c, func(*widget.PopUpMenu) bool { return true })
	if !ok {
		t.Fatalf("no menu is open but %T", c.Overlays().Top())
	}
	for _, o := range menu.Items {
		item, ok := o.(interface {
			fyne.Tappable
			fyne.CanvasObject
		})
		if !ok {
			continue
		}
		for _, below := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
			if words, ok := below.(interface{ MinSize() fyne.Size }); ok && menuText(words) == label {
				item.Tapped(&fyne.PointEvent{})
				return
			}
		}
	}
	t.Fatalf("the menu has no %q", label)
}

func TestSortingIsRemembered(t *testing.T) {
	l := openList(t, sample(t))
	first := l.shown()[0]
	l.table().OnSort("class", true)
	if got := l.shown()[0]; got == first || got != "Journalsystem HSL" {
		t.Errorf("first is %s", got)
	}
	l.table().OnWidth("name", 321)
	l.Show(register.Query{Text: "system", Kind: asset.System})
	l.open()
	if l.shown()[0] != "Journalsystem HSL" || l.Query().Kind != asset.System || l.Query().Text != "" {
		t.Errorf("after a new start: %s, %+v", l.shown()[0], l.Query())
	}
	if w := l.stage.Memory.FloatWithFallback("assets.width.name", 0); w != 321 {
		t.Errorf("the width is %v", w)
	}
}

func TestEnterAndDoubleClickOpen(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	l.Select(id(t, r, "Intranät"))
	l.Entered()
	l.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if diff := cmp.Diff([]string{id(t, r, "Intranät")}, l.opened); diff != "" {
		t.Error(diff)
	}
	l.press("assets.do.classify")
	if diff := cmp.Diff([]string{"classify " + id(t, r, "Intranät")}, l.other); diff != "" {
		t.Error(diff)
	}
}

func TestPrintTellsWhatIsShown(t *testing.T) {
	l := openList(t, sample(t))
	l.Show(register.Query{Text: "Skolstöd"})
	if !l.Print() || l.prints[0] != "sökning ”Skolstöd”|Elevhälsojournal|Elevregister" {
		t.Errorf("printed %v", l.prints)
	}
	l.Show(register.Query{Text: "finns inte"})
	if l.Print() {
		t.Error("there is nothing to print")
	}
}

func TestDeleteAsksAndCanBeUndone(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	l.Select(id(t, r, "Intranät"), id(t, r, "E-arkiv"))
	l.press("assets.do.delete")
	focused, _ := l.window.Canvas().Focused().(*widgets.Button)
	if focused == nil || focused.Text() != "Behåll" {
		t.Fatal("the safe answer should have the keyboard")
	}
	test.Tap(focused)
	if len(r.Records()) != 20 {
		t.Fatal("keeping must delete nothing")
	}
	l.press("assets.do.delete")
	l.press("assets.delete.yes")
	if len(r.Records()) != 18 || len(l.said.receipts) != 1 || !l.said.receipts[0].Undo {
		t.Fatalf("%d assets, said %+v", len(r.Records()), l.said)
	}
	l.Refresh()
	if slices.Contains(l.shown(), "Intranät") || !l.says("18 tillgångar") {
		t.Error("the deleted ones are still shown")
	}
	if _, err := r.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	l.Refresh()
	if !slices.Contains(l.shown(), "Intranät") {
		t.Error("undo should bring them back")
	}
}

func TestChangeSeveralAtOnce(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	l.Select(id(t, r, "Intranät"), id(t, r, "E-arkiv"), id(t, r, "Lönesystem"))
	before := r.Revision()
	l.press("assets.do.change")
	chip, _ := find(l.window.Canvas(), func(c *widgets.Chip) bool { return c.Text() == "Enhet" })
	test.Tap(chip)
	tapMenu(t, l.window.Canvas(), "Systemägare")
	entry, _ := find(l.window.Canvas(), func(*widgets.Entry) bool { return true })
	entry.SetText("IT-chef")
	l.press("assets.change.save") // plural: found by its prefix
	if r.Revision() != before+1 {
		t.Fatalf("%d commits", r.Revision()-before)
	}
	for _, name := range []string{"Intranät", "E-arkiv", "Lönesystem"} {
		rec, _ := r.Record(id(t, r, name))
		if got := rec.Asset.Fields[asset.SystemOwner]; got != "IT-chef" {
			t.Errorf("%s: %q", name, got)
		}
	}
	if len(l.said.receipts) != 1 || !l.said.receipts[0].Undo {
		t.Errorf("said %+v", l.said.receipts)
	}
}

// An empty field must not wipe a value from many assets at one press.
func TestChangingSeveralToNothingAsksOnceMore(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	chosen := id(t, r, "Journalsystem HSL")
	rec, _ := r.Record(chosen)
	if rec.Asset.Unit == "" {
		t.Fatal("the sample has no unit there: the test proves nothing")
	}
	l.Select(chosen, id(t, r, "E-arkiv"))
	l.press("assets.do.change")
	before := r.Revision()
	l.press("assets.change.save")
	if r.Revision() != before {
		t.Fatal("the value was taken away at the first press")
	}
	l.press("assets.change.save")
	if rec, _ = r.Record(chosen); rec.Asset.Unit != "" || r.Revision() != before+1 {
		t.Errorf("the unit is still %q after the second press", rec.Asset.Unit)
	}
}

func TestColumnsCanBeChosen(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	l.press("assets.do.columns")
	search := l.window.Canvas().Focused().(*widgets.SearchEntry)
	search.SetText("leverantör")
	type columns = *widgets.Table[keyed]
	choice, ok := find(l.window.Canvas(), func(columns) bool { return true })
	if !ok || len(choice.Rows()) == 0 {
		t.Fatal("no column is found")
	}
	i := slices.IndexFunc(choice.Rows(), func(k keyed) bool { return k.Label(l.stage.Text) == "Leverantör" })
	choice.OnBox(choice.Rows()[i], true)
	l.press("assets.columns.save")
	if got := l.table().ColumnsShown(); got[len(got)-1] != "supplier" {
		t.Errorf("columns %v", got)
	}
	l.open()
	if got := l.table().ColumnsShown(); got[len(got)-1] != "supplier" {
		t.Errorf("after a new start: %v", got)
	}
}

func TestNewAsset(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	l.Show(register.Query{Unit: r.Organisation().Boards()[0].ID})
	l.New()
	name := l.window.Canvas().Focused().(*widgets.Entry)
	l.press("assets.new.save")
	if !l.says("Namnet är tomt") || len(r.Records()) != 20 {
		t.Fatal("an empty name should be told beside its field")
	}
	for _, letter := range "Ny sak" {
		name.TypedRune(letter)
	}
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	rec, ok := r.Record(l.opened[0])
	if !ok || rec.Asset.Name != "Ny sak" || rec.Asset.Unit != r.Organisation().Boards()[0].ID || rec.Asset.Kind != asset.System {
		t.Errorf("stored %+v", rec)
	}
	if len(l.window.Canvas().Overlays().List()) != 0 {
		t.Error("the form should be closed")
	}
}

func TestNewAssetWarnsOfTheSameName(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	rec, _ := r.Record(id(t, r, "Intranät"))
	l.Show(register.Query{Unit: rec.Asset.Unit})
	l.New()
	name := l.window.Canvas().Focused().(*widgets.Entry)
	name.SetText("INTRANÄT")
	if !l.says("finns redan") {
		t.Fatal("the same name in the unit should be told")
	}
	name.SetText("Intranät 2")
	if l.says("finns redan") {
		t.Error("the warning should go away")
	}
	name.SetText("intranät")
	l.press("assets.new.save")
	if len(r.Records()) != 21 {
		t.Error("it is a warning only")
	}
}

func TestEmptyRegisterOffersDoors(t *testing.T) {
	l := openList(t, newRegister(t))
	for _, key := range []string{"assets.door.import.title", "assets.door.example.title"} {
		door, ok := find(l.window.Canvas(), func(w tappable) bool { return says(w.AccessibilityLabel(), key) })
		if !ok {
			t.Fatalf("no door %s", key)
		}
		test.Tap(door)
	}
	if diff := cmp.Diff([]string{"import", "example"}, l.other); diff != "" {
		t.Error(diff)
	}
	if l.Print() {
		t.Error("there is nothing to print")
	}
}

// later is a runner that keeps what is to wait until it is told.
type later struct {
	jobs.Runner
	waiting map[string]func()
}

func (l *later) After(slot string, _ time.Duration, f func()) { l.waiting[slot] = f }
func (l *later) Cancel(slot string)                           { delete(l.waiting, slot) }

func TestFilterChosenWhileTypingKeepsTheSearch(t *testing.T) {
	l := &shownList{t: t}
	l.stage, l.said = newStage(sample(t), text.Swedish)
	runner := &later{Runner: l.stage.Jobs, waiting: map[string]func(){}}
	l.stage.Jobs = runner
	l.open()
	l.search("Skolstöd")
	if len(l.shown()) != 20 || len(runner.waiting) != 1 {
		t.Fatal("the search should wait for a pause in typing")
	}
	chip, _ := find(l.window.Canvas(), func(c *widgets.Chip) bool { return strings.HasPrefix(c.Text(), "Typ:") })
	test.Tap(chip)
	tapMenu(t, l.window.Canvas(), "Verksamhetssystem")
	if diff := cmp.Diff([]string{"Elevhälsojournal", "Elevregister"}, l.shown()); diff != "" {
		t.Error(diff)
	}
}

func TestDayOfChangeIsShownAndSorted(t *testing.T) {
	r := sample(t)
	l := openList(t, r)
	l.stage.Memory.SetStringList("assets.columns", []string{"name", "changed"})
	rec, _ := r.Record(id(t, r, "Intranät"))
	if _, err := assets.ChangeOne(context.Background(), r, rec.Asset.ID, "", assets.AssetEdit{Key: "sla", Value: "8–17"}); err != nil {
		t.Fatal(err)
	}
	l.open()
	l.table().OnSort("changed", true)
	if got := l.shown()[0]; got != "Intranät" {
		t.Errorf("changed last: %s", got)
	}
	shots.Settle(l.window.Canvas().Content())
	if _, ok := find(l.window.Canvas(), func(c *canvas.Text) bool { return c.Text == "2026-11-23" }); !ok {
		t.Error("no cell shows the day")
	}
}
