package intake

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/agext/levenshtein"
	"github.com/kljensen/snowball/swedish"
)

// lexicon.tsv holds the concepts that headers are made of, each with its words
// in Swedish, English, Danish and Norwegian; meanings.tsv says which concepts
// together mean which field, and what the values of such a column are.
var (
	//go:embed lexicon.tsv
	lexiconTSV string
	//go:embed meanings.tsv
	meaningsTSV string
)

// concept is the place of an idea in the lexicon; conceptSet holds some of them.
type (
	concept    uint8
	conceptSet [2]uint64
)

func (s *conceptSet) add(c concept)     { s[c>>6] |= 1 << (c & 63) }
func (s conceptSet) has(c concept) bool { return s[c>>6]&(1<<(c&63)) != 0 }

// within reports whether every concept of s is in t.
func (s conceptSet) within(t conceptSet) bool { return s[0]&^t[0] == 0 && s[1]&^t[1] == 0 }

// lexicon knows the words that headers are made of.
type lexicon struct {
	names   []string             // of the concepts
	words   map[string][]concept // compacted word or phrase, in the order of the file
	stems   map[string][]concept // stem of every word
	sorted  []string             // the words, for abbreviations
	lengths map[int][]string     // long words by their length, for misspelt ones
	rules   []rule
	longest int // words in the longest phrase
}

// rule says that some concepts together mean a field, when the values agree.
type rule struct {
	field  string
	needs  []concept
	set    conceptSet
	values string
}

var concepts = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[string][]concept{}, stems: map[string][]concept{}, lengths: map[int][]string{}, longest: 1}
	byName := map[string]concept{}
	for _, row := range tableRows(lexiconTSV) {
		c := concept(len(l.names))
		byName[row[0]] = c
		l.names = append(l.names, row[0])
		for _, words := range row[1:] {
			for w := range strings.SplitSeq(words, ",") {
				l.add(fold(w), c)
			}
		}
	}
	for w := range l.words {
		l.sorted = append(l.sorted, w)
		if n := letters(w); n >= minMisspelt {
			l.lengths[n] = append(l.lengths[n], w)
		}
	}
	slices.Sort(l.sorted)
	for _, row := range tableRows(meaningsTSV) {
		l.addRules(row, byName)
	}
	return l
})

