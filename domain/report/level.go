package report

import (
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// levels writes levels of one scale in one language. Badges are shared between
// cells: a register has thousands of cells and at most twenty different badges.
type levels struct {
	p      *text.Printer
	scale  classify.Scale
	badges [4][5]*Badge
}

func newLevels(p *text.Printer, s classify.Scale) *levels {
	l := &levels{p: p, scale: s}
	for _, a := range classify.Aspects {
		letter := p.T("aspect." + a.Key() + ".letter")
		for level := classify.Unset; level <= classify.Level3; level++ {
			l.badges[a][level] = &Badge{Letter: letter, Code: s.Code(level), Label: l.word(level), Level: level}
		}
	}
	return l
}

// word is the level's own word, without its digit.
func (l *levels) word(level classify.Level) string {
	if step, ok := l.scale.Step(level); ok {
		return step.Label(string(l.p.Lang()))
	}
	return l.p.T("level.unset")
}

// full is digit and word: 2 Betydande.
func (l *levels) full(level classify.Level) string {
	if level == classify.Unset {
		return l.word(level)
	}
	return l.scale.Code(level) + " " + l.word(level)
}

func (l *levels) cell(a classify.Aspect, level classify.Level) Cell {
	return Cell{Badge: l.badges[a][level]}
}

// steps are the levels of the scale, lowest first.
func (l *levels) steps() []classify.Level {
	out := make([]classify.Level, len(l.scale.Levels))
	for i, s := range l.scale.Levels {
		out[i] = s.Level
	}
	return out
}

// orDefault returns the default scale for one that the input left out.
func orDefault(s classify.Scale) classify.Scale {
	if len(s.Levels) == 0 {
		return classify.Scale03
	}
	return s
}
