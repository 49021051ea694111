package classify_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

func drawLevel(t *rapid.T) classify.Level {
	return rapid.SampledFrom([]classify.Level{classify.Unset, classify.Level0, classify.Level1, classify.Level2, classify.Level3}).Draw(t, "level")
}

func TestLevelsThroughJSON(t *testing.T) {
	for data, want := range map[string]classify.Level{"null": classify.Unset, "0": classify.Level0, "3": classify.Level3} {
		var l classify.Level
		if err := json.Unmarshal([]byte(data), &l); err != nil || l != want {
			t.Errorf("%s is read as %v, %v", data, l, err)
		}
		if got, err := json.Marshal(want); err != nil || string(got) != data {
			t.Errorf("%v is written as %s, %v", want, got, err)
		}
	}
	for _, data := range []string{"4", "-1", "1.5", `"2"`, "true", "[]"} {
		var l classify.Level
		if err := json.Unmarshal([]byte(data), &l); err == nil {
			t.Errorf("%s is taken for %v", data, l)
		}
	}
}

func TestUnsetIsNeverALevel(t *testing.T) {
	var l classify.Level
	if _, set := l.Rank(); set || l.AtLeast(0) || l.String() != "–" || !(classify.Profile{}).Empty() {
		t.Error("the zero value is taken for a level")
	}
	if _, ok := classify.Scale03.Step(l); ok {
		t.Error("a scale has a step for no level")
	}
}

func TestScales(t *testing.T) {
	for _, s := range classify.Scales {
		for _, step := range s.Levels {
			if l, ok := s.Read(step.Code); !ok || l != step.Level {
				t.Errorf("%s: %s is read as %v", s.ID, step.Code, l)
			}
			if got := s.Code(step.Level); got != step.Code {
				t.Errorf("%s: %v is written %s", s.ID, step.Level, got)
			}
		}
		for _, l := range []classify.Level{classify.Level0, classify.Level1, classify.Level2, classify.Level3} {
			if step, ok := s.Step(l); !ok || step.Level < l {
				t.Errorf("%s shows %v as %v, which is lower", s.ID, l, step.Level)
			}
		}
		if got, ok := classify.ScaleByID(s.ID); !ok || got.ID != s.ID {
			t.Errorf("%s is not found", s.ID)
		}
	}
	if got := classify.Scale14.Code(classify.Level2); got != "3" {
		t.Errorf("rank 2 is %s in 1–4, want 3", got)
	}
	if got := classify.Scale02.Code(classify.Level2); got != "2" {
		t.Errorf("rank 2 is %s in 0–2, want 2: never lower", got)
	}
}

func TestMaxIsTheHigherOfEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p, q classify.Profile
		for i := range p {
			p[i], q[i] = drawLevel(t), drawLevel(t)
		}
		m := p.Max(q)
		for _, a := range classify.Aspects {
			if m.Of(a) < p.Of(a) || m.Of(a) < q.Of(a) || m.Of(a) != p.Of(a) && m.Of(a) != q.Of(a) {
				t.Fatalf("the higher of %v and %v is said to be %v", p, q, m)
			}
		}
		if m.Highest() != max(p.Highest(), q.Highest()) {
			t.Fatalf("the highest of %v is %v", m, m.Highest())
		}
	})
}

func TestNextReview(t *testing.T) {
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	low := classify.Profile{classify.Level1, classify.Level0, classify.Level1, classify.Level0}
	if got := text.Date(classify.NextReview(low, day)); got != "2028-03-01" {
		t.Errorf("low levels are reviewed on %s", got)
	}
	if got := text.Date(classify.NextReview(low.With(classify.Traceability, classify.Level2), day)); got != "2027-03-01" {
		t.Errorf("a level of 2 is reviewed on %s", got)
	}
}

func TestProblems(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	whole := classify.Classification{
		Profile: classify.Profile{classify.Level1, classify.Level0, classify.Level3, classify.Level0}, Reasons: [4]classify.Justification{"a", "", "c", ""},
		DecidedBy: "Chef", DecidedOn: "2026-11-23", NextReview: "2027-11-23",
	}
	hours := func(h float64) *float64 { return &h }
	for name, test := range map[string]struct {
		spoil func(c *classify.Classification)
		step  string
	}{
		"whole":                 {func(*classify.Classification) {}, ""},
		"level 0 needs none":    {func(c *classify.Classification) { c.Reasons[1], c.Reasons[3] = "", "" }, ""},
		"hours not stated":      {func(c *classify.Classification) { c.OutageHours = nil }, ""},
		"hours":                 {func(c *classify.Classification) { c.OutageHours, c.LossHours = hours(0), hours(100_000) }, ""},
		"no level":              {func(c *classify.Classification) { c.Profile[3] = classify.Unset }, "traceability"},
		"a blank reason":        {func(c *classify.Classification) { c.Reasons[2] = "\n " }, "availability"},
		"hours below nothing":   {func(c *classify.Classification) { c.LossHours = hours(-1) }, "availability"},
		"hours that are none":   {func(c *classify.Classification) { c.OutageHours = hours(math.NaN()) }, "availability"},
		"nobody decides":        {func(c *classify.Classification) { c.DecidedBy = " " }, "decision"},
		"decided in the future": {func(c *classify.Classification) { c.DecidedOn = "2026-11-24" }, "decision"},
		"no such day":           {func(c *classify.Classification) { c.DecidedOn = "2026-02-30" }, "decision"},
		"review before":         {func(c *classify.Classification) { c.NextReview = "2026-11-22" }, "decision"},
		"no review":             {func(c *classify.Classification) { c.NextReview = "" }, "decision"},
	} {
		t.Run(name, func(t *testing.T) {
			c := whole.Clone()
			test.spoil(&c)
			problems := c.Problems(today)
			switch {
			case test.step == "" && len(problems) > 0:
				t.Errorf("problem: %s", problems[0].Message.Key)
			case test.step != "" && (len(problems) != 1 || problems[0].Step != test.step):
				t.Errorf("problems: %v, want one at %s", problems, test.step)
			}
			for _, p := range problems {
				for _, lang := range text.Langs {
					if said := p.Message.In(text.In(lang)); said == "" || said[0] == '[' {
						t.Errorf("%s says %q", p.Message.Key, said)
					}
				}
			}
		})
	}
}

func TestQuestionsAndReasonsAreWorded(t *testing.T) {
	for _, lang := range text.Langs {
		p := text.In(lang)
		for _, a := range classify.Aspects {
			for _, q := range classify.Questions(a) {
				if !p.Has(q.Key()) {
					t.Errorf("%s is not worded in %s", q.Key(), lang)
				}
			}
			for l := classify.Unset; l <= classify.Level3; l++ {
				keys := classify.ReasonKeys(a, l)
				if (len(keys) > 0) != l.AtLeast(1) {
					t.Errorf("%v at %v has %d quick reasons", a, l, len(keys))
				}
				for _, key := range keys {
					if !p.Has(key) {
						t.Errorf("%s is not worded in %s", key, lang)
					}
				}
			}
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	h := 8.0
	c := classify.Classification{OutageHours: &h, Participants: []classify.Participant{{Role: "Chef"}}}
	d := c.Clone()
	*d.OutageHours, d.Participants[0].Role = 9, "Jurist"
	if *c.OutageHours != 8 || c.Participants[0].Role != "Chef" {
		t.Error("a change of the copy changed the original")
	}
}
