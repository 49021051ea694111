package page

import (
	"infoklass/domain/report"
)

// grid is a table being set: what a report's tables, charts and facts have in common.
type grid struct {
	title    string // for a reader who cannot see the table
	cols     []gridColumn
	size     float64 // of the text
	rowHeads bool
	head     []content // nil for a table without a header
	rows     int
	row      func(i int) []content
	// lean leaves out rules and shading, for facts.
	lean bool
	// keepAll tries to set the whole grid on one page.
	keepAll bool
	// counted is true where the rows count in the progress.
	counted bool
}

type gridColumn struct {
	weight float64
	right  bool // aligned to the right, for figures
	centre bool
	width  float64 // in points, found by measure
}

// content is what one cell shows: text, a badge or a bar.
type content struct {
	text  string
	tone  report.Tone
	badge *report.Badge
	bar   []segment
	tick  bool // a box to be ticked comes before the text
	room  int  // least number of lines, to write on
}

// Room inside a cell, in points.
const (
	padX = 4.0
	padY = 2.6
)

// cellLineHeight is the distance between baselines inside a cell as a share of
// the size: closer than in running text, for lines there are short.
const cellLineHeight = 1.26

// below is the room after a table.
const below = 10.0

// sampled is how many rows are looked at to find the words that columns must hold.
const sampled = 400

// measure gives each column its share of the width, and then takes from the
// roomy ones so that no ordinary word has to be broken.
func (f *flow) measure(g *grid) {
	sum := 0.0
	for _, c := range g.cols {
		sum += c.weight
	}
	least := make([]float64, len(g.cols))
	most := f.bodyWidth() * 0.3
	look := func(cells []content, bold bool) {
		for i, c := range cells {
			least[i] = max(least[i], f.leastWidth(c, g.size, bold || g.rowHeads && i == 0, most))
		}
	}
	look(g.head, true)
	for i := range min(g.rows, sampled) {
		look(g.row(i), false)
	}
	lack, spare := 0.0, 0.0
	for i := range g.cols {
		c := &g.cols[i]
		c.width = f.bodyWidth() * c.weight / sum
		if c.width < least[i] {
			lack += least[i] - c.width
		} else {
			spare += c.width - least[i]
		}
	}
	if lack == 0 || spare == 0 {
		return
	}
	give := min(1, lack/spare)
	get := min(1, spare/lack)
	for i := range g.cols {
		c := &g.cols[i]
		if d := least[i] - c.width; d > 0 {
			c.width += d * get
		} else {
			c.width += d * give
		}
	}
}

func (f *flow) leastWidth(c content, size float64, bold bool, most float64) float64 {
	switch {
	case c.badge != nil:
		return badgeWidth + 2*2
	case c.bar != nil:
		return most
	}
	m := f.fonts[Regular]
	if bold || c.tone == report.Strong {
		m = f.fonts[Bold]
	}
	box := laidCell{content: c}.indent()
	return min(most, longestWord(m, clean(c.text), size, most)+box+2*padX+0.5)
}

// setGrid sets the table, its header again on every page.
func (f *flow) setGrid(g *grid) error {
	f.measure(g)
	head := f.layRow(g, g.head, true)
	if h := f.gridHeight(g); g.keepAll && h <= f.floor()-top {
		if err := f.need(h); err != nil {
			return err
		}
	}
	f.begin(Node{Kind: "Table", Summary: clean(g.title)})
	for i := range g.rows {
		r := f.layRow(g, g.row(i), false)
		if i == 0 {
			if err := f.need(head.height + min(r.height, (f.floor()-top)/2)); err != nil {
				return err
			}
			if err := f.header(g, head); err != nil {
				return err
			}
		}
		if err := f.setRow(g, head, r); err != nil {
			return err
		}
		if g.counted {
			if err := f.step(); err != nil {
				return err
			}
		}
	}
	f.y += below
	f.end()
	return nil
}

// gridHeight returns the height that a grid needs on a page to begin there: the
// whole of it where it is kept on one page, otherwise the header and two rows.
func (f *flow) gridHeight(g *grid) float64 {
	h := f.layRow(g, g.head, true).height
	rows := g.rows
	if !g.keepAll {
		rows = min(rows, 2)
	}
	for i := range rows {
		h += f.layRow(g, g.row(i), false).height
	}
	return h
}

// setRow sets one row whole: on the next page where it does not fit on this
// one, and in parts, between lines, only where no page could hold it.
func (f *flow) setRow(g *grid, head, r *laidRow) error {
	if !f.room(r.height) && r.height <= f.floor()-top-head.height {
		if err := f.turn(g, head); err != nil {
			return err
		}
	}
	row := f.begin(Node{Kind: "TR"})
	cells := make([]*Node, len(r.cells))
	for from := 0; ; {
		if !f.room(r.step + 2*r.pad) {
			if err := f.turn(g, head); err != nil {
				return err
			}
		}
		n := r.lines - from
		if fit := int((f.floor() - f.y - 2*r.pad + 0.01) / r.step); n > fit && r.height > f.floor()-top-head.height {
			n = max(1, fit)
		}
		f.drawRow(g, row, cells, r, from, n)
		if from += n; from >= r.lines {
			break
		}
	}
	for _, e := range cells {
		f.draw(Close{e})
	}
	f.end()
	return nil
}

// turn goes on to the next page and repeats the header there, not to be read aloud again.
func (f *flow) turn(g *grid, head *laidRow) error {
	if err := f.nextPage(); err != nil {
		return err
	}
	if head.cells == nil {
		return nil
	}
	f.artifact("Header", func() {
		f.shadeHeader(head)
		x := side
		for i, c := range head.cells {
			f.drawCell(c, g.cols[i], x, f.y+head.pad, 0, c.count(), Bold)
			x += g.cols[i].width
		}
	})
	f.y += head.height
	return nil
}

// header sets the header where the table begins.
func (f *flow) header(g *grid, head *laidRow) error {
	if head.cells == nil {
		return nil
	}
	f.artifact("", func() { f.shadeHeader(head) })
	f.begin(Node{Kind: "TR"})
	x := side
	for i, c := range head.cells {
		e := f.begin(Node{Kind: "TH", Scope: "Column"})
		if !c.empty() {
			f.tagged(e, func() { f.drawCell(c, g.cols[i], x, f.y+head.pad, 0, c.count(), Bold) })
		}
		f.end()
		x += g.cols[i].width
	}
	f.y += head.height
	f.end()
	return nil
}

func (f *flow) shadeHeader(head *laidRow) {
	f.fill(side, f.y, f.bodyWidth(), head.height, shade)
	f.rule(side, f.y+head.height, f.bodyWidth(), 0.9, muted)
}
