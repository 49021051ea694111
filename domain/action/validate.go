package action

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"infoklass/domain/text"
)

// Limits on one action, in characters and SEK.
const (
	MaxWhat = 500
	MaxNote = 4_000
	MaxCost = 1_000_000_000 // SEK
)

// Validate returns the first thing that keeps a from being stored, as an error
// with a sentence for the person who wrote it.
func (a Action) Validate() error {
	switch {
	case a.ID == "":
		return text.Fail(nil, "action.problem.id")
	case strings.TrimSpace(a.What) == "":
		return text.Fail(nil, "action.problem.what")
	case utf8.RuneCountInString(a.What) > MaxWhat:
		return text.Fail(nil, "action.problem.whatLong", "max", MaxWhat)
	case !slices.Contains(Statuses, a.Status):
		return text.Fail(nil, "action.problem.status", "value", string(a.Status))
	case a.Asset != "" && a.Unit != "":
		return text.Fail(nil, "action.problem.both")
	case a.Cost != nil && (*a.Cost < 0 || *a.Cost > MaxCost):
		return text.Fail(nil, "action.problem.cost")
	}
	for _, long := range []string{a.Responsible, a.Name, a.Cause.Text} {
		if utf8.RuneCountInString(long) > MaxNote {
			return text.Fail(nil, "action.problem.long", "max", MaxNote)
		}
	}
	if err := a.Cause.validate(a); err != nil {
		return err
	}
	if err := a.validateDays(); err != nil {
		return err
	}
	return a.validateFollowUps()
}

func (c Cause) validate(a Action) error {
	switch c.Kind {
	case ByItself:
		return nil
	case Requirement:
		if c.ID == "" || a.Asset == "" {
			return text.Fail(nil, "action.problem.requirement")
		}
		return nil
	case Duty:
		if c.ID == "" { // no asset is needed: it may be a duty of the whole municipality
			return text.Fail(nil, "action.problem.duty")
		}
		return nil
	case Risk:
		if strings.TrimSpace(c.Text) == "" {
			return text.Fail(nil, "action.problem.risk")
		}
		return nil
	}
	return text.Fail(nil, "action.problem.cause", "value", string(c.Kind))
}

func (a Action) validateDays() error {
	for _, day := range []string{a.Start, a.Due, a.Closed} {
		if day == "" {
			continue
		}
		if _, err := text.ParseDate(day); err != nil {
			return err
		}
	}
	switch {
	case a.Start != "" && a.Due != "" && a.Due < a.Start:
		return text.Fail(nil, "action.problem.due")
	case a.Status.Open() && a.Closed != "":
		return text.Fail(nil, "action.problem.open")
	case !a.Status.Open() && a.Closed == "":
		return text.Fail(nil, "action.problem.closed")
	}
	return nil
}

func (a Action) validateFollowUps() error {
	for _, f := range a.FollowUps {
		if strings.TrimSpace(f.Note) == "" {
			return text.Fail(nil, "action.problem.note")
		}
		if utf8.RuneCountInString(f.Note) > MaxNote {
			return text.Fail(nil, "action.problem.long", "max", MaxNote)
		}
		if _, err := text.ParseDate(f.On); err != nil {
			return err
		}
	}
	return nil
}

// ReadCost reads a cost in whole SEK as people write it: 25 000, 25,000 or
// 25000 kr. An empty text is nil.
func ReadCost(s string) (*int, error) {
	written := strings.ToLower(strings.Join(strings.Fields(s), "")) // Fields knows the hard spaces too
	for _, unit := range []string{"kronor", "kr", "sek", ":-"} {
		written = strings.TrimSuffix(strings.TrimPrefix(written, unit), unit)
	}
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	groups := strings.Split(written, ",")
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return nil, text.Fail(nil, "action.problem.cost")
		}
	}
	n, err := strconv.ParseUint(strings.Join(groups, ""), 10, 32)
	if err != nil || n > MaxCost {
		return nil, text.Fail(err, "action.problem.cost")
	}
	cost := int(n)
	return &cost, nil
}

// Closeable returns an error where an action cannot be closed on an ISO date:
// the date is unreadable or after today.
func Closeable(on string, today time.Time) error {
	if _, err := text.ParseDate(on); err != nil {
		return err
	}
	if on > text.Date(today) {
		return text.Fail(nil, "action.problem.closedLater")
	}
	return nil
}
