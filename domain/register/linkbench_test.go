package register_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/holding"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
	"infoklass/storage/memory"
)

// linked is a filled register in which every other asset is an information set
// that lies in three systems; one set lies in a thousand.
func linked(b *testing.B, r *register.Register, n int) (widest string) {
	b.Helper()
	fill(b, r, n)
	records := r.Records()
	var edits []register.Edit
	for i := 0; i+7 < n; i += 2 {
		set := records[i].Asset.Clone()
		set.Kind = asset.InformationSet
		edits = append(edits, register.PutAsset(set, records[i].Revision))
		for _, step := range []int{1, 3, 5} {
			edits = append(edits, register.PutLink(holding.Link{System: records[i+step].Asset.ID, Set: set.ID, Since: "2026-01-01"}, 0))
		}
	}
	widest = records[0].Asset.ID
	for i := 7; i < 2000 && i < n; i += 2 {
		edits = append(edits, register.PutLink(holding.Link{System: records[i].Asset.ID, Set: widest, Since: "2026-01-01"}, 0))
	}
	if _, err := r.Commit(ctx, text.Msg("why.settings"), edits...); err != nil {
		b.Fatal(err)
	}
	return widest
}

// Opening 100,000 assets with 150,000 links is to take less than two seconds.
func BenchmarkOpenLinked(b *testing.B) {
	path := filepath.Join(b.TempDir(), "stort"+bolt.Extension)
	store, err := bolt.Create(path, bolt.Options{})
	if err != nil {
		b.Fatal(err)
	}
	r := open(b, store)
	linked(b, r, 100_000)
	if err := r.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		store, err := bolt.Open(path, bolt.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := open(b, store).Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// A set that is classified again touches the systems that hold it, no others.
func BenchmarkClassifyASet(b *testing.B) {
	filled := memory.New()
	widest := linked(b, open(b, filled), 100_000)
	r := open(b, &nowhere{filled, 2})
	for name, id := range map[string]string{"in 3 systems": r.Records()[50_000].Asset.ID, "in 1000 systems": widest} {
		b.Run(name, func(b *testing.B) {
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				i++
				decide(b, r, id, fmt.Sprintf("%d111", i%4))
			}
		})
	}
}
