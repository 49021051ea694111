package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"infoklass/gui/theme"
)

// underlined is a drawing with a line beneath: a tab, or a step of a form.
type underlined struct {
	*drawing
	line   *canvas.Rectangle
	room   float32 // for the line, at 100 %
	colour func() color.Color
}

// lineHeight is how thick the line is, at 100 %.
const lineHeight = 3

func newUnderlined(d *drawing, room float32, colour func() color.Color) *underlined {
	r := &underlined{drawing: d, line: canvas.NewRectangle(color.Transparent), room: room, colour: colour}
	d.objects = append(d.objects, r.line)
	r.paint()
	return r
}

func (r *underlined) paint() {
	r.line.FillColor = r.colour()
	r.line.Refresh()
}

func (r *underlined) MinSize() fyne.Size {
	return r.drawing.MinSize().AddWidthHeight(0, theme.Scaled(r.room))
}

func (r *underlined) Layout(size fyne.Size) {
	thick := theme.Scaled(lineHeight)
	r.drawing.Layout(size.SubtractWidthHeight(0, thick))
	put(r.line, fyne.NewPos(0, size.Height-thick), fyne.NewSize(size.Width, thick))
}

func (r *underlined) Refresh() {
	r.paint()
	r.drawing.Refresh()
	r.Layout(r.widget.Size())
}
