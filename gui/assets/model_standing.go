package assets

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// standingLine is one thing that the policy demands of an asset: met, with
// when and by whom, or not, with the step that mends it.
type standingLine struct {
	Mood    present.Mood
	Title   string
	Detail  string
	Section string // where in the policy it stands
	Quote   string // the policy's own sentence
	Step    present.Step
	Do      string // the words on the button; empty where nothing is to be done
}

// standingLines writes the duties of an asset, what is missing first, the most
// serious of it before the rest.
func standingLines(p *text.Printer, rulings []duty.Ruling) []standingLine {
	var bad [3][]standingLine
	var good []standingLine
	for _, s := range rulings {
		line := standingLine{Section: s.Section().In(p), Quote: s.Policy().In(p)}
		if s.Finding == nil {
			line.Title, line.Detail = s.Label().In(p), metWords(p, s.Fulfilment)
			if s.Soon {
				line.Mood, line.Detail = present.MoodNote, p.T("assets.standing.soon", "day", s.Until)
			}
			good = append(good, line)
			continue
		}
		f := *s.Finding
		line.Mood, line.Title, line.Detail = present.MoodBad, f.Short().In(p), f.Missing().In(p)
		if f.Severity == duty.Low {
			line.Mood = present.MoodNote
		}
		line.Step, line.Do = present.MendOf(f), f.Remedy.Label().In(p)
		at := duty.High - f.Severity
		bad[at] = append(bad[at], line)
	}
	out := bad[0]
	return append(append(append(out, bad[1]...), bad[2]...), good...)
}

func metWords(p *text.Printer, m duty.Fulfilment) string {
	until := ""
	if m.Until != "" {
		until = p.T("assets.standing.until", "day", m.Until)
	}
	return present.Joined(", ", m.On, m.By, until)
}

// procurementNotice is what must not be missed of an asset that is about to be
// bought: that it is to be classified first, or that it has been. Empty for
// others, and where the policy does not ask it.
func procurementNotice(p *text.Printer, r *register.Register, rec *register.Record) (words string, done bool) {
	switch {
	case rec.Asset.Status != asset.InProcurement || !duty.Asks(r.Settings().Policy, duty.Procurement):
		return "", false
	case rec.Classified():
		return p.T("assets.procurement.done", "day", rec.Class.DecidedOn), true
	}
	return p.T("assets.procurement.first"), false
}

// traitLine is whether an asset is especially important, or critical, and why.
type traitLine struct {
	Trait  asset.Trait
	Label  string
	Words  string // "Ja, av nivåerna (konfidentialitet)"
	Holds  bool
	ByHand bool
}

// traitLines lists the traits that an asset can have, and whether it has them.
func traitLines(p *text.Printer, r *register.Register, rec *register.Record) []traitLine {
	demands := r.Settings().Demands()
	var out []traitLine
	for _, t := range asset.Traits {
		if t == asset.Critical && rec.Asset.Kind != asset.System {
			continue
		}
		line := traitLine{Trait: t, Label: t.Label().In(p), Holds: rec.Has(t, demands)}
		m, marked := rec.Asset.Marks[t]
		line.ByHand = marked
		switch {
		case marked:
			line.Words = register.MarkText(p, m)
		case line.Holds:
			line.Words = p.T("assets.trait.rule", "aspects", aspectNames(p, demands.Because(t.Obligation(), rec.Asset.Object(), rec.Profile())))
		default:
			line.Words = p.T("assets.trait.not")
		}
		out = append(out, line)
	}
	return out
}

func aspectNames(p *text.Printer, aspects []classify.Aspect) string {
	names := make([]string, len(aspects))
	for i, a := range aspects {
		names[i] = strings.ToLower(p.T("aspect." + a.Key()))
	}
	return strings.Join(names, ", ")
}

// Stated is the particular of an asset that a remedy states something in, with
// the day it was done; false for a remedy that is done elsewhere.
func Stated(remedy duty.Remedy) (present.AssetKey, bool) {
	switch remedy {
	case duty.StateRisk:
		return "risk_done_flag", true
	case duty.StatePlan:
		return "ssp_flag", true
	case duty.StateOutage:
		return "outage_plan_flag", true
	}
	return "", false
}

// statedValue writes that something is done, and when, as the rules read it.
func statedValue(p *text.Printer, day string) string { return p.T("assets.stated.value", "day", day) }
