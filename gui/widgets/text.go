package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Role is the rank of a text on the page.
type Role int

// The roles, with their sizes at 100 %.
const (
	Body    Role = iota // 14
	Strong              // 14 bold: the title of a card
	Small               // 13
	Caption             // 12.5
	Heading             // 22 bold: the title of a page
	Section             // 17 bold: a question, a title within a page
	Huge                // 28 bold: a figure
	Jumbo               // 34 bold: workshops in front of a projector
	Large               // 20: what is read from across a room
	Larger              // 26
	Giant               // 46 bold
)

func (r Role) face() face {
	switch r {
	case Strong:
		return face{theme.Scaled(14), fyne.TextStyle{Bold: true}}
	case Small:
		return face{theme.Scaled(13), fyne.TextStyle{}}
	case Caption:
		return face{theme.Scaled(12.5), fyne.TextStyle{}}
	case Heading:
		return face{theme.Scaled(22), fyne.TextStyle{Bold: true}}
	case Section:
		return face{theme.Scaled(17), fyne.TextStyle{Bold: true}}
	case Huge:
		return face{theme.Scaled(28), fyne.TextStyle{Bold: true}}
	case Jumbo:
		return face{theme.Scaled(34), fyne.TextStyle{Bold: true}}
	case Large:
		return face{theme.Scaled(20), fyne.TextStyle{}}
	case Larger:
		return face{theme.Scaled(26), fyne.TextStyle{}}
	case Giant:
		return face{theme.Scaled(46), fyne.TextStyle{Bold: true}}
	}
	return face{theme.Scaled(14), fyne.TextStyle{}}
}

// overflow is what a text does that is longer than its place.
type overflow int

const (
	never overflow = iota // its minimum size is the whole text
	wraps
	elides
)

// How narrow a text may become, at 100 %: an eliding one that little, a wrapping
// one as its longest word, so that words stay whole, unless that is enormous.
const (
	leastElided  = 60
	longestWhole = 240
)

// Text shows words without the margins of Fyne's label, in a role and a tone.
type Text struct {
	widget.BaseWidget
	Align fyne.TextAlign

	text     string
	role     Role
	tone     Tone
	overflow overflow
	keep     float32             // an eliding text is not cut below this width, at 100 %
	bold     bool                // beyond what the role says
	onFill   fyne.ThemeColorName // the colour instead of the tone's, on a filled surface
	shown    []string            // the lines as drawn, in the width of drawnIn
	drawnIn  float32
}

// NewText shows one line that is never shortened: for words of known length.
func NewText(s string, role Role, tone Tone) *Text { return newText(s, role, tone, never) }

// NewWrapped shows a text on as many lines as its width asks for.
func NewWrapped(s string, role Role, tone Tone) *Text { return newText(s, role, tone, wraps) }

// NewElided shows one line, cut off with … where its place ends: for names whose
// full text is shown somewhere else too.
func NewElided(s string, role Role, tone Tone) *Text { return newText(s, role, tone, elides) }

func newText(s string, role Role, tone Tone, o overflow) *Text {
	t := &Text{text: s, role: role, tone: tone, overflow: o}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the words.
func (t *Text) SetText(s string) {
	if t.text != s {
		t.text = s
		t.Refresh()
	}
}

// SetTone changes the colour.
func (t *Text) SetTone(tone Tone) {
	if t.tone != tone {
		t.tone = tone
		t.Refresh()
	}
}

// SetRole changes the rank.
func (t *Text) SetRole(role Role) {
	if t.role != role {
		t.role = role
		t.Refresh()
	}
}

// Text returns the words, all of them.
func (t *Text) Text() string { return t.text }

// MayElide marks for a check of clipped texts that … is meant here.
func (t *Text) MayElide() bool { return t.overflow == elides }

func (t *Text) colour() color.Color {
	if t.onFill != "" {
		return fynetheme.Color(t.onFill)
	}
	return t.tone.colour()
}

func (t *Text) face() face {
	f := t.role.face()
	f.style.Bold = f.style.Bold || t.bold
	return f
}

// fit decides the lines for a width.
func (t *Text) fit(width float32) {
	f := t.face()
	switch {
	case t.overflow == wraps && width > 0:
		t.shown = f.wrap(t.text, width)
	case t.overflow == elides && width > 0:
		line, _ := f.elide(t.text, width)
		t.shown = []string{line}
	default:
		t.shown = []string{t.text}
	}
	t.drawnIn = width
}

// least is how narrow the text may become, in pixels.
func (t *Text) least(f face) float32 {
	if t.overflow == elides {
		return min(f.width(t.text)+1, theme.Scaled(max(leastElided, t.keep)))
	}
	longest := float32(0)
	for word := range strings.FieldsSeq(t.text) {
		longest = max(longest, f.width(word)+1)
	}
	return min(longest, theme.Scaled(longestWhole))
}

// CreateRenderer is part of fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t}
	t.fit(t.Size().Width)
	r.draw()
	return r
}

type textRenderer struct {
	text  *Text
	lines []fyne.CanvasObject // *canvas.Text
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.lines }

func (r *textRenderer) Layout(size fyne.Size) {
	if size.Width != r.text.drawnIn {
		before := len(r.text.shown)
		r.text.fit(size.Width)
		r.draw()
		if len(r.text.shown) != before {
			canvas.Refresh(r.text) // its height is another now: the parent must lay out again
		}
	}
	r.place(size)
}

func (r *textRenderer) place(size fyne.Size) {
	height := r.text.face().height()
	top := max(0, (size.Height-height*float32(len(r.lines)))/2)
	if r.text.overflow == wraps {
		top = 0
	}
	for i, line := range r.lines {
		put(line, fyne.NewPos(0, top+float32(i)*height), fyne.NewSize(size.Width, height))
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	f := r.text.face()
	height := f.height() * float32(max(1, len(r.text.shown)))
	if r.text.overflow == never {
		return fyne.NewSize(fyne.MeasureText(r.text.text, f.size, f.style).Width, height)
	}
	return fyne.NewSize(r.text.least(f), height)
}

func (r *textRenderer) Refresh() {
	r.text.fit(r.text.Size().Width)
	r.draw()
	r.place(r.text.Size())
	canvas.Refresh(r.text)
}

func (r *textRenderer) draw() {
	f, colour := r.text.face(), r.text.colour()
	for len(r.lines) < len(r.text.shown) {
		r.lines = append(r.lines, canvas.NewText("", colour))
	}
	r.lines = r.lines[:len(r.text.shown)]
	for i, o := range r.lines {
		line := o.(*canvas.Text)
		line.Text, line.Color = r.text.shown[i], colour
		line.TextSize, line.TextStyle, line.Alignment = f.size, f.style, r.text.Align
		line.Refresh()
	}
}
