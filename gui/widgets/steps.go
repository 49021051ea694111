package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// Steps is the header of a form in steps: which are done, which one is shown,
// which lie ahead. Steps that may be visited can be pressed.
type Steps struct {
	widget.BaseWidget
	// OnStep is called with the step that was pressed, counted from 0.
	OnStep func(step int)
	// OnAgain is called by Enter on the step that is shown already: to go on.
	OnAgain func()

	row     *fyne.Container
	steps   []*step
	current int
}

// NewSteps shows steps by their titles; the first is current.
func NewSteps(titles ...string) *Steps {
	s := &Steps{}
	objects := make([]fyne.CanvasObject, len(titles))
	for i, title := range titles {
		st := newStep(title, func() { s.pressed(i) })
		st.again = func() {
			if s.OnAgain != nil {
				s.OnAgain()
			}
		}
		s.steps = append(s.steps, st)
		objects[i] = st
	}
	s.row = container.New(fairly{}, objects...)
	s.ExtendBaseWidget(s)
	s.Set(0, nil)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.row) }

func (s *Steps) pressed(i int) {
	if s.OnStep != nil && i != s.current {
		s.OnStep(i)
	}
}

// Focus moves the keyboard to the step that is shown: Tab goes on into it.
func (s *Steps) Focus() { focusOn(s.steps[s.current]) }

// Set sets which step is shown and which are done. A step can be pressed when
// it is done, current, or the first after the done ones.
func (s *Steps) Set(current int, done []bool) {
	s.current = current
	open := true
	for i, st := range s.steps {
		st.done = i < len(done) && done[i]
		st.current = i == current
		st.open = st.done || st.current || open
		open = open && st.done
		st.update()
	}
}

// fairly gives all steps the same width while every title fits, otherwise as
// much as each title needs, and only then less.
type fairly struct{}

func (fairly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		size.Width, size.Height = size.Width+m.Width, max(size.Height, m.Height)
	}
	return size
}

func (fairly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widest, sum, n := float32(0), float32(0), float32(len(objects))
	for _, o := range objects {
		wanted := o.(*step).wanted()
		widest, sum = max(widest, wanted), sum+wanted
	}
	x := float32(0)
	for _, o := range objects {
		width := size.Width / n
		switch wanted := o.(*step).wanted(); {
		case widest*n <= size.Width:
		case sum <= size.Width:
			width = wanted + (size.Width-sum)/n
		default:
			width = wanted * size.Width / sum
		}
		put(o, fyne.NewPos(x, 0), fyne.NewSize(width, size.Height))
		x += width
	}
}

// stepMargin is left and right of a title, at 100 %.
const stepMargin = 4

type step struct {
	pressable
	title               string
	again               func()
	label               *Text
	mark                *Icon
	done, current, open bool
}

func newStep(title string, tapped func()) *step {
	s := &step{title: title, label: NewElided(title, Body, Muted), mark: newSmallIcon(mark.Tick, Good, 14)}
	s.name = title
	s.OnTapped = tapped
	s.extend(s)
	return s
}

// TypedKey is part of fyne.Focusable.
func (s *step) TypedKey(e *fyne.KeyEvent) {
	if s.current && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
		s.again()
		return
	}
	s.pressable.TypedKey(e)
}

func (s *step) update() {
	if s.open {
		s.Enable()
	} else {
		s.Disable()
	}
	s.label.bold = s.current
	s.label.tone = Muted
	switch {
	case s.current:
		s.label.tone = Accent
	case s.done:
		s.label.tone = Good
	}
	s.mark.Hidden = !s.done || s.current
	s.Refresh()
}

// wanted is the width that shows the whole title, bold and with its mark.
func (s *step) wanted() float32 {
	f := Strong.face()
	width := f.width(s.title) + theme.Scaled(2*stepMargin) + 2
	if s.mark.Visible() {
		width += theme.Scaled(14) + fynetheme.Size(fynetheme.SizeNamePadding)
	}
	return width
}

// CreateRenderer is part of fyne.Widget.
func (s *step) CreateRenderer() fyne.WidgetRenderer {
	content := container.NewBorder(nil, nil, s.mark, nil, s.label)
	d := newDrawing(s, content, 7, stepMargin, func() dress {
		return dress{hovered: s.hovered && s.open && !s.current, focused: s.focused, radius: theme.Scaled(3)}
	})
	return newUnderlined(d, 4, s.colour)
}

// colour is the colour of the line under the title.
func (s *step) colour() color.Color {
	switch {
	case s.current:
		return fynetheme.Color(fynetheme.ColorNamePrimary)
	case s.done:
		return fynetheme.Color(fynetheme.ColorNameSuccess)
	}
	return fynetheme.Color(fynetheme.ColorNameSeparator)
}
