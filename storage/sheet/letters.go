package sheet

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"infoklass/domain/text"
)

// eightBit are the alphabets of one byte a letter that lists are saved in, the
// likeliest first: Swedish Excel, DOS programs, and Excel on old Macintoshes.
var eightBit = []struct {
	table  *charmap.Charmap
	notice string // said where it is not what everybody has today
}{
	{charmap.Windows1252, ""}, {charmap.CodePage850, "sheet.notice.dos"}, {charmap.Macintosh, "sheet.notice.mac"},
}

// fromEightBit decodes text by the alphabet in which it reads most like
// Swedish, and says so where that is an unusual one.
func fromEightBit(b []byte) ([]byte, *text.Message) {
	best, bestScore := 0, 0
	for i, a := range eightBit {
		if score := likeness(b, a.table); i == 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	out, err := eightBit[best].table.NewDecoder().Bytes(b)
	if err != nil {
		out = bytes.ToValidUTF8(b, []byte("\ufffd")) // a charmap refuses no byte; never lose a list over it
	}
	if eightBit[best].notice == "" {
		return out, nil
	}
	said := text.Msg(eightBit[best].notice)
	return out, &said
}

// likeness is how many letters beyond ASCII are where Swedish words have them,
// minus how many are where no word has them.
func likeness(b []byte, table *charmap.Charmap) int {
	score := 0
	before := rune(' ')
	for i, c := range b {
		r := table.DecodeByte(c)
		if c >= utf8.RuneSelf {
			after := rune(' ')
			if i+1 < len(b) {
				after = table.DecodeByte(b[i+1])
			}
			score += fitsBetween(before, r, after)
		}
		before = r
	}
	return score
}

// fitsBetween is positive for a letter that Swedish words have there, negative
// for one that they do not have, and 0 for signs that may come between words.
func fitsBetween(before, r, after rune) int {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch r {
	case 'å', 'ä', 'ö':
		if !unicode.IsUpper(after) && inWord {
			return 2
		}
	case 'Å', 'Ä', 'Ö':
		if !unicode.IsLower(before) && inWord {
			return 2
		}
	case 'é', 'É', 'è', 'ü', 'Ü', 'á', 'à', 'æ', 'ø', 'Æ', 'Ø', 'ë':
		if inWord {
			return 1
		}
	case '–', '—', '’', '‘', '”', '“', '…', '·', '•', '§', '°', '½', '€', '©', '®', '×', '²', '³', '«', '»', '\u00a0', '´', '£':
		if !unicode.IsLetter(before) || !unicode.IsLetter(after) || r == '’' || r == '\u00a0' {
			return 0
		}
	}
	return -1
}

// mendTwice gives back the letters of lines that were UTF-8, taken for
// Windows-1252 and saved as UTF-8 once more: Ã¶ is ö. It reports how many.
func mendTwice(b []byte) ([]byte, int) {
	if !bytes.Contains(b, []byte("Ã")) && !bytes.Contains(b, []byte("â€")) {
		return b, 0
	}
	mended := 0
	var out []byte
	for line := range bytes.Lines(b) {
		if once, ok := undoTwice(line); ok {
			line = once
			mended++
		}
		out = append(out, line...)
	}
	return out, mended
}

// undoTwice returns what a line was before it was encoded again, and false for a
// line that makes sense as it is.
func undoTwice(line []byte) ([]byte, bool) {
	once := make([]byte, 0, len(line))
	wide := false
	for _, r := range string(line) {
		c, ok := charmap.Windows1252.EncodeRune(r)
		switch {
		case ok:
		case r < 0x100: // the five places that Windows-1252 leaves empty
			c = byte(r)
		default:
			return nil, false
		}
		wide = wide || c >= utf8.RuneSelf
		once = append(once, c)
	}
	return once, wide && utf8.Valid(once)
}
