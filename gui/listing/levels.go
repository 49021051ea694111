package listing

import (
	"infoklass/domain/classify"
	"infoklass/gui/widgets"
)

// Levels are the four levels of a profile as badges, written as a scale writes them.
func Levels(scale classify.Scale, profile classify.Profile) []widgets.Badge {
	out := make([]widgets.Badge, len(classify.Aspects))
	for i, a := range classify.Aspects {
		out[i] = Level(scale, a, profile.Of(a))
	}
	return out
}

// Level is the level in one aspect as a badge.
func Level(scale classify.Scale, a classify.Aspect, l classify.Level) widgets.Badge {
	rank, set := l.Rank()
	return widgets.Badge{Letter: a.Letter(), Rank: max(0, rank), Set: set, Code: scale.Code(l)}
}
