package requirement_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/requirement"
)

func shippedOne(t interface {
	Helper()
	Fatalf(string, ...any)
}, id string) requirement.Requirement {
	t.Helper()
	r, ok := requirement.Shipped.ByID(id)
	if !ok {
		t.Fatalf("%s is not shipped", id)
	}
	return *r
}

func off(r requirement.Requirement) requirement.Change {
	return requirement.Change{ID: r.ID, Off: true, Reason: "gäller inte oss", Was: &r}
}

func own(id string, replaces ...string) requirement.Change {
	return requirement.Change{ID: id, Own: &requirement.Requirement{
		ID: id, Category: "BEH", Aspects: requirement.Aspects{classify.Confidentiality}, Rank: 2, Target: requirement.OnSystem, Replaces: replaces,
		Title: requirement.Words{Swedish: "Inloggning med kort"}, Text: requirement.Words{Swedish: "Inloggning sker med tjänstekort."},
	}}
}

func with(changes ...requirement.Change) map[string]requirement.Change {
	out := map[string]requirement.Change{}
	for _, c := range changes {
		out[c.ID] = c
	}
	return out
}

func TestInForce(t *testing.T) {
	rank, words := 2, requirement.Words{Swedish: "Kommunens egen rubrik"}
	beh06 := shippedOne(t, "BEH-06")
	changed := requirement.Change{ID: "BEH-06", Rank: &rank, Title: &words, Was: &beh06}
	system := requirement.Object{System: true, PersonalData: asset.No, Profile: levels("1000")}
	strict := system
	strict.Profile = levels("3000")
	for name, test := range map[string]struct {
		changes    map[string]requirement.Change
		object     requirement.Object
		has, lacks []string
	}{
		"nothing decided":                        {nil, system, []string{"BEH-06", "BEH-07"}, nil},
		"switched off":                           {with(off(shippedOne(t, "BEH-06"))), system, []string{"BEH-07"}, []string{"BEH-06"}},
		"at a higher rank":                       {with(changed), system, nil, []string{"BEH-06"}},
		"and brought by it":                      {with(changed), strict, []string{"BEH-06"}, nil},
		"an own one stands instead of a shipped": {with(own("EGNA-001", "BEH-09")), strict, []string{"EGNA-001"}, []string{"BEH-09", "BEH-08", "BEH-07"}},
		"an own one does not apply yet":          {with(own("EGNA-001", "BEH-07")), system, []string{"BEH-07"}, []string{"EGNA-001"}},
		"an own one is switched off": {with(requirement.Change{ID: "EGNA-001", Own: own("EGNA-001", "BEH-09").Own, Off: true, Reason: "prövas"}),
			strict, []string{"BEH-09"}, []string{"EGNA-001"}},
		"what replaces is off, what is replaced comes back": {with(off(shippedOne(t, "BEH-09"))), strict, []string{"BEH-08"}, []string{"BEH-09", "BEH-07"}},
		"a chain holds through what is off":                 {with(off(shippedOne(t, "BEH-08"))), strict, []string{"BEH-09"}, []string{"BEH-08", "BEH-07"}},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := requirement.Shipped.With(test.changes)
			if len(problems) > 0 {
				t.Fatalf("problems: %v", problems)
			}
			got := ids(c.Select(test.object))
			for _, id := range test.has {
				if !slices.Contains(got, id) {
					t.Errorf("%s is missing", id)
				}
			}
			for _, id := range test.lacks {
				if slices.Contains(got, id) {
					t.Errorf("%s should not be there", id)
				}
			}
		})
	}
	if all := requirement.Shipped.All(); len(all) != 90 || shippedOne(t, "BEH-06").Rank != 1 {
		t.Error("the shipped catalogue was changed")
	}
}

func TestOwnRequirementsStandInTheirCategory(t *testing.T) {
	c, _ := requirement.Shipped.With(with(own("EGNA-001"), own("EGNA-002")))
	var beh []string
	for _, r := range c.All() {
		if r.Category == "BEH" {
			beh = append(beh, r.ID)
		}
	}
	if got := strings.Join(beh[len(beh)-3:], " "); got != "BEH-14 EGNA-001 EGNA-002" {
		t.Errorf("the last ones are %s", got)
	}
	if next := c.NextOwn(); next != "EGNA-003" {
		t.Errorf("the next own one is proposed as %s", next)
	}
}

