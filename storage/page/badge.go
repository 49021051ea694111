package page

import (
	"infoklass/domain/classify"
	"infoklass/domain/report"
)

// Size of a badge in points.
const (
	badgeWidth  = 20.0
	badgeHeight = 11.0
)

// look is how a level is drawn. Without colour the levels still differ: letter
// and digit are always written, the frames grow with the level, 3 is dark, and
// what is not classified has no more than a dashed frame.
type look struct {
	fill   *Colour
	ink    Colour
	stroke Colour
	width  float64
	dashed bool
}

// filled is a level in its colours, with a frame.
func filled(rank int, stroke uint32, width float64) look {
	tint := classify.Tints[rank]
	fill := rgb(tint.Fill)
	return look{fill: &fill, ink: rgb(tint.Ink), stroke: rgb(stroke), width: width}
}

var looks = map[classify.Level]look{
	classify.Unset:  {ink: muted, stroke: muted, width: 0.6, dashed: true},
	classify.Level0: filled(0, 0x5C6B7A, 0.5),
	classify.Level1: filled(1, classify.Tints[1].Ink, 0.5),
	classify.Level2: filled(2, classify.Tints[2].Ink, 1.1),
	classify.Level3: filled(3, classify.Tints[3].Fill, 1.1),
}

// badge draws a level with its upper left corner at x, y.
func (f *flow) badge(b report.Badge, x, y float64) {
	l := looks[b.Level]
	f.draw(Box{X: x, Y: y, W: badgeWidth, H: badgeHeight, Radius: 2.6, Fill: l.fill, Stroke: l.stroke, Line: l.width, Dashed: l.dashed})
	s := clean(b.String())
	const size = 7.5
	f.text(Bold, size, l.ink, x+(badgeWidth-f.fonts[Bold].width(s, size))/2, y+badgeHeight/2+size*0.36, s)
}
