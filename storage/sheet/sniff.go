package sheet

import (
	"bytes"
	"unicode/utf8"
)

// isBareBIFF recognises workbooks older than Excel 5, which have no container.
func isBareBIFF(b []byte) bool {
	if len(b) < 8 || b[0] != 0x09 || b[3] != 0 {
		return false
	}
	switch b[1] {
	case 0x00, 0x02, 0x04:
		return b[2] == 4 || b[2] == 6
	case 0x08:
		return b[2] == 8 || b[2] == 16
	}
	return false
}

// notList recognises, by their first bytes, files that people pick by mistake.
func notList(head []byte) error {
	begins := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if bytes.HasPrefix(head, []byte(p)) {
				return true
			}
		}
		return false
	}
	lower := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	has := func(s string) bool { return bytes.Contains(lower, []byte(s)) }
	switch {
	case begins("%PDF"):
		return fail(NotWorkbook, "sheet.pdf", nil)
	case begins("{\\rtf"):
		return fail(NotWorkbook, "sheet.word", nil)
	case begins("\x89PNG", "GIF8", "\xff\xd8\xff", "II*\x00", "MM\x00*", "BM") && !utf8.Valid(head):
		return fail(NotWorkbook, "sheet.picture", nil)
	case begins("7z\xbc\xaf", "Rar!", "\x1f\x8b"):
		return fail(NotWorkbook, "sheet.zip", nil)
	case isLockFile(head):
		return fail(NotWorkbook, "sheet.lock-file", nil)
	case isSymbolicLink(head), bytes.HasPrefix(head, []byte("TABLE\r\n0,1")), bytes.HasPrefix(head, []byte("TABLE\n0,1")):
		return fail(Unsupported, "sheet.unsupported", nil)
	case bytes.HasPrefix(lower, []byte("<?xml")) && (has("urn:schemas-microsoft-com:office:spreadsheet") || has("progid=\"excel.sheet\"")),
		has("office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\""):
		return fail(Unsupported, "sheet.xml-table", nil)
	case len(lower) > 0 && lower[0] == '<' && (has("<html") || has("<table") || has("<!doctype html")), begins("MIME-Version:"):
		return fail(NotWorkbook, "sheet.web-page", nil)
	case bytes.HasPrefix(lower, []byte("<?xml")):
		return fail(NotWorkbook, "sheet.not-workbook", nil)
	}
	return nil
}

// isSymbolicLink recognises SYLK, whose every line begins with a record type. A csv
// file whose first header is ID begins like it, but goes on otherwise.
func isSymbolicLink(head []byte) bool {
	if !bytes.HasPrefix(head, []byte("ID;P")) {
		return false
	}
	lines := bytes.FieldsFunc(head, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) < 2 {
		return false
	}
	for _, line := range lines[1:min(len(lines), 6)] {
		kind, _, ok := bytes.Cut(line, []byte(";"))
		if !ok || len(kind) == 0 || len(kind) > 3 || bytes.ContainsFunc(kind, func(r rune) bool { return r < 'A' || r > 'Z' }) {
			return false
		}
	}
	return true
}

// isLockFile recognises the small file that Office leaves next to an open workbook:
// the user's name, once in narrow and once in wide letters.
func isLockFile(head []byte) bool {
	if len(head) != 165 && len(head) != 162 || head[0] == 0 || head[0] > 53 {
		return false
	}
	return bytes.Count(head, []byte{0}) > 20
}
