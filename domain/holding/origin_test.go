package holding_test

import (
	"strings"
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/text"
)

// The page shows where each level comes from.
func TestOriginInWords(t *testing.T) {
	const a = classify.Availability
	set := func(l classify.Level) []holding.Set {
		return []holding.Set{{Held: classify.Held{Set: "i", Profile: classify.Profile{}.With(a, l)}}}
	}
	own := func(l classify.Level) *classify.Classification {
		return &classify.Classification{Profile: classify.Profile{}.With(a, l)}
	}
	raise := &holding.Adjustment{Way: holding.Integration, Level: classify.Level3, Reason: "Lönen hänger på det"}
	lower := &holding.Adjustment{Way: holding.Deviation, Level: classify.Level1, Against: classify.Level2, Reason: "Bara täcknamn", DecidedBy: "Sektorchef", DecidedOn: "2026-11-01"}
	for name, test := range map[string]struct {
		own  *classify.Classification
		sets []holding.Set
		adj  *holding.Adjustment
		want string
	}{
		"no level":                       {nil, nil, nil, "Ej klassad"},
		"its own":                        {own(classify.Level2), set(classify.Level1), nil, "Systemets egen klassning"},
		"the information's":              {own(classify.Level1), set(classify.Level2), nil, "Informationen: Journaler"},
		"both, and information decides":  {own(classify.Level2), set(classify.Level2), nil, "Informationen: Journaler"},
		"raised":                         {nil, set(classify.Level1), raise, "Höjd från 1, Integration: Lönen hänger på det"},
		"a raise to what it has already": {nil, set(classify.Level3), raise, "Informationen: Journaler"},
		"lowered":                        {nil, set(classify.Level2), lower, "Sänkt från 2 genom avvikelse: Bara täcknamn (Sektorchef, 2026-11-01)"},
		"a deviation that has lapsed":    {nil, set(classify.Level3), lower, "Informationen: Journaler. Avvikelsen till 1 gäller inte längre"},
	} {
		h := holding.New(test.own, test.sets, [4]*holding.Adjustment{a: test.adj})
		o := h.Origin(a)
		var from []string
		for range o.From {
			from = append(from, "Journaler")
		}
		if got := holding.Words(o, classify.Scale03, from).In(text.In(text.Swedish)); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// Levels are written by the municipality's scale, and of many sets only three are named.
func TestOriginNamesThreeSetsAndTheScalesCode(t *testing.T) {
	p := text.In(text.Swedish)
	o := holding.Origin{Aspect: classify.Integrity, Source: holding.Inherits, Level: classify.Level2, Demand: classify.Level2}
	if got := holding.Words(o, classify.Scale14, []string{"A", "B", "C"}).In(p); !strings.Contains(got, "A, B, C") {
		t.Errorf("three sets: %q", got)
	}
	got := holding.Words(o, classify.Scale14, []string{"A", "B", "C", "Dold", "E"}).In(p)
	if !strings.Contains(got, "A, B, C") || strings.Contains(got, "Dold") || !strings.Contains(got, "2") {
		t.Errorf("five sets: %q", got)
	}
	below := holding.Below(o, classify.Scale14, []string{"A"}).In(p)
	if !strings.Contains(below, p.T("aspect.integrity")+" är lägre") || !strings.Contains(below, "3 (A)") {
		t.Errorf("level 2 is 3 in the scale 1–4: %q", below)
	}
}

func TestOriginOfASystemThatHoldsNothing(t *testing.T) {
	c := &classify.Classification{Profile: classify.Profile{}.With(classify.Integrity, classify.Level2)}
	if o := holding.OriginOf(c, classify.Integrity); o.Source != holding.Own || o.Level != classify.Level2 || o.Own != classify.Level2 || o.Demand != classify.Unset {
		t.Errorf("classified: %+v", o)
	}
	for _, o := range []holding.Origin{holding.OriginOf(c, classify.Availability), holding.OriginOf(nil, classify.Integrity)} {
		if o.Source != holding.Nothing || o.Level != classify.Unset {
			t.Errorf("not classified: %+v", o)
		}
	}
}

func TestSourcesAndWaysAreWorded(t *testing.T) {
	for _, lang := range text.Langs {
		p := text.In(lang)
		for _, s := range holding.Sources {
			if !p.Has(s.Label().Key) {
				t.Errorf("%s has no words in %s", s, lang)
			}
		}
		for _, w := range holding.Raises {
			if !p.Has(w.Label().Key) || !p.Has(w.Meaning().Key) {
				t.Errorf("%s has no words in %s", w, lang)
			}
		}
		if !p.Has(holding.Deviation.Label().Key) {
			t.Errorf("a deviation has no word in %s", lang)
		}
	}
}
