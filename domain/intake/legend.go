package intake

import (
	"strings"
	"unicode"

	"infoklass/domain/classify"
)

// legend is what a workbook says about its own levels, outside its rows of
// data: below or beside a table, on a sheet of its own, in a comment.
type legend struct {
	digits map[int]string            // digit to word, folded
	words  map[string]classify.Level // word to level, as in "Låg = måttlig konsekvens"
	scales map[string]bool           // scales that are stated as a range, "skala 1–4"
}

func newLegend() *legend {
	return &legend{digits: map[int]string{}, words: map[string]classify.Level{}, scales: map[string]bool{}}
}

// gather reads the legends of a book. The rows of tables are left out, save for
// what stands to the right of a table.
func (l *legend) gather(b *Book, tables []*draft) {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		var own []*draft
		for _, t := range tables {
			if t.sheet == s {
				own = append(own, t)
			}
		}
		l.gatherSheet(s, own)
		for j, r := range s.Remarks {
			if j < 200 {
				l.readText(r.Text)
			}
		}
	}
}

// legendSearch is how many rows outside tables are read for a legend.
const legendSearch = 300

func (l *legend) gatherSheet(s *Sheet, tables []*draft) {
	read, next := 0, 0
	var run []legendPair
	for i := range s.Rows {
		limit := 0
		for next+1 < len(tables) && i >= tables[next].end {
			next++
		}
		var d *draft
		if len(tables) > 0 {
			d = tables[next]
		}
		if d != nil && i > d.head.last && i < d.end {
			limit = d.columns[len(d.columns)-1].column
			if i > d.head.last+legendSearch {
				continue
			}
		} else if read++; read > legendSearch {
			return
		}
		pair, ok := legendPair{}, false
		for j, c := range s.Rows[i].Cells {
			if int(c.Column) <= limit {
				continue
			}
			l.readText(c.Text)
			if !ok && j+1 < len(s.Rows[i].Cells) {
				pair, ok = readPair(c.Text, s.Rows[i].Cells[j+1].Text)
			}
		}
		if ok {
			run = append(run, pair)
			continue
		}
		l.addRun(run)
		run = run[:0]
	}
	l.addRun(run)
}

type legendPair struct {
	digit int
	word  string
}

// readPair reads two cells side by side: a digit and what it means.
func readPair(a, b string) (legendPair, bool) {
	d, ok := wholeDigit(tidy(a))
	w := tidy(b)
	if !ok {
		d, ok = wholeDigit(w)
		w = tidy(a)
	}
	if !ok || d > 5 || letters(w) < 2 || letters(w) > 60 || !strings.ContainsFunc(w, unicode.IsLetter) {
		return legendPair{}, false
	}
	return legendPair{d, legendWord(w)}, true
}

// addRun takes rows of digits and words for a legend when the digits follow
// each other.
func (l *legend) addRun(run []legendPair) {
	if len(run) < 3 || len(run) > 6 {
		return
	}
	step := run[1].digit - run[0].digit
	if step != 1 && step != -1 {
		return
	}
	for i := 1; i < len(run); i++ {
		if run[i].digit-run[i-1].digit != step {
			return
		}
	}
	for _, p := range run {
		l.addDigit(p.digit, p.word)
	}
}

func (l *legend) addDigit(d int, word string) {
	if _, ok := l.digits[d]; !ok {
		l.digits[d] = word
	}
}

