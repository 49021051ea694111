package present

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Decision says when a classification was decided and by whom.
func Decision(c *classify.Classification) string {
	return Joined(", ", c.DecidedOn, c.DecidedBy)
}

func Joined(separator string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, separator)
}

var responsible = []asset.Field{asset.InformationOwner, asset.OwnerSince, asset.SystemOwner, asset.SystemManager, asset.TechnicalManager, asset.Supplier}

// Responsible lists who answers for an asset; the information owner is always among them.
func Responsible(p *text.Printer, a asset.Asset) []Fact {
	var out []Fact
	for _, f := range responsible {
		v := a.Fields[f]
		if v == "" && f == asset.InformationOwner {
			v = "–"
		}
		if v != "" {
			out = append(out, Fact{f.Label().In(p), v})
		}
	}
	return out
}

// Particulars lists what else is stated of an asset, the municipality's own
// columns last: at most limit, and how many more there are.
func Particulars(p *text.Printer, r *register.Register, a asset.Asset, limit int) (facts []Fact, more int) {
	for _, g := range AssetForm(p, a, nil) {
		for _, f := range g.Fields {
			if f.Value == "" || isElsewhere(f.Key) {
				continue
			}
			facts = append(facts, Fact{f.Label, ChoiceText(p, r, f.Form, f.Value)})
		}
	}
	if len(facts) > limit {
		return facts[:limit], len(facts) - limit
	}
	return facts, 0
}

// isElsewhere reports whether the overview shows a field in another place.
func isElsewhere(k AssetKey) bool {
	switch k {
	case KeyName, KeyKind, KeyUnit, KeyStatus, AssetKey(asset.Description):
		return true
	}
	for _, f := range responsible {
		if k == AssetKey(f) {
			return true
		}
	}
	return false
}

// Subtitle is the line beneath an asset's name: kind, unit, status.
func Subtitle(p *text.Printer, r *register.Register, a asset.Asset) string {
	unit := UnitBelow(r, a.Unit)
	if unit == "" {
		unit = p.T("assets.filter.noUnit")
	}
	// A status is not broken over two lines.
	status := strings.ReplaceAll(StatusLabel(p, a.Status), " ", "\u00a0")
	return Joined(" · ", KindLabel(p, a.Kind), unit, status)
}
