package register_test

import (
	"strings"
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
)

// organisation is a register with a small organisation, each unit by its name.
type organisation struct {
	*register.Register
	ids map[string]string
}

func newOrganisation(t *testing.T) organisation {
	t.Helper()
	o := organisation{fresh(t), map[string]string{}}
	for _, u := range []struct {
		name, above string
		kind        asset.UnitKind
	}{
		{"Åsmarks kommun", "", asset.Municipality},
		{"Socialnämnden", "Åsmarks kommun", asset.Committee},
		{"Äldreomsorg", "Socialnämnden", asset.Operation},
		{"Hemtjänst", "Äldreomsorg", asset.LocalUnit},
		{"Omsorgsnämnden", "Åsmarks kommun", asset.Committee},
	} {
		made, err := o.Organisation().AddUnit(ctx, asset.Unit{Name: u.name, Kind: u.kind, Parent: o.ids[u.above]})
		if err != nil {
			t.Fatal(err)
		}
		o.ids[u.name] = made.ID
	}
	return o
}

func (o organisation) put(t *testing.T, name, unit string) string {
	t.Helper()
	a, err := o.AddAsset(ctx, asset.Asset{Name: name, Kind: asset.System, Unit: o.ids[unit]})
	if err != nil {
		t.Fatal(err)
	}
	return a.ID
}

func (o organisation) change(t *testing.T, unit string, edit func(*asset.Unit)) error {
	t.Helper()
	u, ok := o.Organisation().Unit(o.ids[unit])
	if !ok {
		t.Fatalf("no unit %s", unit)
	}
	edit(&u)
	return o.Organisation().ChangeUnit(ctx, u, o.RevisionOf(register.KindUnit.Ref(u.ID)))
}

// leads tells where a path leads now, "" for nowhere.
func (o organisation) leads(path string) string {
	u, ok := o.Organisation().ResolveUnit(strings.Split(path, " / "))
	if !ok {
		return ""
	}
	return asset.Path(o.Organisation().UnitPath(u.ID))
}

func TestOldPathsLeadToTheUnit(t *testing.T) {
	o := newOrganisation(t)
	steps := []struct {
		name string
		do   func() error
		want map[string]string // path → where it leads
	}{
		{"renamed", func() error {
			return o.change(t, "Socialnämnden", func(u *asset.Unit) { u.Name = "Nämnden för välfärd" })
		}, map[string]string{
			"Åsmarks kommun / Socialnämnden":                           "Åsmarks kommun / Nämnden för välfärd",
			"Åsmarks kommun / socialnämnden / Äldreomsorg / Hemtjänst": "Åsmarks kommun / Nämnden för välfärd / Äldreomsorg / Hemtjänst",
			"Socialnämnden / Äldreomsorg":                              "Åsmarks kommun / Nämnden för välfärd / Äldreomsorg",
			"Socialnämnden / Något annat":                              "",
		}},
		{"moved", func() error {
			return o.change(t, "Hemtjänst", func(u *asset.Unit) { u.Parent = o.ids["Omsorgsnämnden"] })
		}, map[string]string{
			"Åsmarks kommun / Socialnämnden / Äldreomsorg / Hemtjänst": "Åsmarks kommun / Omsorgsnämnden / Hemtjänst",
		}},
		{"the unit between deleted", func() error { return o.Organisation().DeleteUnit(ctx, o.ids["Äldreomsorg"]) }, map[string]string{
			"Åsmarks kommun / Socialnämnden / Äldreomsorg / Hemtjänst": "Åsmarks kommun / Omsorgsnämnden / Hemtjänst",
			"Åsmarks kommun / Socialnämnden / Äldreomsorg":             "",
		}},
		{"merged", func() error {
			_, err := o.Organisation().MergeUnits(ctx, o.ids["Socialnämnden"], o.ids["Omsorgsnämnden"])
			return err
		}, map[string]string{
			"Åsmarks kommun / Socialnämnden":                           "Åsmarks kommun / Omsorgsnämnden",
			"Nämnden för välfärd":                                      "Åsmarks kommun / Omsorgsnämnden",
			"Åsmarks kommun / Socialnämnden / Äldreomsorg / Hemtjänst": "Åsmarks kommun / Omsorgsnämnden / Hemtjänst",
		}},
		{"retired", func() error {
			_, err := o.Organisation().RetireUnit(ctx, o.ids["Hemtjänst"], "2026-12-31", o.ids["Omsorgsnämnden"])
			return err
		}, map[string]string{
			"Åsmarks kommun / Socialnämnden / Äldreomsorg / Hemtjänst": "Åsmarks kommun / Omsorgsnämnden",
		}},
	}
	for _, step := range steps {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		for path, want := range step.want {
			if got := o.leads(path); got != want {
				t.Errorf("%s: %q leads to %q, want %q", step.name, path, got, want)
			}
		}
	}
	for range len(steps) {
		if _, err := o.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "after undo", o.leads("Socialnämnden / Äldreomsorg / Hemtjänst"), "Åsmarks kommun / Socialnämnden / Äldreomsorg / Hemtjänst")
	equal(t, "after undo", o.leads("Nämnden för välfärd"), "")
}

