package register_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func addSet(t fataler, r *register.Register, name, digits string) asset.Asset {
	t.Helper()
	a, err := r.AddAsset(ctx, asset.Asset{Name: name, Kind: asset.InformationSet})
	if err != nil {
		t.Fatal(err)
	}
	if digits != "" {
		decide(t, r, a.ID, digits)
	}
	return a
}

func link(t fataler, r *register.Register, system string, sets ...string) {
	t.Helper()
	if _, err := r.Holdings().Link(ctx, system, sets...); err != nil {
		t.Fatal(err)
	}
}

func adjustment(system string, a classify.Aspect, way holding.Way, rank int) holding.Adjustment {
	l, _ := classify.LevelOf(rank)
	return holding.Adjustment{System: system, Aspect: a.Key(), Way: way, Level: l, Reason: "skäl", DecidedBy: "Förvaltningschef", DecidedOn: "2026-11-02"}
}

func adjust(t fataler, r *register.Register, a holding.Adjustment) {
	t.Helper()
	if _, err := r.Holdings().Adjust(ctx, a); err != nil {
		t.Fatal(err)
	}
}

// neverBelow asserts the rule of DOMAIN section 5: a system has at least the
// highest level of the information it holds, unless a deviation says otherwise.
func neverBelow(t fataler, r *register.Register) {
	t.Helper()
	for _, rec := range r.Records() {
		for _, a := range classify.Aspects {
			var demand classify.Level
			for _, set := range r.Holdings().Sets(rec.Asset.ID) {
				demand = max(demand, set.Profile().Of(a))
			}
			level := rec.Profile().Of(a)
			if level >= demand {
				continue
			}
			adj := rec.Holding.Adjusted[a]
			if adj == nil || !adj.Lowers() || adj.DecidedBy == "" || adj.Reason == "" || adj.Against < demand || level < adj.Level {
				t.Fatalf("%s is %s in %s, below %s, by %+v", rec.Asset.Name, level, a.Key(), demand, adj)
			}
		}
	}
}

func TestASystemHasAtLeastTheLevelsOfItsInformation(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	system := add(t, r, "Journalsystem")
	journals, staff := addSet(t, r, "Patientjournaler", "3312"), addSet(t, r, "Bemanning", "1021")
	link(t, r, system.ID, journals.ID, staff.ID)
	equal(t, "unclassified itself", record(t, r, system.ID).Profile(), levels("3322"))
	equal(t, "no one has decided it", record(t, r, system.ID).State(), classify.State(""))

	before := record(t, r, system.ID)
	decide(t, r, system.ID, "3332")
	equal(t, "decided higher in one", record(t, r, system.ID).Profile(), levels("3332"))
	equal(t, "nothing is asked", record(t, r, system.ID).NewLook(), false)
	decide(t, r, staff.ID, "1023")
	rec := record(t, r, system.ID)
	equal(t, "the information rises", rec.Profile(), levels("3333"))
	equal(t, "a new look is asked for", rec.NewLook(), true)
	equal(t, "a record read before", before.Profile(), levels("3322"))

	for i, want := range []holding.Origin{
		{Source: holding.Inherits, Level: classify.Level3, Own: classify.Level3, Demand: classify.Level3, From: []string{journals.ID}},
		{Source: holding.Inherits, Level: classify.Level3, Own: classify.Level3, Demand: classify.Level3, From: []string{journals.ID}},
		{Source: holding.Own, Level: classify.Level3, Own: classify.Level3, Demand: classify.Level2, From: []string{staff.ID}},
		{Source: holding.Inherits, Level: classify.Level3, Own: classify.Level2, Demand: classify.Level3, From: []string{staff.ID}},
	} {
		want.Aspect = classify.Aspect(i)
		equal(t, "the origin", rec.Origin(classify.Aspect(i)), want)
	}
	decide(t, r, system.ID, "3333")
	equal(t, "looked at again", record(t, r, system.ID).NewLook(), false)
	if _, err := r.DeleteAssets(ctx, []string{staff.ID}); err != nil {
		t.Fatal(err)
	}
	equal(t, "what it holds", len(record(t, r, system.ID).Holding.Sets), 1)
	undo(t, r)
	equal(t, "the set is back", len(record(t, r, system.ID).Holding.Sets), 2)
	equal(t, "and asks nothing", record(t, r, system.ID).NewLook(), false)
	live := pictureOf(t, r)
	r = open(t, store.Reopen())
	equal(t, "reloaded", pictureOf(t, r), live)
	whole(t, r.Store())
}

