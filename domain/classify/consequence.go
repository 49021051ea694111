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
	// Important and Critical are what someone has decided by hand: särskilt
	// viktig, and for a system kritiskt verksamhetssystem.
	Important, Critical Decision
}

// Decision is what someone has decided of a thing that the levels settle otherwise.
type Decision int

// The decisions.
const (
	ByRule   Decision = iota // none: the levels settle it
	HoldsNot                 // by hand: it does not hold, whatever the levels
	Holds                    // by hand: it holds, whatever the levels
)

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
	// ByHand is true where someone has decided that the duty holds.
	ByHand bool
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
		if c := r.decided(o.decision(r.duty), p); c.ByHand || c.Because != nil || c.Undecided != nil {
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

// decision is what someone has decided about a duty.
func (o Object) decision(d Duty) Decision {
	switch d {
	case Important:
		return o.Important
	case CriticalSystem:
		return o.Critical
	}
	return ByRule
}

// decided is apply, where someone may have decided otherwise.
func (r rule) decided(d Decision, p Profile) Consequence {
	switch d {
	case HoldsNot:
		return Consequence{Duty: r.duty}
	case Holds:
		c := r.apply(p)
		c.ByHand, c.Undecided = true, nil
		return c
	}
	return r.apply(p)
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
