package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// xmlReader is a pull reader for the XML inside office files. It knows tags,
// attributes, text, CDATA and the five entities, forgets prefixes, and refuses
// what such files never need and attacks are made of: a document type that
// declares entities. Reading a sheet is most of the time an import takes, and
// this is several times faster than encoding/xml; it holds one tag or one
// stretch of text at a time, whatever the size of the document.
type xmlReader struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool

	name    []byte // of the current tag, without prefix
	attrs   []xmlAttr
	text    []byte // of the current stretch of text, entities resolved
	scratch []byte
	closing bool // a self-closed tag owes its end
	depth   int
}

type xmlAttr struct{ name, value []byte }

type xmlToken int

const (
	xmlEOF xmlToken = iota
	xmlStart
	xmlEnd
	xmlText
)

// xmlWindow is the size of the window over the document, and with it of the longest tag.
const xmlWindow = 1 << 18

// xmlMaxDepth is deeper than any office file nests.
const xmlMaxDepth = 512

var (
	errXML       = errors.New("sheet: not well-formed XML")
	errXMLEntity = errors.New("sheet: XML that declares entities")
)

func newXMLReader(r io.Reader) *xmlReader {
	return &xmlReader{r: r, buf: make([]byte, xmlWindow)}
}

// fill reads more of the document, moving what has not been used to the front.
func (x *xmlReader) fill() error {
	if x.eof {
		return io.ErrUnexpectedEOF
	}
	if x.pos > 0 {
		copy(x.buf, x.buf[x.pos:x.end])
		x.end -= x.pos
		x.pos = 0
	}
	if x.end == len(x.buf) {
		return errXML
	}
	n, err := x.r.Read(x.buf[x.end:])
	x.end += n
	if err == io.EOF {
		x.eof = true
		return nil
	}
	return err
}

// index finds a byte from offset on, reading more as needed, and returns its
// distance from pos; -1 at the end of the document.
func (x *xmlReader) index(from int, c byte) (int, error) {
	for {
		if i := bytes.IndexByte(x.buf[x.pos+from:x.end], c); i >= 0 {
			return from + i, nil
		}
		from = x.end - x.pos
		if x.eof {
			return -1, nil
		}
		if err := x.fill(); err != nil {
			return -1, err
		}
	}
}

// next returns the next token. Its name, attributes and text are valid until
// the next call.
func (x *xmlReader) next() (xmlToken, error) {
	if x.closing {
		x.closing = false
		x.depth--
		return xmlEnd, nil
	}
	for {
		for x.pos == x.end {
			if x.eof {
				if x.depth > 0 {
					return xmlEOF, io.ErrUnexpectedEOF
				}
				return xmlEOF, nil
			}
			if err := x.fill(); err != nil {
				return xmlEOF, err
			}
		}
		if x.buf[x.pos] != '<' {
			return x.readText()
		}
		for x.end-x.pos < len("<![CDATA[") && !x.eof {
			if err := x.fill(); err != nil {
				return xmlEOF, err
			}
		}
		rest := x.buf[x.pos:x.end]
		switch {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return x.readCDATA()
		case bytes.HasPrefix(rest, []byte("<!--")):
			if err := x.skipPast("-->"); err != nil {
				return xmlEOF, err
			}
		case bytes.HasPrefix(rest, []byte("<?")):
			if err := x.skipPast("?>"); err != nil {
				return xmlEOF, err
			}
		case bytes.HasPrefix(rest, []byte("<!")):
			if err := x.skipDoctype(); err != nil {
				return xmlEOF, err
			}
		default:
			return x.readTag()
		}
	}
}

// readText returns text up to the next tag, or as much of it as the window
// holds without cutting an entity or a letter in two.
func (x *xmlReader) readText() (xmlToken, error) {
	i := bytes.IndexByte(x.buf[x.pos:x.end], '<')
	for i < 0 && !x.eof && x.end-x.pos < len(x.buf)/2 {
		from := x.end - x.pos
		if err := x.fill(); err != nil {
			return xmlEOF, err
		}
		if j := bytes.IndexByte(x.buf[x.pos+from:x.end], '<'); j >= 0 {
			i = from + j
		}
	}
	if i < 0 {
		i = x.end - x.pos
		if !x.eof {
			i = wholeText(x.buf[x.pos:x.end])
		}
	}
	x.text = x.unescape(x.buf[x.pos : x.pos+i])
	x.pos += i
	return xmlText, nil
}

// wholeText returns how much of b can be used before more has been read.
func wholeText(b []byte) int {
	n := len(b)
	if i := bytes.LastIndexByte(b, '&'); i > n-12 && i > 0 {
		n = i
	}
	for n > 1 && n == len(b) && !utf8.Valid(b[max(0, n-4):n]) && !utf8.FullRune(lastRune(b)) {
		n -= len(lastRune(b))
	}
	return n
}

func lastRune(b []byte) []byte {
	for i := len(b) - 1; i >= 0 && i >= len(b)-utf8.UTFMax; i-- {
		if utf8.RuneStart(b[i]) {
			return b[i:]
		}
	}
	return b[len(b):]
}

