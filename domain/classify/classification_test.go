package classify_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// The suggested level is the higher of what the questions and the matrix lead
// to: a more serious answer never lowers it.
func TestSuggestedLevelNeverFallsWithAMoreSeriousAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c classify.Classification
		a := rapid.SampledFrom(classify.Aspects[:]).Draw(t, "aspect")
		c.Answers[a] = drawLevel(t)
		for i := range c.Effects[a] {
			c.Effects[a][i] = drawLevel(t)
		}
		before := c.Suggested(a)
		worse := c
		if i := rapid.IntRange(-1, len(classify.Categories)-1).Draw(t, "category"); i < 0 {
			worse.Answers[a] = max(c.Answers[a], drawLevel(t))
		} else {
			worse.Effects[a] = c.Effects[a].With(i, max(c.Effects[a][i], drawLevel(t)))
		}
		if after := worse.Suggested(a); after < before {
			t.Fatalf("%v is suggested, with a more serious answer %v", before, after)
		}
		if before != max(c.Answers[a], c.Effects[a].Highest()) {
			t.Fatalf("%v is suggested by %v and %v", before, c.Answers[a], c.Effects[a])
		}
	})
}

func TestForgetLeavesTheOtherAspects(t *testing.T) {
	whole := classify.Classification{Answers: levels(1, 2, 3, 1), Noes: [4]uint8{1, 2, 3, 1}}
	for i := range whole.Effects {
		whole.Effects[i] = classify.EffectRow{}.With(0, classify.Level2)
	}
	for _, a := range classify.Aspects {
		c := whole
		c.Forget(a)
		for _, other := range classify.Aspects {
			kept := c.Answers[other] == whole.Answers[other] && c.Effects[other] == whole.Effects[other] && c.Noes[other] == whole.Noes[other]
			if kept != (other != a) {
				t.Errorf("%s forgotten: %s is kept: %v", a.Key(), other.Key(), kept)
			}
		}
		if c.Suggested(a) != classify.Unset {
			t.Errorf("%s forgotten still suggests %v", a.Key(), c.Suggested(a))
		}
	}
}