func TestWhatDoesNotHoldTogetherIsLeftOutAndTold(t *testing.T) {
	for name, test := range map[string]struct {
		changes map[string]requirement.Change
		key     string
	}{
		"leads nowhere":  {with(own("EGNA-001", "BEH-99")), "catalogue.problem.loose"},
		"another target": {with(own("EGNA-001", "INF-01")), "catalogue.problem.otherTarget"},
		"itself":         {with(own("EGNA-001", "EGNA-001")), "catalogue.problem.ring"},
		"a ring":         {with(own("EGNA-001", "EGNA-002"), own("EGNA-002", "EGNA-001")), "catalogue.problem.ring"},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := requirement.Shipped.With(test.changes)
			if len(problems) != 1 || problems[0].Message.Key != test.key {
				t.Errorf("told: %v", problems)
			}
			if _, ok := c.ByID("EGNA-001"); !ok {
				t.Error("the requirement itself is gone")
			}
		})
	}
}

func TestValidateChange(t *testing.T) {
	rank := 4
	beh06 := shippedOne(t, "BEH-06")
	spoilt := func(spoil func(*requirement.Requirement)) requirement.Change {
		c := own("EGNA-001")
		spoil(c.Own)
		return c
	}
	silent := off(beh06)
	silent.Reason = " "
	for name, test := range map[string]struct {
		change requirement.Change
		key    string
	}{
		"own":                      {own("EGNA-001"), ""},
		"off":                      {off(beh06), ""},
		"off without a reason":     {silent, "catalogue.problem.reason"},
		"nothing":                  {requirement.Change{ID: "BEH-06", Was: &beh06}, "catalogue.problem.empty"},
		"no id":                    {own("egna"), "catalogue.problem.id"},
		"of nothing":               {requirement.Change{ID: "BEH-06", Off: true, Reason: "x"}, "catalogue.problem.of"},
		"a rank that is none":      {requirement.Change{ID: "BEH-06", Rank: &rank, Was: &beh06}, "catalogue.problem.rank"},
		"a weight that is none":    {spoilt(func(r *requirement.Requirement) { r.Weight = 6 }), "catalogue.problem.weight"},
		"no words":                 {spoilt(func(r *requirement.Requirement) { r.Text.Swedish = "" }), "catalogue.problem.words"},
		"a long title":             {spoilt(func(r *requirement.Requirement) { r.Title.Swedish = strings.Repeat("å", 201) }), "catalogue.problem.titleLong"},
		"no aspect":                {spoilt(func(r *requirement.Requirement) { r.Aspects = nil }), "catalogue.problem.aspects"},
		"an unknown category":      {spoilt(func(r *requirement.Requirement) { r.Category = "XYZ" }), "catalogue.problem.unknown"},
		"an unknown target":        {spoilt(func(r *requirement.Requirement) { r.Target = "huset" }), "catalogue.problem.unknown"},
		"no ISO number but a word": {spoilt(func(r *requirement.Requirement) { r.ISO = "A.5" }), "catalogue.problem.unknown"},
	} {
		t.Run(name, func(t *testing.T) { says(t, test.change.Validate(), test.key) })
	}
	if !requirement.Reserved("BEH-99") || requirement.Reserved("EGNA-001") {
		t.Error("the ids of the program are not kept apart from those of a municipality")
	}
}

func TestAChangeComesBackFromItsDocument(t *testing.T) {
	for _, c := range []requirement.Change{own("EGNA-001", "BEH-09"), off(shippedOne(t, "BEH-08"))} {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back requirement.Change
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c, back); diff != "" {
			t.Error(diff)
		}
		if !strings.Contains(string(data), `"aspects":"K`) {
			t.Errorf("aspects are not stored as letters: %s", data)
		}
	}
}

