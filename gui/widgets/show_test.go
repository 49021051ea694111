package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"infoklass/gui/theme"
)

// begin starts an app in memory with our theme: before any widget is made.
func begin(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
}

// show puts an object into a window in memory and returns its canvas.
func show(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w.Canvas()
}

// find returns the objects of a type beneath an object, in drawing order.
func find[T any](o fyne.CanvasObject) []T {
	var found []T
	if o == nil || !o.Visible() {
		return nil
	}
	if t, ok := o.(T); ok {
		found = append(found, t)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, find[T](child)...)
		}
	case *container.Scroll:
		found = append(found, find[T](o.Content)...)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, find[T](child)...)
		}
	}
	return found
}

// press sends keys to whatever has the focus.
func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		e := &fyne.KeyEvent{Name: k}
		if f := c.Focused(); f != nil {
			f.TypedKey(e)
		} else if c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

func write(c fyne.Canvas, s string) {
	for _, r := range s {
		c.Focused().TypedRune(r)
	}
}
