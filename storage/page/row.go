package page

import (
	"infoklass/domain/report"
)

// laidRow is a row whose texts are divided into lines.
type laidRow struct {
	cells  []laidCell
	lines  int     // of the tallest cell, at least 1
	step   float64 // distance between baselines
	height float64
	pad    float64 // room above and below
}

type laidCell struct {
	content
	lines []string
	size  float64
	bold  bool
}

func (c laidCell) empty() bool { return c.badge == nil && c.bar == nil && !c.tick && len(c.lines) == 0 }

func (c laidCell) count() int {
	if c.badge != nil || c.bar != nil {
		return 1
	}
	return max(len(c.lines), c.room, index(c.tick))
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// indent is where the text begins after a box to be ticked.
func (c laidCell) indent() float64 {
	if c.tick {
		return tickSize + padX
	}
	return 0
}

// tickSize is the side of a box to be ticked, in points.
const tickSize = 8.0

func (f *flow) layRow(g *grid, cells []content, head bool) *laidRow {
	if cells == nil {
		return &laidRow{}
	}
	r := &laidRow{cells: make([]laidCell, len(cells)), lines: 1, step: g.size * cellLineHeight, pad: padY}
	if g.lean {
		r.pad = padY / 3
	}
	for i, c := range cells {
		lc := laidCell{content: c, size: g.size, bold: head || c.tone == report.Strong || g.rowHeads && i == 0 && g.lean}
		if c.badge == nil && c.bar == nil {
			m := f.fonts[Regular]
			if lc.bold {
				m = f.fonts[Bold]
			}
			lc.lines = wrap(m, c.text, g.size, g.cols[i].width-2*padX-lc.indent())
			if most := f.headLines(r.step); head && len(lc.lines) > most {
				lc.lines = append(lc.lines[:most-1:most-1], "…")
			}
		}
		r.lines = max(r.lines, lc.count())
		r.cells[i] = lc
	}
	r.height = float64(r.lines)*r.step + 2*r.pad
	return r
}

// headLines is how many lines a header may have: it is repeated on every page,
// most of which must be left to the rows.
func (f *flow) headLines(step float64) int { return int((f.floor() - top) * 0.4 / step) }

// drawRow draws n lines of every cell, beginning with line from.
func (f *flow) drawRow(g *grid, row *Node, nodes []*Node, r *laidRow, from, n int) {
	x := side
	for i, c := range r.cells {
		if nodes[i] == nil {
			nodes[i] = f.cellNode(row, g.rowHeads && i == 0)
		}
		if m := min(c.count()-from, n); m > 0 {
			draw := func() { f.drawCell(c, g.cols[i], x, f.y+r.pad, from, from+m, fontOf(c)) }
			switch {
			case c.bar != nil:
				f.artifact("", draw) // the figures are written beside it
			case from < len(c.lines) || c.badge != nil:
				f.tagged(nodes[i], draw)
			}
			if c.tick && from == 0 {
				f.artifact("", func() { f.frame(x+padX, f.y+r.pad+(r.step-tickSize)/2, tickSize, tickSize, 0.8, black) })
			}
		}
		x += g.cols[i].width
	}
	f.y += float64(n)*r.step + 2*r.pad
	if !g.lean {
		f.rules = append(f.rules, Rule{X: side, Y: f.y, W: f.bodyWidth(), Line: 0.4, Ink: rule})
	}
}

// cellNode opens the node of a cell. Cells are closed together when their row
// is done, for a row may go on over several pages.
func (f *flow) cellNode(row *Node, head bool) *Node {
	n := &Node{Kind: "TD", Parent: row}
	if head {
		n.Kind, n.Scope = "TH", "Row"
	}
	f.draw(Open{n})
	return n
}

func fontOf(c laidCell) Font {
	if c.bold {
		return Bold
	}
	return Regular
}

// drawCell draws the lines from up to to of a cell whose upper left corner is at x, y.
func (f *flow) drawCell(c laidCell, col gridColumn, x, y float64, from, to int, font Font) {
	step := c.size * cellLineHeight
	switch {
	case c.badge != nil:
		f.badge(*c.badge, x+(col.width-badgeWidth)/2, y+(step-badgeHeight)/2)
		return
	case c.bar != nil:
		f.bar(c.bar, x+padX, y, col.width-2*padX, step)
		return
	}
	ink := black
	if c.tone == report.Muted {
		ink = muted
	}
	for i, l := range c.lines[from:min(to, len(c.lines))] {
		at := x + padX + c.indent()
		switch {
		case col.right:
			at = x + col.width - padX - f.fonts[font].width(l, c.size)
		case col.centre:
			at = x + (col.width-f.fonts[font].width(l, c.size))/2
		}
		f.text(font, c.size, ink, at, y+float64(i)*step+c.size*0.98, l)
	}
}
