package classify

// Duty is something that the levels bring with them (DOMAIN section 6).
type Duty string

// The duties, in the order they are told.
const (
	// Important: särskilt viktig; an information owner is named and a risk
	// analysis is not older than ImportantMonths.
	Important Duty = "important"
	// CriticalSystem: a kritiskt verksamhetssystem has a system security plan,
	// reviewed within CriticalMonths.
	CriticalSystem Duty = "critical"
	// Outage: an outage plan, exercised within OutageMonths.
	Outage Duty = "outage"
	// Procurement: classified and with procurement requirements before it is bought.
	Procurement Duty = "procurement"
	// Review: the classification is looked at again within Months.
	Review Duty = "review"
)

// How old, in months, what a duty asks for may be.
const (
	ImportantMonths = 24
	CriticalMonths  = 12
	OutageMonths    = 24
)

// Object is what of an asset decides which duties its levels bring.
type Object struct {
	System      bool // a business system, not a set of information
	Procurement bool // status inför upphandling
}

// Consequence is a duty that a profile brings, with why, or one that aspects
// not yet set will settle.
type Consequence struct {
	Duty Duty
	// Because holds the aspects that bring the duty; empty where something else
	// does: the status, or that no aspect is high.
	Because []Aspect
	// Undecided holds the aspects without a level that may still bring the duty.
	// It is empty where the duty is settled.
	Undecided []Aspect
	// Months is the interval that the duty brings, 0 where there is none.
	Months int
}

// Settled tells whether the duty holds whatever the remaining aspects become.
func (c Consequence) Settled() bool { return len(c.Undecided) == 0 }

// Demands are the protection ranks from which levels bring duties, and how
// old, in months, what they ask for may be. They are a municipality's to
// decide; DefaultDemands is DOMAIN section 6.
type Demands struct {
	ImportantRank   int // any aspect, brings Important
	ImportantMonths int
	CriticalRank    int // integrity or availability of a system, brings CriticalSystem
	CriticalMonths  int
	OutageRank      int // availability, brings Outage
	OutageMonths    int
	ReviewRank      int // any aspect, from which a review is due within ReviewHigh
	ReviewHigh      int // months
	ReviewLow       int // months, below ReviewRank
}

// DefaultDemands are in force until the municipality decides otherwise.
var DefaultDemands = Demands{
	ImportantRank: 3, ImportantMonths: ImportantMonths,
	CriticalRank: 3, CriticalMonths: CriticalMonths,
	OutageRank: 3, OutageMonths: OutageMonths,
	ReviewRank: 2, ReviewHigh: ReviewMonthsHigh, ReviewLow: ReviewMonthsLow,
}

// rule brings a duty when one of its aspects has at least a rank.
type rule struct {
	duty       Duty
	rank       int
	aspects    []Aspect
	systemOnly bool
	months     int
}

func (d Demands) rules() [3]rule {
	return [...]rule{
		{duty: Important, rank: d.ImportantRank, aspects: Aspects[:], months: d.ImportantMonths},
		{duty: CriticalSystem, rank: d.CriticalRank, aspects: []Aspect{Integrity, Availability}, systemOnly: true, months: d.CriticalMonths},
		{duty: Outage, rank: d.OutageRank, aspects: []Aspect{Availability}, months: d.OutageMonths},
	}
}

// Consequences tells what a profile brings for an object by the default
// demands, with the reasons. A duty that the levels so far rule out is left out.
func Consequences(o Object, p Profile) []Consequence { return DefaultDemands.Consequences(o, p) }

// Consequences tells what a profile brings for an object, with the reasons. A
// duty that the levels so far rule out is left out.
func (d Demands) Consequences(o Object, p Profile) []Consequence {
	var out []Consequence
	for _, r := range d.rules() {
		if r.systemOnly && !o.System {
			continue
		}
		if c := r.apply(p); c.Because != nil || c.Undecided != nil {
			out = append(out, c)
		}
	}
	if o.Procurement {
		out = append(out, Consequence{Duty: Procurement})
	}
	if !p.Empty() {
		out = append(out, d.review(p))
	}
	return out
}

func (r rule) apply(p Profile) Consequence {
	c := Consequence{Duty: r.duty, Months: r.months}
	for _, a := range r.aspects {
		switch l := p.Of(a); {
		case l.AtLeast(r.rank):
			c.Because = append(c.Because, a)
		case l == Unset:
			c.Undecided = append(c.Undecided, a)
		}
	}
	if c.Because != nil {
		c.Undecided = nil
	}
	return c
}

// review is due sooner when any aspect is at ReviewRank or higher.
func (d Demands) review(p Profile) Consequence {
	c := rule{duty: Review, rank: d.ReviewRank, aspects: Aspects[:]}.apply(p)
	c.Months = d.ReviewLow
	if c.Because != nil {
		c.Months = d.ReviewHigh
	}
	return c
}