func (x *xmlReader) readCDATA() (xmlToken, error) {
	x.pos += len("<![CDATA[")
	x.scratch = x.scratch[:0]
	for {
		i, err := x.index(0, ']')
		if err != nil && !errors.Is(err, errXML) {
			return xmlEOF, err
		}
		if i < 0 { // the window is full of text, or the document has ended
			if x.eof {
				return xmlEOF, io.ErrUnexpectedEOF
			}
			x.scratch = append(x.scratch, x.buf[x.pos:x.end]...)
			x.pos = x.end
			if len(x.scratch) > maxText {
				return xmlEOF, errXML
			}
			continue
		}
		x.scratch = append(x.scratch, x.buf[x.pos:x.pos+i]...)
		x.pos += i
		for x.end-x.pos < 3 && !x.eof {
			if err := x.fill(); err != nil {
				return xmlEOF, err
			}
		}
		if bytes.HasPrefix(x.buf[x.pos:x.end], []byte("]]>")) {
			x.pos += 3
			x.text = x.scratch
			return xmlText, nil
		}
		x.scratch = append(x.scratch, ']')
		x.pos++
	}
}

// skipPast leaves out a comment or an instruction.
func (x *xmlReader) skipPast(end string) error {
	x.pos += 2
	for {
		i, err := x.index(0, end[0])
		if errors.Is(err, errXML) {
			x.pos = x.end
			continue
		}
		if err != nil {
			return err
		}
		if i < 0 {
			return io.ErrUnexpectedEOF
		}
		x.pos += i
		for x.end-x.pos < len(end) && !x.eof {
			if err := x.fill(); err != nil {
				return err
			}
		}
		if bytes.HasPrefix(x.buf[x.pos:x.end], []byte(end)) {
			x.pos += len(end)
			return nil
		}
		x.pos++
	}
}

// skipDoctype leaves a document type out, and refuses one with declarations.
func (x *xmlReader) skipDoctype() error {
	i, err := x.index(0, '>')
	if err != nil || i < 0 {
		return errXML
	}
	if bytes.IndexByte(x.buf[x.pos:x.pos+i], '[') >= 0 {
		return errXMLEntity
	}
	x.pos += i + 1
	return nil
}

func (x *xmlReader) readTag() (xmlToken, error) {
	end, err := x.tagEnd()
	if err != nil {
		return xmlEOF, err
	}
	tag := x.buf[x.pos+1 : x.pos+end]
	x.pos += end + 1
	if len(tag) > 0 && tag[0] == '/' {
		x.name = localName(bytes.TrimSpace(tag[1:]))
		x.depth--
		if x.depth < 0 {
			return xmlEOF, errXML
		}
		return xmlEnd, nil
	}
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		x.closing = true
		tag = tag[:len(tag)-1]
	}
	if x.depth++; x.depth > xmlMaxDepth {
		return xmlEOF, errXML
	}
	n := 0
	for n < len(tag) && !isSpace(tag[n]) {
		n++
	}
	if n == 0 {
		return xmlEOF, errXML
	}
	x.name = localName(tag[:n])
	return xmlStart, x.readAttrs(tag[n:])
}

// tagEnd returns the distance to the > that ends the tag, quotes respected.
func (x *xmlReader) tagEnd() (int, error) {
	from, quote := 1, byte(0)
	for {
		for b := x.buf[x.pos:x.end]; from < len(b); from++ {
			switch c := b[from]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return from, nil
			case c == '<':
				return 0, errXML
			}
		}
		if x.eof {
			return 0, io.ErrUnexpectedEOF
		}
		if err := x.fill(); err != nil {
			return 0, err
		}
	}
}

func (x *xmlReader) readAttrs(b []byte) error {
	x.attrs = x.attrs[:0]
	for {
		for len(b) > 0 && isSpace(b[0]) {
			b = b[1:]
		}
		if len(b) == 0 {
			return nil
		}
		eq := bytes.IndexByte(b, '=')
		if eq < 0 {
			return errXML
		}
		name := bytes.TrimSpace(b[:eq])
		b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
		if len(b) == 0 || b[0] != '"' && b[0] != '\'' {
			return errXML
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return errXML
		}
		x.attrs = append(x.attrs, xmlAttr{localName(name), b[1 : 1+end]})
		b = b[end+2:]
	}
}

// attr returns an attribute's value as bytes that are valid until the next token.
func (x *xmlReader) attr(name string) []byte {
	for i := range x.attrs {
		if string(x.attrs[i].name) == name {
			return x.attrs[i].value
		}
	}
	return nil
}

// attrText returns an attribute's value with its entities resolved.
func (x *xmlReader) attrText(name string) string {
	return string(x.unescape(x.attr(name)))
}

// is reports whether the current tag has a name.
func (x *xmlReader) is(name string) bool { return string(x.name) == name }

// skip leaves out the rest of the element whose start was read last.
func (x *xmlReader) skip() error {
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlStart:
			depth++
		case xmlEnd:
			depth--
		case xmlEOF:
			return io.ErrUnexpectedEOF
		}
	}
	return nil
}

// unescape resolves entities, in place of a copy only where there are some.
func (x *xmlReader) unescape(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	x.scratch = x.scratch[:0]
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(x.scratch, b...)
		}
		x.scratch = append(x.scratch, b[:i]...)
		b = b[i:]
		end := bytes.IndexByte(b[:min(len(b), 12)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = entity(string(b[1:end]))
		}
		if !ok {
			x.scratch, b = append(x.scratch, '&'), b[1:]
			continue
		}
		x.scratch, b = utf8.AppendRune(x.scratch, r), b[end+1:]
	}
}

func entity(s string) (rune, bool) {
	switch s {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(s) < 2 || s[0] != '#' {
		return 0, false
	}
	digits, base := s[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	return rune(n), err == nil && n > 0
}

func localName(b []byte) []byte {
	if i := bytes.IndexByte(b, ':'); i >= 0 {
		return b[i+1:]
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
