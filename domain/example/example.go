// Package example makes the example municipality from its list: an organisation,
// owners and some twenty decided classifications, so that every screen has
// something to show.
package example

import (
	"context"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Municipality is the invented municipality of the example.
const Municipality = "Åsmarks kommun"

// Build imports the list as a user would, and then adds what no list has.
func Build(ctx context.Context, r *register.Register, list *intake.Book) (exchange.Receipt, error) {
	k, err := exchange.Knowledge(ctx, r)
	if err != nil {
		return exchange.Receipt{}, err
	}
	options := intake.Options{Scale: classify.Scale03.ID, AcceptSuggestions: true}
	proposal, err := intake.Understand(ctx, list, k, nil, options)
	if err != nil {
		return exchange.Receipt{}, err
	}
	receipt, err := exchange.Apply(ctx, r, proposal)
	if err != nil {
		return receipt, err
	}
	return receipt, furnish(ctx, r)
}

func furnish(ctx context.Context, r *register.Register) error {
	if err := r.ChangeSettings(ctx, register.Settings{Municipality: Municipality}); err != nil {
		return err
	}
	if _, err := r.Commit(ctx, text.Msg("why.example.units"), organisation(r)...); err != nil {
		return err
	}
	if _, err := r.Commit(ctx, text.Msg("why.example.owners"), owners(r)...); err != nil {
		return err
	}
	if err := Organisation(ctx, r); err != nil {
		return err
	}
	classes := classifications(r)
	if _, err := r.Commit(ctx, text.Msg("why.example.classes", "n", len(classes)), classes...); err != nil {
		return err
	}
	for _, add := range []func(context.Context, *register.Register) error{Information, Agreed, Requirements, Policy, Governance, Actions} {
		if err := add(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// organisation puts the units of the list under the municipality, confirms them
// and gives each a manager.
func organisation(r *register.Register) []register.Edit {
	top := asset.Unit{ID: r.NewID(), Name: Municipality, Kind: asset.Municipality, Manager: "Kommunchef"}
	edits := []register.Edit{register.PutUnit(top, 0)}
	managers := map[asset.UnitKind]string{asset.Committee: "Nämndens ordförande", asset.Company: "Verkställande direktör", asset.Department: "Sektorchef"}
	for _, u := range r.Organisation().Units() {
		if u.Parent == "" {
			u.Parent = top.ID
		}
		u.Unconfirmed = false
		u.Manager = managers[u.Kind]
		edits = append(edits, register.PutUnit(u, r.RevisionOf(register.KindUnit.Ref(u.ID))))
	}
	return edits
}

// owners makes the system owner the information owner where the list has no other,
// and leaves every seventh asset without one, for the overview to find. The last
// asset is to be procured; the rest are in operation.
func owners(r *register.Register) []register.Edit {
	var edits []register.Edit
	for i, rec := range r.Records() {
		a := rec.Asset.Clone()
		a.Status = asset.InOperation
		switch {
		case i == len(r.Records())-1:
			a.Status = asset.InProcurement
		case i%7 == 5:
			a = a.With(asset.InformationOwner, "")
		case a.Fields[asset.InformationOwner] == "":
			a = a.With(asset.InformationOwner, a.Fields[asset.SystemOwner])
		}
		edits = append(edits, register.PutAsset(a, rec.Revision))
	}
	return edits
}

// classifications decides some of the levels that came with the list, on days
// spread over two years, so that some reviews are due and some are late.
func classifications(r *register.Register) []register.Edit {
	var edits []register.Edit
	for i, rec := range r.Records() {
		// Four of nine, so that every nämnd with several assets has come some way.
		if !rec.Profile().Complete() || i*4%9 > 3 {
			continue
		}
		c := *rec.Class
		c.ID = r.NewID()
		decide(&c, r, len(edits))
		edits = append(edits, register.PutClassification(c))
	}
	return edits
}

// decide turns c into a decided classification, the n-th of them.
func decide(c *classify.Classification, r *register.Register, n int) {
	p := text.In(text.Swedish)
	day := r.Today().AddDate(0, 0, -25*n-3)
	c.State, c.Source, c.SourceRow = classify.Decided, "", 0
	c.DecidedOn, c.NextReview = text.Date(day), text.Date(classify.NextReview(c.Profile, day))
	c.DecidedBy = "Sektorchef"
	c.Participants = []classify.Participant{{Role: "Informationsägare"}, {Role: "Systemförvaltare"}, {Role: "Informationssäkerhetssamordnare"}}
	for _, a := range classify.Aspects {
		c.Reasons[a] = reason(p, a, c.Profile.Of(a), n)
		c.Answers[a] = c.Profile.Of(a)
	}
	outage, loss := outageHours[c.Profile.Of(classify.Availability)], 24.0
	c.OutageHours, c.LossHours = &outage, &loss
}

// outageHours is a plausible longest tolerable outage per level.
var outageHours = map[classify.Level]float64{classify.Level0: 720, classify.Level1: 168, classify.Level2: 48, classify.Level3: 8}

func reason(p *text.Printer, a classify.Aspect, l classify.Level, n int) classify.Justification {
	keys := classify.ReasonKeys(a, l)
	if len(keys) == 0 {
		return ""
	}
	return classify.Justification(p.T(keys[n%len(keys)]))
}
