package register_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func TestRefusedCommitsChangeNothing(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	c := decide(t, r, a.ID, "2131")
	b := add(t, r, "Lönesystem")
	unit := asset.Unit{ID: r.NewID(), Name: "Socialnämnden", Kind: asset.Committee}
	below := asset.Unit{ID: r.NewID(), Name: "Hemtjänsten", Kind: asset.Operation, Parent: unit.ID}
	if _, err := r.Commit(ctx, text.Msg("why.unit.add", "name", ""), register.PutUnit(unit, 0), register.PutUnit(below, 0)); err != nil {
		t.Fatal(err)
	}
	inUnit := record(t, r, b.ID).Asset
	inUnit.Unit = below.ID
	if _, err := r.ChangeAsset(ctx, inUnit, record(t, r, b.ID).Revision); err != nil {
		t.Fatal(err)
	}
	revA, revC := record(t, r, a.ID).Revision, r.RevisionOf(register.KindClassification.Ref(c.ID))
	revUnit := r.RevisionOf(register.KindUnit.Ref(unit.ID))
	revBelow := r.RevisionOf(register.KindUnit.Ref(below.ID))
	named := func(name string) asset.Asset { return asset.Asset{ID: a.ID, Name: name, Kind: asset.System} }
	other := c
	other.Profile = levels("0000")
	orphan := classified(t, r, a.ID, "1111")
	orphan.Asset = r.NewID()
	inCircle := unit
	inCircle.Parent = below.ID
	lost := unit
	lost.Parent = r.NewID()
	placed := named("Journalsystem")
	placed.Unit = r.NewID()

	for name, test := range map[string]struct {
		edits []register.Edit
		key   string
		is    error
	}{
		"empty name":              {[]register.Edit{register.PutAsset(named(" "), revA)}, "asset.problem.name", nil},
		"name too long":           {[]register.Edit{register.PutAsset(named(strings.Repeat("å", asset.MaxName+1)), revA)}, "asset.problem.nameLong", nil},
		"unknown kind":            {[]register.Edit{register.PutAsset(asset.Asset{ID: a.ID, Name: "x", Kind: "sak"}, revA)}, "asset.problem.kind", nil},
		"unknown field":           {[]register.Edit{register.PutAsset(named("x").With("nonsense", "1"), revA)}, "asset.problem.field", nil},
		"value too long":          {[]register.Edit{register.PutAsset(named("x").With(asset.Note, strings.Repeat("a", asset.MaxValue+1)), revA)}, "asset.problem.valueLong", nil},
		"unknown unit":            {[]register.Edit{register.PutAsset(placed, revA)}, "register.problem.unit", nil},
		"an older revision":       {[]register.Edit{register.PutAsset(named("x"), revA-1)}, "register.conflict", ledger.ErrConflict},
		"new where one is":        {[]register.Edit{register.PutAsset(named("x"), 0)}, "register.conflict", ledger.ErrConflict},
		"a decided one changed":   {[]register.Edit{overwrite(other, revC)}, "register.problem.decided", nil},
		"class of no asset":       {[]register.Edit{register.PutClassification(decided(orphan, r))}, "register.problem.gone", nil},
		"draft of no asset":       {[]register.Edit{register.PutDraft(orphan, 0)}, "register.problem.gone", nil},
		"draft as a version":      {[]register.Edit{register.PutClassification(withID(classified(t, r, a.ID, "1111"), r.NewID()))}, "register.problem.classification", nil},
		"asset without its class": {[]register.Edit{register.Delete(register.KindAsset.Ref(a.ID), a.ID, revA)}, "register.conflict", ledger.ErrConflict},
		"unit with assets":        {[]register.Edit{register.Delete(register.KindUnit.Ref(below.ID), below.ID, revBelow)}, "register.problem.unitUsed", ledger.ErrConflict},
		"unit with units":         {[]register.Edit{register.Delete(register.KindUnit.Ref(unit.ID), unit.ID, revUnit)}, "register.problem.unitUsed", ledger.ErrConflict},
		"units in a circle":       {[]register.Edit{register.PutUnit(inCircle, revUnit)}, "unit.problem.cycle", nil},
		"unit below nothing":      {[]register.Edit{register.PutUnit(lost, revUnit)}, "register.problem.parent", nil},
		"unknown scale":           {[]register.Edit{register.PutSettings(register.Settings{Scale: "1-9"}, 0)}, "register.problem.scale", nil},
		"good ones beside a bad":  {[]register.Edit{register.PutAsset(named("ny"), revA), register.PutUnit(lost, revUnit)}, "register.problem.parent", nil},
	} {
		t.Run(name, func(t *testing.T) {
			before, rev := pictureOf(t, r), r.Revision()
			_, err := r.Commit(ctx, text.Msg("why.change", "name", ""), test.edits...)
			says(t, err, test.key)
			if test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("%v is no %v", err, test.is)
			}
			equal(t, "the register", pictureOf(t, r), before)
			equal(t, "the revision", r.Revision(), rev)
		})
	}
}

// overwrite puts a version in the place of one that is there, which no face of the register offers.
func overwrite(c classify.Classification, base ledger.Revision) register.Edit {
	return register.PutClassification(c).From(base)
}

