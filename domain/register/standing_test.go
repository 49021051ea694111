package register_test

import (
	"errors"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func assess(t fataler, r *register.Register, id, req string, answer requirement.Answer) {
	t.Helper()
	_, err := r.Requirements().Assess(ctx, requirement.Assessment{Asset: id, Requirement: req, Answer: answer, Comment: "sett på plats", By: "Systemförvaltare"})
	if err != nil {
		t.Fatal(err)
	}
}

func exception(id, req, reason string) requirement.Exception {
	return requirement.Exception{
		Asset: id, Requirement: req, Reason: reason, Measure: "spärrat nät", DecidedBy: "Förvaltningschef", DecidedOn: "2026-11-01", Ends: "2027-06-30",
	}
}

func TestAnswersAreKept(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	a, other := add(t, r, "Journalsystem"), add(t, r, "Lönesystem")
	assess(t, r, a.ID, "BEH-01", requirement.Partly)
	before := record(t, r, a.ID)
	assess(t, r, a.ID, "BEH-01", requirement.Met)
	assess(t, r, a.ID, "ORG-01", requirement.Unmet)
	if err := r.Requirements().Except(ctx, exception(a.ID, "ORG-01", "väntar på leverantören")); err != nil {
		t.Fatal(err)
	}
	want := requirement.Standing{
		Assessments: map[string]requirement.Assessment{
			"BEH-01": {Asset: a.ID, Requirement: "BEH-01", Answer: requirement.Met, Comment: "sett på plats", By: "Systemförvaltare", On: "2026-11-23"},
			"ORG-01": {Asset: a.ID, Requirement: "ORG-01", Answer: requirement.Unmet, Comment: "sett på plats", By: "Systemförvaltare", On: "2026-11-23"},
		},
		Exceptions: map[string]requirement.Exception{"ORG-01": exception(a.ID, "ORG-01", "väntar på leverantören")},
	}
	equal(t, "the answers", record(t, r, a.ID).Standing, want)
	equal(t, "a record read before", before.Standing.Answer("BEH-01"), requirement.Partly)
	equal(t, "another asset", record(t, r, other.ID).Standing, requirement.Standing{})
	change(t, r, a.ID, asset.Supplier, "Alfa AB")
	decide(t, r, a.ID, "1111")
	equal(t, "after other changes", record(t, r, a.ID).Standing, want)

	r = open(t, store.Reopen())
	equal(t, "after opening again", record(t, r, a.ID).Standing, want)
	whole(t, r.Store())
}

func TestTheSameAnswerAgainWritesNothing(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	assess(t, r, a.ID, "BEH-01", requirement.Met)
	x := exception(a.ID, "BEH-02", "dyrt")
	if err := r.Requirements().Except(ctx, x); err != nil {
		t.Fatal(err)
	}
	rev := r.Revision()
	assess(t, r, a.ID, "BEH-01", requirement.Met)
	if err := errors.Join(r.Requirements().Except(ctx, x), r.Requirements().EndException(ctx, a.ID, "BEH-01")); err != nil {
		t.Fatal(err)
	}
	equal(t, "the revision", r.Revision(), rev)
}

func TestAnswersAreUndoneAndRedone(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	pictures := []picture{pictureOf(t, r)}
	keep := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		pictures = append(pictures, pictureOf(t, r))
	}
	a := add(t, r, "Journalsystem")
	keep(nil)
	assess(t, r, a.ID, "BEH-01", requirement.Partly)
	keep(nil)
	assess(t, r, a.ID, "BEH-01", requirement.Met)
	keep(nil)
	keep(r.Requirements().Except(ctx, exception(a.ID, "BEH-01", "dyrt")))
	keep(r.Requirements().EndException(ctx, a.ID, "BEH-01"))
	keep(r.Requirements().Except(ctx, exception(a.ID, "BEH-02", "dyrt")))
	_, err := r.DeleteAssets(ctx, []string{a.ID})
	keep(err)
	for i := len(pictures) - 2; i >= 0; i-- {
		undo(t, r)
		equal(t, "after an undo", pictureOf(t, r), pictures[i])
	}
	r = open(t, store.Reopen())
	for _, want := range pictures[1:] {
		redo(t, r)
		equal(t, "after a redo", pictureOf(t, r), want)
	}
	whole(t, r.Store())
}

