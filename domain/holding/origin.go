package holding

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Source is what decides a level. Its word is the message holding.source.<source>.
type Source string

// The sources.
const (
	Nothing  Source = "none"        // no level
	Own      Source = "own"         // the system's own classification
	Inherits Source = "information" // the information that the system holds
	Raised   Source = "raised"      // raised, with a reason
	Lowered  Source = "lowered"     // lowered by a deviation in force
)

// Label returns the message that names the source.
func (s Source) Label() text.Message { return text.Msg("holding.source." + string(s)) }

// Sources lists the sources.
var Sources = []Source{Nothing, Own, Inherits, Raised, Lowered}

// Origin is where the level of one aspect comes from.
type Origin struct {
	Aspect classify.Aspect
	Source Source
	Level  classify.Level // in force
	Own    classify.Level // by the system's own classification
	Demand classify.Level // by the information
	// From holds the ids of the sets that are as high as Demand.
	From []string
	// Adjustment is the raise or the deviation, nil where there is none. It need
	// not decide the level.
	Adjustment *Adjustment
	// Lapsed is true where the adjustment is a deviation that has lapsed.
	Lapsed bool
}

// Origin returns where the level of an aspect comes from. Where the information
// and the system's own classification give the same level, the information
// decides, because the system cannot be lower.
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

// OriginOf returns where the level of an aspect comes from in a system that holds
// nothing. own is nil for a system without a classification.
func OriginOf(own *classify.Classification, a classify.Aspect) Origin {
	o := Origin{Aspect: a, Source: Nothing}
	if own != nil && own.Profile.Of(a) != classify.Unset {
		o.Source, o.Level, o.Own = Own, own.Profile.Of(a), own.Profile.Of(a)
	}
	return o
}

// namedSets is how many sets are named before the rest are counted.
const namedSets = 3

// Words returns the message that says where a level comes from. Levels are
// written in scale; from holds the names of the sets in o.From.
func Words(o Origin, scale classify.Scale, from []string) text.Message {
	floor := scale.Code(max(o.Own, o.Demand))
	adj := o.Adjustment
	switch {
	case o.Lapsed:
		return text.Msg("holding.origin.lapsed", "origin", sourceWords(o, from), "level", scale.Code(adj.Level))
	case o.Source == Raised:
		return text.Msg("holding.origin.raised", "level", scale.Code(o.Demand), "way", adj.Way.Label(), "reason", adj.Reason)
	case o.Source == Lowered:
		return text.Msg("holding.origin.lowered", "level", floor, "reason", adj.Reason, "who", adj.DecidedBy, "day", adj.DecidedOn)
	}
	return sourceWords(o, from)
}

func sourceWords(o Origin, from []string) text.Message {
	if o.Source != Inherits {
		return o.Source.Label()
	}
	if rest := len(from) - namedSets; rest > 0 {
		return text.Msg("holding.origin.sets", "names", strings.Join(from[:namedSets], ", "), "n", rest)
	}
	return text.Msg("holding.origin.information", "names", strings.Join(from, ", "))
}

// Below returns the message that a level below what the information demands
// needs a reason. from holds the names of the sets that demand the level.
func Below(o Origin, scale classify.Scale, from []string) text.Message {
	return text.Msg("holding.problem.below", "aspect", text.Msg("aspect."+o.Aspect.Key()), "level", scale.Code(o.Demand), "sets", strings.Join(from, ", "))
}
