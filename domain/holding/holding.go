package holding

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
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

// Source is what decides a level.
type Source string

// The sources. Their words lie under holding.source.<source>.
const (
	Nothing  Source = "none"        // no level
	Own      Source = "own"         // the system's own classification
	Inherits Source = "information" // the information it holds
	Raised   Source = "raised"      // raised, with a reason
	Lowered  Source = "lowered"     // lowered by a deviation in force
)

// Label names the source's words.
func (s Source) Label() text.Message { return text.Msg("holding.source." + string(s)) }

// Sources lists the sources.
var Sources = []Source{Nothing, Own, Inherits, Raised, Lowered}

// Origin tells where the level of one aspect comes from.
type Origin struct {
	Aspect classify.Aspect
	Source Source
	Level  classify.Level // in force
	Own    classify.Level // by the system's own classification
	Demand classify.Level // by the information
	// From holds the ids of the sets that are as high as Demand.
	From []string
	// Adjustment is the raise or the deviation, also one that decides nothing; nil for none.
	Adjustment *Adjustment
	// Lapsed is true for a deviation that holds no longer.
	Lapsed bool
}

// Origin tells where the level of an aspect comes from. Where the information
// is as high as the own classification, it is the information that decides:
// the system can not be lower.
func (h *Holding) Origin(a classify.Aspect) Origin {
	o := Origin{
		Aspect: a, Level: h.levels.Of(a), Own: h.own.Of(a), Demand: h.demand.Of(a), Adjustment: h.Adjusted[a], Lapsed: h.Lapsed(a),
	}
	for _, s := range h.Sets {
		if o.Demand != classify.Unset && s.Profile.Of(a) == o.Demand {
			o.From = append(o.From, s.Set)
		}
	}
	switch floor := h.floor(a); {
	case o.Level == classify.Unset:
		o.Source = Nothing
	case o.Adjustment != nil && !o.Adjustment.Lowers() && o.Level == o.Adjustment.Level && o.Level > o.Demand:
		o.Source = Raised
	case o.Level < floor:
		o.Source = Lowered
	case o.Demand == floor:
		o.Source = Inherits
	default:
		o.Source = Own
	}
	return o
}

// OriginOf tells where the level of a system comes from that holds nothing.
func OriginOf(own *classify.Classification, a classify.Aspect) Origin {
	o := Origin{Aspect: a, Source: Nothing}
	if own != nil && own.Profile.Of(a) != classify.Unset {
		o.Source, o.Level, o.Own = Own, own.Profile.Of(a), own.Profile.Of(a)
	}
	return o
}

// Below is the sentence that a level may not be chosen below the information
// without a reason. from are the names of the sets that demand it.
func Below(o Origin, from []string) text.Message {
	return text.Msg("holding.problem.below", "aspect", text.Msg("aspect."+o.Aspect.Key()), "level", o.Demand.String(), "sets", strings.Join(from, ", "))
}
