package page_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/storage/page"
)

func written(t testing.TB, doc report.Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := page.PDF(context.Background(), &buf, doc, nil); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// validate reads the file as a strict reader does.
func validate(t testing.TB, data []byte) {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(data), conf); err != nil {
		t.Errorf("not a valid PDF: %v", err)
	}
}

// tool runs one of poppler's programs on a document, and skips where there is none.
func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name + " is not installed")
	}
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(data)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil || errs.Len() > 0 {
		t.Fatalf("%s: %v %s", name, err, errs.String())
	}
	return string(out)
}

// paragraphs is a document with one paragraph for each text, the strange ones in a table too.
func paragraphs(texts ...string) report.Document {
	d := report.Document{Title: "Prov", Lang: text.Swedish, Meta: report.Meta{Date: "2026-11-23"}}
	t := report.Table{Title: "T", RowHeads: true, Columns: []report.Column{{Header: "A", Width: 1}, {Header: "B", Width: 3}}}
	for _, s := range texts {
		d.Blocks = append(d.Blocks, report.Paragraph{Text: s})
		t.Rows = append(t.Rows, report.Cells(s, s))
	}
	d.Blocks = append(d.Blocks, t)
	return d
}

func TestDocumentsAreValidPDF(t *testing.T) {
	for name, d := range map[string]report.Document{
		"overview": overview(text.Swedish, 120), "overview in English": overview(text.English, 3), "overview of nothing": overview(text.Swedish, 0),
		"decided": protocol(text.Swedish, classify.Decided), "draft": protocol(text.English, classify.Draft), "imported": protocol(text.Swedish, classify.Imported),
		"empty": {}, "strange": paragraphs(strange...),
	} {
		t.Run(name, func(t *testing.T) { validate(t, written(t, d)) })
	}
}

func TestDocumentIsTagged(t *testing.T) {
	data := written(t, protocol(text.Swedish, classify.Decided))
	for _, want := range []string{"/Lang (sv-SE)", "/Marked true", "/StructTreeRoot", "/ParentTree ", "/DisplayDocTitle true", "<pdfuaid:part>1</pdfuaid:part>", "/FontFile2", "/ToUnicode"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
	if info := tool(t, data, "pdfinfo", "-"); !regexp.MustCompile(`Tagged:\s+yes`).MatchString(info) || !strings.Contains(info, "Title:           Klassningsprotokoll – Journalsystem HSL") {
		t.Error(info)
	}
	structure := tool(t, data, "pdfinfo", "-struct-text", "-")
	squeezed := regexp.MustCompile(`\s+`).ReplaceAllString(structure, " ")
	for _, want := range []string{
		`H1 (block) "Klassningsprotokoll"`, `H2 (block) "Deltagare och roller"`,
		`TR TH: /Scope /Column "Roll" TH: /Scope /Column "Namn"`, `TR TH: /Scope /Row "Informationssäkerhetssamordnare" TD "Åke Öberg"`,
		`TD "K3"`, `LBody (block) "Särskilt viktig`,
	} {
		if !strings.Contains(squeezed, want) {
			t.Errorf("the structure lacks %s", want)
		}
	}
}

func TestTextComesOutAsItWentIn(t *testing.T) {
	out := tool(t, written(t, protocol(text.Swedish, classify.Decided)), "pdftotext", "-layout", "-", "-")
	for _, want := range []string{"Exempelkommunen", "Åke Öberg", "Sekretess enligt 18 kap. 8 § OSL", "Sida 1 av ", "Sida 2 av ", "0,5"} {
		if !strings.Contains(out, want) {
			t.Errorf("the text lacks %q", want)
		}
	}
}

// strange are texts that lists hold and that a font or a writer may stumble on.
var strange = []string{
	"", " ", "\n\n", "a\u030a a\u0308 o\u0308", "日本語 и кириллица", "emoji 🎉👩‍👩‍👧 ✓ ≥ →", "\x00\x01\x7f\u0085", "\xff\xfe bad", "\u200b\u00ad\ufeff",
	"\U0010ffff\ue000", "(paren) \\ back % percent", strings.Repeat("Å", 5000), strings.Repeat("ord ", 4000), strings.Repeat("rad\n", 300),
	"عربى", "1\u00a0234,5\u202f%", "a\tb\r\nc\u2028d",
}

func TestCharactersTheFontLacksAreKept(t *testing.T) {
	data := written(t, paragraphs("minst ≥ 3 ✓ klart", "日本", "a\u030angstro\u0308m"))
	out := tool(t, data, "pdftotext", "-", "-")
	for _, want := range []string{"minst ≥ 3 ✓ klart", "日本", "ångström"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is lost: %s", want, out)
		}
	}
}

