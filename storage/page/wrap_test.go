package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func regular(t testing.TB) *metrics {
	t.Helper()
	m, err := loadMetrics()
	if err != nil {
		t.Fatal(err)
	}
	return m[0]
}

func TestWrap(t *testing.T) {
	m := regular(t)
	for _, tc := range []struct {
		name, in string
		as       string // the text that just fits on a line
		want     []string
	}{
		{"nothing", "", "xx", nil},
		{"one line", "en rad", "en rad", []string{"en rad"}},
		{"at spaces", "ett två tre fyra", "ett två tre", []string{"ett två tre", "fyra"}},
		{"own breaks", "ett\r\ntvå\n\ntre\n", "ett två tre", []string{"ett", "två", "", "tre"}},
		{"long word", "aaaaaaaaaa", "aaaa", []string{"aaaa", "aaaa", "aa"}},
		{"long word after a short", "bb aaaaaaaaaa", "aaaaa", []string{"bb", "aaaaa", "aaaaa"}},
		{"too long also after a break", "i aaaaa", "i aaa", []string{"i", "aaa", "aa"}},
		{"after hyphen", "Miljö- och bygg-nämnden", "Miljö- och bygg-n", []string{"Miljö- och bygg-", "nämnden"}},
		{"a date stays whole", "beslut 2026-11-23", "beslut 2026-11-2", []string{"beslut", "2026-11-23"}},
		{"a number stays whole", "cirka 1 900 personer", "cirka 1 90", []string{"cirka", "1 900", "personer"}},
		{"hard space", "ab 12\u00a0%", "ab 12\u00a0", []string{"ab", "12\u00a0%"}},
		{"composed letters", "a\u030a", "xxxx", []string{"å"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, wrap(m, tc.in, 10, m.width(tc.as, 10)+0.01)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStandInsAreInTheFont(t *testing.T) {
	for _, m := range fonts(t) {
		for r, s := range standIns {
			if _, ok := m.glyph(r); ok {
				t.Errorf("the font has %q itself", r)
			}
			for _, c := range s {
				if _, ok := m.glyph(c); !ok {
					t.Errorf("the font lacks %q, which stands in for %q", c, r)
				}
			}
		}
		if _, ok := m.glyph('\uFFFD'); !ok {
			t.Error("the font lacks the sign for what it lacks")
		}
	}
}

func fonts(t *testing.T) [2]*metrics {
	t.Helper()
	m, err := loadMetrics()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// FuzzWrap: no line is too wide unless it is a single character, and no
// character but spaces is lost.
func FuzzWrap(f *testing.F) {
	seeds := []string{"", "en rad text", strings.Repeat("Å", 100), "a\nb\r\nc", "\xff\x00\u00ad", "日本語 🎉", "1 900 000", "Miljö-/bygg_x@y", " \u00a0 \u200b "}
	for i, s := range seeds {
		f.Add(s, uint16(i*17))
	}
	if len(seeds) < 9 {
		f.Fatal("seeds are gone")
	}
	m := regular(f)
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		limit := float64(width%600) + 1
		lines := wrap(m, s, 10, limit)
		for _, l := range lines {
			if w := m.width(strings.TrimRight(l, " "), 10); w > limit+0.01 && utf8.RuneCountInString(l) > 1 {
				t.Fatalf("%q is %v wide, over %v", l, w, limit)
			}
		}
		squeeze := strings.NewReplacer(" ", "", "\n", "")
		if got, want := squeeze.Replace(strings.Join(lines, "")), squeeze.Replace(clean(s)); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}
