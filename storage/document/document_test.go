package document_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/report"
	"infoklass/domain/report/reporttest"
	"infoklass/storage/bolt"
	"infoklass/storage/document"
	"infoklass/storage/file"
)

// read are independent readers: what a file of each format says, as text.
var read = map[report.Format]func(*testing.T, []byte) string{
	report.PDF: func(t *testing.T, data []byte) string {
		if _, err := exec.LookPath("pdftotext"); err != nil {
			t.Skip("pdftotext is not installed")
		}
		cmd := exec.Command("pdftotext", "-layout", "-", "-")
		cmd.Stdin = bytes.NewReader(data)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	},
	report.Excel: func(t *testing.T, data []byte) string {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close() //nolint:errcheck // read from memory
		var all strings.Builder
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				all.WriteString(strings.Join(row, "\n") + "\n")
			}
		}
		return all.String()
	},
}

// TestEveryWriterShowsEveryBlock writes a document of all there is in every
// format and looks for each of its texts.
func TestEveryWriterShowsEveryBlock(t *testing.T) {
	d := reporttest.Everything()
	for _, f := range report.Formats {
		t.Run(f.Name(), func(t *testing.T) {
			var buf bytes.Buffer
			if err := document.Writers[f](t.Context(), &buf, d, nil); err != nil {
				t.Fatal(err)
			}
			got := read[f](t, buf.Bytes())
			for _, want := range append(reporttest.Words(d), d.Title, d.Subtitle, d.Legend, d.Meta.Municipality, d.Meta.Object, d.Meta.Version, d.Meta.Dnr, d.Meta.Responsible, d.Meta.Marking) {
				// A workbook holds figures, which each reader writes in its own way.
				if !strings.Contains(got, want) && !strings.Contains(got, strings.Replace(want, ",", ".", 1)) {
					t.Errorf("%q is lost:\n%s", want, got)
				}
			}
		})
	}
}

// TestFormatsHaveWriters: a format that is offered can be written, and read by this test.
func TestFormatsHaveWriters(t *testing.T) {
	for f := range document.Writers {
		if !slices.Contains(report.Formats, f) {
			t.Errorf("%s can be written and is not offered", f)
		}
	}
	for _, f := range report.Formats {
		if document.Writers[f] == nil || read[f] == nil {
			t.Errorf("%s has no writer, or no reader here", f)
		}
	}
}

func TestSaveTakesTheFormatFromTheName(t *testing.T) {
	folder := t.TempDir()
	for name, begin := range map[string]string{"a.pdf": "%PDF", "B.XLSX": "PK"} {
		path := filepath.Join(folder, name)
		if err := document.Save(t.Context(), path, reporttest.Everything(), file.Keep, nil); err != nil {
			t.Fatal(err)
		}
		if data, _ := os.ReadFile(path); !bytes.HasPrefix(data, []byte(begin)) {
			t.Errorf("%s begins with %.4q", name, data)
		}
	}
	for _, name := range []string{"c", "c.docx", "c.pdf.txt"} {
		if err := document.Save(t.Context(), filepath.Join(folder, name), report.Document{}, file.Over, nil); !errors.Is(err, document.ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 2 {
		t.Errorf("%d files, want 2", len(left))
	}
}

// TestNoDocumentReplacesARegister: not by name, link or hard link, and not a
// register whose first page is damaged.
func TestNoDocumentReplacesARegister(t *testing.T) {
	folder := t.TempDir()
	real := filepath.Join(folder, "kommunen"+bolt.Extension)
	store, err := bolt.Create(real, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(real)
	if err != nil {
		t.Fatal(err)
	}
	named := filepath.Join(folder, "named.pdf")
	spoilt := filepath.Join(folder, "spoilt.pdf")
	if err := errors.Join(os.WriteFile(named, before, 0o600), os.WriteFile(spoilt, append(make([]byte, 64), before[64:]...), 0o600)); err != nil {
		t.Fatal(err)
	}
	linked := []string{named, spoilt}
	for name, link := range map[string]func(string, string) error{"hard.pdf": os.Link, "soft.pdf": os.Symlink} {
		path := filepath.Join(folder, name)
		err := link(real, path)
		if _, missing := os.Stat(path); err != nil || missing != nil {
			t.Logf("%s: %v, %v", name, err, missing) // not every file system has them, and Wine only says that it has
			continue
		}
		linked = append(linked, path)
	}
	for _, path := range linked {
		if err := document.Save(t.Context(), path, reporttest.Everything(), file.Over, nil); !errors.Is(err, file.ErrRegister) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if after, _ := os.ReadFile(real); !bytes.Equal(before, after) {
		t.Error("the register has changed")
	}
}
