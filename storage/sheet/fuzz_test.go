package sheet_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"infoklass/domain/intake"
	"infoklass/storage/sheet"
)

// FuzzRead feeds any bytes to the reader of files. What opens has rows and
// cells in order, in texts that can be shown; what does not has a code.
func FuzzRead(f *testing.F) {
	lists, err := filepath.Glob("testdata/lists/*.*")
	if err != nil {
		f.Fatal(err)
	}
	seeds := 0
	for _, path := range lists {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		if ext := filepath.Ext(path); ext != ".json" && len(b) < 50_000 {
			f.Add(b)
			seeds++
		}
	}
	f.Add(container("Workbook"))
	f.Add(circle())
	f.Add(workbook(f, twoRows+"</sheetData>"))
	if seeds < 14 {
		f.Fatalf("only %d lists as seeds", seeds)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := read(b, "lista.xlsx")
		checkBook(t, book, err)
	})
}

// FuzzSheetXML feeds any XML to the reader of cells.
func FuzzSheetXML(f *testing.F) {
	seeds := []string{
		twoRows + "</sheetData>", `<row r="3"><c t="s"><v>0</v></c></row></sheetData>`, `<row><c r="XFD1" t="d"><v>2024-01-02T00:00:00</v></c></row></sheetData>`,
		`<row><c><v>1e400</v></c><c t="e"><v>#N/A</v></c></row></sheetData>`, `<row><c t="inlineStr"><is><r><t>&#xe5;</t></r><rPh><t>x</t></rPh></is></c></row></sheetData>`,
		`<row><c t="str"><v><![CDATA[a]]b]]></v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
	}
	for _, s := range seeds {
		f.Add(s)
	}
	if len(seeds) < 6 {
		f.Fatal("too few seeds")
	}
	f.Fuzz(func(t *testing.T, cells string) {
		book, err := read(workbook(t, cells), "lista.xlsx")
		checkBook(t, book, err)
	})
}

// FuzzText feeds any bytes to the reader of text files and its sniffing.
func FuzzText(f *testing.F) {
	seeds := []string{"System;K;R;T\nKartan;1;2;3\n", "a,b\r\n\"x\"\"y\",\"z\nå\"\r\n", "sep=|\na|b\n", "a\tb\n1\t2", "\xff\xfea\x00;\x00b\x00", "\xe5;\xe4\n1;2", "\"a;b\nc;d"}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	if len(seeds) < 7 {
		f.Fatal("too few seeds")
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := read(b, "lista.csv")
		checkBook(t, book, err)
	})
}

func checkBook(t *testing.T, book *intake.Book, err error) {
	t.Helper()
	if err != nil {
		if _, ok := err.(*sheet.Error); !ok {
			t.Fatalf("an error without a code: %v", err)
		}
		return
	}
	for _, s := range book.Sheets {
		for i, r := range s.Rows {
			if len(r.Cells) == 0 || i > 0 && s.Rows[i-1].Number >= r.Number {
				t.Fatalf("row %d is out of order or empty", r.Number)
			}
			for j, c := range r.Cells {
				if c.Column == 0 || c.Text == "" || j > 0 && r.Cells[j-1].Column >= c.Column || !utf8.ValidString(c.Text) {
					t.Fatalf("row %d: cell %+v", r.Number, c)
				}
			}
		}
	}
	if _, err := intake.Understand(context.Background(), book, intake.Knowledge{}, nil, intake.Options{AcceptSuggestions: true}); err != nil {
		t.Fatal(err)
	}
}
