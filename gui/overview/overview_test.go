package overview_test

import (
	"context"
	"math/rand"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/overview"
	"infoklass/gui/present"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

var now = time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)

func open(t testing.TB) *register.Register {
	t.Helper()
	r, err := register.Open(context.Background(), memory.New(), register.Options{
		Who: "test", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sample(t testing.TB) *register.Register {
	t.Helper()
	r := open(t)
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

func stageOf(t testing.TB, r *register.Register, lang text.Lang, w fyne.Window) stage.Stage {
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: w,
		Memory: stage.NewForgetful(), Tell: func(stage.Receipt) {}, Fail: func(err error) {
			if err != nil {
				t.Error(err)
			}
		},
	}
}

// led notes where the page led.
type led struct {
	queries []register.Query
	opened  []string
	mended  []present.Step
	duties  []duty.ID
	doors   []string
}

func (l *led) options() overview.Options {
	door := func(name string) func() { return func() { l.doors = append(l.doors, name) } }
	return overview.Options{
		OnList:   func(q register.Query) { l.queries = append(l.queries, q) },
		OnOpen:   func(id string) { l.opened = append(l.opened, id) },
		OnMend:   func(s present.Step) { l.mended = append(l.mended, s) },
		OnDuties: func(id duty.ID) { l.duties = append(l.duties, id) },
		OnImport: door("import"), OnPrint: door("print"),
		OnNew: door("new"), OnExample: door("example"),
	}
}

func show(t *testing.T, r *register.Register) (*overview.Page, fyne.CanvasObject, *led) {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	l := &led{}
	page := overview.New(stageOf(t, r, text.Swedish, w), l.options())
	w.SetContent(page.Object())
	w.Resize(fyne.NewSize(1084, 720))
	page.Refresh()
	shots.Settle(w.Canvas().Content())
	return page, w.Canvas().Content(), l
}

// press presses whatever is called by a name that begins like this.
func press(t *testing.T, root fyne.CanvasObject, name string) {
	t.Helper()
	var names []string
	for _, o := range each(root) {
		a, ok := o.(fyne.Accessible)
		if !ok {
			continue
		}
		if strings.HasPrefix(a.AccessibilityLabel(), name) {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			return
		}
		names = append(names, a.AccessibilityLabel())
	}
	t.Fatalf("nothing is called %q; there is %q", name, names)
}

func each(root fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	out := []fyne.CanvasObject{root}
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, each(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, each(child)...)
		}
	}
	return out
}

// Every figure opens a list that holds as many assets as it says.
func TestFiguresOpenTheirLists(t *testing.T) {
	r := sample(t)
	_, root, l := show(t, r)
	for _, tc := range []struct {
		name string
		want int
	}{
		{"Informationstillgångar 20", 20},
		{"Klassade 10", 10},
		{"Särskilt viktiga 7", 7},
		{"Konfidentialitet: ", 18},
		{"Socialnämnden ", 4},
	} {
		press(t, root, tc.name)
		got, err := r.Find(context.Background(), l.queries[len(l.queries)-1])
		if err != nil || len(got) != tc.want {
			t.Errorf("%s opened a list of %d, want %d (%v)", tc.name, len(got), tc.want, err)
		}
	}
}

func TestTodoLeadsToWhereItIsMended(t *testing.T) {
	r := sample(t)
	_, root, l := show(t, r)
	press(t, root, "E-arkiv: Klassning krävs före upphandling")
	if len(l.mended) != 1 || l.mended[0].Remedy != duty.Classify {
		t.Fatalf("led to %+v", l.mended)
	}
	if rec, _ := r.Record(l.mended[0].Asset); rec.Asset.Name != "E-arkiv" {
		t.Errorf("opened %s", rec.Asset.Name)
	}
	press(t, root, "Krav i policyn uppfyllda")
	press(t, root, "… och")
	press(t, root, "Visa alla avvikelser")
	if len(l.duties) != 3 || l.duties[0] != "" || l.duties[1] == "" || l.duties[2] != "" {
		t.Errorf("showed the findings of %q", l.duties)
	}
}

func TestEmptyRegisterOffersThreeDoors(t *testing.T) {
	_, root, l := show(t, open(t))
	for _, door := range []string{"Importera en lista", "Lägg till en tillgång", "Titta på en exempelkommun"} {
		press(t, root, door)
	}
	if !cmp.Equal(l.doors, []string{"import", "new", "example"}) {
		t.Errorf("doors %v", l.doors)
	}
}

// What was counted follows the register.
func TestRefreshCountsAnew(t *testing.T) {
	r := sample(t)
	page, root, _ := show(t, r)
	if _, err := r.AddAsset(context.Background(), asset.Asset{Name: "Badbokning", Kind: asset.System}); err != nil {
		t.Fatal(err)
	}
	page.Refresh()
	press(t, root, "Informationstillgångar 21")
}

// The keyboard begins at the first figure, also of those counted again.
func TestKeyboardStaysOnTheFigures(t *testing.T) {
	r := sample(t)
	page, root, _ := show(t, r)
	page.Entered()
	c := fyne.CurrentApp().Driver().CanvasForObject(root)
	first := c.Focused()
	if first == nil {
		t.Fatal("nothing has the keyboard")
	}
	if _, err := r.Commit(context.Background(), text.Msg("why.add", "name", "Ny"), register.PutAsset(asset.Asset{ID: r.NewID(), Name: "Ny", Kind: asset.System}, 0)); err != nil {
		t.Fatal(err)
	}
	page.Refresh()
	shots.Settle(root)
	if at := c.Focused(); at == nil || at == first {
		t.Errorf("the keyboard is on %v, want the new figure", at)
	}
}

func TestThreeLevelScaleHasNoFourthBar(t *testing.T) {
	r := sample(t)
	s := r.Settings()
	s.Scale = classify.Scale02.ID
	if err := r.ChangeSettings(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	_, root, _ := show(t, r)
	press(t, root, "Konfidentialitet: nivå 0: 1 · nivå 1: 7 · nivå 2: 10 · 2 oklassade")
}

func TestTabFollowsTheEye(t *testing.T) {
	_, root, _ := show(t, sample(t))
	for _, p := range shots.TabOrder(root) {
		t.Error(p)
	}
}
