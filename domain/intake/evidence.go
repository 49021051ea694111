package intake

import (
	"strings"
	"unicode"
)

// What the cells of a column say for or against a meaning.
const (
	valuesAgree    = 0.6
	valuesDisagree = -1.5
)

// agrees weighs what a column holds against what a meaning expects of it.
func (p *columnProfile) agrees(values string) float64 {
	if p.seen == 0 || values == "" {
		return 0
	}
	yes, when, numbers := p.share(p.yesNo) >= 0.5, p.share(p.whens) >= 0.5, p.share(p.numbers) >= 0.6
	people, short := p.share(p.people) >= 0.4, p.meanLength() <= 14
	verdict := func(agree, disagree bool) float64 {
		switch {
		case agree:
			return valuesAgree
		case disagree:
			return valuesDisagree
		}
		return 0
	}
	switch values {
	case "days":
		return verdict(when, yes || people || p.share(p.whens) < 0.15 && (p.seen > 3 || p.meanLength() > 20))
	case "yesno":
		return verdict(yes, when || numbers && p.share(p.digits) < 0.9 || people || p.share(p.yesNo) < 0.15 && p.seen > 3 && (p.variety() > 0.6 || !short))
	case "people":
		return verdict(people, yes || when || numbers)
	case "levels":
		return verdict(p.fitsLevels() >= 0.6, p.fitsLevels() < 0.4 && !p.fewWords())
	case "profiles":
		return verdict(p.share(p.profiles) >= 0.3, yes || when || p.share(p.profiles) < 0.1)
	case "number":
		return verdict(numbers, yes || when || people || p.share(p.numbers) < 0.2)
	case "units":
		return verdict(p.share(p.units+p.paths) >= 0.3, yes || when || numbers || p.share(p.emails) > 0.3)
	case "email":
		return verdict(p.share(p.emails) >= 0.5, p.share(p.emails) < 0.1 && !people)
	case "phone":
		return verdict(p.share(p.phones) >= 0.5, p.share(p.phones) < 0.1)
	case "id":
		return verdict(p.variety() >= 0.8 && p.meanLength() < 40, p.variety() < 0.4)
	case "text":
		return verdict(false, yes && p.share(p.yesNo) >= 0.7 || when && p.share(p.whens) >= 0.6 || p.share(p.numbers) >= 0.9)
	}
	return 0
}

// fewWords reports whether a column chooses among a few short texts, as levels
// in words of a list's own do.
func (p *columnProfile) fewWords() bool {
	return p.seen >= 3 && len(p.distinct) <= 6 && p.variety() <= 0.7 && p.meanLength() <= 24 && p.share(p.yesNo) < 0.3 && p.share(p.whens-p.days) < 0.3 && p.share(p.people+p.units+p.numbers) < 0.5 && p.share(p.hosting+p.lifecycle) < 0.3
}

// roleEndings end the names of roles.
var roleEndings = []string{"chef", "chefen", "ledare", "ansvarig", "förvaltare", "sekreterare", "administratör", "handläggare", "samordnare", "strateg", "direktör", "rektor", "utvecklare", "controller", "tekniker", "ingenjör", "arkivarie", "koordinator", "manager", "officer", "director", "head", "specialist", "assistent", "ekonom", "arkitekt", "pedagog", "bibliotekarie", "registrator", "jurist", "planerare", "sjuksköterska", "konsult", "ägare", "inspektör", "chief", "lead", "owner"}

// personLike reports whether a cell names a person or a role.
func personLike(s string) bool {
	if strings.Contains(s, "@") {
		return true
	}
	if letters(s) > 120 {
		return false
	}
	w := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;/&()", r) })
	capital := 0
	for _, word := range w {
		lower := strings.ToLower(word)
		for _, end := range roleEndings {
			if strings.HasSuffix(lower, end) {
				return true
			}
		}
		if r := []rune(word); len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) {
			capital++
		} else if len(r) > 2 || len(r) > 0 && unicode.IsDigit(r[0]) {
			return false
		}
	}
	return capital >= 2 && capital <= 6 && capital%2 == 0 && !unitLike(s) && len(w) <= 6
}

// whenLike reports whether a cell says when, however it is written: a day, a
// month, a quarter, a year, or until further notice.
func whenLike(s string) bool {
	if n := letters(s); n < 2 || n > 40 {
		return false
	}
	if _, ok := parseDay(s); ok {
		return true
	}
	lower := strings.ToLower(s)
	switch lower {
	case "tv", "tills vidare", "tillsvidare", "löpande", "until further notice", "i drift sedan start":
		return true
	}
	f := strings.FieldsFunc(lower, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-/.,", r) })
	if len(f) == 0 || len(f) > 4 {
		return false
	}
	year, other := false, 0
	for _, w := range f {
		switch {
		case looksLikeYear(w), len(w) == 6 && isNumber(w) && sixDigitDay(w):
			year = true
		case months[w] > 0, isNumber(w) && len(w) <= 2, len(w) == 2 && (w[0] == 'q' || w[0] == 'k') && w[1] >= '1' && w[1] <= '4', w == "v", w == "vt", w == "ht", w == "hösten", w == "våren", w == "kvartal":
		case len(w) == 5 && isNumber(w) && w >= "36000" && w <= "55000" && len(f) == 1: // a day as a spreadsheet counts it
			year = true
		default:
			other++
		}
	}
	return year && other == 0 || other == 0 && len(f) >= 2 && months[f[0]]+months[f[len(f)-1]] > 0 || strings.HasPrefix(lower, "löpande") || strings.HasPrefix(lower, "tills")
}

// sixDigitDay knows 240131.
func sixDigitDay(s string) bool {
	_, ok := dayOf("20"+s[:2], s[2:4], s[4:])
	return ok
}

// phoneLike reports whether a cell is a telephone number.
func phoneLike(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune(" -+()/", r):
			return false
		}
	}
	return digits >= 6 && digits <= 15 && (strings.HasPrefix(s, "0") || strings.HasPrefix(s, "+")) && strings.ContainsAny(s, " -")
}
