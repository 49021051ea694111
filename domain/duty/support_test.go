package duty_test

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

var ctx = context.Background()

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// arrived is the day everything in the tests came into the register.
const arrived = "2026-02-01"

func fresh(t testing.TB) *register.Register { return over(t, memory.New()) }

func over(t testing.TB, store ledger.Store) *register.Register {
	t.Helper()
	r, err := register.Open(ctx, store, register.Options{
		Who: "anna", Entropy: rand.Reader, Now: func() time.Time { return time.Date(2026, 2, 1, 9, 30, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func commit(t testing.TB, r *register.Register, edits ...register.Edit) {
	t.Helper()
	if _, err := r.Commit(ctx, text.Msg("why.settings"), edits...); err != nil {
		t.Fatal(err)
	}
}

// levels is a profile of four digits, K R T S.
func levels(digits string) classify.Profile {
	var p classify.Profile
	for i, d := range digits {
		p[i], _ = classify.Scale03.Read(string(d))
	}
	return p
}

// scene is one asset with what belongs to it, to be spoilt by a test before it
// is stored. As it comes it meets every duty.
type scene struct {
	unit       asset.Unit
	asset      asset.Asset
	class      *classify.Classification
	draft      bool
	answers    map[string]requirement.Answer // those that are not Met
	unanswered []string
	exceptions []requirement.Exception
	documents  []governance.Document
	checks     []governance.Check
}

func hours(n float64) *float64 { return &n }

func sound(r *register.Register, digits string) *scene {
	unit := asset.Unit{ID: r.NewID(), Name: "Socialförvaltningen", Kind: asset.Department, Manager: "Socialchef"}
	a := asset.Asset{ID: r.NewID(), Name: "Journalsystem", Kind: asset.System, Unit: unit.ID, Status: asset.InOperation}
	a = a.With(asset.InformationOwner, "Verksamhetschef").With("personal_data", "ja").
		With("risk_done_flag", "Ja, 2026-03-01").With("ssp_flag", "Ja, 2026-03-01").With("outage_plan_flag", "2026-03-01")
	return &scene{
		unit: unit, asset: a, answers: map[string]requirement.Answer{}, documents: documents(r), checks: checks(r, unit.ID),
		class: &classify.Classification{
			ID: r.NewID(), Asset: a.ID, State: classify.Decided, Scale: "0-3", Profile: levels(digits),
			Reasons: [4]classify.Justification{"skäl", "skäl", "skäl", "skäl"}, OutageHours: hours(8), LossHours: hours(24),
			DecidedBy: "Socialchef", DecidedOn: "2026-03-01", NextReview: "2027-03-01",
		},
	}
}

// documents are those that a municipality must have.
func documents(r *register.Register) []governance.Document {
	return []governance.Document{
		{ID: r.NewID(), Kind: governance.Policy, Title: "Informationssäkerhetspolicy", Body: governance.Council, DecidedOn: "2026-01-15", NextReview: "2027-01-15"},
		{ID: r.NewID(), Kind: governance.Rule, Title: "Regler för medarbetare", Body: governance.ManagementGroup, DecidedOn: "2026-01-20", NextReview: "2027-01-20"},
	}
}

// checks are those that a unit with staff records every year.
func checks(r *register.Register, unit string) []governance.Check {
	twenty := 20
	return []governance.Check{
		{ID: r.NewID(), Kind: governance.Needs, Unit: unit, On: "2026-03-01", By: "Ordföranden", Outcome: "De gemensamma reglerna räcker."},
		{ID: r.NewID(), Kind: governance.Training, Unit: unit, On: "2026-03-01", By: "Socialchef", Staff: &twenty, Trained: &twenty},
		{ID: r.NewID(), Kind: governance.Compliance, Unit: unit, On: "2026-03-01", By: "Socialchef", Answers: []governance.Answer{{Question: "Följs reglerna?", Reply: governance.Yes}}},
	}
}

func (s *scene) with(f asset.Field, value string) { s.asset = s.asset.With(f, value) }

func (s *scene) store(t testing.TB, r *register.Register) {
	t.Helper()
	edits := []register.Edit{register.PutUnit(s.unit, 0), register.PutAsset(s.asset, 0)}
	var profile classify.Profile
	if s.class != nil {
		profile = s.class.Profile
		edits = append(edits, register.PutClassification(*s.class))
	}
	if s.draft {
		edits = append(edits, register.PutDraft(classify.Classification{Asset: s.asset.ID, State: classify.Draft, Scale: "0-3"}, 0))
	}
	silent := map[string]bool{}
	for _, id := range s.unanswered {
		silent[id] = true
	}
	for _, req := range requirement.Shipped.Select(requirement.ObjectOf(s.asset, profile)).Requirements {
		answer, ok := s.answers[req.ID]
		if !ok {
			answer = requirement.Met
		}
		if !silent[req.ID] {
			edits = append(edits, register.PutAssessment(requirement.Assessment{Asset: s.asset.ID, Requirement: req.ID, Answer: answer, Comment: "sett", On: "2026-04-01"}, 0))
		}
	}
	for _, d := range s.documents {
		edits = append(edits, register.PutDocument(d, 0))
	}
	for _, c := range s.checks {
		edits = append(edits, register.PutCheck(c, 0))
	}
	for _, x := range s.exceptions {
		x.Asset = s.asset.ID
		edits = append(edits, register.PutException(x, 0))
	}
	commit(t, r, edits...)
}

func except(req, from, ends string) requirement.Exception {
	return requirement.Exception{Requirement: req, Reason: "dyrt", Measure: "spärrat nät", DecidedBy: "Socialchef", DecidedOn: from, Ends: ends}
}

// found is a finding as a person reads it.
type found struct {
	Duty                                      duty.ID
	Severity                                  string
	Policy, Missing, Since, Responsible, Step string
}

func told(findings []duty.Finding) []found {
	p := text.In(text.Swedish)
	var out []found
	for _, f := range findings {
		out = append(out, found{f.ID, f.Severity.Key(), f.Policy().In(p), f.Missing().In(p), f.Since, f.Responsible, string(f.Remedy)})
	}
	return out
}

// on finds what an asset lacks, the most serious first.
func on(j *duty.Judgement, id string) []duty.Finding {
	return j.Find(func(f duty.Finding) bool { return f.Record != nil && f.On() == id })
}
