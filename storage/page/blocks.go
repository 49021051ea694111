package page

import (
	"fmt"

	"infoklass/domain/report"
)

// style is how a piece of running text is set.
type style struct {
	font          Font
	size          float64
	col           Colour
	before, after float64 // room above and below
	indent        float64
}

const bodySize = 10.0

// lineHeight is the distance between baselines as a share of the size.
const lineHeight = 1.36

// front sets what a document begins with: municipality, title, what it is about, and its particulars.
func (f *flow) front() error {
	d := f.doc
	if d.Meta.Municipality != "" {
		f.y -= 14
		if err := f.prose("P", d.Meta.Municipality, style{font: Bold, size: 10, col: accent, after: 6}); err != nil {
			return err
		}
	}
	if err := f.prose("H1", d.Title, style{font: Bold, size: 19, col: black, after: 2}); err != nil {
		return err
	}
	if err := f.prose("P", d.Subtitle, style{font: Regular, size: 11, col: muted, after: 6}); err != nil {
		return err
	}
	if err := f.facts(d.Facts(), d.Orientation == report.Landscape); err != nil {
		return err
	}
	return f.prose("P", d.Legend, style{font: Regular, size: 9, col: muted, after: 6})
}

// block sets one block. Rest is what follows it, which a heading must not be parted from.
func (f *flow) block(b report.Block, rest []report.Block) error {
	switch b := b.(type) {
	case report.Heading:
		return f.heading(b, rest)
	case report.Paragraph:
		return f.paragraph(b)
	case report.Notice:
		return f.notice(b)
	case report.KeyValues:
		return f.facts(b.Facts, false)
	case report.List:
		return f.list(b)
	case report.Table:
		return f.table(b)
	case report.Bars:
		return f.bars(b)
	case report.Signatures:
		return f.signatures(b)
	}
	return fmt.Errorf("page: no way to set a %T", b)
}

func (f *flow) heading(h report.Heading, rest []report.Block) error {
	s := style{font: Bold, size: 13, col: accent, before: 14, after: 4}
	kind := "H2"
	if h.Level > 1 {
		s, kind = style{font: Bold, size: 11, col: black, before: 10, after: 3}, "H3"
	}
	if err := f.need(s.before + s.size*lineHeight + s.after + f.lead(rest)); err != nil {
		return err
	}
	return f.prose(kind, h.Text, s)
}

// lead returns the height that must follow a heading on the same page: the text up
// to a table, and the beginning of the table.
func (f *flow) lead(rest []report.Block) float64 {
	if len(rest) == 0 {
		return 0
	}
	h := 40.0
	switch b := rest[0].(type) {
	case report.Paragraph:
		s := f.paragraphStyle(b)
		lines := wrap(f.fonts[s.font], b.Text, s.size, f.bodyWidth())
		h = float64(len(lines))*s.size*lineHeight + s.after + f.lead(rest[1:])
	case report.Table:
		g := f.tableGrid(b)
		f.measure(g)
		h = f.gridHeight(g)
	case report.KeyValues:
		g := factGrid(b.Facts)
		f.measure(g)
		h = f.gridHeight(g)
		if _, ok := rest[min(1, len(rest)-1)].(report.Signatures); ok {
			h += below + signatureHeight
		}
	case report.Signatures:
		h = signatureHeight
	case report.Bars:
		g := f.barGrid(b)
		f.measure(g)
		h = f.gridHeight(g)
	case report.Heading:
		h = 30 + f.lead(rest[1:])
	}
	return min(h, (f.floor()-top)*0.8)
}

func (f *flow) paragraphStyle(b report.Paragraph) style {
	s := style{font: Regular, size: bodySize, col: black, after: 6}
	switch b.Tone {
	case report.Strong:
		s.font = Bold
	case report.Muted:
		s.size, s.col = 9, muted
	}
	return s
}

func (f *flow) paragraph(b report.Paragraph) error {
	return f.prose("P", b.Text, f.paragraphStyle(b))
}

