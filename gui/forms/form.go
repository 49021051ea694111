// Package forms is the form that all features share: a dialog of fields, each
// bound to a value. What is wrong is said below the field it is about, and
// nothing that was written is lost.
package forms

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Form is a dialog being filled in.
type Form struct {
	// OnSave is called when Save is pressed, once every field has been read.
	OnSave func()

	stage  stage.Stage
	dialog *widgets.Dialog
	rows   *fyne.Container
	fields []*Field
}

// New begins a form without fields.
func New(s stage.Stage) *Form { return &Form{stage: s, rows: widgets.Column(10)} }

// Spaced sets the distance between the rows, at 100 %. It is called before there are any.
func (f *Form) Spaced(gap float32) *Form {
	f.rows = widgets.Column(gap)
	return f
}

// Row puts fields below those there are: one by itself, or several side by side; nil keeps a place free.
func (f *Form) Row(fields ...*Field) {
	if len(fields) == 1 {
		f.rows.Add(fields[0].object)
		return
	}
	objects := make([]fyne.CanvasObject, len(fields))
	for i, field := range fields {
		objects[i] = widgets.Column(0)
		if field != nil {
			objects[i] = field.object
		}
	}
	f.rows.Add(widgets.Columns(widgets.Apart, nil, objects...))
}

// Put adds something other than a field below what there is.
func (f *Form) Put(objects ...fyne.CanvasObject) {
	for _, o := range objects {
		f.rows.Add(o)
	}
}

// Dialog is what surrounds the fields. Width is at 100 %; More are further buttons
// between Cancel and Save.
type Dialog struct {
	Title, Cancel, Save string
	Width               float32
	More                []*widgets.Button
}

// Open shows the form with the keyboard at a field.
func (f *Form) Open(d Dialog, first *Field) {
	buttons := append([]*widgets.Button{widgets.NewButton(d.Cancel, f.Close)}, d.More...)
	f.dialog = widgets.NewDialog(f.stage.Window.Canvas(), d.Title, d.Width, f.rows, append(buttons, widgets.NewPrimary(d.Save, f.save))...)
	f.dialog.Show(first.focus)
}

// Close takes the form away.
func (f *Form) Close() { f.dialog.Close() }

// Refresh draws the fields again: some have come or gone.
func (f *Form) Refresh() { f.rows.Refresh() }

// Read takes over what is written in the fields.
func (f *Form) Read() {
	for _, field := range f.fields {
		if field.read != nil {
			field.read()
		}
	}
}

// Mend takes away what was said to be wrong.
func (f *Form) Mend() {
	for _, field := range f.fields {
		field.fault("")
	}
}

// save goes to the first field that cannot be read, which has said so itself.
func (f *Form) save() {
	for _, field := range f.fields {
		if field.unread != nil && field.unread() {
			f.Focus(field)
			return
		}
	}
	f.Read()
	f.Mend()
	f.OnSave()
}

// Focus moves the keyboard to a field.
func (f *Form) Focus(at *Field) {
	if at.focus != nil {
		f.stage.Window.Canvas().Focus(at.focus)
	}
}

// Refuse says what is wrong at a field, and moves the keyboard there.
func (f *Form) Refuse(at *Field, sentence string) {
	f.Fault(at, sentence)
	f.Focus(at)
}

// Fault says what is wrong at a field; the keyboard stays.
func (f *Form) Fault(at *Field, sentence string) {
	at.fault(sentence)
	f.rows.Refresh()
}

// Store stores what the form says, and closes it once that is done. A refusal is said at a field.
func Store[T any](f *Form, at *Field, change func(context.Context) (T, error), done func(T)) {
	stage.SaveOr(f.stage, change, func(stored T, err error) {
		if err != nil {
			f.Refuse(at, text.Explain(f.stage.Text, err))
			return
		}
		f.Close()
		done(stored)
	})
}

// Change is Store for a change that returns nothing.
func Change(f *Form, at *Field, change func(context.Context) error, done func()) {
	Store(f, at, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) }, func(struct{}) { done() })
}
