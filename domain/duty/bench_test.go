package duty_test

import (
	"context"
	"fmt"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/storage/memory"
)

// large is a register of a hundred thousand assets, most of them with something missing.
func large(b *testing.B) *register.Register {
	b.Helper()
	store := memory.New()
	r := over(b, store)
	var edits []register.Edit
	var units []string
	for i := range 200 {
		u := asset.Unit{ID: r.NewID(), Name: fmt.Sprintf("Enhet %d", i), Kind: asset.Department}
		if i%10 == 0 {
			u.Manager = "Förvaltningschef"
		} else {
			u.Parent = units[i-i%10]
		}
		units = append(units, u.ID)
		edits = append(edits, register.PutUnit(u, 0))
	}
	for i := range 100_000 {
		a := asset.Asset{ID: r.NewID(), Name: fmt.Sprintf("Verksamhetssystem %d", i), Kind: asset.System, Unit: units[i%len(units)], Status: asset.InOperation}
		a = a.With("personal_data", "Ja, känsliga").With(asset.SystemOwner, "Verksamhetschef").With("ssp_flag", "ja 2025-01-01")
		edits = append(edits, register.PutAsset(a, 0))
		if i%5 == 0 {
			continue
		}
		edits = append(edits, register.PutClassification(classify.Classification{
			ID: r.NewID(), Asset: a.ID, State: classify.Decided, Scale: "0-3", Profile: levels(fmt.Sprintf("%d%d%d%d", i%4, i/4%4, i/16%4, i/64%4)),
			DecidedOn: "2025-01-10", NextReview: fmt.Sprintf("2027-%02d-10", i%12+1),
		}))
		if i%10 == 1 {
			for _, id := range []string{"ORG-01", "ORG-02", "BEH-01"} {
				edits = append(edits, register.PutAssessment(requirement.Assessment{Asset: a.ID, Requirement: id, Answer: requirement.Partly, On: "2026-01-01"}, 0))
			}
		}
	}
	commit(b, r, edits...)
	return over(b, &nowhere{store, 1})
}

// nowhere is a store that forgets what it is given, so that only the judging and the register's own part are measured.
type nowhere struct {
	ledger.Store
	rev ledger.Revision
}

func (s *nowhere) Commit(context.Context, ledger.Commit) (ledger.Revision, error) {
	s.rev++
	return s.rev, nil
}

// A full judgement of 100,000 assets is to take less than 500 ms.
func BenchmarkFullJudgement(b *testing.B) {
	r := large(b)
	r.Records()
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = 0
		for range duty.NewJudge().Register(r, today).Findings() {
			n++
		}
	}
	b.ReportMetric(float64(n), "findings")
}

func BenchmarkArrangeAll(b *testing.B) {
	j := duty.NewJudge().Register(large(b), today)
	for b.Loop() {
		j.Find(nil)
	}
}

// One edit judges again only the asset that it touched.
func BenchmarkJudgeAfterOneEdit(b *testing.B) {
	r := large(b)
	judge := duty.NewJudge()
	judge.Register(r, today)
	id := r.Records()[50_000].Asset.ID
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		i++
		rec, _ := r.Record(id)
		if _, err := r.ChangeAsset(ctx, rec.Asset.With(asset.Note, fmt.Sprint(i)), rec.Revision); err != nil {
			b.Fatal(err)
		}
		judge.Register(r, today)
	}
}
