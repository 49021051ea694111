// Package page writes a report as a file to read and print: tagged PDF, that a
// screen reader can read and that looks the same on every computer.
package page

import (
	"bufio"
	"context"
	"fmt"
	"io"

	pdf "github.com/boxesandglue/baseline-pdf"

	"infoklass/domain/report"
	"infoklass/domain/text"
)

// PDF writes doc to w as tagged PDF (PDF/UA-1) on A4. The same document gives
// the same bytes. Progress, which may be nil, is called with the rows done and the
// rows in all. An error of w or ctx ends the writing, and the file is then not whole.
func PDF(ctx context.Context, w io.Writer, doc report.Document, progress func(done, total int)) error {
	out := &sink{w: bufio.NewWriterSize(w, 1<<16)}
	f, err := newFlow(ctx, out, doc, progress)
	if err != nil {
		return err
	}
	if err := f.write(); err != nil {
		return fmt.Errorf("page: write pdf: %w", err)
	}
	if err := out.flush(); err != nil {
		return fmt.Errorf("page: write pdf: %w", err)
	}
	return nil
}

// sink remembers the first error of a writer: the PDF library does not pass all of them on.
type sink struct {
	w   *bufio.Writer
	err error
}

func (s *sink) Write(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.w.Write(p)
	s.err = err
	return n, err
}

func (s *sink) flush() error {
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// A4 in points.
const (
	shortSide = 595.28
	longSide  = 841.89
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
	sink     *sink
	doc      report.Document
	p        *text.Printer
	out      *pdf.PDF
	tree     *tree
	regular  *face
	bold     *face
	width    float64 // of the paper
	height   float64
	pages    []*sheet
	page     *canvas
	y        float64 // where the next block begins, from the top of the page
	rules    []stroke
	progress func(done, total int)
	done     int
	total    int
}

// sheet is a page whose body is written.
type sheet struct {
	num  pdf.Objectnumber
	body *pdf.Object
}

// stroke is a line that separates rows. Those of a page are drawn together,
// for they are decoration that a screen reader skips.
type stroke struct{ x, y, w, width float64 }

func newFlow(ctx context.Context, out *sink, doc report.Document, progress func(done, total int)) (*flow, error) {
	m, err := loadMetrics()
	if err != nil {
		return nil, err
	}
	f := &flow{ctx: ctx, sink: out, doc: doc, p: text.In(doc.Lang), progress: progress, width: shortSide, height: longSide}
	if doc.Orientation == report.Landscape {
		f.width, f.height = longSide, shortSide
	}
	f.out = pdf.NewPDFWriter(out)
	f.out.DefaultPageWidth, f.out.DefaultPageHeight = f.width, f.height
	if f.regular, err = newFace(f.out, m[0]); err != nil {
		return nil, err
	}
	if f.bold, err = newFace(f.out, m[1]); err != nil {
		return nil, err
	}
	f.tree = newTree(f.out)
	for _, b := range doc.Blocks {
		if t, ok := b.(report.Table); ok {
			f.total += len(t.Rows)
		}
	}
	return f, nil
}

func (f *flow) write() error {
	f.beginPage()
	if err := f.front(); err != nil {
		return err
	}
	for i, b := range f.doc.Blocks {
		if err := f.block(b, f.doc.Blocks[i+1:]); err != nil {
			return err
		}
	}
	if err := f.endPage(); err != nil {
		return err
	}
	if err := f.furnish(); err != nil {
		return err
	}
	if err := f.tree.finish(); err != nil {
		return err
	}
	if err := f.describe(); err != nil {
		return err
	}
	if err := f.out.Finish(); err != nil {
		return err
	}
	return f.sink.err
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
	f.beginPage()
	return nil
}

func (f *flow) beginPage() {
	f.pages = append(f.pages, &sheet{num: f.out.NextObject()})
	f.tree.beginPage()
	var buf []byte
	if f.page != nil {
		buf = f.page.buf[:0]
	}
	f.page = &canvas{height: f.height, buf: buf}
	f.y = top
}

// endPage writes the page's body. Header and footer come later: they say how
// many pages there are.
func (f *flow) endPage() error {
	f.artifact("", func() {
		for _, s := range f.rules {
			f.page.line(s.x, s.y, s.w, s.width, rule)
		}
	})
	f.rules = f.rules[:0]
	body, err := f.stream(f.page.buf)
	if err != nil {
		return err
	}
	f.pages[len(f.pages)-1].body = body
	return nil
}

// stream writes a content stream.
func (f *flow) stream(content []byte) (*pdf.Object, error) {
	obj := f.out.NewObject()
	obj.ForceStream = true
	obj.SetCompression(9)
	obj.Data.Write(content)
	return obj, obj.Save()
}

// tagged draws content that belongs to an element of the structure.
func (f *flow) tagged(e *element, draw func()) {
	mcid := f.tree.content(e, f.pages[len(f.pages)-1].num)
	c := f.page
	c.op("/")
	c.op(e.kind)
	c.op(" <</MCID ")
	c.num(float64(mcid))
	c.op(">> BDC\n")
	draw()
	c.op("EMC\n")
}

// artifact draws what only decorates or repeats, and is not read aloud. Kind
// says which sort of repetition it is: Header or Footer, empty for decoration.
func (f *flow) artifact(kind string, draw func()) {
	c := f.page
	if kind == "" {
		c.op("/Artifact <</Type /Layout>> BDC\n")
	} else {
		c.op("/Artifact <</Type /Pagination /Subtype /" + kind + ">> BDC\n")
	}
	draw()
	c.op("EMC\n")
}
