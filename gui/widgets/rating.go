package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

// Rating is a row of a matrix: a name, and one of a few levels to choose for it.
// The whole row is one stop of the keyboard: left and right move the level, the
// code of a level chooses it, Delete clears it, up and down go to the rows next to it.
type Rating struct {
	pressable
	// OnRate is called with the place of a level; the one already chosen means to clear it.
	OnRate func(i int)
	// OnMove is called by up and down with −1 or +1.
	OnMove func(step int)
	// OnLook is called when the pointer or the keyboard comes to a level, chosen or not.
	OnLook func(i int)

	levels []Badge // as the levels are written, the lowest first
	chosen int
	strong bool
}

// The measures of a level in a row at 100 %.
const (
	ratingWidth  = 36
	ratingHeight = 24
	ratingGap    = 4
)

// NewRating offers levels for a row with a name.
func NewRating(name string, levels []Badge, rated func(i int)) *Rating {
	r := &Rating{levels: levels, chosen: -1, OnRate: rated}
	r.name = name
	r.extend(r)
	return r
}

// Set shows which level is chosen, −1 for none, and whether the row is among those that decide.
func (r *Rating) Set(chosen int, decides bool) {
	if r.chosen != chosen || r.strong != decides {
		r.chosen, r.strong = chosen, decides
		r.Refresh()
	}
}

// Text is what the row says, for tests and readers.
func (r *Rating) Text() string {
	if r.chosen < 0 {
		return r.name
	}
	return r.name + " " + r.levels[r.chosen].Text()
}

// Focus moves the keyboard to the row.
func (r *Rating) Focus() { focusOn(r) }

// Tapped is part of fyne.Tappable.
func (r *Rating) Tapped(e *fyne.PointEvent) {
	r.focus()
	if i := r.at(e.Position.X); i >= 0 {
		r.rate(i)
	}
}

// at is the level at a place of the row, −1 for none.
func (r *Rating) at(x float32) int {
	step := theme.Scaled(ratingWidth + ratingGap)
	from := r.Size().Width - theme.Scaled(ratingMargin) - float32(len(r.levels))*step + theme.Scaled(ratingGap)
	if i := int((x - from) / step); x >= from && i < len(r.levels) {
		return i
	}
	return -1
}

func (r *Rating) rate(i int) {
	if r.OnRate != nil && !r.Disabled() {
		r.OnRate(i)
	}
	r.look()
}

func (r *Rating) look() {
	if r.OnLook != nil {
		r.OnLook(r.chosen)
	}
}

// FocusGained is part of fyne.Focusable.
func (r *Rating) FocusGained() {
	r.pressable.FocusGained()
	r.look()
}

// TypedRune is part of fyne.Focusable: the code of a level chooses it.
func (r *Rating) TypedRune(key rune) {
	for i, b := range r.levels {
		if strings.EqualFold(b.Text(), string(key)) {
			if i != r.chosen {
				r.rate(i)
			}
			return
		}
	}
	passRune(r, key)
}

// TypedKey is part of fyne.Focusable.
func (r *Rating) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		r.moveTo(r.chosen - 1)
	case fyne.KeyRight, fyne.KeySpace:
		r.moveTo(r.chosen + 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if r.chosen >= 0 {
			r.rate(r.chosen)
		}
	case fyne.KeyUp:
		r.neighbour(-1)
	case fyne.KeyDown:
		r.neighbour(1)
	default:
		passKey(r, e)
	}
}

func (r *Rating) moveTo(i int) {
	if i >= 0 && i < len(r.levels) {
		r.rate(i)
	}
}

func (r *Rating) neighbour(step int) {
	if r.OnMove != nil {
		r.OnMove(step)
	}
}

// ratingMargin is left and right of the row, at 100 %.
const ratingMargin = 6

// CreateRenderer is part of fyne.Widget.
func (r *Rating) CreateRenderer() fyne.WidgetRenderer {
	d := &ratingRenderer{row: r, surface: newSurface(), name: NewWrapped(r.name, Small, Plain)}
	for range r.levels {
		d.fills = append(d.fills, canvas.NewRectangle(named("")))
		d.codes = append(d.codes, canvas.NewText("", named("")))
	}
	d.dress()
	return d
}

type ratingRenderer struct {
	row     *Rating
	surface *surface
	name    *Text
	fills   []*canvas.Rectangle
	codes   []*canvas.Text
}

func (d *ratingRenderer) Destroy() {}

func (d *ratingRenderer) Objects() []fyne.CanvasObject {
	all := append(d.surface.under(), d.name)
	for i := range d.fills {
		all = append(all, d.fills[i], d.codes[i])
	}
	return append(all, d.surface.over()...)
}

func (d *ratingRenderer) levelsWidth() float32 {
	return float32(len(d.fills))*theme.Scaled(ratingWidth+ratingGap) - theme.Scaled(ratingGap)
}

func (d *ratingRenderer) MinSize() fyne.Size {
	words := d.name.MinSize()
	return fyne.NewSize(words.Width+d.levelsWidth()+theme.Scaled(2*ratingMargin+Near),
		max(words.Height, theme.Scaled(ratingHeight))+theme.Scaled(4))
}

func (d *ratingRenderer) Layout(size fyne.Size) {
	d.surface.resize(size)
	margin := theme.Scaled(ratingMargin)
	width := size.Width - d.levelsWidth() - 2*margin - theme.Scaled(Near)
	d.name.Resize(fyne.NewSize(width, d.name.MinSize().Height))
	d.name.Move(fyne.NewPos(margin, max(0, (size.Height-d.name.MinSize().Height)/2)))
	cell := fyne.NewSize(theme.Scaled(ratingWidth), theme.Scaled(ratingHeight))
	x := size.Width - margin - d.levelsWidth()
	for i := range d.fills {
		at := fyne.NewPos(x+float32(i)*theme.Scaled(ratingWidth+ratingGap), (size.Height-cell.Height)/2)
		put(d.fills[i], at, cell)
		put(d.codes[i], at, cell)
	}
}

func (d *ratingRenderer) Refresh() {
	d.dress()
	d.Layout(d.row.Size())
	canvas.Refresh(d.row)
}

func (d *ratingRenderer) dress() {
	d.surface.wear(dress{radius: theme.Scaled(4), hovered: d.row.hovered, focused: d.row.focused})
	d.name.SetText(d.row.name)
	d.name.bold = d.row.strong
	d.name.Refresh()
	for i, level := range d.row.levels {
		fill, ink := fyne.ThemeColorName(theme.ColorTrack), fynetheme.ColorNameForeground
		words := level.Text()
		if i == d.row.chosen {
			fill, ink = theme.Level(level.Rank)
			words += " ✓"
		}
		d.fills[i].FillColor, d.fills[i].CornerRadius = fynetheme.Color(fill), theme.Scaled(badgeRadius)
		d.fills[i].Refresh()
		code := d.codes[i]
		code.Text, code.Color, code.Alignment = words, fynetheme.Color(ink), fyne.TextAlignCenter
		code.TextSize, code.TextStyle = theme.Scaled(12.5), fyne.TextStyle{Bold: i == d.row.chosen}
		code.Refresh()
	}
}
