package intake

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"infoklass/domain/asset"

	"github.com/agext/levenshtein"
)

// headers.tsv holds the spellings of headers seen in real lists and the field
// that each means; spellings.tsv holds further ones in the same form.
var (
	//go:embed headers.tsv
	headersTSV string
	//go:embed spellings.tsv
	spellingsTSV string
)

// vocabulary knows how headers are spelt.
type vocabulary struct {
	fields   map[string]string // spelling, compacted, to field
	isField  map[string]bool
	ordered  []string // all fields in the order of the file
	byLength map[int][]string
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{fields: map[string]string{}, isField: map[string]bool{}, byLength: map[int][]string{}}
	for _, line := range strings.Split(headersTSV+"\n"+spellingsTSV, "\n") {
		columns := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if len(columns) < 2 || columns[0] == "canonical_field" || columns[0] == "" {
			continue
		}
		v.add(vocabularyField(columns[0]), columns[1])
	}
	return v
})

// vocabularyField turns the file's two special rows into fields.
func vocabularyField(s string) string {
	if s == "custom_field_keep" {
		return FieldCustom
	}
	return s
}

func (v *vocabulary) add(field, spelling string) {
	if !v.isField[field] {
		v.isField[field] = true
		v.ordered = append(v.ordered, field)
	}
	key := compact(spelling)
	if _, ok := v.fields[key]; ok {
		return // the first one holds
	}
	v.fields[key] = field
	if n := letters(key); n >= minMisspelt {
		v.byLength[n] = append(v.byLength[n], key)
	}
}

// Fields lists the canonical fields a column can be given, in their order.
func Fields() []string {
	out := make([]string, 0, len(words().ordered))
	for _, f := range words().ordered {
		if IsField(f) {
			out = append(out, f)
		}
	}
	return out
}

// IsField reports whether a name is a canonical field.
func IsField(name string) bool {
	switch name {
	case FieldCustom, FieldRegisterID, FieldRegisterChanged:
		return false
	}
	return words().isField[name]
}

// likeness says how a header was recognised, the surest first.
type likeness int

const (
	spelledExactly       likeness = iota
	spelledInPart                 // a number, a bracket, or what follows a line break left out
	spelledUnderGroup             // together with the header above
	spelledWithQualifier          // with a word that leaves the meaning, such as "Annual" before "Cost"
	spelledAsQuestion             // a yes or no question about a known thing
	spelledNearly                 // one or two letters wrong
	spelledByMeaning              // by the words it is made of
	spelledUnknown
)

// minMisspelt is the least length of a word that is known though misspelt.
const minMisspelt = 7

// longestHeader is more bytes than the longest header, a question, takes.
const longestHeader = 1000

// find returns the field that a header means, standing under group.
func (v *vocabulary) find(header, group string) (string, likeness) {
	if len(header) > longestHeader || len(group) > longestHeader || strings.TrimSpace(header) == "" {
		return "", spelledUnknown
	}
	header = joined(header)
	if group != "" {
		if f, ok := v.underGroup(header, group); ok {
			return f, spelledUnderGroup
		}
	}
	if f, ok := v.fields[compact(header)]; ok {
		return f, spelledExactly
	}
	if f, ok := v.aroundAspect(header); ok {
		return f, spelledWithQualifier
	}
	for _, part := range parts(header) {
		if f, ok := v.fields[compact(part)]; ok {
			return f, spelledInPart
		}
	}
	if f, ok := asQuestion(header); ok {
		return f, spelledAsQuestion
	}
	if f, ok := v.qualified(header); ok {
		return f, spelledWithQualifier
	}
	if f, ok := v.inflected(header); ok {
		return f, spelledWithQualifier
	}
	if f, ok := v.alternatives(header); ok {
		return f, spelledWithQualifier
	}
	return "", spelledUnknown
}

// findNearly is find, and knows misspelt headers too, which takes longer.
func (v *vocabulary) findNearly(header, group string) (string, likeness) {
	f, s := v.find(header, group)
	if s == spelledUnknown {
		if near, ok := v.nearly(header); ok {
			return near, spelledNearly
		}
	}
	return f, s
}

// parts are what remains of a header without a leading number, without
// brackets, and before its first line break, and the words of a joined one.
func parts(header string) []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && s != header {
			out = append(out, s)
		}
	}
	line, _, broken := strings.Cut(header, "\n")
	bare := withoutNumber(withoutBrackets(header))
	add(withoutNumber(header))
	add(withoutBrackets(header))
	add(bare)
	if broken {
		add(line)
		add(withoutNumber(withoutBrackets(line)))
	}
	if before, _, ok := strings.Cut(bare, ":"); ok {
		add(before)
	}
	add(unCamel(bare))
	return out
}

