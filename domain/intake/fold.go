package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy is a text as a person means it: one space between words, none around.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// isTidy is the quick way out for the many cells that are tidy already. Letters
// outside ASCII are let through where they cannot be spaces or combining marks.
func isTidy(s string) bool {
	space := true // a space here would be one too many
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c < ' ', c == 0xC2, c >= 0xCC: // control, NBSP and its like, combining marks and beyond
			return false
		default:
			space = false
		}
	}
	return !space || s == ""
}

// fold writes a text for comparing: small letters, words parted by one space,
// everything that is neither letter nor digit gone.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFC.String(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// compact is fold without spaces: how headers are compared. A text without
// letters and digits, such as #, is compared as it stands.
func compact(s string) string {
	c := strings.ReplaceAll(fold(s), " ", "")
	if c == "" {
		return strings.TrimSpace(s)
	}
	return c
}

// caseless compares names: white space and case aside, nothing else.
func caseless(s string) string { return strings.ToLower(tidy(s)) }

// unCamel parts words that programs have joined: DataClassification.
func unCamel(s string) string {
	var b strings.Builder
	prev := rune(0)
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if unicode.IsUpper(r) && (unicode.IsLower(prev) || unicode.IsUpper(prev) && unicode.IsLower(next)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

func letters(s string) int { return utf8.RuneCountInString(s) }
