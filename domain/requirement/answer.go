package requirement

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"infoklass/domain/text"
)

// Answer is how far an asset meets a requirement (självskattning). Its word
// lies in the catalogue of texts under requirement.answer.<answer>.
type Answer string

// The answers. A requirement without an answer is Unassessed, never Met.
const (
	Met          Answer = "met"          // uppfyllt
	Partly       Answer = "partly"       // delvis
	Unmet        Answer = "unmet"        // ej uppfyllt
	Inapplicable Answer = "inapplicable" // ej tillämpligt
	Unassessed   Answer = "unassessed"   // ej bedömt
)

// Answers lists the answers in the order shown.
var Answers = []Answer{Met, Partly, Unmet, Inapplicable, Unassessed}

// Label returns the message that names the answer.
func (a Answer) Label() text.Message { return text.Msg("requirement.answer." + string(a)) }

// MaxText is how many characters a comment, a reason or evidence may have.
const MaxText = 10_000

// Assessment is how far one asset meets one requirement, by whom and when.
type Assessment struct {
	Asset       string `json:"asset"`
	Requirement string `json:"requirement"`
	Answer      Answer `json:"answer"`
	Comment     string `json:"comment,omitempty"`
	Evidence    string `json:"evidence,omitempty"` // a link or a text
	By          string `json:"by,omitempty"`       // role, with a name after it where wanted
	On          string `json:"on"`                 // ISO date
	// Shared is true for an answer of a shared platform that holds for every asset
	// that uses the platform.
	Shared bool `json:"shared,omitempty"`
}

// Exception (undantag) allows an asset not to meet a requirement until a day.
type Exception struct {
	Asset       string `json:"asset"`
	Requirement string `json:"requirement"`
	Reason      string `json:"reason"`
	Measure     string `json:"measure"` // what is done instead
	DecidedBy   string `json:"decidedBy"`
	DecidedOn   string `json:"decidedOn"` // ISO date
	Ends        string `json:"ends"`      // ISO date, the last day that it holds
}

// EntityID returns the id of the assessment or the exception of an asset for a
// requirement. There is at most one of each.
func EntityID(assetID, requirementID string) string { return assetID + "/" + requirementID }

// ID returns the assessment's id.
func (a Assessment) ID() string { return EntityID(a.Asset, a.Requirement) }

// ID returns the exception's id.
func (e Exception) ID() string { return EntityID(e.Asset, e.Requirement) }

// Validate returns the first thing that keeps a from being stored. Inapplicable
// needs a comment, because it takes the requirement out of the figures.
func (a Assessment) Validate() error {
	switch {
	case a.Asset == "" || a.Requirement == "":
		return text.Fail(nil, "requirement.problem.of")
	case !slices.Contains(Answers, a.Answer):
		return text.Fail(nil, "requirement.problem.answer", "value", string(a.Answer))
	case a.Answer == Inapplicable && strings.TrimSpace(a.Comment) == "":
		return text.Fail(nil, "requirement.problem.inapplicable", "requirement", a.Requirement)
	}
	if err := fits(a.Comment, a.Evidence, a.By); err != nil {
		return err
	}
	_, err := text.ParseDate(a.On)
	return err
}

// Validate returns the first thing that keeps e from being stored.
func (e Exception) Validate() error {
	if e.Asset == "" || e.Requirement == "" {
		return text.Fail(nil, "requirement.problem.of")
	}
	for _, need := range []struct {
		value string
		what  text.Message
	}{
		{e.Reason, text.Msg("requirement.exception.reason")},
		{e.Measure, text.Msg("requirement.exception.measure")},
		{e.DecidedBy, text.Msg("requirement.exception.decidedBy")},
	} {
		if strings.TrimSpace(need.value) == "" {
			return text.Fail(nil, "requirement.problem.exception", "what", need.what)
		}
	}
	if err := fits(e.Reason, e.Measure, e.DecidedBy); err != nil {
		return err
	}
	decided, err := text.ParseDate(e.DecidedOn)
	if err != nil {
		return err
	}
	ends, err := text.ParseDate(e.Ends)
	if err != nil {
		return err
	}
	if ends.Before(decided) {
		return text.Fail(nil, "requirement.problem.ends")
	}
	return nil
}

func fits(texts ...string) error {
	for _, s := range texts {
		if utf8.RuneCountInString(s) > MaxText {
			return text.Fail(nil, "requirement.problem.long", "max", MaxText)
		}
	}
	return nil
}

// Over reports whether the exception has run out on a day.
func (e Exception) Over(day string) bool { return e.Ends < day }

// Lapsed reports whether the exception has run out on a day and is still needed:
// the answer is neither Met nor Inapplicable.
func (e Exception) Lapsed(day string, answer Answer) bool {
	return e.Over(day) && answer != Met && answer != Inapplicable
}

// Holds reports whether the exception is in force on a day. After its last day
// the requirement applies again.
func (e Exception) Holds(today time.Time) bool {
	return e.DecidedOn <= text.Date(today) && text.Date(today) <= e.Ends
}
