package sheet_test

import (
	"strings"
	"testing"

	"infoklass/domain/report"
	"infoklass/domain/text"
)

func TestAFormIsFilledInWhereItShouldBe(t *testing.T) {
	doc := report.Document{Title: "Krav", Lang: text.Swedish, Blocks: []report.Block{
		report.Table{Title: "Krav", Columns: []report.Column{
			{Header: "Id", Width: 1}, {Header: "Krav", Kind: report.ProseColumn, Width: 3},
			{Header: "Svar", Kind: report.FillColumn, Width: 1, Choices: []string{"Ja", "Nej"}}, {Header: "Beskrivning", Kind: report.FillColumn, Width: 2},
		}, Rows: []report.Row{report.Cells("A-01", "Ett krav", "", ""), report.Cells("A-02", "Ett till", "", "")}},
		report.Table{Title: "Annat", Columns: []report.Column{{Header: "Id", Width: 1}}, Rows: []report.Row{report.Cells("1")}},
	}}
	f := opened(t, written(t, doc))
	lists, err := f.GetDataValidations("Krav")
	if err != nil || len(lists) != 1 || lists[0].Sqref != "C2:C3" || !strings.Contains(lists[0].Formula1, "Ja,Nej") {
		t.Fatalf("drop-downs: %+v, %v", lists, err)
	}
	for cell, locked := range map[string]bool{"A2": true, "B3": true, "C2": false, "D3": false} {
		id, err := f.GetCellStyle("Krav", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if open := style.Protection != nil && !style.Protection.Locked; open == locked {
			t.Errorf("%s: locked %v, want %v", cell, !open, locked)
		}
	}
	for name, want := range map[string]bool{"Krav": true, "Annat": false} {
		protection, err := f.GetSheetProtection(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := protection.SelectUnlockedCells || protection.FormatColumns; got != want {
			t.Errorf("%s is protected: %v, want %v (%+v)", name, got, want, protection)
		}
	}
}
