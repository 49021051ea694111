package classification

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// SummaryLine is an aspect as the decision step shows it.
type SummaryLine struct {
	Aspect  classify.Aspect
	Title   string   // "Konfidentialitet: 2 Betydande"
	Lines   []string // the reason, the hours
	Missing string   // what is left, empty when nothing is
}

// summaryLines sums up the four aspects of a classification being made.
func summaryLines(p *text.Printer, f *classForm) []SummaryLine {
	var out []SummaryLine
	for _, a := range classify.Aspects {
		line := SummaryLine{Aspect: a, Title: p.T("classification.summary.line",
			"aspect", p.T("aspect."+a.Key()), "level", present.LevelLabel(p, f.Scale, f.Class.Profile.Of(a)))}
		if reason := strings.TrimSpace(string(f.Class.Reasons[a])); reason != "" {
			line.Lines = append(line.Lines, reason)
		}
		if a == classify.Availability {
			line.Lines = append(line.Lines, hoursLine(p, f.Class)...)
		}
		for _, problem := range f.Problems(stepOf(a)) {
			line.Missing = problem.Message.In(p)
		}
		out = append(out, line)
	}
	return out
}

// hoursLine returns the stated hours in words.
func hoursLine(p *text.Printer, c classify.Classification) []string {
	var parts []string
	if c.OutageHours != nil {
		parts = append(parts, p.T("classification.summary.outage", "hours", p.Hours(*c.OutageHours)))
	}
	if c.LossHours != nil {
		parts = append(parts, p.T("classification.summary.loss", "hours", p.Hours(*c.LossHours)))
	}
	if parts == nil {
		return nil
	}
	return []string{strings.Join(parts, " · ")}
}
