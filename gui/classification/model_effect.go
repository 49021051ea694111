package classification

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// effectLine is a category of the consequence matrix as it is rated for an aspect.
type effectLine struct {
	Name    string
	Chosen  int              // place in the scale, −1 for none
	Decides bool             // among the most serious, which decide the level
	Levels  []classify.Level // of the scale, the lowest first
	Means   []string         // what each level means here
}

// effectLines are the categories of an aspect, in the words of the matrix.
func effectLines(p *text.Printer, f *classForm, m classify.Matrix, a classify.Aspect) []effectLine {
	row := f.Class.Effects[a]
	out := make([]effectLine, len(classify.Categories))
	for i, c := range classify.Categories {
		line := effectLine{Name: m.Text(p, c, classify.NameCell), Chosen: -1, Decides: row[i].AtLeast(1) && row[i] == row.Highest()}
		step, set := f.Scale.Step(row[i])
		for j, l := range f.Scale.Levels {
			rank, _ := l.Level.Rank()
			line.Levels, line.Means = append(line.Levels, l.Level), append(line.Means, m.Text(p, c, rank))
			if set && l.Code == step.Code {
				line.Chosen = j
			}
		}
		out[i] = line
	}
	return out
}

// leadsTo says what level the answers and the categories lead to and why, and
// that another was chosen; empty where neither says anything.
func leadsTo(p *text.Printer, f *classForm, m classify.Matrix, a classify.Aspect) string {
	suggested, departs := f.Departs(a)
	if suggested == classify.Unset {
		return ""
	}
	label := present.LevelLabel(p, f.Scale, suggested)
	row := f.Class.Effects[a]
	words := p.T("classification.suggests", "suggested", label)
	if highest := row.Highest(); highest.AtLeast(1) && highest >= f.Class.Answers.Of(a) {
		var names []string
		for _, c := range row.Deciding() {
			names = append(names, m.Text(p, c, classify.NameCell))
		}
		words = p.N("classification.decides", len(names), "categories", strings.Join(names, ", "), "suggested", label)
	}
	if departs {
		words += " " + p.T("classification.departs", "chosen", present.LevelLabel(p, f.Scale, f.Class.Profile.Of(a)))
	}
	return words
}
