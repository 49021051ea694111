package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sampled is how many cells of a column are looked at.
const sampled = 200

// columnProfile counts what the first cells of a column look like.
type columnProfile struct {
	filled    int // cells that hold something in the whole column
	seen      int // cells looked at, placeholders left out
	levels    int // digits 0–4, K2, words of levels
	digits    int // of them bare digits
	vague     int // words of levels that must be asked about
	profiles  int // K2R1T3 and 2/1/3
	lettered  int // of them with letters
	days      int
	numbers   int
	yesNo     int
	emails    int
	paths     int
	units     int
	lifecycle int
	hosting   int
	codes     int // 1.2.3
	people    int // names and roles
	whens     int // days, months, years, in any way to write them
	phones    int
	lowered   int // begin with a small letter
	digited   int // hold a digit
	length    int // letters in all
	distinct  map[string]int
}

func (p *columnProfile) add(c Cell) {
	p.filled++
	if p.seen >= sampled {
		return
	}
	s := tidy(c.Text)
	if dots(s) {
		return
	}
	p.seen++
	p.length += letters(s)
	if p.distinct == nil {
		p.distinct = map[string]int{}
	}
	p.distinct[s]++
	lower := strings.ToLower(s)
	if _, ok := yesNo[lower]; ok {
		p.yesNo++
	}
	if lifecycles[lower] {
		p.lifecycle++
	}
	if hostings[lower] {
		p.hosting++
	}
	if strings.Contains(s, "@") && !strings.Contains(s, " ") {
		p.emails++
	}
	if len(splitPath(s)) > 1 {
		p.paths++
	}
	if unitLike(s) {
		p.units++
	}
	if hierarchical(s) {
		p.codes++
	}
	if isNumber(s) {
		p.numbers++
	}
	if personLike(s) {
		p.people++
	}
	if c.Kind == Date || whenLike(s) {
		p.whens++
	}
	if phoneLike(s) {
		p.phones++
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsLower(first) {
		p.lowered++
	}
	if strings.ContainsAny(s, "0123456789") {
		p.digited++
	}
	p.addLevel(c, s)
}

func (p *columnProfile) addLevel(c Cell, s string) {
	switch r := readLevel(c); r.notation {
	case levelDigit:
		if r.digit <= 4 {
			p.levels++
			p.digits++
		}
	case levelWord, levelBoth, levelRange, levelGrave:
		p.levels++
	case levelVague:
		p.levels++
		p.vague++
	case levelBlank:
		p.seen--
	case levelDate:
		p.days++
	}
	if q := readProfile(s); q.ok && !q.blank {
		p.profiles++
		if q.lettered {
			p.lettered++
		}
	}
}

// share is the part of the cells looked at that n is.
func (p *columnProfile) share(n int) float64 {
	if p.seen == 0 {
		return 0
	}
	return float64(n) / float64(p.seen)
}

// variety is the number of distinct texts per cell.
func (p *columnProfile) variety() float64 { return p.share(len(p.distinct)) }

func (p *columnProfile) meanLength() float64 { return p.share(p.length) }

// isNumber knows whole and decimal numbers with points, commas and spaces.
func isNumber(s string) bool {
	digits := 0
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r == '.' || r == ',' || r == ' ' || r == '\u00a0':
		case r == '-' && i == 0:
		default:
			return false
		}
	}
	return digits > 0
}

// hierarchical knows numbers of a structure: 1.2 and 3.2.10.
func hierarchical(s string) bool {
	s = strings.TrimRight(s, ".")
	if !strings.Contains(s, ".") || len(s) > 20 {
		return false
	}
	for _, part := range strings.Split(s, ".") {
		if part == "" || len(part) > 3 || strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	return true
}
