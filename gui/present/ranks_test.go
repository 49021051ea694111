package present_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/text"
	"infoklass/gui/present"
)

// Ranks arrange as sorting does: stably, what has no text last whichever the direction.
func TestRanksArrangeAsSortingDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOf(rapid.SampledFrom([]string{"", "a", "A", "ö", "å", "z", "n 10", "n 9", "N 9"})).Draw(t, "texts")
		if n := rapid.IntRange(0, 300).Draw(t, "many"); n > 0 { // of the same beginning, most of them different
			for i := range n {
				texts = append(texts, fmt.Sprintf("%[2]s %[1]d %[2]s", i*7919%n, rapid.SampledFrom([]string{"System", "system", "Ö"}).Draw(t, "name")))
			}
		}
		descending := rapid.Bool().Draw(t, "descending")
		items := make([]int32, len(texts))
		for i := range items {
			items[i] = int32(i)
		}
		want := slices.Clone(items)
		text.SortBy(want, func(i int32) string { return texts[i] }, descending)
		if got := present.RankTexts(texts).Arrange(items, descending); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", texts, got, want)
		}
	})
}
