package example

import (
	"context"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// managers are the roles of the sectors' managers, by a word of the sector's name.
var managers = []struct{ word, role string }{
	{"social", "Socialchef"}, {"omsorg", "Socialchef"}, {"utbildning", "Utbildningschef"}, {"byggnad", "Samhällsbyggnadschef"},
	{"kommunledning", "Kommundirektör"}, {"kultur", "Kultur- och fritidschef"}, {"räddning", "Räddningschef"},
}

// misheard is another spelling, as in a list, of a sector that is known already.
var misheard = map[string]string{"Socialförvaltningen": "Socialförvaltn.", "Sektor stöd och omsorg": "Sektor stöd o. omsorg"}

// Organisation completes the units: managers by role, delegations, a unit that is a
// misspelling, a retired one, and the dates that owners are owners since.
func Organisation(ctx context.Context, r *register.Register) error {
	edits := []register.Edit{}
	for i, u := range r.Organisation().Units() {
		if u.Kind == asset.Department {
			u.Manager = manager(u)
			edits = append(edits, oldNames(r, u)...)
		}
		if u.Kind == asset.Department && i < 6 {
			u.Delegation = asset.Delegation{Role: u.Manager, Decision: "Delegationsordning § 14", On: text.Date(r.Today().AddDate(-1, -i, 0))}
		}
		if u.Manager == "" {
			u.Manager = map[asset.UnitKind]string{asset.Municipality: "Kommunchef", asset.Company: "Verkställande direktör"}[u.Kind]
		}
		edits = append(edits, register.PutUnit(u, r.RevisionOf(register.KindUnit.Ref(u.ID))))
	}
	if _, err := r.Commit(ctx, text.Msg("why.example.units"), edits...); err != nil {
		return err
	}
	_, err := r.Commit(ctx, text.Msg("why.example.owners"), since(r)...)
	return err
}

func manager(u asset.Unit) string {
	name := strings.ToLower(u.Name)
	for _, m := range managers {
		if strings.Contains(name, m.word) {
			return m.role
		}
	}
	return "Sektorchef"
}

// oldNames returns the edits that add, for some sectors, an unconfirmed unit with a
// misspelt name and two of the sector's assets, and an office that the sector has
// replaced.
func oldNames(r *register.Register, u asset.Unit) []register.Edit {
	name, ok := misheard[u.Name]
	if !ok {
		return nil
	}
	invented := asset.Unit{ID: r.NewID(), Name: name, Kind: asset.Department, Unconfirmed: true}
	old := asset.Unit{
		ID: r.NewID(), Name: "Äldrekontoret", Kind: asset.Department, Parent: u.Parent,
		Retired: text.Date(r.Today().AddDate(-2, 0, 0)), Successor: u.ID,
	}
	edits := []register.Edit{register.PutUnit(invented, 0), register.PutUnit(old, 0)}
	for _, rec := range r.Records() {
		if rec.Asset.Unit == u.ID && len(edits) < 4 {
			a := rec.Asset
			a.Unit = invented.ID
			edits = append(edits, register.PutAsset(a, rec.Revision))
		}
	}
	return edits
}

// since sets the dates that information owners are owners since, over some years.
func since(r *register.Register) []register.Edit {
	var edits []register.Edit
	for i, rec := range r.Records() {
		if rec.Asset.Fields[asset.InformationOwner] != "" {
			day := text.Date(r.Today().AddDate(0, -2*(i%13)-1, 0))
			edits = append(edits, register.PutAsset(rec.Asset.With(asset.OwnerSince, day), rec.Revision))
		}
	}
	return edits
}
