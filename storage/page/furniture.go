package page

import (
	"strings"

	pdf "github.com/boxesandglue/baseline-pdf"

	"infoklass/domain/report"
)

const smallSize = 8.0

// furnish adds header and footer to every page and places the pages in the document.
func (f *flow) furnish() error {
	for i, s := range f.pages {
		f.page = &canvas{height: f.height}
		if i > 0 {
			f.artifact("Header", f.running)
		}
		f.artifact("Header", f.marks)
		f.artifact("Footer", func() { f.footer(i + 1) })
		over, err := f.stream(f.page.buf)
		if err != nil {
			return err
		}
		p := f.out.AddPage(s.body, s.num)
		p.Faces = []*pdf.Face{f.regular.inPDF, f.bold.inPDF}
		p.Dict = pdf.Dict{
			"Contents":      "[" + s.body.ObjectNumber.Ref() + " " + over.ObjectNumber.Ref() + "]",
			"StructParents": i, "Tabs": "/S",
		}
		p.Objnum = s.num
	}
	return nil
}

// running writes, at the upper left of every page but the first, whose document it
// is and what its signs mean.
func (f *flow) running() {
	whose := clipped(f.bold.metrics, oneLine(f.doc.Meta.Municipality), smallSize, 180)
	f.page.text(f.bold, smallSize, muted, side, 32, whose)
	f.page.text(f.regular, 7.5, muted, side, 43, clipped(f.regular.metrics, oneLine(f.doc.Legend), 7.5, f.bodyWidth()))
}

func oneLine(s string) string { return strings.ReplaceAll(clean(s), "\n", " ") }

// marks draws what must be seen on every page, at the upper right: that the
// document is a draft, and the marking of secrecy.
func (f *flow) marks() {
	right := f.width - side
	switch f.doc.Meta.Status {
	case report.Draft:
		right = f.mark(right, 12, f.p.T("report.draftMark"))
	case report.Imported:
		right = f.mark(right, 9, f.p.T("report.importedMark"))
	}
	if f.doc.Meta.Marking != "" {
		f.mark(right, 9, clipped(f.bold.metrics, oneLine(f.doc.Meta.Marking), 9, right-side-200))
	}
}

// mark frames a word whose right edge is at right, and returns where the next one may end.
func (f *flow) mark(right, size float64, word string) float64 {
	w := f.bold.width(word, size) + 14
	f.page.frame(right-w, 18, w, size+8, 1.2, black)
	f.page.text(f.bold, size, black, right-w+7, 18+size+2.2, word)
	return right - w - 10
}

// footer says which document this is, of which day, and which of its pages.
func (f *flow) footer(number int) {
	d := f.doc
	y := f.height - 28
	f.page.line(side, y-11, f.bodyWidth(), 0.5, rule)
	pages := f.p.T("report.pageOf", "page", f.p.Int(number), "pages", f.p.Int(len(f.pages)))
	w := f.regular.width(pages, smallSize)
	f.page.text(f.regular, smallSize, muted, f.width-side-w, y, pages)
	var parts []string
	for _, s := range []string{d.Meta.Municipality, d.Title, d.Meta.Object, d.Meta.Date, d.Meta.Version, d.Meta.Dnr} {
		if s != "" {
			parts = append(parts, oneLine(s))
		}
	}
	line := strings.Join(parts, " · ")
	f.page.text(f.regular, smallSize, muted, side, y, clipped(f.regular.metrics, line, smallSize, f.bodyWidth()-w-16))
}

// clipped shortens a text to a width. Only text that repeats on every page is
// clipped; it is written in full elsewhere.
func clipped(m *metrics, s string, size, width float64) string {
	if m.width(s, size) <= width {
		return s
	}
	left := width - m.width("…", size)
	for i, r := range s {
		left -= float64(m.advance(r)) * size / 1000
		if left < 0 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}
