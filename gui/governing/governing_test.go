package governing_test

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
	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/governing"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

var ctx = context.Background()

func empty(t testing.TB) *register.Register {
	t.Helper()
	now := time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "anna", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1))})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sample is a register with governing documents and yearly checks.
func sample(t testing.TB) *register.Register {
	t.Helper()
	r := empty(t)
	for _, part := range []func(context.Context, *register.Register) error{example.Sample, example.Organisation, example.Governance} {
		if err := part(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// owing is the first unit that has not made a check of a kind.
func owing(t testing.TB, r *register.Register, kind governance.CheckKind) asset.Unit {
	t.Helper()
	for _, o := range duty.OwedChecks(r, r.Today()) {
		if o.Kind == kind && o.Due == "" {
			return o.Unit
		}
	}
	t.Fatalf("every unit has made %s", kind)
	return asset.Unit{}
}

// desk is a window with the page, and what it has said.
type desk struct {
	t        *testing.T
	r        *register.Register
	window   fyne.Window
	page     *governing.Page
	receipts []stage.Receipt
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, r: r, window: test.NewWindow(nil)}
	runner := jobs.AtOnce()
	d.page = governing.New(stage.Stage{
		Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner), Window: d.window, Memory: stage.NewForgetful(),
		Tell: func(r stage.Receipt) { d.receipts = append(d.receipts, r) },
		Fail: func(err error) {
			if err != nil {
				t.Helper()
				t.Error(err)
			}
		},
	})
	t.Cleanup(d.window.Close)
	d.window.SetContent(d.page.Object())
	d.window.Resize(fyne.NewSize(1066, 720))
	r.Watch(func(ledger.Revision) { d.page.Refresh() })
	d.page.Refresh()
	shots.Settle(d.window.Canvas().Content())
	return d
}

// root is what the keyboard and the mouse can reach.
func (d *desk) root() fyne.CanvasObject {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return d.window.Canvas().Content()
}

// press presses what is called name, in a dialog if one is open.
func (d *desk) press(name string) {
	d.t.Helper()
	for _, o := range each(d.root()) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == name {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			return
		}
	}
	d.t.Fatalf("nothing here is called %q; there is %q", name, d.says())
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

func (d *desk) shows(s string) bool {
	return slices.ContainsFunc(d.says(), func(said string) bool { return strings.Contains(said, s) })
}

// write replaces what the field with the keyboard says.
func (d *desk) write(s string) {
	d.t.Helper()
	field, ok := d.window.Canvas().Focused().(interface{ SetText(string) })
	if !ok {
		d.t.Fatalf("nothing is written in %T", d.window.Canvas().Focused())
	}
	field.SetText(s)
}

func (d *desk) next() { d.window.Canvas().FocusNext() }

// reach goes on to the field that says s.
func (d *desk) reach(s string) {
	d.t.Helper()
	for range 30 {
		if e, ok := d.window.Canvas().Focused().(*widgets.Entry); ok && e.Text == s {
			return
		}
		d.next()
	}
	d.t.Fatalf("no field says %q", s)
}

func (d *desk) undo() {
	d.t.Helper()
	if last := d.receipts[len(d.receipts)-1]; !last.Undo {
		d.t.Error("the receipt offers no undo")
	}
	if _, err := d.r.Undo(ctx); err != nil {
		d.t.Fatal(err)
	}
}

// each lists the visible objects beneath root.
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

func TestTheFirstDocumentIsThePolicy(t *testing.T) {
	d := newDesk(t, empty(t))
	d.page.New()
	d.press("Spara")
	all := d.r.Governance().Documents()
	if len(all) != 1 || all[0].Kind != governance.Policy || all[0].Body != governance.Council || all[0].DecidedOn != "2026-11-23" {
		t.Fatalf("stored %+v", all)
	}
	d.press("Öppna") // it is selected
	d.write("Policy för informationssäkerhet")
	d.press("Spara")
	if now := d.r.Governance().Documents()[0]; now.ID != all[0].ID || now.Title != "Policy för informationssäkerhet" || now.DecidedOn != all[0].DecidedOn {
		t.Errorf("became %+v", now)
	}
	d.undo()
	if now := d.r.Governance().Documents()[0]; now != all[0] {
		t.Errorf("after an undo %+v", now)
	}
}

func TestARefusedDocumentStaysInItsForm(t *testing.T) {
	d := newDesk(t, sample(t))
	before := len(d.r.Governance().Documents())
	d.page.New()
	d.write("")
	d.press("Spara")
	if len(d.r.Governance().Documents()) != before || !d.shows("Skriv dokumentets titel") {
		t.Fatalf("it says %q", d.says())
	}
	d.write("Regler för distansarbete") // the keyboard is back at the title
	d.press("Spara")
	if len(d.r.Governance().Documents()) != before+1 || d.shows("Skriv dokumentets titel") {
		t.Errorf("it says %q", d.says())
	}
}

func TestADocumentIsDeletedAfterAQuestion(t *testing.T) {
	d := newDesk(t, sample(t))
	before := d.r.Governance().Documents()
	d.press("Ta bort")
	d.press("Behåll")
	if len(d.r.Governance().Documents()) != len(before) {
		t.Fatal("it is gone although it was to be kept")
	}
	d.press("Ta bort")
	d.press("Ta bort")
	if len(d.r.Governance().Documents()) != len(before)-1 {
		t.Fatal("it is still there")
	}
	d.undo()
	if !slices.Equal(d.r.Governance().Documents(), before) {
		t.Error("an undo did not bring it back")
	}
}

func TestTrainingIsRecorded(t *testing.T) {
	d := newDesk(t, sample(t))
	unit, before := owing(t, d.r, governance.Training), len(d.r.Governance().Checks())
	d.page.ShowCheck(unit.ID, duty.RecordTraining)
	d.write("20")
	d.next()
	d.write("25")
	d.press("Spara")
	if len(d.r.Governance().Checks()) != before || !d.shows("Fler kan inte vara utbildade") {
		t.Fatalf("it says %q", d.says())
	}
	d.reach("25") // the refusal left the keyboard at who made it
	d.write("15")
	d.press("Spara")
	made := slices.IndexFunc(d.r.Governance().Checks(), func(c governance.Check) bool { return c.Unit == unit.ID && c.Kind == governance.Training })
	if made < 0 {
		t.Fatalf("nothing is recorded; it says %q", d.says())
	}
	c := d.r.Governance().Checks()[made]
	if *c.Staff != 20 || *c.Trained != 15 || c.External != nil || c.On != "2026-11-23" {
		t.Errorf("recorded %+v", c)
	}
	d.undo()
	if len(d.r.Governance().Checks()) != before {
		t.Error("an undo did not take it back")
	}
}
