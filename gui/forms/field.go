package forms

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

// Field is a label with what is filled in below it.
type Field struct {
	object fyne.CanvasObject
	focus  fyne.Focusable
	fault  func(sentence string)
	read   func()      // takes over what is written; nil where there is nothing to take
	write  func()      // shows the value that it is bound to; nil for a field of the caller's own
	unread func() bool // reports whether what is written cannot be read; nil for never
}

// Custom is a field of the caller's own. Focus is where its keyboard goes; it may be nil.
func (f *Form) Custom(label, hint string, content fyne.CanvasObject, focus fyne.Focusable) *Field {
	row := widgets.NewFormRow(label, hint, content)
	return f.add(&Field{object: row, focus: focus, fault: row.Fault})
}

func (f *Form) add(field *Field) *Field {
	f.fields = append(f.fields, field)
	return field
}

// Trouble is a line that says what is wrong with the form as a whole. The keyboard goes to focus then; nil leaves it.
func (f *Form) Trouble(focus *Field) *Field {
	words := widgets.NewWrapped("", widgets.Small, widgets.Bad)
	words.Hide()
	field := &Field{object: words, fault: func(sentence string) {
		words.Hidden = sentence == ""
		words.SetText(sentence)
	}}
	if focus != nil {
		field.focus = focus.focus
	}
	return f.add(field)
}

// Line is a field of one line for a text.
func (f *Form) Line(label, hint string, to *string) *Field {
	return f.entry(label, hint, to, widgets.NewEntry(*to))
}

// Cell is a field of one line without a label, for a form that is a table.
func (f *Form) Cell(to *string) fyne.CanvasObject {
	e := widgets.NewEntry(*to)
	f.add(&Field{object: e, focus: e, fault: func(string) {}, read: func() { *to = e.Text }})
	return e
}

// Long is a field of several lines. Enter begins a new line, Ctrl+Enter saves.
func (f *Form) Long(label, hint string, lines int, to *string) *Field {
	e := widgets.NewLongEntry(*to, lines)
	e.OnNext = f.save
	return f.entry(label, hint, to, e)
}

func (f *Form) entry(label, hint string, to *string, e *widgets.Entry) *Field {
	field := f.Custom(label, hint, e, e)
	field.read = func() { *to = e.Text }
	field.write = func() { e.SetValue(*to) }
	return field
}

// Day is a field for an ISO date. Required makes an empty one a fault.
func (f *Form) Day(label string, to *string, required bool) *Field {
	e := widgets.NewDateEntry(f.stage.Text, parsed(*to), required, f.stage.Register.Today)
	field := f.Custom(label, "", e, e)
	e.OnFault = func(sentence string) { f.Fault(field, sentence) }
	field.read = func() { *to = text.Date(e.Date()) }
	field.write = func() { e.SetDate(parsed(*to)) }
	field.unread = func() bool { return e.Text != "" && e.Text != text.Date(e.Date()) }
	return field
}

func parsed(iso string) time.Time {
	day, err := text.ParseDate(iso)
	if err != nil {
		return time.Time{}
	}
	return day
}

// Choice is a field for one of some values.
type Choice[T comparable] struct {
	Values func() []T
	Words  func(T) string
	// Changed is called when another value has been chosen; nil for nothing to do.
	Changed func()
	// Wide makes the box as wide as the field instead of as wide as its words.
	Wide bool
}

// ChoiceOf is a field for one of some values, in a menu.
func ChoiceOf[T comparable](f *Form, label string, to *T, c Choice[T]) *Field {
	chip := Menu(to, c)
	content := fyne.CanvasObject(chip)
	if !c.Wide {
		content = widgets.Row(0, chip, layout.NewSpacer())
	}
	field := f.Custom(label, "", content, chip)
	field.write = func() { chip.Set(c.Words(*to), false) }
	return field
}

// Menu is the box of a choice without a label.
func Menu[T comparable](to *T, c Choice[T]) *widgets.Chip {
	var chip *widgets.Chip
	chip = widgets.NewChoice(c.Words(*to), func() []*fyne.MenuItem {
		var items []*fyne.MenuItem
		for _, v := range c.Values() {
			item := fyne.NewMenuItem(c.Words(v), func() {
				*to = v
				chip.Set(c.Words(v), false)
				if c.Changed != nil {
					c.Changed()
				}
			})
			item.Checked = v == *to
			items = append(items, item)
		}
		return items
	})
	return chip
}

// Among offers values that are always the same.
func Among[T any](values ...T) func() []T { return func() []T { return values } }

// Show shows or hides the field.
func (field *Field) Show(on bool) {
	if on {
		field.object.Show()
	} else {
		field.object.Hide()
	}
}

// Write shows the value again that the field is bound to: it was changed elsewhere.
func (field *Field) Write() { field.write() }

// Missing says so at each field whose text is empty, and moves the keyboard to the
// first; it reports whether there was one. Needs are in the order of the form.
func (f *Form) Missing(needs ...Need) bool {
	missing := false
	for _, n := range needs {
		if strings.TrimSpace(n.Text) != "" {
			continue
		}
		f.Fault(n.At, n.Say)
		if !missing {
			f.Focus(n.At)
		}
		missing = true
	}
	return missing
}

// Need is a text that a form cannot do without, and what is said where it is missing.
type Need struct {
	At        *Field
	Text, Say string
}
