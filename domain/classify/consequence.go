package classify

// Obligation is something that the levels of an asset bring. What the policy
// demands is a duty, and package duty judges it.
type Obligation string

// The obligations, in the order shown.
const (
	// Important: a särskilt viktig asset has an information owner and a risk
	// analysis not older than ImportantMonths.
	Important Obligation = "important"
	// CriticalSystem: a kritiskt verksamhetssystem has a system security plan,
	// reviewed within CriticalMonths.
	CriticalSystem Obligation = "critical"
	// Outage: there is an outage plan, exercised within OutageMonths.
	Outage Obligation = "outage"
	// Procurement: the asset is classified, and has procurement requirements, before
	// it is bought.
	Procurement Obligation = "procurement"
	// Review: the classification is reviewed within the months of the consequence.
	Review Obligation = "review"
)

// How old, in months, what an obligation asks for may be.
const (
	ImportantMonths = 24
	CriticalMonths  = 12
	OutageMonths    = 24
)

// Object is the part of an asset that decides which obligations its levels bring.
type Object struct {
	System      bool // a business system, not a set of information
	Procurement bool // status inför upphandling
	// Important and Critical are what someone has decided by hand: särskilt
	// viktig, and for a system kritiskt verksamhetssystem.
	Important, Critical Decision
}

// Decision is a decision by hand that overrides what the levels bring. The zero
// value leaves it to the levels.
type Decision int

// The decisions.
const (
	ByRule   Decision = iota // none: the levels settle it
	HoldsNot                 // by hand: it does not hold, whatever the levels
	Holds                    // by hand: it holds, whatever the levels
)

// Consequence is an obligation that a profile brings, with the reasons, or one
// that depends on aspects not yet set.
type Consequence struct {
	Obligation Obligation
	// Because holds the aspects that bring the obligation. It is empty where the
	// status brings it, and for the review of a profile with low levels only.
	Because []Aspect
	// Undecided holds the unset aspects that may still bring the obligation,
	// empty where it is settled.
	Undecided []Aspect
	// ByHand is true where someone has decided that the obligation holds.
	ByHand bool
	// Months is the interval that the obligation brings, 0 where there is none.
	Months int
}

// Settled reports whether the obligation holds whatever levels the unset aspects get.
func (c Consequence) Settled() bool { return len(c.Undecided) == 0 }

// rule brings an obligation when one of its aspects has at least a rank.
type rule struct {
	obligation Obligation
	rank       int
	aspects    []Aspect
	systemOnly bool
	months     int
}

func (d Demands) rules() [3]rule {
	return [...]rule{
		{obligation: Important, rank: d.ImportantRank, aspects: Aspects[:], months: d.ImportantMonths},
		{obligation: CriticalSystem, rank: d.CriticalRank, aspects: []Aspect{Integrity, Availability}, systemOnly: true, months: d.CriticalMonths},
		{obligation: Outage, rank: d.OutageRank, aspects: []Aspect{Availability}, months: d.OutageMonths},
	}
}

// Consequences returns the obligations that a profile brings for an object, or
// may still bring, with the reasons. One that the levels rule out is left out.
func (d Demands) Consequences(o Object, p Profile) []Consequence {
	var out []Consequence
	for _, r := range d.rules() {
		if r.systemOnly && !o.System {
			continue
		}
		if c := r.decided(o.decision(r.obligation), p); c.ByHand || c.Because != nil || c.Undecided != nil {
			out = append(out, c)
		}
	}
	if o.Procurement {
		out = append(out, Consequence{Obligation: Procurement})
	}
	if !p.Empty() {
		out = append(out, d.review(p))
	}
	return out
}

// decision is what someone has decided about an obligation.
func (o Object) decision(b Obligation) Decision {
	switch b {
	case Important:
		return o.Important
	case CriticalSystem:
		return o.Critical
	}
	return ByRule
}

// decided is apply, unless a decision by hand overrides it.
func (r rule) decided(d Decision, p Profile) Consequence {
	switch d {
	case HoldsNot:
		return Consequence{Obligation: r.obligation}
	case Holds:
		c := r.apply(p)
		c.ByHand, c.Undecided = true, nil
		return c
	}
	return r.apply(p)
}

func (r rule) apply(p Profile) Consequence {
	c := Consequence{Obligation: r.obligation, Months: r.months}
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
	c := rule{obligation: Review, rank: d.ReviewRank, aspects: Aspects[:]}.apply(p)
	c.Months = d.ReviewLow
	if c.Because != nil {
		c.Months = d.ReviewHigh
	}
	return c
}
