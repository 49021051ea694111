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

// rule brings a duty when one of its aspects has at least a rank.
type rule struct {
	duty       Duty
	rank       int
	aspects    []Aspect
	systemOnly bool
	months     int
}

var rules = []rule{
	{duty: Important, rank: 3, aspects: Aspects[:], months: ImportantMonths},
	{duty: CriticalSystem, rank: 3, aspects: []Aspect{Integrity, Availability}, systemOnly: true, months: CriticalMonths},
	{duty: Outage, rank: 3, aspects: []Aspect{Availability}, months: OutageMonths},
}

// Consequences tells what a profile brings for an object, with the reasons. A
// duty that the levels so far rule out is left out.
func Consequences(o Object, p Profile) []Consequence {
	var out []Consequence
	for _, r := range rules {
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
		out = append(out, review(p))
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

// review is due sooner when any aspect is at rank 2 or higher.
func review(p Profile) Consequence {
	c := rule{duty: Review, rank: 2, aspects: Aspects[:]}.apply(p)
	c.Months = ReviewMonthsLow
	if c.Because != nil {
		c.Months = ReviewMonthsHigh
	}
	return c
}
