package holding

import (
	"cmp"
	"slices"

	"infoklass/domain/classify"
)

// Set is an information set that a system holds.
type Set struct {
	classify.Held
	// Since is the ISO date from which the system holds the set at these
	// levels, empty where it is not known.
	Since string
	// Scale is the id of the scale that the set was classified with, empty where it is not.
	Scale string
}

// Holding is what a system holds, and how its levels are set apart from that.
// It is never changed once made. The nil Holding holds nothing.
type Holding struct {
	Sets     []Set            // by id
	Adjusted [4]*Adjustment   // by aspect, nil where there is none
	demand   classify.Profile // the highest of the sets
	levels   classify.Profile // in force
	own      classify.Profile // of the system's own classification
	looked   bool             // whether the system has been decided
	changes  []Set            // of which the decision knew other levels or nothing
}

// New reckons what a system's levels become. own is its own classification,
// nil when it has none. Sets are in the order of their ids.
func New(own *classify.Classification, sets []Set, adjusted [4]*Adjustment) *Holding {
	h := &Holding{Sets: sets, Adjusted: adjusted}
	for _, s := range sets {
		h.demand = h.demand.Max(s.Profile)
	}
	if own != nil {
		h.own = own.Profile
		h.looked = own.State == classify.Decided
	}
	for _, a := range classify.Aspects {
		h.levels[a] = h.inForce(a)
	}
	if h.looked {
		h.changes = changesSince(own.Information, sets)
	}
	return h
}

// changesSince lists the sets that are not among those known, at their levels.
func changesSince(known []classify.Held, sets []Set) []Set {
	var out []Set
	for _, s := range sets {
		if !slices.Contains(known, s.Held) {
			out = append(out, s)
		}
	}
	return out
}

// floor is the level before anything is adjusted.
func (h *Holding) floor(a classify.Aspect) classify.Level {
	return max(h.own.Of(a), h.demand.Of(a))
}

func (h *Holding) inForce(a classify.Aspect) classify.Level {
	floor := h.floor(a)
	adj := h.Adjusted[a]
	switch {
	case adj == nil || adj.Lowers() && floor > adj.Against:
		return floor
	case adj.Lowers():
		return min(floor, adj.Level)
	}
	return max(floor, adj.Level)
}

// Levels are the levels in force.
func (h *Holding) Levels() classify.Profile { return h.levels }

// Demand is the highest level of the information held, in each aspect.
func (h *Holding) Demand() classify.Profile {
	if h == nil {
		return classify.Profile{}
	}
	return h.demand
}

// Lapsed tells whether the deviation in an aspect holds no longer, since what
// it would hide has risen above what it was decided against.
func (h *Holding) Lapsed(a classify.Aspect) bool {
	if h == nil {
		return false
	}
	adj := h.Adjusted[a]
	return adj != nil && adj.Lowers() && h.floor(a) > adj.Against
}

// Changes lists the sets that came, or got other levels, after the system's
// classification was decided. They ask for a new look at the system. It is
// empty for a system that no one has decided.
func (h *Holding) Changes() []Set {
	if h == nil {
		return nil
	}
	return h.changes
}

// Held lists the sets with their levels, as a decision remembers them.
func (h *Holding) Held() []classify.Held {
	if h == nil {
		return nil
	}
	var out []classify.Held
	for _, s := range h.Sets {
		out = append(out, s.Held)
	}
	return out
}

// Scale is the id of a scale that the sets are classified with, empty where none is.
func (h *Holding) Scale() string {
	if h == nil {
		return ""
	}
	for _, s := range h.Sets {
		if s.Scale != "" {
			return s.Scale
		}
	}
	return ""
}

// Find returns a set that is held.
func (h *Holding) Find(set string) (Set, bool) {
	if h == nil {
		return Set{}, false
	}
	i, ok := slices.BinarySearchFunc(h.Sets, set, func(s Set, id string) int { return cmp.Compare(s.Set, id) })
	if !ok {
		return Set{}, false
	}
	return h.Sets[i], true
}
