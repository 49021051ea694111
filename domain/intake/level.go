package intake

import (
	"strings"
	"unicode"

	"infoklass/domain/classify"
)

// notation is how a level is written in a cell.
type notation uint8

const (
	notLevel   notation = iota
	levelBlank          // a placeholder: oklassad
	levelDigit          // a number that a scale explains
	levelWord           // a word of the register's own scale
	levelBoth           // a digit and such a word, which prove each other
	levelRange          // two digits: the higher counts, the text is kept
	levelDate           // a day, which has been a range before Excel took it
	levelVague          // a word that organisations order differently
	levelGrave          // "synnerligen allvarlig": beyond the register
)

// reading is what a cell in a column of levels says.
type reading struct {
	notation
	digit int            // of levelDigit, levelBoth and levelRange
	low   int            // the lower digit of a range
	level classify.Level // of levelWord and levelBoth
	word  string         // folded, of levelVague, and beside a digit
}

// longestLevel is more bytes than any way to write a level takes.
const longestLevel = 200

// readLevel reads the cell of one aspect. A letter may stand before the digit.
func readLevel(c Cell) reading {
	if c.Kind == Date {
		return reading{notation: levelDate}
	}
	if len(c.Text) > longestLevel {
		return reading{}
	}
	s := tidy(c.Text)
	if placeholder(s) {
		return reading{notation: levelBlank}
	}
	s = strings.TrimLeft(s, "'’`´")
	if d, ok := wholeDigit(s); ok {
		return reading{notation: levelDigit, digit: d}
	}
	if looksLikeDay(s) {
		return reading{notation: levelDate}
	}
	if low, high, ok := digitRange(s); ok {
		return reading{notation: levelRange, low: low, digit: high}
	}
	return readLevelWords(s)
}

// wholeDigit reads 2, 2.0, 2,0, K2, K-2 and K:2.
func wholeDigit(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if r := []rune(s); len(r) > 1 {
		if _, ok := aspectOfLetter(r[0], false); ok {
			s = strings.TrimLeft(string(r[1:]), " -:=.")
		}
	}
	if n := len(s); n > 2 && (s[n-2] == '.' || s[n-2] == ',') && s[n-1] == '0' {
		s = s[:n-2]
	} else if n > 3 && (strings.HasSuffix(s, ".00") || strings.HasSuffix(s, ",00")) {
		s = s[:n-3]
	}
	if len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
		return int(s[0] - '0'), true
	}
	return 0, false
}

// dashes are what people write between the ends of a range.
const dashes = "-–—‑−/"

// digitRange reads 1-2, 1–2, "1 till 2", 2/3 and "1 eller 2".
func digitRange(s string) (low, high int, ok bool) {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(dashes, r) })
	if len(f) == 3 && (f[1] == "till" || f[1] == "eller" || f[1] == "to" || f[1] == "or") {
		f = []string{f[0], f[2]}
	} else if len(f) == 2 && !strings.ContainsAny(s, dashes) {
		return 0, 0, false
	}
	if len(f) != 2 {
		return 0, 0, false
	}
	a, okA := wholeDigit(f[0])
	b, okB := wholeDigit(f[1])
	return min(a, b), max(a, b), okA && okB && a != b
}

// looksLikeDay knows a written day: 2024-01-02, 02-jan, 1 feb.
func looksLikeDay(s string) bool {
	if _, ok := parseDay(s); ok {
		return true
	}
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == '-' || r == ' ' || r == '.' || r == '/' })
	if len(f) != 2 {
		return false
	}
	for i, w := range f {
		other := f[1-i]
		if months[w] > 0 && len(other) <= 4 && strings.Trim(other, "0123456789") == "" {
			return true
		}
	}
	return false
}

// readLevelWords reads words, with a digit beside them or not.
func readLevelWords(s string) reading {
	w := strings.Fields(fold(s))
	digit, digits := -1, 0
	if strings.Contains(s, "?") {
		return reading{digit: onlyDigit(s)} // the writer was not sure either
	}
	var rest []string
	for _, word := range w {
		if len(word) == 1 && word[0] >= '0' && word[0] <= '9' {
			digit = int(word[0] - '0')
			digits++
			continue
		}
		if d, ok := wholeDigit(word); ok && len(word) == 2 {
			digit = d
			digits++
			continue
		}
		if !levelNouns[word] {
			rest = append(rest, word)
		}
	}
	text := strings.Join(rest, " ")
	if grave[text] {
		return reading{notation: levelGrave}
	}
	level, known := levelWords[text]
	switch {
	case digits == 1 && text == "":
		return reading{notation: levelDigit, digit: digit}
	case digits == 1 && known:
		return reading{notation: levelBoth, digit: digit, level: level}
	case digits == 1 && vague[text] != nil:
		return reading{notation: levelDigit, digit: digit, word: text}
	case digits == 0 && known:
		return reading{notation: levelWord, level: level}
	case digits == 0 && vague[text] != nil:
		return reading{notation: levelVague, word: text}
	}
	return reading{digit: onlyDigit(s)}
}

