package shots

import (
	"fmt"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Kind says what is wrong with a page.
type Kind string

// The kinds of problems.
const (
	Clipped  Kind = "clipped"  // a text longer or higher than what is seen of it
	Overlap  Kind = "overlap"  // two things side by side share a place
	Sideways Kind = "sideways" // something other than a table scrolls sideways
)

// Problem is a fault of a page that can be measured.
type Problem struct {
	Kind   Kind
	Text   string // the text concerned, or the texts of two things that overlap
	Path   string // types from the root to the object
	Detail string
}

func (p Problem) String() string {
	return fmt.Sprintf("%s %q: %s (%s)", p.Kind, p.Text, p.Detail, p.Path)
}

// tolerance in pixels: rounding must not be reported.
const tolerance = 1.5

// Check walks everything visible beneath an object that has been laid out, and
// returns its problems. What scrolls up and down may be out of sight; what is
// cut with … must say that it may be (MayElide), as the table does.
func Check(root fyne.CanvasObject) []Problem {
	c := &checker{}
	size := root.Size()
	c.walk(root, place{see: area{0, 0, size.Width, size.Height}})
	return c.problems
}

type checker struct{ problems []Problem }

// place is where the walk has come to.
type place struct {
	at     fyne.Position // of the object's parent
	see    area          // what is visible
	elides bool          // … is allowed here
	slides bool          // what is here moves sideways within its place
	path   string
}

type area struct{ left, top, right, bottom float32 }

// endless is the length of a side that scrolls.
const endless = 1e9

func (a area) cut(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) holds(b area) bool {
	return b.left >= a.left-tolerance && b.top >= a.top-tolerance && b.right <= a.right+tolerance && b.bottom <= a.bottom+tolerance
}

func (a area) String() string {
	return fmt.Sprintf("%.0f,%.0f–%.0f,%.0f", a.left, a.top, a.right, a.bottom)
}

func bounds(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

type elider interface{ MayElide() bool }

func (c *checker) walk(o fyne.CanvasObject, p place) {
	if o == nil || !o.Visible() {
		return
	}
	p.at = p.at.Add(o.Position())
	p.path = strings.TrimPrefix(p.path+"/"+name(o), "/")
	if e, ok := o.(elider); ok && e.MayElide() {
		p.elides = true
	}
	switch o := o.(type) {
	case *canvas.Text:
		c.text(o, p)
	case *fyne.Container:
		p.within(o)
		c.siblings(o, p)
		for _, child := range o.Objects {
			c.walk(child, p)
		}
	case *container.Scroll:
		c.scroll(o, p)
	case *container.Clip:
		c.clip(o, p)
	case fyne.Widget:
		c.widget(o, p)
	}
}

// within keeps what follows inside an object: what sticks out of a button is not
// cut off, but no better for it.
func (p *place) within(o fyne.CanvasObject) {
	size := o.Size()
	if size.Width == 0 || size.Height == 0 {
		return
	}
	own := bounds(p.at, size)
	if p.slides {
		own.left, own.right = -endless, endless
	}
	p.see = p.see.cut(own)
}

// name is the type without its package.
func name(o fyne.CanvasObject) string {
	s := fmt.Sprintf("%T", o)
	return s[strings.LastIndexByte(s, '.')+1:]
}

// editable is an entry: what is written in it scrolls.
type editable interface {
	SelectedText() string
	SetValidationError(error)
}

func (c *checker) widget(w fyne.Widget, p place) {
	if _, ok := w.(editable); ok {
		return
	}
	if l, ok := w.(*widget.Label); ok {
		c.label(l, p)
	}
	p.within(w)
	for _, child := range test.WidgetRenderer(w).Objects() {
		c.walk(child, p)
	}
}

// text reports a text that does not fit its own place or what is visible.
func (c *checker) text(t *canvas.Text, p place) {
	if t.Text == "" {
		return
	}
	need, size := t.MinSize(), t.Size()
	ink := bounds(p.at, fyne.NewSize(need.Width, need.Height))
	switch t.Alignment {
	case fyne.TextAlignCenter:
		shift := (size.Width - need.Width) / 2
		ink.left, ink.right = ink.left+shift, ink.right+shift
	case fyne.TextAlignTrailing:
		shift := size.Width - need.Width
		ink.left, ink.right = ink.left+shift, ink.right+shift
	}
	if p.elides && strings.HasSuffix(t.Text, "…") {
		return
	}
	switch own := bounds(p.at, size); {
	case !own.holds(ink):
		c.add(Clipped, t.Text, p, fmt.Sprintf("needs %.0f×%.0f, has %.0f×%.0f", need.Width, need.Height, size.Width, size.Height))
	case !p.see.holds(ink):
		c.add(Clipped, t.Text, p, fmt.Sprintf("lies at %v, visible is %v", ink, p.see))
	}
}

// label reports a label of Fyne's that was shortened without leave.
func (c *checker) label(l *widget.Label, p place) {
	if p.elides || l.Truncation == fyne.TextTruncateOff || strings.HasSuffix(l.Text, "…") {
		return
	}
	if shown := texts(l); shown != l.Text {
		c.add(Clipped, l.Text, p, "shows only "+shown)
	}
}

func (c *checker) scroll(s *container.Scroll, p place) {
	see := bounds(p.at, s.Size())
	switch s.Direction {
	case container.ScrollVerticalOnly:
		see.top, see.bottom = -endless, endless
	case container.ScrollHorizontalOnly:
		see.left, see.right = -endless, endless
	case container.ScrollBoth:
		see = area{-endless, -endless, endless, endless}
	}
	sideways := s.Direction == container.ScrollHorizontalOnly || s.Direction == container.ScrollBoth
	e, ok := s.Content.(elider)
	if sideways && s.Content.MinSize().Width > s.Size().Width+tolerance && (!ok || !e.MayElide()) {
		c.add(Sideways, "", p, fmt.Sprintf("content is %.0f wide, has %.0f", s.Content.MinSize().Width, s.Size().Width))
	}
	if see.top == -endless {
		p.see.top, p.see.bottom = -endless, endless
	}
	if see.left == -endless {
		p.see.left, p.see.right = -endless, endless
	}
	p.see = p.see.cut(see)
	c.walk(s.Content, p)
}

// clip follows into a clipped object. One that may elide slides sideways: the
// titles of a table.
func (c *checker) clip(o *container.Clip, p place) {
	see := bounds(p.at, o.Size())
	if e, ok := o.Content.(elider); ok && e.MayElide() {
		see.left, see.right = -endless, endless
		p.see.left, p.see.right = -endless, endless
		p.slides = true
	}
	p.see = p.see.cut(see)
	c.walk(o.Content, p)
}

var piled = reflect.TypeOf(layout.NewStackLayout())

// siblings reports children of a container that share a place, unless the
// container is made to pile them.
func (c *checker) siblings(box *fyne.Container, p place) {
	if reflect.TypeOf(box.Layout) == piled {
		return
	}
	for i, a := range box.Objects {
		for _, b := range box.Objects[i+1:] {
			if solid(a) && solid(b) && share(a, b) {
				c.add(Overlap, texts(a)+" | "+texts(b), p, fmt.Sprintf("%s and %s", spread(a), spread(b)))
			}
		}
	}
}

// solid reports whether an object carries content: a bare rectangle may lie under anything.
func solid(o fyne.CanvasObject) bool {
	if !o.Visible() {
		return false
	}
	switch o.(type) {
	case *fyne.Container, fyne.Widget, *canvas.Text:
		return texts(o) != ""
	}
	return false
}

func share(a, b fyne.CanvasObject) bool {
	x := bounds(a.Position(), a.Size()).cut(bounds(b.Position(), b.Size()))
	return x.right-x.left > tolerance && x.bottom-x.top > tolerance
}

func spread(o fyne.CanvasObject) string {
	return fmt.Sprintf("%s %v", name(o), bounds(o.Position(), o.Size()))
}

// texts collects the words beneath an object, at most a few.
func texts(o fyne.CanvasObject) string {
	var words []string
	collect(o, &words)
	s := strings.Join(words, " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60])
	}
	return s
}

func collect(o fyne.CanvasObject, words *[]string) {
	if o == nil || !o.Visible() || len(*words) > 8 {
		return
	}
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			*words = append(*words, o.Text)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			collect(child, words)
		}
	case *container.Scroll:
		collect(o.Content, words)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			collect(child, words)
		}
	}
}

func (c *checker) add(k Kind, text string, p place, detail string) {
	c.problems = append(c.problems, Problem{Kind: k, Text: text, Path: p.path, Detail: detail})
}
