package example

import (
	"context"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// platformNames are the assets that may be shared platforms. The first that the
// register has becomes one.
var platformNames = []string{"Katalogtjänst", "Lärplattform"}

// shared are the categories that the platform answers for its users.
var shared = []requirement.Category{"BEH", "LOG", "DRI", "TIL"}

// Requirements answers the protection requirements of the decided assets: all of
// them on some assets, half on others and none on the rest. It adds an exception
// in force and one that has run out, a platform with users, and a catalogue with
// a requirement of its own, one switched off and one that has a new wording.
func Requirements(ctx context.Context, r *register.Register) error {
	if _, err := r.Commit(ctx, text.Msg("why.example.catalogue"), ownCatalogue()...); err != nil {
		return err
	}
	a := answerer{register: r}
	for _, rec := range r.Records() {
		if rec.Classified() {
			a.decided = append(a.decided, rec)
		}
	}
	for n, rec := range a.decided {
		a.answer(n, rec)
	}
	a.platform()
	_, err := r.Commit(ctx, text.Msg("why.example.answers"), a.edits...)
	return err
}

// ownCatalogue returns what the example municipality has decided about its catalogue.
func ownCatalogue() []register.Edit {
	off, _ := requirement.Shipped.ByID("INF-07")
	changed, _ := requirement.Shipped.ByID("BEH-06")
	was, old := *off, *changed
	old.Text.Swedish = "Lösenord lagras skyddat och byts vid misstanke om läckage."
	rank := 2
	return []register.Edit{
		register.PutRequirement(requirement.Change{ID: "EGNA-001", Own: &requirement.Requirement{
			ID: "EGNA-001", Category: "BEH", Aspects: requirement.Aspects{classify.Confidentiality, classify.Traceability}, Rank: 1, ISO: "5.17", Target: requirement.OnSystem,
			Title: requirement.Words{Swedish: "Inloggning med kommunens tjänstekort", English: "Login with the municipality’s service card"},
			Text: requirement.Words{
				Swedish: "Medarbetare loggar in med kommunens tjänstekort eller en likvärdig e-legitimation.",
				English: "Employees log in with the municipality’s service card or an equal electronic identification.",
			},
		}}, 0),
		register.PutRequirement(requirement.Change{ID: "INF-07", Off: true, Reason: "Regleras i kommunens regler för arbetsplatser", Was: &was}, 0),
		register.PutRequirement(requirement.Change{ID: "BEH-06", Rank: &rank, Reason: "Beslut av ledningsgruppen", Was: &old}, 0),
	}
}

// answerer collects the answers of the example.
type answerer struct {
	register *register.Register
	decided  []*register.Record
	edits    []register.Edit
	excepted int
}

// answer answers all, half or none of an asset's requirements, by turns.
func (a *answerer) answer(n int, rec *register.Record) {
	list := a.register.Requirements().ListOf(rec).Requirements
	switch n % 3 {
	case 1:
		list = list[:len(list)/2]
	case 2:
		return
	}
	had := a.excepted
	for i, req := range list {
		one := a.one(rec, req.ID, n+i)
		a.edits = append(a.edits, register.PutAssessment(one, 0))
		if one.Answer == requirement.Unmet && a.excepted < 2 && a.excepted == had {
			a.except(rec, req.ID)
		}
	}
}

// one returns a plausible answer, most often Met.
func (a *answerer) one(rec *register.Record, id string, i int) requirement.Assessment {
	on := text.Date(a.register.Today().AddDate(0, 0, -3*(i%40)-1))
	one := requirement.Assessment{Asset: rec.Asset.ID, Requirement: id, Answer: requirement.Met, By: "Systemförvaltare", On: on}
	switch {
	case i%11 == 5:
		one.Answer, one.Comment = requirement.Unmet, "Leverantören inför det i nästa version."
	case i%7 == 3:
		one.Answer, one.Comment = requirement.Partly, "Gäller ännu inte alla användare."
	case i%13 == 8:
		one.Answer, one.Comment = requirement.Inapplicable, "Systemet nås bara inifrån kommunens nät."
	case i%4 == 0:
		one.Evidence = "Systemdokumentation, avsnitt säkerhet"
	}
	return one
}

// except adds an exception: the first is in force, the second has run out.
func (a *answerer) except(rec *register.Record, id string) {
	from, to := a.register.Today().AddDate(0, -2, 0), a.register.Today().AddDate(0, 7, 0)
	if a.excepted == 1 {
		from, to = a.register.Today().AddDate(-1, 0, 0), a.register.Today().AddDate(0, 0, -20)
	}
	a.excepted++
	a.edits = append(a.edits, register.PutException(requirement.Exception{
		Asset: rec.Asset.ID, Requirement: id, Reason: "Stöds inte av leverantören före nästa version.",
		Measure: "Åtkomst bara från kommunens nät, och loggarna gås igenom varje vecka.", DecidedBy: "Sektorchef", DecidedOn: text.Date(from), Ends: text.Date(to),
	}, 0))
}

// platform makes one asset a shared platform for at most three others.
func (a *answerer) platform() {
	i := slices.IndexFunc(platformNames, func(name string) bool { return find(a.register, name) != nil })
	if i < 0 {
		return
	}
	platform, users := find(a.register, platformNames[i]), 0
	a.edits = slices.DeleteFunc(a.edits, func(e register.Edit) bool { return e.About() == platform.Asset.ID })
	for i, req := range a.register.Requirements().ListOf(platform).Requirements {
		if !slices.Contains(shared, req.Category) {
			continue
		}
		one := a.one(platform, req.ID, i)
		one.Shared = true
		a.edits = append(a.edits, register.PutAssessment(one, 0))
	}
	for n, rec := range a.decided {
		if rec != platform && rec.Asset.Kind == asset.System && n%3 > 0 && users < 3 {
			users++
			a.edits = append(a.edits, register.PutPlatform(requirement.Use{Asset: rec.Asset.ID, Platform: platform.Asset.ID}, 0))
		}
	}
}
