package sheet_test

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
	"infoklass/storage/sheet"
)

// BenchmarkWholeImport is everything that importing the largest list takes, to
// the commit on disk: into an empty register, and into one of as many assets
// of which a tenth differ. Beside it stands BenchmarkReadBare.
func BenchmarkWholeImport(b *testing.B) {
	path := largeList(b, benchRows)
	b.Run("empty", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			r := benchRegister(b)
			b.StartTimer()
			if receipt := wholeImport(b, r, path); receipt.Created != benchRows {
				b.Fatal(receipt)
			}
		}
	})
	b.Run("update", func(b *testing.B) {
		r := benchRegister(b)
		wholeImport(b, r, path)
		for b.Loop() {
			b.StopTimer()
			changeTenth(b, r)
			runtime.GC()
			b.StartTimer()
			if receipt := wholeImport(b, r, path); receipt.Updated != benchRows/10 {
				b.Fatal(receipt)
			}
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapSys)/(1<<20), "heap-MB")
	})
}

func benchRegister(b *testing.B) *register.Register {
	b.Helper()
	s, err := bolt.Create(filepath.Join(b.TempDir(), "r.infoklass"), bolt.Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, err := register.Open(context.Background(), s, register.Options{Now: time.Now, Entropy: rand.Reader})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { r.Close() })
	return r
}

func wholeImport(b *testing.B, r *register.Register, path string) exchange.Receipt {
	b.Helper()
	ctx := context.Background()
	book, err := sheet.Open(ctx, path, nil)
	if err != nil {
		b.Fatal(err)
	}
	k, err := exchange.Knowledge(ctx, r)
	if err != nil {
		b.Fatal(err)
	}
	p, err := intake.Understand(ctx, book, k, intake.Answers{"scale": "0-3"}, intake.Options{AcceptSuggestions: true})
	if err != nil {
		b.Fatal(err)
	}
	receipt, err := exchange.Apply(ctx, r, p)
	if err != nil {
		b.Fatal(err)
	}
	return receipt
}

// changeTenth changes the supplier of every tenth asset, so that the list has something to say.
func changeTenth(b *testing.B, r *register.Register) {
	b.Helper()
	var edits []register.Edit
	for i, rec := range r.Records() {
		if i%10 == 0 {
			edits = append(edits, register.PutAsset(rec.Asset.With(asset.Supplier, rec.Asset.Fields[asset.Supplier]+" x"), rec.Revision))
		}
	}
	if _, err := r.Commit(context.Background(), text.Msg("why.change", "name", "bench"), edits...); err != nil {
		b.Fatal(err)
	}
}
