package intake

import "strings"

// stopRows drops the rows of a table that speak of security protection: what
// concerns Sweden's security must never be in the register (DOMAIN section 4).
// Only the row's number remains, in the book too.
func stopRows(s *Sheet, h *header, end int) {
	for i := h.last + 1; i < end; i++ {
		r := &s.Rows[i]
		for _, c := range r.Cells {
			if protected(c.Text, h.fieldAt(int(c.Column))) {
				r.Cells, r.Stopped = nil, true
				break
			}
		}
	}
}

func (h *header) fieldAt(column int) string {
	for i := range h.cells {
		if h.cells[i].column == column {
			return h.cells[i].field
		}
	}
	return ""
}

// fieldProtection is the column that says whether an asset is under security protection.
const fieldProtection = "security_protection_BLOCK"

// protected reports whether a cell says that its row is about security protection.
func protected(s, field string) bool {
	if field == fieldProtection {
		return protectionAnswer(s)
	}
	if !mentions(s) {
		return false
	}
	w := strings.Fields(fold(s))
	for i, word := range w {
		switch {
		case negated(w, i):
		case strings.HasPrefix(word, "säkerhetsskyddsklass"), strings.HasPrefix(word, "säkerhetskyddsklass"):
			return true
		case strings.HasPrefix(word, "säkerhetsskydd") && (word == "säkerhetsskydd" || word == "säkerhetsskyddslagen" || word == "säkerhetsskyddslag") && covered(w, i):
			return true
		case strings.HasPrefix(word, "hemlig") && i > 0 && (w[i-1] == "begränsat" || w[i-1] == "kvalificerat" || w[i-1] == "kval" || w[i-1] == "begr"):
			return true
		case word == "hemlig" && !harmless(w, i):
			return true
		case word == "hemligt" && len(w) == 1:
			return true
		}
	}
	return false
}

// mentions is the quick look that spares nearly every cell the slow one.
func mentions(s string) bool {
	for i := 0; i+5 <= len(s); i++ {
		switch c := s[i]; {
		case (c == 'e' || c == 'E') && strings.EqualFold(s[i:i+5], "emlig"):
			return true
		case (c == 'k' || c == 'K') && len(s) >= i+8 && strings.EqualFold(s[i:i+8], "kerhetss"):
			return true
		case (c == 'k' || c == 'K') && len(s) >= i+8 && strings.EqualFold(s[i:i+8], "kerhetsk"):
			return true
		}
	}
	return false
}

// protectionAnswer reads the column Säkerhetsskydd: everything but no and
// nothing is a yes.
func protectionAnswer(s string) bool {
	s = strings.ToLower(tidy(s))
	if dots(s) || placeholders[s] {
		return false
	}
	yes, known := yesNo[s]
	if known {
		return yes
	}
	w := strings.Fields(fold(s))
	if len(w) == 0 {
		return false
	}
	switch w[0] {
	case "nej", "ej", "inte", "ingen", "inga", "inget", "no", "not", "none", "0", "saknas":
		return false
	}
	return true
}

var negations = set("ej", "inte", "icke", "ingen", "inga", "inget", "nej", "utan", "aldrig", "not", "no", "saknas", "saknar")

// negated reports whether a word is said not to hold, by a word near it.
func negated(w []string, at int) bool {
	for i := max(0, at-3); i <= min(len(w)-1, at+3); i++ {
		if i != at && negations[w[i]] {
			return true
		}
	}
	return false
}

// covered reports whether a text says that the law of protection applies.
func covered(w []string, at int) bool {
	if len(w) == 1 {
		return true
	}
	for i := max(0, at-4); i < at; i++ {
		switch w[i] {
		case "omfattas", "omfattad", "omfattat", "lyder", "faller", "berörs", "enligt", "klassad", "klassat", "under":
			return true
		}
	}
	return false
}

// harmless knows what is secret in everyday speech.
func harmless(w []string, at int) bool {
	if at+1 >= len(w) {
		return false
	}
	for _, n := range []string{"adress", "telefon", "nummer", "identitet", "kod", "omröstning", "röstning", "gäst", "vän"} {
		if strings.HasPrefix(w[at+1], n) {
			return true
		}
	}
	return false
}
