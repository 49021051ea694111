package page

import (
	"context"

	"infoklass/domain/report"
	"infoklass/domain/text"
)

// margins of the paper, in points.
const (
	side   = 42.0
	top    = 54.0
	bottom = 46.0
)

// flow sets the blocks of one document, one below the other, over as many pages as they need.
type flow struct {
	ctx      context.Context
	doc      report.Document
	p        *text.Printer
	fonts    [2]*metrics
	width    float64 // of the paper
	height   float64
	ops      []Op    // of the page being set
	open     []*Node // from the outermost to the innermost
	y        float64 // where the next block begins, from the top of the page
	rules    []Rule  // that separate rows: drawn together at the page's end
	emit     func(page []Op) error
	progress func(done, total int)
	done     int
	total    int
}

func newFlow(ctx context.Context, doc report.Document, progress func(done, total int)) (*flow, error) {
	fonts, err := loadMetrics()
	if err != nil {
		return nil, err
	}
	f := &flow{ctx: ctx, doc: doc, p: text.In(doc.Lang), fonts: fonts, progress: progress, width: shortSide, height: longSide}
	if doc.Orientation == report.Landscape {
		f.width, f.height = longSide, shortSide
	}
	for _, b := range doc.Blocks {
		if t, ok := b.(report.Table); ok {
			f.total += len(t.Rows)
		}
	}
	return f, nil
}

// lay hands out the pages as they are set, without header and footer: those
// say how many pages there are.
func (f *flow) lay(emit func(page []Op) error) error {
	f.emit, f.y = emit, top
	if err := f.front(); err != nil {
		return err
	}
	for i, b := range f.doc.Blocks {
		if err := f.block(b, f.doc.Blocks[i+1:]); err != nil {
			return err
		}
	}
	return f.endPage()
}

// step counts a row as done, and returns an error when the caller wants to stop.
func (f *flow) step() error {
	f.done++
	if f.done%64 != 0 && f.done != f.total {
		return nil
	}
	if f.progress != nil {
		f.progress(f.done, f.total)
	}
	return f.ctx.Err()
}

func (f *flow) bodyWidth() float64 { return f.width - 2*side }
func (f *flow) floor() float64     { return f.height - bottom }

// room reports whether h points are left on the page.
func (f *flow) room(h float64) bool { return f.y+h <= f.floor()+0.01 }

// need begins a new page unless h points are left on this one.
func (f *flow) need(h float64) error {
	if f.room(h) || f.y <= top {
		return nil
	}
	return f.nextPage()
}

func (f *flow) nextPage() error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	if err := f.endPage(); err != nil {
		return err
	}
	f.y = top
	return nil
}

// endPage hands out the page, with its rules in one span: they are decoration
// that a screen reader skips.
func (f *flow) endPage() error {
	f.artifact("", func() {
		for _, r := range f.rules {
			f.draw(r)
		}
	})
	ops := f.ops
	f.ops, f.rules = make([]Op, 0, len(ops)), f.rules[:0]
	return f.emit(ops)
}

func (f *flow) draw(op Op) { f.ops = append(f.ops, op) }

// begin opens a node inside the innermost open one, and end closes it.
func (f *flow) begin(n Node) *Node {
	if len(f.open) > 0 {
		n.Parent = f.open[len(f.open)-1]
	}
	f.open = append(f.open, &n)
	f.draw(Open{&n})
	return &n
}

func (f *flow) end() {
	last := len(f.open) - 1
	f.draw(Close{f.open[last]})
	f.open = f.open[:last]
}

// tagged draws content that belongs to a node.
func (f *flow) tagged(n *Node, draw func()) {
	f.draw(Begin{Node: n})
	draw()
	f.draw(End{})
}

// artifact draws what only decorates or repeats, and is not read aloud.
func (f *flow) artifact(kind string, draw func()) {
	f.draw(Begin{Artifact: kind})
	draw()
	f.draw(End{})
}

// text sets one line with its baseline at y.
func (f *flow) text(font Font, size float64, ink Colour, x, y float64, s string) {
	if s != "" {
		f.draw(Text{X: x, Y: y, Size: size, Font: font, Ink: ink, Text: s})
	}
}

// fill fills a rectangle, frame strokes one.
func (f *flow) fill(x, y, w, h float64, ink Colour) {
	f.draw(Box{X: x, Y: y, W: w, H: h, Fill: &ink})
}

func (f *flow) frame(x, y, w, h, line float64, ink Colour) {
	f.draw(Box{X: x, Y: y, W: w, H: h, Line: line, Stroke: ink})
}

func (f *flow) rule(x, y, w, line float64, ink Colour) {
	f.draw(Rule{X: x, Y: y, W: w, Line: line, Ink: ink})
}
