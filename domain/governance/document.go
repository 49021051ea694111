// Package governance describes how a municipality governs its information
// security: its governing documents, and the checks that its boards and managers
// make every year. The policy's sentences are quoted at the types.
package governance

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"infoklass/domain/text"
)

// MaxText is how many characters a text of a document or a check may have.
const MaxText = 2000

// Kind is the kind of a governing document (styrdokument). Kinds are stored: never rename one.
type Kind string

// The kinds of governing documents.
const (
	Policy    Kind = "policy"
	Guideline Kind = "guideline" // riktlinje
	Rule      Kind = "rule"      // regel
	Routine   Kind = "routine"   // rutin
)

// Kinds lists the kinds, the highest in rank first.
var Kinds = []Kind{Policy, Guideline, Rule, Routine}

// Label returns the message that names the kind.
func (k Kind) Label() text.Message { return text.Msg("governance.kind." + string(k)) }

// Body is who decides a document. Bodies are stored: never rename one.
type Body string

// The bodies. The policy is decided by the council, "Kommunfullmäktige
// beslutar om informationssäkerhetspolicy"; rules and routines "antas av
// kommunchefens ledningsgrupp".
const (
	Council         Body = "council"
	ManagementGroup Body = "management"
	Board           Body = "board" // a nämnd or a bolagsstyrelse
	OtherBody       Body = "other"
)

// Bodies lists the bodies in the order shown.
var Bodies = []Body{Council, ManagementGroup, Board, OtherBody}

// Label returns the message that names the body.
func (b Body) Label() text.Message { return text.Msg("governance.body." + string(b)) }

// Document is what the register knows of a governing document: not its text, but
// who decided it, when, and when it is to be reviewed.
type Document struct {
	ID         string `json:"id"`
	Kind       Kind   `json:"kind"`
	Title      string `json:"title"`
	Body       Body   `json:"body"`
	DecidedOn  string `json:"decidedOn"`            // ISO date
	Dnr        string `json:"dnr,omitempty"`        // diarienummer of the decision
	Version    string `json:"version,omitempty"`    // as the document states it
	Unit       string `json:"unit,omitempty"`       // id of the unit that it is for; empty is the whole municipality
	NextReview string `json:"nextReview,omitempty"` // ISO date
	Repealed   string `json:"repealed,omitempty"`   // ISO date of the first day that it is not in force
	Link       string `json:"link,omitempty"`       // to its text
}

// Tidy returns d without blanks around its texts.
func (d Document) Tidy() Document {
	for _, s := range []*string{&d.Title, &d.Dnr, &d.Version, &d.Link, &d.DecidedOn, &d.NextReview, &d.Repealed} {
		*s = strings.TrimSpace(*s)
	}
	return d
}

// Validate returns the first thing that keeps d from being stored.
func (d Document) Validate() error {
	switch {
	case d.ID == "":
		return text.Fail(nil, "asset.problem.id")
	case strings.TrimSpace(d.Title) == "":
		return text.Fail(nil, "governance.problem.title")
	case !slices.Contains(Kinds, d.Kind):
		return text.Fail(nil, "governance.problem.kind", "value", string(d.Kind))
	case !slices.Contains(Bodies, d.Body):
		return text.Fail(nil, "governance.problem.body", "value", string(d.Body))
	}
	if err := fits(d.Title, d.Dnr, d.Version, d.Link); err != nil {
		return err
	}
	decided, err := text.ParseDate(d.DecidedOn)
	if err != nil {
		return err
	}
	for _, later := range []string{d.NextReview, d.Repealed} {
		if later == "" {
			continue
		}
		day, err := text.ParseDate(later)
		if err != nil {
			return err
		}
		if day.Before(decided) {
			return text.Fail(nil, "governance.problem.before")
		}
	}
	return nil
}

// Holds reports whether the document is in force on an ISO date.
func (d Document) Holds(day string) bool {
	return d.DecidedOn <= day && (d.Repealed == "" || day < d.Repealed)
}

// Overdue reports whether the document is in force and should have been reviewed
// before an ISO date.
func (d Document) Overdue(day string) bool {
	return d.Holds(day) && d.NextReview != "" && d.NextReview < day
}

// Sort orders documents by kind, the highest in rank first, and then by title.
func Sort(all []Document) {
	slices.SortFunc(all, func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
	text.SortBy(all, func(d Document) string { return d.Title }, false)
	slices.SortStableFunc(all, func(a, b Document) int {
		return cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind))
	})
}

func fits(texts ...string) error {
	for _, s := range texts {
		if utf8.RuneCountInString(s) > MaxText {
			return text.Fail(nil, "governance.problem.long", "max", MaxText)
		}
	}
	return nil
}
