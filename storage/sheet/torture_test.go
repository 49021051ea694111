package sheet_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"infoklass/domain/intake"
	"infoklass/storage/sheet"
)

// zipPart is one entry of a zip that a test makes.
type zipPart struct {
	name, content string
}

// bomb is a part of that name made of blanks, more of them than may be unpacked.
const bomb = "xl/worksheets/bomb.xml"

// pack zips parts the way a hostile program might, names repeated or not.
func pack(t testing.TB, parts ...zipPart) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.content); err != nil {
			t.Fatal(err)
		}
		blanks := bytes.Repeat([]byte(" "), 1<<20)
		for i := 0; p.name == bomb && i < 520; i++ {
			if _, err := w.Write(blanks); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// workbook zips a workbook of one sheet; more parts come after its own.
func workbook(t testing.TB, cells string, more ...zipPart) []byte {
	t.Helper()
	return workbookOf(t, "xl/worksheets/sheet1.xml", cells, more...)
}

// workbookOf is workbook, with the sheet's cells in the part target.
func workbookOf(t testing.TB, target, cells string, more ...zipPart) []byte {
	t.Helper()
	return pack(t, append([]zipPart{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="/` + target + `"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + cells + `</worksheet>`},
	}, more...)...)
}

func inline(ref, s string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + s + `</t></is></c>`
}

func read(b []byte, name string) (*intake.Book, error) {
	return sheet.Read(context.Background(), bytes.NewReader(b), int64(len(b)), name, nil)
}

const twoRows = `<row r="1"><c r="A1" t="inlineStr"><is><t>System</t></is></c><c r="B1" t="inlineStr"><is><t>Leverantör</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Kartan</t></is></c><c r="B2" t="inlineStr"><is><t>Bolaget</t></is></c></row>`

