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

// Holding is the information that a system holds and the levels that follow,
// with what raises or lowers them. It is never changed once made. A nil Holding
// holds nothing.
type Holding struct {
	Sets     []Set            // by id
	Adjusted [4]*Adjustment   // by aspect, nil where there is none
	demand   classify.Profile // the highest of the sets
	levels   classify.Profile // in force
	own      classify.Profile // of the system's own classification
	decided  bool             // whether the own classification is decided
	changes  []Set            // added, or with other levels, since the decision
}

// New returns the holding of a system, with its levels worked out. own is the
// system's own classification, nil when it has none. Sets are in the order of
// their ids.
func New(own *classify.Classification, sets []Set, adjusted [4]*Adjustment) *Holding {
	h := &Holding{Sets: sets, Adjusted: adjusted}
	for _, s := range sets {
		h.demand = h.demand.Max(s.Profile)
	}
	if own != nil {
		h.own = own.Profile
		h.decided = own.State == classify.Decided
	}
	for _, a := range classify.Aspects {
		h.levels[a] = h.inForce(a)
	}
	if h.decided {
		h.changes = changesSince(own.Information, sets)
	}
	return h
}

// changesSince returns the sets that are not among those known with the same levels.
func changesSince(known []classify.Held, sets []Set) []Set {
	var out []Set
	for _, s := range sets {
		if !slices.Contains(known, s.Held) {
			out = append(out, s)
		}
	}
	return out
}

// floor returns the level before any adjustment.
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

// Levels returns the levels in force.
func (h *Holding) Levels() classify.Profile { return h.levels }

// Demand returns the highest level of the information held, in each aspect.
func (h *Holding) Demand() classify.Profile {
	if h == nil {
		return classify.Profile{}
	}
	return h.demand
}

// Lapsed reports whether the deviation in an aspect has lapsed, because the level
// without it has risen above the one that it was decided against.
func (h *Holding) Lapsed(a classify.Aspect) bool {
	if h == nil {
		return false
	}
	adj := h.Adjusted[a]
	return adj != nil && adj.Lowers() && h.floor(a) > adj.Against
}

// Changes returns the sets that were added, or got other levels, after the
// system's classification was decided. They ask for a new look at the system.
// There are none for a system without a decided classification.
func (h *Holding) Changes() []Set {
	if h == nil {
		return nil
	}
	return h.changes
}

// Held returns the sets with their levels, as a decision stores them.
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

// Scale returns the id of the scale of the first classified set, empty where no
// set is classified.
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

// Find returns the set with an id, and false where it is not held.
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