func TestRefusedAnswersChangeNothing(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	assess(t, r, a.ID, "BEH-01", requirement.Met)
	rec := record(t, r, a.ID)
	before := pictureOf(t, r)

	_, err := r.Requirements().Assess(ctx, requirement.Assessment{Asset: a.ID, Requirement: "XYZ-01", Answer: requirement.Met})
	says(t, err, "requirement.problem.unknown")
	_, err = r.Requirements().Assess(ctx, requirement.Assessment{Asset: "borta", Requirement: "ORG-01", Answer: requirement.Met})
	says(t, err, "register.problem.gone")
	_, err = r.Requirements().Assess(ctx, requirement.Assessment{Asset: a.ID, Requirement: "ORG-01", Answer: "kanske"})
	says(t, err, "requirement.problem.answer")
	_, err = r.Requirements().Assess(ctx, requirement.Assessment{Asset: a.ID, Requirement: "ORG-01", Answer: requirement.Inapplicable})
	says(t, err, "requirement.problem.inapplicable")
	says(t, r.Requirements().Except(ctx, exception(a.ID, "ORG-01", "")), "requirement.problem.exception")
	says(t, r.Requirements().EndException(ctx, "borta", "ORG-01"), "register.problem.gone")

	_, err = r.Commit(ctx, text.Msg("why.settings"), register.PutAssessment(requirement.Assessment{Asset: a.ID, Requirement: "BEH-01", Answer: requirement.Unmet, On: "2026-11-23"}, 0))
	says(t, err, "register.conflict")
	_, err = r.Commit(ctx, text.Msg("why.settings"), register.PutAssessment(requirement.Assessment{Asset: r.NewID(), Requirement: "BEH-01", Answer: requirement.Unmet, On: "2026-11-23"}, 0))
	says(t, err, "register.problem.gone")
	_, err = r.Commit(ctx, text.Msg("why.delete", "name", ""), register.Delete(register.KindAsset.Ref(a.ID), a.ID, rec.Revision))
	says(t, err, "register.conflict")
	equal(t, "the register", pictureOf(t, r), before)
}

func TestHistoryTellsOfAnswers(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	assess(t, r, a.ID, "BEH-01", requirement.Partly)
	assess(t, r, a.ID, "BEH-01", requirement.Met)
	if err := r.Requirements().Except(ctx, exception(a.ID, "BEH-02", "dyrt")); err != nil {
		t.Fatal(err)
	}
	equal(t, "the history", historyOf(t, r, a.ID)[:3], [][]told{
		{
			{"Undantag från BEH-02: skäl", "", "dyrt"}, {"Undantag från BEH-02: ersättande åtgärd", "", "spärrat nät"},
			{"Undantag från BEH-02: beslutat av", "", "Förvaltningschef"}, {"Undantag från BEH-02: beslutat den", "", "2026-11-01"},
			{"Undantag från BEH-02: sista dag", "", "2027-06-30"},
		},
		{{"BEH-01: svar", "Delvis", "Uppfyllt"}},
		{{"BEH-01: svar", "", "Delvis"}, {"BEH-01: kommentar", "", "sett på plats"}, {"BEH-01: bedömt av", "", "Systemförvaltare"}, {"BEH-01: bedömt den", "", "2026-11-23"}},
	})
	e, err := r.Entry(ctx, r.Revision()-1)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "why", e.Why.In(text.In(text.Swedish)), "Skyddskrav BEH-01 för Journalsystem: Uppfyllt")
}
