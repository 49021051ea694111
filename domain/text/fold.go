package text

import (
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
	return string(AppendFold(make([]byte, 0, len(s)), s))
}

// AppendFold appends Fold(s) to dst. A large register is folded whole when it
// is opened, so ASCII and the Swedish letters take the short way.
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

// swedishAt tells whether å, ä or ö, small or capital, stands at i. In UTF-8
// a capital of them is its small letter without the bit 0x20.
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

// letter folds one letter; -1 stands for one that is dropped.
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
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
		r = unicode.ToLower(r)
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}
