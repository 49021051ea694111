package text

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"pgregory.net/rapid"
)

// sameKeys reports the texts whose keys are others than the collator's.
func sameKeys(t interface{ Errorf(string, ...any) }, texts ...string) {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	keys := SortKeys(texts)
	for i, s := range texts {
		var buf collate.Buffer
		if want := c.KeyFromString(&buf, s); !bytes.Equal(keys[i], want) {
			t.Errorf("%q: % x, want % x", s, keys[i], want)
		}
	}
}

// No two characters are weighed together, or the weigher would sort otherwise than the collator.
func TestSortKeysOfPairs(t *testing.T) {
	var texts []string
	for a := rune(' '); a <= 'Ā'; a++ {
		for b := rune(' '); b <= 'Ā'; b++ {
			texts = append(texts, string(a)+string(b))
		}
	}
	sameKeys(t, texts...)
}

func TestSortKeysAreTheCollators(t *testing.T) {
	sameKeys(t, "", "0", "00 kap.", "System 007", "1001", strings.Repeat("9", 255), strings.Repeat("9", 256), strings.Repeat("90", 400))
	rapid.Check(t, func(t *rapid.T) {
		sameKeys(t, rapid.SliceOf(rapid.StringOf(rapid.OneOf(
			rapid.RuneFrom([]rune("0123456789")), rapid.RuneFrom([]rune("aåäöÅÉz -./&²½\u030a\u00a0–߀")), rapid.Rune(),
		))).Draw(t, "texts")...)
	})
}

// Some are common, and all of them are weighed without the collator.
func TestTheWeigherKnowsCommonTexts(t *testing.T) {
	for _, s := range []string{"", "Journalsystem HSL", "Ärende- och dokumenthantering (W3D3) 2", "2026-11-23", "Café Å/Ä & Ö"} {
		if _, ok := swedishWeigher().appendKey(nil, s); !ok {
			t.Errorf("%q is left to the collator", s)
		}
	}
}

func BenchmarkSortKeys100k(b *testing.B) {
	texts := make([]string, 100_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("System %d för skolan", i)
	}
	b.ReportAllocs()
	for b.Loop() {
		SortKeys(texts)
	}
}
