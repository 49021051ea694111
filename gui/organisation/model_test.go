package organisation

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
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func organised(t *testing.T) *register.Register {
	t.Helper()
	r := trial.Sample(t, memory.New())
	if err := example.Organisation(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestUnitRows(t *testing.T) {
	r, p := organised(t), text.In(text.Swedish)
	rows := unitRows(p, r)
	row := func(name string) unitRow {
		t.Helper()
		i := slices.IndexFunc(rows, func(row unitRow) bool { return row.Unit.Name == name })
		if i < 0 {
			t.Fatalf("no line for %s", name)
		}
		return rows[i]
	}
	if w := row("Sektor stöd o. omsorg"); w.Group != unitsWaiting || w.Words != "Bekräfta" || w.Likely.Name != "Sektor stöd och omsorg" || w.Depth != 0 || w.Own != 2 {
		t.Errorf("the invented unit is %+v", w)
	}
	if b := row("Socialnämnden"); b.ManagerWords() != "(Kommunchef)" || b.Own != 0 || b.All != 2 || b.Depth != 1 {
		t.Errorf("the committee is %+v", b)
	}
	if old := row("Äldrekontoret"); old.Group != unitsRetired {
		t.Errorf("the retired unit is %+v", old)
	}
	counts := countUnits(rows)
	if counts[""] != len(rows)-1 || counts[unitsRetired] != 1 || counts[unitsWaiting] != 1 {
		t.Errorf("the counts are %v of %d lines", counts, len(rows))
	}
	for _, c := range []struct {
		group  unitGroup
		search string
		want   int
	}{
		{"", "", len(rows) - 1}, {unitsRetired, "", 1}, {"", "äldrekontoret", 0}, {"", "nämnd SOCIAL", 2}, {"", "socialchef", 1}, {unitsWaiting, "fnord", 0},
	} {
		if got := len(filterUnits(rows, c.group, c.search)); got != c.want {
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
	if err := changeUnit(t.Context(), r, u.ID, unitManagerName, "", "Vera Sund"); err != nil {
		t.Fatal(err)
	}
	if err := changeUnit(t.Context(), r, u.ID, unitManagerName, "", "Anna Ek"); !errors.Is(err, ledger.ErrConflict) {
		t.Errorf("an edit of an older value: %v", err)
	}
	if now, _ := r.Organisation().Unit(u.ID); now.ManagerName != "Vera Sund" || managerOf(now) != "Vera Sund" {
		t.Errorf("the unit is %+v", now)
	}
}

func TestHandoverRowsAndScopes(t *testing.T) {
	r, p := organised(t), text.In(text.Swedish)
	h := handoverScopes(p)[0].Narrow(register.Handover{From: "Kommunchef", To: "Kommundirektör"})
	plan, err := r.Organisation().PlanHandover(h)
	if err != nil {
		t.Fatal(err)
	}
	rows := handoverRows(p, r, plan)
	if len(rows) != plan.Len() || !slices.ContainsFunc(rows, func(row handoverRow) bool { return row.Roles == "Ansvarig chef" }) {
		t.Errorf("the lines are %+v", rows)
	}
	if h := handoverScopes(p)[1].Narrow(h); h.Managers || !slices.Equal(h.Fields, []asset.Field{asset.InformationOwner}) {
		t.Errorf("narrowed to %+v", h)
	}
}
