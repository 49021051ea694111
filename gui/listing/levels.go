package listing

import (
	"infoklass/domain/classify"
	"infoklass/gui/widgets"
)

// Levels are the four levels of a profile as badges, written as a scale writes them.
func Levels(scale classify.Scale, profile classify.Profile) []widgets.Badge {
	out := make([]widgets.Badge, len(classify.Aspects))
	for i, a := range classify.Aspects {
		rank, set := profile.Of(a).Rank()
		out[i] = widgets.Badge{Letter: a.Letter(), Rank: max(0, rank), Set: set, Code: scale.Code(profile.Of(a))}
	}
	return out
}
