package intake

import (
	"slices"
	"strings"
)

// meaning is a field that a header can mean by the parts it is made of.
type meaning struct {
	field  string
	score  float64
	values string   // what the cells of such a column hold
	parts  []string // the pieces that gave the meaning
	whole  bool     // nothing in the header was left without a meaning
}

// The scores from which a meaning is sure, and can be considered at all.
const (
	sureMeaning = 0.9
	fairMeaning = 0.55
)

// costs are what it takes from a meaning that it leaves a concept unexplained;
// every other concept takes heavyCost.
var costs = map[string]float64{
	"exists": 0.05, "yn": 0.05, "done": 0.3, "by": 0.1, "what": 0.05, "who": 0.05, "where": 0.1, "when": 0.1, "how": 0.05, "date": 0.3, "last": 0.3, "next": 0.4, "alt": 0.4,
	"sys": 0.25, "info": 0.25, "asset": 0.2, "name": 0.2, "level": 0.3, "unit": 0.3, "kind": 0.4, "period": 0.4, "count": 0.4, "id": 0.5, "responsible": 0.6, "legal": 0.5, "record": 0.4, "desc": 0.5, "plan": 0.5, "overall": 0.4, "held": 0.3, "storedin": 0.5, "processing": 0.5, "process": 0.6, "contact": 0.5,
}

const (
	heavyCost    = 0.9
	unknownCost  = 0.5
	doubtfulCost = 0.15
)

// read ranks what a header can mean, the likeliest first.
func (l *lexicon) read(header string, misspelt bool) []meaning {
	if len(header) > longestHeader/2 || strings.TrimSpace(header) == "" {
		return nil
	}
	parts := l.parts(header, misspelt)
	if len(parts) == 0 || len(parts) > 12 {
		return nil
	}
	var seen conceptSet
	for _, p := range parts {
		for _, c := range p.concepts {
			seen.add(c)
		}
	}
	best := map[string]meaning{}
	for i := range l.rules {
		r := &l.rules[i]
		if !r.set.within(seen) {
			continue
		}
		m, ok := l.weigh(r, parts)
		if key := r.field + "\t" + r.values; ok && (best[key].field == "" || m.score > best[key].score) {
			best[key] = m
		}
	}
	out := make([]meaning, 0, len(best))
	for _, m := range best {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b meaning) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return strings.Compare(a.field, b.field)
	})
	return out
}

// weigh scores a rule against the parts of a header; each need takes a part of its own.
func (l *lexicon) weigh(r *rule, parts []part) (meaning, bool) {
	taken := make([]bool, len(parts))
	m := meaning{field: r.field, values: r.values, whole: true}
	for _, need := range r.needs {
		at := -1
		for i, p := range parts {
			if k := slices.Index(p.concepts, need); k >= 0 && !taken[i] && (at < 0 || len(p.concepts) < len(parts[at].concepts)) {
				at = i
			}
		}
		if at < 0 {
			return m, false
		}
		taken[at] = true
		m.score += 1 - 0.1*float64(slices.Index(parts[at].concepts, need))
		if parts[at].doubtful {
			m.score -= doubtfulCost
		}
		m.parts = append(m.parts, parts[at].text)
	}
	for i, p := range parts {
		if !taken[i] {
			cost := l.cost(r, p)
			m.score -= cost
			m.whole = m.whole && cost < unknownCost
		}
	}
	return m, true
}

// cost is what a part that a rule does not use takes from it.
func (l *lexicon) cost(r *rule, p part) float64 {
	if len(p.concepts) == 0 {
		return unknownCost
	}
	least := heavyCost
	for _, c := range p.concepts {
		if r.set.has(c) {
			return 0.05
		}
		if cost, ok := costs[l.names[c]]; ok {
			least = min(least, cost)
		}
	}
	return least
}

// headerMeanings ranks what a header means, standing under group: before its
// line break, without its brackets, as a whole, and together with the group.
func headerMeanings(header, group string, misspelt bool) []meaning {
	l := concepts()
	header = joined(header)
	bare := withoutBrackets(withoutNumber(header))
	line, _, broken := strings.Cut(bare, "\n")
	texts := []string{bare}
	if broken && letters(line) > 2 {
		texts = []string{line, bare}
	}
	if bare == "" || bare != withoutNumber(header) {
		texts = append(texts, withoutNumber(header))
	}
	if group != "" && len(group) < 60 {
		texts = append(texts, joined(group)+" "+bare)
	}
	var best []meaning
	for _, t := range texts {
		for _, try := range []string{t, unCamel(t)} {
			if m := l.read(try, misspelt); len(m) > 0 && (len(best) == 0 || m[0].score > best[0].score+0.3) {
				best = m
			}
		}
		if len(best) > 0 && best[0].score >= sureMeaning {
			return best
		}
	}
	return best
}

// hyphens that part a word at the end of a line, or may.
var hyphens = strings.NewReplacer("-\r\n", "", "-\n", "", "- \n", "", "\u00ad", "", "\u200b", "")

// joined is a header with the words that a line break has parted in one piece.
func joined(s string) string { return hyphens.Replace(s) }
