package requirements

import (
	"infoklass/domain/classify"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// badges are the levels in force of an asset.
func badges(f standing) []widgets.Badge {
	scale, profile := present.ScaleOf(f.Record), f.Record.Profile()
	out := make([]widgets.Badge, len(classify.Aspects))
	for i, a := range classify.Aspects {
		rank, set := profile.Of(a).Rank()
		out[i] = widgets.Badge{Letter: a.Letter(), Rank: max(0, rank), Set: set, Code: scale.Code(profile.Of(a))}
	}
	return out
}
