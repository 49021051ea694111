package importing_test

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/importing"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
	"infoklass/storage/sheet"
)

// day is the day every test takes place on.
var day = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

// lists holds lists of an invented municipality.
const lists = "../../storage/sheet/testdata/lists"

func list(name string) string { return filepath.Join(lists, name) }

func newRegister(t testing.TB) *register.Register {
	t.Helper()
	clock := day
	r, err := register.Open(context.Background(), memory.New(), register.Options{Who: "Maria Holm", Entropy: rand.Reader, Now: func() time.Time {
		clock = clock.Add(time.Millisecond)
		return clock
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// desk is a wizard in a window in memory, and what it has told the shell.
type desk struct {
	*importing.Wizard
	t        testing.TB
	window   fyne.Window
	register *register.Register
	options  importing.Options
	closed   int
	shown    int
	undone   int
	other    int
	unread   *intake.Proposal
	failed   []error
}

// begin starts the import of a file.
func begin(t testing.TB, r *register.Register, path string) *desk {
	t.Helper()
	return beginWith(t, r, path, jobs.AtOnce(), sheet.Open)
}

type reader func(ctx context.Context, path string, progress func(int)) (*intake.Book, error)

func beginWith(t testing.TB, r *register.Register, path string, runner jobs.Runner, read reader) *desk {
	t.Helper()
	d := &desk{t: t, register: r}
	test.NewApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d.window = test.NewWindow(nil)
	d.window.SetPadded(false)
	s := stage.Stage{
		Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner), Window: d.window, Memory: stage.NewForgetful(),
		Tell: func(stage.Receipt) {}, Fail: func(err error) { d.failed = append(d.failed, err) },
	}
	d.options = importing.Options{
		Read: read, OnClose: func() { d.closed++ }, OnShow: func() { d.shown++ }, OnOther: func() { d.other++ },
		OnUndo: func() {
			d.undone++
			if _, err := r.Undo(context.Background()); err != nil {
				t.Fatal(err)
			}
		},
		OnUnread:  func(_ string, p *intake.Proposal) { d.unread = p },
		OnWorking: func(string, text.Message) {}, OnIdle: func(string) {},
	}
	d.Wizard = importing.New(s, path, d.options)
	d.window.SetContent(d.Object())
	d.window.Resize(fyne.NewSize(shots.Width, shots.Height))
	d.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Close()
			return
		}
		d.Type(0, e.Name)
	})
	d.window.Canvas().SetOnTypedRune(func(r rune) { d.Type(r, "") })
	d.settle()
	d.Entered()
	t.Cleanup(d.window.Close)
	return d
}

func (d *desk) settle() { shots.Settle(d.window.Canvas().Content()) }

// key presses a key where the keyboard is.
func (d *desk) key(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := d.window.Canvas()
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
		d.settle()
	}
}

// find walks everything visible, the top dialog first.
func find[W fyne.CanvasObject](d *desk, fits func(W) bool) (W, bool) {
	roots := slices.Clone(d.window.Canvas().Overlays().List())
	slices.Reverse(roots)
	for _, root := range append(roots, d.window.Canvas().Content()) {
		if w, ok := findIn(root, fits); ok {
			return w, true
		}
	}
	var none W
	return none, false
}

func findIn[W fyne.CanvasObject](o fyne.CanvasObject, fits func(W) bool) (W, bool) {
	var none W
	if o == nil || !o.Visible() {
		return none, false
	}
	if w, ok := o.(W); ok && fits(w) {
		return w, true
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, b := range below {
		if w, ok := findIn(b, fits); ok {
			return w, true
		}
	}
	return none, false
}

func (d *desk) button(says string) *widgets.Button {
	d.t.Helper()
	b, ok := find(d, func(b *widgets.Button) bool { return b.Text() == says })
	if !ok {
		d.t.Fatalf("no button says %q", says)
	}
	return b
}

func (d *desk) press(says string) {
	d.t.Helper()
	b := d.button(says)
	if b.Disabled() {
		d.t.Fatalf("the button %q is disabled", says)
	}
	test.Tap(b)
	d.settle()
}

// reads reports whether a text is on the page.
func (d *desk) reads(s string) bool {
	_, ok := find(d, func(x *widgets.Text) bool { return x.Text() == s })
	return ok
}

func (d *desk) text(key string, args ...any) string { return text.In(text.Swedish).T(key, args...) }

// answer chooses an answer that is offered.
func (d *desk) answer(label string) {
	d.t.Helper()
	c, ok := find(d, func(c *widgets.ChoiceCard) bool { return c.AccessibilityLabel() == label })
	if !ok {
		d.t.Fatalf("no answer %q", label)
	}
	test.Tap(c)
	d.settle()
}

// toReview goes on to the review, with every suggestion accepted.
func (d *desk) toReview() {
	d.t.Helper()
	for range 8 {
		if _, ok := find(d, func(b *widgets.Button) bool { return b.Text() == d.text("importing.next") }); !ok {
			return
		}
		if b, ok := find(d, func(b *widgets.Button) bool { return b.Text() == d.text("importing.values.accept") }); ok {
			test.Tap(b)
			d.settle()
		}
		d.press(d.text("importing.next"))
	}
	d.t.Fatal("the review never came")
}
