package sheet_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/storage/sheet"
)

func sampleList() exchange.List {
	return exchange.List{
		Title: "Informationstillgångar", AboutTitle: "Om filen",
		Columns: []exchange.ListColumn{
			{Header: "Namn", Field: "name", Width: 30},
			{Header: "Konfidentialitet", Field: "class_k", Width: 16, Choices: []string{"0 - Försumbar", "3 - Allvarlig"}, Strict: true},
			{Header: "Anteckning", Field: "note", Width: 30},
			{Header: "Infoklass-id", Field: "register_id", Width: 28, Hidden: true},
		},
		Rows: [][]string{
			{"Journalsystem", "3 - Allvarlig", "=1+1", "01A"},
			{"Lönesystem", "", "rad 1\nrad 2", "01B"},
			{"-10", "0 - Försumbar", "@SUM(A1)", "01C"},
			{"+46 70-123 45 67", "", "-x", "01D"},
		},
		About: []exchange.Line{{Label: "Skala", Value: "Skala 0-3"}},
	}
}

func exportedBook(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.Export(context.Background(), &b, sampleList()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestExportIsReadAsItWasWritten(t *testing.T) {
	data := exportedBook(t)
	book, err := sheet.Read(context.Background(), bytes.NewReader(data), int64(len(data)), "ut.xlsx", nil)
	if err != nil {
		t.Fatal(err)
	}
	compareRows(t, book.Sheets[0], sampleList().Rows)
	var names []string
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		if s.Hidden != (s.Name == "Infoklass") {
			t.Errorf("%s is hidden: %v", s.Name, s.Hidden)
		}
	}
	if diff := cmp.Diff([]string{"Informationstillgångar", "Infoklass", "Om filen"}, names); diff != "" {
		t.Error(diff)
	}
}

func compareRows(t *testing.T, s intake.Sheet, want [][]string) {
	t.Helper()
	for n, row := range want {
		for i, v := range row {
			c, _ := s.Rows[n+1].At(i + 1)
			if c.Text != v || v != "" && c.Kind != intake.Text {
				t.Errorf("row %d column %d is %q (%v), want %q", n+2, i+1, c.Text, c.Kind, v)
			}
		}
	}
}

func TestExportIsMadeToWorkIn(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(exportedBook(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const name = "Informationstillgångar"
	lists, err := f.GetDataValidations(name)
	if err != nil || len(lists) != 1 || !strings.HasPrefix(lists[0].Sqref, "B2:B") || !lists[0].ShowErrorMessage {
		t.Errorf("the drop-down lists are %+v, %v", lists, err)
	}
	panes, err := f.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 {
		t.Errorf("the panes are %+v, %v", panes, err)
	}
	if visible, err := f.GetColVisible(name, "D"); err != nil || visible {
		t.Errorf("the id is visible: %v, %v", visible, err)
	}
	if width, err := f.GetColWidth(name, "A"); err != nil || width != 30 {
		t.Errorf("the first column is %v wide, %v", width, err)
	}
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		names[d.Name] = d.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'"+name+"'!$1:$1" || names["_xlnm._FilterDatabase"] == "" {
		t.Errorf("the defined names are %v", names)
	}
	if formula, err := f.GetCellFormula(name, "C2"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q, %v", formula, err)
	}
}

func TestExportCSV(t *testing.T) {
	var b bytes.Buffer
	if err := sheet.ExportCSV(context.Background(), &b, sampleList()); err != nil {
		t.Fatal(err)
	}
	want := "\ufeffNamn;Konfidentialitet;Anteckning;Infoklass-id\r\n" +
		"Journalsystem;3 - Allvarlig;'=1+1;01A\r\n" +
		"Lönesystem;;\"rad 1\r\nrad 2\";01B\r\n" +
		"-10;0 - Försumbar;'@SUM(A1);01C\r\n" +
		"+46 70-123 45 67;;'-x;01D\r\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestExportedCSVReadsAsWritten(t *testing.T) {
	var b bytes.Buffer
	if err := sheet.ExportCSV(context.Background(), &b, sampleList()); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read(context.Background(), bytes.NewReader(b.Bytes()), int64(b.Len()), "lista.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, row := range book.Sheets[0].Rows[1:] {
		cell, _ := row.At(3)
		notes = append(notes, cell.Text)
	}
	if diff := cmp.Diff([]string{"=1+1", "rad 1\nrad 2", "@SUM(A1)", "-x"}, notes); diff != "" {
		t.Error(diff)
	}
}

func TestExportStops(t *testing.T) {
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	for name, write := range map[string]func() error{
		"xlsx": func() error { return sheet.Export(stopped, &bytes.Buffer{}, sampleList()) },
		"csv":  func() error { return sheet.ExportCSV(stopped, &bytes.Buffer{}, sampleList()) },
	} {
		if err := write(); err == nil {
			t.Errorf("%s goes on", name)
		}
	}
}
