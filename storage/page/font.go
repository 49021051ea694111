package page

import (
	_ "embed"
	"fmt"
	"sync"

	pdf "github.com/boxesandglue/baseline-pdf"
	"github.com/boxesandglue/textshape/ot"
)

// Noto Sans is shipped with the program, so that a document looks the same
// everywhere. Its licence, the SIL Open Font License, is in the same folder.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	regularFile []byte
	//go:embed fonts/NotoSans-Bold.ttf
	boldFile []byte
)

// missing is drawn for a character that the font lacks and that has no replacement.
const missing = "\uFFFD"

// standIns are drawn instead of characters that the font lacks. Copying the
// document, or listening to it, still gives the real ones.
var standIns = map[rune]string{
	'−': "–", '≥': ">=", '≤': "<=", '≠': "!=", '→': "->", '←': "<-", '⇒': "=>", '≈': "~",
	'✓': "x", '✔': "x", '☑': "x", '☒': "x", '●': "•", '■': "•", '▪': "•", '○': "o", '□': "o", '☐': "o", '∙': "·", '\n': " ",
}

// fastRunes is how many characters are looked up in an array, beyond every
// alphabet the font holds; the few symbols above it lie in a map.
const fastRunes = 0x2100

type glyph struct {
	id  uint16
	adv uint16 // in thousandths of the size
}

// metrics are the widths of a font. They are read once and never changed.
type metrics struct {
	file    []byte
	fast    [fastRunes]glyph
	rest    map[rune]glyph
	ascent  float64 // share of the size above and below the baseline
	descent float64
}

func (m *metrics) glyph(r rune) (glyph, bool) {
	if r < fastRunes && r >= 0 {
		g := m.fast[r]
		return g, g.id != 0
	}
	g, ok := m.rest[r]
	return g, ok
}

// advance is the width of a character, or of its stand-in, in thousandths of the size.
func (m *metrics) advance(r rune) int {
	if g, ok := m.glyph(r); ok {
		return int(g.adv)
	}
	n := 0
	for _, s := range standIn(r) {
		g, _ := m.glyph(s)
		n += int(g.adv)
	}
	return n
}

// width is the length of a text in points.
func (m *metrics) width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		n += m.advance(r)
	}
	return float64(n) * size / 1000
}

func standIn(r rune) string {
	if s, ok := standIns[r]; ok {
		return s
	}
	return missing
}

var loadMetrics = sync.OnceValues(func() ([2]*metrics, error) {
	var out [2]*metrics
	for i, file := range [][]byte{regularFile, boldFile} {
		m, err := readMetrics(file)
		if err != nil {
			return out, fmt.Errorf("page: read font: %w", err)
		}
		out[i] = m
	}
	return out, nil
})

func readMetrics(file []byte) (*metrics, error) {
	font, err := ot.ParseFont(file, 0)
	if err != nil {
		return nil, err
	}
	face, err := ot.NewFace(font)
	if err != nil {
		return nil, err
	}
	upem := float64(face.Upem())
	m := &metrics{file: file, rest: map[rune]glyph{}, ascent: float64(face.Ascender()) / upem, descent: -float64(face.Descender()) / upem}
	for r, id := range face.Cmap().CollectMapping() {
		g := glyph{id: uint16(id), adv: uint16(float64(face.HorizontalAdvance(id))*1000/upem + 0.5)}
		if r < fastRunes && r >= 0 {
			m.fast[r] = g
		} else {
			m.rest[r] = g
		}
	}
	return m, nil
}

// face is a font inside one document: it remembers which glyphs are used, for only those are embedded.
type face struct {
	*metrics
	inPDF *pdf.Face
	name  string // resource name: /F1
	used  [1 << 16]bool
}

func newFace(out *pdf.PDF, m *metrics) (*face, error) {
	f, err := out.NewFaceFromData(m.file, 0)
	if err != nil {
		return nil, fmt.Errorf("page: embed font: %w", err)
	}
	return &face{metrics: m, inPDF: f, name: f.InternalName()}, nil
}

// appendGlyphs writes s as the hexadecimal glyph numbers of a Tj, and reports
// whether something other than s is drawn.
func (f *face) appendGlyphs(dst []byte, s string) (out []byte, replaced bool) {
	for _, r := range s {
		g, ok := f.glyph(r)
		if ok {
			dst = f.appendGlyph(dst, g, r)
			continue
		}
		replaced = true
		for _, sub := range standIn(r) {
			if g, ok := f.glyph(sub); ok {
				dst = f.appendGlyph(dst, g, sub)
			}
		}
	}
	return dst, replaced
}

func (f *face) appendGlyph(dst []byte, g glyph, r rune) []byte {
	if !f.used[g.id] {
		f.used[g.id] = true
		// The character is registered too: several may share a glyph, and the
		// first one met decides what a copied text says, the same every time.
		f.inPDF.RegisterGlyph(int(g.id), string(r))
	}
	const hex = "0123456789ABCDEF"
	return append(dst, hex[g.id>>12], hex[g.id>>8&15], hex[g.id>>4&15], hex[g.id&15])
}
