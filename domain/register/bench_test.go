package register_test

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
	"infoklass/storage/memory"
)

// fill puts n assets of the size that lists have, with classifications and units, into a register.
func fill(b *testing.B, r *register.Register, n int) {
	b.Helper()
	var edits []register.Edit
	var units []string
	for i := range 200 {
		u := asset.Unit{ID: r.NewID(), Name: fmt.Sprintf("Enhet %d", i), Kind: asset.Department}
		if i%10 != 0 {
			u.Parent = units[i-i%10]
		}
		units = append(units, u.ID)
		edits = append(edits, register.PutUnit(u, 0))
	}
	for i := range n {
		a := asset.Asset{
			ID: r.NewID(), Name: fmt.Sprintf("Verksamhetssystem %d för ärenden", i), Kind: asset.System, Unit: units[i%len(units)], Status: asset.InOperation,
			Fields: map[asset.Field]string{
				asset.Description:      "Hanterar ärenden, beslut och handlingar inom förvaltningens område och lämnar uppgifter vidare till ekonomi.",
				asset.InformationOwner: "Förvaltningschef", asset.SystemOwner: "Verksamhetschef", asset.SystemManager: "Åsa Öberg",
				asset.Supplier: fmt.Sprintf("Leverantör %d AB", i%300), asset.ListID: fmt.Sprint(i), "hosting": "Extern drift", "contract_end": "2028-01-31",
			},
			Custom: map[string]string{"Avtal 2": "ja", "Kommentar IT": "Byts ut när avtalet löper ut"},
		}
		c := classify.Classification{
			ID: r.NewID(), Asset: a.ID, State: classify.Decided, Scale: "0-3", Profile: levels(fmt.Sprintf("%04d", i%4*1000+i%3*100+i%2*10+1)),
			Reasons:   [4]classify.Justification{"Uppgifter om enskilda med sekretess", "Beslut fattas på uppgifterna", "Behövs dagligen", "Ska kunna utredas"},
			DecidedBy: "Förvaltningschef", DecidedOn: "2026-01-10", NextReview: fmt.Sprintf("2027-%02d-10", i%12+1),
		}
		edits = append(edits, register.PutAsset(a, 0), register.PutClassification(c))
	}
	if _, err := r.Commit(ctx, text.Msg("why.import", "file", "lista.xlsx", "n", n), edits...); err != nil {
		b.Fatal(err)
	}
}

var sizes = []int{10_000, 100_000}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("bolt/%d", n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "stort"+bolt.Extension)
			store, err := bolt.Create(path, bolt.Options{})
			if err != nil {
				b.Fatal(err)
			}
			r := open(b, store)
			fill(b, r, n)
			if err := r.Close(); err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			b.ReportAllocs()
			for b.Loop() {
				store, err := bolt.Open(path, bolt.Options{})
				if err != nil {
					b.Fatal(err)
				}
				r := open(b, store)
				if len(r.Records()) != n {
					b.Fatal("not all came back")
				}
				if err := r.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func large(b *testing.B, n int) *register.Register {
	b.Helper()
	r := open(b, memory.New())
	fill(b, r, n)
	return r
}

func BenchmarkFind(b *testing.B) {
	r := large(b, 100_000)
	for _, query := range []string{"s", "ärenden", "leverantör 77 åsa", "finnsinte"} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Find(ctx, register.Query{Text: query}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFigures(b *testing.B) {
	r := large(b, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		r.Figures()
	}
}

// nowhere is a store that forgets what it is given, so that only the register's own part is measured.
type nowhere struct {
	ledger.Store
	rev ledger.Revision
}

func (s *nowhere) Commit(context.Context, ledger.Commit) (ledger.Revision, error) {
	s.rev++
	return s.rev, nil
}

func BenchmarkCommitOneField(b *testing.B) {
	filled := memory.New()
	fill(b, open(b, filled), 100_000)
	rev := ledger.Revision(1)
	r := open(b, &nowhere{filled, rev})
	id := r.Records()[50_000].Asset.ID
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		i++
		rec, _ := r.Record(id)
		if _, err := r.ChangeAsset(ctx, rec.Asset.With(asset.Note, fmt.Sprint(i)), rec.Revision); err != nil {
			b.Fatal(err)
		}
	}
}
