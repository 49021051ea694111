package trial

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
)

// Desk is a window in memory with a page in it, worked as a person works it: by
// the words that are shown, and by the keyboard. Jobs run at once.
type Desk struct {
	Stage    stage.Stage
	Window   fyne.Window
	Size     fyne.Size       // of the window when a page is put into it
	Receipts []stage.Receipt // the receipts the page has shown, in order

	t        testing.TB
	page     Page
	failures []error
}

// Page is a page of the window, or a part of one.
type Page interface {
	Object() fyne.CanvasObject
	Refresh()
}

// NewDesk opens a window in Swedish on a register, which may be nil. A failure
// that a page reports and that the test does not ask for (Failures) fails the test.
func NewDesk(t testing.TB, r *register.Register) *Desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	d := &Desk{t: t, Window: test.NewTempWindow(t, nil), Size: fyne.NewSize(1084, 720)}
	d.Stage = NewStage(r, text.Swedish, d.Window)
	d.Stage.Tell = func(r stage.Receipt) { d.Receipts = append(d.Receipts, r) }
	d.Stage.Fail = d.fail
	d.Window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.typed(0, e.Name) })
	d.Window.Canvas().SetOnTypedRune(func(r rune) { d.typed(r, "") })
	if r != nil {
		r.Watch(func(ledger.Revision) { d.refresh() })
	}
	t.Cleanup(func() {
		for _, err := range d.failures {
			t.Errorf("the page told of a failure: %v", err)
		}
	})
	return d
}

// NewStage is what a page is given: jobs that run at once, receipts and failures that go nowhere.
func NewStage(r *register.Register, lang text.Lang, w fyne.Window) stage.Stage {
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: w, Memory: stage.NewForgetful(),
		Tell: func(stage.Receipt) {}, Fail: func(error) {},
	}
}

func (d *Desk) fail(err error) {
	if err != nil {
		d.failures = append(d.failures, err)
	}
}

// Failures returns the failures that the page has reported since the last call.
func (d *Desk) Failures() []error {
	all := d.failures
	d.failures = nil
	return all
}

// Enter puts a page into the window as the shell does: it reads the register,
// gets the keyboard, and reads the register again after every commit.
func (d *Desk) Enter(p Page) {
	d.page = p
	d.Show(p.Object())
	p.Refresh()
	if e, ok := p.(interface{ Entered() }); ok {
		e.Entered()
	}
	d.Settle()
}

// Show puts an object into the window.
func (d *Desk) Show(o fyne.CanvasObject) {
	d.Window.SetContent(o)
	d.Window.Resize(d.Size)
	d.Settle()
}

// Settle lays out everything, as a window on a display does by itself.
func (d *Desk) Settle() {
	shots.Settle(d.Window.Canvas().Content())
	for _, o := range d.Window.Canvas().Overlays().List() {
		shots.Settle(o)
	}
}

func (d *Desk) refresh() {
	if d.page != nil {
		d.page.Refresh()
	}
}

// typed hands a key that no widget has taken to the page, as the shell does.
func (d *Desk) typed(r rune, key fyne.KeyName) {
	if key == fyne.KeyEscape {
		if c, ok := d.page.(stage.Closer); ok {
			c.Close()
		}
		return
	}
	if typist, ok := d.page.(stage.Typist); ok {
		typist.Type(r, key)
	}
}

// T is a text of the catalogue in the language of the window.
func (d *Desk) T(key string, args ...any) string { return d.Stage.Text.T(key, args...) }

// TabFollowsTheEye fails the test for each step of the Tab key that goes back against the eye.
func (d *Desk) TabFollowsTheEye() {
	d.t.Helper()
	for _, p := range shots.TabOrder(d.Root()) {
		d.t.Error(p)
	}
}

// Undo takes back the last change, which the last receipt must offer.
func (d *Desk) Undo() {
	d.t.Helper()
	if len(d.Receipts) == 0 || !d.Receipts[len(d.Receipts)-1].Undo {
		d.t.Errorf("no receipt offers an undo: %v", d.Receipts)
	}
	if _, err := d.Stage.Register.Undo(d.t.Context()); err != nil {
		d.t.Fatal(err)
	}
}
