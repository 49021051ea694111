package intake

import (
	"strings"
	"unicode"
)

// pathMarks part the steps of an organisation written as one text.
var pathMarks = []string{" / ", " > ", " » ", " → ", " | ", ` \ `, "/ ", " /", ">", "»", "→", `\`}

// splitPath parts an organisation path. A text without a mark is one step; a
// bare slash parts nothing, for "Drift/IT" is one name.
func splitPath(s string) []string {
	for _, mark := range pathMarks {
		if !strings.Contains(s, mark) {
			continue
		}
		var out []string
		for _, step := range strings.Split(s, mark) {
			if step = strings.TrimSpace(step); step != "" {
				out = append(out, step)
			}
		}
		if len(out) > 1 {
			return out
		}
	}
	if s == "" {
		return nil
	}
	return []string{s}
}

// unitEndings are how the names of municipal units end. They are endings of
// whole words: a unit is a compound such as socialnämnden.
var unitEndings = []string{"nämnd", "nämnden", "nämnder", "förvaltning", "förvaltningen", "styrelse", "styrelsen", "avdelning", "avdelningen",
	"enhet", "enheten", "sektor", "sektorn", "kontor", "kontoret", "kommun", "kommunen", "förbund", "förbundet", "bolag", "bolaget", "region", "regionen",
	"kansli", "kansliet", "koncern", "koncernen", "fullmäktige", "revisionen", "verksamhet", "verksamheten", "stab", "staben", "department", "agency", "division", "board", "committee", "office"}

// unitLike reports whether a short text names an organisational unit.
func unitLike(s string) bool {
	if letters(s) > 70 {
		return false
	}
	w := strings.Fields(strings.ToLower(strings.Trim(tidy(s), ":.")))
	if len(w) == 0 || len(w) > 8 {
		return false
	}
	last := w[len(w)-1]
	if last == "ab" || last == "kb" {
		return len(w) > 1
	}
	for _, end := range unitEndings {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	switch w[0] {
	case "sektor", "förvaltning", "nämnd", "avdelning", "enhet", "sektorn", "bolag":
		return len(w) > 1
	}
	return false
}

// unitHeading reads a heading that names a unit, alone or after a label:
// "Förvaltning: Socialförvaltningen", "Dokumenthanteringsplan – Åsmarks kommun".
func unitHeading(s string) string {
	s = tidy(s)
	if label, rest, ok := strings.Cut(s, ":"); ok {
		if f, _ := words().find(label, ""); isOrganisation(f) && rest != "" && letters(rest) < 80 {
			return strings.TrimSpace(rest)
		}
		return ""
	}
	if unitLike(s) && len(strings.Fields(s)) <= 6 && !strings.ContainsAny(s, "–—") {
		return s
	}
	for _, mark := range []string{" – ", " — ", " - ", ", "} {
		if parts := strings.Split(s, mark); len(parts) > 1 {
			for i := len(parts) - 1; i >= 0; i-- {
				if p := strings.TrimSpace(parts[i]); unitLike(p) && startsUpper(p) {
					return p
				}
			}
		}
	}
	return ""
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// organisationRank orders the fields of an organisation from the top.
var organisationRank = map[string]int{"org_legal_entity": 1, "org_board": 2, "org_path": 3, "org_department": 4}

func isOrganisation(field string) bool { return organisationRank[field] > 0 }

// looksShouted tells that a name is written in capitals only, as headings are.
func looksShouted(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 5
}

// unshout writes a heading in capitals the way names are written.
func unshout(s string) string {
	r := []rune(strings.ToLower(s))
	for i, c := range r {
		if unicode.IsLetter(c) {
			r[i] = unicode.ToUpper(c)
			break
		}
	}
	return string(r)
}

// sameUnit reports whether two paths can mean the same unit: one ends with the
// other, or with its last step below a common top.
func sameUnit(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return endsWith(b, a) || subsequence(a, b) && caseless(a[len(a)-1]) == caseless(b[len(b)-1])
}

func endsWith(long, short []string) bool {
	off := len(long) - len(short)
	for i := range short {
		if caseless(long[off+i]) != caseless(short[i]) {
			return false
		}
	}
	return true
}

func subsequence(short, long []string) bool {
	i := 0
	for _, step := range long {
		if i < len(short) && caseless(step) == caseless(short[i]) {
			i++
		}
	}
	return i == len(short)
}
