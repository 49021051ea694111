package classification

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// Demand is what the information in a system demands of one aspect.
type Demand struct {
	Level classify.Level
	From  []string // the names of the sets that demand it
	// Raised is the reason that the level in force is raised above it, empty for none.
	Raised string
}

// SetInformation gives the form what the information in the system demands.
func (f *classForm) SetInformation(r *register.Register, rec *register.Record) {
	for _, a := range classify.Aspects {
		o := rec.Origin(a)
		f.Information[a] = Demand{Level: o.Demand, From: r.Names(o.From)}
		if o.Source == holding.Raised {
			f.Information[a].Raised = o.Adjustment.Reason
		}
	}
}

// demandWords says what the information demands of an aspect, empty where it demands nothing.
func demandWords(p *text.Printer, f *classForm, a classify.Aspect) string {
	d := f.Information[a]
	if d.Level == classify.Unset {
		return ""
	}
	return p.T("classification.demand", "level", present.LevelLabel(p, f.Scale, d.Level), "sets", strings.Join(d.From, ", "))
}

// Below reports whether the level chosen is lower than the information demands.
func (f *classForm) Below(a classify.Aspect) bool {
	l := f.Class.Profile.Of(a)
	return l != classify.Unset && l < f.Information[a].Level
}

// SetDeviation sets the reason for a level below the information.
func (f *classForm) SetDeviation(a classify.Aspect, reason string) {
	f.Class.Deviations[a] = classify.Justification(strings.TrimSpace(reason))
}

// DeviationMissing reports whether a level is below the information without a reason.
func (f *classForm) DeviationMissing(a classify.Aspect) bool {
	return f.Below(a) && f.Class.Deviations[a] == ""
}

// informationProblems are the levels below the information without a reason.
func (f *classForm) informationProblems() []classify.Problem {
	var out []classify.Problem
	for _, a := range classify.Aspects {
		if f.DeviationMissing(a) {
			d := f.Information[a]
			o := holding.Origin{Aspect: a, Demand: d.Level}
			out = append(out, classify.Problem{Step: a.Key(), Message: holding.Below(o, f.Scale, d.From)})
		}
	}
	return out
}
