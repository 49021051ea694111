// Package page sets a report on paper and writes it as tagged PDF, that a
// screen reader can read and that looks the same on every computer.
package page

import (
	"bufio"
	"context"
	"fmt"
	"io"

	pdf "github.com/boxesandglue/baseline-pdf"

	"infoklass/domain/report"
)

// PDF writes doc to w as tagged PDF (PDF/UA-1) on A4. The same document gives
// the same bytes. Progress, which may be nil, is called with the rows done and the
// rows in all. An error of w or ctx ends the writing, and the file is then not whole.
func PDF(ctx context.Context, w io.Writer, doc report.Document, progress func(done, total int)) error {
	f, err := newFlow(ctx, doc, progress)
	if err != nil {
		return err
	}
	out := &sink{w: bufio.NewWriterSize(w, 1<<16)}
	wr, err := newWriter(out, f)
	if err != nil {
		return err
	}
	if err := wr.write(f); err != nil {
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

// writer replays display lists into a PDF, each page as soon as it is set, so
// that a list of ten thousand rows is never held in memory.
type writer struct {
	out   *pdf.PDF
	sink  *sink
	faces [2]*face
	tree  *tree
	pages []sheet
	paint painter
}

// sheet is a page whose body is written.
type sheet struct {
	num  pdf.Objectnumber
	body *pdf.Object
}

func newWriter(out *sink, f *flow) (*writer, error) {
	w := &writer{out: pdf.NewPDFWriter(out), sink: out}
	w.out.DefaultPageWidth, w.out.DefaultPageHeight = f.width, f.height
	for i, m := range f.fonts {
		face, err := newFace(w.out, m)
		if err != nil {
			return nil, err
		}
		w.faces[i] = face
	}
	w.tree = newTree(w.out)
	w.paint = painter{height: f.height, faces: &w.faces}
	return w, nil
}

func (w *writer) write(f *flow) error {
	if err := f.lay(w.body); err != nil {
		return err
	}
	for i := range w.pages {
		if err := w.place(i, f.furniture(i+1, len(w.pages))); err != nil {
			return err
		}
	}
	if err := w.tree.finish(); err != nil {
		return err
	}
	if err := w.describe(f.doc); err != nil {
		return err
	}
	if err := w.out.Finish(); err != nil {
		return err
	}
	return w.sink.err
}

// body writes what is on a page, except its header and footer.
func (w *writer) body(ops []Op) error {
	s := sheet{num: w.out.NextObject()}
	w.tree.beginPage(s.num)
	if err := w.replay(ops); err != nil {
		return err
	}
	var err error
	s.body, err = w.stream()
	w.pages = append(w.pages, s)
	return err
}

// place puts a page into the document, with its header and footer.
func (w *writer) place(i int, furniture []Op) error {
	if err := w.replay(furniture); err != nil {
		return err
	}
	over, err := w.stream()
	if err != nil {
		return err
	}
	s := w.pages[i]
	p := w.out.AddPage(s.body, s.num)
	p.Faces = []*pdf.Face{w.faces[Regular].inPDF, w.faces[Bold].inPDF}
	p.Dict = pdf.Dict{
		"Contents":      "[" + s.body.ObjectNumber.Ref() + " " + over.ObjectNumber.Ref() + "]",
		"StructParents": i, "Tabs": "/S",
	}
	p.Objnum = s.num
	return nil
}

// replay writes the structure and paints the rest.
func (w *writer) replay(ops []Op) error {
	w.paint.begin()
	for _, op := range ops {
		switch op := op.(type) {
		case Open:
			w.tree.open(op.Node)
		case Close:
			if err := w.tree.close(op.Node); err != nil {
				return err
			}
		case Begin:
			if op.Node != nil {
				w.paint.content(op.Node.Kind, w.tree.content(op.Node))
			} else {
				w.paint.artifact(op.Artifact)
			}
		default:
			w.paint.draw(op)
		}
	}
	return nil
}

// stream writes what is painted as a content stream.
func (w *writer) stream() (*pdf.Object, error) {
	obj := w.out.NewObject()
	obj.ForceStream = true
	obj.SetCompression(9)
	obj.Data.Write(w.paint.buf)
	return obj, obj.Save()
}