func TestReuseTakesTheLevelsAndNotTheDecision(t *testing.T) {
	hours := 8.0
	shared := classify.Classification{
		ID: "v2", Asset: "source", State: classify.Decided, Profile: levels(1, 2, 3, 0), Reasons: [4]classify.Justification{"a", "b", "c", ""},
		Answers: levels(1, 2, 3, 0), OutageHours: &hours, DecidedBy: "Sektorchef", DecidedOn: "2026-01-01", NextReview: "2027-01-01",
	}
	c := classify.Classification{ID: "v1", Asset: "mine", State: classify.Draft, Scale: "0-3", Noes: [4]uint8{1, 0, 0, 0}}
	c.Reuse(classify.Common{ID: "common", Asset: "source"}, shared)
	want := classify.Classification{
		ID: "v1", Asset: "mine", State: classify.Draft, Scale: "0-3", Profile: shared.Profile, Reasons: shared.Reasons,
		Answers: shared.Answers, OutageHours: &hours, Common: "common", CommonVersion: "v2",
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	if *c.OutageHours = 9; hours != 8 {
		t.Error("a change of the reused hours changed the shared ones")
	}
}

func TestCommonValidate(t *testing.T) {
	for _, c := range []classify.Common{{ID: "1", Name: " ", Asset: "a"}, {ID: "1", Name: "Journaler"}} {
		if got := key(c.Validate()); got != "common.problem.name" {
			t.Errorf("%+v: %q", c, got)
		}
	}
	if err := (classify.Common{Name: "Journaler", Asset: "a"}).Validate(); err != nil {
		t.Error(err)
	}
}

func TestParticipantsAndSourcesInWords(t *testing.T) {
	for want, p := range map[string]classify.Participant{
		"Informationsägare":         {Role: "Informationsägare"},
		"Eva Ek":                    {Name: "Eva Ek"},
		"Informationsägare, Eva Ek": {Role: "Informationsägare", Name: "Eva Ek"},
	} {
		if got := p.String(); got != want {
			t.Errorf("%+v is written %q", p, got)
		}
	}
	if _, imported := (classify.Classification{}).From(); imported {
		t.Error("a classification made here comes from a list")
	}
	from, imported := classify.Classification{Source: "lista.xlsx", SourceRow: 7}.From()
	if got := from.In(text.In(text.Swedish)); !imported || got != "lista.xlsx, rad 7" {
		t.Errorf("from %q, %v", got, imported)
	}
}

func TestAspectsAreReadByKeyAndLetter(t *testing.T) {
	letters := ""
	for _, a := range classify.Aspects {
		letters += a.Letter()
		for _, written := range []string{a.Key(), a.Letter()} {
			if got, ok := classify.AspectOf(written); !ok || got != a {
				t.Errorf("%q is read as %v, %v", written, got, ok)
			}
		}
	}
	if letters != "KRTS" { // always shown in this order
		t.Errorf("the aspects are in the order %s", letters)
	}
	for _, wrong := range []string{"", "k", "C", "sekretess"} {
		if _, ok := classify.AspectOf(wrong); ok {
			t.Errorf("%q is taken for an aspect", wrong)
		}
	}
}

// Unset is a state of its own, never level 0, in text and in JSON.
func TestProfilesKeepUnsetApartFromLevel0(t *testing.T) {
	if got := levels(2, 1, -1, 0).String(); got != "K2 R1 T– S0" {
		t.Errorf("the profile is written %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		p, q := drawProfile(t), drawProfile(t)
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var back classify.Profile
		if err := json.Unmarshal(data, &back); err != nil || back != p {
			t.Fatalf("%v comes back as %v from %s: %v", p, back, data, err)
		}
		if unset := strings.Count(p.String(), "–"); p.Complete() != (unset == 0) || p.Empty() != (unset == 4) {
			t.Fatalf("%v: complete %v, empty %v", p, p.Complete(), p.Empty())
		}
		for _, a := range classify.Aspects {
			if low := p.Min(q).Of(a); low > p.Of(a) || low > q.Of(a) || low != p.Of(a) && low != q.Of(a) {
				t.Fatalf("the lower of %v and %v is %v", p, q, p.Min(q))
			}
		}
	})
}

func TestMatrixValidate(t *testing.T) {
	long := strings.Repeat("å", 240)
	for name, test := range map[string]struct {
		matrix classify.Matrix
		want   string
	}{
		"shipped":             {classify.Matrix{}, ""},
		"as long as may be":   {classify.Matrix{}.With("legal", 3, long), ""},
		"too long a text":     {classify.Matrix{}.With("legal", 3, long+"å"), "matrix.problem.long"},
		"too long a name":     {classify.Matrix{}.With("legal", classify.NameCell, long+"å"), "matrix.problem.long"},
		"an unknown category": {classify.Matrix{}.With("weather", 0, "Regn"), "matrix.problem.category"},
	} {
		if got := key(test.matrix.Validate()); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// A matrix is never changed in place: protocols keep the words they were made with.
func TestMatrixWithLeavesTheOriginal(t *testing.T) {
	p := text.In(text.Swedish)
	first := classify.Matrix{}.With("trust", 1, "Klagomål")
	second := first.With("trust", 2, "Tidningen")
	if first.Replaced("trust", 2) || !second.Replaced("trust", 1) || !second.Replaced("trust", 2) {
		t.Errorf("first %+v, second %+v", first, second)
	}
	if got := first.Text(p, "trust", 2); got != classify.Shipped(p, "trust", 2) || first.ID() == second.ID() {
		t.Errorf("the first matrix says %q", got)
	}
	if got := classify.Shipped(p, "trust", classify.NameCell); got != p.T("matrix.trust") {
		t.Errorf("the category is named %q", got)
	}
}

// Another level takes along what the old one rested on, in its own aspect and in no other.
func TestAnotherLevelTakesItsReasonAlong(t *testing.T) {
	c := classify.Classification{Profile: classify.Profile{classify.Level3, classify.Level2, classify.Level1, classify.Level0}, Answers: classify.Profile{classify.Level3, classify.Level2}}
	for i := range c.Reasons {
		c.Reasons[i], c.Deviations[i], c.Noes[i] = "because", "though", 2
		c.Effects[i] = c.Effects[i].With(0, classify.Level2)
	}
	if same := c.At(classify.Confidentiality, classify.Level3); same.Reasons != c.Reasons || same.Effects != c.Effects {
		t.Errorf("the same level changed %+v", same)
	}
	for _, a := range classify.Aspects {
		got := c.At(a, classify.Unset)
		for _, other := range classify.Aspects {
			if other == a {
				if got.Profile[a] != classify.Unset || got.Reasons[a] != "" || got.Deviations[a] != "" || got.Noes[a] != 0 || got.Answers[a] != classify.Unset || got.Effects[a] != (classify.EffectRow{}) {
					t.Errorf("%v keeps something: %+v", a, got)
				}
			} else if got.Profile[other] != c.Profile[other] || got.Reasons[other] != "because" || got.Effects[other] != c.Effects[other] || got.Noes[other] != 2 {
				t.Errorf("%v took something of %v along", a, other)
			}
		}
	}
	c.State, c.DecidedBy, c.DecidedOn, c.NextReview, c.Participants = classify.Decided, "Chef", "2026-01-01", "2027-01-01", []classify.Participant{{Role: "Chef"}}
	if u := c.Undecided(); u.State != classify.Imported || u.DecidedBy+u.DecidedOn+u.NextReview != "" || u.Participants != nil || u.Profile != c.Profile {
		t.Errorf("undecided is %+v", u)
	}
}