// prose sets running text as one element, over the pages it needs.
func (f *flow) prose(kind, s string, st style) error {
	if s == "" {
		return nil
	}
	e := f.begin(Node{Kind: kind})
	if err := f.lines(e, wrap(f.fonts[st.font], s, st.size, f.bodyWidth()-st.indent), st); err != nil {
		return err
	}
	f.end()
	return nil
}

// lines sets lines as content of e.
func (f *flow) lines(e *Node, lines []string, st style) error {
	step := st.size * lineHeight
	if f.y > top {
		f.y += st.before
	}
	for len(lines) > 0 {
		if err := f.need(step * float64(min(2, len(lines)))); err != nil {
			return err
		}
		n := max(1, min(len(lines), int((f.floor()-f.y+0.01)/step)))
		f.tagged(e, func() {
			for i, l := range lines[:n] {
				f.text(st.font, st.size, st.col, side+st.indent, f.y+float64(i)*step+st.size, l)
			}
		})
		f.y += float64(n) * step
		lines = lines[n:]
	}
	f.y += st.after
	return nil
}

// notice sets a text in a frame.
func (f *flow) notice(b report.Notice) error {
	const pad, size = 8.0, 11.0
	lines := wrap(f.fonts[Bold], b.Text, size, f.bodyWidth()-2*pad)
	h := float64(len(lines))*size*lineHeight + 2*pad
	if err := f.need(h + 8); err != nil {
		return err
	}
	if f.room(h) { // a text of several pages has no frame
		f.artifact("", func() { f.frame(side, f.y, f.bodyWidth(), h, 1.2, black) })
	}
	f.y += pad
	e := f.begin(Node{Kind: "P"})
	err := f.lines(e, lines, style{font: Bold, size: size, col: black, indent: pad, after: pad + 6})
	if err != nil {
		return err
	}
	f.end()
	return nil
}

// list sets points, each with its explanation below it.
func (f *flow) list(b report.List) error {
	f.begin(Node{Kind: "L"})
	for _, item := range b.Items {
		if err := f.item(item); err != nil {
			return err
		}
	}
	f.y += 4
	f.end()
	return nil
}

func (f *flow) item(item report.Item) error {
	const indent = 14.0
	lines := wrap(f.fonts[Regular], item.Text, bodySize, f.bodyWidth()-indent)
	if err := f.need(bodySize * lineHeight * float64(min(2, len(lines)+1))); err != nil {
		return err
	}
	f.begin(Node{Kind: "LI"})
	label := f.begin(Node{Kind: "Lbl"})
	f.tagged(label, func() { f.text(Bold, bodySize, accent, side+2, f.y+bodySize, "•") })
	f.end()
	body := f.begin(Node{Kind: "LBody"})
	if err := f.lines(body, lines, style{font: Regular, size: bodySize, col: black, indent: indent}); err != nil {
		return err
	}
	detail := style{font: Regular, size: 9, col: muted, indent: indent}
	if err := f.lines(body, wrap(f.fonts[Regular], item.Detail, 9, f.bodyWidth()-indent), detail); err != nil {
		return err
	}
	f.y += 3
	f.end()
	f.end()
	return nil
}

// signatureHeight is the room of one signature: enough to write in.
const signatureHeight = 62.0

// signatures leaves lines for the pen.
func (f *flow) signatures(b report.Signatures) error {
	for _, s := range b.Lines {
		if err := f.need(signatureHeight); err != nil {
			return err
		}
		f.y += signatureHeight - 26
		x := side
		gap := 14.0
		widths := []float64{0.34, 0.18, 0.48}
		values := []string{s.Role, s.Date, ""}
		for i, label := range []string{s.RoleLabel, s.DateLabel, s.SignLabel} {
			w := (f.bodyWidth() - 2*gap) * widths[i]
			f.artifact("", func() { f.rule(x, f.y, w, 0.8, black) })
			e := f.begin(Node{Kind: "P"})
			f.tagged(e, func() {
				f.text(Regular, smallSize, muted, x, f.y+11, label)
				f.text(Regular, bodySize, black, x, f.y-4, clipped(f.fonts[Regular], clean(values[i]), bodySize, w))
			})
			f.end()
			x += w + gap
		}
		f.y += 26
	}
	return nil
}
