package classification_test

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/classification"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

// now is the moment of every test.
var now = time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)

func emptyRegister(t testing.TB) *register.Register {
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
	r := emptyRegister(t)
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// desk is a window with a page, and what the page has said.
type desk struct {
	t        *testing.T
	r        *register.Register
	stage    stage.Stage
	page     stage.Page
	window   fyne.Window
	receipts []stage.Receipt
	failures []error
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, r: r, window: test.NewWindow(nil)}
	runner := jobs.AtOnce()
	d.stage = stage.Stage{
		Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner),
		Window: d.window, Memory: stage.NewForgetful(),
		Tell: func(r stage.Receipt) { d.receipts = append(d.receipts, r) },
		Fail: func(err error) {
			if err != nil {
				d.failures = append(d.failures, err)
			}
		},
	}
	d.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.typed(0, e.Name) })
	d.window.Canvas().SetOnTypedRune(func(r rune) { d.typed(r, "") })
	t.Cleanup(d.window.Close)
	r.Watch(func(ledger.Revision) {
		if d.page != nil {
			d.page.Refresh()
		}
	})
	return d
}

func (d *desk) typed(r rune, key fyne.KeyName) {
	if key == fyne.KeyEscape {
		d.page.(stage.Closer).Close()
		return
	}
	if page, ok := d.page.(stage.Typist); ok {
		page.Type(r, key)
	}
}

// enter shows a page as the window does.
func (d *desk) enter(p stage.Page) {
	d.page = p
	d.window.SetContent(p.Object())
	d.window.Resize(fyne.NewSize(1084, 720))
	p.Refresh()
	p.Entered()
	shots.Settle(d.window.Canvas().Content())
}

// key types a key on what has the focus, or on the window.
func (d *desk) key(name fyne.KeyName) {
	if f := d.window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	d.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// write types characters on what has the focus, or on the window.
func (d *desk) write(s string) {
	for _, r := range s {
		if f := d.window.Canvas().Focused(); f != nil {
			f.TypedRune(r)
			continue
		}
		d.window.Canvas().OnTypedRune()(r)
	}
}

func (d *desk) shortcut(s fyne.Shortcut) {
	d.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

// press presses what is called name, in a dialog if one is open.
func (d *desk) press(name string) {
	d.t.Helper()
	root := d.window.Canvas().Content()
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	found := each(root, func(o fyne.CanvasObject) bool {
		a, ok := o.(fyne.Accessible)
		return ok && a.AccessibilityLabel() == name
	})
	if len(found) == 0 {
		d.t.Fatalf("nothing here is called %q; there is %q", name, d.says())
	}
	found[0].(fyne.Tappable).Tapped(&fyne.PointEvent{})
}

// chooseFirst takes the first item of the menu that is open.
func (d *desk) chooseFirst() {
	d.t.Helper()
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
}

// says lists every text that is shown.
func (d *desk) says() []string {
	var out []string
	each(d.window.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if w, ok := o.(interface{ Text() string }); ok {
			out = append(out, w.Text())
		}
		return false
	})
	return out
}

func (d *desk) shows(s string) bool { return slices.Contains(d.says(), s) }

// each lists the visible objects beneath root that are wanted.
func each(root fyne.CanvasObject, want func(fyne.CanvasObject) bool) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	var out []fyne.CanvasObject
	if want(root) {
		out = append(out, root)
	}
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, each(child, want)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, each(child, want)...)
		}
	}
	return out
}

func idOf(t testing.TB, r *register.Register, name string) string {
	t.Helper()
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			return rec.Asset.ID
		}
	}
	t.Fatalf("no asset is called %s", name)
	return ""
}

// entries lists the fields shown, in their order.
func (d *desk) entries() []field {
	var out []field
	for _, o := range each(d.window.Canvas().Content(), func(o fyne.CanvasObject) bool { _, ok := o.(field); return ok }) {
		out = append(out, o.(field))
	}
	return out
}

type field interface {
	fyne.Focusable
	SetText(string)
	SetPlaceHolder(string)
}

func TestTabFollowsTheEye(t *testing.T) {
	d := newDesk(t, filled(t))
	eye := func(name string) {
		t.Helper()
		shots.Settle(d.window.Canvas().Content())
		for _, p := range shots.TabOrder(d.window.Canvas().Content()) {
			t.Errorf("%s: %v", name, p)
		}
	}
	d.enter(classification.NewList(d.stage, classification.ListOptions{}))
	eye("list")
	formOf(t, d, "Journalsystem HSL")
	for i := range 6 {
		eye(fmt.Sprintf("step %d", i))
		d.key(fyne.KeyReturn)
	}
	eye("decided")
}
