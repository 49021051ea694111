package register_test

import (
	"testing"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/storage/memory"
)

func documentRevision(r *register.Register, id string) ledger.Revision {
	return r.RevisionOf(register.KindDocument.Ref(id))
}

func TestGoverningDocumentsAreKept(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	d, err := r.Governance().SaveDocument(ctx, governance.Document{Kind: governance.Policy, Body: governance.Council, Title: " Policy ", DecidedOn: "2025-03-01"}, 0)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the title", d.Title, "Policy")
	base := documentRevision(r, d.ID)
	changed := d
	changed.Title = "Informationssäkerhetspolicy"
	if _, err := r.Governance().SaveDocument(ctx, changed, base); err != nil {
		t.Fatal(err)
	}
	_, err = r.Governance().SaveDocument(ctx, d, base)
	says(t, err, "register.conflict")
	r = open(t, store.Reopen())
	equal(t, "after opening again", r.Governance().Documents(), []governance.Document{changed})
	undo(t, r)
	equal(t, "after an undo", r.Governance().Documents(), []governance.Document{d})
	if err := r.Governance().DeleteDocument(ctx, d.ID); err != nil {
		t.Fatal(err)
	}
	equal(t, "deleted", len(r.Governance().Documents()), 0)
	says(t, r.Governance().DeleteDocument(ctx, d.ID), "governance.problem.gone")
	undo(t, r)
	equal(t, "brought back", r.Governance().Documents(), []governance.Document{d})
	whole(t, r.Store())
}

func TestYearlyChecksAreKept(t *testing.T) {
	o := newOrganisation(t)
	c, err := o.Governance().SaveCheck(ctx, governance.Check{Kind: governance.Needs, Unit: o.ids["Socialnämnden"], By: "Ordföranden", Outcome: "Räcker."}, 0)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "a check is of today", c.On, "2026-11-23")
	_, err = o.Governance().SaveCheck(ctx, governance.Check{Kind: governance.Needs, Unit: c.Unit, By: "x", Outcome: "x", On: "2026-11-24"}, 0)
	says(t, err, "governance.problem.ahead")
	_, err = o.Governance().SaveCheck(ctx, governance.Check{Kind: governance.Needs, Unit: "borta", By: "x", Outcome: "x"}, 0)
	says(t, err, "governance.problem.unit")
	later := c
	later.Outcome = "Räcker inte."
	if _, err := o.Governance().SaveCheck(ctx, later, o.RevisionOf(register.KindCheck.Ref(c.ID))); err != nil {
		t.Fatal(err)
	}
	equal(t, "the checks", o.Governance().Checks(), []governance.Check{later})
	undo(t, o.Register)
	equal(t, "after an undo", o.Governance().Checks(), []governance.Check{c})
	if err := o.Governance().DeleteCheck(ctx, c.ID); err != nil {
		t.Fatal(err)
	}
	equal(t, "deleted", len(o.Governance().Checks()), 0)
	undo(t, o.Register)
	equal(t, "brought back", o.Governance().Checks(), []governance.Check{c})
	whole(t, o.Store())
}

// A merge moves what a unit has decided and looked into; deleting it would lose that.
func TestGovernanceOfAUnitIsNotLost(t *testing.T) {
	o := newOrganisation(t)
	from, into := o.ids["Socialnämnden"], o.ids["Omsorgsnämnden"]
	d, err := o.Governance().SaveDocument(ctx, governance.Document{Kind: governance.Rule, Body: governance.Board, Title: "Nämndens regler", DecidedOn: "2025-03-01", Unit: from}, 0)
	if err != nil {
		t.Fatal(err)
	}
	c, err := o.Governance().SaveCheck(ctx, governance.Check{Kind: governance.Needs, Unit: from, By: "Ordföranden", Outcome: "Räcker."}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Organisation().DeleteUnit(ctx, from); err == nil {
		t.Error("the unit is deleted, and what it has decided lost")
	}
	if _, err := o.Organisation().MergeUnits(ctx, from, into); err != nil {
		t.Fatal(err)
	}
	moved, _ := o.Governance().Document(d.ID)
	made, _ := o.Governance().Check(c.ID)
	equal(t, "the unit of the document", moved.Unit, into)
	equal(t, "the unit of the check", made.Unit, into)
	undo(t, o.Register)
	equal(t, "after an undo", o.Governance().Checks(), []governance.Check{c})
	whole(t, o.Store())
}
