package classification

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

var formToday = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func newForm(scale classify.Scale) *classForm {
	return newClassForm(classify.Classification{Asset: "a", Scale: scale.ID, DecidedOn: "2026-11-23"}, scale, false, formToday)
}

func TestLadder(t *testing.T) {
	const k = classify.Confidentiality
	for _, tc := range []struct {
		name    string
		answers string // j, n in turn
		level   classify.Level
		asked   int
	}{
		{"nothing answered", "", classify.Unset, 1},
		{"not Sweden's security", "n", classify.Unset, 2},
		{"the gravest", "nj", classify.Level3, 2},
		{"the middle", "nnj", classify.Level2, 3},
		{"the mildest", "nnnj", classify.Level1, 4},
		{"no to all", "nnnn", classify.Level0, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newForm(classify.Scale03)
			for i, answer := range tc.answers {
				if f.Reply(k, i, answer == 'j') {
					t.Fatal("stopped")
				}
			}
			if got := f.Class.Profile.Of(k); got != tc.level || f.Class.Answers.Of(k) != tc.level || f.Ladder[k].Asked() != tc.asked {
				t.Errorf("level %v, suggested %v, %d questions; want %v and %d", got, f.Class.Answers.Of(k), f.Ladder[k].Asked(), tc.level, tc.asked)
			}
		})
	}
}

func TestSwedensSecurityChangesNothing(t *testing.T) {
	f := newForm(classify.Scale03)
	if !f.Reply(classify.Confidentiality, 0, true) {
		t.Fatal("the form should stop")
	}
	if f.Changed() || f.Ladder[classify.Confidentiality].Answers[0] != unanswered {
		t.Error("the answer left a trace")
	}
}

// What a draft keeps of the answers brings the ladder back as it was.
func TestLadderComesBackFromADraft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := newForm(rapid.SampledFrom(classify.Scales).Draw(t, "scale"))
		a := rapid.SampledFrom(classify.Aspects[:]).Draw(t, "aspect")
		for {
			i, waits := f.Ladder[a].AtHand()
			if !waits {
				break
			}
			f.Reply(a, i, !f.Ladder[a].Questions[i].Stop && rapid.Bool().Draw(t, "yes"))
		}
		again := newClassForm(f.Snapshot(), f.Scale, true, formToday)
		if !slices.Equal(again.Ladder[a].Answers, f.Ladder[a].Answers) {
			t.Errorf("was %v, came back as %v", f.Ladder[a].Answers, again.Ladder[a].Answers)
		}
		if again.Changed() {
			t.Error("a draft that was only opened is unchanged")
		}
	})
}

// Whatever is answered, the level chosen protects at least as well as the answers suggest.
func TestScaleNeverLowersTheSuggestion(t *testing.T) {
	for _, scale := range classify.Scales {
		for i := range 3 {
			f := newForm(scale)
			for j := range i {
				f.Reply(classify.Integrity, j, false)
			}
			f.Reply(classify.Integrity, i, true)
			if chosen := f.Class.Profile.Of(classify.Integrity); chosen < f.Class.Answers.Of(classify.Integrity) {
				t.Errorf("%s: answers suggest %v, chosen %v", scale.ID, f.Class.Answers, chosen)
			}
			if _, departs := f.Departs(classify.Integrity); departs {
				t.Errorf("%s: the level suggested is no departure", scale.ID)
			}
		}
	}
}

func TestNextReviewFollowsLevelsAndDayUntilChosenByHand(t *testing.T) {
	f := newForm(classify.Scale03)
	for _, a := range classify.Aspects {
		f.Choose(a, classify.Level1)
	}
	if f.Class.NextReview != "" {
		t.Error("a draft bears no day of review before the decision is near")
	}
	day := func(want string) {
		t.Helper()
		if f.Class.NextReview != want {
			t.Errorf("next review %s, want %s", f.Class.NextReview, want)
		}
	}
	f.Go(stepDecision)
	day("2028-11-23")
	f.Choose(classify.Integrity, classify.Level2)
	day("2027-11-23")
	f.SetDecidedOn(formToday.AddDate(0, 0, -3))
	day("2027-11-20")
	f.SetNextReview(formToday.AddDate(0, 6, 0))
	f.Choose(classify.Integrity, classify.Level1)
	day("2027-05-23")
	f.SetNextReview(time.Time{})
	day("2028-11-20")
}

func TestOldDraftIsDecidedToday(t *testing.T) {
	f := newClassForm(classify.Classification{Scale: "0-3", DecidedOn: "2026-08-01"}, classify.Scale03, true, formToday)
	if f.Class.DecidedOn != "2026-11-23" || f.Changed() {
		t.Errorf("decided on %s, changed %v", f.Class.DecidedOn, f.Changed())
	}
}

func TestEmptyParticipantsAreLeftOut(t *testing.T) {
	f := newForm(classify.Scale03)
	f.Class.Participants = []classify.Participant{{}, {Role: "Systemförvaltare"}, {}}
	if got := f.Snapshot().Participants; len(got) != 1 {
		t.Errorf("participants %v", got)
	}
}

func TestQuickReasonsAreAddedOnce(t *testing.T) {
	f := newForm(classify.Scale03)
	f.SetReason(classify.Integrity, "  Egen text. ")
	f.AddReason(classify.Integrity, "Fel sprids.")
	if got := f.AddReason(classify.Integrity, "Fel sprids."); got != "Egen text. Fel sprids." {
		t.Errorf("reason %q", got)
	}
}

