package text_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"infoklass/domain/text"
)

func TestNumbersInBothLanguages(t *testing.T) {
	for _, test := range []struct{ got, swedish, english string }{
		{sv.Int(0) + "|" + en.Int(0), "0", "0"},
		{sv.Int(999) + "|" + en.Int(999), "999", "999"},
		{sv.Int(1234567) + "|" + en.Int(1234567), "1\u00a0234\u00a0567", "1,234,567"},
		{sv.Int(-1000) + "|" + en.Int(-1000), "−1\u00a0000", "−1,000"},
		{sv.Hours(8) + "|" + en.Hours(8), "8\u00a0h", "8\u00a0h"},
		{sv.Hours(0.25) + "|" + en.Hours(0.25), "0,25\u00a0h", "0.25\u00a0h"},
		{sv.Percent(1, 3) + "|" + en.Percent(1, 3), "33\u00a0%", "33%"},
	} {
		if want := test.swedish + "|" + test.english; test.got != want {
			t.Errorf("%q, want %q", test.got, want)
		}
	}
}

// The separators are all that is added: a number is read back from its digits.
func TestIntKeepsTheDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int().Draw(t, "n")
		for _, p := range []*text.Printer{sv, en} {
			digits := strings.NewReplacer("\u00a0", "", ",", "", "−", "-").Replace(p.Int(n))
			if digits != strconv.Itoa(n) {
				t.Fatalf("%d is written %q", n, p.Int(n))
			}
			groups := strings.FieldsFunc(strings.TrimPrefix(p.Int(n), "−"), func(r rune) bool { return r == '\u00a0' || r == ',' })
			for i, g := range groups {
				if len(g) > 3 || i > 0 && len(g) != 3 {
					t.Fatalf("%d is written %q", n, p.Int(n))
				}
			}
		}
	})
}

// 100 % is said only when nothing is missing, and a share of nothing is no share.
func TestPercentIsNeverRoundedUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(1, 100_000).Draw(t, "whole")
		part := whole - rapid.IntRange(0, whole).Draw(t, "missing")
		if got := en.Percent(part, whole); (got == "100%") != (part == whole) {
			t.Fatalf("%d of %d is %s", part, whole, got)
		}
	})
	if got := sv.Percent(0, 0); got != "–" {
		t.Errorf("a share of nothing is %q", got)
	}
}

func TestDays(t *testing.T) {
	day := time.Date(2026, 3, 1, 9, 5, 0, 0, time.UTC)
	for got, want := range map[string]string{
		text.Date(day): "2026-03-01", text.DateTime(day): "2026-03-01 09:05",
		sv.LongDate(day): "1 mars 2026", en.LongDate(day): "1 March 2026",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := text.Date(time.Time{}) + text.DateTime(time.Time{}); got != "" {
		t.Errorf("no day is written %q", got)
	}
	for m := time.January; m <= time.December; m++ {
		if long := sv.LongDate(time.Date(2026, m, 9, 0, 0, 0, 0, time.UTC)); strings.Contains(long, "[") {
			t.Errorf("month %d is written %q", m, long)
		}
	}
}

func TestParseDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "second"), 0).UTC().Truncate(24 * time.Hour)
		if got, err := text.ParseDate(text.Date(day)); err != nil || !got.Equal(day) {
			t.Fatalf("%s is read as %v, %v", text.Date(day), got, err)
		}
	})
	for _, wrong := range []string{"", "2026-02-29", "2026-2-9", "1/3 2026", "2026-03-01 09:05", " 2026-03-01"} {
		_, err := text.ParseDate(wrong)
		if err == nil || text.Explain(sv, err) != sv.T("error.date", "value", wrong) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}
