package page

import (
	"strings"

	"infoklass/domain/report"
)

const smallSize = 8.0

// furniture is the header and footer of a page, counted from 1.
func (f *flow) furniture(number, of int) []Op {
	f.ops = nil
	if number > 1 {
		f.artifact("Header", f.running)
	}
	f.artifact("Header", f.marks)
	f.artifact("Footer", func() { f.footer(number, of) })
	return f.ops
}

// running writes, at the upper left of every page but the first, whose document it
// is and what its signs mean.
func (f *flow) running() {
	whose := clipped(f.fonts[Bold], oneLine(f.doc.Meta.Municipality), smallSize, 180)
	f.text(Bold, smallSize, muted, side, 32, whose)
	f.text(Regular, 7.5, muted, side, 43, clipped(f.fonts[Regular], oneLine(f.doc.Legend), 7.5, f.bodyWidth()))
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
		f.mark(right, 9, clipped(f.fonts[Bold], oneLine(f.doc.Meta.Marking), 9, right-side-200))
	}
}

// mark frames a word whose right edge is at right, and returns where the next one may end.
func (f *flow) mark(right, size float64, word string) float64 {
	w := f.fonts[Bold].width(word, size) + 14
	f.frame(right-w, 18, w, size+8, 1.2, black)
	f.text(Bold, size, black, right-w+7, 18+size+2.2, word)
	return right - w - 10
}

// footer says which document this is, of which day, and which of its pages.
func (f *flow) footer(number, of int) {
	d := f.doc
	y := f.height - 28
	f.rule(side, y-11, f.bodyWidth(), 0.5, rule)
	pages := f.p.T("report.pageOf", "page", f.p.Int(number), "pages", f.p.Int(of))
	w := f.fonts[Regular].width(pages, smallSize)
	f.text(Regular, smallSize, muted, f.width-side-w, y, pages)
	var parts []string
	for _, s := range []string{d.Meta.Municipality, d.Title, d.Meta.Object, d.Meta.Date, d.Meta.Version, d.Meta.Dnr} {
		if s != "" {
			parts = append(parts, oneLine(s))
		}
	}
	line := strings.Join(parts, " · ")
	f.text(Regular, smallSize, muted, side, y, clipped(f.fonts[Regular], line, smallSize, f.bodyWidth()-w-16))
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