// legendWord is the beginning of an explanation, folded, without the nouns.
func legendWord(s string) string {
	if i := strings.IndexAny(s, ",;.(:"); i > 0 {
		s = s[:i]
	}
	var out []string
	for _, w := range strings.Fields(fold(s)) {
		if !levelNouns[w] {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// readText reads "0 = Försumbar, 1 = Måttlig", "Låg = måttlig konsekvens" and "skala 1–4".
func (l *legend) readText(s string) {
	if len(s) > 2000 || len(s) < 3 {
		return
	}
	if strings.ContainsAny(s, "=:–—-") {
		l.readPairs(s)
	}
	if id, ok := statedScale(s); ok {
		l.scales[id] = true
	}
}

func (l *legend) readPairs(s string) {
	var found []legendPair
	for _, item := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '\n' || r == '|' || r == '(' || r == ')' }) {
		left, right, ok := cutPair(item)
		if !ok {
			continue
		}
		if d, isDigit := wholeDigit(lastField(left)); isDigit && d <= 5 && strings.ContainsFunc(right, unicode.IsLetter) {
			found = append(found, legendPair{d, legendWord(right)})
			continue
		}
		word, meaning := legendWord(left), legendWord(right)
		if level, ok := levelWords[meaning]; ok && vague[word] != nil {
			l.words[word] = level
		} else if d, ok := wholeDigit(strings.TrimSpace(right)); ok && vague[word] != nil {
			found = append(found, legendPair{d, word})
		}
	}
	if len(found) >= 2 {
		for _, p := range found {
			l.addDigit(p.digit, p.word)
		}
	}
}

func lastField(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return f[len(f)-1]
	}
	return ""
}

// cutPair parts an item at its = or : or dash.
func cutPair(s string) (left, right string, ok bool) {
	for _, mark := range []string{"=", ":", " – ", " - ", " — "} {
		if left, right, ok = strings.Cut(s, mark); ok {
			return strings.TrimSpace(left), strings.TrimSpace(right), strings.TrimSpace(left) != ""
		}
	}
	return "", "", false
}

// statedScale reads a range that is said to be the scale.
func statedScale(s string) (string, bool) {
	w := strings.Fields(strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[]:;,", r) {
			return ' '
		}
		return r
	}, tidy(s))))
	for i, word := range w {
		switch strings.TrimRight(word, ".") {
		case "skala", "skalan", "scale", "nivå", "nivåer", "nivåerna", "klass", "level", "levels":
		default:
			continue
		}
		for _, next := range w[i+1 : min(len(w), i+3)] {
			if low, high, ok := digitRange(next); ok {
				return scaleBetween(low, high)
			}
		}
	}
	return "", false
}

// bracketScale reads the range in a header such as "Konfidentialitet (1-4)".
func bracketScale(header string) (string, bool) {
	from := strings.IndexAny(header, "([")
	to := strings.LastIndexAny(header, ")]")
	if from < 0 || to <= from {
		return "", false
	}
	low, high, ok := digitRange(header[from+1 : to])
	if !ok {
		return "", false
	}
	return scaleBetween(low, high)
}

func scaleBetween(low, high int) (string, bool) {
	for _, s := range classify.Scales {
		if s.Levels[0].Rank == low && s.Levels[len(s.Levels)-1].Rank == high {
			return s.ID, true
		}
	}
	return "", false
}

// scale returns the scale that the legend states, empty when it states none or
// contradicts itself.
func (l *legend) scale() string {
	low, high := 9, -1
	for d, word := range l.digits {
		if grave[word] || d > 4 {
			continue
		}
		low, high = min(low, d), max(high, d)
	}
	if high > low {
		if id := l.byWords(); id != "" {
			return id
		}
		if id, ok := scaleBetween(low, high); ok && !l.knownWords() {
			return id
		}
	}
	if len(l.scales) == 1 {
		for id := range l.scales {
			return id
		}
	}
	return ""
}

func (l *legend) knownWords() bool {
	for _, word := range l.digits {
		if _, ok := levelWords[word]; ok {
			return true
		}
	}
	return false
}

// byWords finds the scale in which every known word stands at its digit.
func (l *legend) byWords() string {
	if !l.knownWords() {
		return ""
	}
	for _, s := range classify.Scales {
		fits := true
		for d, word := range l.digits {
			want, known := levelWords[word]
			got, ok := s.Read(string(rune('0' + d)))
			if known && (!ok || got != want) {
				fits = false
			}
		}
		if fits {
			return s.ID
		}
	}
	return ""
}
