package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field to write in. A value is committed by Enter or by leaving the
// field, once and only when it has changed: nothing waits for a Save button.
type Entry struct {
	widget.Entry
	// OnCommit is called with a value that has changed and been left.
	OnCommit func(string)
	// OnEscape is called by Esc, after the committed value was put back. Without it, Esc goes on to the window.
	OnEscape func()
	// OnNext is called by Enter in a field of one line, and by Ctrl+Enter in one
	// of several, when the value was committed: to go on to what comes next.
	OnNext func()
	// OnFocus is called when the keyboard comes here: a page that scrolls shows the field then.
	OnFocus func()

	committed string
	self      fyne.CanvasObject // the outermost widget, which lies on the canvas
}

// NewEntry is a field of one line.
func NewEntry(value string) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.init(e, value)
	return e
}

// NewLongEntry is a field of several lines, rows high. Tab leaves it.
func NewLongEntry(value string, rows int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	e.init(e, value)
	return e
}

func (e *Entry) init(self fyne.CanvasObject, value string) {
	e.self = self
	e.OnSubmitted = func(string) { e.next() }
	e.SetValue(value)
}

// next commits the value and goes on.
func (e *Entry) next() {
	e.commit()
	if e.OnNext != nil {
		e.OnNext()
		return
	}
	passKey(e.self, &fyne.KeyEvent{Name: fyne.KeyReturn}) // the default button of a dialog
}

// SetValue shows a value that is committed already.
func (e *Entry) SetValue(s string) {
	e.committed = s
	e.SetText(s)
}

func (e *Entry) commit() {
	if e.Text == e.committed {
		return
	}
	e.committed = e.Text
	if e.OnCommit != nil {
		e.OnCommit(e.Text)
	}
}

// FocusGained is part of fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	reveal(e.self)
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost is part of fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.commit()
}

// AcceptsTab is part of fyne.Tabbable: Tab leaves a field of several lines too.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey is part of fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.escape(k)
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		passKey(e.self, k)
	default:
		e.Entry.TypedKey(k)
	}
}

// escape puts the committed value back; with nothing to put back it goes on.
func (e *Entry) escape(k *fyne.KeyEvent) {
	changed := e.Text != e.committed
	if changed {
		e.SetText(e.committed)
	}
	switch {
	case e.OnEscape != nil:
		e.OnEscape()
	case !changed:
		passKey(e.self, k)
	}
}

// TypedShortcut is part of fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.OnNext != nil && isControlEnter(s) {
		e.next()
		return
	}
	if !movesCursor(s) {
		passShortcut(e.self, s)
		return
	}
	before := e.Text
	e.Entry.TypedShortcut(s)
	if _, undo := s.(*fyne.ShortcutUndo); undo && e.Text == before {
		passShortcut(e.self, s) // nothing was written here: the window undoes the last change
	}
}
