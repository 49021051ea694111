package report

import (
	"strings"

	"infoklass/domain/classify"
)

// obligationsOf says what the levels bring, each obligation with what brings
// it, or with the aspects that will settle it.
func obligationsOf(l *levels, in ProtocolInput) []Item {
	p, profile := l.p, in.Class.Profile
	if in.Origins != nil {
		profile = in.InForce // what binds is the level in force
	}
	var out []Item
	for _, c := range in.Demands.Filled().Consequences(in.object(), profile) {
		said := obligationText(l, c)
		switch {
		case c.Settled():
			out = append(out, Item{Text: said, Detail: because(l, in.Demands.Filled(), c, profile)})
		case !profile.Empty() && c.Obligation != classify.Review: // an interval is stated once it is settled
			out = append(out, Item{
				Text:   p.T("report.duty.perhaps", "duty", said),
				Detail: p.T("report.duty.undecided", "aspects", letters(l, c.Undecided)),
			})
		}
	}
	return out
}

func obligationText(l *levels, c classify.Consequence) string {
	switch c.Obligation {
	case classify.Important:
		return l.p.T("report.duty.important", "months", c.Months)
	case classify.CriticalSystem:
		return l.p.T("report.duty.critical", "months", c.Months)
	case classify.Outage:
		return l.p.T("report.duty.outage", "months", c.Months)
	case classify.Procurement:
		return l.p.T("report.duty.procurement")
	}
	return l.p.T("report.duty.review", "months", c.Months)
}

// because is why an obligation holds.
func because(l *levels, d classify.Demands, c classify.Consequence, profile classify.Profile) string {
	switch {
	case c.ByHand:
		return l.p.T("consequence.byHand")
	case len(c.Because) > 0:
		badges := make([]string, len(c.Because))
		for i, a := range c.Because {
			badges[i] = l.badges[a][profile.Of(a)].String()
		}
		return l.p.T("report.duty.because", "levels", strings.Join(badges, ", "))
	case c.Obligation == classify.Procurement:
		return l.p.T("report.duty.becauseProcurement")
	}
	return l.p.T("report.duty.becauseLow", "level", l.full(classify.Level0+classify.Level(d.ReviewRank)))
}

func letters(l *levels, aspects []classify.Aspect) string {
	out := make([]string, len(aspects))
	for i, a := range aspects {
		out[i] = l.p.T("aspect." + a.Key() + ".letter")
	}
	return strings.Join(out, ", ")
}
