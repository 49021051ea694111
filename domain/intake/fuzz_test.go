package intake

import (
	"context"
	"strings"
	"testing"

	"infoklass/domain/classify"
)

// FuzzReadLevel feeds any text to the readers of levels. A digit is always
// within the scale's reach, a range has two ends, and reading is repeatable.
func FuzzReadLevel(f *testing.F) {
	seeds := []string{"3", "K3", "2.0", "'2", "1-2", "2–3", "3 - Allvarlig", "Nivå 2", "2 (måttlig)", "Hög", "röd", "-", "Ej klassad", "2024-01-02", "02-jan", "K2R1T3S1", "K:2 R:- T:3", "2/1/3", "213", "Synnerligen allvarlig", "Sekretess"}
	for _, s := range seeds {
		f.Add(s)
	}
	if len(seeds) < 20 {
		f.Fatal("too few seeds")
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := readLevel(Cell{Text: s})
		switch {
		case r != readLevel(Cell{Text: s}):
			t.Fatal("read twice, it says something else")
		case r.digit < 0 || r.digit > 9:
			t.Fatalf("digit %d", r.digit)
		case r.notation == levelRange && r.low >= r.digit:
			t.Fatalf("a range from %d to %d", r.low, r.digit)
		case (r.notation == levelWord || r.notation == levelBoth) && r.level == classify.Unset:
			t.Fatal("a word without a level")
		case r.notation == levelVague && vague[r.word] == nil:
			t.Fatalf("an unknown word %q", r.word)
		}
		p := readProfile(s)
		for _, d := range p.digits {
			if d < -2 || d > 9 {
				t.Fatalf("digit %d in a profile", d)
			}
		}
	})
}

// FuzzHeaders feeds any table to the recogniser. Every cell under a column is
// kept somewhere, and no level comes from a column that holds none.
func FuzzHeaders(f *testing.F) {
	seeds := []string{
		"System;K;R;T\nKartan;1;2;3\nSkolan;0;1;2", "Nr;Namn;Förvaltning\n1;Kartan;Tekniska förvaltningen\n2;Skolan;Skolförvaltningen",
		";;Klassning\nSystem;Enhet;K;R;T\nKartan;GIS;1;2;3", "Id;Beskrivning\n1;x", "Fråga;Svar\nFinns en plan?;Ja", "K1;K2;K3;System\nx;;;Kartan\n;x;;Skolan",
	}
	for _, s := range seeds {
		f.Add(s)
	}
	if len(seeds) < 6 {
		f.Fatal("too few seeds")
	}
	f.Fuzz(func(t *testing.T, s string) {
		sheet := Sheet{Name: "Blad1"}
		for i, line := range strings.Split(s, "\n") {
			r := Row{Number: i + 1}
			for j, c := range strings.Split(line, ";") {
				if j < 200 && strings.TrimSpace(c) != "" {
					r.Cells = append(r.Cells, Cell{Text: c, Column: uint16(j + 1)})
				}
			}
			if len(r.Cells) > 0 && i < 500 {
				sheet.Rows = append(sheet.Rows, r)
			}
		}
		p, err := Understand(context.Background(), &Book{Sheets: []Sheet{sheet}}, Knowledge{}, nil, Options{AcceptSuggestions: true})
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Tables {
			checkTable(t, &p.Tables[i])
		}
	})
}

func checkTable(t *testing.T, table *Table) {
	t.Helper()
	fields := map[string]bool{}
	for _, c := range table.Columns {
		fields[c.Field] = true
		if c.Field == "" {
			t.Fatalf("column %s means nothing", c.Name())
		}
	}
	for i := range table.Rows {
		e := &table.Rows[i]
		if e.Action == Stop && (e.Name != "" || len(table.Values(e)) > 0 || len(table.Custom(e)) > 0) {
			t.Fatalf("row %d is stopped and kept", e.Row)
		}
		for a, l := range e.Levels {
			if l != classify.Unset && !fields[aspectFields[a]] && !fields["class_combined"] {
				t.Fatalf("row %d has a level that no column gives", e.Row)
			}
		}
	}
}
