package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold writes s the way a search compares it: lower case, white space as
// single blanks, accents taken away, but å, ä and ö kept, which are letters of
// their own in Swedish and no variants of a and o. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFC.String(s) {
		r = unicode.ToLower(r)
		switch {
		case unicode.IsSpace(r) || r == '\u00a0':
			blank = b.Len() > 0
			continue
		case r == 'å' || r == 'ä' || r == 'ö':
		case r == 'æ':
			r = 'ä'
		case r == 'ø':
			r = 'ö'
		case r >= utf8.RuneSelf:
			if r = base(r); r < 0 {
				continue
			}
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain tells whether s is folded already: ASCII without capitals or white
// space other than single blanks inside. Most values of a register are looked at only here.
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

// base takes the accents off a letter; a mark that stands alone is dropped (-1).
func base(r rune) rune {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		first, _ := utf8.DecodeRune(d)
		return unicode.ToLower(first)
	}
	return r
}