func TestASetLiesInManySystems(t *testing.T) {
	r := fresh(t)
	set := addSet(t, r, "Personuppgifter", "1111")
	var ids []string
	for _, name := range []string{"Beta", "Alfa"} {
		ids = append(ids, add(t, r, name).ID)
		link(t, r, ids[len(ids)-1], set.ID)
	}
	decide(t, r, set.ID, "2111")
	for _, id := range ids {
		equal(t, "each follows", record(t, r, id).Profile(), levels("2111"))
	}
	var names []string
	for _, rec := range r.Holdings().Systems(set.ID) {
		names = append(names, rec.Asset.Name)
	}
	equal(t, "the systems that hold it", names, []string{"Alfa", "Beta"})
}

func TestRaised(t *testing.T) {
	r := fresh(t)
	system, set := add(t, r, "Arkiv"), addSet(t, r, "Handlingar", "1111")
	link(t, r, system.ID, set.ID)
	adjust(t, r, adjustment(system.ID, classify.Confidentiality, holding.Accumulation, 3))
	equal(t, "raised", record(t, r, system.ID).Profile(), levels("3111"))
	equal(t, "by what", record(t, r, system.ID).Origin(classify.Confidentiality).Source, holding.Raised)
	c := classified(t, r, system.ID, "3111")
	equal(t, "a draft begins with the levels in force", c.Profile, levels("3111"))
	decide(t, r, system.ID, "3111")
	equal(t, "decided as raised", record(t, r, system.ID).Origin(classify.Confidentiality).Source, holding.Raised)
	decide(t, r, system.ID, "2111")
	equal(t, "decided lower than raised", record(t, r, system.ID).Profile(), levels("2111"))
	_, err := r.Holdings().Adjust(ctx, adjustment(system.ID, classify.Confidentiality, holding.Accumulation, 2))
	says(t, err, "holding.problem.higher")
}

func TestADeviationHoldsUntilTheInformationRises(t *testing.T) {
	r := fresh(t)
	system, set := add(t, r, "Arkiv"), addSet(t, r, "Handlingar", "2222")
	link(t, r, system.ID, set.ID)
	decide(t, r, system.ID, "2222")
	adjust(t, r, adjustment(system.ID, classify.Availability, holding.Deviation, 1))
	equal(t, "lowered", record(t, r, system.ID).Profile(), levels("2212"))
	equal(t, "by what", record(t, r, system.ID).Origin(classify.Availability).Source, holding.Lowered)
	decide(t, r, set.ID, "2222")
	equal(t, "classified alike again", record(t, r, system.ID).Profile(), levels("2212"))
	equal(t, "which asks nothing", record(t, r, system.ID).NewLook(), false)

	decide(t, r, set.ID, "2232")
	rec := record(t, r, system.ID)
	equal(t, "risen", rec.Profile(), levels("2232"))
	equal(t, "the deviation holds no longer", rec.Origin(classify.Availability).Lapsed, true)
	equal(t, "a new look", rec.NewLook(), true)
	undo(t, r)
	equal(t, "undone", record(t, r, system.ID).Profile(), levels("2212"))
	decide(t, r, set.ID, "2202")
	equal(t, "the deviation has nothing to lower but the own decision", record(t, r, system.ID).Profile(), levels("2212"))
	if err := r.Holdings().EndAdjustment(ctx, system.ID, classify.Availability); err != nil {
		t.Fatal(err)
	}
	equal(t, "ended", record(t, r, system.ID).Profile(), levels("2222"))
}

