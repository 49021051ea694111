package requirement_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

func shippedFile(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("requirements.tsv")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTheShippedCatalogueIsWhole(t *testing.T) {
	all := requirement.Shipped.All()
	if len(all) != 90 {
		t.Errorf("%d requirements, want 90", len(all))
	}
	used := map[requirement.Category]bool{}
	for i := range all {
		r := &all[i]
		used[r.Category] = true
		if got, ok := requirement.Shipped.ByID(r.ID); !ok || got != r {
			t.Errorf("%s is not found by its id", r.ID)
		}
		for _, id := range r.Replaces {
			weaker, ok := requirement.Shipped.ByID(id)
			if !ok {
				t.Fatalf("%s replaces %s, which is not there", r.ID, id)
			}
			if weaker.Rank >= r.Rank {
				t.Errorf("%s at rank %d replaces %s at rank %d", r.ID, r.Rank, id, weaker.Rank)
			}
			for _, a := range weaker.Aspects {
				if !slices.Contains(r.Aspects, a) {
					t.Errorf("%s replaces %s but does not follow from %s", r.ID, id, a.Key())
				}
			}
		}
	}
	for _, c := range requirement.Categories {
		if !used[c] {
			t.Errorf("no requirement stands under %s", c)
		}
	}
	if _, ok := requirement.Shipped.ByID("ORG-99"); ok {
		t.Error("a requirement that does not exist is found")
	}
}

func TestReadRefusesAFaultyCatalogue(t *testing.T) {
	good := shippedFile(t)
	lines := strings.Split(strings.TrimSuffix(good, "\n"), "\n")
	spoil := func(id, from, to string) string {
		for i, l := range lines {
			if strings.HasPrefix(l, id+"\t") && strings.Contains(l, from) {
				changed := slices.Clone(lines)
				changed[i] = strings.Replace(l, from, to, 1)
				return strings.Join(changed, "\n")
			}
		}
		t.Fatalf("%s does not hold %q", id, from)
		return ""
	}
	for name, test := range map[string]struct{ tsv, says string }{
		"other columns":         {strings.Replace(good, "min_level", "level", 1), "the columns are"},
		"a missing cell":        {spoil("ORG-01", "\t5.9", ""), "11 cells"},
		"an id twice":           {good + lines[1] + "\n", "there already"},
		"an id elsewhere":       {spoil("ORG-01", "ORG-01", "INF-91"), "no id in category"},
		"an unknown category":   {strings.ReplaceAll(spoil("FYS-01", "FYS\t", "XYZ\t"), "FYS-01", "XYZ-01"), "no category"},
		"an unknown aspect":     {spoil("INF-01", "\tK\t", "\tX\t"), "no list of aspects"},
		"an aspect twice":       {spoil("INF-01", "\tK\t", "\tK,K\t"), "no list of aspects"},
		"no aspect":             {spoil("INF-01", "\tK\t", "\t\t"), "no list of aspects"},
		"a rank outside 0–3":    {spoil("INF-01", "\t1\t", "\t4\t"), "no protection rank"},
		"no rank":               {spoil("INF-01", "\t1\t", "\t\t"), "no protection rank"},
		"two ranks":             {spoil("INF-01", "\t1\t", "\t12\t"), "no protection rank"},
		"no control number":     {spoil("INF-01", "5.10", "9.1"), "no control number"},
		"an unknown target":     {spoil("INF-01", "information", "informationen"), "no target"},
		"an unknown condition":  {spoil("DAT-01", "personal_data", "full_moon"), "no condition"},
		"an empty text":         {spoil("INF-01", "Handling rules are known", ""), "empty"},
		"blanks around a text":  {spoil("INF-01", "Handling rules are known", " Handling"), "blanks"},
		"a loose reference":     {spoil("ORG-06", "ORG-05", "ORG-95"), "not there"},
		"a reference to itself": {spoil("ORG-06", "ORG-05", "ORG-06"), "replaces itself"},
		"a ring of references":  {spoil("BEH-07", "system\t\t\t", "system\t\tBEH-09\t"), "replaces itself"},
		"a reference elsewhere": {spoil("ORG-06", "ORG-05", "ORG-03"), "another target"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := requirement.Read(test.tsv); err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("the error is %v, want one about %q", err, test.says)
			}
		})
	}
	if _, err := requirement.Read(good); err != nil {
		t.Errorf("the good one: %v", err)
	}
}

func TestEveryWordIsInBothLanguages(t *testing.T) {
	var labels []text.Message
	for _, c := range requirement.Categories {
		labels = append(labels, c.Label())
	}
	for _, target := range requirement.Targets {
		labels = append(labels, target.Label())
	}
	for _, c := range requirement.Conditions {
		labels = append(labels, c.Label())
	}
	for _, a := range requirement.Answers {
		labels = append(labels, a.Label())
	}
	for _, lang := range text.Langs {
		for _, l := range labels {
			if !text.In(lang).Has(l.Key) {
				t.Errorf("%s is not in %s", l.Key, lang)
			}
		}
	}
	w := requirement.Words{Swedish: "krav", English: "requirement"}
	if w.In(text.Swedish) != "krav" || w.In(text.English) != "requirement" {
		t.Error("the languages are mixed up")
	}
}
