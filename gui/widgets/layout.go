package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/gui/theme"
)

// Gaps at 100 %.
const (
	Tight  float32 = 4
	Near   float32 = 8
	Apart  float32 = 14
	Margin float32 = 24
)

// put moves an object to a place and gives it a size.
func put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

// Column stacks objects from the top, each at its own height, gap (at 100 %) between them.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{gap: gap, vertical: true}, objects...)
}

// Row puts objects side by side, each at its own width and centred in height.
// A layout.NewSpacer among them takes what is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{gap: gap}, objects...)
}

type stack struct {
	gap      float32
	vertical bool
}

func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	along, across, n := float32(0), float32(0), 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		a, c := s.split(o.MinSize())
		along, across = along+a, max(across, c)
	}
	return s.join(along+float32(max(0, n-1))*theme.Scaled(s.gap), across)
}

func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	need, _ := s.split(s.MinSize(objects))
	along, across := s.split(size)
	spacers := 0
	for _, o := range objects {
		if s.isSpacer(o) {
			spacers++
		}
	}
	at := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		length, breadth := s.split(o.MinSize())
		if s.isSpacer(o) {
			length += max(0, along-need) / float32(spacers)
		}
		if s.vertical {
			put(o, fyne.NewPos(0, at), fyne.NewSize(across, length))
		} else {
			put(o, fyne.NewPos(at, (across-breadth)/2), fyne.NewSize(length, breadth))
		}
		at += length + theme.Scaled(s.gap)
	}
}

func (s *stack) isSpacer(o fyne.CanvasObject) bool {
	spacer, ok := o.(layout.SpacerObject)
	return ok && o.Visible() && (s.vertical && spacer.ExpandVertical() || !s.vertical && spacer.ExpandHorizontal())
}

func (s *stack) split(z fyne.Size) (along, across float32) {
	if s.vertical {
		return z.Height, z.Width
	}
	return z.Width, z.Height
}

func (s *stack) join(along, across float32) fyne.Size {
	if s.vertical {
		return fyne.NewSize(across, along)
	}
	return fyne.NewSize(along, across)
}

// Columns divides the width by weights, one for each object (1 where they run
// out); all get the full height. Where the width is too small for them side by
// side, they go on below, as evenly as can be: four become two and two. Inside
// Scrolled it makes a page with a side column fit any window.
func Columns(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&shares{gap: gap, weights: weights}, objects...)
}

// shares knows its height only after it has been given a width, like a wrapped text.
type shares struct {
	gap     float32
	weights []float32
	width   float32
	rigid   bool // never goes on below
}

func (s *shares) weight(i int) float32 {
	if i < len(s.weights) {
		return s.weights[i]
	}
	return 1
}

// share is an object with its weight.
type share struct {
	object fyne.CanvasObject
	weight float32
}

// lines returns the objects that are side by side in a width, line by line.
func (s *shares) lines(objects []fyne.CanvasObject, width float32) [][]share {
	var shown []share
	for i, o := range objects {
		if o.Visible() {
			shown = append(shown, share{o, s.weight(i)})
		}
	}
	for rows := 1; rows <= len(shown); rows++ {
		lines := slices.Collect(slices.Chunk(shown, (len(shown)+rows-1)/rows))
		if s.rigid || width == 0 || rows == len(shown) || s.fit(lines, width) {
			return lines
		}
	}
	return nil
}

func (s *shares) fit(lines [][]share, width float32) bool {
	for _, line := range lines {
		if s.lineSize(line).Width > width+1 {
			return false
		}
	}
	return true
}

func (s *shares) lineSize(line []share) fyne.Size {
	size := fyne.NewSize(float32(len(line)-1)*theme.Scaled(s.gap), 0)
	for _, one := range line {
		m := one.object.MinSize()
		size.Width, size.Height = size.Width+m.Width, max(size.Height, m.Height)
	}
	return size
}

