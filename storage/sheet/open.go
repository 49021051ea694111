// Package sheet reads and writes the files that lists are kept in: workbooks
// and text files to cells, and cells to workbooks.
//
// A file is known by its bytes, never by its name alone, and it is read as a
// stream with limits, because it comes from anywhere: what is damaged, hostile
// or simply something else ends in a sentence that says what to do.
package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"infoklass/domain/intake"
)

// Open reads a file's cells. Progress, which may be nil, is called now and then
// with the number of rows read. The error is an *Error with a code unless ctx
// ended or the operating system refused the file.
func Open(ctx context.Context, path string, progress func(rows int)) (*intake.Book, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("sheet: opening: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("sheet: opening: %w", err)
	}
	if info.IsDir() {
		return nil, fail(NotWorkbook, "sheet.folder", nil)
	}
	return Read(ctx, f, info.Size(), filepath.Base(path), progress)
}

// Read reads the cells of a file that is already open. Name decides nothing
// but what the book is called and which ending its format gets.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, progress func(rows int)) (b *intake.Book, err error) {
	defer func() {
		if p := recover(); p != nil {
			b, err = nil, fail(Damaged, "sheet.damaged", fmt.Errorf("sheet: panic: %v", p))
		}
	}()
	switch {
	case size == 0:
		return nil, fail(Empty, "sheet.empty", nil)
	case size > maxFile:
		return nil, fail(TooLarge, "sheet.too-large", errTooLarge)
	}
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, fmt.Errorf("sheet: reading: %w", err)
	}
	b = &intake.Book{Name: name}
	g := newGrid(b, progress)
	err = readBytes(ctx, r, size, head, g)
	if err == nil {
		err = something(b)
	}
	if err != nil {
		return nil, explain(ctx, err)
	}
	if progress != nil {
		progress(g.rows)
	}
	return b, nil
}

// readBytes chooses the reader by what the file begins with.
func readBytes(ctx context.Context, r io.ReaderAt, size int64, head []byte, g *grid) error {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return readZip(ctx, r, size, g)
	case bytes.HasPrefix(head, []byte(oleMagic)):
		return readOLE(ctx, r, size, g)
	case isBareBIFF(head):
		return fail(OldExcel, "sheet.xls-ancient", nil)
	}
	if err := notList(head); err != nil {
		return err
	}
	b := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), b); err != nil {
		return fmt.Errorf("sheet: reading: %w", err)
	}
	b, said, err := decodeText(b)
	if said != nil {
		g.book.Notices = append(g.book.Notices, *said)
	}
	if err != nil || looksBinary(b) {
		return fail(NotWorkbook, "sheet.not-workbook", err)
	}
	g.book.Format = "csv"
	if strings.EqualFold(filepath.Ext(g.book.Name), ".txt") {
		g.book.Format = "txt"
	}
	return readText(ctx, b, g)
}

// readZip reads the formats that are parts in a zip.
func readZip(ctx context.Context, r io.ReaderAt, size int64, g *grid) error {
	p, err := openPack(ctx, r, size)
	if err != nil {
		return err
	}
	switch {
	case p.has("content.xml") && p.has("mimetype"):
		return readOpenDocument(p, g)
	case p.anyUnder("index/") && p.has("index/document.iwa"), p.has("index.zip"):
		return fail(Unsupported, "sheet.numbers", nil)
	}
	main, err := mainPart(p)
	switch {
	case errors.Is(err, errNoPart) && len(p.parts) > 0 && !p.has("[content_types].xml"):
		return fail(NotWorkbook, "sheet.zip", err)
	case err != nil:
		return err
	case strings.HasSuffix(main, ".bin"):
		return fail(Binary, "sheet.xlsb", nil)
	case strings.HasPrefix(main, "word/"):
		return readWord(p, main, g)
	case strings.HasPrefix(main, "ppt/"), strings.HasPrefix(main, "visio/"):
		return fail(NotWorkbook, "sheet.not-workbook", nil)
	}
	g.book.Format = "xlsx"
	switch ext := strings.ToLower(filepath.Ext(g.book.Name)); ext {
	case ".xlsm", ".xltx", ".xltm":
		g.book.Format = ext[1:]
	}
	return readWorkbook(p, main, g)
}

// readOLE reads Excel 97–2003, and knows what else lies in compound files.
func readOLE(ctx context.Context, r io.ReaderAt, size int64, g *grid) error {
	f, err := openOLE(r, size)
	if err != nil {
		return err
	}
	if _, ok := f.find("EncryptedPackage"); ok {
		return fail(Encrypted, "sheet.encrypted", nil)
	}
	if _, ok := f.find("WordDocument"); ok {
		return fail(NotWorkbook, "sheet.word", nil)
	}
	if e, ok := f.find("Workbook", "Book"); ok {
		return readOldExcel(ctx, f, e, g)
	}
	return fail(NotWorkbook, "sheet.not-workbook", nil)
}

// something reports whether any sheet holds a cell.
func something(b *intake.Book) error {
	for _, s := range b.Sheets {
		if len(s.Rows) > 0 {
			return nil
		}
	}
	if len(b.Notices) > 0 {
		return nil // nothing but error values, which the notices report
	}
	return fail(Empty, "sheet.no-cells", nil)
}
