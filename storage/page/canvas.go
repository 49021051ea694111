package page

import (
	"strconv"
	"unicode/utf16"
)

// colour is red, green and blue from 0 to 1.
type colour [3]float64

func rgb(hex uint32) colour {
	return colour{float64(hex>>16&255) / 255, float64(hex>>8&255) / 255, float64(hex&255) / 255}
}

// The colours of a document, those of the window's light theme.
var (
	black  = rgb(0x1A1F24)
	muted  = rgb(0x4A5763)
	accent = rgb(0x00506B)
	rule   = rgb(0xC3CBD3)
	shade  = rgb(0xEEF1F4)
)

// canvas collects the drawing of one page. Distances are points; y is counted
// from the top of the page, as people read.
type canvas struct {
	buf    []byte
	height float64
	fill   colour
	inked  bool // fill has been set on this page
}

func (c *canvas) op(s string) { c.buf = append(c.buf, s...) }

func (c *canvas) num(values ...float64) {
	for _, v := range values {
		c.buf = appendNumber(c.buf, v)
		c.buf = append(c.buf, ' ')
	}
}

// appendNumber writes v with at most two decimals.
func appendNumber(dst []byte, v float64) []byte {
	n := int64(v*100 + 0.5)
	if v < 0 {
		n = -int64(-v*100 + 0.5)
	}
	if n < 0 {
		dst = append(dst, '-')
		n = -n
	}
	dst = strconv.AppendInt(dst, n/100, 10)
	if rest := n % 100; rest != 0 {
		dst = append(dst, '.', byte('0'+rest/10))
		if rest%10 != 0 {
			dst = append(dst, byte('0'+rest%10))
		}
	}
	return dst
}

func (c *canvas) setFill(col colour) {
	if c.inked && c.fill == col {
		return
	}
	c.num(col[0], col[1], col[2])
	c.op("rg\n")
	c.fill, c.inked = col, true
}

// rect fills a rectangle.
func (c *canvas) rect(x, y, w, h float64, col colour) {
	c.setFill(col)
	c.num(x, c.height-y-h, w, h)
	c.op("re f\n")
}

// frame strokes a rectangle.
func (c *canvas) frame(x, y, w, h, width float64, col colour) {
	c.num(col[0], col[1], col[2])
	c.op("RG ")
	c.num(width)
	c.op("w ")
	c.num(x, c.height-y-h, w, h)
	c.op("re S\n")
}

// line draws a horizontal line.
func (c *canvas) line(x, y, w, width float64, col colour) {
	c.num(col[0], col[1], col[2])
	c.op("RG ")
	c.num(width)
	c.op("w ")
	c.num(x, c.height-y)
	c.op("m ")
	c.num(x+w, c.height-y)
	c.op("l S\n")
}

// rounded draws a box with round corners: filled where fill is not nil,
// stroked where width is above 0, with dashes where asked for.
func (c *canvas) rounded(x, y, w, h, r float64, fill *colour, stroke colour, width float64, dashed bool) {
	if fill != nil {
		c.setFill(*fill)
	}
	if width > 0 {
		c.num(stroke[0], stroke[1], stroke[2])
		c.op("RG ")
		c.num(width)
		c.op("w ")
	}
	if dashed {
		c.op("[1.6 1.4] 0 d ")
	}
	const k = 0.5523 // how far a control point of a quarter circle lies
	b, t := c.height-y-h, c.height-y
	q := r * (1 - k)
	c.num(x+r, b)
	c.op("m ")
	c.num(x+w-r, b)
	c.op("l ")
	c.num(x+w-q, b, x+w, b+q, x+w, b+r)
	c.op("c ")
	c.num(x+w, t-r)
	c.op("l ")
	c.num(x+w, t-q, x+w-q, t, x+w-r, t)
	c.op("c ")
	c.num(x+r, t)
	c.op("l ")
	c.num(x+q, t, x, t-q, x, t-r)
	c.op("c ")
	c.num(x, b+r)
	c.op("l ")
	c.num(x, b+q, x+q, b, x+r, b)
	c.op("c h ")
	switch {
	case fill != nil && width > 0:
		c.op("B")
	case fill != nil:
		c.op("f")
	default:
		c.op("S")
	}
	if dashed {
		c.op(" [] 0 d")
	}
	c.op("\n")
}

// text sets one line with its baseline at y. Where stand-ins are drawn the
// real text goes with it, for copying, searching and reading aloud.
func (c *canvas) text(f *face, size float64, col colour, x, y float64, s string) {
	if s == "" {
		return
	}
	c.setFill(col)
	mark := len(c.buf)
	c.op("BT ")
	c.op(f.name)
	c.op(" ")
	c.num(size)
	c.op("Tf ")
	c.num(x, c.height-y)
	c.op("Td <")
	var replaced bool
	c.buf, replaced = f.appendGlyphs(c.buf, s)
	c.op("> Tj ET\n")
	if replaced {
		drawn := string(c.buf[mark:])
		c.buf = append(c.buf[:mark], "/Span <</ActualText "...)
		c.buf = appendUTF16(c.buf, s)
		c.op(">> BDC ")
		c.op(drawn)
		c.op("EMC\n")
	}
}

// appendUTF16 writes a text string that every viewer reads right.
func appendUTF16(dst []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	dst = append(dst, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		dst = append(dst, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	return append(dst, '>')
}
