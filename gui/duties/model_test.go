package duties

import (
	"cmp"
	"slices"
	"testing"

	"infoklass/domain/duty"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// The columns of Policykrav sort both ways, and nothing is left out by it.
func TestFindingsAreSortedByColumn(t *testing.T) {
	r := trial.Sample(t, memory.New())
	p, j := text.In(text.Swedish), duty.NewJudge().Register(r, r.Today())
	list := func(column string, descending bool) []duty.Finding {
		return find(p, r, j, Query{}, present.Sort{Column: column, Descending: descending}).Findings
	}
	all := len(list("", false))
	for column, compare := range map[string]func(a, b duty.Finding) int{
		"severity": func(a, b duty.Finding) int { return cmp.Compare(b.Severity, a.Severity) },
		"since":    func(a, b duty.Finding) int { return cmp.Compare(a.Since, b.Since) },
	} {
		for _, descending := range []bool{false, true} {
			got := slices.DeleteFunc(list(column, descending), func(f duty.Finding) bool { return f.Since == "" && column == "since" })
			way := compare
			if descending {
				way = func(a, b duty.Finding) int { return compare(b, a) }
			}
			if len(got) == 0 || !slices.IsSortedFunc(got, way) {
				t.Errorf("by %s, descending %t: not sorted", column, descending)
			}
		}
		if n := len(list(column, true)); n != all {
			t.Errorf("by %s: %d of %d findings", column, n, all)
		}
	}
	groups := find(p, r, j, Query{By: byAsset}, present.Sort{Column: "total", Descending: true}).Groups
	if len(groups) < 2 || !slices.IsSortedFunc(groups, func(a, b group) int { return cmp.Compare(b.Total(), a.Total()) }) {
		t.Errorf("groups by total are not sorted: %d", len(groups))
	}
}
