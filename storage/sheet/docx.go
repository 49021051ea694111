package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"infoklass/domain/intake"
)

// wordDocument reads the tables of a Word document as sheets: many
// municipalities keep their lists in one. A table is called by the last text
// above it, where that is short enough to be a heading.
type wordDocument struct {
	grid    *grid
	heading string
	tables  int
}

// longestHeading is how many letters a text above a table may have to name it.
const longestHeading = 80

func readWord(p *pack, main string, g *grid) error {
	g.book.Format = "docx"
	d := &wordDocument{grid: g}
	if err := p.read(main, d.element); err != nil {
		return err
	}
	if d.tables == 0 {
		return fail(NotWorkbook, "sheet.word-no-table", nil)
	}
	return nil
}

// element is called for every start tag outside tables.
func (d *wordDocument) element(x *xmlReader) error {
	switch {
	case x.is("tbl"):
		return d.readTable(x)
	case x.is("p"):
		words, err := wordText(x)
		if words = strings.TrimSpace(words); words != "" {
			d.heading = words
		}
		return err
	}
	return nil
}

// name is the name of the next table; a number is added to one that is taken.
func (d *wordDocument) name() string {
	d.tables++
	name := strings.Join(strings.Fields(d.heading), " ")
	if name == "" || utf8.RuneCountInString(name) > longestHeading {
		return fmt.Sprint("Tabell ", d.tables)
	}
	for _, s := range d.grid.book.Sheets {
		if strings.EqualFold(s.Name, name) {
			return fmt.Sprintf("%s (%d)", name, d.tables)
		}
	}
	return name
}

// wordTable is a table being read.
type wordTable struct {
	sheet intake.Sheet
	row   int
	spans map[int]int // column → its area in Merges that may go on downwards
}

func (d *wordDocument) readTable(x *xmlReader) error {
	t := &wordTable{sheet: intake.Sheet{Name: d.name()}, spans: map[int]int{}}
	err := within(x, func() error {
		if !x.is("tr") {
			return nil // wrappers of rows and properties
		}
		t.row++
		if err := d.readRow(x, t); err != nil {
			return err
		}
		return d.grid.end(&t.sheet, t.row, false)
	})
	if err == nil {
		d.grid.finish(t.sheet)
	}
	return err
}

func (d *wordDocument) readRow(x *xmlReader, t *wordTable) error {
	column := 1
	return within(x, func() error {
		switch {
		case x.is("gridBefore"):
			column += number(x.attr("val"))
		case x.is("tc"):
			wide, err := d.readCell(x, t, column)
			column += wide
			return err
		}
		return nil
	})
}

// readCell reads a cell and returns how many columns it takes.
func (d *wordDocument) readCell(x *xmlReader, t *wordTable, column int) (int, error) {
	wide, goesOn, begins := 1, false, false
	var words []string
	paragraph := func() error {
		if !x.is("p") {
			return nil
		}
		s, err := wordText(x)
		words = append(words, s)
		return err
	}
	err := within(x, func() error {
		switch {
		case x.is("gridSpan"):
			wide = min(max(1, number(x.attr("val"))), maxColumn)
		case x.is("vMerge"):
			begins = string(x.attr("val")) == "restart"
			goesOn = !begins
		case x.is("tbl"): // a table in a cell is text of that cell
			return within(x, paragraph)
		}
		return paragraph()
	})
	t.merge(column, wide, begins, goesOn)
	if !goesOn {
		d.grid.put(column, intake.Text, d.grid.intern([]byte(strings.Join(words, "\n"))))
	}
	return wide, err
}

// merge notes the area of a cell over several columns or rows.
func (t *wordTable) merge(column, wide int, begins, goesOn bool) {
	if at, ok := t.spans[column]; ok && goesOn {
		t.sheet.Merges[at].LastRow = t.row
		return
	}
	delete(t.spans, column)
	if wide == 1 && !begins || len(t.sheet.Merges) >= maxMerges {
		return
	}
	if begins {
		t.spans[column] = len(t.sheet.Merges)
	}
	t.sheet.Merges = append(t.sheet.Merges, intake.Area{Row: t.row, Column: column, LastRow: t.row, LastColumn: column + wide - 1})
}

// within calls each after every start tag inside the element whose start tag was
// just read. An element that each reads to its end is not entered again.
func within(x *xmlReader, each func() error) error {
	for outside := x.depth - 1; ; {
		t, err := x.next()
		switch {
		case err != nil:
			return err
		case t == xmlStart:
			if err := each(); err != nil {
				return err
			}
		case t == xmlEnd && x.depth <= outside:
			return nil
		}
	}
}

// wordText reads the text of a paragraph; what has been deleted under revision
// is not part of it.
func wordText(x *xmlReader) (string, error) {
	var b strings.Builder
	in := false
	for outside := x.depth - 1; ; {
		t, err := x.next()
		if err != nil {
			return "", err
		}
		switch {
		case t == xmlText && in:
			b.Write(x.text)
		case t == xmlText:
		case t == xmlStart && x.is("t"):
			in = true
		case t == xmlStart && (x.is("br") || x.is("cr")):
			b.WriteByte('\n')
		case t == xmlStart && x.is("tab"):
			b.WriteByte(' ')
		case t == xmlStart && x.is("noBreakHyphen"):
			b.WriteByte('-')
		case t == xmlEnd && x.depth <= outside:
			return b.String(), nil
		case t == xmlEnd:
			in = false
		}
	}
}
