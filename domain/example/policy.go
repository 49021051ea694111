package example

import (
	"context"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Policy adds what the policy asks for: risk analyses and plans that are current,
// too old or without a date, an asset without a unit, and decisions by hand. Most
// duties are left unmet, as in most municipalities.
func Policy(ctx context.Context, r *register.Register) error {
	if edits := stated(r); len(edits) > 0 {
		if _, err := r.Commit(ctx, text.Msg("why.example.policy"), edits...); err != nil {
			return err
		}
	}
	return marks(ctx, r)
}

// stated returns the edits that state risk analyses and plans, by turns current,
// too old, without a date and missing.
func stated(r *register.Register) []register.Edit {
	field := map[duty.Remedy]asset.Field{duty.StateRisk: "risk_done_flag", duty.StatePlan: "ssp_flag", duty.StateOutage: "outage_plan_flag"}
	day := func(months int) string { return "Ja, " + text.Date(r.Today().AddDate(0, -months, 0)) }
	turns := []string{day(4), day(2), "", day(30), day(7), "Ja", day(1), ""}
	changed := map[string]asset.Asset{}
	var order []string
	n := map[duty.Remedy]int{}
	for _, f := range duty.NewJudge().Register(r, r.Today()).Find(nil) {
		name, ok := field[f.Remedy]
		if !ok {
			continue
		}
		a, begun := changed[f.Record.Asset.ID]
		if !begun {
			a = f.Record.Asset
			order = append(order, a.ID)
		}
		changed[a.ID] = a.With(name, turns[n[f.Remedy]%len(turns)])
		n[f.Remedy]++
	}
	var edits []register.Edit
	for i, id := range order {
		rec, _ := r.Record(id)
		a := changed[id]
		if i == len(order)-1 {
			a.Unit = "" // the reorganisation forgot it
		}
		edits = append(edits, register.PutAsset(a, rec.Revision))
	}
	return edits
}

// marks decides by hand that one asset is especially important in spite of low
// levels, and that one system is not critical in spite of high ones.
func marks(ctx context.Context, r *register.Register) error {
	demands := r.Settings().Demands()
	important, critical := false, false
	for _, rec := range r.Records() {
		var err error
		switch {
		case !important && rec.Classified() && !rec.Has(asset.Important, demands):
			important = true
			err = r.MarkAsset(ctx, rec.Asset.ID, asset.Important, &asset.Mark{Holds: true, Reason: "Den enda förteckningen av sitt slag. Den går inte att återskapa.", By: "Informationssäkerhetssamordnare"})
		case !critical && rec.Classified() && rec.Has(asset.Critical, demands):
			critical = true
			err = r.MarkAsset(ctx, rec.Asset.ID, asset.Critical, &asset.Mark{Reason: "Systemet ersätts i vår, och arbetet klarar sig på papper tills dess.", By: "Sektorchef"})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
