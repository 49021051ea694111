package duties

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"
	"time"

	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/storage/memory"
)

// exampleRegister opens the example municipality's register.
func exampleRegister(t testing.TB) *register.Register {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	r, err := register.Open(t.Context(), memory.New(), register.Options{Who: "Maria Holm", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1))})
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// The columns of Policykrav sort both ways, and nothing is left out by it.
func TestFindingsAreSortedByColumn(t *testing.T) {
	r := exampleRegister(t)
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
