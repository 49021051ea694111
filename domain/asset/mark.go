package asset

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Trait is what the levels make of an asset, unless someone decides otherwise
// by hand. Traits are stored: never rename one.
type Trait string

// The traits that the policy speaks of.
const (
	Important Trait = "important" // särskilt viktig: an information owner and risk analyses
	Critical  Trait = "critical"  // kritiskt verksamhetssystem: a system security plan
)

// Traits lists the traits in the order shown.
var Traits = []Trait{Important, Critical}

// Known returns an error for an unknown trait.
func (t Trait) Known() error {
	if !slices.Contains(Traits, t) {
		return text.Fail(nil, "mark.problem.trait", "value", string(t))
	}
	return nil
}

// Label names the trait's words.
func (t Trait) Label() text.Message { return text.Msg("trait." + string(t)) }

// Obligation is what the trait brings.
func (t Trait) Obligation() classify.Obligation {
	if t == Critical {
		return classify.CriticalSystem
	}
	return classify.Important
}

// Mark is a decision by hand that an asset has a trait or does not have it.
type Mark struct {
	Holds  bool   `json:"holds"`
	Reason string `json:"reason"`
	By     string `json:"by,omitempty"` // the role that decided
	On     string `json:"on,omitempty"` // ISO date
}

// MaxReason is how long the reason for a mark may be, in characters.
const MaxReason = 2000

// Validate returns an error for a mark without a reason, and for one that takes a
// trait away, and with it what the policy demands, without saying who decided.
func (m Mark) Validate() error {
	switch {
	case strings.TrimSpace(m.Reason) == "":
		return text.Fail(nil, "mark.problem.reason")
	case utf8.RuneCountInString(m.Reason) > MaxReason:
		return text.Fail(nil, "mark.problem.long", "max", MaxReason)
	case !m.Holds && strings.TrimSpace(m.By) == "":
		return text.Fail(nil, "mark.problem.by")
	}
	if _, err := time.Parse(time.DateOnly, m.On); m.On != "" && err != nil {
		return text.Fail(nil, "mark.problem.on", "value", m.On)
	}
	return nil
}

// Marked returns a copy with a mark, or without one where m is nil.
func (a Asset) Marked(t Trait, m *Mark) Asset {
	a = a.Clone()
	if m == nil {
		delete(a.Marks, t)
		if len(a.Marks) == 0 {
			a.Marks = nil
		}
		return a
	}
	if a.Marks == nil {
		a.Marks = map[Trait]Mark{}
	}
	a.Marks[t] = *m
	return a
}

// Object is what of the asset decides which obligations its levels bring.
func (a *Asset) Object() classify.Object {
	return classify.Object{
		System: a.Kind == System, Procurement: a.Status == InProcurement,
		Important: a.decision(Important), Critical: a.decision(Critical),
	}
}

func (a *Asset) decision(t Trait) classify.Decision {
	if len(a.Marks) == 0 {
		return classify.ByRule
	}
	switch m, marked := a.Marks[t]; {
	case !marked:
		return classify.ByRule
	case m.Holds:
		return classify.Holds
	}
	return classify.HoldsNot
}

func (a Asset) validateMarks() error {
	for t, m := range a.Marks {
		if err := t.Known(); err != nil {
			return err
		}
		if err := m.Validate(); err != nil {
			return err
		}
	}
	return nil
}