func (s *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	lines := s.lines(objects, s.width)
	for _, line := range lines {
		size.Height += s.lineSize(line).Height
		if s.rigid {
			size.Width = s.lineSize(line).Width
		}
		for _, one := range line {
			size.Width = max(size.Width, one.object.MinSize().Width)
		}
	}
	size.Height += float32(max(0, len(lines)-1)) * theme.Scaled(s.gap)
	return size
}

func (s *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	lines := s.lines(objects, size.Width)
	if len(lines) == 0 {
		return
	}
	gap := theme.Scaled(s.gap)
	spare := max(0, size.Height-s.MinSize(objects).Height) / float32(len(lines))
	y := float32(0)
	for _, line := range lines {
		height := s.lineSize(line).Height + spare
		if len(lines) == 1 {
			height = size.Height
		}
		widths := divide(size.Width-gap*float32(len(line)-1), line)
		x := float32(0)
		for i, one := range line {
			put(one.object, fyne.NewPos(x, y), fyne.NewSize(widths[i], height))
			x += widths[i] + gap
		}
		y += height + gap
	}
}

// divide gives each object its weighted share of room, but never less than it
// needs: those that need more take it from the others.
func divide(room float32, line []share) []float32 {
	widths := make([]float32, len(line))
	fixed := make([]bool, len(line))
	for {
		left, sum := room, float32(0)
		for i, one := range line {
			if fixed[i] {
				left -= widths[i]
			} else {
				sum += one.weight
			}
		}
		settled := true
		for i, one := range line {
			if fixed[i] {
				continue
			}
			widths[i] = left * one.weight / sum
			if need := one.object.MinSize().Width; widths[i] < need {
				widths[i], fixed[i], settled = need, true, false
				break
			}
		}
		if settled {
			return widths
		}
	}
}

// Flow puts objects side by side and goes on below when the width is used up.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

// flow knows its height only after it has been given a width, like a wrapped text.
type flow struct {
	gap   float32
	width float32
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	room := f.width
	if room == 0 {
		room = 1e6
	}
	return fyne.NewSize(width, f.place(objects, room, false))
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, size.Width, true)
}

// place returns the height used.
func (f *flow) place(objects []fyne.CanvasObject, room float32, move bool) float32 {
	gap := theme.Scaled(f.gap)
	y := float32(0)
	for i, line := range f.lines(objects, room) {
		if i > 0 {
			y += gap
		}
		tallest := float32(0)
		for _, o := range line {
			tallest = max(tallest, o.MinSize().Height)
		}
		x := float32(0)
		for _, o := range line {
			m := o.MinSize()
			if move {
				put(o, fyne.NewPos(x, y+(tallest-m.Height)/2), m)
			}
			x += m.Width + gap
		}
		y += tallest
	}
	return y
}

// lines returns the objects that are side by side, line by line.
func (f *flow) lines(objects []fyne.CanvasObject, room float32) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if len(lines) == 0 || x+width > room {
			lines, x = append(lines, nil), 0
		}
		last := len(lines) - 1
		lines[last] = append(lines[last], o)
		x += width + theme.Scaled(f.gap)
	}
	return lines
}

// Inset keeps content away from its edges, by lengths at 100 %.
func Inset(vertical, horizontal float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{vertical, horizontal}, content)
}

type inset struct{ vertical, horizontal float32 }

func (i *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*theme.Scaled(i.horizontal), 2*theme.Scaled(i.vertical))
}

func (i *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h, v := theme.Scaled(i.horizontal), theme.Scaled(i.vertical)
	for _, o := range objects {
		put(o, fyne.NewPos(h, v), fyne.NewSize(max(0, size.Width-2*h), max(0, size.Height-2*v)))
	}
}

// Sized gives content a least size, at 100 %; 0 leaves that side alone.
func Sized(width, height float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(&sized{width, height}, content)
}

type sized struct{ width, height float32 }

func (s *sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(theme.Scaled(s.width), theme.Scaled(s.height))
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

func (s *sized) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, fyne.Position{}, size)
	}
}
