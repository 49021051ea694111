package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/theme"
)

// Panes puts an object at the right of the main one, with its width at 100 %,
// both as high as there is room; where the main one would become narrower than
// least, beneath it. Both scroll by themselves; put all into Scrolled, so that
// neither becomes too low to be of use.
func Panes(side, least float32, main, right fyne.CanvasObject) *fyne.Container {
	return container.New(&panes{side: side, least: least}, main, right)
}

type panes struct {
	side, least float32
	width       float32 // as given last; whether they are side by side follows from it
}

// The lowest that each of two panes becomes, at 100 %.
const lowest = 230

func (p *panes) stacked() bool {
	return p.width > 0 && p.width < theme.Scaled(p.least+Apart+p.side)
}

func (p *panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, right := objects[0].MinSize(), objects[1].MinSize()
	height := max(main.Height, right.Height, theme.Scaled(lowest))
	if p.stacked() {
		height = 2*height + theme.Scaled(Apart)
	}
	return fyne.NewSize(max(main.Width, right.Width), height)
}

func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	gap, side := theme.Scaled(Apart), theme.Scaled(p.side)
	first, second := fyne.NewSize(size.Width-side-gap, size.Height), fyne.NewSize(side, size.Height)
	at := fyne.NewPos(size.Width-side, 0)
	if p.stacked() {
		half := max(0, (size.Height-gap)/2)
		first, second, at = fyne.NewSize(size.Width, half), fyne.NewSize(size.Width, half), fyne.NewPos(0, half+gap)
	}
	put(objects[0], fyne.Position{}, first)
	put(objects[1], at, second)
}
