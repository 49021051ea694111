package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as a search compares it: in lower case, with white space as
// single blanks and without accents. å, ä and ö stay, because they are letters
// of their own in Swedish. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	if plain(s) {
		return s
	}
	return string(AppendFold(make([]byte, 0, len(s)), s))
}

// AppendFold appends Fold(s) to dst. ASCII and the Swedish letters take a short
// way, because a large register is folded whole when it is opened.
func AppendFold(dst []byte, s string) []byte {
	start := len(dst)
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			blank = len(dst) > start
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c >= utf8.RuneSelf:
			if !swedishAt(s, i) {
				return appendFolded(dst[:start], s)
			}
			if blank {
				dst, blank = append(dst, ' '), false
			}
			i++
			dst = append(dst, c, s[i]|0x20)
			continue
		}
		if blank {
			dst, blank = append(dst, ' '), false
		}
		dst = append(dst, c)
	}
	return dst
}

// swedishAt reports whether å, ä or ö, small or capital, is at i. In UTF-8 the
// capital is the small letter without the bit 0x20.
func swedishAt(s string, i int) bool {
	if s[i] != 0xc3 || i+1 == len(s) {
		return false
	}
	switch s[i+1] | 0x20 {
	case 0xa5, 0xa4, 0xb6:
		return true
	}
	return false
}

// appendFolded is AppendFold for any text.
func appendFolded(dst []byte, s string) []byte {
	start := len(dst)
	blank := false
	for _, r := range norm.NFC.String(s) {
		if unicode.IsSpace(r) {
			blank = len(dst) > start
			continue
		}
		if r = letter(r); r < 0 {
			continue
		}
		if blank {
			dst, blank = append(dst, ' '), false
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// letter folds one letter; -1 means that it is dropped.
func letter(r rune) rune {
	r = unicode.ToLower(r)
	if r >= utf8.RuneSelf && r != 'å' && r != 'ä' && r != 'ö' {
		r = base(r)
	}
	switch r {
	case 'æ':
		return 'ä'
	case 'ø':
		return 'ö'
	}
	return r
}

// plain reports whether s is folded already: ASCII without capitals, and no
// white space but single blanks inside. Most values of a register are.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c < ' ' || c == 0x7f:
			return false
		case c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' '):
			return false
		}
	}
	return true
}

// base returns a letter without its accents, and -1 for a mark that stands alone.
func base(r rune) rune {
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
		r = unicode.ToLower(r)
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}
