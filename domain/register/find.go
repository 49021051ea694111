package register

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Query chooses assets. The zero value chooses all.
type Query struct {
	// Text is searched in every field, folded; each of its words must be found.
	Text string
	// Unit keeps assets of this unit and all below it; NoUnit those without one.
	Unit   string
	NoUnit bool
	Kind   asset.Kind
	Status asset.Status
	// AtLeast keeps assets with a level of this rank or higher in Aspect, or
	// in any aspect where Aspect is nil. Unset means no condition.
	AtLeast classify.Level
	Aspect  *classify.Aspect
	// Exactly keeps, where ByLevel is true, assets at just this level in Aspect,
	// or by their highest level where Aspect is nil. Unset keeps the unclassified.
	ByLevel bool
	Exactly classify.Level
	// States keeps assets whose classification has come this far; "" stands for unclassified.
	States []classify.State
	// OwnerMissing keeps assets without an information owner.
	OwnerMissing bool
	// Trait keeps assets that have a trait, by their levels or by hand.
	Trait asset.Trait
	// Lacking keeps assets that the policy still demands something of, Overdue
	// assets whose classification should have been reviewed. Judgement decides
	// both; without one they keep all.
	Lacking   bool
	Overdue   bool
	Judgement interface {
		Lacks(*Record) bool
		Overdue(*Record) bool
	} `json:"-"`
}

// Find returns the assets that q chooses, by id. It stops when ctx is done,
// as when the next key is pressed.
func (r *Register) Find(ctx context.Context, q Query) ([]*Record, error) {
	r.mu.RLock()
	pages := r.order
	terms := termsOf(q.Text, r.organisation.foldedU)
	under := r.organisation.subtree(q.Unit)
	demands := r.settingsNow().Demands()
	r.mu.RUnlock()
	var out []*Record
	for _, page := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, rec := range page {
			if q.matches(rec, under, demands) && found(terms, rec) {
				out = append(out, rec)
			}
		}
	}
	return out, nil
}

// term is one word searched for, folded.
type term struct {
	text  string
	marks signature
	units map[string]bool // whose path holds it
}

// termsOf divides what is searched for. paths are the folded paths of the units.
func termsOf(query string, paths map[string]string) []term {
	var terms []term
	for w := range strings.FieldsSeq(text.Fold(query)) {
		found := term{text: w, marks: signatureOf(w), units: map[string]bool{}}
		for id, path := range paths {
			if strings.Contains(path, w) {
				found.units[id] = true
			}
		}
		terms = append(terms, found)
	}
	return terms
}

// subtree is the set of a unit and all below it, nil for no unit. The caller holds mu.
func (o *Organisation) subtree(unit string) map[string]bool {
	if unit == "" {
		return nil
	}
	set := map[string]bool{}
	var walk func(string)
	walk = func(id string) {
		set[id] = true
		for _, child := range o.children[id] {
			walk(child)
		}
	}
	walk(unit)
	return set
}

// found reports whether an asset or the path of its unit holds every word.
func found(terms []term, rec *Record) bool {
	for i := range terms {
		w := &terms[i]
		inText := rec.marks.mayHold(&w.marks) && strings.Contains(rec.folded, w.text)
		if !inText && (len(w.units) == 0 || !w.units[rec.Asset.Unit]) {
			return false
		}
	}
	return true
}

func (q *Query) matches(rec *Record, under map[string]bool, demands classify.Demands) bool {
	a := &rec.Asset
	switch {
	case under != nil && !under[a.Unit],
		q.NoUnit && a.Unit != "",
		q.Kind != "" && a.Kind != q.Kind,
		q.Status != "" && a.Status != q.Status,
		q.OwnerMissing && a.Fields[asset.InformationOwner] != "",
		q.Trait != "" && !rec.Has(q.Trait, demands),
		q.Judgement != nil && (q.Lacking && !q.Judgement.Lacks(rec) || q.Overdue && !q.Judgement.Overdue(rec)):
		return false
	}
	// The classification lies elsewhere in memory: it is fetched only where it matters.
	if (q.ByLevel || q.AtLeast != classify.Unset) && !q.matchesLevel(rec.Profile()) {
		return false
	}
	return len(q.States) == 0 || slices.Contains(q.States, rec.State())
}

func (q *Query) matchesLevel(p classify.Profile) bool {
	l := p.Highest()
	if q.Aspect != nil {
		l = p.Of(*q.Aspect)
	}
	if q.ByLevel && l != q.Exactly {
		return false
	}
	return q.AtLeast == classify.Unset || l >= q.AtLeast
}
