package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Fyne gives a key only to the object that has the focus. What that object has
// no use for goes on to the window, so that F1, Esc or Ctrl+N work anywhere.

func passKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}

// passRune hands on a character, unless a dialog or menu lies on top: what is
// typed there does not concern the page beneath.
func passRune(from fyne.CanvasObject, r rune) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if f := c.OnTypedRune(); f != nil {
		f(r)
	}
}

func passShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if able, ok := c.(fyne.Shortcutable); ok {
		able.TypedShortcut(s)
	}
}

// focusOn moves the keyboard to an object. Fyne knows the canvas of an object
// only once it has drawn it; one that has just been put into the window is
// looked for there.
func focusOn(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(object); c != nil {
		c.Focus(o)
		return
	}
	for _, w := range driver.AllWindows() {
		if w.Canvas().Focus(o); w.Canvas().Focused() == o {
			return
		}
	}
}

// movesCursor reports whether an entry keeps a shortcut for itself.
func movesCursor(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return true // copy, paste, undo and the like
	}
	switch custom.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// isControlEnter reports whether a shortcut is Ctrl+Enter, on either of the two keys.
func isControlEnter(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	return ok && custom.Modifier == fyne.KeyModifierShortcutDefault &&
		(custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter)
}

// shiftable knows whether Shift is held down.
type shiftable struct{ shift bool }

// KeyDown is part of desktop.Keyable.
func (s *shiftable) KeyDown(e *fyne.KeyEvent) { s.note(e, true) }

// KeyUp is part of desktop.Keyable.
func (s *shiftable) KeyUp(e *fyne.KeyEvent) { s.note(e, false) }

func (s *shiftable) note(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		s.shift = down
	}
}
