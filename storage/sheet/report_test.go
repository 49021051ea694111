package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/storage/sheet"
)

func reportOf(rows ...report.OverviewRow) report.Document {
	return report.Overview(text.In(text.Swedish), report.OverviewInput{
		Municipality: "Exempel & kommunen", Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), Rows: rows,
		Filters: "=cmd|' /C calc'!A0",
	})
}

func written(t *testing.T, doc report.Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := sheet.Report(context.Background(), &buf, doc, nil); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestReportKeepsTextAsText(t *testing.T) {
	levels := classify.Profile{classify.Level3, classify.Level0, classify.Unset, classify.Level2}
	for _, name := range []string{"=1+1", "+46 501", "-5", "@SUM(A1)", "001", "2026-01-02", "TRUE", "å\tä\nö", "<b>&amp;"} {
		f := opened(t, written(t, reportOf(report.OverviewRow{Name: name, Board: "Socialnämnden", Profile: levels, Review: "2027-03-01"})))
		const assets = "Informationstillgångar"
		if got, err := f.GetCellValue(assets, "A2"); err != nil || got != name {
			t.Errorf("%q came back as %q, %v", name, got, err)
		}
		if formula, _ := f.GetCellFormula(assets, "A2"); formula != "" {
			t.Errorf("%q became the formula %q", name, formula)
		}
		if kind, _ := f.GetCellType(assets, "A2"); kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
			t.Errorf("%q became a cell of type %v", name, kind)
		}
	}
}

func TestReportShowsLevelsFiguresAndDays(t *testing.T) {
	levels := classify.Profile{classify.Level3, classify.Level0, classify.Unset, classify.Level2}
	f := opened(t, written(t, reportOf(
		report.OverviewRow{Name: "A", Board: "Socialnämnden", Owner: "Eva Lind", Profile: levels, State: classify.Decided, Review: "2027-03-01"},
		report.OverviewRow{Name: "B", Board: "Socialnämnden"},
	)))
	rows, err := f.GetRows("Informationstillgångar")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], "|"); got != "Informationstillgång|Typ|Nämnd eller bolag|Enhet|Ägare|K|R|T|S|Klassning|Översyn" {
		t.Errorf("header %s", got)
	}
	if got := strings.Join(rows[1], "|"); got != "A||Socialnämnden||Eva Lind|3 Allvarlig|0 Försumbar|Oklassad|2 Betydande|Beslutad|2027-03-01" {
		t.Errorf("row %s", got)
	}
	raw, err := f.GetCellValue("Informationstillgångar", "K2", excelize.Options{RawCellValue: true})
	if err != nil || raw != "46447" {
		t.Errorf("the review day is stored as %q, %v, not as a day", raw, err)
	}
	boards, err := f.GetRows("Siffror per nämnd och bolag", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(boards[1], "|"); got != "Socialnämnden|2|1|0|0|1|0.5|0|0|0|1" {
		t.Errorf("figures %s", got)
	}
}

func TestReportIsMadeForPrinting(t *testing.T) {
	f := opened(t, written(t, reportOf(report.OverviewRow{Name: "A"})))
	const name = "Informationstillgångar"
	panes, err := f.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	layout, err := f.GetPageLayout(name)
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 || *layout.Size != 9 {
		t.Errorf("layout %+v, %v", layout, err)
	}
	props, err := f.GetSheetProps(name)
	if err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("fit to page: %+v, %v", props, err)
	}
	titles, filters := false, false
	for _, n := range f.GetDefinedName() {
		titles = titles || n.Name == "_xlnm.Print_Titles" && n.Scope == name && strings.HasSuffix(n.RefersTo, "$1:$1")
		filters = filters || n.Name == "_xlnm._FilterDatabase" && n.Scope == name
	}
	if !titles || !filters {
		t.Errorf("print titles %v, filter %v", titles, filters)
	}
	if width, _ := f.GetColWidth(name, "C"); width < 15 {
		t.Errorf("column C is %v wide, too narrow for its header", width)
	}
	head, err := f.GetHeaderFooter(name)
	if err != nil || !strings.Contains(head.OddHeader, "Exempel && kommunen") || !strings.Contains(head.OddFooter, "Sida &P av &N") {
		t.Errorf("header and footer %+v, %v", head, err)
	}
}

// TestReportColumnsInOrder guards against a quirk of the writer: Excel offers
// to repair a sheet whose columns are not in order.
func TestReportColumnsInOrder(t *testing.T) {
	xml := part(t, written(t, reportOf(report.OverviewRow{Name: "A"})), "xl/worksheets/sheet1.xml")
	cols := regexp.MustCompile(`<col min="(\d+)"`).FindAllStringSubmatch(xml, -1)
	if len(cols) != 11 {
		t.Fatalf("%d columns", len(cols))
	}
	for i, c := range cols {
		if c[1] != strconv.Itoa(i+1) {
			t.Errorf("column %s stands at %d", c[1], i+1)
		}
	}
}

func TestReportSheetNames(t *testing.T) {
	long := strings.Repeat("Ö", 40)
	doc := report.Document{Title: "T", Lang: text.Swedish}
	for _, title := range []string{"a/b:c?*[d]", long, long, "A", "a", "", "'q'"} {
		doc.Blocks = append(doc.Blocks, report.Table{Title: title, Columns: []report.Column{{Header: "H", Width: 1}}, Rows: []report.Row{report.Cells("x")}})
	}
	got := opened(t, written(t, doc)).GetSheetList()
	want := []string{"a b c   d", strings.Repeat("Ö", 31), strings.Repeat("Ö", 27) + " (2)", "A", "a (2)", "T", "q", "Om rapporten"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("sheets %q", got)
	}
}

func TestReportStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	rows := make([]report.OverviewRow, 2000)
	for i := range rows {
		rows[i].Name = "A"
	}
	seen := 0
	err := sheet.Report(ctx, io.Discard, reportOf(rows...), func(done, total int) {
		seen = done
		if total < len(rows) {
			t.Errorf("total %d", total)
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) || seen == 0 || seen >= len(rows) {
		t.Errorf("stopped at %d with %v", seen, err)
	}
}

func TestReportIsTheSameEveryTime(t *testing.T) {
	doc := reportOf(report.OverviewRow{Name: "A", Profile: classify.Profile{classify.Level1}}, report.OverviewRow{Name: "B"})
	a, b := written(t, doc), written(t, doc)
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "docProps/core.xml"} {
		if part(t, a, name) != part(t, b, name) {
			t.Errorf("%s differs", name)
		}
	}
}

// part reads one file inside a workbook.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
