package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Border puts objects at the edges and gives the middle what is left; any may be
// nil. Unlike container.NewBorder, Tab goes through them as the eye does: top,
// left, middle, right, bottom. Fyne's begins with the middle.
func Border(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	var objects []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(layout.NewBorderLayout(top, bottom, left, right), objects...)
}
