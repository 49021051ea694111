package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean prepares a text for setting: composed letters (a list from a Mac
// writes å as a and a ring), no control characters, and line breaks as "\n".
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(norm.NFC.String(s), missing)
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r', r == '\u2028', r == '\u2029', r == '\v', r == '\f':
			return '\n'
		case r == '\t':
			return ' '
		case r == '\u00ad', unicode.Is(unicode.Cf, r), unicode.IsControl(r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		case r > utf8.MaxRune, unicode.Is(unicode.Co, r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// plain reports whether clean would change nothing: printable Latin-1.
func plain(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\n' || r > 0xff || r >= 0x7f && r <= 0xa0 || r == 0xad {
			return false
		}
	}
	return true
}

// wrap divides a text into lines no wider than width points. It breaks at
// spaces, after a hyphen or slash between letters, and inside a word only when
// the word alone is too wide.
func wrap(m *metrics, s string, size, width float64) []string {
	if s == "" {
		return nil
	}
	limit := int(width * 1000 / size)
	var lines []string
	for para := range strings.SplitSeq(clean(s), "\n") {
		lines = wrapLine(m, lines, para, limit)
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func wrapLine(m *metrics, lines []string, s string, limit int) []string {
	s = strings.Trim(s, " ")
	start, width := 0, 0
	cut, widthAtCut := -1, 0 // where the line may be broken, and how wide it is there
	prev, beforeSpace := rune(0), rune(0)
	for i, r := range s {
		if breakable(prev, r) && !(prev == ' ' && isDigit(beforeSpace) && isDigit(r)) {
			cut, widthAtCut = i, width
		}
		if r == ' ' && prev != ' ' {
			beforeSpace = prev
		}
		w := m.advance(r)
		for width+w > limit && i > start && r != ' ' {
			at := cut
			if at <= start {
				at, widthAtCut = i, width
			}
			lines = append(lines, strings.TrimRight(s[start:at], " "))
			start, width, cut = at, width-widthAtCut, -1
		}
		width += w
		prev = r
	}
	return append(lines, s[start:])
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// breakable reports whether a line may end between two characters. A date or a
// number is kept whole, also one written with spaces: 1 900.
func breakable(before, after rune) bool {
	switch before {
	case ' ':
		return after != ' '
	case '-', '/', '–', '_', '@':
		return unicode.IsLetter(after)
	case ',', ';':
		return unicode.IsLetter(after)
	}
	return false
}

// longestWord is the width in points of the widest part that wrap would not
// break unless it must, looked for no longer than needed to reach most.
func longestWord(m *metrics, s string, size, most float64) float64 {
	limit := int(most * 1000 / size)
	longest, width := 0, 0
	prev := rune(0)
	for _, r := range s {
		if r == '\n' || breakable(prev, r) {
			width = 0
		}
		if r != ' ' && r != '\n' {
			width += m.advance(r)
		}
		longest = max(longest, width)
		if longest >= limit {
			return most
		}
		prev = r
	}
	return float64(longest) * size / 1000
}
