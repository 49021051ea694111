package classify_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// key is the catalogue key of the sentence that err carries, "" for nil.
func key(err error) string {
	var told *text.Error
	if errors.As(err, &told) {
		return told.Message.Key
	}
	return ""
}

// own is a valid three-level scale of a municipality.
func own() classify.Scale {
	return classify.OwnScale("Kommunens skala",
		classify.ScaleLevel{Code: "Låg", Swedish: "Låg", Level: classify.Level0},
		classify.ScaleLevel{Code: "M", Swedish: "Mellan", English: "Medium", Level: classify.Level2},
		classify.ScaleLevel{Code: "H", Swedish: "Hög", English: "High", Level: classify.Level3})
}

func TestOwnScaleFillsIn(t *testing.T) {
	s := classify.OwnScale("  Åsmarks skala (2026) ", classify.ScaleLevel{Rank: 7, Code: " A ", Swedish: " Låg ", Level: classify.Level0}, classify.ScaleLevel{Code: "B", Swedish: "Hög", English: "High", Level: classify.Level3})
	if s.ID != "åsmarks-skala-2026" || s.Name != "Åsmarks skala (2026)" {
		t.Errorf("id %q, name %q", s.ID, s.Name)
	}
	want := []classify.ScaleLevel{
		{Rank: 0, Code: "A", Swedish: "Låg", English: "Låg", Level: classify.Level0},
		{Rank: 1, Code: "B", Swedish: "Hög", English: "High", Level: classify.Level3},
	}
	if !slices.Equal(s.Levels, want) {
		t.Errorf("levels %+v, want %+v", s.Levels, want)
	}
	if s.Shipped() || !classify.Scale03.Shipped() {
		t.Error("own and shipped scales are confused")
	}
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

func TestScaleValidate(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(*classify.Scale)
		want  string
	}{
		"valid":                  {func(*classify.Scale) {}, ""},
		"no name":                {func(s *classify.Scale) { s.Name = " " }, "scale.problem.name"},
		"no id":                  {func(s *classify.Scale) { s.ID = "" }, "scale.problem.name"},
		"one level":              {func(s *classify.Scale) { s.Levels = s.Levels[2:] }, "scale.problem.levels"},
		"five levels":            {func(s *classify.Scale) { s.Levels = append(slices.Clone(s.Levels[:2]), s.Levels...) }, "scale.problem.levels"},
		"highest below rank 3":   {func(s *classify.Scale) { s.Levels = s.Levels[:2] }, "scale.problem.levels"},
		"two of one rank":        {func(s *classify.Scale) { s.Levels[1].Level = classify.Level0 }, "scale.problem.order"},
		"falling ranks":          {func(s *classify.Scale) { s.Levels[0].Level = classify.Level3 }, "scale.problem.order"},
		"a level for unset":      {func(s *classify.Scale) { s.Levels[0].Level = classify.Unset }, "scale.problem.order"},
		"no code":                {func(s *classify.Scale) { s.Levels[1].Code = "" }, "scale.problem.code"},
		"a code twice":           {func(s *classify.Scale) { s.Levels[1].Code = "H" }, "scale.problem.code"},
		"a code of four letters": {func(s *classify.Scale) { s.Levels[1].Code = "Åååå" }, "scale.problem.code"},
		"no Swedish label":       {func(s *classify.Scale) { s.Levels[1].Swedish = " " }, "scale.problem.label"},
		"no English label":       {func(s *classify.Scale) { s.Levels[1].English = "" }, "scale.problem.label"},
	} {
		s := own()
		test.spoil(&s)
		if got := key(s.Validate()); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// drawScale draws a scale that a municipality may have: two to four rising
// levels, the highest of rank 3.
func drawScale(t *rapid.T) classify.Scale {
	levels := []classify.ScaleLevel{}
	for l := classify.Level0; l <= classify.Level2; l++ {
		if rapid.Bool().Draw(t, "has level") {
			levels = append(levels, classify.ScaleLevel{Level: l})
		}
	}
	if len(levels) == 0 {
		levels = append(levels, classify.ScaleLevel{Level: classify.Level1})
	}
	levels = append(levels, classify.ScaleLevel{Level: classify.Level3})
	first := rapid.IntRange(0, 3).Draw(t, "first code")
	for i := range levels {
		levels[i].Code, levels[i].Swedish = fmt.Sprint(first+i), fmt.Sprint("Nivå ", i)
	}
	return classify.OwnScale("Egen", levels...)
}

// Converting from one scale to another and back never shows an asset lower than it
// is, and never reverses the order of two assets.
func TestConvertingKeepsTheOrderAndNeverLowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScale(t)
		if err := s.Validate(); err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		through := func(l classify.Level) classify.Level {
			back, ok := s.Read(s.Code(l))
			if ok != (l != classify.Unset) {
				t.Fatalf("%v is written %q and read as %v, %v", l, s.Code(l), back, ok)
			}
			return back
		}
		a, b := drawLevel(t), drawLevel(t)
		if through(a) < a {
			t.Fatalf("%v comes back as %v", a, through(a))
		}
		if a <= b && through(a) > through(b) {
			t.Fatalf("%v and %v come back as %v and %v", a, b, through(a), through(b))
		}
		if twice := through(through(a)); twice != through(a) {
			t.Fatalf("%v comes back as %v, and the second time as %v", a, through(a), twice)
		}
	})
}

func TestScaleNamesAndLabels(t *testing.T) {
	sv, en := text.In(text.Swedish), text.In(text.English)
	if got := classify.Scale14.Title(sv); got != "Fyra nivåer, 1–4" {
		t.Errorf("the shipped scale is called %q", got)
	}
	if s := own(); s.Title(sv) != "Kommunens skala" || s.Title(en) != "Kommunens skala" {
		t.Errorf("the municipality's scale is called %q", s.Title(sv))
	}
	step, ok := classify.Scale03.Step(classify.Level3)
	if !ok || step.Label("sv") != "Allvarlig" || step.Label("en") != "Serious" {
		t.Errorf("level 3 is %q and %q", step.Label("sv"), step.Label("en"))
	}
	if _, ok := classify.ScaleByID("0-9"); ok {
		t.Error("an unknown scale is found")
	}
	if l, ok := classify.Scale03.Read("4"); ok || l != classify.Unset {
		t.Errorf("code 4 is read as %v in 0–3", l)
	}
}
