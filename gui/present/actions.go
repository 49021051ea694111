package present

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ActionRow is an action as the plan shows it.
type ActionRow struct {
	action.Action
	Answers string // what it answers to
	About   string // the asset or the unit
	Cost    string
	State   string // the status in words; late is said with a word of its own
	IsLate  bool
}

// NewActionRow writes an action.
func NewActionRow(p *text.Printer, r *register.Register, a action.Action) ActionRow {
	row := ActionRow{Action: a, Answers: duty.CauseWords(p, r, a.Cause), About: ActionAbout(p, r, a), Cost: register.CostText(p, a.Cost), State: a.Status.Label().In(p)}
	if row.IsLate = a.Late(r.Today()); row.IsLate {
		row.State = p.T("action.late", "status", row.State)
	} else if a.Closed != "" {
		row.State = p.T("action.closedOn", "status", row.State, "on", a.Closed)
	}
	return row
}

// ActionAbout names the asset or the unit that an action concerns; empty for neither.
func ActionAbout(p *text.Printer, r *register.Register, a action.Action) string {
	if rec, ok := r.Record(a.Asset); ok {
		return rec.Asset.Name
	}
	return UnitBelow(r, a.Unit)
}

// The columns of the plan. PlanOrder sorts as the plan stands: what is late first.
const (
	ActionWhat        = "what"
	ActionAnswers     = "answers"
	ActionOn          = "about"
	ActionResponsible = "responsible"
	ActionDue         = "due"
	ActionCost        = "cost"
	ActionState       = "status"
	PlanOrder         = ""
)

// ActionSort says by which column the plan is sorted.
type ActionSort struct {
	Key        string
	Descending bool
}

// ActionList is the plan as the page shows it.
type ActionList struct {
	Rows  []ActionRow
	Sums  action.Sums // of the rows
	Total int         // in the register
	Late  int         // in the register
}

// Actions are the rows, as documents are made of them.
func (l ActionList) Actions() []action.Action {
	out := make([]action.Action, len(l.Rows))
	for i, row := range l.Rows {
		out[i] = row.Action
	}
	return out
}

// ListActions finds and sorts.
func ListActions(p *text.Printer, r *register.Register, q register.ActionQuery, s ActionSort) ActionList {
	all := r.Plan().Actions()
	found := r.Plan().FindActions(q, r.Today())
	list := ActionList{Total: len(all), Late: action.Sum(all, r.Today()).Late, Sums: action.Sum(found, r.Today())}
	for _, a := range found {
		list.Rows = append(list.Rows, NewActionRow(p, r, a))
	}
	sortActions(list.Rows, s)
	return list
}

// sortActions sorts rows that stand in the order of the plan. What has nothing
// in the column comes last whichever the direction.
func sortActions(rows []ActionRow, s ActionSort) {
	switch s.Key {
	case PlanOrder:
	case ActionCost:
		slices.SortStableFunc(rows, func(a, b ActionRow) int {
			if a.Action.Cost == nil || b.Action.Cost == nil {
				return compareNil(a.Action.Cost == nil, b.Action.Cost == nil)
			}
			return turned(cmp.Compare(*a.Action.Cost, *b.Action.Cost), s.Descending)
		})
	case ActionDue:
		slices.SortStableFunc(rows, func(a, b ActionRow) int {
			if a.Due == "" || b.Due == "" {
				return compareNil(a.Due == "", b.Due == "")
			}
			return turned(cmp.Compare(a.Due, b.Due), s.Descending)
		})
	case ActionState:
		place := func(a ActionRow) int {
			if a.IsLate {
				return -1
			}
			return slices.Index(action.Statuses, a.Status)
		}
		slices.SortStableFunc(rows, func(a, b ActionRow) int { return turned(cmp.Compare(place(a), place(b)), s.Descending) })
	default:
		value := map[string]func(ActionRow) string{
			ActionWhat: func(a ActionRow) string { return a.What }, ActionAnswers: func(a ActionRow) string { return a.Answers },
			ActionOn: func(a ActionRow) string { return a.About }, ActionResponsible: func(a ActionRow) string { return a.Who() },
		}[s.Key]
		if value == nil {
			return
		}
		text.SortBy(rows, value, s.Descending)
		slices.SortStableFunc(rows, func(a, b ActionRow) int { return compareNil(value(a) == "", value(b) == "") })
	}
}

func compareNil(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func turned(c int, descending bool) int {
	if descending {
		return -c
	}
	return c
}

// ActionSums says what the rows add up to.
func ActionSums(p *text.Printer, l ActionList) string {
	if l.Total == 0 {
		return ""
	}
	return p.N("action.sums", l.Sums.Count, "late", p.Int(l.Sums.Late), "cost", p.T("action.cost", "sum", p.Int(l.Sums.Cost)))
}

// ActionRoles lists the roles that are responsible for some action, in Swedish order.
func ActionRoles(r *register.Register) []string {
	var roles []string
	for _, a := range r.Plan().Actions() {
		if a.Responsible != "" {
			roles = append(roles, a.Responsible)
		}
	}
	slices.Sort(roles)
	roles = slices.Compact(roles)
	text.SortStrings(roles)
	return roles
}

// NarrowsActions tells whether a query leaves anything out.
func NarrowsActions(q register.ActionQuery) bool {
	return strings.TrimSpace(q.Text) != "" || len(q.Statuses) > 0 || q.Late || q.FollowUp || q.Unit != "" || q.Responsible != "" || q.ByCause
}

// ActionKey is a requirement or a finding of an asset or a unit, as actions answer to them.
type ActionKey struct {
	About string // id of the asset or the unit
	Kind  action.CauseKind
	ID    string // of the requirement or the duty
}

// ActionNotes tells what is being done about requirements and findings: the
// open action with the earliest due date, or the newest closed one. Actions
// stand in the order of a plan; those of one asset, or all of the register.
func ActionNotes(p *text.Printer, r *register.Register, actions []action.Action) map[ActionKey]string {
	notes := map[ActionKey]string{}
	for _, a := range actions {
		key := ActionKey{cmp.Or(a.Asset, a.Unit), a.Cause.Kind, a.Cause.ID}
		if _, known := notes[key]; known || a.Cause.ID == "" {
			continue
		}
		state := NewActionRow(p, r, a).State
		if notes[key] = p.T("actions.note", "status", state); a.Status.Open() && a.Due != "" {
			notes[key] = p.T("actions.note.due", "status", state, "due", a.Due)
		}
	}
	return notes
}