// withoutNumber leaves out "3.", "8.a" and "2)" before a header.
func withoutNumber(s string) string {
	s = strings.TrimSpace(s)
	first, rest, ok := strings.Cut(s, " ")
	if !ok || !unicode.IsDigit([]rune(first)[0]) {
		return s
	}
	trimmed := strings.TrimRight(first, ".):")
	if trimmed != first || strings.Contains(first, ".") {
		return strings.TrimSpace(rest)
	}
	return s
}

// withoutBrackets leaves out what stands in ( ), [ ] and { }, and a star.
func withoutBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(0, depth-1)
		case '*':
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// underGroup reads a header together with the one above it: K under
// Motivering is the reason for K, and a level's letter under any header that
// speaks of class is that class.
func (v *vocabulary) underGroup(header, group string) (string, bool) {
	for _, joined := range []string{group + " " + header, header + " " + group} {
		if f, ok := v.fields[compact(joined)]; ok {
			return f, true
		}
	}
	switch g, _ := v.find(group, ""); g {
	case "just_common":
		if a, ok := aspectOfHeader(header); ok {
			return aspectJustification[a], true
		}
	case "class_combined", "class_overall":
		if a, ok := aspectOfHeader(header); ok {
			return aspectFields[a], true
		}
	}
	return "", false
}

// qualifiers are words before or after a known header that leave what it
// means as it was.
var qualifiers = set("annual", "yearly", "total", "estimated", "approximate", "current", "primary", "main", "asset", "assets", "system", "systems",
	"application", "app", "business", "it", "service", "tool", "solution", "name", "last", "latest", "full", "official", "internal", "our",
	"systemets", "tillgångens", "systemet", "tjänstens", "applikationens", "huvudsaklig", "primär", "nuvarande", "ansvarig", "aktuell",
	"aktuellt", "senaste", "ungefärligt", "ungefärlig", "ordinarie", "kommunens", "ange", "kort", "kortfattad", "eventuell", "eventuella", "övrig", "övriga")

// qualified reads a header of two or three words of which all but one known
// header are qualifiers.
func (v *vocabulary) qualified(header string) (string, bool) {
	w := strings.Fields(fold(unCamel(withoutBrackets(header))))
	if len(w) < 2 || len(w) > 4 {
		return "", false
	}
	lead, tail := 0, len(w)
	for lead < len(w)-1 && qualifiers[w[lead]] {
		lead++
	}
	for tail > lead+1 && qualifiers[w[tail-1]] {
		tail--
	}
	if lead > 0 {
		if f, ok := v.fields[strings.Join(w[lead:], "")]; ok && !isAspect(f) {
			return f, true
		}
	}
	if tail < len(w) {
		if f, ok := v.fields[strings.Join(w[:tail], "")]; ok && !isAspect(f) {
			return f, true
		}
	}
	if lead > 0 || tail < len(w) {
		if f, ok := v.fields[strings.Join(w[lead:tail], "")]; ok && !isAspect(f) {
			return f, true
		}
	}
	return "", false
}

// besideAspect are the words that may stand around an aspect in a header and
// leave it the level of that aspect; besideReason make it the reason for it.
var (
	besideAspect = set("klass", "klassning", "klassad", "klassningen", "klassificering", "nivå", "nivåer", "värde", "bedömd", "bedömning", "krav", "på", "av", "för", "enligt", "konsekvens", "konsekvensnivå", "skyddsnivå", "skyddsbehov", "skyddsklass", "säkerhetsklass", "informationsklass", "informationsklassning", "informationssäkerhetsklass", "resultat", "poäng", "grad", "beslutad", "aktuell", "nuvarande", "vald", "vid", "bristande", "förlust", "level", "class", "classification", "rating", "impact", "score", "requirement", "of", "for", "loss", "0", "1", "2", "3", "4")
	besideReason = set("motivering", "motiv", "kommentar", "skäl", "förklaring", "justification", "comment", "reason", "rationale")
)

// aroundAspect reads a header that names one aspect among words that say
// level or reason: "Klassning: Riktighet", "K-klass", "Kommentar tillgänglighet".
func (v *vocabulary) aroundAspect(header string) (string, bool) {
	w := strings.Fields(fold(header))
	if len(w) < 2 || len(w) > 6 {
		return "", false
	}
	found, reason := -1, false
	for _, word := range w {
		a, ok := AspectOf(v.fields[word])
		switch {
		case besideAspect[word]:
		case besideReason[word]:
			reason = true
		case ok && (found < 0 || found == int(a)):
			found = int(a)
		default:
			return "", false
		}
	}
	switch {
	case found < 0:
		return "", false
	case reason:
		return aspectJustification[found], true
	}
	return aspectFields[found], true
}

