package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/intake"
	"infoklass/domain/text"
	"infoklass/storage/sheet"
)

// unread imports a list with some rows left out and returns the report of them.
func unread(t *testing.T, path string, left ...int) (*intake.Proposal, []byte) {
	t.Helper()
	ctx := context.Background()
	book, err := sheet.Open(ctx, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	o := intake.Options{Rows: map[intake.RowRef]bool{}, AcceptSuggestions: true}
	for _, s := range book.Sheets {
		for _, row := range left {
			o.Rows[intake.RowRef{Sheet: s.Name, Row: row}] = false
		}
	}
	p, err := intake.Understand(ctx, book, intake.Knowledge{}, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := sheet.Unread(ctx, path, &out, p, text.In(text.Swedish)); err != nil {
		t.Fatal(err)
	}
	return p, out.Bytes()
}

func openedBytes(t *testing.T, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func value(t *testing.T, f *excelize.File, name, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(name, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func filled(t *testing.T, f *excelize.File, name, cell string) bool {
	t.Helper()
	id, err := f.GetCellStyle(name, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return len(style.Fill.Color) == 1 && strings.HasSuffix(style.Fill.Color[0], "FFE3A3")
}

// made writes a workbook with a date and a formula, which a copy must keep.
func made(t *testing.T, secret string) string {
	t.Helper()
	f := excelize.NewFile()
	rows := [][]any{
		{"System", "Förvaltning", "Leverantör", "Konfidentialitet", "Riktighet", "Tillgänglighet", "Avtalsslut", "Anmärkning"},
		{"Journalsystem", "Socialförvaltningen", "Exempelvård AB", 3, 2, 3, 46000, "avtal"},
		{"Lönesystem", "Kommunkontoret", "Lön AB", 2, 2, 1, 46100, "=1+1"},
		{"Kartdatabas", "Tekniska kontoret", "Geo AB", 1, 2, 1, 46200, secret},
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", "G2", "G4", day); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "system.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUnreadKeepsTheWorkbook(t *testing.T) {
	_, b := unread(t, made(t, "klar"), 3)
	f := openedBytes(t, b)
	if got := value(t, f, "Sheet1", "I1"); got != text.In(text.Swedish).T("unread.heading") {
		t.Errorf("heading %q", got)
	}
	if got := value(t, f, "Sheet1", "I3"); got != text.In(text.Swedish).T("inventory.skip.chosen") {
		t.Errorf("reason %q", got)
	}
	if got := value(t, f, "Sheet1", "I2"); got != "" {
		t.Errorf("a row that came in says %q", got)
	}
	if !filled(t, f, "Sheet1", "A3") || !filled(t, f, "Sheet1", "I3") || filled(t, f, "Sheet1", "A2") {
		t.Error("the row that did not come in is not the one marked")
	}
	if got := value(t, f, "Sheet1", "G3"); got == "46100" {
		t.Error("the date lost its format")
	}
}

func TestUnreadCopiesNothingOfStoppedRows(t *testing.T) {
	const secret = "omfattas av säkerhetsskydd, klass hemlig"
	p, b := unread(t, made(t, secret))
	if p.Counts.Stop != 1 {
		t.Fatalf("%d rows stopped, want 1", p.Counts.Stop)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{secret, "Kartdatabas", "Tekniska kontoret", "Geo AB"} {
			if bytes.Contains(content, []byte(word)) {
				t.Errorf("%s keeps %q", part.Name, word)
			}
		}
	}
	f := openedBytes(t, b)
	name := f.GetSheetName(0)
	if got := value(t, f, name, "A4"); got != "" {
		t.Errorf("the stopped row says %q", got)
	}
	if got := value(t, f, name, "I4"); got != text.In(text.Swedish).T("inventory.stop.protection") {
		t.Errorf("reason %q", got)
	}
	if got := value(t, f, name, "A2"); got != "Journalsystem" {
		t.Errorf("another row says %q", got)
	}
}

func TestUnreadOfTextAndOldFormats(t *testing.T) {
	for _, name := range []string{"09a_applikationer_cp1252.csv", "10_systemlista.xls", "10_systemlista.ods", "01_systemlista.xlsx"} {
		path := filepath.Join("testdata", "lists", name)
		if _, err := os.Stat(path); err != nil {
			t.Fatal(err)
		}
		first, _ := unread(t, path)
		row := first.Tables[0].Rows[1].Row
		p, b := unread(t, path, row)
		f := openedBytes(t, b)
		cells, err := f.GetRows(f.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		if len(cells) < row {
			t.Fatalf("%s: %d rows", name, len(cells))
		}
		line := cells[row-1]
		if why := line[len(line)-1]; why != text.In(text.Swedish).T("inventory.skip.chosen") {
			t.Errorf("%s: row %d ends in %q", name, row, why)
		}
		if !strings.Contains(strings.Join(line, "|"), p.Tables[0].Rows[1].Name) {
			t.Errorf("%s: row %d is not the row itself: %v", name, row, line)
		}
	}
}

func TestUnreadStops(t *testing.T) {
	path := made(t, "klar")
	p, _ := unread(t, path)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out bytes.Buffer
	p.Format = "csv"
	if err := sheet.Unread(ctx, path, &out, p, text.In(text.Swedish)); err == nil || out.Len() > 0 {
		t.Errorf("a stopped report wrote %d bytes, error %v", out.Len(), err)
	}
}
