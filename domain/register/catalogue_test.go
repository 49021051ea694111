package register_test

import (
	"os"
	"strings"
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func ownRequirement(id string, replaces ...string) requirement.Requirement {
	return requirement.Requirement{
		ID: id, Category: "BEH", Aspects: requirement.Aspects{classify.Confidentiality}, Target: requirement.OnSystem, Replaces: replaces,
		Title: requirement.Words{Swedish: "Tjänstekort"}, Text: requirement.Words{Swedish: "Inloggning sker med tjänstekort."},
	}
}

func must(t fataler, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheMunicipalitysCatalogue(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	a := add(t, r, "Journalsystem")
	before := r.Requirements().Catalogue()
	must(t, r.Requirements().AddRequirement(ctx, ownRequirement(" egna-001 ", "BEH-01")))
	if r.Requirements().Catalogue() == before {
		t.Fatal("the catalogue in force is the old one")
	}
	has := func(id string) bool { _, ok := r.Requirements().ListOf(record(t, r, a.ID)).Find(id); return ok }
	if !has("EGNA-001") || has("BEH-01") {
		t.Error("the own requirement does not stand instead of BEH-01")
	}
	must(t, r.Requirements().SwitchRequirement(ctx, "RIK-06", true, "gäller inte oss"))
	changed := *mustFind(t, r, "DRI-01")
	changed.Text.Swedish, changed.Rank = "Egen text.", 2
	must(t, r.Requirements().ReviseRequirement(ctx, changed, "vårt beslut"))
	rev := r.Revision()
	must(t, r.Requirements().ReviseRequirement(ctx, changed, "vårt beslut"))
	if r.Revision() != rev {
		t.Error("saying the same again was written")
	}
	if has("RIK-06") || has("DRI-01") {
		t.Error("what is off, or asks for a higher level, is there")
	}
	r = open(t, store.Reopen())
	if got := mustFind(t, r, "DRI-01"); got.Text.Swedish != "Egen text." || !r.Requirements().Catalogue().Off("RIK-06") || len(r.Requirements().CatalogueProblems()) > 0 {
		t.Errorf("after opening again: %+v", got)
	}
	assess(t, r, a.ID, "EGNA-001", requirement.Met)
	says(t, r.Requirements().RemoveRequirement(ctx, "EGNA-001"), "catalogue.problem.answered")
	must(t, r.Requirements().RestoreRequirement(ctx, "DRI-01"))
	must(t, r.Requirements().SwitchRequirement(ctx, "RIK-06", false, ""))
	if !has("RIK-06") || !has("DRI-01") {
		t.Error("as shipped again, but not there")
	}
	for range 3 {
		_, err := r.Undo(ctx)
		must(t, err)
	}
	must(t, r.Requirements().RemoveRequirement(ctx, "EGNA-001"))
	if !has("BEH-01") || !r.Requirements().Catalogue().Off("RIK-06") {
		t.Error("undo did not bring the catalogue back")
	}
	whole(t, r.Store())
}

func mustFind(t fataler, r *register.Register, id string) *requirement.Requirement {
	t.Helper()
	found, ok := r.Requirements().Catalogue().ByID(id)
	if !ok {
		t.Fatalf("%s is not in the catalogue", id)
	}
	return found
}

func TestACatalogueThatDoesNotHoldTogetherIsRefused(t *testing.T) {
	r := fresh(t)
	must(t, r.Requirements().AddRequirement(ctx, ownRequirement("EGNA-001")))
	must(t, r.Requirements().AddRequirement(ctx, ownRequirement("EGNA-002", "EGNA-001")))
	rev := r.Revision()
	ring := ownRequirement("EGNA-001", "EGNA-002")
	for key, err := range map[string]error{
		"catalogue.problem.reserved":    r.Requirements().AddRequirement(ctx, ownRequirement("BEH-77")),
		"catalogue.problem.taken":       r.Requirements().AddRequirement(ctx, ownRequirement("EGNA-001")),
		"catalogue.problem.id":          r.Requirements().AddRequirement(ctx, ownRequirement("krav")),
		"catalogue.problem.otherTarget": r.Requirements().AddRequirement(ctx, ownRequirement("EGNA-003", "INF-01")),
		"catalogue.problem.loose":       r.Requirements().RemoveRequirement(ctx, "EGNA-001"),
		"catalogue.problem.ring":        r.Requirements().ReviseRequirement(ctx, ring, ""),
		"catalogue.problem.shipped":     r.Requirements().RemoveRequirement(ctx, "BEH-01"),
		"catalogue.problem.own":         r.Requirements().RestoreRequirement(ctx, "EGNA-001"),
		"catalogue.problem.reason":      r.Requirements().SwitchRequirement(ctx, "BEH-01", true, " "),
		"catalogue.problem.noRenewal":   r.Requirements().MergeRequirement(ctx, "BEH-01", true),
		"requirement.problem.unknown":   r.Requirements().SwitchRequirement(ctx, "BEH-99", true, "x"),
	} {
		says(t, err, key)
	}
	if r.Revision() != rev {
		t.Error("something was written")
	}
}

// renewed opens a register with the catalogue of a newer program.
func renewed(t *testing.T, store ledger.Store, from, to string) *register.Register {
	t.Helper()
	newer, err := requirement.Read(strings.ReplaceAll(shippedFile(t), from, to))
	if err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Shipped = newer
	r, err := register.Open(ctx, store, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheShippedCatalogueIsRenewed(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	was := mustFind(t, r, "DRI-01").Title.Swedish
	changed := *mustFind(t, r, "DRI-01")
	changed.Rank = 1
	must(t, r.Requirements().ReviseRequirement(ctx, changed, "vårt beslut"))
	must(t, r.Requirements().SwitchRequirement(ctx, "RIK-06", true, "gäller inte oss"))
	if len(r.Requirements().Renewals()) != 0 {
		t.Fatal("nothing is renewed yet")
	}
	r = renewed(t, store.Reopen(), was, "Ny rubrik")
	renewals := r.Requirements().Renewals()
	if len(renewals) != 1 || renewals[0].Old.Title.Swedish != was || renewals[0].New.Title.Swedish != "Ny rubrik" || renewals[0].Now.Rank != 1 {
		t.Fatalf("renewals: %+v", renewals)
	}
	must(t, r.Requirements().MergeRequirement(ctx, "DRI-01", false))
	if len(r.Requirements().Renewals()) != 0 || mustFind(t, r, "DRI-01").Rank != 1 {
		t.Error("kept, but asked again or lost")
	}
	_, err := r.Undo(ctx)
	must(t, err)
	must(t, r.Requirements().MergeRequirement(ctx, "DRI-01", true))
	if got := mustFind(t, r, "DRI-01"); len(r.Requirements().Renewals()) != 0 || got.Rank != 0 || got.Title.Swedish != "Ny rubrik" {
		t.Errorf("the new text was chosen: %+v", got)
	}
	whole(t, r.Store())
}

func TestAnOwnRequirementOutlivesWhatItReplaced(t *testing.T) {
	store := memory.New()
	must(t, open(t, store).Requirements().AddRequirement(ctx, ownRequirement("EGNA-001", "BEH-14", "BEH-01")))
	r := renewed(t, store.Reopen(), "BEH-14", "BEH-98")
	problems := r.Requirements().CatalogueProblems()
	if len(problems) != 1 || problems[0].ID != "EGNA-001" || problems[0].Message.Key != "catalogue.problem.loose" {
		t.Fatalf("told: %+v", problems)
	}
	equal(t, "what it replaces", mustFind(t, r, "EGNA-001").Replaces, []string{"BEH-01"})
	must(t, r.Requirements().SwitchRequirement(ctx, "DRI-01", true, "en annan sak"))
}

func TestAPlatformAnswersForThoseWhoUseIt(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	user, platform, under := add(t, r, "Journalsystem"), add(t, r, "Servermiljö"), add(t, r, "Inloggning")
	share := func(id, req string, answer requirement.Answer) {
		t.Helper()
		_, err := r.Requirements().Assess(ctx, requirement.Assessment{Asset: id, Requirement: req, Answer: answer, Shared: true})
		must(t, err)
	}
	must(t, r.Requirements().UsePlatform(ctx, user.ID, platform.ID))
	must(t, r.Requirements().UsePlatform(ctx, platform.ID, under.ID))
	share(platform.ID, "DRI-01", requirement.Met)
	share(under.ID, "BEH-01", requirement.Partly)
	assess(t, r, platform.ID, "RIK-06", requirement.Met)
	said := func(req string) string {
		a, inherited := record(t, r, user.ID).Standing.Of(req)
		if !inherited {
			return string(a.Answer)
		}
		return a.Asset + " " + string(a.Answer)
	}
	equal(t, "from the platform", said("DRI-01"), platform.ID+" met")
	equal(t, "from below the platform", said("BEH-01"), under.ID+" partly")
	equal(t, "not shared", said("RIK-06"), "unassessed")
	assess(t, r, user.ID, "DRI-01", requirement.Unmet)
	equal(t, "an own answer", said("DRI-01"), "unmet")
	want := pictureOf(t, r)
	r = open(t, store.Reopen())
	equal(t, "opened again", pictureOf(t, r), want)

	says(t, r.Requirements().UsePlatform(ctx, under.ID, user.ID), "platform.problem.ring")
	says(t, r.Requirements().UsePlatform(ctx, under.ID, under.ID), "platform.problem.itself")
	_, err := r.Commit(ctx, text.Msg("why.platform.use"), register.PutPlatform(requirement.Use{Asset: under.ID, Platform: "borta"}, 0))
	says(t, err, "register.problem.gone")

	_, err = r.DeleteAssets(ctx, []string{platform.ID, under.ID})
	must(t, err)
	equal(t, "the platform is gone", said("BEH-01"), "unassessed")
	_, err = r.Undo(ctx)
	must(t, err)
	equal(t, "the platform is back", pictureOf(t, r), want)
	must(t, r.Requirements().LeavePlatform(ctx, user.ID, platform.ID))
	equal(t, "left", said("BEH-01"), "unassessed")
	equal(t, "users", len(r.Requirements().PlatformUsers(under.ID)), 1)
	whole(t, r.Store())
}

func TestARetiredPlatformAnswersNothing(t *testing.T) {
	r := fresh(t)
	user, platform := add(t, r, "Journalsystem"), add(t, r, "Servermiljö")
	must(t, r.Requirements().UsePlatform(ctx, user.ID, platform.ID))
	_, err := r.Requirements().Assess(ctx, requirement.Assessment{Asset: platform.ID, Requirement: "DRI-01", Answer: requirement.Met, Shared: true})
	must(t, err)
	equal(t, "in use", record(t, r, user.ID).Standing.Answer("DRI-01"), requirement.Met)
	rec := record(t, r, platform.ID)
	gone := rec.Asset
	gone.Status = "retired"
	_, err = r.ChangeAsset(ctx, gone, rec.Revision)
	must(t, err)
	equal(t, "retired", record(t, r, user.ID).Standing.Answer("DRI-01"), requirement.Unassessed)
}

func shippedFile(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../requirement/requirements.tsv")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
