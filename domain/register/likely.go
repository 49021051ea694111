package register

import (
	"strings"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// LikelyUnit proposes the confirmed unit that one an import made most likely
// is: spelt nearly the same, or an abbreviation of it. False where none is
// likely. It is a proposal, never a decision.
func (o *Organisation) LikelyUnit(id string) (asset.Unit, bool) {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	u := o.units[id]
	name := text.Fold(u.Name)
	var best asset.Unit
	score := 0.0
	for _, other := range o.unitsInOrder() {
		if other.ID == id || other.Unconfirmed || other.Retired != "" {
			continue
		}
		if s := likeness(name, text.Fold(other.Name)); s > score {
			best, score = other, s
		}
	}
	return best, score > 0
}

// likeness is between 0, unlike, and 1, the same, for two folded names.
func likeness(a, b string) float64 {
	if a == b {
		return 1
	}
	if abbreviates(a, b) {
		return 0.5
	}
	a, b = definite(a), definite(b)
	n := utf8.RuneCountInString(a)
	if d := levenshtein.Distance(a, b, nil); n >= 6 && d <= 1+n/10 {
		return 1 - float64(d+1)/float64(n+1)
	}
	return 0
}

// definite takes away what only makes a word definite: förvaltningen is förvaltning.
func definite(name string) string {
	for _, ending := range []string{"en", "et", "n"} {
		if cut, ok := strings.CutSuffix(name, ending); ok && utf8.RuneCountInString(cut) >= 6 {
			return cut
		}
	}
	return name
}

// abbreviates reports whether another name begins with the first part of a
// shortened one ("soc.förv") and has the others after it in their order.
func abbreviates(short, name string) bool {
	parts := strings.FieldsFunc(short, func(r rune) bool { return r == '.' || r == ' ' })
	if len(parts) == 0 || !strings.ContainsRune(short, '.') || !strings.HasPrefix(name, parts[0]) {
		return false
	}
	for _, part := range parts {
		at := strings.Index(name, part)
		if at < 0 {
			return false
		}
		name = name[at+len(part):]
	}
	return true
}
