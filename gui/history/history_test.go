package history_test

import (
	"context"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/history"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

// clock gives each commit a minute of its own.
type clock struct{ at time.Time }

func (c *clock) now() time.Time {
	c.at = c.at.Add(time.Minute)
	return c.at
}

func sample(t testing.TB) *register.Register {
	t.Helper()
	c := &clock{time.Date(2026, 11, 23, 9, 0, 0, 0, time.Local)}
	r, err := register.Open(context.Background(), memory.New(), register.Options{
		Who: "Anna Lind", Now: c.now, Entropy: rand.New(rand.NewSource(1)),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// rename changes the name of an asset.
func rename(t testing.TB, r *register.Register, from, to string) {
	t.Helper()
	for _, rec := range r.Records() {
		if rec.Asset.Name == from {
			a := rec.Asset
			a.Name = to
			if _, err := r.ChangeAsset(context.Background(), a.With(asset.Supplier, "Ny leverantör AB"), rec.Revision); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no asset is called %s", from)
}

type desk struct {
	t        testing.TB
	r        *register.Register
	page     *history.Page
	window   fyne.Window
	receipts []stage.Receipt
	failures []error
}

func open(t testing.TB, r *register.Register) *desk {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, r: r, window: test.NewWindow(nil)}
	t.Cleanup(d.window.Close)
	runner := jobs.AtOnce()
	d.page = history.New(stage.Stage{
		Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner), Window: d.window,
		Memory: stage.NewForgetful(),
		Tell:   func(r stage.Receipt) { d.receipts = append(d.receipts, r) },
		Fail:   func(err error) { d.failures = append(d.failures, err) },
	})
	d.window.SetContent(d.page.Object())
	d.window.Resize(fyne.NewSize(1084, 720))
	r.Watch(func(ledger.Revision) { d.page.Refresh() })
	d.page.Refresh()
	d.page.Entered()
	shots.Settle(d.window.Canvas().Content())
	return d
}

func (d *desk) root() fyne.CanvasObject {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return d.window.Canvas().Content()
}

func (d *desk) press(name string) {
	d.t.Helper()
	for _, o := range each(d.root()) {
		a, ok := o.(fyne.Accessible)
		if tap, can := o.(fyne.Tappable); ok && can && a.AccessibilityLabel() == name {
			tap.Tapped(&fyne.PointEvent{})
			return
		}
	}
	d.t.Fatalf("nothing is called %q; there is %q", name, d.says())
}

func (d *desk) says() []string {
	var out []string
	for _, o := range each(d.root()) {
		if w, ok := o.(interface{ Text() string }); ok {
			out = append(out, w.Text())
		}
	}
	return out
}

func (d *desk) key(names ...fyne.KeyName) {
	for _, name := range names {
		d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (d *desk) write(s string) {
	for _, r := range s {
		d.window.Canvas().Focused().TypedRune(r)
	}
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

func (d *desk) find(name string) bool {
	return slices.ContainsFunc(d.r.Records(), func(rec *register.Record) bool { return rec.Asset.Name == name })
}

func TestEnterShowsWhatChangedAndUndoTakesItBack(t *testing.T) {
	r := sample(t)
	rename(t, r, "Intranät", "Insidan")
	rename(t, r, "Kartdatabas", "Kartan")
	d := open(t, r)
	d.key(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn) // the change before the last
	says := strings.Join(d.says(), "\n")
	for _, want := range []string{"Ändring av Insidan", "Insidan (förut Intranät)", "Ny leverantör AB (förut Webbyrån Ån AB)"} {
		if !strings.Contains(says, want) {
			t.Errorf("%q is not told in\n%s", want, says)
		}
	}
	d.press("Ångra den här ändringen")
	d.press("Ångra ändringen")
	if !d.find("Intranät") || !d.find("Kartan") || len(d.receipts) != 1 || len(d.failures) != 0 {
		t.Errorf("receipts %v, failures %v", d.receipts, d.failures)
	}

	d.key(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if says := d.says(); !slices.ContainsFunc(says, func(s string) bool { return strings.HasSuffix(s, "Ändringen är ångrad.") }) || slices.Contains(says, "Ångra den här ändringen") {
		t.Errorf("an undone change should say so and not be undone again: %q", says)
	}
}

func TestUndoIsRefusedInWordsWhenSomethingChangedSince(t *testing.T) {
	r := sample(t)
	rename(t, r, "Intranät", "Insidan")
	rename(t, r, "Insidan", "Portalen")
	d := open(t, r)
	d.key(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn)
	d.press("Ångra den här ändringen")
	d.press("Ångra ändringen")
	if len(d.failures) != 1 || !d.find("Portalen") {
		t.Fatalf("failures %v", d.failures)
	}
	if words := text.Explain(text.In(text.Swedish), d.failures[0]); !strings.Contains(words, "har ändrats igen sedan dess") {
		t.Errorf("told: %s", words)
	}
}

func TestSearchAndVerify(t *testing.T) {
	r := sample(t)
	rename(t, r, "Intranät", "Insidan")
	d := open(t, r)
	if !slices.Contains(d.says(), "3 händelser") {
		t.Errorf("the page says %q", d.says())
	}
	d.page.Find()
	d.write("insidan lind")
	if !slices.Contains(d.says(), "1 händelse") {
		t.Errorf("the page says %q", d.says())
	}
	if !d.page.Close() || !slices.Contains(d.says(), "3 händelser") {
		t.Error("Esc should show everything again")
	}
	d.press("Kontrollera loggen")
	if !slices.ContainsFunc(d.says(), func(s string) bool { return strings.HasPrefix(s, "Loggen är hel: 3 händelser") }) {
		t.Errorf("the page says %q", d.says())
	}
}

// A long log comes whole, the newest first.
func TestLongLog(t *testing.T) {
	r := sample(t)
	a, err := r.AddAsset(context.Background(), asset.Asset{Name: "Badbokning", Kind: asset.System})
	if err != nil {
		t.Fatal(err)
	}
	for range 400 {
		rec, _ := r.Record(a.ID)
		if _, err := r.ChangeAsset(context.Background(), rec.Asset.With(asset.Note, rec.Asset.Fields[asset.Note]+"x"), rec.Revision); err != nil {
			t.Fatal(err)
		}
	}
	d := open(t, r)
	if !slices.Contains(d.says(), "403 händelser") {
		t.Errorf("the page says %q", d.says()[:12])
	}
}

func TestTabFollowsTheEye(t *testing.T) {
	d := open(t, sample(t))
	for _, p := range shots.TabOrder(d.window.Canvas().Content()) {
		t.Error(p)
	}
}
