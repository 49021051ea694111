package intake

import "strings"

// stopRows drops the rows of a table that speak of security protection: what
// concerns Sweden's security must never be in the register (DOMAIN section 4).
// Only the row's number remains, in the book too.
func stopRows(s *Sheet, h *header, end int) {
	for i := h.last + 1; i < end; i++ {
		r := &s.Rows[i]
		for _, c := range r.Cells {
			if protected(c.Text, h.fieldAt(int(c.Column))) && !h.says(c) {
				r.Cells, r.Stopped = nil, true
				break
			}
		}
	}
}

// says reports whether a cell repeats the header of its column.
func (h *header) says(c Cell) bool {
	for i := range h.cells {
		if h.cells[i].column == int(c.Column) {
			a, b := compact(joined(c.Text)), compact(joined(h.cells[i].text))
			return a == b || letters(a) > 6 && strings.HasPrefix(b, a) || letters(a) > 6 && strings.HasSuffix(b, a)
		}
	}
	return false
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
	if isAspect(field) || field == "class_combined" || field == "class_overall" {
		if protectionCodes[strings.ToLower(strings.ReplaceAll(tidy(s), " ", ""))] {
			return true
		}
	}
	if !mentions(s) {
		return false
	}
	clauses := clausesOf(s)
	for i, w := range clauses {
		if i+1 < len(clauses) && negations[clauses[i+1][0]] {
			continue // "Säkerhetsskydd, nej"
		}
		for at := range w {
			if protects(w, at) && !negated(w, at) {
				return true
			}
		}
	}
	return false
}

// protectionCodes are the classes of security protection as they are abbreviated.
var protectionCodes = set("kh", "bh", "h/ts", "h/s", "h/c", "h/r", "h/topsecret", "h/secret", "h/confidential", "h/restricted", "hemlig/topsecret", "hemlig/secret", "hemlig/confidential", "hemlig/restricted")

// clausesOf parts a text where a negation ends, into folded words.
func clausesOf(s string) [][]string {
	var out [][]string
	for _, clause := range strings.FieldsFunc(strings.ReplaceAll(s, ". ", ".\x00"), func(r rune) bool { return r == ',' || r == ';' || r == '\x00' }) {
		if w := protectionWords(strings.Fields(fold(clause))); len(w) > 0 {
			out = append(out, w)
		}
	}
	return rejoined(out)
}

