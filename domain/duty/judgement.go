package duty

import (
	"cmp"
	"iter"
	"slices"
	"sync/atomic"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

// Judgement is every finding of a register on a day. It is never changed, and
// is safe for concurrent use.
type Judgement struct {
	revision ledger.Revision // of what was judged, or of a commit before it
	calendar *calendar       // nil before anything is judged
	duties   *set
	assets   []judged // by the asset's id
	tree     []asset.Unit
	places   map[string]*place
	holds    map[string]int // per unit, assets that are not retired
	units    []Finding      // on units and on the municipality
	asked    map[string]int // per unit, its own duties that apply
	last     atomic.Int64   // the place in assets that was found last
}

// judged is an asset with its findings and what they were judged from.
type judged struct {
	record   *register.Record
	place    *place
	findings []Finding
	review   string // ISO date by which the classification is to be reviewed; empty where that is not asked
	asked    int    // duties that apply
}

// Findings goes through all findings, by asset and then by unit.
func (j *Judgement) Findings() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for i := range j.assets {
			for _, f := range j.assets[i].findings {
				if !yield(f) {
					return
				}
			}
		}
		for _, f := range j.units {
			if !yield(f) {
				return
			}
		}
	}
}

// Find returns the findings that keep wants, the most serious first, then by
// duty, then by asset or unit. A nil keep wants all.
func (j *Judgement) Find(keep func(Finding) bool) []Finding {
	return arrange(func(yield func(Finding) bool) {
		for f := range j.Findings() {
			if (keep == nil || keep(f)) && !yield(f) {
				return
			}
		}
	})
}

// Within chooses the findings on a unit and all below it, and on their assets.
func (j *Judgement) Within(unitID string) func(Finding) bool {
	within := j.within(unitID)
	return func(f Finding) bool { return within(f.Unit) }
}

// Answers returns the id of the unit whose manager answers for a unit: the unit
// itself, or the nearest above it that has a manager; empty if there is none.
func (j *Judgement) Answers(unitID string) string { return j.place(unitID).answers }

// within returns a test of whether a unit is another or lies below it; for the
// empty id all do.
func (j *Judgement) within(unitID string) func(string) bool {
	if unitID == "" {
		return func(string) bool { return true }
	}
	under := map[string]bool{}
	for _, u := range j.tree { // those above come first
		under[u.ID] = u.ID == unitID || under[u.Parent]
	}
	return func(id string) bool { return under[id] }
}

// Worst returns how many findings there are on one asset, and the most serious of them.
func (j *Judgement) Worst(assetID string) (n int, worst Finding) {
	a := j.find(assetID)
	if a == nil || len(a.findings) == 0 {
		return 0, Finding{}
	}
	worst = a.findings[0] // in the order of the rules
	for _, f := range a.findings[1:] {
		if f.Severity > worst.Severity {
			worst = f
		}
	}
	return len(a.findings), worst
}

// Lacks reports whether the policy still demands something of an asset.
func (j *Judgement) Lacks(rec *register.Record) bool {
	a := j.find(rec.Asset.ID)
	return a != nil && len(a.findings) > 0
}

// Overdue reports whether an asset's classification should have been reviewed.
func (j *Judgement) Overdue(rec *register.Record) bool {
	a := j.find(rec.Asset.ID)
	return a != nil && a.review != "" && a.review < j.calendar.day
}

// NextReview is the ISO date by which an asset's classification is to be
// reviewed. Where the policy asks for no review it is the day set, empty for none.
func (j *Judgement) NextReview(rec *register.Record) string {
	if a := j.find(rec.Asset.ID); a != nil && a.review != "" {
		return a.review
	}
	return rec.NextReview()
}

// Reviews returns the assets whose classifications are to be reviewed next,
// soonest first, at most n.
func (j *Judgement) Reviews(n int) []*register.Record {
	var next []*judged
	for i := range j.assets {
		a := &j.assets[i]
		if a.review == "" || len(next) == n && a.review >= next[n-1].review {
			continue
		}
		at, _ := slices.BinarySearchFunc(next, a, func(b, a *judged) int {
			return cmp.Or(cmp.Compare(b.review, a.review), -1) // after the others with the same day
		})
		next = slices.Insert(next, at, a)
		next = next[:min(len(next), n)]
	}
	out := make([]*register.Record, len(next))
	for i, a := range next {
		out[i] = a.record
	}
	return out
}

// Lapsed counts an asset's exceptions that have run out although the
// requirement is not met.
func (j *Judgement) Lapsed(assetID string) int {
	a := j.find(assetID)
	if a == nil {
		return 0
	}
	return a.lapsed()
}

// LapsedExceptions counts them in the whole register.
func (j *Judgement) LapsedExceptions() int {
	n := 0
	for i := range j.assets {
		n += j.assets[i].lapsed()
	}
	return n
}

func (a *judged) lapsed() int {
	for i := range a.findings {
		if a.findings[i].ID == Exception {
			return a.findings[i].lack.n
		}
	}
	return 0
}

// find looks an asset up. Lists ask about assets by id, so the one after the
// last is tried first.
func (j *Judgement) find(assetID string) *judged {
	for i, last := int(j.last.Load()), 0; last < 2 && i < len(j.assets); i, last = i+1, last+1 {
		if j.assets[i].record.Asset.ID == assetID {
			j.last.Store(int64(i))
			return &j.assets[i]
		}
	}
	i, ok := slices.BinarySearchFunc(j.assets, assetID, func(a judged, id string) int { return cmp.Compare(a.record.Asset.ID, id) })
	if !ok {
		return nil
	}
	j.last.Store(int64(i))
	return &j.assets[i]
}

// arrange puts the most serious findings first, and keeps the order of those
// alike. It goes through them twice, which is faster than to move them.
func arrange(findings iter.Seq[Finding]) []Finding {
	bucket := func(f Finding) int { return int(High-f.Severity)*len(All) + f.order }
	next := make([]int, (int(High)+1)*len(All)+1) // where the next of each bucket belongs
	for f := range findings {
		next[bucket(f)+1]++
	}
	for i := range len(next) - 1 {
		next[i+1] += next[i]
	}
	out := make([]Finding, next[len(next)-1])
	for f := range findings {
		b := bucket(f)
		out[next[b]] = f
		next[b]++
	}
	return out
}

// Serious counts the findings that are High.
func (j *Judgement) Serious() int {
	n := 0
	for f := range j.Findings() {
		if f.Severity == High {
			n++
		}
	}
	return n
}
