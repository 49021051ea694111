package text

import (
	"bytes"
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators is a pool, because a collator has buffers that one goroutine must own.
var collators = sync.Pool{New: func() any {
	return collate.New(language.Swedish, collate.IgnoreCase, collate.Numeric)
}}

// keyStore is how many bytes of keys are allocated at once, at most.
const keyStore = 1 << 16

// SortKeys returns for each string a key whose bytes compare in Swedish order:
// … z å ä ö, capitals equal to small letters, numbers by value.
func SortKeys(ss []string) [][]byte {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	var buf collate.Buffer
	w := swedishWeigher()
	var store []byte // of many keys, so that each is not an allocation of its own
	keys := make([][]byte, len(ss))
	for i, s := range ss {
		if room := 8 * (len(s) + 1); cap(store)-len(store) < room {
			store = make([]byte, 0, max(room, min(room*len(ss), keyStore)))
		}
		key, ok := w.appendKey(store[len(store):], s)
		switch {
		case !ok:
			key = c.KeyFromString(&buf, s)
		case len(store)+len(key) <= cap(store):
			store = store[:len(store)+len(key)]
		}
		keys[i] = key[:len(key):len(key)]
	}
	return keys
}

// SortStrings sorts in Swedish order.
func SortStrings(ss []string) {
	SortBy(ss, func(s string) string { return s }, false)
}

// SortBy sorts items stably by the text that key returns, in Swedish order.
// Items without a text come last in both directions.
func SortBy[T any](items []T, key func(T) string, descending bool) {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = key(item)
	}
	keys := SortKeys(texts)
	at := make([]int, len(items))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		if (texts[a] == "") != (texts[b] == "") {
			if texts[a] == "" {
				return 1
			}
			return -1
		}
		if descending {
			a, b = b, a
		}
		return bytes.Compare(keys[a], keys[b])
	})
	sorted := make([]T, len(items))
	for i, j := range at {
		sorted[i] = items[j]
	}
	copy(items, sorted)
}
