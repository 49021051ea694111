package classify

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"infoklass/domain/text"
)

// ScaleLevel is one step of a scale: how it is written, and the level it means.
type ScaleLevel struct {
	Rank    int    `json:"rank"` // number of the step, counted from where the scale begins: 0 or 1
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
	Name   string       `json:"name,omitempty"` // of a municipality's own; the shipped ones are named in the catalogue
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

// ScaleByID returns a shipped scale, and false for an unknown id. A
// municipality's own scales are kept by its register.
func ScaleByID(id string) (Scale, bool) {
	i := slices.IndexFunc(Scales, func(s Scale) bool { return s.ID == id })
	if i < 0 {
		return Scale{}, false
	}
	return Scales[i], true
}

// Title returns the scale's name in p's language.
func (s Scale) Title(p *text.Printer) string { return s.Label().In(p) }

// Label returns the message that names the scale.
func (s Scale) Label() text.Message {
	if s.Name != "" {
		return text.Msg("scale.own", "name", s.Name)
	}
	return text.Msg("scale." + s.ID)
}

// longestCode is how many characters a code may have: it must fit a badge.
const longestCode = 3

// Validate returns an error for a scale that levels cannot be written in and
// read back from. Each step must mean a higher level than the one below, and the
// highest must mean rank 3, so that no level is ever shown lower than it is.
func (s Scale) Validate() error {
	if strings.TrimSpace(s.Name) == "" || s.ID == "" {
		return text.Fail(nil, "scale.problem.name")
	}
	if n := len(s.Levels); n < 2 || n > 4 || s.Levels[n-1].Level != Level3 {
		return text.Fail(nil, "scale.problem.levels")
	}
	below, codes := Unset, map[string]bool{}
	for _, step := range s.Levels {
		switch {
		case step.Level <= below:
			return text.Fail(nil, "scale.problem.order")
		case step.Code == "" || len([]rune(step.Code)) > longestCode || codes[step.Code]:
			return text.Fail(nil, "scale.problem.code", "count", longestCode)
		case strings.TrimSpace(step.Swedish) == "" || strings.TrimSpace(step.English) == "":
			return text.Fail(nil, "scale.problem.label")
		}
		below, codes[step.Code] = step.Level, true
	}
	return nil
}

// OwnScale returns a municipality's own scale. The id is made of the name, the
// ranks follow the order of the levels, and a level without an English label
// gets the Swedish one.
func OwnScale(name string, levels ...ScaleLevel) Scale {
	s := Scale{ID: scaleID(name), Name: strings.TrimSpace(name), Levels: slices.Clone(levels)}
	for i := range s.Levels {
		l := &s.Levels[i]
		l.Rank, l.Code, l.Swedish, l.English = i, strings.TrimSpace(l.Code), strings.TrimSpace(l.Swedish), strings.TrimSpace(l.English)
		if l.English == "" {
			l.English = l.Swedish
		}
	}
	return s
}

// scaleID makes an id of a name: its words in lower case, joined by hyphens, so
// that it can be written in lists, files and the terminal.
func scaleID(name string) string {
	words := strings.FieldsFunc(text.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}

// Shipped reports whether the scale comes with the program.
func (s Scale) Shipped() bool {
	_, ok := ScaleByID(s.ID)
	return ok
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
