package actions

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// row is an action as the plan shows it.
type row struct {
	action.Action
	Answers string // what it answers to
	About   string // the asset or the unit
	Cost    string
	State   string // the status in words; late is said with a word of its own
	IsLate  bool
}

// newRow writes an action.
func newRow(p *text.Printer, r *register.Register, a action.Action) row {
	out := row{Action: a, Answers: duty.CauseWords(p, r, a.Cause), About: aboutWords(r, a), Cost: register.CostText(p, a.Cost)}
	out.State, out.IsLate = present.ActionState(p, r, a)
	return out
}

// aboutWords names the asset or the unit that an action concerns; empty for neither.
func aboutWords(r *register.Register, a action.Action) string {
	if rec, ok := r.Record(a.Asset); ok {
		return rec.Asset.Name
	}
	return present.UnitBelow(r, a.Unit)
}

// The columns of the plan. Their names are remembered between starts: never rename one.
const (
	columnWhat        = "what"
	columnCause       = "answers"
	columnAbout       = "about"
	columnResponsible = "responsible"
	columnDue         = "due"
	columnCost        = "cost"
	columnState       = "status"
)

// plan is the plan as the page shows it.
type plan struct {
	Rows  []row
	Sums  action.Sums // of the rows
	Total int         // in the register
	Late  int         // in the register
}

// Actions are the rows, as documents are made of them.
func (l plan) Actions() []action.Action {
	out := make([]action.Action, len(l.Rows))
	for i, row := range l.Rows {
		out[i] = row.Action
	}
	return out
}

// listPlan finds and sorts.
func listPlan(p *text.Printer, r *register.Register, q register.ActionQuery, s present.Sort) plan {
	all := r.Plan().Actions()
	found := r.Plan().FindActions(q, r.Today())
	list := plan{Total: len(all), Late: action.Sum(all, r.Today()).Late, Sums: action.Sum(found, r.Today())}
	for _, a := range found {
		list.Rows = append(list.Rows, newRow(p, r, a))
	}
	present.SortRows(list.Rows, s, sorting)
	return list
}

// sorting is what each column sorts rows by; the plan's order decides between equals.
var sorting = map[string]present.By[row]{
	columnWhat:        {Text: func(a row) string { return a.What }},
	columnCause:       {Text: func(a row) string { return a.Answers }},
	columnAbout:       {Text: func(a row) string { return a.About }},
	columnResponsible: {Text: func(a row) string { return a.Who() }},
	columnDue:         {Compare: func(a, b row) int { return cmp.Compare(a.Due, b.Due) }, Empty: func(a row) bool { return a.Due == "" }},
	columnState:       {Compare: func(a, b row) int { return cmp.Compare(a.place(), b.place()) }},
	columnCost: {
		Compare: func(a, b row) int { return cmp.Compare(*a.Action.Cost, *b.Action.Cost) },
		Empty:   func(a row) bool { return a.Action.Cost == nil },
	},
}

// place is where a status comes: late before all others, then as work goes on.
func (a row) place() int {
	if a.IsLate {
		return -1
	}
	return slices.Index(action.Statuses, a.Status)
}

// sums says what the rows add up to.
func sums(p *text.Printer, l plan) string {
	if l.Total == 0 {
		return ""
	}
	return p.N("action.sums", l.Sums.Count, "late", p.Int(l.Sums.Late), "cost", p.T("action.cost", "sum", p.Int(l.Sums.Cost)))
}

// roles lists the roles that are responsible for some action, in Swedish order.
func roles(r *register.Register) []string {
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

// narrows reports whether a query leaves anything out.
func narrows(q register.ActionQuery) bool {
	return strings.TrimSpace(q.Text) != "" || len(q.Statuses) > 0 || q.Late || q.FollowUp || q.Unit != "" || q.Responsible != "" || q.ByCause
}