func decided(c classify.Classification, r *register.Register) classify.Classification {
	c.State = classify.Decided
	return withID(c, r.NewID())
}

func withID(c classify.Classification, id string) classify.Classification {
	c.ID = id
	return c
}

func TestSettingsAndAssetsAsTheyWereAreNotWritten(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	rev := r.Revision()
	if _, err := r.ChangeAsset(ctx, a, record(t, r, a.ID).Revision); err != nil {
		t.Fatal(err)
	}
	if err := r.ChangeSettings(ctx, register.Settings{}); err != nil {
		t.Fatal(err)
	}
	equal(t, "the revision", r.Revision(), rev)
}

func TestDraftBecomesAVersion(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	c := classified(t, r, a.ID, "2131")
	if err := r.Classifications().SaveDraft(ctx, c); err != nil {
		t.Fatal(err)
	}
	rev := r.Revision()
	if err := r.Classifications().SaveDraft(ctx, c); err != nil {
		t.Fatal(err)
	}
	equal(t, "a draft saved as it was", r.Revision(), rev)
	equal(t, "the state", record(t, r, a.ID).State(), classify.Draft)

	first := decide(t, r, a.ID, "2131")
	rec := record(t, r, a.ID)
	if rec.Draft != nil || !rec.Classified() {
		t.Fatalf("after the decision: draft %v, class %v", rec.Draft, rec.Class)
	}
	second := decide(t, r, a.ID, "3131")
	equal(t, "the versions", r.Classifications().Versions(a.ID), []classify.Classification{second, first})

	again := record(t, r, a.ID)
	if rec.Class.ID != first.ID || again.Class.ID != second.ID {
		t.Error("a record that was handed out has changed")
	}
}

func TestDecideTellsWhatIsMissing(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	whole := classified(t, r, a.ID, "2131")
	for key, spoil := range map[string]func(c *classify.Classification){
		"classify.problem.level":      func(c *classify.Classification) { c.Profile[2] = classify.Unset },
		"classify.problem.reason":     func(c *classify.Classification) { c.Reasons[0] = " " },
		"classify.problem.decidedBy":  func(c *classify.Classification) { c.DecidedBy = "" },
		"classify.problem.decidedOn":  func(c *classify.Classification) { c.DecidedOn = "2026-11-24" },
		"classify.problem.nextReview": func(c *classify.Classification) { c.NextReview = c.DecidedOn },
		"classify.problem.hours":      func(c *classify.Classification) { h := -1.0; c.OutageHours = &h },
		"register.problem.gone":       func(c *classify.Classification) { c.Asset = "nobody" },
	} {
		c := whole.Clone()
		spoil(&c)
		_, err := r.Classifications().Decide(ctx, c)
		says(t, err, key)
	}
	if rec := record(t, r, a.ID); rec.Class != nil {
		t.Error("a classification with a problem was decided")
	}
}

func TestRecordsAreNotChangedThroughTheMapsGivenIn(t *testing.T) {
	r := fresh(t)
	fields := map[asset.Field]string{asset.Supplier: "Alfa AB"}
	a, err := r.AddAsset(ctx, asset.Asset{Name: "Journalsystem", Kind: asset.System, Fields: fields})
	if err != nil {
		t.Fatal(err)
	}
	fields[asset.Supplier] = "Beta AB"
	equal(t, "the supplier", record(t, r, a.ID).Asset.Fields[asset.Supplier], "Alfa AB")
}

func TestDeleteManyCountsThoseThatAreThere(t *testing.T) {
	r := fresh(t)
	a, b := add(t, r, "Ett"), add(t, r, "Två")
	if _, err := r.DeleteAssets(ctx, []string{a.ID, a.ID, "borta", b.ID}); err != nil {
		t.Fatal(err)
	}
	e, _, err := r.Undoable(ctx)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "why", e.Why.In(text.In(text.Swedish)), "Borttagning av 2 tillgångar")
	_, err = r.DeleteAssets(ctx, []string{a.ID})
	says(t, err, "register.problem.gone")
}

func TestVersionsKeepTheirOrderWhenTheClockGoesBack(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	a := add(t, r, "Journalsystem")
	first := decide(t, r, a.ID, "1111")

	opt := options()
	earlier := today.AddDate(-1, 0, 0)
	opt.Now = func() time.Time { return earlier }
	r2, err := register.Open(ctx, store.Reopen(), opt)
	if err != nil {
		t.Fatal(err)
	}
	c := classified(t, r2, a.ID, "2222")
	c.DecidedOn = "2025-11-01"
	second, err := r2.Classifications().Decide(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the versions", r2.Classifications().Versions(a.ID), []classify.Classification{second, first})
}

func TestWatchersMayCommit(t *testing.T) {
	r := fresh(t)
	var seen []ledger.Revision
	r.Watch(func(rev ledger.Revision) {
		seen = append(seen, rev)
		if rev == 1 {
			add(t, r, "Två")
		}
	})
	add(t, r, "Ett")
	equal(t, "the revisions told", seen, []ledger.Revision{1, 2})
}
