package page

import (
	"strconv"
	"unicode/utf16"
)

// painter writes the drawing of one page as the operators of PDF, which counts
// y from the bottom of the page.
type painter struct {
	buf    []byte
	height float64
	faces  *[2]*face
	fill   Colour
	inked  bool // fill has been set on this page
}

// begin starts on an empty page.
func (c *painter) begin() { c.buf, c.inked = c.buf[:0], false }

// content begins a span that belongs to an element of the structure, under the
// number it has on its page.
func (c *painter) content(kind string, mcid int) {
	c.op("/")
	c.op(kind)
	c.op(" <</MCID ")
	c.num(float64(mcid))
	c.op(">> BDC\n")
}

func (c *painter) artifact(kind string) {
	if kind == "" {
		c.op("/Artifact <</Type /Layout>> BDC\n")
	} else {
		c.op("/Artifact <</Type /Pagination /Subtype /" + kind + ">> BDC\n")
	}
}

func (c *painter) draw(op Op) {
	switch op := op.(type) {
	case End:
		c.op("EMC\n")
	case Text:
		c.text(op)
	case Rule:
		c.rule(op)
	case Box:
		c.box(op)
	}
}

func (c *painter) op(s string) { c.buf = append(c.buf, s...) }

func (c *painter) num(values ...float64) {
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

func (c *painter) setFill(col Colour) {
	if c.inked && c.fill == col {
		return
	}
	c.num(col[0], col[1], col[2])
	c.op("rg\n")
	c.fill, c.inked = col, true
}

func (c *painter) setStroke(ink Colour, line float64) {
	c.num(ink[0], ink[1], ink[2])
	c.op("RG ")
	c.num(line)
	c.op("w ")
}

func (c *painter) rule(r Rule) {
	c.setStroke(r.Ink, r.Line)
	c.num(r.X, c.height-r.Y)
	c.op("m ")
	c.num(r.X+r.W, c.height-r.Y)
	c.op("l S\n")
}

func (c *painter) box(b Box) {
	if b.Fill != nil {
		c.setFill(*b.Fill)
	}
	if b.Line > 0 {
		c.setStroke(b.Stroke, b.Line)
	}
	if b.Dashed {
		c.op("[1.6 1.4] 0 d ")
	}
	if b.Radius > 0 {
		c.rounded(b)
	} else {
		c.num(b.X, c.height-b.Y-b.H, b.W, b.H)
		c.op("re ")
	}
	switch {
	case b.Fill != nil && b.Line > 0:
		c.op("B")
	case b.Fill != nil:
		c.op("f")
	default:
		c.op("S")
	}
	if b.Dashed {
		c.op(" [] 0 d")
	}
	c.op("\n")
}

// rounded is the path of a box with round corners.
func (c *painter) rounded(box Box) {
	const k = 0.5523 // how far a control point of a quarter circle lies
	x, w, r := box.X, box.W, box.Radius
	b, t := c.height-box.Y-box.H, c.height-box.Y
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
}

// text sets one line. Where stand-ins are drawn, the real text is added for
// copying, searching and reading aloud.
func (c *painter) text(t Text) {
	f := c.faces[t.Font]
	c.setFill(t.Ink)
	mark := len(c.buf)
	c.op("BT ")
	c.op(f.name)
	c.op(" ")
	c.num(t.Size)
	c.op("Tf ")
	c.num(t.X, c.height-t.Y)
	c.op("Td <")
	var replaced bool
	c.buf, replaced = f.appendGlyphs(c.buf, t.Text)
	c.op("> Tj ET\n")
	if replaced {
		drawn := string(c.buf[mark:])
		c.buf = append(c.buf[:mark], "/Span <</ActualText "...)
		c.buf = appendUTF16(c.buf, t.Text)
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