func TestDraftIsMarkedOnEveryPage(t *testing.T) {
	for state, mark := range map[classify.State]string{classify.Draft: "UTKAST", classify.Imported: "IMPORTERAD, EJ BESLUTAD"} {
		for i, p := range strings.Split(strings.TrimSuffix(tool(t, written(t, protocol(text.Swedish, state)), "pdftotext", "-layout", "-", "-"), "\f"), "\f") {
			if !strings.Contains(p, mark) {
				t.Errorf("page %d does not say %s", i+1, mark)
			}
		}
	}
}

func TestTableRepeatsItsHeaderAndLosesNoRow(t *testing.T) {
	const n = 50
	data := written(t, overview(text.Swedish, n))
	out := tool(t, data, "pdftotext", "-layout", "-", "-")
	pages := strings.Split(strings.TrimSuffix(out, "\f"), "\f")
	for i, p := range pages[:len(pages)-1] {
		if !strings.Contains(p, "Översyn") {
			t.Errorf("page %d has no header", i+1)
		}
		if !strings.Contains(p, "Sida "+strconv.Itoa(i+1)+" av "+strconv.Itoa(len(pages))) {
			t.Errorf("page %d has no number", i+1)
		}
	}
	if got := len(regexp.MustCompile(`K[0-3–]\s+R[0-3–]\s+T[0-3–]\s+S[0-3–]`).FindAllString(out, -1)); got != n {
		t.Errorf("%d rows of %d", got, n)
	}
	// Read aloud, the header comes once.
	if got := strings.Count(tool(t, data, "pdfinfo", "-struct-text", "-"), `"Översyn"`); got != 1 {
		t.Errorf("the header is read %d times", got)
	}
}

