package assets

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/present"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// factLines are labels at the left and values at the right; where that leaves
// the values too little room, every value goes below its label.
func factLines(facts []present.Fact) *fyne.Container {
	l := &factLayout{}
	var objects []fyne.CanvasObject
	for _, f := range facts {
		l.label = max(l.label, widgets.NewText(f.Label, widgets.Small, widgets.Muted).MinSize().Width+rounding)
		objects = append(objects, widgets.NewWrapped(f.Label, widgets.Small, widgets.Muted), widgets.NewWrapped(f.Value, widgets.Small, widgets.Plain))
	}
	l.label = min(l.label, theme.Scaled(longestLabel))
	return &fyne.Container{Layout: l, Objects: objects}
}

// The measures of facts at 100 %.
const (
	longestLabel = 190
	leastValue   = 110
	factGap      = 6
	// rounding is what a text may need in pixels beyond its measure to stay on one line.
	rounding = 3
)

// factLayout places pairs of a label and a value.
type factLayout struct {
	label float32 // width of the widest label, in pixels
	width float32
}

func (l *factLayout) beside(width float32) bool {
	return width == 0 || width-l.label-theme.Scaled(widgets.Apart) >= theme.Scaled(leastValue)
}

func (l *factLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, l.place(objects, l.width, false))
}

func (l *factLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}

// place returns the height used. Texts know their height only when they have their width.
func (l *factLayout) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	y, gap := float32(0), theme.Scaled(factGap)
	beside := l.beside(width)
	for i := 0; i+1 < len(objects); i += 2 {
		label, value := objects[i], objects[i+1]
		at, labelWidth, valueWidth := fyne.NewPos(0, 0), width, width
		if beside {
			at.X = l.label + theme.Scaled(widgets.Apart)
			labelWidth, valueWidth = l.label, width-at.X
		}
		if move {
			label.Resize(fyne.NewSize(labelWidth, label.MinSize().Height))
			value.Resize(fyne.NewSize(valueWidth, value.MinSize().Height))
		}
		height := value.MinSize().Height
		if beside {
			height = max(height, label.MinSize().Height)
		} else {
			at.Y = label.MinSize().Height
			height += at.Y
		}
		if move {
			label.Move(fyne.NewPos(0, y))
			value.Move(fyne.NewPos(at.X, y+at.Y))
		}
		y += height + gap
	}
	return max(0, y-gap)
}
