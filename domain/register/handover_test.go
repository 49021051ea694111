package register_test

import (
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
)

func TestHandover(t *testing.T) {
	o := newOrganisation(t)
	journal, plan, map1 := o.put(t, "Journal", "Hemtjänst"), o.put(t, "Plan", "Omsorgsnämnden"), o.put(t, "Karta", "")
	change(t, o.Register, journal, asset.InformationOwner, "Anna Ek")
	change(t, o.Register, journal, asset.SystemManager, "Bo Lind; anna ek")
	change(t, o.Register, plan, asset.SystemOwner, "Anna Ek")
	if err := o.change(t, "Hemtjänst", func(u *asset.Unit) { u.Manager, u.ManagerName = "Enhetschef", "Anna Ek" }); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Plan().AddAction(ctx, action.Action{What: "Öva", Responsible: "Enhetschef", Name: "anna ek", Asset: journal}); err != nil {
		t.Fatal(err)
	}
	h := register.Handover{From: "Anna Ek", To: "Vera Sund", Since: "2027-01-01"}
	count := func(edit func(*register.Handover)) int {
		t.Helper()
		v := h
		edit(&v)
		p, err := o.Organisation().PlanHandover(v)
		if err != nil {
			t.Fatal(err)
		}
		return p.Len()
	}
	equal(t, "all", count(func(*register.Handover) {}), 2)
	equal(t, "with the units", count(func(h *register.Handover) { h.Managers = true }), 3)
	equal(t, "with the actions", count(func(h *register.Handover) { h.Actions = true }), 3)
	equal(t, "of one kind", count(func(h *register.Handover) { h.Fields = []asset.Field{asset.SystemOwner} }), 1)
	equal(t, "within a unit", count(func(h *register.Handover) { h.Unit = o.ids["Socialnämnden"] }), 1)
	equal(t, "but one", count(func(h *register.Handover) { h.Except = map[string]bool{plan: true} }), 1)
	equal(t, "without an owner", count(func(h *register.Handover) { h.From, h.Fields = "", []asset.Field{asset.InformationOwner} }), 2)

	before, at := pictureOf(t, o.Register), o.Revision()
	h.Managers, h.Actions = true, true
	if _, err := o.Organisation().HandOver(ctx, h); err != nil {
		t.Fatal(err)
	}
	equal(t, "commits", o.Revision(), at+1)
	a := record(t, o.Register, journal).Asset
	equal(t, "the owner", a.Fields[asset.InformationOwner], "Vera Sund")
	equal(t, "since", a.Fields[asset.OwnerSince], "2027-01-01")
	equal(t, "one of several", a.Fields[asset.SystemManager], "Bo Lind; Vera Sund")
	equal(t, "the action", o.Plan().ActionsOf(journal)[0].Name, "Vera Sund")
	u, _ := o.Organisation().Unit(o.ids["Hemtjänst"])
	equal(t, "the manager", u.Manager+", "+u.ManagerName, "Enhetschef, Vera Sund")
	equal(t, "an asset not concerned", record(t, o.Register, map1).Asset.Fields[asset.InformationOwner], "")
	if _, err := o.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	equal(t, "after undo", pictureOf(t, o.Register), before)
}

func TestRefusedHandovers(t *testing.T) {
	o := newOrganisation(t)
	o.put(t, "Journal", "Hemtjänst")
	for key, h := range map[string]register.Handover{
		"handover.problem.from":    {To: "Vera"},
		"handover.problem.to":      {From: "Vera", To: "vera"},
		"handover.problem.field":   {From: "Anna", To: "Vera", Fields: []asset.Field{asset.Supplier}},
		"handover.problem.nothing": {From: "Anna", To: "Vera"},
		"error.date":               {From: "Anna", To: "Vera", Since: "i morgon"},
	} {
		_, err := o.Organisation().HandOver(ctx, h)
		says(t, err, key)
	}
}

func TestHolders(t *testing.T) {
	o := newOrganisation(t)
	id := o.put(t, "Journal", "Hemtjänst")
	change(t, o.Register, id, asset.InformationOwner, "Socialchef")
	change(t, o.Register, id, asset.SystemManager, "socialchef; Bo")
	if err := o.change(t, "Hemtjänst", func(u *asset.Unit) { u.Manager = "Socialchef" }); err != nil {
		t.Fatal(err)
	}
	equal(t, "holders", o.Organisation().Holders(), []register.Holder{{Name: "Bo", Assets: 1}, {Name: "Socialchef", Assets: 1, Units: 1}})
}

// An owner that is another is owner since today, unless someone says since when.
func TestTheDayOfAnOwner(t *testing.T) {
	r := fresh(t)
	id := add(t, r, "Journal").ID
	since := func() string { return record(t, r, id).Asset.Fields[asset.OwnerSince] }
	change(t, r, id, asset.InformationOwner, "Socialchef")
	equal(t, "a new owner", since(), "2026-11-23")
	change(t, r, id, asset.OwnerSince, "2025-01-01")
	change(t, r, id, asset.InformationOwner, "socialchef")
	equal(t, "the same owner", since(), "2025-01-01")
	change(t, r, id, asset.InformationOwner, "Omsorgschef")
	equal(t, "another owner", since(), "2026-11-23")
	change(t, r, id, asset.InformationOwner, "")
	equal(t, "no owner", since(), "")
}
