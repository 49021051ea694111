package settings_test

import (
	"context"
	"math/rand"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/settings"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

func sample(t testing.TB) *register.Register {
	t.Helper()
	now := time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)
	r, err := register.Open(context.Background(), memory.New(), register.Options{
		Who: "test", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1)),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// desk is a window with the page.
type desk struct {
	t        *testing.T
	r        *register.Register
	window   fyne.Window
	receipts int
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, r: r, window: test.NewWindow(nil)}
	runner := jobs.AtOnce()
	page := settings.New(stage.Stage{
		Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner), Window: d.window, Memory: stage.NewForgetful(),
		Tell: func(stage.Receipt) { d.receipts++ }, Fail: func(err error) { t.Log(err) },
	}, settings.Options{Lang: text.Swedish, Variant: theme.Light, Scale: 1})
	d.window.SetContent(page.Object())
	d.window.Resize(fyne.NewSize(1084, 2400))
	page.Refresh()
	shots.Settle(d.window.Canvas().Content())
	t.Cleanup(d.window.Close)
	return d
}

func (d *desk) root() fyne.CanvasObject {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return d.window.Canvas().Content()
}

func each(root fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if root == nil || !root.Visible() {
		return
	}
	visit(root)
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			each(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			each(child, visit)
		}
	}
}

// press presses what is called name.
func (d *desk) press(name string) {
	d.t.Helper()
	var found fyne.Tappable
	each(d.root(), func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok && found == nil && a.AccessibilityLabel() == name {
			found, _ = o.(fyne.Tappable)
		}
	})
	if found == nil {
		d.t.Fatalf("nothing here is called %q", name)
	}
	found.Tapped(&fyne.PointEvent{})
}

// fill writes into the field that says was.
func (d *desk) fill(was, words string) {
	d.t.Helper()
	var found *widgets.Entry
	each(d.root(), func(o fyne.CanvasObject) {
		if e, ok := o.(*widgets.Entry); ok && found == nil && e.Text == was {
			found = e
		}
	})
	if found == nil {
		d.t.Fatalf("no field says %q", was)
	}
	c := d.window.Canvas()
	c.Focus(found)
	found.SetText(words)
	c.Unfocus()
}

func (d *desk) shows(words string) bool {
	found := false
	each(d.root(), func(o fyne.CanvasObject) {
		if w, ok := o.(interface{ Text() string }); ok && w.Text() == words {
			found = true
		}
	})
	return found
}

func TestMatrixIsEditedCellByCell(t *testing.T) {
	p := text.In(text.Swedish)
	d := newDesk(t, sample(t))
	d.press("Ekonomi")
	d.fill(p.T("matrix.economy.2"), "Mer än 500 000 kronor")
	d.fill("Ekonomi", "Ekonomi och tid")
	m := d.r.Classifications().Matrix()
	if m.Text(p, "economy", 2) != "Mer än 500 000 kronor" || m.Text(p, "economy", classify.NameCell) != "Ekonomi och tid" {
		t.Fatalf("%+v", m)
	}
	d.fill("Mer än 500 000 kronor", p.T("matrix.economy.2")) // the shipped words are no words of one's own
	if d.r.Classifications().Matrix().Replaced("economy", 2) {
		t.Error("the shipped text is kept as if it were changed")
	}
	d.press("Återställ hela matrisen")
	d.press("Återställ")
	if d.r.Classifications().Matrix().Own() || d.receipts != 1 {
		t.Errorf("%+v, %d receipts", d.r.Classifications().Matrix(), d.receipts)
	}
}

func TestOwnScaleIsMade(t *testing.T) {
	d := newDesk(t, sample(t))
	d.press("Lägg till egen skala …")
	d.press("Lägg till skalan")
	if !d.shows("Skalan behöver ett namn. Inget har sparats.") {
		t.Error("a name is asked for")
	}
	d.fill("", "Vår skala")
	d.fill("1", "A")
	d.press("Lägg till skalan")
	s, ok := d.r.Classifications().Scale("vår-skala")
	if !ok {
		s, ok = d.r.Classifications().Scale("var-skala")
	}
	if !ok || s.Code(classify.Level0) != "A" || s.Code(classify.Level3) != "4" || !d.shows("Vår skala") {
		t.Errorf("%+v, %v", d.r.Classifications().Scales(), ok)
	}
}

func TestPicturesAreWhole(t *testing.T) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	own := sample(t)
	ctx := context.Background()
	if err := own.Classifications().ChangeMatrix(ctx, own.Classifications().Matrix().With("individual", 2, "Tydlig skada för en person, till exempel att bostaden måste bytas eller att en behandling avbryts")); err != nil {
		t.Fatal(err)
	}
	if err := own.Classifications().AddScale(ctx, classify.OwnScale("Kommunens egen", classify.ScaleLevel{Code: "L", Swedish: "Låg", Level: classify.Level0}, classify.ScaleLevel{Code: "H", Swedish: "Hög", Level: classify.Level3})); err != nil {
		t.Fatal(err)
	}
	for _, rec := range own.Records() {
		if rec.Classified() {
			if _, err := own.Classifications().Share(ctx, rec.Asset.ID, "Personalhandlingar i allmänhet"); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	var window *pictured
	screen := func(name string, then func(fyne.Canvas)) shots.Screen {
		return shots.Screen{Name: "settings-" + name, Window: fyne.NewSize(shots.Width, 2400), Make: func(set shots.Setting) fyne.CanvasObject {
			window = &pictured{canvas: test.NewCanvas()}
			runner := jobs.AtOnce()
			page := settings.New(stage.Stage{
				Register: own, Text: text.In(set.Lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: window, Memory: stage.NewForgetful(),
				Tell: func(stage.Receipt) {}, Fail: func(error) {},
			}, settings.Options{Lang: set.Lang, Variant: set.Variant, Scale: set.Scale})
			page.Refresh()
			return shots.InShell(page.Object())
		}, Then: func(c fyne.Canvas) {
			window.canvas = c
			if then != nil {
				then(c)
			}
		}}
	}
	pressed := func(name map[bool]string) func(fyne.Canvas) {
		return func(c fyne.Canvas) {
			each(c.Content(), func(o fyne.CanvasObject) {
				if a, ok := o.(fyne.Accessible); ok && (a.AccessibilityLabel() == name[true] || a.AccessibilityLabel() == name[false]) {
					o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
				}
			})
		}
	}
	add := screen("scale", pressed(map[bool]string{true: "Lägg till egen skala …", false: "Add a scale of your own …"}))
	add.Window = fyne.Size{}
	shots.Prove(t, []shots.Screen{screen("all", nil), add})
}

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }
