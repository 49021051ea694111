package present_test

import (
	"errors"
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

func organised(t *testing.T) *register.Register {
	t.Helper()
	r := sampleAssets(t)
	if err := example.Organisation(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestUnitRows(t *testing.T) {
	r, p := organised(t), text.In(text.Swedish)
	rows := present.UnitRows(p, r)
	row := func(name string) present.UnitRow {
		t.Helper()
		i := slices.IndexFunc(rows, func(row present.UnitRow) bool { return row.Unit.Name == name })
		if i < 0 {
			t.Fatalf("no line for %s", name)
		}
		return rows[i]
	}
	if w := row("Sektor stöd o. omsorg"); w.Group != present.UnitsWaiting || w.Words != "Bekräfta" || w.Likely.Name != "Sektor stöd och omsorg" || w.Depth != 0 || w.Own != 2 {
		t.Errorf("the invented unit is %+v", w)
	}
	if b := row("Socialnämnden"); b.ManagerWords() != "(Kommunchef)" || b.Own != 0 || b.All != 2 || b.Depth != 1 {
		t.Errorf("the committee is %+v", b)
	}
	if old := row("Äldrekontoret"); old.Group != present.UnitsRetired {
		t.Errorf("the retired unit is %+v", old)
	}
	counts := present.CountUnits(rows)
	if counts[""] != len(rows)-1 || counts[present.UnitsRetired] != 1 || counts[present.UnitsWaiting] != 1 {
		t.Errorf("the counts are %v of %d lines", counts, len(rows))
	}
	for _, c := range []struct {
		group  present.UnitGroup
		search string
		want   int
	}{
		{"", "", len(rows) - 1}, {present.UnitsRetired, "", 1}, {"", "äldrekontoret", 0}, {"", "nämnd SOCIAL", 2}, {"", "socialchef", 1}, {present.UnitsWaiting, "fnord", 0},
	} {
		if got := len(present.FilterUnits(rows, c.group, c.search)); got != c.want {
			t.Errorf("group %q, search %q: %d lines, want %d", c.group, c.search, got, c.want)
		}
	}
	for _, c := range present.UnitChoices(p, r, "") {
		if c.ID == row("Äldrekontoret").Unit.ID {
			t.Error("a retired unit can be chosen")
		}
	}
}

func TestAChangeOfAUnitNeverOverwritesAnother(t *testing.T) {
	r := organised(t)
	u := r.Organisation().Units()[1]
	if err := present.ChangeUnit(t.Context(), r, u.ID, present.UnitManagerName, "", "Vera Sund"); err != nil {
		t.Fatal(err)
	}
	if err := present.ChangeUnit(t.Context(), r, u.ID, present.UnitManagerName, "", "Anna Ek"); !errors.Is(err, ledger.ErrConflict) {
		t.Errorf("an edit of an older value: %v", err)
	}
	if now, _ := r.Organisation().Unit(u.ID); now.ManagerName != "Vera Sund" || present.ManagerOf(now) != "Vera Sund" {
		t.Errorf("the unit is %+v", now)
	}
}

func TestHandoverRowsAndScopes(t *testing.T) {
	r, p := organised(t), text.In(text.Swedish)
	h := present.HandoverScopes(p)[0].Narrow(register.Handover{From: "Kommunchef", To: "Kommundirektör"})
	plan, err := r.Organisation().PlanHandover(h)
	if err != nil {
		t.Fatal(err)
	}
	rows := present.HandoverRows(p, r, plan)
	if len(rows) != plan.Len() || !slices.ContainsFunc(rows, func(row present.HandoverRow) bool { return row.Roles == "Ansvarig chef" }) {
		t.Errorf("the lines are %+v", rows)
	}
	if h := present.HandoverScopes(p)[1].Narrow(h); h.Managers || !slices.Equal(h.Fields, []asset.Field{asset.InformationOwner}) {
		t.Errorf("narrowed to %+v", h)
	}
	first, second := r.Records()[0], r.Records()[1]
	if got := present.CommonOwner([]*register.Record{first}); got == "" || got != first.Owner() {
		t.Errorf("the owner is %q", got)
	}
	if got := present.CommonOwner([]*register.Record{first, second}); got != "" && first.Owner() != second.Owner() {
		t.Errorf("the common owner is %q", got)
	}
}
