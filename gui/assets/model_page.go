package assets

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

var responsible = []asset.Field{asset.InformationOwner, asset.OwnerSince, asset.SystemOwner, asset.SystemManager, asset.TechnicalManager, asset.Supplier}

// Responsible lists who answers for an asset; the information owner is always among them.
func Responsible(p *text.Printer, a asset.Asset) []present.Fact {
	var out []present.Fact
	for _, f := range responsible {
		v := a.Fields[f]
		if v == "" && f == asset.InformationOwner {
			v = "–"
		}
		if v != "" {
			out = append(out, present.Fact{Label: f.Label().In(p), Value: v})
		}
	}
	return out
}

// Particulars lists what else is stated of an asset, the municipality's own
// columns last: at most limit, and how many more there are.
func Particulars(p *text.Printer, r *register.Register, a asset.Asset, limit int) (facts []present.Fact, more int) {
	for _, g := range assetForm(p, a, nil) {
		for _, f := range g.Fields {
			if f.Value == "" || isElsewhere(f.Key) {
				continue
			}
			facts = append(facts, present.Fact{Label: f.Label, Value: choiceText(p, r, f.Form, f.Value)})
		}
	}
	if len(facts) > limit {
		return facts[:limit], len(facts) - limit
	}
	return facts, 0
}

// isElsewhere reports whether the overview shows a value in another place.
func isElsewhere(k present.AssetKey) bool {
	switch k {
	case present.KeyName, present.KeyKind, present.KeyUnit, present.KeyStatus, present.AssetKey(asset.Description):
		return true
	}
	for _, f := range responsible {
		if k == present.AssetKey(f) {
			return true
		}
	}
	return false
}

// subtitle is the line beneath an asset's name: kind, unit, status.
func subtitle(p *text.Printer, r *register.Register, a asset.Asset) string {
	unit := present.UnitBelow(r, a.Unit)
	if unit == "" {
		unit = p.T("assets.filter.noUnit")
	}
	// A status is not broken over two lines.
	status := strings.ReplaceAll(present.StatusLabel(p, a.Status), " ", "\u00a0")
	return present.Joined(" · ", present.KindLabel(p, a.Kind), unit, status)
}
