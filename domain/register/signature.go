package register

// signature marks which letters and pairs of letters a text holds. A text
// whose signature lacks a mark of a word does not hold the word, so most texts
// of a large register need not be looked through.
type signature [8]uint64

func (s *signature) mark(bit uint32) { s[bit>>6&7] |= 1 << (bit & 63) }

// signatureOf marks a folded text.
func signatureOf(text string) signature {
	var s signature
	var before uint32
	for i := 0; i < len(text); i++ {
		c := uint32(text[i])
		s.mark(c * 0x9e3779b1 >> 23)
		if i > 0 {
			s.mark((before<<8 | c) * 0x85ebca6b >> 23)
		}
		before = c
	}
	return s
}

// mayHold reports whether a text with signature s can hold one with signature word.
func (s *signature) mayHold(word *signature) bool {
	for i, w := range word {
		if s[i]&w != w {
			return false
		}
	}
	return true
}
