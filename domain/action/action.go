// Package action describes an åtgärd: what somebody is to do by a day so that the
// protection meets the policy. An action answers to a protection requirement, a
// finding or a risk, or has no cause in the register.
package action

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"infoklass/domain/text"
)

// Status is how far an action has come. Statuses are stored: never rename one.
type Status string

// The statuses.
const (
	Planned   Status = "planned"   // planerad
	Ongoing   Status = "ongoing"   // pågår
	Done      Status = "done"      // klar
	Cancelled Status = "cancelled" // avbruten
)

// Statuses lists the statuses in the order of an action's life.
var Statuses = []Status{Planned, Ongoing, Done, Cancelled}

// Label returns the message that names the status.
func (s Status) Label() text.Message { return text.Msg("action.status." + string(s)) }

// Open reports whether something is left to do.
func (s Status) Open() bool { return s == Planned || s == Ongoing }

// ReadStatus returns the status that the words of a list mean, and false for
// words that it does not know.
func ReadStatus(words string) (Status, bool) {
	folded := text.Fold(words)
	for s, known := range statusWords {
		if slices.Contains(known, folded) {
			return s, true
		}
	}
	return "", false
}

var statusWords = map[Status][]string{
	Planned:   {"planerad", "planerat", "ej påbörjad", "ej startad", "ny", "öppen", "planned", "not started", "open"},
	Ongoing:   {"pågår", "pågående", "påbörjad", "påbörjat", "startad", "ongoing", "in progress", "started"},
	Done:      {"klar", "klart", "genomförd", "genomfört", "avslutad", "avslutat", "stängd", "done", "completed", "closed"},
	Cancelled: {"avbruten", "avbrutet", "inställd", "utgår", "ej aktuell", "cancelled", "canceled"},
}

// CauseKind is the kind of thing that an action answers to. Kinds are stored:
// never rename one.
type CauseKind string

// The kinds. The zero value is an action without a cause.
const (
	ByItself    CauseKind = ""
	Requirement CauseKind = "requirement" // a protection requirement of the asset
	Duty        CauseKind = "duty"        // a finding: a duty of the policy that the asset, the unit or the municipality does not meet
	Risk        CauseKind = "risk"        // a risk in words
)

// CauseKinds lists the kinds in the order shown.
var CauseKinds = []CauseKind{Requirement, Duty, Risk, ByItself}

// Label returns the message that names the kind.
func (k CauseKind) Label() text.Message {
	if k == ByItself {
		return text.Msg("action.cause.none")
	}
	return text.Msg("action.cause." + string(k))
}

// Cause is what an action answers to.
type Cause struct {
	Kind CauseKind `json:"kind,omitempty"`
	ID   string    `json:"id,omitempty"`   // of the requirement or the duty
	Text string    `json:"text,omitempty"` // the risk
}

// FollowUp is a dated note of how an action goes, written at least every quarter
// while it is open.
type FollowUp struct {
	On   string `json:"on"` // ISO date
	Note string `json:"note"`
	By   string `json:"by,omitempty"` // who wrote it
}

// Action is one action. A date or a Responsible left empty is not decided yet.
type Action struct {
	ID    string `json:"id"`
	What  string `json:"what"`
	Cause Cause  `json:"cause,omitzero"`
	// Asset or Unit is what it concerns; both are empty for the whole
	// municipality. Where Asset is given, Unit is empty: it is the asset's.
	Asset string `json:"asset,omitempty"`
	Unit  string `json:"unit,omitempty"`
	// Responsible is a role; a person's name is optional.
	Responsible string     `json:"responsible,omitempty"`
	Name        string     `json:"name,omitempty"`
	Start       string     `json:"start,omitempty"` // ISO date
	Due         string     `json:"due,omitempty"`   // ISO date, the last day in time
	Cost        *int       `json:"cost,omitempty"`  // in whole SEK; nil where not estimated
	Status      Status     `json:"status"`
	Closed      string     `json:"closed,omitempty"` // ISO date, of one that is done or cancelled
	FollowUps   []FollowUp `json:"followUps,omitempty"`
	// FromList is the text of an imported list that the action was made from, so
	// that it is not offered again; empty for an action made here.
	FromList string `json:"fromList,omitempty"`
}

// Clone returns a copy that shares nothing with a.
func (a Action) Clone() Action {
	a.FollowUps = slices.Clone(a.FollowUps)
	if a.Cost != nil {
		cost := *a.Cost
		a.Cost = &cost
	}
	return a
}

// Who returns the responsible role, with the name after it where there is one.
func (a Action) Who() string {
	switch {
	case a.Name == "":
		return a.Responsible
	case a.Responsible == "":
		return a.Name
	}
	return a.Responsible + ", " + a.Name
}

// Late reports whether the action is open and should have been done before today.
func (a Action) Late(today time.Time) bool {
	return a.Status.Open() && a.Due != "" && a.Due < text.Date(today)
}

// FollowEvery is how many months may pass between follow-ups.
const FollowEvery = 3

// NextFollowUp returns the ISO date of the next follow-up: a quarter after the
// last one, or after the start where there is none. It is empty for a closed
// action and for one without a start.
func (a Action) NextFollowUp() string {
	from := a.Start
	if n := len(a.FollowUps); n > 0 {
		from = max(from, a.FollowUps[n-1].On)
	}
	day, err := text.ParseDate(from)
	if err != nil || !a.Status.Open() {
		return ""
	}
	return text.Date(day.AddDate(0, FollowEvery, 0))
}

// FollowUpDue reports whether the next follow-up is due today or earlier.
func (a Action) FollowUpDue(today time.Time) bool {
	next := a.NextFollowUp()
	return next != "" && next <= text.Date(today)
}

// Follow returns a copy with one more follow-up, sorted by date.
func (a Action) Follow(f FollowUp) Action {
	a = a.Clone()
	f.Note = strings.TrimSpace(f.Note)
	a.FollowUps = append(a.FollowUps, f)
	slices.SortStableFunc(a.FollowUps, func(x, y FollowUp) int { return cmp.Compare(x.On, y.On) })
	return a
}

// Compare orders actions as a plan does: the open ones by due date, those without
// one last, and then the closed ones, the newest first.
func Compare(a, b Action) int {
	if open := a.Status.Open(); open != b.Status.Open() {
		if open {
			return -1
		}
		return 1
	} else if !open {
		return cmp.Or(cmp.Compare(b.Closed, a.Closed), cmp.Compare(a.ID, b.ID))
	}
	const never = "~" // after every date
	return cmp.Or(cmp.Compare(cmp.Or(a.Due, never), cmp.Or(b.Due, never)), cmp.Compare(a.ID, b.ID))
}
