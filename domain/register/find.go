package register

import (
	"context"
	"strings"
	"time"

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
	// Exactly, with Aspect, keeps assets at just this level, Unset with Aspect and ByLevel the unclassified in it.
	ByLevel bool
	Exactly classify.Level
	// States keeps assets whose classification has come this far; "" stands for unclassified.
	States []classify.State
	// ReviewBefore keeps assets whose next review is earlier than this ISO date.
	ReviewBefore string
	// OwnerMissing keeps assets without an information owner.
	OwnerMissing bool
}

// Find returns the assets that q chooses, by id. It stops when ctx is done,
// which a newer keystroke brings about.
func (r *Register) Find(ctx context.Context, q Query) ([]*Record, error) {
	words := strings.Fields(text.Fold(q.Text))
	r.mu.RLock()
	all, paths := r.order, r.foldedU
	under := r.subtree(q.Unit)
	r.mu.RUnlock()
	out := make([]*Record, 0, min(len(all), 1024))
	for i, rec := range all {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if q.matches(rec, under) && found(words, rec.folded, paths[rec.Asset.Unit]) {
			out = append(out, rec)
		}
	}
	return out, nil
}

// subtree is the set of a unit and all below it, nil for no unit. The caller holds mu.
func (r *Register) subtree(unit string) map[string]bool {
	if unit == "" {
		return nil
	}
	set := map[string]bool{}
	var walk func(string)
	walk = func(id string) {
		set[id] = true
		for _, child := range r.children[id] {
			walk(child)
		}
	}
	walk(unit)
	return set
}

func found(words []string, in ...string) bool {
	for _, w := range words {
		hit := false
		for _, s := range in {
			if strings.Contains(s, w) {
				hit = true
				break
			}
		}
		if !hit {
			return false
		}
	}
	return true
}

func (q Query) matches(rec *Record, under map[string]bool) bool {
	a := rec.Asset
	switch {
	case under != nil && !under[a.Unit],
		q.NoUnit && a.Unit != "",
		q.Kind != "" && a.Kind != q.Kind,
		q.Status != "" && a.Status != q.Status,
		q.OwnerMissing && a.Fields[asset.InformationOwner] != "",
		q.ReviewBefore != "" && (rec.NextReview() == "" || rec.NextReview() >= q.ReviewBefore):
		return false
	}
	return q.matchesLevel(rec.Profile()) && q.matchesState(rec.State())
}

func (q Query) matchesLevel(p classify.Profile) bool {
	l := p.Highest()
	if q.Aspect != nil {
		l = p.Of(*q.Aspect)
	}
	if q.ByLevel && l != q.Exactly {
		return false
	}
	return q.AtLeast == classify.Unset || l >= q.AtLeast
}

func (q Query) matchesState(s classify.State) bool {
	if len(q.States) == 0 {
		return true
	}
	for _, want := range q.States {
		if s == want {
			return true
		}
	}
	return false
}

// Overdue tells whether a classification's review day has passed.
func (r *Record) Overdue(today time.Time) bool {
	return r.NextReview() != "" && r.NextReview() < text.Date(today)
}
