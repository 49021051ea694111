package trial

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"infoklass/domain/ledger"
	"infoklass/gui/widgets"
)

// All lists what can be seen of a type beneath an object, in drawing order.
func All[T any](root fyne.CanvasObject) []T {
	if root == nil || !root.Visible() {
		return nil
	}
	var out []T
	if o, ok := root.(T); ok {
		out = append(out, o)
	}
	for _, child := range beneath(root) {
		out = append(out, All[T](child)...)
	}
	return out
}

func beneath(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// The returns the first visible object of a type, and fails the test if there is none.
func The[T any](d *Desk) T {
	d.t.Helper()
	all := All[T](d.Root())
	if len(all) == 0 {
		var none T
		d.t.Fatalf("there is no %T; the page says %q", none, d.Says())
	}
	return all[0]
}

// Root is what the keyboard and the mouse can reach: the dialog or menu on top, or the page.
func (d *Desk) Root() fyne.CanvasObject {
	if top := d.Window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return d.Window.Canvas().Content()
}

// Asking reports whether a dialog or a menu is open.
func (d *Desk) Asking() bool { return d.Window.Canvas().Overlays().Top() != nil }

// Says lists every text that can be seen and reached, with plain spaces.
func (d *Desk) Says() []string {
	var out []string
	for _, w := range All[interface{ Text() string }](d.Root()) {
		out = append(out, plain(w.Text()))
	}
	return out
}

// plain replaces the spaces that do not break lines.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// Shows reports whether one of the texts that can be seen holds some words.
func (d *Desk) Shows(words string) bool {
	return slices.ContainsFunc(d.Says(), func(said string) bool { return strings.Contains(said, plain(words)) })
}

// pressed is what has a name and can be pressed.
type pressed interface {
	fyne.Accessible
	fyne.Tappable
}

// Names lists the names of what can be pressed and is not disabled.
func (d *Desk) Names() []string {
	var out []string
	for _, o := range All[pressed](d.Root()) {
		if enabled(o) {
			out = append(out, o.AccessibilityLabel())
		}
	}
	return out
}

func enabled(o any) bool {
	able, ok := o.(fyne.Disableable)
	return !ok || !able.Disabled()
}

// Offers reports whether something with that name can be pressed.
func (d *Desk) Offers(name string) bool { return slices.Contains(d.Names(), name) }

// Press presses what has that name, and fails the test if it cannot be pressed.
func (d *Desk) Press(name string) {
	d.t.Helper()
	for _, o := range All[pressed](d.Root()) {
		if enabled(o) && o.AccessibilityLabel() == name {
			o.Tapped(&fyne.PointEvent{})
			d.Settle()
			return
		}
	}
	d.t.Fatalf("nothing called %q can be pressed; the page offers %q and says %q", name, d.Names(), d.Says())
}

// Choose chooses an item of the menu that is open.
func (d *Desk) Choose(item string) {
	d.t.Helper()
	items := All[fyne.Tappable](d.Root())
	for _, o := range slices.Backward(items) { // the menu around an item says the same
		if slices.ContainsFunc(All[*canvas.Text](o.(fyne.CanvasObject)), func(w *canvas.Text) bool { return plain(w.Text) == plain(item) }) {
			o.Tapped(&fyne.PointEvent{})
			d.Settle()
			return
		}
	}
	d.t.Fatalf("no item of a menu says %q", item)
}

// Key presses keys in the focused object, or on the window if nothing has the focus.
func (d *Desk) Key(names ...fyne.KeyName) {
	for _, name := range names {
		e := &fyne.KeyEvent{Name: name}
		if f := d.Window.Canvas().Focused(); f != nil {
			f.TypedKey(e)
		} else if typed := d.Window.Canvas().OnTypedKey(); typed != nil {
			typed(e)
		}
		d.Settle()
	}
}

// Next is the Tab key.
func (d *Desk) Next() { d.Window.Canvas().FocusNext() }

// Write types characters into the focused object, or on the window if nothing has the focus.
func (d *Desk) Write(words string) {
	for _, r := range words {
		if f := d.Window.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		} else if typed := d.Window.Canvas().OnTypedRune(); typed != nil {
			typed(r)
		}
	}
	d.Settle()
}

// Rewrite replaces the text of the focused field.
func (d *Desk) Rewrite(words string) {
	d.t.Helper()
	d.field().SetText(words)
	d.Settle()
}

// Fill replaces the text of the field that says was, and leaves the field.
func (d *Desk) Fill(was, words string) {
	d.t.Helper()
	var said []string
	for _, o := range All[fyne.Focusable](d.Root()) {
		field, ok := entry(o)
		if !ok {
			continue
		}
		if field.Text == was {
			d.fill(o, words)
			return
		}
		said = append(said, field.Text)
	}
	d.t.Fatalf("no field says %q; they say %q", was, said)
}

func (d *Desk) fill(field fyne.Focusable, words string) {
	d.t.Helper()
	before := d.revision()
	d.Window.Canvas().Focus(field)
	d.Rewrite(words)
	d.Window.Canvas().Unfocus()
	if d.revision() != before {
		d.refresh() // on a display the keyboard has left the field when a commit comes back
	}
	d.Settle()
}

func (d *Desk) revision() ledger.Revision {
	if d.Stage.Register == nil {
		return 0
	}
	return d.Stage.Register.Revision()
}

// Row is the form row with a label: its field, and the message below it.
func (d *Desk) Row(label string) *widgets.FormRow {
	d.t.Helper()
	var labels []string
	for _, row := range All[*widgets.FormRow](d.Root()) {
		said := All[*widgets.Text](row)
		if said[0].Text() == label {
			return row
		}
		labels = append(labels, said[0].Text())
	}
	d.t.Fatalf("no field is called %q; they are called %q", label, labels)
	return nil
}

// FillIn writes words into the field with a label, and leaves the field.
func (d *Desk) FillIn(label, words string) {
	d.t.Helper()
	for _, o := range All[fyne.Focusable](d.Row(label)) {
		if _, ok := entry(o); ok {
			d.fill(o, words)
			return
		}
	}
	d.t.Fatalf("nothing is written in %q", label)
}

// ReadOff is what the field with a label says.
func (d *Desk) ReadOff(label string) string {
	d.t.Helper()
	for _, o := range All[fyne.Focusable](d.Row(label)) {
		if field, ok := entry(o); ok {
			return field.Text
		}
	}
	d.t.Fatalf("nothing is written in %q", label)
	return ""
}

// Written is what the field with the keyboard says.
func (d *Desk) Written() string {
	d.t.Helper()
	return d.field().Text
}

// field is the field with the keyboard.
func (d *Desk) field() *widget.Entry {
	d.t.Helper()
	field, ok := entry(d.Window.Canvas().Focused())
	if !ok {
		d.t.Fatalf("the keyboard is in no field but %T", d.Window.Canvas().Focused())
	}
	return field
}

func entry(o fyne.Focusable) (*widget.Entry, bool) {
	switch e := o.(type) {
	case *widgets.Entry:
		return &e.Entry, true
	case *widgets.DateEntry:
		return &e.Entry.Entry, true
	case *widgets.NumberEntry:
		return &e.Entry.Entry, true
	case *widgets.SearchEntry:
		return &e.Entry.Entry, true
	}
	return nil, false
}
