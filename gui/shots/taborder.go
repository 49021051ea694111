package shots

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Disorder is a step of the Tab key that goes back against the eye.
const Disorder Kind = "tab order"

// TabOrder returns the steps of the Tab key that go up, or to the left, instead
// of right or down. It looks at an object that has been laid out.
func TabOrder(root fyne.CanvasObject) []Problem {
	var stops []stop
	collectStops(root, fyne.Position{}, &stops)
	var problems []Problem
	for i := 1; i < len(stops); i++ {
		from, to := stops[i-1], stops[i]
		above := to.area.bottom <= from.area.top+tolerance
		if above && to.area.left < from.area.right-tolerance {
			problems = append(problems, Problem{
				Kind: Disorder, Text: from.what + " | " + to.what,
				Detail: fmt.Sprintf("from %v to %v", from.area, to.area),
			})
		}
	}
	return problems
}

// stop is something the Tab key stops at.
type stop struct {
	what string
	area area
}

func collectStops(o fyne.CanvasObject, at fyne.Position, stops *[]stop) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if _, ok := o.(fyne.Focusable); ok && enabled(o) {
		*stops = append(*stops, stop{name(o) + " " + texts(o), bounds(at, o.Size())})
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			collectStops(child, at, stops)
		}
	case *container.Scroll:
		collectStops(o.Content, at, stops)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			collectStops(child, at, stops)
		}
	}
}

func enabled(o fyne.CanvasObject) bool {
	d, ok := o.(fyne.Disableable)
	return !ok || !d.Disabled()
}