// TestRowTallerThanAPage: such a row goes on over pages and every line is there.
func TestRowTallerThanAPage(t *testing.T) {
	var long []string
	for i := range 400 {
		long = append(long, "rad"+strconv.Itoa(i))
	}
	d := paragraphs()
	d.Blocks = []report.Block{report.Table{Title: "T", Columns: []report.Column{{Header: "A", Width: 1}, {Header: "B", Width: 1}},
		Rows: []report.Row{report.Cells("kort", "kort"), report.Cells(strings.Join(long, "\n"), "en"), report.Cells("sist", "sist")}}}
	data := written(t, d)
	validate(t, data)
	got := strings.Fields(tool(t, data, "pdftotext", "-", "-"))
	for _, want := range append(long, "sist") {
		found := false
		for _, g := range got {
			found = found || g == want
		}
		if !found {
			t.Fatalf("%s is lost", want)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	d := paragraphs("å", "Ω Ω µ μ", "≥")
	if !bytes.Equal(written(t, d), written(t, d)) {
		t.Error("the same document gives different files")
	}
}

// failing takes some bytes and then refuses, like a full disk.
type failing struct{ left int }

var errFull = errors.New("no room left")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestFullDiskIsTold(t *testing.T) {
	d := protocol(text.Swedish, classify.Decided)
	size := len(written(t, d))
	for left := 0; left < size; left += size / 20 {
		if err := page.PDF(context.Background(), &failing{left}, d, nil); !errors.Is(err, errFull) {
			t.Errorf("after %d of %d bytes: %v", left, size, err)
		}
	}
}

func TestProgressAndStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	last, whole := 0, 0
	d := overview(text.Swedish, 1000)
	if err := page.PDF(ctx, io.Discard, d, func(done, total int) {
		if done <= last || done > total {
			t.Errorf("%d after %d of %d", done, last, total)
		}
		last, whole = done, total
	}); err != nil || last != whole || whole < 1000 {
		t.Errorf("%d of %d, %v", last, whole, err)
	}
	err := page.PDF(ctx, io.Discard, d, func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
}

// TestNothingIsDrawnOutsideThePage reads the positions of all text in
// documents of any words: none may lie outside the paper.
func TestNothingIsDrawnOutsideThePage(t *testing.T) {
	words := append(slices.DeleteFunc(slices.Clone(strange), func(s string) bool { return len(s) > 1000 }), strings.Repeat("Å", 900))
	word := rapid.OneOf(rapid.StringMatching(`[a-zåäö]{1,60}`), rapid.String(), rapid.SampledFrom(words))
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 14).Draw(t, "columns")
		d := report.Document{Title: word.Draw(t, "title"), Subtitle: word.Draw(t, "subtitle"), Lang: text.Swedish,
			Orientation: rapid.SampledFrom([]report.Orientation{report.Portrait, report.Landscape}).Draw(t, "orientation"),
			Meta:        report.Meta{Municipality: word.Draw(t, "municipality"), Marking: word.Draw(t, "marking"), Status: report.Draft, Object: word.Draw(t, "object")}}
		tab := report.Table{Title: "T"}
		for range columns {
			tab.Columns = append(tab.Columns, report.Column{Header: word.Draw(t, "header"), Width: rapid.Float64Range(0, 9).Draw(t, "width"),
				Kind: rapid.SampledFrom([]report.ColumnKind{report.TextColumn, report.NumberColumn, report.LevelColumn}).Draw(t, "kind")})
		}
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			row := report.Cells(rapid.SliceOfN(word, 0, columns).Draw(t, "cells")...)
			for i := range row {
				if tab.Columns[i].Kind == report.LevelColumn {
					row[i].Badge = &report.Badge{Letter: "K", Code: "3", Level: classify.Level3}
				}
			}
			tab.Rows = append(tab.Rows, row)
		}
		d.Blocks = []report.Block{report.Heading{Level: 1, Text: word.Draw(t, "heading")}, report.Notice{Text: word.Draw(t, "notice")},
			report.List{Items: []report.Item{{Text: word.Draw(t, "item"), Detail: word.Draw(t, "detail")}}},
			report.KeyValues{Facts: []report.Fact{{Label: word.Draw(t, "label"), Value: word.Draw(t, "value")}}},
			report.Signatures{Lines: []report.SignatureLine{{Role: word.Draw(t, "role")}}}, tab}
		var buf bytes.Buffer
		if err := page.PDF(context.Background(), &buf, d, nil); err != nil {
			t.Fatal(err)
		}
		width, height := 595.28, 841.89
		if d.Orientation == report.Landscape {
			width, height = height, width
		}
		for _, at := range positions(t, buf.Bytes()) {
			if at[0] < 0 || at[0] > width || at[1] < 20 || at[1] > height {
				t.Fatalf("text begins at %v on paper of %v × %v", at, width, height)
			}
		}
	})
}

var (
	stream = regexp.MustCompile(`(?s)/FlateDecode\n[^>]*/Length (\d+)\n>>\nstream\n`)
	begins = regexp.MustCompile(`Tf (-?[\d.]+) (-?[\d.]+) Td`)
)

// positions are where the texts of all pages begin, from the lower left corner.
func positions(t *rapid.T, data []byte) [][2]float64 {
	var out [][2]float64
	for _, m := range stream.FindAllSubmatchIndex(data, -1) {
		n, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		r, err := zlib.NewReader(bytes.NewReader(data[m[1] : m[1]+n]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range begins.FindAllSubmatch(content, -1) {
			x, _ := strconv.ParseFloat(string(at[1]), 64)
			y, _ := strconv.ParseFloat(string(at[2]), 64)
			out = append(out, [2]float64{x, y})
		}
	}
	if len(out) == 0 {
		t.Fatal("no text was found: the file is read in the wrong way")
	}
	return out
}

// BenchmarkOverview writes D1 over 10,000 assets; the goal is 5 seconds.
func BenchmarkOverview(b *testing.B) {
	d := overview(text.Swedish, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		n := counter(0)
		if err := page.PDF(context.Background(), &n, d, nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n)/1e6, "MB/file")
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
