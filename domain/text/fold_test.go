package text_test

import (
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/text"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                    "",
		"journal":             "journal",
		"Journalsystem  HSL ": "journalsystem hsl",
		"ÅÄÖ åäö":             "åäö åäö",
		"A\u030angström":      "ångström", // å as two runes
		"Café Idé":            "cafe ide",
		"Støtte Ærø":          "stötte ärö",
		"a\u00a0b\tc\r\nd":    "a b c d",
		"\u200bzero":          "zero",
		"Ｆ":                   "ｆ",
		"Ö\u0301 å\u0308":     "ö å", // a letter with one more mark takes the long way
		"\xc3":                "\ufffd",
		"ä\xc3":               "ä\ufffd",
	} {
		if got := text.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldTwiceIsFoldOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		once := text.Fold(s)
		if twice := text.Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}

// A text is folded to the same by the short way and by the long one.
func TestFoldTakesBothWaysAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("aAzZåÅäÄöÖ \t\n-1")), 0, 20, -1).Draw(t, "s")
		short, long := text.Fold(s+"x"), text.Fold(s+"xé")
		if short+"e" != long {
			t.Fatalf("%q is folded to %q and to %q", s, short, long)
		}
	})
}