// TestTorture holds files made to break a reader against what becomes of them:
// a code, or the number of rows that come out.
func TestTorture(t *testing.T) {
	end := `</sheetData>`
	for _, test := range []struct {
		name string
		file []byte
		as   string
		code sheet.Code
		rows int
	}{
		{name: "plain", file: workbook(t, twoRows+end), rows: 2},
		{name: "a row far beyond the sheet", file: workbook(t, twoRows+`<row r="231999999999940">`+inline("A231999999999940", "x")+`</row>`+end), rows: 2},
		{name: "a million blank rows", file: workbook(t, twoRows+strings.Repeat(`<row/>`, 1_048_576)+end), rows: 2},
		{name: "ten thousand merged areas", file: workbook(t, twoRows+end+`<mergeCells>`+merges(10_000)+`</mergeCells>`), rows: 2},
		{name: "a cell of 32,767 letters", file: workbook(t, twoRows+`<row r="3">`+inline("A3", strings.Repeat("å", 32_767))+inline("B3", "x")+`</row>`+end), rows: 3},
		{name: "a cell of ten million letters", file: workbook(t, twoRows+`<row r="3">`+inline("A3", strings.Repeat("a", 10_000_000))+inline("B3", "x")+`</row>`+end), rows: 3},
		{name: "entities declared", file: workbook(t, twoRows+end, zipPart{"xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`}), code: sheet.Damaged},
		{name: "a long text said half a million times", file: workbook(t, twoRows+strings.Repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 10)+"</row>", 50_000)+end, zipPart{"xl/sharedStrings.xml", "<sst><si><t>" + strings.Repeat("lång ", 6_500) + "</t></si></sst>"}), code: sheet.TooLarge},
		{name: "a part twice", file: workbook(t, twoRows+end, zipPart{"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`}), code: sheet.Damaged},
		{name: "a bomb of blanks", file: workbookOf(t, bomb, twoRows+end, zipPart{bomb, "<worksheet>"}), code: sheet.TooLarge},
		{name: "tags without end", file: workbook(t, twoRows+strings.Repeat(`<a>`, 100_000)), code: sheet.Damaged},
		{name: "a tag longer than the window", file: workbook(t, twoRows+`<row x="`+strings.Repeat("y", 1<<20)+`"/>`+end), code: sheet.Damaged},
		{name: "control characters and no-break spaces", file: workbook(t, twoRows+`<row r="3">`+inline("A3", "\u00a0_x0007_\u00a0")+inline("B3", "=1+1")+`</row>`+end), rows: 3},
		{name: "half a file", file: workbook(t, twoRows+end)[:600], code: sheet.Damaged},
		{name: "nothing", file: nil, code: sheet.Empty},
		{name: "an encrypted container", file: container("EncryptedPackage"), code: sheet.Encrypted},
		{name: "a Word container", file: container("WordDocument"), code: sheet.NotWorkbook},
		{name: "a container whose chain is a circle", file: circle(), code: sheet.Damaged},
		{name: "a Word document", file: pack(t, zipPart{"[Content_Types].xml", "<Types/>"}, zipPart{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`}, zipPart{"word/document.xml", "<document/>"}), code: sheet.NotWorkbook},
		{name: "a binary workbook", file: pack(t, zipPart{"[Content_Types].xml", "<Types/>"}, zipPart{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>`}, zipPart{"xl/workbook.bin", "x"}), code: sheet.Binary},
		{name: "an encrypted OpenDocument", file: pack(t, zipPart{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, zipPart{"content.xml", "\x01\x02"}, zipPart{"META-INF/manifest.xml", `<manifest><file-entry><encryption-data/></file-entry></manifest>`}), code: sheet.Encrypted},
		{name: "a web page", file: []byte("<html><table><tr><td>System</td></tr></table></html>"), as: "lista.xls", code: sheet.NotWorkbook},
		{name: "a PDF", file: []byte("%PDF-1.7\n..."), code: sheet.NotWorkbook},
		{name: "text without columns", file: []byte("Hej!\nDet här är ett brev.\n"), as: "brev.txt", code: sheet.NotWorkbook},
		{name: "semicolons named xlsx", file: []byte("System;Leverantör\r\nKartan;Bolaget\r\n"), rows: 2},
		{name: "a quote that is never closed", file: []byte("System;Leverantör\nKartan;\"Bolaget\nSkolan;Firman\n"), as: "a.csv", rows: 3},
		{name: "wide letters without a mark", file: wideText("System\tLeverantör\r\nKartan\tBolaget\r\n"), as: "a.txt", rows: 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			as := test.as
			if as == "" {
				as = "lista.xlsx"
			}
			b, err := read(test.file, as)
			var known *sheet.Error
			switch {
			case test.code == "" && err != nil:
				t.Fatal(err)
			case test.code != "" && (!errors.As(err, &known) || known.Code != test.code):
				t.Fatalf("%v, want %s", err, test.code)
			case test.code == "" && len(b.Sheets[0].Rows) != test.rows:
				t.Fatalf("%d rows, want %d", len(b.Sheets[0].Rows), test.rows)
			}
		})
	}
}

func merges(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<mergeCell ref="C%d:D%d"/>`, i+1, i+1)
	}
	return b.String()
}

func wideText(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// container makes a compound file with one stream of a name.
func container(stream string) []byte {
	const free, last = 0xFFFFFFFF, 0xFFFFFFFE
	b := make([]byte, 512*4)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	put := func(at int, v uint32) { binary.LittleEndian.PutUint32(b[at:], v) }
	binary.LittleEndian.PutUint16(b[30:], 9)
	binary.LittleEndian.PutUint16(b[32:], 6)
	put(48, 1)    // directory
	put(56, 4096) // small streams below this size
	put(60, last) // table of small sectors
	put(68, last) // further parts of the table
	put(76, 0)    // the table itself
	for i := 1; i < 109; i++ {
		put(76+4*i, free)
	}
	table := 512
	put(table, 0xFFFFFFFD)
	put(table+4, last)
	put(table+8, last)
	for i := 3; i < 128; i++ {
		put(table+4*i, free)
	}
	for i, name := range []string{"Root Entry", stream} {
		at := 1024 + 128*i
		copy(b[at:], wideText(name))
		binary.LittleEndian.PutUint16(b[at+64:], uint16(2*len(name)+2))
		b[at+66] = []byte{5, 2}[i]
		put(at+116, last)
	}
	return b
}

// circle makes a container whose directory leads back to itself.
func circle() []byte {
	b := container("Workbook")
	binary.LittleEndian.PutUint32(b[512+4:], 1)
	return b
}

// TestCancelled stops in the middle of a large sheet.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var rows strings.Builder
	for range 5000 {
		rows.WriteString(`<row>` + inline("A1", "x") + `</row>`)
	}
	b := workbook(t, rows.String()+`</sheetData>`)
	_, err := sheet.Read(ctx, bytes.NewReader(b), int64(len(b)), "lista.xlsx", func(int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("%v, want the context's error", err)
	}
}

// TestPathsThatAreNoFiles opens a folder and a file that is not there.
func TestPathsThatAreNoFiles(t *testing.T) {
	if _, err := sheet.Open(context.Background(), t.TempDir(), nil); err == nil {
		t.Error("a folder opened")
	}
	if _, err := sheet.Open(context.Background(), t.TempDir()+"/ingen.xlsx", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v, want that it does not exist", err)
	}
}
