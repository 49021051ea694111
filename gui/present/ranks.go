package present

import (
	"bytes"
	"slices"

	"infoklass/domain/text"
)

// Ranks are where many items come in an order, worked out once: sorting by them
// compares nothing. Items of the same value share a rank.
type Ranks struct {
	of []int32 // by item; none for an item without a value
	n  int     // how many ranks there are
}

// none is the rank of an item without a value.
const none int32 = -1

// RankTexts ranks items by texts in Swedish order. An empty text counts as no value.
func RankTexts(texts []string) Ranks {
	distinct, at := distinctOf(texts, func(s string) bool { return s == "" })
	keys := text.SortKeys(distinct)
	order := counting(len(distinct))
	sortByKey(order, make([]int32, len(order)), keys, 0)
	return rank(at, order, func(a, b int32) int { return bytes.Compare(keys[a], keys[b]) })
}

// sortByKey sorts items by their keys, which are the same up to a byte, by that
// byte and those after it. It uses spare, which is as long.
func sortByKey(items, spare []int32, keys [][]byte, at int) {
	const few = 32
	for len(items) > few {
		var ends [1 + 256 + 1]int // of the items by the byte: 0 for a key that ends before it
		bucket := func(item int32) int {
			if key := keys[item]; at < len(key) {
				return 1 + int(key[at])
			}
			return 0
		}
		for _, item := range items {
			ends[bucket(item)+1]++
		}
		if all := ends[bucket(items[0])+1]; all == len(items) { // most keys begin alike
			if at >= len(keys[items[0]]) {
				return
			}
			at++
			continue
		}
		for b := 1; b < len(ends); b++ {
			ends[b] += ends[b-1]
		}
		for _, item := range items {
			b := bucket(item)
			spare[ends[b]] = item
			ends[b]++
		}
		copy(items, spare)
		for b := 1; b < len(ends); b++ {
			sortByKey(items[ends[b-1]:ends[b]], spare[ends[b-1]:ends[b]], keys, at+1)
		}
		return
	}
	slices.SortFunc(items, func(a, b int32) int { return bytes.Compare(keys[a][at:], keys[b][at:]) })
}

// counting counts from 0.
func counting(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// RankValues ranks items by values. Empty reports what is no value; nil for nothing.
func RankValues[T comparable](values []T, empty func(T) bool, compare func(a, b T) int) Ranks {
	distinct, at := distinctOf(values, empty)
	order := counting(len(distinct))
	slices.SortFunc(order, func(a, b int32) int { return compare(distinct[a], distinct[b]) })
	return rank(at, order, func(a, b int32) int { return compare(distinct[a], distinct[b]) })
}

// distinctOf returns the distinct values, and for each item the place of its value
// among them. Most columns have few.
func distinctOf[T comparable](values []T, empty func(T) bool) (distinct []T, at []int32) {
	known := map[T]int32{}
	at = make([]int32, len(values))
	for i, v := range values {
		if empty != nil && empty(v) {
			at[i] = none
			continue
		}
		place, ok := known[v]
		if !ok {
			place = int32(len(distinct))
			known[v] = place
			distinct = append(distinct, v)
		}
		at[i] = place
	}
	return distinct, at
}

// rank gives each item the rank of its value in an order of the values. Values that compare as equal share one.
func rank(at, order []int32, compare func(a, b int32) int) Ranks {
	rankOf, ranks := make([]int32, len(order)), 0
	for i, value := range order {
		if i > 0 && compare(order[i-1], value) != 0 {
			ranks++
		}
		rankOf[value] = int32(ranks)
	}
	for i, value := range at {
		if value != none {
			at[i] = rankOf[value]
		}
	}
	return Ranks{of: at, n: ranks + 1}
}

// Arrange returns items in the order of their ranks. Items of the same rank keep
// their order, and items without a value come last in either direction.
func (r Ranks) Arrange(items []int32, descending bool) []int32 {
	starts := make([]int32, r.n+2) // where each rank begins among the items; no value is the last rank
	for _, item := range items {
		starts[r.bucket(item, descending)+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	out := make([]int32, len(items))
	for _, item := range items {
		b := r.bucket(item, descending)
		out[starts[b]] = item
		starts[b]++
	}
	return out
}

func (r Ranks) bucket(item int32, descending bool) int {
	switch at := int(r.of[item]); {
	case at == int(none):
		return r.n
	case descending:
		return r.n - 1 - at
	default:
		return at
	}
}
