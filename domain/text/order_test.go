package text_test

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/text"
)

// Swedish order puts å, ä and ö after z, treats capitals as small letters, and
// sorts numbers by value.
func TestSwedishOrder(t *testing.T) {
	want := []string{"1 kap.", "2 kap.", "10 kap.", "arkiv", "Avtal", "bygglov", "idrott", "journal 2", "Journal 10", "Zon", "ån", "Äldre", "Ö"}
	got := slices.Clone(want)
	slices.Reverse(got)
	text.SortStrings(got)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if keys := text.SortKeys([]string{"Åsa", "åsa", "asa"}); !bytes.Equal(keys[0], keys[1]) || bytes.Equal(keys[0], keys[2]) {
		t.Error("capitals decide the order, or å is taken for a")
	}
}

type row struct {
	name string
	at   int
}

// Sorting moves rows and loses none; equal ones keep their order; those without
// a text are last in both directions.
func TestSortBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "A", "z", "å", "ä", "Ö", "2", "10"}), 0, 40).Draw(t, "names")
		descending := rapid.Bool().Draw(t, "descending")
		var rows []row
		for i, name := range names {
			rows = append(rows, row{name, i})
		}
		text.SortBy(rows, func(r row) string { return r.name }, descending)
		seen := map[int]bool{}
		for i, r := range rows {
			if seen[r.at] = true; names[r.at] != r.name {
				t.Fatalf("%v of %v", rows, names)
			}
			if i > 0 && !ordered(rows[i-1], r, descending) {
				t.Fatalf("%v before %v, descending %v", rows[i-1], r, descending)
			}
		}
		if len(seen) != len(names) {
			t.Fatalf("%d of %d rows are left", len(seen), len(names))
		}
	})
}

// ordered reports whether b may follow a.
func ordered(a, b row, descending bool) bool {
	if a.name == "" || b.name == "" {
		return b.name == "" && (a.name != "" || a.at < b.at)
	}
	keys := text.SortKeys([]string{a.name, b.name})
	c := bytes.Compare(keys[0], keys[1])
	if descending {
		c = -c
	}
	return c < 0 || c == 0 && a.at < b.at
}
