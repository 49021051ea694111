package intake

import (
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// assetIndex finds registered assets by what lists say of them.
type assetIndex struct {
	assets []Known
	ids    map[string]int
	lists  map[string][]int // by caseless list id
	names  map[string][]int // by caseless name
	words  map[string][]int // by word and by beginning; made when first asked
}

func newAssetIndex(assets []Known) *assetIndex {
	x := &assetIndex{assets: assets, ids: make(map[string]int, len(assets)), lists: map[string][]int{}, names: make(map[string][]int, len(assets))}
	for i := range assets {
		a := &assets[i]
		x.ids[a.ID] = i
		if a.ListID != "" {
			x.lists[caseless(a.ListID)] = append(x.lists[caseless(a.ListID)], i)
		}
		name := caseless(a.Name)
		x.names[name] = append(x.names[name], i)
	}
	return x
}

// named finds the assets of a name in a unit. A list that tells no unit, and
// an asset that has none, go with any.
func (x *assetIndex) named(name string, unit []string) []int {
	var out []int
	for _, i := range x.names[caseless(name)] {
		if len(unit) == 0 || len(x.assets[i].Unit) == 0 || sameUnit(unit, x.assets[i].Unit) {
			out = append(out, i)
		}
	}
	return out
}

// commonWord is how many assets may share a word before it says nothing.
const commonWord = 400

// near finds assets whose names are nearly the same, the likest first: signs
// apart, or a few letters, the longer the name the more.
func (x *assetIndex) near(name string, unit []string) []int {
	if x.words == nil {
		x.indexWords()
	}
	key := compact(name)
	type found struct{ asset, distance int }
	var all []found
	seen := map[int]bool{}
	for _, w := range nearKeys(name) {
		fits := x.words[w]
		if len(fits) > commonWord {
			continue
		}
		for _, i := range fits {
			if seen[i] {
				continue
			}
			seen[i] = true
			other := compact(x.assets[i].Name)
			if !alike(key, other) {
				continue
			}
			if len(unit) > 0 && len(x.assets[i].Unit) > 0 && !sameUnit(unit, x.assets[i].Unit) {
				continue
			}
			all = append(all, found{i, levenshtein.Distance(key, other, nil)})
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		if a.distance != b.distance {
			return a.distance - b.distance
		}
		return a.asset - b.asset
	})
	var out []int
	for _, f := range all {
		if f.distance > all[0].distance {
			break
		}
		out = append(out, f.asset)
	}
	return out
}

func (x *assetIndex) indexWords() {
	x.words = map[string][]int{}
	for i := range x.assets {
		for _, w := range nearKeys(x.assets[i].Name) {
			x.words[w] = append(x.words[w], i)
		}
	}
}

// nearKeys are the words of a name, and its beginning for names of one word.
func nearKeys(name string) []string {
	var out []string
	f := fold(name)
	for _, w := range strings.Fields(f) {
		if len(w) >= 3 {
			out = append(out, w)
		}
	}
	if r := []rune(strings.ReplaceAll(f, " ", "")); len(r) >= 5 {
		out = append(out, "^"+string(r[:5]))
	}
	return out
}

// alike reports whether two compacted names differ in so few letters that one
// may be meant for the other. Different numbers are never alike.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := min(letters(a), letters(b))
	allowed := n / 6
	if allowed == 0 || abs(letters(a)-letters(b)) > allowed || digitsOf(a) != digitsOf(b) {
		return false
	}
	return levenshtein.Distance(a, b, nil) <= allowed
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