// inflected reads the definite form of a known header, and what follows
// "namn på" and comes before "namn": systemägaren, namn på tillgången, förvaltningsnamn.
func (v *vocabulary) inflected(header string) (string, bool) {
	w := strings.Fields(fold(withoutBrackets(header)))
	if len(w) == 0 || len(w) > 4 {
		return "", false
	}
	if len(w) > 2 && (w[0] == "namn" || w[0] == "namnet" || w[0] == "name") && (w[1] == "på" || w[1] == "of") {
		w = w[2:]
	}
	key := strings.Join(w, "")
	if base, ok := strings.CutSuffix(key, "namn"); ok && letters(base) >= 4 {
		for _, k := range []string{base, strings.TrimSuffix(base, "s")} {
			if f, ok := v.fields[k]; ok && !isAspect(f) {
				return f, true
			}
		}
	}
	for _, end := range []string{"", "en", "et", "n", "t"} {
		base, ok := strings.CutSuffix(key, end)
		if !ok || letters(base) < 5 {
			continue
		}
		if f, ok := v.fields[base]; ok && !isAspect(f) {
			return f, true
		}
	}
	return "", false
}

// alternatives reads a header that offers several words: Förvaltning/enhet,
// Konfidentialitet/sekretess. They must mean the same, be roles of which the
// first counts, or name one aspect, which the cells then have to confirm.
func (v *vocabulary) alternatives(header string) (string, bool) {
	words := strings.FieldsFunc(withoutBrackets(header), func(r rune) bool { return r == '/' || r == '&' || r == ',' })
	if len(words) < 2 || len(words) > 4 {
		return "", false
	}
	first, aspect, same, people, units := "", "", true, true, true
	for _, w := range words {
		f := v.fields[compact(w)]
		if first == "" {
			first = f
		}
		if f != "" && f != first {
			same = false
		}
		people = people && slices.Contains(asset.Responsibilities, asset.Field(f))
		units = units && isOrganisation(f)
		if isAspect(f) && letters(compact(w)) > 1 {
			if aspect != "" && aspect != f {
				return "", false
			}
			aspect = f
		}
	}
	switch {
	case aspect != "":
		return aspect, true
	case first != "" && (same || people) && !isAspect(first):
		return first, true
	case units:
		return "org_path", true
	}
	return "", false
}

// asQuestion reads headers that ask whether something has been done or holds.
func asQuestion(header string) (string, bool) {
	w := strings.Fields(fold(header))
	if len(w) < 3 {
		return "", false
	}
	switch w[0] {
	case "har", "är", "finns", "has", "have", "is", "does", "do", "was", "innehåller", "behandlar", "omfattas", "krävs":
	default:
		return "", false
	}
	for _, word := range w[1:] {
		switch word {
		case "informationsklassning", "klassning", "informationssäkerhetsklassning", "informationsklassats", "klassats", "klassificering", "informationsklassificering", "klassad", "informationsklassad", "klassat":
			return "class_done_flag", true
		case "riskanalys", "riskanalyser", "riskbedömning", "riskanalyserats":
			return "risk_done_flag", true
		case "personuppgifter":
			if strings.Contains(" "+strings.Join(w, " ")+" ", " känsliga ") {
				return "sensitive_personal_data", true
			}
			return "personal_data", true
		case "systemsäkerhetsplan", "systemförvaltningsplan":
			return "ssp_flag", true
		case "avbrottsplan", "kontinuitetsplan", "reservrutin", "reservrutiner":
			return "outage_plan_flag", true
		case "personuppgiftsbiträdesavtal", "biträdesavtal":
			return "processor_agreement", true
		}
	}
	return "", false
}

// nearly knows a long header though a letter or two are wrong.
func (v *vocabulary) nearly(header string) (string, bool) {
	key := compact(withoutBrackets(header))
	n := letters(key)
	if n < minMisspelt || n > 40 {
		return "", false
	}
	allowed := 1
	if n >= 11 {
		allowed = 2
	}
	best, field, tie := allowed+1, "", false
	for length := n - allowed; length <= n+allowed; length++ {
		for _, known := range v.byLength[length] {
			d := levenshtein.Distance(key, known, nil)
			switch f := v.fields[known]; {
			case d < best:
				best, field, tie = d, f, false
			case d == best && f != field:
				tie = true
			}
		}
	}
	return field, field != "" && !tie
}

func set(items ...string) map[string]bool {
	m := make(map[string]bool, len(items))
	for _, s := range items {
		m[s] = true
	}
	return m
}
