package sheet

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/intake"
)

// workbook reads the parts of an xlsx, xlsm or xltx file.
type workbook struct {
	pack    *pack
	grid    *grid
	main    string // name of the workbook part
	links   map[string]relation
	sheets  []sheetPart
	strings []string
	formats []numberFormat // by style
	d1904   bool
}

type sheetPart struct {
	name, part string
	hidden     bool
}

// readWorkbook reads all cells of an Office Open XML workbook.
func readWorkbook(p *pack, mainPart string, g *grid) error {
	w := &workbook{pack: p, grid: g, main: mainPart}
	for _, step := range []func() error{w.readMain, w.readStyles, w.readStrings, w.readSheets} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// mainPart returns the name of the workbook part.
func mainPart(p *pack) (string, error) {
	links, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if l.kind == "officeDocument" && p.has(l.target) {
			return l.target, nil
		}
	}
	if len(links) > 0 || p.has("_rels/.rels") {
		return "", errNoPart
	}
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml"} {
		if p.has(name) {
			return name, nil
		}
	}
	return "", errNoPart
}

func (w *workbook) readMain() (err error) {
	if w.links, err = w.pack.relations(w.main); err != nil {
		return err
	}
	err = w.pack.read(w.main, func(x *xmlReader) error {
		switch {
		case x.is("workbookPr"):
			v := string(x.attr("date1904"))
			w.d1904 = v == "1" || v == "true"
		case x.is("sheet"):
			state := string(x.attr("state"))
			link := w.links[x.attrText("id")]
			if link.kind == "worksheet" {
				w.sheets = append(w.sheets, sheetPart{x.attrText("name"), link.target, state == "hidden" || state == "veryHidden"})
			}
		}
		return nil
	})
	return err
}

// part returns the target of the only relation of a kind.
func (w *workbook) part(kind string) string {
	for _, l := range w.links {
		if l.kind == kind {
			return l.target
		}
	}
	return ""
}

func (w *workbook) readStyles() error {
	name := w.part("styles")
	if name == "" {
		return nil
	}
	custom := map[int]numberFormat{}
	inCells := false
	err := w.pack.read(name, func(x *xmlReader) error {
		switch {
		case x.is("numFmt"):
			id, _ := strconv.Atoi(string(x.attr("numFmtId")))
			custom[id] = parseFormat(x.attrText("formatCode"))
		case x.is("cellXfs"):
			inCells = true
		case x.is("cellStyles"), x.is("dxfs"):
			inCells = false
		case inCells && x.is("xf"):
			id, _ := strconv.Atoi(string(x.attr("numFmtId")))
			f, ok := custom[id]
			if !ok {
				f = builtinFormat(id)
			}
			w.formats = append(w.formats, f)
		}
		return nil
	})
	if errors.Is(err, errNoPart) {
		return nil
	}
	return err
}

func (w *workbook) readStrings() error {
	name := w.part("sharedStrings")
	if name == "" {
		return nil
	}
	var one []byte
	err := w.pack.read(name, func(x *xmlReader) error {
		if !x.is("si") {
			return nil
		}
		var err error
		if one, err = richText(x, one[:0]); err != nil {
			return err
		}
		w.strings = append(w.strings, w.grid.intern(unescapeOffice(one)))
		return nil
	})
	if errors.Is(err, errNoPart) {
		return nil
	}
	return err
}

// richText appends the text of an element to to, without phonetic readings.
func richText(x *xmlReader, to []byte) ([]byte, error) {
	inText := false
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return to, err
		}
		switch t {
		case xmlStart:
			if x.is("rPh") || x.is("phoneticPr") {
				if err := x.skip(); err != nil {
					return to, err
				}
				continue
			}
			depth++
			inText = x.is("t")
		case xmlEnd:
			depth--
			inText = false
		case xmlText:
			if inText && len(to) < maxText {
				to = append(to, x.text...)
			}
		}
	}
	return to, nil
}

// unescapeOffice resolves _x000D_, the way the format writes characters that XML cannot hold.
func unescapeOffice(b []byte) []byte {
	if !slices.Contains(b, '_') || !strings.Contains(string(b), "_x") {
		return b
	}
	out := b[:0:0]
	for len(b) > 0 {
		if len(b) >= 7 && b[0] == '_' && b[1] == 'x' && b[6] == '_' {
			if n, err := strconv.ParseUint(string(b[2:6]), 16, 16); err == nil {
				out, b = append(out, string(rune(n))...), b[7:]
				continue
			}
		}
		out, b = append(out, b[0]), b[1:]
	}
	return out
}

func (w *workbook) readSheets() error {
	if len(w.sheets) == 0 {
		return errNoSheets
	}
	for _, part := range w.sheets {
		s := intake.Sheet{Name: part.name, Hidden: part.hidden}
		if err := w.readCells(part.part, &s); err != nil {
			return err
		}
		if err := w.readRemarks(part.part, &s); err != nil {
			return err
		}
		w.grid.finish(s)
	}
	return nil
}

var errNoSheets = errors.New("sheet: a workbook without sheets")

// readRemarks reads the comments attached to cells. They are only hints for the
// import: an error in them does not stop the reading.
func (w *workbook) readRemarks(part string, s *intake.Sheet) error {
	links, err := w.pack.relations(part)
	if err != nil {
		return fatalOnly(err)
	}
	for _, l := range links {
		if l.kind != "comments" {
			continue
		}
		err := w.pack.read(l.target, func(x *xmlReader) error {
			if !x.is("comment") || len(s.Remarks) > 10_000 {
				return nil
			}
			column, row, ok := cellRef(x.attr("ref"))
			b, err := richText(x, nil)
			if ok && err == nil {
				s.Remarks = append(s.Remarks, intake.Remark{Row: row, Column: column, Text: clean(string(b))})
			}
			return err
		})
		if err := fatalOnly(err); err != nil {
			return err
		}
	}
	return nil
}
