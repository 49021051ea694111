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
	return container.New(&borderLayout{edge: layout.NewBorderLayout(top, bottom, left, right), top: top, bottom: bottom}, objects...)
}

// borderLayout is Fyne's, but what wraps at the upper and lower edge has the
// height that its new width asks for at once, not at the next layout.
type borderLayout struct {
	edge        fyne.Layout
	top, bottom fyne.CanvasObject
}

// MinSize is part of fyne.Layout.
func (b *borderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return b.edge.MinSize(objects) }

// Layout is part of fyne.Layout.
func (b *borderLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	before := b.edges()
	b.edge.Layout(objects, size)
	if b.edges() != before {
		b.edge.Layout(objects, size)
	}
}

// edges is how much of the height the upper and lower edge ask for.
func (b *borderLayout) edges() float32 {
	var height float32
	for _, o := range []fyne.CanvasObject{b.top, b.bottom} {
		if o != nil && o.Visible() {
			height += o.MinSize().Height
		}
	}
	return height
}
