package classify

import (
	"cmp"
	"slices"
	"time"

	"infoklass/domain/text"
)

// Demands are the protection ranks from which levels bring obligations, and how
// old, in months, what the obligations ask for may be. The municipality decides
// them. For a stored number that is 0 or left out, DefaultDemands' holds.
type Demands struct {
	ImportantRank   int `json:"importantRank,omitempty"` // any aspect, brings Important
	ImportantMonths int `json:"importantMonths,omitempty"`
	CriticalRank    int `json:"criticalRank,omitempty"` // integrity or availability of a system, brings CriticalSystem
	CriticalMonths  int `json:"criticalMonths,omitempty"`
	OutageRank      int `json:"outageRank,omitempty"` // availability, brings Outage
	OutageMonths    int `json:"outageMonths,omitempty"`
	ReviewRank      int `json:"reviewRank,omitempty"` // any aspect, from which a review is due within ReviewHigh
	ReviewHigh      int `json:"reviewHigh,omitempty"` // months
	ReviewLow       int `json:"reviewLow,omitempty"`  // months, below ReviewRank
}

// DefaultDemands are in force until the municipality decides otherwise.
var DefaultDemands = Demands{
	ImportantRank: 3, ImportantMonths: ImportantMonths,
	CriticalRank: 3, CriticalMonths: CriticalMonths,
	OutageRank: 3, OutageMonths: OutageMonths,
	ReviewRank: 2, ReviewHigh: ReviewMonthsHigh, ReviewLow: ReviewMonthsLow,
}

// Demand is one number of Demands.
type Demand struct {
	Key  string // its name in JSON
	Rank bool   // a protection rank; otherwise months
	Of   func(*Demands) *int
}

// DemandList lists the numbers in the order shown.
var DemandList = []Demand{
	{"importantRank", true, func(d *Demands) *int { return &d.ImportantRank }},
	{"importantMonths", false, func(d *Demands) *int { return &d.ImportantMonths }},
	{"criticalRank", true, func(d *Demands) *int { return &d.CriticalRank }},
	{"criticalMonths", false, func(d *Demands) *int { return &d.CriticalMonths }},
	{"outageRank", true, func(d *Demands) *int { return &d.OutageRank }},
	{"outageMonths", false, func(d *Demands) *int { return &d.OutageMonths }},
	{"reviewRank", true, func(d *Demands) *int { return &d.ReviewRank }},
	{"reviewHigh", false, func(d *Demands) *int { return &d.ReviewHigh }},
	{"reviewLow", false, func(d *Demands) *int { return &d.ReviewLow }},
}

// The bounds of a demand. Rank 0 is not a threshold: every level reaches it.
const (
	LeastRank, MostRank     = 1, 3
	LeastMonths, MostMonths = 1, 120
)

// DemandByKey returns the number with a name in JSON, and false for an unknown name.
func DemandByKey(key string) (Demand, bool) {
	i := slices.IndexFunc(DemandList, func(d Demand) bool { return d.Key == key })
	if i < 0 {
		return Demand{}, false
	}
	return DemandList[i], true
}

// Bounds returns the least and the greatest value that the number may have.
func (d Demand) Bounds() (least, most int) {
	if d.Rank {
		return LeastRank, MostRank
	}
	return LeastMonths, MostMonths
}

// Label returns the message that names the number.
func (d Demand) Label() text.Message { return text.Msg("demand." + d.Key) }

// Filled returns d with the default in place of each number left out.
func (d Demands) Filled() Demands {
	base := DefaultDemands
	for _, one := range DemandList {
		*one.Of(&d) = cmp.Or(*one.Of(&d), *one.Of(&base))
	}
	return d
}

// Validate returns an error for a number outside its bounds. 0 stands for the default.
func (d Demands) Validate() error {
	for _, one := range DemandList {
		least, most := one.Bounds()
		if n := *one.Of(&d); n != 0 && (n < least || n > most) {
			return text.Fail(nil, "demand.problem.number", "what", one.Label(), "value", n, "least", least, "most", most)
		}
	}
	return nil
}

// Brings reports whether a profile brings an obligation for an object, whatever
// levels the unset aspects get. It is the quick form of Consequences.
func (d Demands) Brings(b Obligation, o Object, p Profile) bool {
	switch b {
	case Procurement:
		return o.Procurement
	case Review:
		return !p.Empty()
	}
	for _, r := range d.rules() {
		if r.obligation != b || r.systemOnly && !o.System {
			continue
		}
		switch o.decision(b) {
		case Holds:
			return true
		case HoldsNot:
			return false
		}
		for _, a := range r.aspects {
			if p.Of(a).AtLeast(r.rank) {
				return true
			}
		}
	}
	return false
}

// Because returns the aspects that bring an obligation for an object.
func (d Demands) Because(b Obligation, o Object, p Profile) []Aspect {
	for _, c := range d.Consequences(o, p) {
		if c.Obligation == b {
			return c.Because
		}
	}
	return nil
}

// ReviewMonths returns the review interval of a profile, in months.
func (d Demands) ReviewMonths(p Profile) int {
	if p.Highest().AtLeast(d.ReviewRank) {
		return d.ReviewHigh
	}
	return d.ReviewLow
}

// NextReview returns the proposed date of the next review.
func (d Demands) NextReview(p Profile, decided time.Time) time.Time {
	return decided.AddDate(0, d.ReviewMonths(p), 0)
}
