// Package requirement describes the protection requirements: the shipped
// catalogue, which of them a classification brings, how they are answered, and
// how much of them is met. The policy on classification: "därigenom kan lämpliga
// skyddskrav ställas upp".
package requirement

import (
	"infoklass/domain/text"
)

// Category is a group of requirements. Its heading lies in the catalogue of
// texts under requirement.category.<category>.
type Category string

// Categories lists the groups in the order shown.
var Categories = []Category{"ORG", "INF", "BEH", "KRY", "LOG", "RIK", "TIL", "DRI", "FYS", "PER", "INC", "LEV", "DAT"}

// Label returns the message that is the group's heading.
func (c Category) Label() text.Message { return text.Msg("requirement.category." + string(c)) }

// Target is what a requirement is set on.
type Target string

// The targets.
const (
	OnSystem       Target = "system"
	OnInformation  Target = "information"
	OnOrganisation Target = "organisation"
	InProcurement  Target = "procurement" // on the supplier, before something is bought
)

// Targets lists the targets in the order shown.
var Targets = []Target{OnSystem, OnInformation, OnOrganisation, InProcurement}

// Label returns the message that names the target.
func (t Target) Label() text.Message { return text.Msg("requirement.target." + string(t)) }

// Condition is something about an asset, apart from its levels, that a
// requirement depends on. The empty condition always holds.
type Condition string

// PersonalData holds for assets with personal data.
const PersonalData Condition = "personal_data"

// Conditions lists the conditions that a requirement may name.
var Conditions = []Condition{PersonalData}

// Label returns the message that says what is not known where it is unknown
// whether the condition holds.
func (c Condition) Label() text.Message { return text.Msg("requirement.condition." + string(c)) }

// Words is a text in both languages. A municipality's own is often in Swedish only.
type Words struct {
	Swedish string `json:"sv"`
	English string `json:"en,omitempty"`
}

// In returns the text in a language, the Swedish one where there is no English.
func (w Words) In(lang text.Lang) string {
	if lang == text.English && w.English != "" {
		return w.English
	}
	return w.Swedish
}

// Requirement is one protection requirement. A municipality's own ones are stored
// in this form: never rename a JSON key.
type Requirement struct {
	ID       string   `json:"id"` // never changed: answers name it
	Category Category `json:"category"`
	Aspects  Aspects  `json:"aspects"`
	// Rank is the least protection rank 0–3 that brings the requirement; 0 is
	// grundskydd, for everything.
	Rank int `json:"rank"`
	// ISO is the number of the control in ISO/IEC 27002:2022. Its title is ISO's
	// own and never shown. A requirement of a municipality's own may have none.
	ISO       string    `json:"iso,omitempty"`
	Target    Target    `json:"target"`
	Condition Condition `json:"condition,omitempty"`
	// Replaces names the requirements that this one is a stronger form of.
	Replaces []string `json:"replaces,omitempty"`
	// Weight is its weight in a procurement: 0 is a must (ska), 1–5 a wish (bör)
	// with that weight when bids are compared.
	Weight int   `json:"weight,omitempty"`
	Title  Words `json:"title"`
	Text   Words `json:"text"`
}

// MaxWeight is the greatest weight of a wish.
const MaxWeight = 5

// Baseline reports whether r is grundskydd, which every asset has.
func (r *Requirement) Baseline() bool { return r.Rank == 0 }

// Control returns the number of ISO's control with its standard, as in
// "ISO/IEC 27002:2022 8.5"; empty for a requirement without one.
func (r *Requirement) Control() string {
	if r.ISO == "" {
		return ""
	}
	return "ISO/IEC 27002:2022 " + r.ISO
}
