package sheet_test

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/intake"
	"infoklass/storage/sheet"
)

// benchRows and benchColumns are the largest list the product promises to take.
const (
	benchRows    = 100_000
	benchColumns = 14
)

// largeList writes a list of many rows, as another program would.
func largeList(b testing.TB, rows int) string {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	head := []any{"System-ID", "Systemnamn", "Beskrivning", "Nämnd", "Förvaltning", "Informationsägare", "Systemförvaltare", "Leverantör", "Driftform", "Konfidentialitet", "Riktighet", "Tillgänglighet", "Spårbarhet", "Anmärkning"}
	if err := w.SetRow("A1", head); err != nil {
		b.Fatal(err)
	}
	for i := range rows {
		n := i % 12
		row := []any{
			fmt.Sprintf("SYS-%06d", i), fmt.Sprintf("Verksamhetssystem %06d", i), fmt.Sprintf("Stöd för verksamhet nummer %d i kommunen", i),
			fmt.Sprintf("Nämnd %d", n), fmt.Sprintf("Förvaltning %d", n), "Verksamhetschef", "Systemförvaltare", fmt.Sprintf("Leverantör %d AB", i%200), "Molntjänst",
			i % 4, (i + 1) % 4, (i + 2) % 4, (i + 3) % 4, "Enligt överenskommelse",
		}
		cell, _ := excelize.CoordinatesToCellName(1, i+2)
		if err := w.SetRow(cell, row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "stor.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkReadBare is what excelize itself needs for the rows of the list.
func BenchmarkReadBare(b *testing.B) {
	path := largeList(b, benchRows)
	for b.Loop() {
		f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true, TmpDir: b.TempDir()})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				b.Fatal(err)
			}
			n += len(cells)
		}
		if n != (benchRows+1)*benchColumns {
			b.Fatal(n)
		}
		f.Close()
	}
}

// BenchmarkOpen reads the list.
func BenchmarkOpen(b *testing.B) {
	path := largeList(b, benchRows)
	for b.Loop() {
		if _, err := sheet.Open(context.Background(), path, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImport reads the list, understands it and meets a register of as
// many assets, a tenth of which have changed.
func BenchmarkImport(b *testing.B) {
	path := largeList(b, benchRows)
	k := largeRegister(b, path)
	b.ResetTimer()
	var most uint64
	for b.Loop() {
		book, err := sheet.Open(context.Background(), path, nil)
		if err != nil {
			b.Fatal(err)
		}
		p, err := intake.Understand(context.Background(), book, k, intake.Answers{"scale": "0-3"}, intake.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if p.Counts.Update+p.Counts.Unchanged != benchRows {
			b.Fatal(p.Counts)
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		most = max(most, m.HeapSys)
		runtime.KeepAlive(p)
	}
	b.ReportMetric(float64(most)/(1<<20), "heap-MB")
}

// BenchmarkUnderstandAgain is a run with new answers over a book already read.
func BenchmarkUnderstandAgain(b *testing.B) {
	path := largeList(b, benchRows)
	k := largeRegister(b, path)
	book, err := sheet.Open(context.Background(), path, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := intake.Understand(context.Background(), book, k, intake.Answers{"scale": "0-3"}, intake.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReview500 is the list of a usual municipality.
func BenchmarkReview500(b *testing.B) {
	path := largeList(b, 500)
	for b.Loop() {
		book, err := sheet.Open(context.Background(), path, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := intake.Understand(context.Background(), book, intake.Knowledge{}, nil, intake.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func largeRegister(b *testing.B, path string) intake.Knowledge {
	b.Helper()
	book, err := sheet.Open(context.Background(), path, nil)
	if err != nil {
		b.Fatal(err)
	}
	p, err := intake.Understand(context.Background(), book, intake.Knowledge{}, intake.Answers{"scale": "0-3"}, intake.Options{})
	if err != nil {
		b.Fatal(err)
	}
	k := registered(p)
	for i := 0; i < len(k.Assets); i += 10 {
		k.Assets[i].Fields["supplier"] = "En annan leverantör AB"
	}
	return k
}
