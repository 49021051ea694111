package sheet_test

import (
	"context"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"infoklass/domain/intake"
	"infoklass/domain/text"
	"infoklass/storage/sheet"
)

// What reading one file may cost.
const (
	mostTime   = 20 * time.Second
	mostMemory = 600 << 20
)

// outcomes names what a folder of difficult files expects for each code.
var outcomes = map[sheet.Code][]string{
	sheet.Encrypted:   {"encrypted"},
	sheet.OldExcel:    {"unsupported format"},
	sheet.OpenDoc:     {"unsupported format"},
	sheet.Binary:      {"unsupported format"},
	sheet.Unsupported: {"unsupported format"},
	sheet.Damaged:     {"damaged"},
	sheet.NotWorkbook: {"not a workbook"},
	sheet.TooLarge:    {"too large"},
	sheet.Empty:       {"not a workbook", "damaged"},
}

// TestDifficultFiles reads every file of a folder of damaged, hostile and odd
// workbooks, which lies beside the project where it lies at all.
func TestDifficultFiles(t *testing.T) {
	dir := besideProject("nasty")
	if dir == "" {
		t.Skip("no folder of difficult files")
	}
	f, err := os.Open(filepath.Join(dir, "SOURCES.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) < 60 {
		t.Fatalf("only %d files", len(lines))
	}
	for _, line := range lines[1:] {
		t.Run(line[0], func(t *testing.T) {
			want := append(strings.Split(line[2], "|"), line[1])
			if got := outcome(t, filepath.Join(dir, line[0])); !slices.ContainsFunc(got, func(g string) bool { return slices.Contains(want, g) }) {
				t.Errorf("%v, want one of %v", got, want)
			}
		})
	}
}

// outcome reads and understands a file within the limits, and says how it went.
func outcome(t *testing.T, path string) []string {
	t.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	b, err := sheet.Open(context.Background(), path, nil)
	if err == nil {
		_, err2 := intake.Understand(context.Background(), b, intake.Knowledge{}, nil, intake.Options{})
		if err2 != nil {
			t.Error(err2)
		}
	}
	if d := time.Since(start); d > mostTime {
		t.Errorf("took %v", d)
	}
	runtime.ReadMemStats(&after)
	if n := after.HeapSys - min(before.HeapSys, after.HeapSys); n > mostMemory {
		t.Errorf("took %d MB", n>>20)
	}
	if err == nil {
		return []string{"opens", "opens-with-warning"}
	}
	var known *sheet.Error
	if !errors.As(err, &known) {
		t.Fatalf("an error without a code: %v", err)
	}
	if said := text.Explain(text.In(text.Swedish), err); strings.ContainsAny(said, "[{") || len(said) < 30 {
		t.Errorf("no sentence: %q", said)
	}
	var out []string
	for _, o := range outcomes[known.Code] {
		out = append(out, "clear-error("+o+")")
	}
	return out
}
