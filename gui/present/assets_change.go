package present

import (
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ReadPath reads a unit's path as people type it: with /, ›, > or \ between the names.
func ReadPath(s string) []string {
	var out []string
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(`/›>\`, r) }) {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// UnitChoice is a unit that can be chosen.
type UnitChoice struct {
	ID, Path, Kind string
}

// UnitChoices lists the units in use, in the order of the tree, whose path holds every word of a search.
func UnitChoices(p *text.Printer, r *register.Register, search string) []UnitChoice {
	words := strings.Fields(text.Fold(strings.Join(ReadPath(search), " ")))
	var out []UnitChoice
	for _, u := range r.Organisation().Units() {
		path := UnitBelow(r, u.ID)
		if u.Retired == "" && holdsAll(text.Fold(path), words) {
			out = append(out, UnitChoice{u.ID, path, p.T("unit." + string(u.Kind))})
		}
	}
	return out
}

func holdsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// HoldsWords reports whether a text, folded, holds every word of a folded search.
func HoldsWords(s, folded string) bool { return holdsAll(text.Fold(s), strings.Fields(folded)) }
