package present

import (
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// LevelLabel writes a level as the scale does, with its word: "2 Betydande".
func LevelLabel(p *text.Printer, s classify.Scale, l classify.Level) string {
	if words := register.LevelText(p, s, l); words != "" {
		return words
	}
	return p.T("level.unset")
}

// LevelCode writes a level with its letter, as a badge does: "K2".
func LevelCode(s classify.Scale, a classify.Aspect, l classify.Level) string {
	return a.Letter() + s.Code(l)
}

// Fact is a label and its value, about an asset.
type Fact struct{ Label, Value string }
