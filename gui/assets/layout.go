package assets

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// besideLayout gives the first object at least some width, at 100 %, and
// puts the others beside it, going on below where the line is full. Objects of
// one line are centred in height.
type besideLayout struct {
	first float32
	width float32
}

func (b *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := theme.Scaled(b.first)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	room := b.width
	if room == 0 {
		room = 1e6
	}
	return fyne.NewSize(width, b.place(objects, room, false))
}

func (b *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	b.place(objects, size.Width, true)
}

// line is a row of objects that are laid out side by side.
type line struct {
	objects []fyne.CanvasObject
	sizes   []fyne.Size
	height  float32
	width   float32
}

// place returns the height used.
func (b *besideLayout) place(objects []fyne.CanvasObject, room float32, move bool) float32 {
	gap := theme.Scaled(widgets.Near)
	lines := b.lines(objects, room, gap)
	y := float32(0)
	for i, l := range lines {
		if i > 0 {
			y += gap
		}
		if i == 0 && len(l.sizes) > 0 { // the first object takes what its line leaves
			l.sizes[0].Width += min(max(0, room-l.width), theme.Scaled(b.first)/2)
		}
		if move {
			l.move(y, gap)
		}
		y += l.height
	}
	return y
}

func (b *besideLayout) lines(objects []fyne.CanvasObject, room, gap float32) []line {
	lines := []line{{}}
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if i == 0 {
			size.Width = min(room, max(size.Width, theme.Scaled(b.first)))
		}
		at := &lines[len(lines)-1]
		if len(at.objects) > 0 && at.width+gap+size.Width > room {
			lines = append(lines, line{})
			at = &lines[len(lines)-1]
		}
		if len(at.objects) > 0 {
			at.width += gap
		}
		at.objects, at.sizes = append(at.objects, o), append(at.sizes, size)
		at.width, at.height = at.width+size.Width, max(at.height, size.Height)
	}
	return lines
}

func (l line) move(y, gap float32) {
	x := float32(0)
	for i, o := range l.objects {
		o.Move(fyne.NewPos(x, y+(l.height-l.sizes[i].Height)/2))
		o.Resize(l.sizes[i])
		x += l.sizes[i].Width + gap
	}
}
