package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// openMenu shows a menu beneath an object. It takes arrows, Enter and Esc.
func openMenu(under fyne.CanvasObject, items []*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(under)
	if c == nil || len(items) == 0 {
		return
	}
	at := driver.AbsolutePositionForObject(under).AddXY(0, under.Size().Height)
	ShowMenu(c, at, items...)
}

// ShowMenu shows a menu at a place on a canvas, with the keyboard in it.
func ShowMenu(c fyne.Canvas, at fyne.Position, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}