func TestRenewals(t *testing.T) {
	old := shippedOne(t, "BEH-06")
	old.Text.Swedish = "Den gamla texten."
	rank := 3
	changed := requirement.Change{ID: "BEH-06", Rank: &rank, Was: &old}
	gone := shippedOne(t, "BEH-07")
	gone.ID = "BEH-77"
	left := requirement.Change{ID: "BEH-77", Rank: &rank, Was: &gone}
	changes := with(changed, left, off(shippedOne(t, "BEH-10")), own("EGNA-001"))
	renewals := requirement.Shipped.Renewals(changes)
	if len(renewals) != 2 || renewals[0].Change.ID != "BEH-06" || renewals[1].New != nil {
		t.Fatalf("renewals: %+v", renewals)
	}
	if now := renewals[0].Now; now.Rank != 3 || now.Text != shippedOne(t, "BEH-06").Text || renewals[0].Old.Text.Swedish != "Den gamla texten." {
		t.Errorf("in force meanwhile: %+v", now)
	}
	if c, _ := requirement.Shipped.With(changes); !inCatalogue(c, "BEH-77") {
		t.Error("a changed requirement that is not shipped any longer is lost before anyone has chosen")
	}
	for _, r := range renewals {
		changes[r.Change.ID] = r.Kept()
		says(t, r.Kept().Validate(), "")
	}
	if again := requirement.Shipped.Renewals(changes); len(again) != 0 {
		t.Errorf("asked again after the choice: %+v", again)
	}
	c, _ := requirement.Shipped.With(changes)
	if r, ok := c.ByID("BEH-77"); !ok || r.Rank != 3 {
		t.Error("what was kept is not there")
	}
}

func inCatalogue(c *requirement.Catalogue, id string) bool {
	_, ok := c.ByID(id)
	return ok
}

// drawCatalogue is a municipality's catalogue: some switched off, some at
// another rank, some of its own that replace others.
func drawCatalogue(t *rapid.T) *requirement.Catalogue {
	changes := map[string]requirement.Change{}
	all := requirement.Shipped.All()
	for range rapid.IntRange(0, 12).Draw(t, "changes") {
		r := all[rapid.IntRange(0, len(all)-1).Draw(t, "which")]
		if rapid.Bool().Draw(t, "off") {
			changes[r.ID] = off(r)
			continue
		}
		rank := rapid.IntRange(0, 3).Draw(t, "rank")
		changes[r.ID] = requirement.Change{ID: r.ID, Rank: &rank, Was: &r}
	}
	for n := range rapid.IntRange(0, 4).Draw(t, "own") {
		id := fmt.Sprintf("EGNA-%03d", n+1)
		c := own(id)
		c.Own.Target = rapid.SampledFrom(requirement.Targets).Draw(t, "target")
		c.Own.Rank = rapid.IntRange(0, 3).Draw(t, "rank")
		c.Own.Aspects = requirement.Aspects{rapid.SampledFrom(classify.Aspects[:]).Draw(t, "aspect")}
		for range rapid.IntRange(0, 3).Draw(t, "replaces") {
			other := all[rapid.IntRange(0, len(all)-1).Draw(t, "replaced")].ID
			if rapid.Bool().Draw(t, "own one") {
				other = fmt.Sprintf("EGNA-%03d", rapid.IntRange(1, 4).Draw(t, "number"))
			}
			c.Own.Replaces = append(c.Own.Replaces, other)
		}
		changes[id] = c
	}
	c, _ := requirement.Shipped.With(changes)
	return c
}

// A municipality's own catalogue keeps what holds for the shipped one.
func TestTheInvariantsHoldInAnyCatalogue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCatalogue(t)
		low := drawObject(t)
		high := low
		for i := range high.Profile {
			high.Profile[i] = max(high.Profile[i], anyLevel.Draw(t, "raised"))
		}
		before, after := c.Select(low), c.Select(high)
		for _, id := range ids(before) {
			if c.Off(id) {
				t.Fatalf("%s is off and is there", id)
			}
			if replacedBy(before, id) {
				t.Fatalf("%s is there beside what replaces it", id)
			}
			if _, stays := after.Find(id); !stays && !replacedBy(after, id) {
				t.Fatalf("%s at %v is gone at %v", id, low.Profile, high.Profile)
			}
		}
		if f := before.Fulfil(requirement.Standing{}, today); f.All.Met+f.All.Partly+f.All.Inapplicable != 0 || f.All.Unassessed != len(before.Requirements) {
			t.Fatalf("no answers at all: %+v", f.All)
		}
	})
}