func TestADecisionBelowTheInformationNeedsAReason(t *testing.T) {
	r := fresh(t)
	system, set := add(t, r, "Arkiv"), addSet(t, r, "Handlingar", "2222")
	link(t, r, system.ID, set.ID)
	c := classified(t, r, system.ID, "1222")
	_, err := r.Classifications().Decide(ctx, c)
	says(t, err, "holding.problem.below")
	var told *text.Error
	errors.As(err, &told)
	equal(t, "and says of what", told.Message.In(text.In(text.Swedish)), "Konfidentialitet är lägre än informationen i systemet kräver: 2 (Handlingar). Höj nivån, eller skriv skälet till avvikelsen.")
	c.Deviations[classify.Confidentiality] = "bara avidentifierat"
	if _, err := r.Classifications().Decide(ctx, c); err != nil {
		t.Fatal(err)
	}
	rec := record(t, r, system.ID)
	equal(t, "the levels in force", rec.Profile(), levels("1222"))
	equal(t, "the deviation", *rec.Holding.Adjusted[0], holding.Adjustment{
		System: system.ID, Aspect: "confidentiality", Way: holding.Deviation, Level: classify.Level1, Against: classify.Level2,
		Reason: "bara avidentifierat", DecidedBy: "Förvaltningschef", DecidedOn: "2026-11-01",
	})
	again, err := r.Classifications().StartDraft(system.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the next draft begins with the reason", again.Deviations[0], classify.Justification("bara avidentifierat"))
	decide(t, r, system.ID, "2222")
	equal(t, "decided as high as the information", record(t, r, system.ID).Holding.Adjusted, [4]*holding.Adjustment{})
}

func TestRefusedLinksChangeNothing(t *testing.T) {
	r := fresh(t)
	system, other, set := add(t, r, "Arkiv"), add(t, r, "Diarium"), addSet(t, r, "Handlingar", "2222")
	link(t, r, system.ID, set.ID)
	before := pictureOf(t, r)
	refuse := func(key string, edits ...register.Edit) {
		t.Helper()
		_, err := r.Commit(ctx, text.Msg("why.settings"), edits...)
		says(t, err, key)
	}
	refuse("holding.problem.self", register.PutLink(holding.Link{System: system.ID, Set: system.ID}, 0))
	refuse("holding.problem.set", register.PutLink(holding.Link{System: system.ID, Set: other.ID}, 0))
	refuse("holding.problem.system", register.PutLink(holding.Link{System: set.ID, Set: system.ID}, 0))
	refuse("register.problem.gone", register.PutLink(holding.Link{System: system.ID, Set: "borta"}, 0))
	kind := record(t, r, set.ID).Asset
	kind.Kind = asset.System
	refuse("holding.problem.kind", register.PutAsset(kind, record(t, r, set.ID).Revision))
	refuse("register.conflict", register.Delete(register.KindAsset.Ref(other.ID), other.ID, 99))

	lower := adjustment(system.ID, classify.Integrity, holding.Deviation, 1)
	for key, spoil := range map[string]func(*holding.Adjustment){
		"holding.problem.deviationReason": func(a *holding.Adjustment) { a.Reason = " " },
		"holding.problem.decidedBy":       func(a *holding.Adjustment) { a.DecidedBy = "" },
		"holding.problem.lower":           func(a *holding.Adjustment) { a.Level = classify.Level2 },
		"holding.problem.way":             func(a *holding.Adjustment) { a.Way, a.Level = "hej", classify.Level3 },
		"holding.problem.system":          func(a *holding.Adjustment) { a.System = set.ID },
		"error.date":                      func(a *holding.Adjustment) { a.DecidedOn = "i går" },
	} {
		a := lower
		spoil(&a)
		_, err := r.Holdings().Adjust(ctx, a)
		says(t, err, key)
	}
	equal(t, "the register", pictureOf(t, r), before)
}

func TestHistoryTellsOfLinks(t *testing.T) {
	r := fresh(t)
	system, set := add(t, r, "Arkiv"), addSet(t, r, "Handlingar", "2222")
	link(t, r, system.ID, set.ID)
	adjust(t, r, adjustment(system.ID, classify.Integrity, holding.Integration, 3))
	if n, err := r.Holdings().Unlink(ctx, system.ID, set.ID, "borta"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	equal(t, "the history", historyOf(t, r, system.ID)[:3], [][]told{
		{{"Informationsmängd", "Handlingar", ""}, {"I systemet sedan", "2026-11-23", ""}},
		{
			{"Riktighet: höjd eller sänkt genom", "", "Integration"}, {"Riktighet: nivå för systemet", "", "3"}, {"Riktighet: skäl", "", "skäl"},
			{"Riktighet: beslutat av", "", "Förvaltningschef"}, {"Riktighet: beslutat den", "", "2026-11-02"},
		},
		{{"Informationsmängd", "", "Handlingar"}, {"I systemet sedan", "", "2026-11-23"}},
	})
}

func (m *machine) pickKind(t *rapid.T, kind asset.Kind) *register.Record {
	of := slices.DeleteFunc(slices.Clone(m.r.Records()), func(rec *register.Record) bool { return rec.Asset.Kind != kind })
	if len(of) == 0 {
		t.Skip("none of the kind")
	}
	return rapid.SampledFrom(of).Draw(t, string(kind))
}

// moved notes that a command has been carried out, if it wrote anything.
func (m *machine) moved(t *rapid.T, was ledger.Revision, err error) {
	if err == nil && m.r.Revision() == was {
		return
	}
	m.committed(t, err)
}

func (m *machine) link(t *rapid.T) {
	was := m.r.Revision()
	_, err := m.r.Holdings().Link(ctx, m.pickKind(t, asset.System).Asset.ID, m.pickKind(t, asset.InformationSet).Asset.ID, m.pickKind(t, asset.InformationSet).Asset.ID)
	m.moved(t, was, err)
}

func (m *machine) unlink(t *rapid.T) {
	was := m.r.Revision()
	_, err := m.r.Holdings().Unlink(ctx, m.pickKind(t, asset.System).Asset.ID, m.pickKind(t, asset.InformationSet).Asset.ID)
	m.moved(t, was, err)
}

func (m *machine) adjust(t *rapid.T) {
	was := m.r.Revision()
	rec := m.pickKind(t, asset.System)
	a := rapid.SampledFrom(classify.Aspects[:]).Draw(t, "aspect")
	o := rec.Origin(a)
	floor := max(o.Own, o.Demand)
	way := rapid.SampledFrom(append(slices.Clone(holding.Raises), holding.Deviation)).Draw(t, "way")
	rank := rapid.IntRange(0, 3).Draw(t, "rank")
	adj := adjustment(rec.Asset.ID, a, way, rank)
	if adj.Lowers() != (adj.Level < floor) || adj.Level == floor {
		t.Skip("the wrong way")
	}
	_, err := m.r.Holdings().Adjust(ctx, adj)
	m.moved(t, was, err)
}

func (m *machine) endAdjustment(t *rapid.T) {
	was := m.r.Revision()
	m.moved(t, was, m.r.Holdings().EndAdjustment(ctx, m.pickKind(t, asset.System).Asset.ID, rapid.SampledFrom(classify.Aspects[:]).Draw(t, "aspect")))
}

// The same links, levels and adjustments give the same levels in force and
// ask for the same new looks, whatever the order they came in.
func TestTheOrderOfLinksDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		maker := fresh(t)
		var assets, rest []register.Edit
		var systems, sets []string
		for i := range 6 {
			a := asset.Asset{ID: maker.NewID(), Name: "Tillgång", Kind: asset.Kinds[i%2]}
			assets = append(assets, register.PutAsset(a, 0))
			if a.Kind == asset.System {
				systems = append(systems, a.ID)
			} else {
				sets = append(sets, a.ID)
			}
			if rapid.Bool().Draw(rt, "classified") {
				c := classify.Classification{ID: maker.NewID(), Asset: a.ID, State: classify.Decided, Scale: "0-3", Profile: levels(rapid.StringMatching(`[0-3]{4}`).Draw(rt, "levels"))}
				rest = append(rest, register.PutClassification(c))
			}
		}
		for _, system := range systems {
			for _, set := range sets {
				if rapid.Bool().Draw(rt, "linked") {
					rest = append(rest, register.PutLink(holding.Link{System: system, Set: set, Since: "2026-01-01"}, 0))
				}
			}
			if rapid.Bool().Draw(rt, "deviates") {
				a := adjustment(system, classify.Integrity, holding.Deviation, 1)
				a.Against = classify.Level2
				rest = append(rest, register.PutAdjustment(a, 0))
			}
		}
		build := func(rest []register.Edit) picture {
			r := fresh(t)
			for _, group := range [][]register.Edit{assets, rest} {
				for _, e := range group {
					if _, err := r.Commit(ctx, text.Msg("why.settings"), e); err != nil {
						rt.Fatal(err)
					}
				}
			}
			neverBelow(rt, r)
			return pictureOf(rt, r)
		}
		equal(rt, "the register", build(rapid.Permutation(rest).Draw(rt, "order")), build(rest))
	})
}
