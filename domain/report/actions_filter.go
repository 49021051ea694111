package report

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ActionFilterWords says in words which actions a query chooses, for the
// header of a document; empty for all.
func ActionFilterWords(r *register.Register, p *text.Printer, q register.ActionQuery) string {
	var parts []string
	add := func(label, value string) {
		if value != "" {
			parts = append(parts, p.T("action.filter", "label", p.T(label), "value", value))
		}
	}
	if q.Late {
		parts = append(parts, p.T("report.actions.late"))
	}
	if q.FollowUp {
		parts = append(parts, p.T("action.followUpDue"))
	}
	var statuses []string
	for _, s := range q.Statuses {
		statuses = append(statuses, s.Label().In(p))
	}
	add("action.column.status", strings.Join(statuses, ", "))
	if rec, ok := r.Record(q.Asset); ok {
		add("action.column.about", rec.Asset.Name)
	}
	add("report.column.unit", asset.Path(belowTop(r.Organisation().UnitPath(q.Unit))))
	add("action.column.responsible", q.Responsible)
	if q.ByCause {
		add("action.column.cause", q.Cause.Label().In(p))
	}
	add("action.filter.search", q.Text)
	return strings.Join(parts, " · ")
}
