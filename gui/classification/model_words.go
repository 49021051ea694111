package classification

import (
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// levelCard is a level as it is offered: how the scale writes it, and what it means.
type levelCard struct {
	Level   classify.Level
	Code    string
	Label   string // "2 Betydande"
	Meaning string // for people and the work
	Whole   string // for every category of the matrix, a line each
}

// quoted is how many rows of the consequence matrix a card quotes: what happens
// to people and to the work. The whole matrix can be shown beneath.
const quoted = 2

// LevelCards are the levels of a scale, the lowest first.
func LevelCards(p *text.Printer, s classify.Scale, m classify.Matrix) []levelCard {
	var out []levelCard
	matrix := report.MatrixRows(p, m)
	for _, step := range s.Levels {
		rank, _ := step.Level.Rank()
		var meaning, whole []string
		for i, row := range matrix {
			whole = append(whole, row.Category+": "+row.Cells[rank]+".")
			if i < quoted {
				meaning = append(meaning, row.Cells[rank]+".")
			}
		}
		out = append(out, levelCard{
			Level: step.Level, Code: step.Code, Label: step.Code + " " + step.Label(string(p.Lang())),
			Meaning: strings.Join(meaning, " "), Whole: strings.Join(whole, "\n"),
		})
	}
	return out
}

// consequenceLine is one thing that the levels bring, in words.
type consequenceLine struct {
	Obligation classify.Obligation
	Words      string
	Why        string // which levels bring it, or which aspects settle it
	Settled    bool
	New        bool // not brought by the levels in force
}

// consequenceLines lists what a profile brings for an asset.
func consequenceLines(p *text.Printer, s classify.Scale, d classify.Demands, a asset.Asset, profile classify.Profile) []consequenceLine {
	var out []consequenceLine
	for _, c := range d.Consequences(a.Object(), profile) {
		out = append(out, consequenceLine{
			Obligation: c.Obligation, Words: obligationWords(p, c), Why: obligationWhy(p, s, profile, c), Settled: c.Settled(),
		})
	}
	return out
}

func obligationWords(p *text.Printer, c classify.Consequence) string {
	switch c.Obligation {
	case classify.Important:
		if !c.Settled() {
			return p.T("consequence.important.short")
		}
		return p.T("consequence.important")
	case classify.CriticalSystem:
		if !c.Settled() {
			return p.T("consequence.critical.short")
		}
		return p.T("consequence.critical")
	case classify.Outage:
		if !c.Settled() {
			return p.T("consequence.outage.short")
		}
		return p.T("consequence.outage")
	case classify.Procurement:
		return p.T("consequence.procurement")
	}
	return p.N("consequence.review", c.Months)
}

func obligationWhy(p *text.Printer, s classify.Scale, profile classify.Profile, c classify.Consequence) string {
	if c.ByHand {
		return p.T("consequence.byHand")
	}
	if !c.Settled() {
		var names []string
		for _, a := range c.Undecided {
			names = append(names, p.T("aspect."+a.Key()))
		}
		if len(names) == len(classify.Aspects) {
			return p.T("consequence.open.all")
		}
		return p.T("consequence.open", "aspects", strings.Join(names, ", "))
	}
	var codes []string
	for _, a := range c.Because {
		codes = append(codes, present.LevelCode(s, a, profile.Of(a)))
	}
	if len(codes) == 0 {
		return ""
	}
	return p.T("consequence.because", "levels", strings.Join(codes, ", "))
}

// objectFields are shown before an asset is classified, where they are known.
var objectFields = []present.AssetKey{
	present.AssetKey(asset.Description), present.KeyUnit, present.AssetKey(asset.InformationOwner), present.AssetKey(asset.SystemOwner),
	present.AssetKey(asset.SystemManager), present.AssetKey(asset.Supplier), "information_sets", "personal_data", "secrecy",
}

// objectFacts tells what is about to be classified.
func objectFacts(p *text.Printer, r *register.Register, rec *register.Record) []present.Fact {
	words := present.NewAssetWords(p, r)
	facts := []present.Fact{{Label: p.T("field.name"), Value: rec.Asset.Name}, {Label: p.T("field.kind"), Value: present.KindLabel(p, rec.Asset.Kind)}}
	for _, k := range objectFields {
		if v := words.Text(k, rec); v != "" {
			facts = append(facts, present.Fact{Label: k.Label(p), Value: v})
		}
	}
	return facts
}

// suggestedRoles are roles that often take part or decide: those named for the
// asset, and the coordinator.
func suggestedRoles(p *text.Printer, a asset.Asset) []string {
	roles := []string{}
	for _, f := range []asset.Field{asset.InformationOwner, asset.SystemOwner, asset.SystemManager, asset.TechnicalManager} {
		if a.Fields[f] != "" {
			roles = append(roles, a.Fields[f])
		}
	}
	roles = append(roles, p.T("field.information_owner"), p.T("field.system_manager"), p.T("classification.role.coordinator"))
	text.SortStrings(roles)
	return slices.Compact(roles)
}
