package classify

import (
	"slices"
	"strings"
	"time"

	"infoklass/domain/text"
)

// State is how far a classification has come.
type State string

const (
	// Draft is being worked on; an asset has at most one.
	Draft State = "draft"
	// Imported came with a list; nobody has decided it here.
	Imported State = "imported"
	// Decided is a version: it is never changed, only replaced by a later one.
	Decided State = "decided"
)

// Justification is the reason for the level of one aspect.
type Justification string

func (j Justification) blank() bool { return strings.TrimSpace(string(j)) == "" }

// Participant is somebody who took part in a classification. The role is
// enough; the name is optional.
type Participant struct {
	Role string `json:"role"`
	Name string `json:"name,omitempty"`
}

// String is the role, with the name after it where one was given.
func (p Participant) String() string {
	switch {
	case p.Name == "":
		return p.Role
	case p.Role == "":
		return p.Name
	}
	return p.Role + ", " + p.Name
}

// Classification is one version of how an asset is classified.
type Classification struct {
	ID      string           `json:"id"`
	Asset   string           `json:"asset"`
	State   State            `json:"state"`
	Scale   string           `json:"scale"` // the scale it was made with, kept when the municipality changes its own
	Profile Profile          `json:"profile"`
	Reasons [4]Justification `json:"reasons,omitzero"`
	// Answers holds, per aspect, the level that the answers to the guided
	// questions suggest; Unset until they suggest one.
	Answers Profile `json:"answers,omitzero"`
	// Noes counts, per aspect, the guided questions answered no so far, from the
	// top, in a draft that was left before the answers suggested a level.
	Noes [4]uint8 `json:"noes,omitzero"`
	// Effects holds the level per category of the consequence matrix.
	Effects Effects `json:"effects,omitzero"`
	// Matrix is the id of the matrix it was made with, empty for the shipped one.
	Matrix string `json:"matrix,omitempty"`
	// Common is the shared classification that this one began from, and
	// CommonVersion the version of it; empty when it began from none.
	Common        string `json:"common,omitempty"`
	CommonVersion string `json:"commonVersion,omitempty"`
	// OutageHours is the longest tolerable outage and LossHours the acceptable
	// loss of data, both in hours; nil when not stated. The outage plan needs both.
	OutageHours  *float64      `json:"outageHours,omitempty"`
	LossHours    *float64      `json:"lossHours,omitempty"`
	Participants []Participant `json:"participants,omitempty"`
	// Information is what a system held, with its levels, when it was decided;
	// what has been added or changed since then asks for a new look. Deviations
	// holds, per aspect, the reason for a level below what the information demands.
	Information []Held           `json:"information,omitempty"`
	Deviations  [4]Justification `json:"deviations,omitzero"`
	DecidedBy   string           `json:"decidedBy,omitempty"` // role, with a name after it where wanted
	DecidedOn   string           `json:"decidedOn,omitempty"` // ISO date
	NextReview  string           `json:"nextReview,omitempty"`
	// Source is the file that an imported classification comes from, and
	// SourceRow the row in it.
	Source    string `json:"source,omitempty"`
	SourceRow int    `json:"sourceRow,omitempty"`
}

// Undecided returns the classification without its decision, for another
// that takes its place and that nobody has decided.
func (c Classification) Undecided() Classification {
	c.State, c.DecidedBy, c.DecidedOn, c.NextReview, c.Participants = Imported, "", "", "", nil
	return c
}

// At returns the classification with a level in an aspect. Another level than
// before takes what the old one rested on along: its reason, the answers to the
// questions, the consequences and the deviation.
func (c Classification) At(a Aspect, l Level) Classification {
	if c.Profile[a] == l {
		return c
	}
	c.Profile[a], c.Answers[a], c.Noes[a] = l, Unset, 0
	c.Reasons[a], c.Deviations[a] = "", ""
	c.Effects[a] = EffectRow{}
	return c
}

// Clone returns a copy that shares nothing with c.
func (c Classification) Clone() Classification {
	c.Participants, c.Information = slices.Clone(c.Participants), slices.Clone(c.Information)
	for _, h := range []**float64{&c.OutageHours, &c.LossHours} {
		if *h != nil {
			hours := **h
			*h = &hours
		}
	}
	return c
}

// From returns the file and the row that an imported classification comes
// from, and false for one made here.
func (c Classification) From() (text.Message, bool) {
	return text.Msg("classify.from", "file", c.Source, "row", c.SourceRow), c.Source != ""
}

// The default review intervals, in months: the short one when any aspect is at
// level 2 or higher.
const (
	ReviewMonthsHigh = 12
	ReviewMonthsLow  = 24
)

// NextReview returns the proposed date of the next review, by DefaultDemands.
func NextReview(p Profile, decided time.Time) time.Time {
	return DefaultDemands.NextReview(p, decided)
}

// Problem is one thing that keeps a classification from being decided.
type Problem struct {
	// Step is where to mend it: an aspect's key, or "decision".
	Step    string
	Message text.Message
}

// Problems returns what must be mended before c can be decided on the day
// today; none where it can be decided.
func (c Classification) Problems(today time.Time) []Problem {
	var out []Problem
	for _, a := range Aspects {
		l := c.Profile.Of(a)
		switch {
		case l == Unset:
			out = append(out, Problem{a.Key(), text.Msg("classify.problem.level", "aspect", text.Msg("aspect."+a.Key()))})
		case c.ReasonMissing(a) && l == Level0:
			out = append(out, Problem{a.Key(), text.Msg("classify.problem.departs", "aspect", text.Msg("aspect."+a.Key()))})
		case c.ReasonMissing(a):
			out = append(out, Problem{a.Key(), text.Msg("classify.problem.reason", "aspect", text.Msg("aspect."+a.Key()))})
		}
	}
	for _, h := range []*float64{c.OutageHours, c.LossHours} {
		if h != nil && !(*h >= 0 && *h <= 100_000) {
			out = append(out, Problem{Availability.Key(), text.Msg("classify.problem.hours")})
			break
		}
	}
	if strings.TrimSpace(c.DecidedBy) == "" {
		out = append(out, Problem{"decision", text.Msg("classify.problem.decidedBy")})
	}
	decided, err := time.Parse(time.DateOnly, c.DecidedOn)
	if err != nil || decided.After(today) {
		out = append(out, Problem{"decision", text.Msg("classify.problem.decidedOn")})
	}
	review, err2 := time.Parse(time.DateOnly, c.NextReview)
	if err2 != nil || (err == nil && !review.After(decided)) {
		out = append(out, Problem{"decision", text.Msg("classify.problem.nextReview")})
	}
	return out
}
