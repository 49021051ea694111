// Package asset knows what an information asset is, which particulars are
// kept about it, and the organisation it belongs to.
package asset

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"infoklass/domain/text"
)

// Kind tells a business system from a set of information. The policy calls
// both an informationstillgång: "kan vara ett verksamhetssystem om det är
// starkt knutet till just en typ av information".
type Kind string

// Label names the kind.
func (k Kind) Label() text.Message { return text.Msg("kind." + string(k)) }

// The kinds of assets.
const (
	System         Kind = "system"
	InformationSet Kind = "information"
)

// Kinds lists the kinds in the order shown.
var Kinds = []Kind{System, InformationSet}

// Status is where in its life an asset is. The empty status is not known.
type Status string

// The statuses (DOMAIN section 11). InProcurement brings the policy's demand
// that classification is done before procurement.
const (
	InProcurement Status = "procurement"
	Planned       Status = "planned"
	InOperation   Status = "operation"
	BeingRetired  Status = "retiring"
	Retired       Status = "retired"
)

// Statuses lists the statuses in the order of an asset's life.
var Statuses = []Status{InProcurement, Planned, InOperation, BeingRetired, Retired}

var statusWords = map[Status][]string{
	InProcurement: {"inför upphandling", "upphandling", "upphandlas", "under upphandling", "in procurement"},
	Planned:       {"planerad", "planeras", "planerat", "kommande", "under införande", "införs", "planned"},
	InOperation:   {"i drift", "drift", "i bruk", "aktiv", "aktivt", "används", "produktion", "i produktion", "in operation", "in production", "active", "in use", "live"},
	BeingRetired:  {"avvecklas", "under avveckling", "fasas ut", "utfasning", "being retired", "retiring"},
	Retired:       {"avvecklad", "avvecklat", "ur bruk", "ej i drift", "avslutad", "retired", "decommissioned", "inactive"},
}

// ReadStatus returns the status that a list's own words plainly mean.
func ReadStatus(words string) (Status, bool) {
	folded := text.Fold(words)
	for s, known := range statusWords {
		if slices.Contains(known, folded) {
			return s, true
		}
	}
	return "", false
}

// Limits on what one asset may hold, generous beside any real list; Excel's
// own limit of a cell is 32,767 characters.
const (
	MaxName  = 300
	MaxValue = 40_000
)

// Asset is an information asset. Levels are not here: they belong to its
// classifications, which are versions of their own.
type Asset struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Kind   Kind   `json:"kind"`
	Unit   string `json:"unit,omitempty"` // id of the unit that answers for it
	Status Status `json:"status,omitempty"`
	// Fields holds the particulars by canonical field; absent means not stated.
	Fields map[Field]string `json:"fields,omitempty"`
	// Custom holds the columns of the municipality's own lists, by their header.
	Custom map[string]string `json:"custom,omitempty"`
	// Marks holds what someone has decided by hand; what is absent follows from the levels.
	Marks map[Trait]Mark `json:"marks,omitempty"`
}

// Clone returns a copy that shares no map with a.
func (a Asset) Clone() Asset {
	a.Fields = maps.Clone(a.Fields)
	a.Custom = maps.Clone(a.Custom)
	a.Marks = maps.Clone(a.Marks)
	return a
}

// With returns a copy with one particular set, or taken away where value is empty.
func (a Asset) With(f Field, value string) Asset {
	a = a.Clone()
	if value == "" {
		delete(a.Fields, f)
		return a
	}
	if a.Fields == nil {
		a.Fields = map[Field]string{}
	}
	a.Fields[f] = value
	return a
}

// WithCustom returns a copy with one own column set, or taken away where value is empty.
func (a Asset) WithCustom(header, value string) Asset {
	a = a.Clone()
	if value == "" {
		delete(a.Custom, header)
		return a
	}
	if a.Custom == nil {
		a.Custom = map[string]string{}
	}
	a.Custom[header] = value
	return a
}

// Validate returns the first thing that keeps a from being stored, as an error
// with a sentence for the person who typed it.
func (a Asset) Validate() error {
	switch {
	case a.ID == "":
		return text.Fail(nil, "asset.problem.id")
	case strings.TrimSpace(a.Name) == "":
		return text.Fail(nil, "asset.problem.name")
	case utf8.RuneCountInString(a.Name) > MaxName:
		return text.Fail(nil, "asset.problem.nameLong", "max", MaxName)
	case !slices.Contains(Kinds, a.Kind):
		return text.Fail(nil, "asset.problem.kind", "value", string(a.Kind))
	case a.Status != "" && !slices.Contains(Statuses, a.Status):
		return text.Fail(nil, "asset.problem.status", "value", string(a.Status))
	}
	for f, v := range a.Fields {
		if len(v) > MaxValue {
			return text.Fail(nil, "asset.problem.valueLong", "field", f.Label())
		}
		if err := f.Validate(v); err != nil {
			return err
		}
	}
	for header, v := range a.Custom {
		if len(v) > MaxValue {
			return text.Fail(nil, "asset.problem.valueLong", "field", header)
		}
	}
	return a.validateMarks()
}
