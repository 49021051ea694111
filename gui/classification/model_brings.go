package classification

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// Brings is what the levels being chosen bring, compared with those in force.
type Brings struct {
	Lines []consequenceLine
	// Gone are the duties of the levels in force that would fall away.
	Gone []string
	// Requirements counts the protection requirements in words, with the difference.
	Requirements string
}

// bringsOf works out what a classification being made brings for an asset.
func bringsOf(p *text.Printer, c *requirement.Catalogue, f *classForm, rec *register.Record) Brings {
	b := Brings{Lines: consequenceLines(p, f.Scale, f.Demands.Filled(), rec.Asset, f.Class.Profile)}
	now := requirementsOf(c, rec.Asset, f.Class.Profile)
	b.Requirements = p.N("classification.requirements", len(now))
	if rec.Class == nil || !f.Class.Profile.Complete() {
		return b
	}
	before := consequenceLines(p, rec.Scale(), f.Demands.Filled(), rec.Asset, rec.Profile())
	settled := func(lines []consequenceLine, o classify.Obligation) bool {
		return slices.ContainsFunc(lines, func(l consequenceLine) bool { return l.Obligation == o && l.Settled })
	}
	for i, l := range b.Lines {
		b.Lines[i].New = l.Settled && !settled(before, l.Obligation)
	}
	for _, l := range before {
		if l.Settled && !settled(b.Lines, l.Obligation) {
			b.Gone = append(b.Gone, l.Words)
		}
	}
	b.Requirements += requirementChange(p, now, requirementsOf(c, rec.Asset, rec.Profile()))
	return b
}

func requirementsOf(c *requirement.Catalogue, a asset.Asset, profile classify.Profile) map[string]bool {
	ids := map[string]bool{}
	for _, r := range c.Select(requirement.ObjectOf(a, profile)).Requirements {
		ids[r.ID] = true
	}
	return ids
}

// requirementChange says how many requirements come and go: " · 4 nya · 2 faller bort".
func requirementChange(p *text.Printer, now, before map[string]bool) string {
	beyond := func(these, those map[string]bool) int {
		n := 0
		for id := range these {
			if !those[id] {
				n++
			}
		}
		return n
	}
	words := ""
	if n := beyond(now, before); n > 0 {
		words += " · " + p.N("classification.requirements.new", n)
	}
	if n := beyond(before, now); n > 0 {
		words += " · " + p.N("classification.requirements.gone", n)
	}
	return words
}