func TestANewUnitGoesBeforeAnOldName(t *testing.T) {
	o := newOrganisation(t)
	if err := o.change(t, "Socialnämnden", func(u *asset.Unit) { u.Name = "Välfärdsnämnden" }); err != nil {
		t.Fatal(err)
	}
	again, err := o.Organisation().AddUnit(ctx, asset.Unit{Name: "Socialnämnden", Kind: asset.Committee, Parent: o.ids["Åsmarks kommun"]})
	if err != nil {
		t.Fatal(err)
	}
	u, _ := o.Organisation().ResolveUnit([]string{"Socialnämnden"})
	equal(t, "the unit", u.ID, again.ID)
	equal(t, "one below the old", o.leads("Socialnämnden / Äldreomsorg"), "Åsmarks kommun / Välfärdsnämnden / Äldreomsorg")
}

func TestMergeMovesEverything(t *testing.T) {
	o := newOrganisation(t)
	twin, err := o.Organisation().AddUnit(ctx, asset.Unit{Name: "äldreomsorg", Kind: asset.Operation, Parent: o.ids["Omsorgsnämnden"]})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.change(t, "Socialnämnden", func(u *asset.Unit) { u.Manager = "Socialchef" }); err != nil {
		t.Fatal(err)
	}
	journal, plan := o.put(t, "Journal", "Äldreomsorg"), o.put(t, "Plan", "Socialnämnden")
	task, err := o.Plan().AddAction(ctx, action.Action{What: "Öva", Unit: o.ids["Socialnämnden"]})
	if err != nil {
		t.Fatal(err)
	}
	m, err := o.Organisation().PlanMerge(o.ids["Socialnämnden"], o.ids["Omsorgsnämnden"])
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "assets that move", m.Assets, 2)
	if _, err := o.Organisation().MergeUnits(ctx, o.ids["Socialnämnden"], o.ids["Omsorgsnämnden"]); err != nil {
		t.Fatal(err)
	}
	equal(t, "the journal", record(t, o.Register, journal).Asset.Unit, twin.ID)
	equal(t, "the plan", record(t, o.Register, plan).Asset.Unit, o.ids["Omsorgsnämnden"])
	equal(t, "the unit below", asset.Path(o.Organisation().UnitPath(o.ids["Hemtjänst"])), "Åsmarks kommun / Omsorgsnämnden / äldreomsorg / Hemtjänst")
	moved, _ := o.Plan().Action(task.ID)
	equal(t, "the action", moved.Unit, o.ids["Omsorgsnämnden"])
	into, _ := o.Organisation().Unit(o.ids["Omsorgsnämnden"])
	equal(t, "the manager", into.Manager, "Socialchef")
	if _, ok := o.Organisation().Unit(o.ids["Socialnämnden"]); ok {
		t.Error("the merged unit is still there")
	}
}

func TestMergeIntoAUnitBelow(t *testing.T) {
	o := newOrganisation(t)
	if _, err := o.Organisation().MergeUnits(ctx, o.ids["Socialnämnden"], o.ids["Hemtjänst"]); err != nil {
		t.Fatal(err)
	}
	equal(t, "the unit", o.leads("Hemtjänst"), "Åsmarks kommun / Hemtjänst")
	equal(t, "its old path", o.leads("Socialnämnden / Äldreomsorg / Hemtjänst"), "Åsmarks kommun / Hemtjänst")
	equal(t, "the one between", o.leads("Socialnämnden / Äldreomsorg"), "Åsmarks kommun / Hemtjänst / Äldreomsorg")
}