// rejoined puts a clause that a point has cut in an abbreviation back together:
// "säk. skydd", "kval. hemlig".
func rejoined(clauses [][]string) [][]string {
	var out [][]string
	for _, c := range clauses {
		if n := len(out); n > 0 {
			switch out[n-1][len(out[n-1])-1] {
			case "säk", "säkh", "säkerh", "kval", "kv", "kvalif", "begr", "enl", "omf":
				out[n-1] = protectionWords(append(out[n-1], c...))
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// protectionWords writes the ways to shorten "säkerhetsskydd" in full.
func protectionWords(w []string) []string {
	out := make([]string, 0, len(w))
	for i := 0; i < len(w); i++ {
		word := w[i]
		if i+1 < len(w) && strings.HasPrefix(w[i+1], "sk") && !strings.HasPrefix(w[i+1], "ska") {
			switch word {
			case "säk", "säkh", "säkerh", "säkerhets", "säkerhet":
				i++
				rest, whole := strings.CutPrefix(w[i], "skydd")
				if !whole {
					rest = strings.TrimPrefix(rest, "sk")
				}
				word = "säkerhetsskydd" + rest
			}
		}
		for _, short := range []string{"säkskydd", "säkerhetskydd", "säkhskydd", "säksskydd", "säkerhskydd"} {
			if rest, ok := strings.CutPrefix(word, short); ok {
				word = "säkerhetsskydd" + rest
			}
		}
		out = append(out, word)
	}
	return out
}

// protects reports whether the word at a place says that security protection applies.
func protects(w []string, at int) bool {
	word := w[at]
	before := ""
	if at > 0 {
		before = w[at-1]
	}
	if rest, ok := strings.CutPrefix(word, "säkerhetsskydd"); ok {
		switch {
		case rest == "", rest == "et", rest == "s", strings.HasPrefix(rest, "slag"):
			return covered(w, at)
		case rest == "ad", rest == "at", rest == "ade", rest == "skl", rest == "kl":
			return true
		}
		for _, begin := range []string{"sklass", "skydd", "suppgift", "svärd", "snivå", "sinformation", "sobjekt", "sstatus", "klass", "skrav"} {
			if strings.HasPrefix(rest, begin) {
				return true
			}
		}
		return false
	}
	switch {
	case strings.HasPrefix(word, "säkerhetskänslig"), word == "säkl", strings.HasPrefix(word, "försvarshemlig"):
		return true
	case word == "säkerhet" && (before == "rikets" || before == "sveriges" || before == "nationens" || before == "nationell" || before == "landets"):
		return true
	case strings.HasPrefix(word, "hemligstämpl"), strings.HasPrefix(word, "hemligklass"):
		return true
	case strings.HasPrefix(word, "hemlig") && !strings.HasPrefix(word, "hemlighet") && (strings.HasPrefix(before, "begr") || strings.HasPrefix(before, "kval") || before == "kv"):
		return true
	case word == "heml" || word == "heml.":
		return strings.HasPrefix(before, "begr") || strings.HasPrefix(before, "kval") || before == "kv" || len(w) == 1
	case strings.HasPrefix(word, "kvalhemlig"), strings.HasPrefix(word, "begrhemlig"), strings.HasPrefix(word, "kvalificerathemlig"), strings.HasPrefix(word, "begränsathemlig"):
		return true
	case word == "hemlig":
		return !harmless(w, at)
	case word == "hemligt":
		return len(w) == 1
	case word == "585":
		return before == "2018"
	}
	return false
}

// mentions is the quick look that spares nearly every cell the slow one: for
// "heml", "kydd", "k.sk", "kerhet" and the number of the law.
func mentions(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		switch s[i] {
		case 'e', 'E':
			if strings.EqualFold(s[i:i+3], "eml") && (i == 0 || s[i-1]|0x20 == 'h') {
				return true
			}
		case 'k', 'K':
			if strings.EqualFold(s[i:i+4], "kydd") || (s[i+1] == '.' || s[i+1] == ' ') && (strings.EqualFold(s[i+2:i+4], "sk") || s[i+2] == ' ') && i >= 2 && s[i-1] == 0xA4 {
				return true
			}
			if i >= 2 && s[i-1] == 0xA4 && s[i+1]|0x20 == 'l' {
				return true
			}
			if len(s) >= i+6 && strings.EqualFold(s[i:i+6], "kerhet") {
				return true
			}
		case '5':
			if strings.HasPrefix(s[i:], "585") && i >= 5 && s[i-5:i] == "2018:" {
				return true
			}
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
	case "ja", "j", "yes", "y", "x", "delvis", "hemlig", "begränsat", "kvalificerat", "kval":
		return !(len(w) == 2 && (w[1] == "n" || w[1] == "nej" || w[1] == "no")) // "J/N" tells how to answer
	case "0", "n", "false", "falskt", "osant", "undantas", "undantagen", "undantaget", "utanför":
		return false
	}
	for _, word := range w {
		if negations[word] {
			return false
		}
	}
	return !bracketed(s) && !hinting(s)
}

var negations = set("ej", "inte", "icke", "ingen", "inga", "inget", "nej", "utan", "aldrig", "not", "no", "saknas", "saknar", "none", "ingenting", "varken", "ikke", "undantas", "undantaget", "undantagen", "utanför", "obefintligt")

// negated reports whether a word is said not to hold: by a word before it in its
// clause, or right after it.
func negated(w []string, at int) bool {
	for i := max(0, at-5); i <= min(len(w)-1, at+3); i++ {
		if i != at && negations[w[i]] {
			return true
		}
	}
	return false
}

// aboutWords make of security protection a subject that is only spoken of.
var aboutWords = set("frågor", "fråga", "kontakta", "ansvarig", "ansvariga", "utbildning", "om", "kring", "samordnare", "avdelningen", "enheten", "handbok", "rutin", "policy")

// covered reports whether a text says that the law of protection applies: any
// that names it does, unless it only speaks about it.
func covered(w []string, at int) bool {
	for i := max(0, at-3); i < at; i++ {
		if aboutWords[w[i]] {
			return false
		}
	}
	return true
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
