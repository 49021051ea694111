package register_test

import (
	"strings"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func ownScale(name string) classify.Scale {
	return classify.OwnScale(name,
		classify.ScaleLevel{Code: "L", Swedish: "Låg", English: "Low", Level: classify.Level0},
		classify.ScaleLevel{Code: "M", Swedish: "Mellan", Level: classify.Level2},
		classify.ScaleLevel{Code: "H", Swedish: "Hög", Level: classify.Level3})
}

func TestDecisionKeepsTheMatrixItWasMadeWith(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	p := text.In(text.Swedish)
	a, b := add(t, r, "Lönesystem"), add(t, r, "Journal")
	shipped := decide(t, r, a.ID, "1111")
	first := r.Classifications().Matrix().With("economy", 3, "Mer än en miljon")
	if err := r.Classifications().ChangeMatrix(ctx, first); err != nil {
		t.Fatal(err)
	}
	mine := decide(t, r, a.ID, "2222")
	other := decide(t, r, b.ID, "1111")
	if err := r.Classifications().ChangeMatrix(ctx, r.Classifications().Matrix().With("economy", 3, "Mer än två miljoner")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.UndoRevision(ctx, 5); err != nil { // the decision that brought the matrix along
		t.Fatal(err)
	}
	r = open(t, store)
	cell := func(c classify.Classification) string { return r.Classifications().MatrixOf(c).Text(p, "economy", 3) }
	equal(t, "before there were own words", cell(shipped), p.T("matrix.economy.3"))
	equal(t, "the words of the decision undone", cell(mine), "Mer än en miljon")
	equal(t, "a decision that rests on the same words", cell(other), "Mer än en miljon")
	equal(t, "the words in force", r.Classifications().Matrix().Text(p, "economy", 3), "Mer än två miljoner")
	whole(t, store)
}

func TestMatrixIsUndone(t *testing.T) {
	r := fresh(t)
	if err := r.Classifications().ChangeMatrix(ctx, r.Classifications().Matrix().With("legal", classify.NameCell, "Lag och avtal")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if r.Classifications().Matrix().Own() {
		t.Error("the shipped matrix is not back")
	}
	says(t, r.Classifications().ChangeMatrix(ctx, r.Classifications().Matrix().With("legal", 0, strings.Repeat("å", 241))), "matrix.problem.long")
}

func TestOwnScale(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	a := add(t, r, "Lönesystem")
	old := decide(t, r, a.ID, "1203")
	s := ownScale("Vår skala")
	for _, step := range []error{r.Classifications().AddScale(ctx, s), r.Classifications().UseScale(ctx, s.ID)} {
		if step != nil {
			t.Fatal(step)
		}
	}
	says(t, r.Classifications().AddScale(ctx, s), "scale.problem.taken")
	says(t, r.Classifications().RemoveScale(ctx, s.ID), "scale.problem.used")
	equal(t, "an old classification's scale", record(t, r, a.ID).Scale().ID, old.Scale)
	plan := r.Classifications().PreviewConversion(s)
	if len(plan) != 1 || !plan[0].Raises() || plan[0].Profile != levels("2203") {
		t.Fatalf("the plan is %+v", plan)
	}
	if n, err := r.Classifications().ConvertScale(ctx, s.ID); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	r = open(t, store)
	rec := record(t, r, a.ID)
	equal(t, "the scale afterwards", rec.Scale().Code(rec.Profile().Of(classify.Confidentiality)), "M")
	equal(t, "the version before", r.Classifications().Versions(a.ID)[1], old)
	if n, err := r.Classifications().ConvertScale(ctx, s.ID); n != 0 || err != nil {
		t.Errorf("converted again: %d, %v", n, err)
	}
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	equal(t, "undone", *record(t, r, a.ID).Class, old)
	whole(t, store)
}

func TestScalesThatAreNone(t *testing.T) {
	level := func(code, word string, l classify.Level) classify.ScaleLevel {
		return classify.ScaleLevel{Code: code, Swedish: word, Level: l}
	}
	low, high := level("1", "Låg", classify.Level0), level("2", "Hög", classify.Level3)
	for key, s := range map[string]classify.Scale{
		"scale.problem.name":   classify.OwnScale(" ", low, high),
		"scale.problem.levels": classify.OwnScale("x", low, level("2", "Hög", classify.Level2)),
		"scale.problem.order":  classify.OwnScale("x", low, level("2", "Hög", classify.Level0), level("3", "Högst", classify.Level3)),
		"scale.problem.code":   classify.OwnScale("x", low, level("1", "Hög", classify.Level3)),
		"scale.problem.label":  classify.OwnScale("x", low, level("2", "", classify.Level3)),
	} {
		says(t, s.Validate(), key)
	}
}

func TestAlike(t *testing.T) {
	r := fresh(t)
	ids := []string{add(t, r, "Blanketter").ID, add(t, r, "Avtal").ID, add(t, r, "Diarium").ID}
	before := decide(t, r, ids[0], "0000")
	if err := r.Classifications().SaveDraft(ctx, classified(t, r, ids[1], "3333")); err != nil {
		t.Fatal(err)
	}
	was := pictureOf(t, r)
	n, err := r.Classifications().ClassifyAlike(ctx, append(ids, ids[0]), classified(t, r, ids[2], "1111"))
	if n != 3 || err != nil {
		t.Fatal(n, err)
	}
	seen := map[string]bool{}
	for _, id := range ids {
		rec := record(t, r, id)
		if !rec.Classified() || rec.Profile() != levels("1111") || rec.Draft != nil || rec.Class.Asset != id || seen[rec.Class.ID] {
			t.Errorf("%s: %+v", rec.Asset.Name, rec.Class)
		}
		seen[rec.Class.ID] = true
	}
	equal(t, "the version before", r.Classifications().Versions(ids[0])[1], before)
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	equal(t, "after one undo", pictureOf(t, r), was)
	_, err = r.Classifications().ClassifyAlike(ctx, ids, classify.Classification{})
	says(t, err, "classify.problem.level")
}

func TestSharedClassification(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	source, user := add(t, r, "Personalhandlingar"), add(t, r, "Personalakter i skolan")
	_, err := r.Classifications().Share(ctx, source.ID, "Personalhandlingar i allmänhet")
	says(t, err, "common.problem.decided")
	decide(t, r, source.ID, "2121")
	common, err := r.Classifications().Share(ctx, source.ID, "Personalhandlingar i allmänhet")
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Classifications().Share(ctx, user.ID, "")
	says(t, err, "common.problem.decided")

	c := classified(t, r, user.ID, "0000")
	c.Reuse(common, *record(t, r, source.ID).Class)
	if c, err = r.Classifications().Decide(ctx, c); err != nil {
		t.Fatal(err)
	}
	equal(t, "the levels copied", c.Profile, levels("2121"))
	renewed := func(want bool) {
		t.Helper()
		for _, at := range []*register.Register{r, open(t, store)} {
			if got := record(t, at, user.ID).Renewed != ""; got != want {
				t.Errorf("renewed %v, want %v", got, want)
			}
		}
	}
	renewed(false)
	decide(t, r, source.ID, "3121")
	renewed(true)
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	renewed(false)
	if _, err := r.DeleteAssets(ctx, []string{source.ID}); err != nil {
		t.Fatal(err)
	}
	if len(r.Classifications().Commons()) != 0 {
		t.Error("what is shared outlives its asset")
	}
	renewed(false)
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	equal(t, "shared again", r.Classifications().Commons(), []classify.Common{common})
	whole(t, store)
}

// A system that holds information is never lowered by being classified with others.
func TestAlikeNeverLowersASystem(t *testing.T) {
	r := fresh(t)
	system := add(t, r, "Journalsystem")
	set, err := r.AddAsset(ctx, asset.Asset{Name: "Patientjournaler", Kind: asset.InformationSet})
	if err != nil {
		t.Fatal(err)
	}
	decide(t, r, set.ID, "3210")
	if _, err := r.Holdings().Link(ctx, system.ID, set.ID); err != nil {
		t.Fatal(err)
	}
	c := classified(t, r, system.ID, "1121")
	c.Profile = levels("1121")
	if _, err := r.Classifications().ClassifyAlike(ctx, []string{system.ID, add(t, r, "Blanketter").ID}, c); err != nil {
		t.Fatal(err)
	}
	equal(t, "the system", record(t, r, system.ID).Profile(), levels("3221"))
}
