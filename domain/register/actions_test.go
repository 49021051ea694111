package register_test

import (
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func act(t fataler, r *register.Register, a action.Action) action.Action {
	t.Helper()
	a, err := r.Plan().AddAction(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestActionsAreKept(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	a, other := add(t, r, "Journalsystem"), add(t, r, "Lönesystem")
	late := act(t, r, action.Action{What: " Inför stark\ninloggning ", Asset: a.ID, Cause: action.Cause{Kind: action.Requirement, ID: "BEH-01"}, Due: "2026-10-01"})
	act(t, r, action.Action{What: "Utbilda nya chefer", Due: "2027-03-01"})
	equal(t, "what was written", late.What, "Inför stark inloggning")
	equal(t, "the status of a new one", late.Status, action.Planned)
	followed, err := r.Plan().FollowAction(ctx, late.ID, action.FollowUp{Note: "beställd"})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "a planned one that is followed up has begun", followed.Status, action.Ongoing)
	equal(t, "the notes", followed.FollowUps, []action.FollowUp{{On: "2026-11-23", Note: "beställd"}})
	closed, err := r.Plan().CloseAction(ctx, late.ID, action.Done, "")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the day it was done", closed.Closed, "2026-11-23")
	equal(t, "the actions of the asset", r.Plan().ActionsOf(a.ID), []action.Action{closed})
	equal(t, "the actions of another", len(r.Plan().ActionsOf(other.ID)), 0)
	equal(t, "the plan", len(r.Plan().Actions()), 2)

	r = open(t, store.Reopen())
	equal(t, "after opening again", r.Plan().ActionsOf(a.ID), []action.Action{closed})
	back, err := r.Plan().ReopenAction(ctx, late.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "opened again", back, followed)
	whole(t, r.Store())
}

func TestAnActionMovesToAnotherAsset(t *testing.T) {
	r := fresh(t)
	a, other := add(t, r, "Journalsystem"), add(t, r, "Lönesystem")
	x := act(t, r, action.Action{What: "Bryt avtalet", Asset: a.ID})
	x.Asset = other.ID
	if _, err := r.Plan().ChangeAction(ctx, x, r.RevisionOf(register.KindAction.Ref(x.ID))); err != nil {
		t.Fatal(err)
	}
	equal(t, "where it was", len(r.Plan().ActionsOf(a.ID)), 0)
	equal(t, "where it is", r.Plan().ActionsOf(other.ID), []action.Action{x})
	undo(t, r)
	equal(t, "after an undo", len(r.Plan().ActionsOf(a.ID)), 1)
}

func TestActionsGoWithTheirAssetAndComeBack(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	act(t, r, action.Action{What: "Bryt avtalet", Asset: a.ID})
	before := pictureOf(t, r)
	if _, err := r.DeleteAssets(ctx, []string{a.ID}); err != nil {
		t.Fatal(err)
	}
	equal(t, "the plan without the asset", len(r.Plan().Actions()), 0)
	undo(t, r)
	equal(t, "after an undo", pictureOf(t, r), before)
}

func TestRefusedActionsChangeNothing(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	unit := asset.Unit{ID: r.NewID(), Name: "IT", Kind: asset.Department}
	if _, err := r.Commit(ctx, text.Msg("why.unit.add", "name", unit.Name), register.PutUnit(unit, 0)); err != nil {
		t.Fatal(err)
	}
	x := act(t, r, action.Action{What: "Bryt avtalet", Asset: a.ID})
	act(t, r, action.Action{What: "Rita nätet", Unit: unit.ID})
	before := pictureOf(t, r)

	_, err := r.Plan().AddAction(ctx, action.Action{})
	says(t, err, "action.problem.what")
	_, err = r.Plan().AddAction(ctx, action.Action{What: "x", Asset: "borta"})
	says(t, err, "action.problem.about")
	_, err = r.Plan().AddAction(ctx, action.Action{What: "x", Unit: a.ID})
	says(t, err, "action.problem.about")
	_, err = r.Plan().AddAction(ctx, action.Action{What: "x", Asset: a.ID, Cause: action.Cause{Kind: action.Requirement, ID: "XYZ-01"}})
	says(t, err, "requirement.problem.unknown")
	_, err = r.Plan().ChangeAction(ctx, action.Action{ID: "borta", What: "x", Status: action.Planned}, 0)
	says(t, err, "action.problem.gone")
	x.What = "Säg upp avtalet"
	_, err = r.Plan().ChangeAction(ctx, x, 1)
	says(t, err, "register.conflict")
	_, err = r.Plan().CloseAction(ctx, x.ID, action.Done, "2026-11-24")
	says(t, err, "action.problem.closedLater")
	_, err = r.Plan().CloseAction(ctx, x.ID, action.Ongoing, "")
	says(t, err, "action.problem.status")
	_, err = r.Plan().FollowAction(ctx, x.ID, action.FollowUp{Note: " "})
	says(t, err, "action.problem.note")
	_, err = r.Plan().FollowAction(ctx, x.ID, action.FollowUp{Note: "x", On: "2027-01-01"})
	says(t, err, "action.problem.noteLater")
	says(t, r.Plan().DeleteActions(ctx, []string{"borta"}), "action.problem.gone")

	rec := record(t, r, a.ID)
	_, err = r.Commit(ctx, text.Msg("why.delete", "name", ""), register.Delete(register.KindAsset.Ref(a.ID), a.ID, rec.Revision))
	says(t, err, "register.conflict")
	of := register.KindUnit.Ref(unit.ID)
	_, err = r.Commit(ctx, text.Msg("why.delete", "name", ""), register.Delete(of, unit.ID, r.RevisionOf(of)))
	says(t, err, "register.problem.unitUsed")
	equal(t, "the register", pictureOf(t, r), before)
}

func TestHistoryTellsOfActions(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	x := act(t, r, action.Action{What: "Bryt avtalet", Asset: a.ID, Cause: action.Cause{Kind: action.Duty, ID: "P10.owner"}, Responsible: "IT-chef"})
	for _, note := range []string{"ringt", "ringt igen"} {
		if _, err := r.Plan().FollowAction(ctx, x.ID, action.FollowUp{Note: note}); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "the history", historyOf(t, r, a.ID)[:3], [][]told{
		{{"Åtgärd: uppföljning 2026-11-23", "ringt", "ringt; ringt igen"}},
		{{"Åtgärd: status", "Planerad", "Pågår"}, {"Åtgärd: uppföljning 2026-11-23", "", "ringt"}},
		{
			{"Åtgärd", "", "Bryt avtalet"}, {"Åtgärd: svarar mot", "", "Policyn, punkt P10"}, {"Åtgärd: tillgång", "", "Journalsystem"},
			{"Åtgärd: ansvarig", "", "IT-chef"}, {"Åtgärd: status", "", "Planerad"},
		},
	})
}
