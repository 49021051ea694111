package register

import (
	"slices"
	"strings"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/text"
)

// ActionQuery chooses actions. The zero value chooses all.
type ActionQuery struct {
	// Text is searched, folded; each of its words must be found.
	Text     string
	Statuses []action.Status
	// Late keeps actions that should have been done before today.
	Late bool
	// FollowUp keeps actions that a quarter has passed for without a follow-up.
	FollowUp bool
	// Asset keeps the actions of one asset.
	Asset string
	// Unit keeps actions of this unit and all below it, and of their assets.
	Unit string
	// Responsible keeps actions of this role.
	Responsible string
	// ByCause keeps actions that answer to Cause.
	ByCause bool
	Cause   action.CauseKind
}

// FindActions returns the actions that q chooses on a day, in the order of a plan.
func (pl *Plan) FindActions(q ActionQuery, today time.Time) []action.Action {
	words := strings.Fields(text.Fold(q.Text))
	pl.reg.mu.RLock()
	under := pl.reg.organisation.subtree(q.Unit)
	pl.reg.mu.RUnlock()
	return slices.DeleteFunc(pl.Actions(), func(a action.Action) bool {
		return !q.matches(a, today) || under != nil && !under[pl.ActionUnit(a)] || !pl.actionHolds(a, words)
	})
}

func (q *ActionQuery) matches(a action.Action, today time.Time) bool {
	switch {
	case len(q.Statuses) > 0 && !slices.Contains(q.Statuses, a.Status),
		q.Late && !a.Late(today),
		q.FollowUp && !a.FollowUpDue(today),
		q.Asset != "" && a.Asset != q.Asset,
		q.Responsible != "" && a.Responsible != q.Responsible,
		q.ByCause && a.Cause.Kind != q.Cause:
		return false
	}
	return true
}

// actionHolds reports whether an action, its asset or its unit holds every word.
func (pl *Plan) actionHolds(a action.Action, words []string) bool {
	if len(words) == 0 {
		return true
	}
	said := []string{a.What, a.Cause.ID, a.Cause.Text, a.Responsible, a.Name}
	said = append(said, pl.reg.organisation.UnitPath(pl.ActionUnit(a))...)
	if rec, ok := pl.reg.Record(a.Asset); ok {
		said = append(said, rec.Asset.Name)
	}
	for _, f := range a.FollowUps {
		said = append(said, f.Note)
	}
	folded := text.Fold(strings.Join(said, "\n"))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, w) })
}

// ActionUnit is the id of the unit that an action concerns, its asset's where
// it concerns an asset; empty for neither.
func (pl *Plan) ActionUnit(a action.Action) string {
	if rec, ok := pl.reg.Record(a.Asset); ok {
		return rec.Asset.Unit
	}
	return a.Unit
}
