package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/intake"
	"infoklass/storage/sheet"
)

// wordFile is a Word document with a body.
func wordFile(t testing.TB, body string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	for name, content := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document ` + w + `><w:body>` + body + `</w:body></w:document>`,
	} {
		part, err := z.Create(name)
		if err == nil {
			_, err = part.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func wordParagraph(s string) string {
	return `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>`
}

// wordRows is a table of plain cells.
func wordRows(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl><w:tblPr/><w:tblGrid/>")
	for _, r := range rows {
		b.WriteString("<w:tr><w:trPr><w:tblHeader/></w:trPr>")
		for _, c := range r {
			b.WriteString("<w:tc><w:tcPr/>" + wordParagraph(c) + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

func TestTablesOfAWordDocument(t *testing.T) {
	book, err := read(wordFile(t, wordParagraph("Dokumenthanteringsplan")+wordParagraph("Socialnämnden")+
		wordRows([]string{"System", "Klass K", "Ägare"}, []string{"Journal", "3", "Vård&amp;omsorg"})+
		wordParagraph("")+wordParagraph("Tekniska nämnden")+
		`<w:sdt><w:sdtContent>`+wordRows([]string{"System", "Klass K", "Ägare"}, []string{"Karta", "1", "GIS"})+`</w:sdtContent></w:sdt>`+
		wordRows([]string{"Förkortning", "Betyder"})), "plan.docx")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range book.Sheets {
		for _, r := range s.Rows {
			line := s.Name
			for _, c := range r.Cells {
				line += fmt.Sprintf("|%d %s", c.Column, c.Text)
			}
			got = append(got, line)
		}
	}
	want := []string{
		"Socialnämnden|1 System|2 Klass K|3 Ägare", "Socialnämnden|1 Journal|2 3|3 Vård&omsorg",
		"Tekniska nämnden|1 System|2 Klass K|3 Ägare", "Tekniska nämnden|1 Karta|2 1|3 GIS", "Tekniska nämnden (3)|1 Förkortning|2 Betyder",
	}
	if book.Format != "docx" || !slices.Equal(got, want) {
		t.Errorf("%s: read %q, want %q", book.Format, got, want)
	}
}

// Merged cells, line breaks, text that was deleted under revision, and a table in a cell.
func TestCellsOfAWordTable(t *testing.T) {
	cell := func(properties, content string) string {
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>"
	}
	body := "<w:tbl>" +
		"<w:tr>" + cell(`<w:gridSpan w:val="2"/>`, wordParagraph("Klassning")) + cell("", wordParagraph("Enhet")) + "</w:tr>" +
		"<w:tr>" + cell("", `<w:p><w:r><w:t>Rad ett</w:t><w:br/><w:t>rad två</w:t></w:r></w:p>`+wordParagraph("rad tre")) +
		cell("", `<w:p><w:del><w:r><w:delText>0</w:delText></w:r></w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins></w:p>`) +
		cell(`<w:vMerge w:val="restart"/>`, wordParagraph("IT")) + "</w:tr>" +
		"<w:tr>" + cell("", wordParagraph("Karta")) + cell("", wordRows([]string{"1", "2"})) + cell(`<w:vMerge/>`, wordParagraph("")) + "</w:tr>" +
		"</w:tbl>"
	book, err := read(wordFile(t, body), "plan.docx")
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	at := func(row, column int) string { c, _ := s.Rows[row].At(column); return c.Text }
	for _, c := range []struct {
		row, column int
		want        string
	}{{0, 1, "Klassning"}, {0, 3, "Enhet"}, {1, 1, "Rad ett\nrad två\nrad tre"}, {1, 2, "3"}, {1, 3, "IT"}, {2, 1, "Karta"}, {2, 2, "1\n2"}, {2, 3, ""}} {
		if got := at(c.row, c.column); got != c.want {
			t.Errorf("row %d column %d holds %q, want %q", c.row+1, c.column, got, c.want)
		}
	}
	want := []intake.Area{{Row: 1, Column: 1, LastRow: 1, LastColumn: 2}, {Row: 2, Column: 3, LastRow: 3, LastColumn: 3}}
	if !slices.Equal(s.Merges, want) {
		t.Errorf("merged: %+v, want %+v", s.Merges, want)
	}
}

func TestWordDocumentWithoutATable(t *testing.T) {
	_, err := read(wordFile(t, wordParagraph("Policy")), "policy.docx")
	var said *sheet.Error
	if !errors.As(err, &said) || said.Code != sheet.NotWorkbook {
		t.Errorf("read with %v", err)
	}
}

// FuzzWord feeds any XML to the reader of Word tables.
func FuzzWord(f *testing.F) {
	for _, body := range []string{
		wordRows([]string{"a", "b"}, []string{"1"}), wordParagraph("x") + "<w:tbl/>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
		`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		book, err := read(wordFile(t, body), "lista.docx")
		checkBook(t, book, err)
	})
}
