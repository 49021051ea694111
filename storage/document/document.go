// Package document writes a report as a file, in each of the formats there are.
package document

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/storage/file"
	"infoklass/storage/page"
	"infoklass/storage/sheet"
)

// A Writer writes a document in one format. Progress, which may be nil, is
// called with the rows done and the rows in all.
type Writer func(ctx context.Context, w io.Writer, doc report.Document, progress func(done, total int)) error

// Writers are the formats; each shows every kind of block.
var Writers = map[report.Format]Writer{report.PDF: page.PDF, report.Excel: sheet.Report}

// ErrFormat is returned, wrapped, for a file whose name does not say a format.
var ErrFormat = errors.New("no format of documents")

// Format is what the name of a file ends in.
func Format(path string) report.Format {
	return report.Format(strings.ToLower(filepath.Ext(path)))
}

// Save writes a document as what the name of its file ends in. An error has a
// sentence for the user; the file is then as it was.
func Save(ctx context.Context, path string, doc report.Document, replace file.Replace, progress func(done, total int)) error {
	write, ok := Writers[Format(path)]
	if !ok {
		return text.Fail(ErrFormat, "file.format", "file", path)
	}
	return file.Write(path, replace, func(w io.Writer) error { return write(ctx, w, doc, progress) })
}
