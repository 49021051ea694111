package sheet

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// decodeText turns the bytes of a text file into UTF-8: by its byte order
// mark, by the zero bytes of UTF-16 without one, as UTF-8 where it is valid, and
// otherwise by the letters of Swedish. It says what it had to mend or to infer.
func decodeText(b []byte) ([]byte, *text.Message, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
		return out, nil, err
	}
	if order, ok := wideText(b); ok {
		out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(b)
		return out, nil, err
	}
	if b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")); !utf8.Valid(b) {
		out, said := fromEightBit(b)
		return out, said, nil
	}
	if out, n := mendTwice(b); n > 0 {
		said := text.Msg("sheet.notice.twice", "n", n)
		return out, &said, nil
	}
	return b, nil, nil
}

// wideText recognises UTF-16 without a mark: in western text every other byte is zero.
func wideText(b []byte) (unicode.Endianness, bool) {
	head := b[:min(len(b), 4096)&^1]
	var even, odd int
	for i, c := range head {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	half := len(head) / 2
	switch {
	case half == 0:
		return unicode.LittleEndian, false
	case odd > half*6/10 && even < half/10:
		return unicode.LittleEndian, true
	case even > half*6/10 && odd < half/10:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// looksBinary reports whether decoded text holds characters that nobody types in a list.
func looksBinary(b []byte) bool {
	head := b[:min(len(b), 8192)]
	odd := 0
	for _, c := range head {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			odd++
		}
	}
	return odd*50 > len(head)
}

// delimiters in the order they are preferred when all fit equally well.
var delimiters = []byte{';', '\t', ',', '|'}

// sniffDelimiter chooses the delimiter that divides the first records into
// equally many fields, the more fields the better. Zero means that none does.
func sniffDelimiter(b []byte) byte {
	if d, _, ok := declared(b); ok {
		return d
	}
	head := b[:min(len(b), 1<<16)]
	best, bestScore := byte(0), 0.0
	for _, d := range delimiters {
		if score := fits(head, d, len(head) == len(b)); score > bestScore {
			best, bestScore = d, score
		}
	}
	return best
}

// fits scores a delimiter: the share of records that have the commonest number of
// fields, weighted by that number. A record of one field counts as not divided.
func fits(head []byte, d byte, whole bool) float64 {
	counts, records := map[int]int{}, 0
	c := csvReader{rest: head, delimiter: d}
	for records < 60 {
		fields, ok := c.record()
		if !ok || len(c.rest) == 0 && !whole && records > 0 {
			break
		}
		if len(fields) == 1 && strings.TrimSpace(string(fields[0])) == "" {
			continue
		}
		counts[len(fields)]++
		records++
	}
	common, times := 0, 0
	for n, t := range counts {
		if n > 1 && (t > times || t == times && n > common) {
			common, times = n, t
		}
	}
	if records == 0 || times == 0 {
		return 0
	}
	share := float64(times) / float64(records)
	return share * share * (1 + float64(min(common, 40))/40)
}

// declared reads Excel's own first line, sep=;.
func declared(b []byte) (d byte, rest []byte, ok bool) {
	line, rest, _ := bytes.Cut(b, []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	if len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep=")) {
		return line[4], rest, true
	}
	return 0, b, false
}

// csvReader divides text into records and fields the way spreadsheets do: a
// field may be quoted, then delimiters and line ends are part of it.
type csvReader struct {
	rest      []byte
	delimiter byte
	fields    [][]byte
}

// record returns the fields of the next record, valid until the next call. An
// empty line is a record with one empty field, for spreadsheets count it too.
func (c *csvReader) record() ([][]byte, bool) {
	if len(c.rest) == 0 {
		return nil, false
	}
	c.fields = c.fields[:0]
	for {
		field, more := c.field()
		c.fields = append(c.fields, field)
		if !more {
			return c.fields, true
		}
	}
}

// field returns the next field and whether the record goes on after it.
func (c *csvReader) field() ([]byte, bool) {
	if lead := spaces(c.rest, c.delimiter); lead < len(c.rest) && c.rest[lead] == '"' {
		if f, n, ok := quoted(c.rest[lead:], c.delimiter); ok {
			c.rest = c.rest[lead+n:]
			return f, c.afterField()
		}
	}
	for i, b := range c.rest {
		if b == c.delimiter || b == '\n' || b == '\r' {
			f := c.rest[:i]
			c.rest = c.rest[i:]
			return f, c.afterField()
		}
	}
	f := c.rest
	c.rest = nil
	return f, false
}

// spaces is how many spaces, or tabs that divide nothing, b begins with.
func spaces(b []byte, delimiter byte) int {
	n := 0
	for n < len(b) && (b[n] == ' ' || b[n] == '\t') && b[n] != delimiter {
		n++
	}
	return n
}

// afterField steps over a delimiter, or over the end of the line.
func (c *csvReader) afterField() bool {
	switch {
	case len(c.rest) == 0:
		return false
	case c.rest[0] == c.delimiter:
		c.rest = c.rest[1:]
		return true
	case bytes.HasPrefix(c.rest, []byte("\r\n")):
		c.rest = c.rest[2:]
	default:
		c.rest = c.rest[1:]
	}
	return false
}

// maxQuoted bounds a quoted field. A quote that is never closed would
// otherwise swallow the rest of the list.
const maxQuoted = 128 << 10

// quoted reads a field in quotes and returns how many bytes it took. It is no
// quoted field when the quote is not closed, or when text follows the closing one.
func quoted(b []byte, delimiter byte) (field []byte, n int, ok bool) {
	doubled := false
	for i := 1; i < len(b) && i < maxQuoted; i++ {
		if b[i] != '"' {
			continue
		}
		if i+1 < len(b) && b[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		end := i + 1 + spaces(b[i+1:], delimiter)
		if end < len(b) && b[end] != delimiter && b[end] != '\n' && b[end] != '\r' {
			return nil, 0, false
		}
		field = b[1:i]
		if doubled {
			field = bytes.ReplaceAll(field, []byte(`""`), []byte(`"`))
		}
		return field, end, true
	}
	return nil, 0, false
}

// withoutMarker takes away the apostrophe that keeps a text from being taken
// for a formula: Excel's own sign for text, and what an exported list bears.
func withoutMarker(field []byte) []byte {
	if len(field) > 1 && field[0] == '\'' && bytes.IndexByte([]byte("=+-@"), field[1]) >= 0 {
		return field[1:]
	}
	return field
}

// readText reads a delimited text file as one sheet.
func readText(ctx context.Context, b []byte, g *grid) error {
	delimiter := sniffDelimiter(b)
	if delimiter == 0 {
		return errNoColumns
	}
	c := csvReader{rest: b, delimiter: delimiter}
	if _, rest, ok := declared(b); ok {
		c.rest = rest
	}
	s := intake.Sheet{Name: intake.SingleSheet}
	o, mended := outlineOf(c.rest, delimiter), 0
	for number := 1; ; number++ {
		from := c.rest
		fields, ok := c.record()
		if !ok {
			break
		}
		if len(fields) == 1 && o.fields > 1 {
			fields = o.otherwise(from[:len(from)-len(c.rest)], delimiter, fields)
		}
		fields, joined, torn := o.mend(fields, delimiter)
		if joined {
			mended++
		}
		for i, f := range fields {
			if f = withoutMarker(f); len(f) > 0 {
				g.put(i+1, intake.Text, g.intern(f))
			}
		}
		n := len(s.Rows)
		if err := g.end(&s, number, false); err != nil {
			return err
		}
		if torn && len(s.Rows) > n {
			s.Rows[n].Torn = true
		}
		if number%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if mended > 0 {
		g.book.Notices = append(g.book.Notices, text.Msg("sheet.notice.joined", "n", mended))
	}
	g.finish(s)
	return nil
}
