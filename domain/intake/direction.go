package intake

import (
	"strconv"
	"strings"
)

// direction gathers what a list says about which way its digits go: pairs of a
// digit and how high the word beside it is, in cells, headers and legends.
type direction struct {
	ranks   [10]int // rank and one, 0 where nothing is said
	against bool    // one digit stands beside words that contradict each other
}

// add notes a digit with a word, if the word says how high it is.
func (n *direction) add(digit int, word string) {
	if rank, ok := wordRank(word); ok {
		n.addRank(digit, rank)
	}
}

func (n *direction) addRank(digit, rank int) {
	if digit < 0 || digit >= len(n.ranks) || rank < 0 {
		return
	}
	if old := n.ranks[digit]; old != 0 && old != rank+1 {
		n.against = n.against || old > 2 != (rank > 1)
		return
	}
	n.ranks[digit] = rank + 1
}

// addText reads pairs in a header: "K (1=hög, 4=låg)".
func (n *direction) addText(s string) {
	if !strings.ContainsAny(s, "=:") {
		return
	}
	l := newLegend()
	l.readText(s)
	for d, word := range l.digits {
		n.add(d, word)
	}
}

// down reports whether a lower digit stands for a higher level anywhere.
func (n *direction) down() bool {
	last := 0
	for _, rank := range n.ranks {
		if rank == 0 {
			continue
		}
		if last > rank {
			return true
		}
		last = rank
	}
	return n.against || n.ranks[0] > 2 || n.ranks[1] == 4 || n.ranks[4] == 1
}

// turned suggests the level of a digit on a scale that goes down.
func (n *direction) turned(digit int) string {
	low, high := -1, -1
	for d, rank := range n.ranks {
		if rank > 0 {
			if low < 0 {
				low = d
			}
			high = d
		}
	}
	if low == high || n.against || digit < low || digit > high {
		return ""
	}
	if rank := n.ranks[digit]; rank > 0 && high-low != 3 {
		return strconv.Itoa(min(3, rank-1+max(0, 4-n.ranks[low])))
	}
	return strconv.Itoa(max(0, 3-(digit-low)))
}

// wordRank says how high a word for a level is, from 0 to 3.
func wordRank(s string) (int, bool) {
	w := strings.Fields(fold(s))
	if level, ok := levelWords[strings.Join(w, " ")]; ok {
		return int(level) - 1, true
	}
	very := false
	for _, word := range w {
		switch {
		case word == "mycket" || word == "mkt" || word == "very" || word == "särskilt" || word == "extra":
			very = true
		case strings.HasPrefix(word, "hög") || word == "stor" || word == "stora" || word == "high":
			if very || strings.HasPrefix(word, "högst") {
				return 3, true
			}
			return 2, true
		case strings.HasPrefix(word, "allvarlig") || strings.HasPrefix(word, "kritisk") || word == "critical" || word == "serious":
			return 3, true
		case strings.HasPrefix(word, "betydande"), strings.HasPrefix(word, "significant"):
			return 2, true
		case strings.HasPrefix(word, "medel") || strings.HasPrefix(word, "måttlig") || strings.HasPrefix(word, "normal") || word == "mellan" || word == "medium" || word == "moderate":
			return 1, true
		case strings.HasPrefix(word, "låg") || strings.HasPrefix(word, "försumbar") || strings.HasPrefix(word, "ringa") || word == "low" || word == "liten" || word == "små" || word == "bas" || word == "minimal" || word == "obetydlig":
			return 0, true
		}
	}
	return 0, false
}