// onlyDigit returns the one digit in a text that is no level otherwise, to
// suggest it; 9 when there is none, or several.
func onlyDigit(s string) int {
	if d := digitsOf(s); len(d) == 1 {
		return int(d[0] - '0')
	}
	return 9
}

// vagueLevel suggests a level for a word that organisations order
// differently; steps tells which words occur beside it.
type vagueLevel struct {
	family string
	rank   int
}

// suggestVague orders the words that occur in a list: three of them are read
// as 1, 2, 3 and four as 0 to 3, which is what lists with such words mean most
// often. It is only ever a suggestion.
func suggestVague(word string, occurring map[string]bool) classify.Level {
	v := vague[word]
	if v == nil {
		return classify.Unset
	}
	if v.family == "secrecy" || v.family == "state" {
		if v.rank < 0 {
			return classify.Unset
		}
		return classify.Level(v.rank + 1)
	}
	four := false
	for w := range occurring {
		if o := vague[w]; o != nil && o.family == v.family && o.rank == fourthStep[v.family] {
			four = true
		}
	}
	rank := v.rank
	if !four && v.family == "amount" {
		rank = v.rank + 1
	}
	if v.family == "colour" && !four && !occurring["orange"] && !occurring["amber"] {
		rank = map[int]int{0: 1, 1: 2, 3: 3}[v.rank]
	}
	return classify.Level(min(rank, 3) + 1)
}

// profile is what a cell that holds all aspects says: a digit or blank each.
type profile struct {
	digits   [4]int // -1 not written, -2 written as blank
	lettered bool
	order    int // how many digits, when no letters tell their order
	blank    bool
	ok       bool
}

// readProfile reads K2R1T3S1 in any punctuation, 2/1/3 and 213.
func readProfile(s string) profile {
	p := profile{digits: [4]int{-1, -1, -1, -1}}
	if len(s) > longestLevel {
		return p
	}
	s = strings.TrimSpace(s)
	if placeholder(s) {
		p.blank, p.ok = true, true
		return p
	}
	if p.readLettered(s) {
		p.lettered, p.ok = true, true
		return p
	}
	p.digits = [4]int{-1, -1, -1, -1}
	p.readBare(s)
	return p
}

// readLettered reads pairs of an aspect, by letter or word, and a level.
func (p *profile) readLettered(s string) bool {
	english := englishLetters(s) && !strings.ContainsAny(strings.ToUpper(s), "KR")
	r := []rune(s)
	found := 0
	for i := 0; i < len(r); {
		if !unicode.IsLetter(r[i]) {
			if unicode.IsDigit(r[i]) {
				return false // a digit that no letter explains
			}
			i++
			continue
		}
		j := i
		for j < len(r) && unicode.IsLetter(r[j]) {
			j++
		}
		aspect, ok := aspectOfLetter(r[i], english)
		if j-i > 1 {
			aspect, ok = aspectOfHeader(string(r[i:j]))
		}
		if !ok || p.digits[aspect] != -1 {
			return false
		}
		for j < len(r) && strings.ContainsRune(" :=.", r[j]) {
			j++
		}
		switch {
		case j < len(r) && r[j] >= '0' && r[j] <= '9':
			if j+1 < len(r) && unicode.IsDigit(r[j+1]) {
				return false
			}
			p.digits[aspect] = int(r[j] - '0')
			j++
		case j+1 < len(r) && r[j] == '-' && r[j+1] >= '0' && r[j+1] <= '9':
			p.digits[aspect] = int(r[j+1] - '0')
			j += 2
		case j < len(r) && strings.ContainsRune("-–—?x", r[j]):
			p.digits[aspect] = -2
			j++
		default:
			return false
		}
		found++
		i = j
	}
	return found >= 2
}

// readBare reads digits alone, in an order that only the header can tell.
func (p *profile) readBare(s string) {
	f := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/-–,;.|:", r) })
	if len(f) == 1 && (len(f[0]) == 3 || len(f[0]) == 4 && !looksLikeYear(f[0])) {
		f = strings.Split(f[0], "")
	}
	if len(f) != 3 && len(f) != 4 {
		return
	}
	for i, w := range f {
		if len(w) != 1 || w[0] < '0' || w[0] > '4' {
			return
		}
		p.digits[i] = int(w[0] - '0')
	}
	p.order, p.ok = len(f), true
}

// readOrder reads the order of the aspects from a header such as
// "Klassning (K/R/T)", KRTS or CIA, or from an answer such as TRKS.
func readOrder(s string) ([]classify.Aspect, bool) {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || r == '[' || r == ']' }) {
		if order, ok := orderIn(word); ok {
			return order, true
		}
	}
	return nil, false
}

func orderIn(word string) ([]classify.Aspect, bool) {
	var only []rune
	for _, r := range word {
		if unicode.IsLetter(r) {
			only = append(only, r)
		}
	}
	if len(only) < 3 || len(only) > 4 {
		return nil, false
	}
	english := englishLetters(string(only))
	var out []classify.Aspect
	seen := [4]bool{}
	for _, r := range only {
		a, ok := aspectOfLetter(r, english)
		if !ok || seen[a] {
			return nil, false
		}
		seen[a] = true
		out = append(out, a)
	}
	return out, true
}
