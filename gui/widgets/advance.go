package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// ellipsis marks a text that was cut.
const ellipsis = "…"

// face is a font as far as widths go.
type face struct {
	size  float32
	style fyne.TextStyle
}

// advances remembers how wide single characters are. Adding them up costs a
// hundredth of shaping a whole text, and tables fit thousands of texts a second.
// Only the window's goroutine uses it.
var advances = map[face]map[rune]float32{}

// samples is how often a character is written to measure it, so that the
// rounding of one measurement does not add up.
const samples = 16

func (f face) advance(r rune) float32 {
	known := advances[f]
	if known == nil {
		known = map[rune]float32{}
		advances[f] = known
	}
	w, ok := known[r]
	if !ok {
		w = fyne.MeasureText(strings.Repeat(string(r), samples), f.size, f.style).Width / samples
		known[r] = w
	}
	return w
}

// width is the length of s within a pixel or so: kerning is left out.
func (f face) width(s string) float32 {
	sum := float32(0)
	for _, r := range s {
		sum += f.advance(r)
	}
	return sum
}

func (f face) height() float32 { return fyne.MeasureText("Åg", f.size, f.style).Height }

// elide cuts s to fit room, ending in …, and reports whether it had to.
func (f face) elide(s string, room float32) (string, bool) {
	if strings.ContainsAny(s, "\r\n\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	mark := f.advance('…')
	used, fits := float32(0), 0
	for i, r := range s {
		if used+mark <= room {
			fits = i // a cut before r leaves room for the mark
		}
		used += f.advance(r)
		if used > room {
			return strings.TrimRight(s[:fits], " ") + ellipsis, true
		}
	}
	return s, false
}

// wrap breaks s into lines no longer than room: between words, and inside a
// word only if it is longer than a whole line. A line break in s is kept.
func (f face) wrap(s string, room float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		lines = append(lines, f.wrapParagraph(paragraph, room)...)
	}
	return lines
}

func (f face) wrapParagraph(s string, room float32) []string {
	var lines []string
	line, used := "", float32(0)
	space := f.advance(' ')
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' }) {
		w := f.width(word)
		if line != "" && used+space+w <= room {
			line, used = line+" "+word, used+space+w
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for w > room {
			head := f.head(word, room)
			lines = append(lines, head)
			word = word[len(head):]
			w = f.width(word)
		}
		line, used = word, w
	}
	return append(lines, line)
}

// head is as much of word as fits room, at least one character.
func (f face) head(word string, room float32) string {
	used := float32(0)
	for i, r := range word {
		used += f.advance(r)
		if used > room {
			if i == 0 {
				_, n := utf8.DecodeRuneInString(word)
				return word[:n]
			}
			return word[:i]
		}
	}
	return word
}
