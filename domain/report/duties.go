package report

import (
	"strings"

	"infoklass/domain/classify"
)

// dutiesOf says what the levels bring (DOMAIN section 6), each duty with the
// levels that bring it.
func dutiesOf(l *levels, in ProtocolInput) []Item {
	p, profile := l.p, in.Class.Profile
	var out []Item
	add := func(key string, why string) { out = append(out, Item{Text: p.T(key), Detail: why}) }
	because := func(rank int, aspects ...classify.Aspect) string {
		return p.T("report.duty.because", "levels", reaching(l, profile, rank, aspects...))
	}
	if profile.Highest().AtLeast(3) {
		add("report.duty.important", because(3, classify.Aspects[:]...))
	}
	if in.System && (profile.Of(classify.Integrity).AtLeast(3) || profile.Of(classify.Availability).AtLeast(3)) {
		add("report.duty.critical", because(3, classify.Integrity, classify.Availability))
	}
	if profile.Of(classify.Availability).AtLeast(3) {
		add("report.duty.outage", because(3, classify.Availability))
	}
	if in.Procurement {
		add("report.duty.procurement", p.T("report.duty.becauseProcurement"))
	}
	switch {
	case profile.Highest().AtLeast(2):
		add("report.duty.review12", because(2, classify.Aspects[:]...))
	case !profile.Empty():
		add("report.duty.review24", p.T("report.duty.becauseLow", "level", l.full(classify.Level2)))
	}
	return out
}

// reaching lists the badges of the aspects that have at least a rank: K3, T3.
func reaching(l *levels, profile classify.Profile, rank int, aspects ...classify.Aspect) string {
	var out []string
	for _, a := range aspects {
		if level := profile.Of(a); level.AtLeast(rank) {
			out = append(out, l.badges[a][level].String())
		}
	}
	return strings.Join(out, ", ")
}
