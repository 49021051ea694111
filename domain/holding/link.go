// Package holding works out a system's levels from the information it holds: in
// each aspect at least the highest level of that information, higher by a raise
// with a reason, and lower only by a deviation that somebody decided.
package holding

import (
	"slices"
	"strings"
	"unicode/utf8"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Link records that a system holds an information set. A set may lie in many
// systems. Only systems hold and only information sets are held, so links never
// form a ring.
type Link struct {
	System string `json:"system"` // the id of the asset
	Set    string `json:"set"`    // the id of the asset
	// Since is the ISO date that the link was made, empty where it is not known.
	Since string `json:"since,omitempty"`
}

// ID returns the link's id. A system holds a set at most once.
func (l Link) ID() string { return l.System + "/" + l.Set }

// Validate returns an error for a link without two different ends or with an
// unreadable date. The register checks the kinds of its ends.
func (l Link) Validate() error {
	if l.System == "" || l.Set == "" {
		return text.Fail(nil, "holding.problem.of")
	}
	if l.System == l.Set {
		return text.Fail(nil, "holding.problem.self")
	}
	if l.Since == "" {
		return nil
	}
	_, err := text.ParseDate(l.Since)
	return err
}

// Way is why a level of a system differs from what its information and its own
// classification give. Ways are stored: never rename one.
type Way string

// The ways: three raise a level and one lowers it.
const (
	Accumulation Way = "accumulation" // much of the same information in one place (ackumulering)
	Aggregation  Way = "aggregation"  // pieces that together tell more (aggregering)
	Integration  Way = "integration"  // other systems depend on it (integration)
	Deviation    Way = "deviation"    // lower, by decision (avvikelse)
)

// Raises lists the ways that raise a level, in the order shown.
var Raises = []Way{Accumulation, Aggregation, Integration}

// Label returns the message that names the way.
func (w Way) Label() text.Message { return text.Msg("holding.way." + string(w)) }

// Meaning returns the message that names the way and explains it.
func (w Way) Meaning() text.Message { return text.Msg("holding.why." + string(w)) }

// Adjustment raises or lowers a system's level in one aspect from what its
// information and its own classification give. There is at most one for each
// system and aspect.
type Adjustment struct {
	System string         `json:"system"`
	Aspect string         `json:"aspect"` // the aspect's key
	Way    Way            `json:"way"`
	Level  classify.Level `json:"level"`
	Reason string         `json:"reason"`
	// DecidedBy is who decided, a role with a name after it where wanted, and
	// DecidedOn the ISO date. A deviation has both, a raise may.
	DecidedBy string `json:"decidedBy,omitempty"`
	DecidedOn string `json:"decidedOn,omitempty"`
	// Against is the level that a deviation was decided against. When the level
	// without the deviation rises above it, the deviation has lapsed.
	Against classify.Level `json:"against,omitzero"`
}

// EntityID returns the id of the adjustment of a system in an aspect.
func EntityID(system string, a classify.Aspect) string { return system + "/" + a.Key() }

// ID returns the adjustment's id.
func (a Adjustment) ID() string { return a.System + "/" + a.Aspect }

// Of returns the aspect that is adjusted.
func (a Adjustment) Of() classify.Aspect {
	aspect, _ := classify.AspectOf(a.Aspect)
	return aspect
}

// Lowers reports whether it is a deviation.
func (a Adjustment) Lowers() bool { return a.Way == Deviation }

// MaxText is how many characters a reason or a name may have.
const MaxText = 10_000

// Validate returns the first thing that keeps a from being stored.
func (a Adjustment) Validate() error {
	aspect, ok := classify.AspectOf(a.Aspect)
	switch {
	case a.System == "" || !ok || aspect.Key() != a.Aspect || a.Level == classify.Unset:
		return text.Fail(nil, "holding.problem.of")
	case !a.Lowers() && !slices.Contains(Raises, a.Way):
		return text.Fail(nil, "holding.problem.way", "value", string(a.Way))
	case strings.TrimSpace(a.Reason) == "" && a.Lowers():
		return text.Fail(nil, "holding.problem.deviationReason")
	case strings.TrimSpace(a.Reason) == "":
		return text.Fail(nil, "holding.problem.raiseReason")
	case utf8.RuneCountInString(a.Reason) > MaxText || utf8.RuneCountInString(a.DecidedBy) > MaxText:
		return text.Fail(nil, "requirement.problem.long", "max", MaxText)
	case a.Lowers() && strings.TrimSpace(a.DecidedBy) == "":
		return text.Fail(nil, "holding.problem.decidedBy")
	case a.Lowers() && a.Against <= a.Level:
		return text.Fail(nil, "holding.problem.notLower")
	}
	if a.DecidedOn == "" && !a.Lowers() {
		return nil
	}
	_, err := text.ParseDate(a.DecidedOn)
	return err
}
