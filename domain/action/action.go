// Package action knows what an åtgärd is: something that somebody is to do
// until a day so that the protection becomes what the policy demands. An
// action answers to a protection requirement, a finding or a risk, or stands
// by itself (DOMAIN section 7).
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

// Open tells whether something is left to do.
func (s Status) Open() bool { return s == Planned || s == Ongoing }

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

var statusWords = map[Status][]string{
	Planned:   {"planerad", "planerat", "ej påbörjad", "ej startad", "ny", "öppen", "planned", "not started", "open"},
	Ongoing:   {"pågår", "pågående", "påbörjad", "påbörjat", "startad", "ongoing", "in progress", "started"},
	Done:      {"klar", "klart", "genomförd", "genomfört", "avslutad", "avslutat", "stängd", "done", "completed", "closed"},
	Cancelled: {"avbruten", "avbrutet", "inställd", "utgår", "ej aktuell", "cancelled", "canceled"},
}

// CauseKind tells what an action answers to. Kinds are stored: never rename one.
type CauseKind string

// What an action can answer to. The zero value stands by itself.
const (
	ByItself    CauseKind = ""
	Requirement CauseKind = "requirement" // a protection requirement of the asset
	Duty        CauseKind = "duty"        // a finding: a duty of the policy not met on the asset, the unit or the municipality
	Risk        CauseKind = "risk"        // a risk in words
)

// CauseKinds lists what an action can answer to, in the order shown.
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

// FollowUp is a dated note of how an action goes. They are written at least
// every quarter as long as it is open.
type FollowUp struct {
	On   string `json:"on"` // ISO date
	Note string `json:"note"`
	By   string `json:"by,omitempty"` // who wrote it
}

// Action is one action. The zero values of the dates and of Responsible mean
// that nobody has said.
type Action struct {
	ID    string `json:"id"`
	What  string `json:"what"`
	Cause Cause  `json:"cause,omitzero"`
	// Asset or Unit is what it concerns, or both are empty. Where Asset is
	// given, Unit is empty: the asset knows its own.
	Asset string `json:"asset,omitempty"`
	Unit  string `json:"unit,omitempty"`
	// Responsible is a role; a person's name is optional.
	Responsible string     `json:"responsible,omitempty"`
	Name        string     `json:"name,omitempty"`
	Start       string     `json:"start,omitempty"` // ISO date
	Due         string     `json:"due,omitempty"`   // ISO date, the last day in time
	Cost        *int       `json:"cost,omitempty"`  // in whole SEK; nil is not reckoned
	Status      Status     `json:"status"`
	Closed      string     `json:"closed,omitempty"` // ISO date, of one that is done or cancelled
	FollowUps   []FollowUp `json:"followUps,omitempty"`
	// FromList is the words of an imported list that the action was made of, so
	// that they are not offered again; empty for one that came about here.
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

// Who is the responsible role, with the name after it where there is one.
func (a Action) Who() string {
	switch {
	case a.Name == "":
		return a.Responsible
	case a.Responsible == "":
		return a.Name
	}
	return a.Responsible + ", " + a.Name
}

// Late tells whether the action should have been done before today.
func (a Action) Late(today time.Time) bool {
	return a.Status.Open() && a.Due != "" && a.Due < text.Date(today)
}

// FollowEvery is how many months may pass between follow-ups.
const FollowEvery = 3

// NextFollowUp is the ISO date that an open action is to be followed up: a
// quarter after the last follow-up or, before there is any, after the start.
// It is empty for one that is closed and for one without a start.
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

// FollowUpDue tells whether a quarter has passed since the action was followed up, or since it began.
func (a Action) FollowUpDue(today time.Time) bool {
	next := a.NextFollowUp()
	return next != "" && next <= text.Date(today)
}

// Follow returns a copy with one more note, in the order of their days.
func (a Action) Follow(f FollowUp) Action {
	a = a.Clone()
	f.Note = strings.TrimSpace(f.Note)
	a.FollowUps = append(a.FollowUps, f)
	slices.SortStableFunc(a.FollowUps, func(x, y FollowUp) int { return cmp.Compare(x.On, y.On) })
	return a
}

// Compare puts actions in the order of a plan: what is late first, then what
// is open by due date, those without one last, and then the closed, the newest
// first.
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
