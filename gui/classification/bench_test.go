package classification

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// large is a register of n assets in twenty units, half of them decided.
func large(b *testing.B, n int) *register.Register {
	b.Helper()
	r, err := register.Open(context.Background(), memory.New(), register.Options{
		Who: "b", Now: func() time.Time { return formToday.Add(10 * time.Hour) }, Entropy: rand.New(rand.NewSource(1)),
	})
	if err != nil {
		b.Fatal(err)
	}
	var edits []register.Edit
	units := make([]asset.Unit, 20)
	for i := range units {
		units[i] = asset.Unit{ID: r.NewID(), Name: fmt.Sprintf("Nämnd %d", i), Kind: asset.Committee}
		edits = append(edits, register.PutUnit(units[i], 0))
	}
	for i := range n {
		a := asset.Asset{ID: r.NewID(), Name: fmt.Sprintf("System %d", i), Kind: asset.System, Unit: units[i%len(units)].ID}
		edits = append(edits, register.PutAsset(a, 0))
		c := classify.Classification{ID: r.NewID(), Asset: a.ID, Scale: "0-3", State: classify.Imported, Profile: classify.Profile{1, 2, 3, 4}}
		if i%2 == 0 {
			c.State, c.NextReview = classify.Decided, text.Date(formToday.AddDate(0, 0, i%900-100))
		}
		edits = append(edits, register.PutClassification(c))
	}
	if _, err := r.Commit(context.Background(), text.Msg("why.settings"), edits...); err != nil {
		b.Fatal(err)
	}
	return r
}

func BenchmarkClassTasks100k(b *testing.B) {
	r, p := large(b, 100_000), text.In(text.Swedish)
	j := duty.NewJudge().Register(r, r.Today())
	b.ReportAllocs()
	for b.Loop() {
		classTasks(p, r, j)
	}
}
