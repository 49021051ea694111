package present

import (
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// CommonLine is a shared classification as a list or a menu shows it.
type CommonLine struct {
	Common classify.Common
	Class  classify.Classification // the version in force
	Scale  classify.Scale
	Words  string // its levels, whose it is, and how many began from it
}

// CommonLines lists the shared classifications that can be begun from, by name.
func CommonLines(p *text.Printer, r *register.Register) []CommonLine {
	used := map[string]int{}
	commons := r.Classifications().Commons()
	if len(commons) > 0 {
		for _, rec := range r.Records() {
			if rec.Class != nil && rec.Class.Common != "" {
				used[rec.Class.Common]++
			}
		}
	}
	var out []CommonLine
	for _, c := range commons {
		rec, ok := r.Record(c.Asset)
		if !ok || !rec.Classified() {
			continue
		}
		out = append(out, CommonLine{Common: c, Class: *rec.Class, Scale: rec.Scale(),
			Words: p.N("common.line", used[c.ID], "levels", ProfileWords(rec.Scale(), rec.Class.Profile), "asset", rec.Asset.Name)})
	}
	return out
}

// ProfileWords writes a profile as a scale does: K2 R1 T3 S1.
func ProfileWords(s classify.Scale, p classify.Profile) string {
	words := ""
	for i, a := range classify.Aspects {
		if i > 0 {
			words += " "
		}
		words += LevelCode(s, a, p.Of(a))
	}
	return words
}
