package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Badge is a level as it is shown: the letter of its aspect and its digit on
// the colour of its rank. The zero rank is a level too; Set is true where one is chosen.
type Badge struct {
	Letter string // "K"; may be empty
	Rank   int    // 0–3, the colour
	Set    bool
	Code   string // the digit as written, the rank where empty
}

// Text is what the badge says: "K3", or "K–" when no level is set.
func (b Badge) Text() string {
	if !b.Set {
		return b.Letter + "–"
	}
	if b.Code != "" {
		return b.Letter + b.Code
	}
	return fmt.Sprintf("%s%d", b.Letter, b.Rank)
}

// The measures of a badge at 100 %.
const (
	badgeWidth  = 34
	badgeHeight = 20
	badgeRadius = 5
	badgeGap    = 4
)

func badgeSize() fyne.Size {
	return fyne.NewSize(theme.Scaled(badgeWidth), theme.Scaled(badgeHeight))
}

// badgeFace is the picture of a badge, shared by the widget and the table.
type badgeFace struct {
	fill  *canvas.Rectangle
	dash  *canvas.Image
	label *canvas.Text
	worn  Badge
}

func newBadgeFace() *badgeFace {
	return &badgeFace{
		fill:  canvas.NewRectangle(color.Transparent),
		dash:  &canvas.Image{FillMode: canvas.ImageFillStretch},
		label: canvas.NewText("", color.Transparent),
	}
}

func (f *badgeFace) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.fill, f.dash, f.label}
}

func (f *badgeFace) wear(b Badge) {
	f.worn = b
	background, ink := theme.Level(b.Rank)
	if !b.Set {
		ink = theme.ColorUnset
		f.dash.Resource = dashes(fynetheme.Color(theme.ColorUnset))
		f.dash.Refresh()
	}
	f.fill.Hidden, f.dash.Hidden = !b.Set, b.Set
	f.fill.FillColor = fynetheme.Color(background)
	f.fill.CornerRadius = theme.Scaled(badgeRadius)
	f.fill.Refresh()
	f.label.Text, f.label.Color = b.Text(), fynetheme.Color(ink)
	f.label.TextSize, f.label.TextStyle = theme.Scaled(12.5), fyne.TextStyle{Bold: true}
	f.label.Alignment = fyne.TextAlignCenter
	f.label.Refresh()
}

func (f *badgeFace) move(at fyne.Position) {
	size := badgeSize()
	for _, o := range f.objects() {
		put(o, at, size)
	}
}

func (f *badgeFace) hide() {
	f.fill.Hide()
	f.dash.Hide()
	f.label.Hide()
}

func (f *badgeFace) show(b Badge) {
	f.label.Show()
	f.wear(b)
}

var dashFiles = map[color.NRGBA]fyne.Resource{}

// dashes is the outline of a level that is not set. Fyne draws no dashed lines itself.
func dashes(c color.Color) fyne.Resource {
	key := color.NRGBAModel.Convert(c).(color.NRGBA)
	if file, ok := dashFiles[key]; ok {
		return file
	}
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" viewBox="0 0 %[1]d %[2]d">`+
		`<rect x="0.75" y="0.75" width="%[3]g" height="%[4]g" rx="%[5]d" ry="%[5]d" fill="none" stroke="#%02[6]x%02[7]x%02[8]x" stroke-width="1.1" stroke-dasharray="3,2.5"/></svg>`,
		badgeWidth, badgeHeight, badgeWidth-1.5, badgeHeight-1.5, badgeRadius, key.R, key.G, key.B)
	file := fyne.NewStaticResource(fmt.Sprintf("dashes%d.svg", len(dashFiles)), []byte(svg))
	dashFiles[key] = file
	return file
}

// ProfileBadges shows the levels of all aspects in a row.
type ProfileBadges struct {
	widget.BaseWidget
	badges []Badge
}

// NewProfileBadges shows some levels side by side, as a rule four.
func NewProfileBadges(badges ...Badge) *ProfileBadges {
	p := &ProfileBadges{badges: badges}
	p.ExtendBaseWidget(p)
	return p
}

// NewLevelBadge shows one level.
func NewLevelBadge(b Badge) *ProfileBadges { return NewProfileBadges(b) }

// Set changes the levels.
func (p *ProfileBadges) Set(badges ...Badge) {
	p.badges = badges
	p.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (p *ProfileBadges) CreateRenderer() fyne.WidgetRenderer {
	r := &profileRenderer{widget: p}
	r.draw()
	return r
}

type profileRenderer struct {
	widget *ProfileBadges
	faces  []*badgeFace
}

func (r *profileRenderer) draw() {
	for len(r.faces) < len(r.widget.badges) {
		r.faces = append(r.faces, newBadgeFace())
	}
	r.faces = r.faces[:len(r.widget.badges)]
	for i, b := range r.widget.badges {
		r.faces[i].wear(b)
	}
	r.Layout(r.widget.Size())
}

func (r *profileRenderer) Destroy() {}

func (r *profileRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, f := range r.faces {
		all = append(all, f.objects()...)
	}
	return all
}

func (r *profileRenderer) Layout(size fyne.Size) {
	y := max(0, (size.Height-badgeSize().Height)/2)
	for i, f := range r.faces {
		f.move(fyne.NewPos(float32(i)*theme.Scaled(badgeWidth+badgeGap), y))
	}
}

func (r *profileRenderer) MinSize() fyne.Size {
	n := float32(len(r.faces))
	return fyne.NewSize(n*theme.Scaled(badgeWidth)+max(0, n-1)*theme.Scaled(badgeGap), theme.Scaled(badgeHeight))
}

func (r *profileRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.widget)
}

// Count is a number on a round background: how much waits behind a page.
type Count struct {
	widget.BaseWidget
	label *Text
}

// newCount shows a number, already written; an empty one hides it.
func newCount(s string) *Count {
	c := &Count{label: NewText(s, Caption, Plain)}
	c.label.Align = fyne.TextAlignCenter
	c.label.onFill = theme.ColorOnAlert
	c.label.bold = true
	c.Hidden = s == ""
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the number.
func (c *Count) Set(s string) {
	c.Hidden = s == ""
	c.label.SetText(s)
	c.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (c *Count) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(c, c.label, 0.5, 7, func() dress {
		return dress{fill: theme.ColorAlert, radius: c.label.MinSize().Height / 2}
	})
}