func TestRefusedOperationsOnUnits(t *testing.T) {
	o := newOrganisation(t)
	o.put(t, "Journal", "Hemtjänst")
	retire := func(unit, successor string) error {
		_, err := o.Organisation().RetireUnit(ctx, o.ids[unit], "", o.ids[successor])
		return err
	}
	says(t, o.change(t, "Socialnämnden", func(u *asset.Unit) { u.Parent = o.ids["Hemtjänst"] }), "unit.problem.cycle")
	says(t, o.change(t, "Omsorgsnämnden", func(u *asset.Unit) { u.Name = "socialnämnden" }), "unit.problem.namesake")
	says(t, o.change(t, "Omsorgsnämnden", func(u *asset.Unit) { u.Name = " " }), "unit.problem.name")
	says(t, o.change(t, "Omsorgsnämnden", func(u *asset.Unit) { u.Delegation.On = "i går" }), "error.date")
	says(t, o.Organisation().DeleteUnit(ctx, o.ids["Äldreomsorg"]), "register.problem.unitUsed")
	says(t, retire("Hemtjänst", ""), "unit.problem.holdsAssets")
	says(t, retire("Äldreomsorg", ""), "unit.problem.holdsUnits")
	says(t, retire("Hemtjänst", "Hemtjänst"), "unit.problem.itself")
	if err := retire("Omsorgsnämnden", ""); err != nil {
		t.Fatal(err)
	}
	says(t, retire("Hemtjänst", "Omsorgsnämnden"), "unit.problem.retired")
	says(t, retire("Omsorgsnämnden", ""), "unit.problem.retired")
	says(t, o.change(t, "Hemtjänst", func(u *asset.Unit) { u.Parent = o.ids["Omsorgsnämnden"] }), "unit.problem.retired")
	_, err := o.Organisation().MergeUnits(ctx, o.ids["Hemtjänst"], "gone")
	says(t, err, "unit.problem.gone")
}

func TestUnconfirmedUnits(t *testing.T) {
	o := newOrganisation(t)
	invented := func(name string) asset.Unit {
		u, err := o.Organisation().AddUnit(ctx, asset.Unit{Name: name, Kind: asset.Department, Unconfirmed: true})
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	for name, want := range map[string]string{
		"Socialnamnden": "Socialnämnden", "Social nämnden": "Socialnämnden", "Oms.nämnden": "Omsorgsnämnden", "Räddningstjänsten": "",
	} {
		likely, _ := o.Organisation().LikelyUnit(invented(name).ID)
		equal(t, "likely "+name, likely.Name, want)
	}
	u := invented("Kultur")
	o.ids["Kultur"] = u.ID
	if err := o.change(t, "Kultur", func(u *asset.Unit) { u.Parent = o.ids["Åsmarks kommun"] }); err != nil {
		t.Fatal(err)
	}
	if u, _ := o.Organisation().Unit(u.ID); u.Unconfirmed {
		t.Error("a unit that someone has moved still waits to be confirmed")
	}
	var all []string
	for _, u := range o.Organisation().Units() {
		all = append(all, u.ID)
	}
	n, err := o.Organisation().ConfirmUnits(ctx, all...)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "confirmed", n, 4)
}

func TestUnitFigures(t *testing.T) {
	o := newOrganisation(t)
	decide(t, o.Register, o.put(t, "Journal", "Hemtjänst"), "2222")
	o.put(t, "Plan", "Socialnämnden")
	o.put(t, "Karta", "")
	got := o.Organisation().UnitFigures()
	equal(t, "the committee", got[o.ids["Socialnämnden"]], register.UnitFigures{Own: 1, All: 2, Decided: 1})
	equal(t, "the unit between", got[o.ids["Äldreomsorg"]], register.UnitFigures{All: 1, Decided: 1})
	equal(t, "without a unit", got[""], register.UnitFigures{Own: 1, All: 1})
}