func TestStepsOpenWhereSomethingIsMissing(t *testing.T) {
	f := newForm(classify.Scale03)
	if f.FirstOpen() != stepConfidentiality {
		t.Errorf("a new one goes on at %d", f.FirstOpen())
	}
	f.Choose(classify.Confidentiality, classify.Level0)
	f.Choose(classify.Integrity, classify.Level2)
	if f.FirstOpen() != stepIntegrity || !f.ReasonMissing(classify.Integrity) {
		t.Error("the reason of R is missing")
	}
	f.SetReason(classify.Integrity, "Beslut.")
	f.Choose(classify.Availability, classify.Level0)
	f.Choose(classify.Traceability, classify.Level0)
	if done := f.Done(); f.FirstOpen() != stepDecision || !done[stepTraceability] || done[stepDecision] {
		t.Errorf("done %v", done)
	}
	for _, p := range f.AllProblems() {
		if f.StepOfProblem(p) != stepDecision {
			t.Errorf("problem %v", p)
		}
	}
}

func TestConsequencesAreToldWithTheCodesOfTheScale(t *testing.T) {
	p := text.In(text.Swedish)
	a := asset.Asset{Kind: asset.System}
	var told []string
	for _, l := range consequenceLines(p, classify.Scale14, classify.DefaultDemands, a, classify.Profile{classify.Level3, classify.Level0}) {
		told = append(told, l.Words+" | "+l.Why)
	}
	all := strings.Join(told, "\n")
	for _, want := range []string{"Därför att K4", "Avbrottsplan | Avgörs av Tillgänglighet", "Systemsäkerhetsplan | Avgörs av Tillgänglighet", "inom 12 månader"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not told in\n%s", want, all)
		}
	}
}

func TestLevelCardsFollowTheScale(t *testing.T) {
	for _, lang := range text.Langs {
		for _, scale := range classify.Scales {
			cards := LevelCards(text.In(lang), scale, classify.Matrix{})
			if len(cards) != len(scale.Levels) {
				t.Errorf("%s: %d cards", scale.ID, len(cards))
			}
			for _, c := range cards {
				if strings.Contains(c.Whole+c.Meaning, "[") || strings.Count(c.Whole, "\n") != len(classify.Categories)-1 {
					t.Errorf("%s %s: %q", lang, c.Label, c.Whole)
				}
			}
		}
	}
}

// A ladder left in the middle comes back in the middle.
func TestHalfAnsweredLadderComesBack(t *testing.T) {
	f := newForm(classify.Scale03)
	for i := range 2 {
		f.Reply(classify.Confidentiality, i, false)
	}
	again := newClassForm(f.Snapshot(), f.Scale, true, formToday)
	if i, waits := again.Ladder[classify.Confidentiality].AtHand(); !waits || i != 2 || !f.Changed() {
		t.Errorf("question %d, waits %v, changed %v", i, waits, f.Changed())
	}
	f.Reply(classify.Confidentiality, 2, true)
	if f.Class.Noes != [4]uint8{} {
		t.Errorf("what is answered needs no count: %v", f.Class.Noes)
	}
}

func TestMostSeriousCategoryChoosesTheLevel(t *testing.T) {
	p := text.In(text.Swedish)
	f := newForm(classify.Scale03)
	a := classify.Integrity
	level := func(want classify.Level, words string) {
		t.Helper()
		if got := f.Class.Profile.Of(a); got != want {
			t.Errorf("level %v, want %v", got, want)
		}
		if got := leadsTo(p, f, classify.Matrix{}, a); got != words {
			t.Errorf("said %q, want %q", got, words)
		}
	}
	level(classify.Unset, "")
	f.Rate(a, 2, classify.Level1)
	level(classify.Level1, "Ekonomi avgör: 1 Måttlig.")
	f.Rate(a, 0, classify.Level3)
	f.Rate(a, 3, classify.Level3)
	level(classify.Level3, "Enskilda, Rättsliga krav avgör: 3 Allvarlig.")
	f.Choose(a, classify.Level0)
	level(classify.Level0, "Enskilda, Rättsliga krav avgör: 3 Allvarlig. Du har valt 0 Försumbar. Skriv varför i motiveringen.")
	if !f.ReasonMissing(a) {
		t.Error("a departure needs a reason")
	}
	f.Rate(a, 0, classify.Level3) // again: taken away
	f.Rate(a, 3, classify.Level3)
	level(classify.Level1, "Ekonomi avgör: 1 Måttlig.")
	f.Reply(a, 0, false)
	f.Reply(a, 1, true)
	level(classify.Level2, "Svaren leder till 2 Betydande.")
}

func TestBringsAreToldAgainstTheLevelsInForce(t *testing.T) {
	p := text.In(text.Swedish)
	rec := &register.Record{Asset: asset.Asset{Kind: asset.System}, Class: &classify.Classification{Scale: "0-3", Profile: classify.Profile{classify.Level1, classify.Level1, classify.Level3, classify.Level1}}}
	f := newForm(classify.Scale03)
	f.Class.Profile = classify.Profile{classify.Level3, classify.Level1, classify.Level1, classify.Level1}
	b := bringsOf(p, requirement.Shipped, f, rec)
	if len(b.Gone) != 2 || !strings.Contains(b.Gone[0], "Kritiskt system") || !strings.Contains(b.Gone[1], "avbrottsplan") || !strings.Contains(b.Requirements, " nya · ") {
		t.Errorf("%+v", b)
	}
	for _, l := range b.Lines {
		if l.New {
			t.Errorf("%s is not new", l.Words)
		}
	}
	rec.Class.Profile = classify.Profile{classify.Level1, classify.Level1, classify.Level1, classify.Level1}
	if b = bringsOf(p, requirement.Shipped, f, rec); !b.Lines[0].New || len(b.Gone) != 0 {
		t.Errorf("%+v", b)
	}
}
