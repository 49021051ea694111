// Package holding knows that systems hold information, and what a system's
// levels owe to it: at least the highest of what it holds, in each aspect;
// higher by a raise with a reason, lower only by a deviation that someone
// decided (DOMAIN section 5).
package holding

import (
	"slices"
	"strings"
	"unicode/utf8"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Link says that a system holds an information set. A set may lie in many
// systems. Only systems hold and only information sets are held, so that a
// chain of links never comes back to where it began.
type Link struct {
	System string `json:"system"` // the id of the asset
	Set    string `json:"set"`    // the id of the asset
	// Since is the ISO date that the link was made, empty where it is not known.
	Since string `json:"since,omitempty"`
}

// ID is the link's id: a system holds a set once.
func (l Link) ID() string { return l.System + "/" + l.Set }

// Validate refuses a link that leads nowhere or back to itself. Which kinds
// its ends have is the register's to check.
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

// Way is why a system's level in an aspect is another than its information
// and its own classification give. Ways are stored: never rename one.
type Way string

// The ways: three to be raised and one to be lowered.
const (
	Accumulation Way = "accumulation" // much of the same information in one place (ackumulering)
	Aggregation  Way = "aggregation"  // pieces that together tell more (aggregering)
	Integration  Way = "integration"  // other systems depend on it (integration)
	Deviation    Way = "deviation"    // lower, by decision (avvikelse)
)

// Raises lists the ways to be raised in the order shown.
var Raises = []Way{Accumulation, Aggregation, Integration}

// Label names the way's word.
func (w Way) Label() text.Message { return text.Msg("holding.way." + string(w)) }

// Meaning names the way's word with what it means.
func (w Way) Meaning() text.Message { return text.Msg("holding.why." + string(w)) }

// Adjustment sets a system's level in one aspect apart from what its
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
	// it would hide rises above it, the deviation holds no longer.
	Against classify.Level `json:"against,omitzero"`
}

// EntityID names the adjustment of a system in an aspect.
func EntityID(system string, a classify.Aspect) string { return system + "/" + a.Key() }

// ID is the adjustment's id.
func (a Adjustment) ID() string { return a.System + "/" + a.Aspect }

// Of is the aspect that is adjusted.
func (a Adjustment) Of() classify.Aspect {
	aspect, _ := classify.AspectOf(a.Aspect)
	return aspect
}

// Lowers tells whether it is a deviation.
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
