package present

import (
	"cmp"
	"slices"

	"infoklass/domain/duty"
	"infoklass/domain/text"
)

// sortFindings sorts by a column of the table: severity (the most serious
// first, unless descending), subject, missing, responsible, board or since.
// What has nothing under the column comes last.
func (w *DutyWords) sortFindings(findings []duty.Finding, column string, descending bool) {
	of := map[string]func(duty.Finding) string{
		"subject": w.Subject, "missing": w.Short, "board": w.Board,
		"responsible": func(f duty.Finding) string { return f.Responsible },
		"since":       func(f duty.Finding) string { return f.Since },
	}
	switch words := of[column]; {
	case words != nil:
		text.SortBy(findings, words, descending)
	case column == "severity":
		slices.SortStableFunc(findings, directed(descending, func(a, b duty.Finding) int { return cmp.Compare(b.Severity, a.Severity) }))
	}
}

// sortGroups sorts by a column of the table: name, detail, total or the key of a severity.
func sortGroups(groups []DutyGroup, column string, descending bool) {
	switch column {
	case "name":
		text.SortBy(groups, func(g DutyGroup) string { return g.Name }, descending)
	case "detail":
		text.SortBy(groups, func(g DutyGroup) string { return g.Detail }, descending)
	case "total":
		slices.SortStableFunc(groups, directed(descending, func(a, b DutyGroup) int { return cmp.Compare(a.Total(), b.Total()) }))
	}
	for s := duty.Low; s <= duty.High; s++ {
		if s.Key() == column {
			slices.SortStableFunc(groups, directed(descending, func(a, b DutyGroup) int { return cmp.Compare(a.Counts[s], b.Counts[s]) }))
		}
	}
}

// directed turns an order round where it is to be descending.
func directed[T any](descending bool, compare func(a, b T) int) func(a, b T) int {
	if !descending {
		return compare
	}
	return func(a, b T) int { return compare(b, a) }
}
