package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Bar shows a share of a whole as a filled part. The number is written next to it.
type Bar struct {
	widget.BaseWidget
	share  float32
	tone   Tone
	height float32
}

// NewBar returns a bar of a share from 0 to 1, with its height at 100 %.
func NewBar(share float32, tone Tone, height float32) *Bar {
	b := &Bar{tone: tone, height: height}
	b.ExtendBaseWidget(b)
	b.Set(share)
	return b
}

// Set changes the share.
func (b *Bar) Set(share float32) {
	b.share = max(0, min(1, share))
	b.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, track: canvas.NewRectangle(color.Transparent), fill: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type barRenderer struct {
	bar         *Bar
	track, fill *canvas.Rectangle
}

func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.track, r.fill} }

func (r *barRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Scaled(40), theme.Scaled(r.bar.height))
}

func (r *barRenderer) Layout(size fyne.Size) {
	height := theme.Scaled(r.bar.height)
	y := max(0, (size.Height-height)/2)
	put(r.track, fyne.NewPos(0, y), fyne.NewSize(size.Width, height))
	put(r.fill, fyne.NewPos(0, y), fyne.NewSize(size.Width*r.bar.share, height))
}

func (r *barRenderer) paint() {
	r.track.FillColor = fynetheme.Color(theme.ColorTrack)
	r.fill.FillColor = r.bar.tone.colour()
	r.track.CornerRadius, r.fill.CornerRadius = theme.Scaled(2), theme.Scaled(2)
}

func (r *barRenderer) Refresh() {
	r.paint()
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}

// stackedBar shows how many of each rank there are. A part wide enough says its
// number, so the bar can be read without its colours.
type stackedBar struct {
	widget.BaseWidget
	counts []int            // of each rank, from 0 up
	write  func(int) string // turns a number into text
}

func newStackedBar(write func(int) string, counts []int) *stackedBar {
	s := &stackedBar{counts: counts, write: write}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *stackedBar) CreateRenderer() fyne.WidgetRenderer {
	r := &stackedRenderer{bar: s}
	for range s.counts {
		part, label := canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Transparent)
		r.parts, r.labels = append(r.parts, part), append(r.labels, label)
		r.objects = append(r.objects, part, label)
	}
	r.paint()
	return r
}

type stackedRenderer struct {
	bar     *stackedBar
	parts   []*canvas.Rectangle
	labels  []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *stackedRenderer) Destroy()                     {}
func (r *stackedRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *stackedRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Scaled(80), theme.Scaled(18))
}

func (r *stackedRenderer) paint() {
	for i, part := range r.parts {
		part.FillColor = fynetheme.Color(theme.LevelBar(i))
		part.Refresh()
	}
	r.Layout(r.bar.Size())
}

func (r *stackedRenderer) Layout(size fyne.Size) {
	sum := 0
	for _, n := range r.bar.counts {
		sum += n
	}
	f := face{theme.Scaled(11.5), fyne.TextStyle{Bold: true}}
	x, gap := float32(0), theme.Scaled(1.5)
	for i, part := range r.parts {
		wide := float32(0)
		if sum > 0 {
			wide = size.Width * float32(r.bar.counts[i]) / float32(sum)
		}
		part.Hidden = wide <= gap
		put(part, fyne.NewPos(x, 0), fyne.NewSize(max(0, wide-gap), size.Height))
		r.say(i, f, x, wide-gap, size.Height)
		x += wide
	}
}

// say writes the number into its part, or nothing where it does not fit.
func (r *stackedRenderer) say(i int, f face, x, wide, height float32) {
	label := r.labels[i]
	label.Hidden = true
	if r.bar.counts[i] == 0 {
		return
	}
	label.Text = r.bar.write(r.bar.counts[i])
	if f.width(label.Text)+theme.Scaled(6) > wide {
		return
	}
	label.Hidden = false
	label.TextSize, label.TextStyle, label.Alignment = f.size, f.style, fyne.TextAlignCenter
	label.Color = onBar(fynetheme.Color(theme.LevelBar(i)))
	put(label, fyne.NewPos(x, (height-f.height())/2), fyne.NewSize(wide, f.height()))
	label.Refresh()
}

// onBar picks black or white, whichever reads better on a colour.
func onBar(c color.Color) color.Color {
	r, g, b, _ := c.RGBA()
	if 299*r+587*g+114*b > 1000*0x6fff {
		return color.Black
	}
	return color.White
}

func (r *stackedRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.bar)
}

// NewStackedRow is a line of a chart: words, and the number of each rank.
func NewStackedRow(label string, write func(int) string, counts ...int) fyne.CanvasObject {
	words, bar := NewElided(label, Body, Plain), newStackedBar(write, counts)
	return Sized(chartWidth, 0, container.New(&shares{gap: Near, weights: []float32{2, 3}, rigid: true}, words, bar))
}

// chartWidth is how wide a line of a chart is at least, at 100 %: its words have 112 of it.
const chartWidth = 112 * (2 + 3) / 2

// NewLegend explains the colours of stacked bars: a square and words for each rank.
func NewLegend(names ...string) fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		parts[i] = Row(Tight, newSwatch(i), NewText(name, Caption, Muted))
	}
	return Flow(Near, parts...)
}

type swatch struct {
	widget.BaseWidget
	rank int
}

func newSwatch(rank int) *swatch {
	s := &swatch{rank: rank}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	nothing := Sized(11, 11, canvas.NewRectangle(color.Transparent))
	return newDrawing(s, nothing, 0, 0, func() dress { return dress{fill: theme.LevelBar(s.rank), radius: theme.Scaled(2)} })
}
