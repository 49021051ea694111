package classify

import (
	"fmt"
	"slices"
)

// ScaleLevel is one step of a scale: how it is written and the protection
// rank that it means.
type ScaleLevel struct {
	Rank    int    `json:"rank"` // position in the scale, counted as the scale counts
	Code    string `json:"code"` // as written in lists: "0", "1", …
	Swedish string `json:"sv"`
	English string `json:"en"`
	Level   Level  `json:"level"`
}

// Scale is a municipality's way to number levels. Numbering differs between
// municipalities, and a list read with the wrong scale is one level wrong
// throughout, so a scale is data and every classification names its own.
type Scale struct {
	ID     string       `json:"id"`
	Levels []ScaleLevel `json:"levels"`
}

var words = [4][2]string{{"Försumbar", "Negligible"}, {"Måttlig", "Moderate"}, {"Betydande", "Significant"}, {"Allvarlig", "Serious"}}

func numbered(id string, first int, levels ...Level) Scale {
	s := Scale{ID: id}
	for i, l := range levels {
		w := words[l-1]
		s.Levels = append(s.Levels, ScaleLevel{Rank: first + i, Code: fmt.Sprint(first + i), Swedish: w[0], English: w[1], Level: l})
	}
	return s
}

// The scales shipped: 0–3 is the numbering of SKR's KLASSA, 1–4 one of MSB's
// examples, 0–2 a three-level scale.
var (
	Scale03 = numbered("0-3", 0, Level0, Level1, Level2, Level3)
	Scale14 = numbered("1-4", 1, Level0, Level1, Level2, Level3)
	Scale02 = numbered("0-2", 0, Level0, Level1, Level3)
)

// Scales lists the shipped scales, the default one first.
var Scales = []Scale{Scale03, Scale14, Scale02}

// ScaleByID finds a shipped scale.
func ScaleByID(id string) (Scale, bool) {
	i := slices.IndexFunc(Scales, func(s Scale) bool { return s.ID == id })
	if i < 0 {
		return Scale{}, false
	}
	return Scales[i], true
}

// Step returns the scale's step for a level: the lowest step that protects at
// least as well, so that a level which the scale lacks is never shown lower.
func (s Scale) Step(l Level) (ScaleLevel, bool) {
	if l == Unset {
		return ScaleLevel{}, false
	}
	for _, step := range s.Levels {
		if step.Level >= l {
			return step, true
		}
	}
	return ScaleLevel{}, false
}

// Code returns how the scale writes a level, "–" when unset.
func (s Scale) Code(l Level) string {
	if step, ok := s.Step(l); ok {
		return step.Code
	}
	return "–"
}

// Label returns the level's word in a language, "sv" or "en".
func (sl ScaleLevel) Label(lang string) string {
	if lang == "en" {
		return sl.English
	}
	return sl.Swedish
}

// Read returns the level that a code means in this scale.
func (s Scale) Read(code string) (Level, bool) {
	for _, step := range s.Levels {
		if step.Code == code {
			return step.Level, true
		}
	}
	return Unset, false
}
