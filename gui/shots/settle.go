package shots

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// rounds is how often a tree is laid out at most: a wrapped text learns its
// height only from its width, and its parents after that.
const rounds = 6

// Settle lays out a tree until nothing changes any more. A window on a display
// does so by itself, frame by frame; the one in memory does not.
func Settle(root fyne.CanvasObject) {
	before := float32(-1)
	for range rounds {
		arrange(root)
		now := weigh(root)
		if now == before {
			return
		}
		before = now
	}
}

func arrange(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, child := range o.Objects {
			arrange(child)
		}
	case fyne.Widget:
		r := test.WidgetRenderer(o)
		r.Layout(o.Size())
		for _, child := range r.Objects() {
			arrange(child)
		}
	}
}

// weigh sums up places and sizes: equal sums mean that nothing moved.
func weigh(o fyne.CanvasObject) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	size := o.MinSize()
	sum := size.Width + 3*size.Height + 5*o.Size().Width + 7*o.Size().Height + 11*o.Position().X + 13*o.Position().Y
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			sum += weigh(child)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			sum += weigh(child)
		}
	}
	return sum
}
