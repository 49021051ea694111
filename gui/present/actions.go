package present

import (
	"cmp"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ActionState is the status of an action in words, and whether it is late; late is said with a word of its own.
func ActionState(p *text.Printer, r *register.Register, a action.Action) (words string, late bool) {
	words = a.Status.Label().In(p)
	switch {
	case a.Late(r.Today()):
		return p.T("action.late", "status", words), true
	case a.Closed != "":
		return p.T("action.closedOn", "status", words, "on", a.Closed), false
	}
	return words, false
}

// ActionKey is a requirement or a finding of an asset or a unit, as actions answer to them.
type ActionKey struct {
	About string // id of the asset or the unit
	Kind  action.CauseKind
	ID    string // of the requirement or the duty
}

// ActionNotes returns what is being done about requirements and findings: the
// open action with the earliest due date, or the newest closed one. actions are
// one asset's or the whole register's, in the order of a plan.
func ActionNotes(p *text.Printer, r *register.Register, actions []action.Action) map[ActionKey]string {
	notes := map[ActionKey]string{}
	for _, a := range actions {
		key := ActionKey{cmp.Or(a.Asset, a.Unit), a.Cause.Kind, a.Cause.ID}
		if _, known := notes[key]; known || a.Cause.ID == "" {
			continue
		}
		state, _ := ActionState(p, r, a)
		if notes[key] = p.T("actions.note", "status", state); a.Status.Open() && a.Due != "" {
			notes[key] = p.T("actions.note.due", "status", state, "due", a.Due)
		}
	}
	return notes
}