// tableRows are the rows of a tab-separated table below its heading.
func tableRows(tsv string) [][]string {
	var out [][]string
	for i, line := range strings.Split(tsv, "\n") {
		if line = strings.TrimRight(line, "\r"); i > 0 && line != "" {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func (l *lexicon) add(phrase string, c concept) {
	if phrase == "" {
		return
	}
	l.longest = max(l.longest, strings.Count(phrase, " ")+1)
	key := strings.ReplaceAll(phrase, " ", "")
	if !slices.Contains(l.words[key], c) {
		l.words[key] = append(l.words[key], c)
	}
	if strings.Contains(phrase, " ") {
		return
	}
	if s := stem(phrase); letters(s) >= 3 && !slices.Contains(l.stems[s], c) {
		l.stems[s] = append(l.stems[s], c)
	}
}

// addRules reads a row of meanings.tsv; a slash offers several concepts in one place.
func (l *lexicon) addRules(row []string, byName map[string]concept) {
	choices := [][]concept{nil}
	for need := range strings.FieldsSeq(row[1]) {
		var next [][]concept
		for name := range strings.SplitSeq(need, "/") {
			c, ok := byName[name]
			if !ok {
				panic("intake: no concept " + name)
			}
			for _, before := range choices {
				next = append(next, append(slices.Clone(before), c))
			}
		}
		choices = next
	}
	for _, needs := range choices {
		r := rule{field: row[0], needs: needs}
		for _, c := range needs {
			r.set.add(c)
		}
		if len(row) > 2 {
			r.values = row[2]
		}
		l.rules = append(l.rules, r)
	}
}

// stem takes the endings off a word.
func stem(word string) string { return swedish.Stem(word, false) }

// part is a piece of a header: what it can mean, nothing when no one knows.
type part struct {
	text     string
	concepts []concept
	doubtful bool // a piece of a compound of which the rest is unknown, or a word misspelt
}

// fillers are words that leave a header's meaning as it is.
var fillers = set("på", "för", "i", "och", "eller", "samt", "till", "från", "med", "om", "den", "det", "de", "som", "är", "ev", "eventuell", "eventuella", "eventuellt", "kort", "kortfattat", "gärna", "t", "ex", "tex", "etc", "ska", "skall", "kan", "inom", "hos", "vid", "enl", "enligt", "mot",
	"ange", "anges", "angiven", "skriv", "fyll", "välj", "bl", "a", "m", "mm", "osv", "resp", "respektive", "kommunens", "vår", "vårt", "våra", "denna", "detta", "en", "ett", "per", "all", "alla", "samtliga", "vi", "man", "sig", "sin", "sitt", "där", "ut", "huvudsaklig", "huvudsakliga", "primär", "primära", "nuvarande", "aktuell", "aktuellt", "ordinarie", "bristande", "förlust", "skydd", "uppgifter",
	"the", "of", "for", "and", "or", "to", "in", "is", "are", "current", "main", "primary", "our", "this", "with", "be", "does", "do", "was", "an", "any", "our", "og", "af", "til", "fra", "er", "det", "som", "om", "för", "inkl", "ungefär", "ungefärlig", "ungefärligt", "ca", "obl", "obligatorisk", "frivilligt", "funktion", "roll", "namn")

// parts takes a header apart: phrases first, then words, compounds and abbreviations.
func (l *lexicon) parts(header string, misspelt bool) []part {
	words := wordsOf(header)
	var out []part
	for i := 0; i < len(words); {
		n, found := l.phrase(words[i:])
		if n > 0 {
			out = append(out, part{text: joinWords(words[i : i+n]), concepts: found})
			i += n
			continue
		}
		out = append(out, l.word(words[i], misspelt)...)
		i++
	}
	return out
}

// headerWord is a word of a header, and whether a point has cut it short.
type headerWord struct {
	text  string
	short bool
}

func joinWords(words []headerWord) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// wordsOf parts a header into words; one that ends in a point may be cut short.
func wordsOf(header string) []headerWord {
	var out []headerWord
	for _, field := range strings.Fields(strings.ReplaceAll(header, "/", " ")) {
		pieces := strings.Split(field, ".")
		for i, piece := range pieces {
			for _, w := range strings.Fields(fold(piece)) {
				out = append(out, headerWord{w, i < len(pieces)-1})
			}
		}
	}
	return protectionInFull(out)
}

// protectionInFull writes "säk.skydd" and its like in full: a column of that
// name must never be missed.
func protectionInFull(words []headerWord) []headerWord {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	full := protectionWords(texts)
	if len(full) == len(words) {
		for i := range words {
			words[i].text = full[i]
		}
		return words
	}
	out := make([]headerWord, len(full))
	for i, w := range full {
		out[i] = headerWord{text: w, short: strings.HasPrefix(w, "säkerhetsskydd") && len(w) < len("säkerhetsskyddsklass")}
	}
	return out
}

// phrase finds the longest run of words that is known as a whole.
func (l *lexicon) phrase(words []headerWord) (int, []concept) {
	for n := min(l.longest, len(words)); n > 1; n-- {
		key := ""
		for _, w := range words[:n] {
			key += w.text
		}
		if found := l.words[key]; found != nil {
			return n, found
		}
	}
	return 0, nil
}

// word reads one word: known, bent, cut short, joined from others, misspelt.
func (l *lexicon) word(w headerWord, misspelt bool) []part {
	if found := l.known(w.text); found != nil {
		return []part{{text: w.text, concepts: found}}
	}
	if fillers[w.text] || strings.Trim(w.text, "0123456789") == "" {
		return nil
	}
	if w.short {
		if found := l.abbreviation(w.text); found != nil {
			return []part{{text: w.text + ".", concepts: found}}
		}
	}
	if out := l.compound(w.text, 3); out != nil {
		return out
	}
	if found := l.misspelt(w.text, misspelt); found != nil {
		return []part{{text: w.text, concepts: found, doubtful: true}}
	}
	if out := l.halfKnown(w.text); out != nil {
		return out
	}
	return []part{{text: w.text}}
}

func (l *lexicon) known(word string) []concept {
	if found := l.words[word]; found != nil {
		return found
	}
	if letters(word) < 4 {
		return nil
	}
	for _, end := range []string{"et", "en", "n", "t", "s", "ens", "ets"} {
		if base, ok := strings.CutSuffix(word, end); ok && letters(base) >= 4 {
			if found := l.words[base]; found != nil {
				return found
			}
		}
	}
	return l.stems[stem(word)]
}

// abbreviation reads a word that a point cuts short: what the words that begin
// so mean, when they are few.
func (l *lexicon) abbreviation(s string) []concept {
	if letters(s) < 2 {
		return nil
	}
	at, _ := slices.BinarySearch(l.sorted, s)
	var out []concept
	for ; at < len(l.sorted) && strings.HasPrefix(l.sorted[at], s); at++ {
		for _, c := range l.words[l.sorted[at]] {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	if len(out) > 8 {
		return nil
	}
	return out
}

// compound parts a word into known ones: systemägare, informationssäkerhetsklass.
func (l *lexicon) compound(word string, depth int) []part {
	r := []rune(word)
	if depth == 0 || len(r) < 6 {
		return nil
	}
	var best []part
	for i := len(r) - 3; i >= 3; i-- {
		left := l.first(string(r[:i]))
		if left == nil {
			continue
		}
		var rest []part
		if found := l.known(string(r[i:])); found != nil {
			rest = []part{{text: string(r[i:]), concepts: found}}
		} else if rest = l.compound(string(r[i:]), depth-1); rest == nil {
			continue
		}
		if best == nil || len(rest)+1 < len(best) {
			best = append([]part{{text: string(r[:i]), concepts: left}}, rest...)
		}
	}
	return best
}

// first reads the first word of a compound, with the letter that joins it.
func (l *lexicon) first(s string) []concept {
	if found := l.words[s]; found != nil {
		return found
	}
	if base, ok := strings.CutSuffix(s, "s"); ok && letters(base) >= 3 {
		if found := l.words[base]; found != nil {
			return found
		}
	}
	for _, end := range []string{"e", "a", "ar"} {
		if found := l.words[s+end]; found != nil && letters(s) >= 4 {
			return found
		}
	}
	return nil
}

// halfKnown reads a compound of which one word is known, the last one sooner.
func (l *lexicon) halfKnown(word string) []part {
	r := []rune(word)
	for i := 3; i <= len(r)-5; i++ {
		if found := l.known(string(r[i:])); found != nil {
			return []part{{text: string(r[:i])}, {text: string(r[i:]), concepts: found, doubtful: true}}
		}
	}
	for i := len(r) - 3; i >= 5; i-- {
		if found := l.first(string(r[:i])); found != nil {
			return []part{{text: string(r[:i]), concepts: found, doubtful: true}, {text: string(r[i:])}}
		}
	}
	return nil
}

// misspelt finds a long word though a letter is wrong.
func (l *lexicon) misspelt(word string, look bool) []concept {
	n := letters(word)
	if !look || n < minMisspelt || n > 40 {
		return nil
	}
	for length := n - 1; length <= n+1; length++ {
		for _, known := range l.lengths[length] {
			if levenshtein.Distance(word, known, nil) == 1 {
				return l.words[known]
			}
		}
	}
	return nil
}
