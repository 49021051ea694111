// Package sheet reads and writes the files that lists are kept in: workbooks
// and text files to cells, and cells to workbooks.
package sheet

import (
	"context"

	"infoklass/domain/inventory"
)

// Code says why a file cannot be read. Programs may rely on it.
type Code string

// The codes, as the terminal prints them.
const (
	Encrypted   Code = "encrypted"
	OldExcel    Code = "xls"
	OpenDoc     Code = "ods"
	Binary      Code = "xlsb"
	Damaged     Code = "damaged"
	NotWorkbook Code = "not-a-workbook"
	TooLarge    Code = "too-large"
	Empty       Code = "empty"
	NoTable     Code = "no-table"
	Unsupported Code = "unsupported"
)

// Error is a file that cannot be read. It wraps a text.Error with the sentence
// for the person who chose the file.
type Error struct {
	Code Code
	Err  error
}

func (e *Error) Error() string { return string(e.Code) + ": " + e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// Open reads a file's cells. Progress, which may be nil, is told how many rows
// have been read. The error is an *Error unless ctx ended or the file could
// not be opened at all.
func Open(ctx context.Context, path string, progress func(rows int)) (*inventory.Book, error) {
	return nil, nil
}
