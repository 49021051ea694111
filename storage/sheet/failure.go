package sheet

import (
	"archive/zip"
	"context"
	"errors"

	"infoklass/domain/text"
)

// Code says why a file cannot be read. Programs may rely on it.
type Code string

// The codes, as the terminal prints them. NoTable is not given here: whether a
// file holds a table is for the domain to say.
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

func fail(code Code, key string, err error) error {
	return &Error{Code: code, Err: text.Fail(err, key)}
}

// errNoColumns is a text that no delimiter divides into columns.
var errNoColumns = errors.New("sheet: text without columns")

// explain turns what reading met into the sentence for it.
func explain(ctx context.Context, err error) error {
	var known *Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &known):
		return err
	case errors.Is(err, errTooLarge):
		return fail(TooLarge, "sheet.too-large", err)
	case errors.Is(err, errXMLEntity):
		return fail(Damaged, "sheet.hostile", err)
	case errors.Is(err, errZipPassword):
		return fail(Encrypted, "sheet.encrypted", err)
	case errors.Is(err, errNoColumns):
		return fail(NotWorkbook, "sheet.no-columns", err)
	case errors.Is(err, zip.ErrFormat):
		return fail(Damaged, "sheet.cut-off", err)
	}
	return fail(Damaged, "sheet.damaged", err)
}
