package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/theme"
)

// Beside puts an object at the right of the main one, with its width at 100 %,
// or beneath it where the main one would become narrower than least.
func Beside(side, least float32, main, right fyne.CanvasObject) *fyne.Container {
	return container.New(&besideLayout{side: side, least: least}, main, right)
}

type besideLayout struct {
	side, least float32
	width       float32 // as given last; heights follow from it
}

func (b *besideLayout) stacked() bool {
	return b.width > 0 && b.width < theme.Scaled(b.least+Apart+b.side)
}

func (b *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, right := objects[0].MinSize(), objects[1].MinSize()
	width := max(main.Width, right.Width)
	if b.stacked() {
		return fyne.NewSize(width, main.Height+theme.Scaled(Apart)+right.Height)
	}
	return fyne.NewSize(width, max(main.Height, right.Height))
}

func (b *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	gap := theme.Scaled(Apart)
	main, right := objects[0], objects[1]
	main.Move(fyne.Position{})
	if b.stacked() {
		main.Resize(fyne.NewSize(size.Width, main.MinSize().Height))
		put(right, fyne.NewPos(0, main.MinSize().Height+gap), fyne.NewSize(size.Width, right.MinSize().Height))
		return
	}
	side := theme.Scaled(b.side)
	main.Resize(fyne.NewSize(size.Width-side-gap, main.MinSize().Height))
	put(right, fyne.NewPos(size.Width-side, 0), fyne.NewSize(side, right.MinSize().Height))
}

// Tiles puts equal objects side by side, in as many rows as it takes for each
// to be least wide (at 100 %).
func Tiles(least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tilesLayout{least: least}, objects...)
}

type tilesLayout struct{ least, width float32 }

func (t *tilesLayout) columns(n int) int {
	if t.width <= 0 {
		return n
	}
	fit := int((t.width + theme.Scaled(Near)) / theme.Scaled(t.least+Near))
	rows := (n + max(1, min(fit, n)) - 1) / max(1, min(fit, n))
	return (n + rows - 1) / rows // as even as can be: four in two rows are two and two
}

func (t *tilesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	size := fyne.Size{}
	heights := t.heights(objects)
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	for _, h := range heights {
		size.Height += h
	}
	size.Height += theme.Scaled(Near) * float32(len(heights)-1)
	return size
}

func (t *tilesLayout) heights(objects []fyne.CanvasObject) []float32 {
	columns := t.columns(len(objects))
	var out []float32
	for i, o := range objects {
		if i%columns == 0 {
			out = append(out, 0)
		}
		out[len(out)-1] = max(out[len(out)-1], o.MinSize().Height)
	}
	return out
}

func (t *tilesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	t.width = size.Width
	gap := theme.Scaled(Near)
	columns := t.columns(len(objects))
	width := (size.Width - gap*float32(columns-1)) / float32(columns)
	y := float32(0)
	for row, height := range t.heights(objects) {
		for i := row * columns; i < min((row+1)*columns, len(objects)); i++ {
			put(objects[i], fyne.NewPos(float32(i%columns)*(width+gap), y), fyne.NewSize(width, height))
		}
		y += height + gap
	}
}
