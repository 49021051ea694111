package sheet

import (
	"strings"

	"infoklass/domain/intake"
)

// openDocument reads content.xml of an OpenDocument spreadsheet.
type openDocument struct {
	grid   *grid
	hidden map[string]bool // table styles that are not displayed
	style  string
	sheet  *intake.Sheet
	row    int
	column int
	text   []byte
}

// maxRepeated bounds how often a row or cell that holds something is repeated:
// a list does not say the same thing a thousand times.
const maxRepeated = 1000

// readOpenDocument reads the sheets of an .ods file.
func readOpenDocument(p *pack, g *grid) error {
	kind, err := partText(p, "mimetype", 200)
	if err != nil {
		return err
	}
	switch {
	case encryptedDocument(p):
		return fail(Encrypted, "sheet.encrypted", nil)
	case strings.Contains(kind, "opendocument.text"):
		return fail(NotWorkbook, "sheet.word", nil)
	case !strings.Contains(kind, "opendocument.spreadsheet"):
		return fail(NotWorkbook, "sheet.not-workbook", nil)
	}
	g.book.Format = "ods"
	d := &openDocument{grid: g, hidden: map[string]bool{}}
	return p.read("content.xml", d.element)
}

// partText returns the beginning of a part.
func partText(p *pack, name string, limit int) (string, error) {
	r, err := p.open(name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	b := make([]byte, limit)
	n := 0
	for n < limit {
		m, err := r.Read(b[n:])
		n += m
		if err != nil {
			break
		}
	}
	return string(b[:n]), nil
}

// encryptedDocument reports whether the manifest says that parts are encrypted.
func encryptedDocument(p *pack) bool {
	found := false
	_ = p.read("META-INF/manifest.xml", func(x *xmlReader) error {
		found = found || x.is("encryption-data")
		return nil
	})
	return found
}

// element is called for every start tag outside rows.
func (d *openDocument) element(x *xmlReader) error {
	switch {
	case x.is("style"):
		d.style = x.attrText("name")
	case x.is("table-properties") && string(x.attr("display")) == "false":
		d.hidden[d.style] = true
	case x.is("table") && d.sheet == nil:
		return d.readTable(x)
	}
	return nil
}

// readTable reads one sheet, whose start tag has just been read.
func (d *openDocument) readTable(x *xmlReader) error {
	s := intake.Sheet{Name: x.attrText("name"), Hidden: d.hidden[x.attrText("style-name")]}
	d.sheet, d.row = &s, 0
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch {
		case t == xmlEnd:
			depth--
		case t != xmlStart:
		case x.is("table-row"):
			if err := d.readRow(x); err != nil {
				return err
			}
		case x.is("table-row-group"), x.is("table-header-rows"), x.is("table-rows"):
			depth++
		default: // columns, shapes, forms, and sheets within sheets
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
	d.grid.finish(s)
	d.sheet = nil
	return nil
}

// count reads how often something is repeated.
func count(x *xmlReader, attr string) int { return max(1, number(x.attr(attr))) }

func (d *openDocument) readRow(x *xmlReader) error {
	repeat := count(x, "number-rows-repeated")
	visibility := string(x.attr("visibility"))
	hidden := visibility == "collapse" || visibility == "filter"
	d.row++
	d.column = 0
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd {
			break
		}
		if t != xmlStart {
			continue
		}
		if !x.is("table-cell") && !x.is("covered-table-cell") {
			if err := x.skip(); err != nil {
				return err
			}
			continue
		}
		if err := d.readCell(x); err != nil {
			return err
		}
	}
	return d.endRow(repeat, hidden)
}

func (d *openDocument) endRow(repeat int, hidden bool) error {
	again := append([]intake.Cell(nil), d.grid.row...)
	if err := d.grid.end(d.sheet, d.row, hidden); err != nil {
		return err
	}
	if len(again) > 0 {
		for i := 1; i < min(repeat, maxRepeated); i++ {
			d.grid.row = append(d.grid.row, again...)
			if err := d.grid.end(d.sheet, d.row+i, hidden); err != nil {
				return err
			}
		}
	}
	d.row += repeat - 1
	return nil
}

// readCell reads a cell, repeated or not, and the area it spans.
func (d *openDocument) readCell(x *xmlReader) error {
	repeat := count(x, "number-columns-repeated")
	column, row := d.column+1, d.row
	d.column += repeat
	wide, high := count(x, "number-columns-spanned"), count(x, "number-rows-spanned")
	kind, value := documentValue(x)
	if err := d.readText(x, row, column); err != nil {
		return err
	}
	if wide > 1 || high > 1 {
		if len(d.sheet.Merges) < maxMerges && wide <= maxColumn && high <= maxRow {
			d.sheet.Merges = append(d.sheet.Merges, intake.Area{Row: row, Column: column, LastRow: row + high - 1, LastColumn: column + wide - 1})
		}
	}
	if kind == intake.Text && value == "" {
		value = d.grid.intern(d.text)
	}
	if value == "" && kind != intake.Fault {
		return nil
	}
	for i := range min(repeat, maxRepeated) {
		d.grid.put(column+i, kind, value)
	}
	return nil
}

// documentValue reads a cell's value from its attributes; a text is inside the element.
func documentValue(x *xmlReader) (intake.Kind, string) {
	for _, a := range x.attrs {
		if string(a.name) == "value-type" && string(a.value) == "error" {
			return intake.Fault, ""
		}
	}
	switch string(x.attr("value-type")) {
	case "float", "percentage", "currency":
		if raw := x.attrText("value"); raw != "" {
			s, _ := numberFormat{}.write(raw, false)
			return intake.Number, s
		}
	case "date":
		return intake.Date, isoDay(x.attrText("date-value"))
	case "boolean":
		return intake.Bool, strings.ToUpper(x.attrText("boolean-value"))
	case "string":
		return intake.Text, clean(x.attrText("string-value"))
	}
	return intake.Text, ""
}

// readText gathers the paragraphs inside a cell into d.text; a comment goes to
// the sheet's remarks.
func (d *openDocument) readText(x *xmlReader, row, column int) error {
	d.text = d.text[:0]
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlEnd:
			depth--
		case xmlText:
			if depth > 1 && len(d.text) < maxText {
				d.text = append(d.text, x.text...)
			}
		case xmlStart:
			switch {
			case x.is("annotation"):
				if err := d.readRemark(x, row, column); err != nil {
					return err
				}
				continue
			case x.is("p") && len(d.text) > 0, x.is("line-break"):
				d.text = append(d.text, '\n')
			case x.is("s"):
				for range min(count(x, "c"), 100) {
					d.text = append(d.text, ' ')
				}
			case x.is("tab"):
				d.text = append(d.text, '\t')
			}
			depth++
		}
	}
	return nil
}

func (d *openDocument) readRemark(x *xmlReader, row, column int) error {
	var b []byte
	inText := 0
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t {
		case xmlStart:
			depth++
			if x.is("p") {
				inText = depth
				if len(b) > 0 {
					b = append(b, '\n')
				}
			}
		case xmlEnd:
			if depth == inText {
				inText = 0
			}
			depth--
		case xmlText:
			if inText > 0 && len(b) < maxText {
				b = append(b, x.text...)
			}
		}
	}
	if s := clean(string(b)); s != "" && len(d.sheet.Remarks) < 10_000 {
		d.sheet.Remarks = append(d.sheet.Remarks, intake.Remark{Row: row, Column: column, Text: s})
	}
	return nil
}
