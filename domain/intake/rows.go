package intake

import (
	"strconv"
	"strings"
	"unicode"
)

// rowKind is what a row inside a table is.
type rowKind uint8

const (
	rowAsset rowKind = iota
	rowStopped
	rowExample // tells or shows how to fill in the others
	rowIDOnly  // an id and nothing else
	rowNameless
	rowTorn // has its values in columns that need not be theirs
)

// whatHint is a row that says what to write: the table shows it as an example.
const whatHint What = "hint"

// draftRow is a row of a table that is shown to the user; sections, totals,
// repeated headers and numbered empty rows are told about outside it.
type draftRow struct {
	place int // in the sheet's rows
	kind  rowKind
	unit  []string // from the section rows above
	use   *unitUse // the unit it is taken to belong to
}

// rowReader tells the rows of a table apart, going down.
type rowReader struct {
	*draft
	typical   int
	sections  sectionReader
	first     bool // no asset has been read yet
	underHead bool // the row above is a header
	assets    int  // read so far
	since     int  // of them since the last section
}

// readRows tells the rows of a table apart and gives those under a section row
// its unit. Rows that the user has taken in are assets whatever they look like.
func (d *draft) readRows(taken map[RowRef]bool) {
	d.outside, d.above = map[int]What{}, map[int]What{}
	r := rowReader{draft: d, typical: d.typicalFill(), first: true, underHead: true}
	r.sections = d.findSections(r.typical)
	for i := d.head.last + 1; i < d.limit(); i++ {
		if take := taken[RowRef{d.sheet.Name, d.sheet.Rows[i].Number}]; take && !d.sheet.Rows[i].Stopped {
			d.rows = append(d.rows, draftRow{place: i, kind: d.assetKind(d.sheet.Rows[i]), unit: r.sections.units})
			continue
		}
		if i < d.end {
			r.read(i)
		}
	}
}

// limit is the place after the last row that a user can take into the table.
func (d *draft) limit() int {
	if d.next > 0 {
		return d.next
	}
	return len(d.sheet.Rows)
}

func (r *rowReader) read(i int) {
	d, row := r.draft, r.sheet.Rows[i]
	if row.Stopped {
		d.rows = append(d.rows, draftRow{place: i, kind: rowStopped})
		r.assets, r.since, r.underHead = r.assets+1, r.since+1, false
		return
	}
	underHead := r.underHead
	r.underHead = false
	what, out := r.what(i, row, underHead)
	if what == whatHint {
		d.rows = append(d.rows, draftRow{place: i, kind: rowExample})
		return
	}
	if out {
		d.outside[i] = what
		r.underHead = what == WhatHeader
		if what == WhatSection {
			r.since = 0
		}
		return
	}
	kind := d.assetKind(row)
	if r.first && kind != rowIDOnly && d.isExample(row) {
		kind = rowExample
	}
	if kind == rowAsset && row.Torn {
		kind = rowTorn
	}
	r.first = r.first && kind == rowExample
	if kind == rowAsset || kind == rowNameless || kind == rowTorn {
		r.assets, r.since = r.assets+1, r.since+1
	}
	d.rows = append(d.rows, draftRow{place: i, kind: kind, unit: r.sections.units})
}

// what says what a row is when it is no asset.
func (r *rowReader) what(i int, row Row, underHead bool) (What, bool) {
	n := r.covered(row)
	switch {
	case n == 0:
		return WhatBeside, true
	case r.repeatsHeader(row):
		return WhatHeader, true
	case r.isTotal(i, row, n):
		return WhatTotal, true
	case underHead && r.isHint(row):
		return whatHint, true
	case r.sections.enter(r.draft, i):
		return WhatSection, true
	case r.isStructure(i, n, r.typical):
		return WhatSection, true
	case r.isNote(i, row, n):
		return WhatNote, true
	case r.isRunning(row):
		return WhatEmpty, true
	}
	return "", false
}

// covered counts the cells of a row that stand in the columns of the table.
func (d *draft) covered(r Row) int {
	n := 0
	for _, c := range r.Cells {
		if d.columnAt(int(c.Column)) != nil {
			n++
		}
	}
	return n
}

// columnAt returns the column of that number; nil where the table has none.
func (d *draft) columnAt(number int) *draftColumn {
	if d.places == nil {
		d.places = map[int]int{}
		for i := range d.columns {
			d.places[d.columns[i].column] = i
		}
	}
	if i, ok := d.places[number]; ok {
		return &d.columns[i]
	}
	return nil
}

// typicalFill is the number of cells that a full row of the table has: a
// quarter of the rows, at least, hold as many.
func (d *draft) typicalFill() int {
	counts := make([]int, len(d.columns)+1)
	rows := 0
	for i := d.head.last + 1; i < min(d.end, d.head.last+400); i++ {
		if n := d.head.filled(d.sheet.Rows[i]); n > 0 {
			counts[min(n, len(d.columns))]++
			rows++
		}
	}
	for n, sum := 0, 0; n < len(counts); n++ {
		if sum += counts[n]; sum*4 >= rows*3 && rows > 0 {
			return n
		}
	}
	return 0
}

// repeatsHeader knows the header again, also where it is written shorter.
func (d *draft) repeatsHeader(r Row) bool {
	same, cells := 0, 0
	for _, c := range d.head.cells {
		cell, ok := r.At(c.column)
		if !ok {
			continue
		}
		cells++
		a, b := compact(joined(cell.Text)), compact(joined(c.text))
		if a == b || letters(a) >= 3 && (strings.HasPrefix(b, a) || strings.HasSuffix(b, a) || strings.HasPrefix(a, b)) || c.group != "" && a == compact(c.group) {
			same++
		}
	}
	return same >= 2 && same*10 >= cells*6 && cells*10 >= len(d.head.cells)*3 || same == 1 && cells == 1 && len(r.Cells) == 1 && d.isGroupText(r.Cells[0].Text)
}

// isGroupText reports whether a text heads a group of columns.
func (d *draft) isGroupText(s string) bool {
	for _, c := range d.head.cells {
		if c.group != "" && compact(c.group) == compact(s) {
			return true
		}
	}
	return false
}

// sumWord reports whether a folded text begins a row that sums others up.
func sumWord(f string) bool {
	if totals[f] {
		return true
	}
	first, _, _ := strings.Cut(f, " ")
	switch first {
	case "summa", "totalt", "antal", "total", "totalsumma", "delsumma", "sum", "summering", "sammanlagt", "tillsammans", "sammanräkning", "delantal", "i", "subtotal", "ialt", "alt", "saldo":
		return first != "i" || strings.HasPrefix(f, "i allt")
	}
	return false
}

// isTotal knows a row that sums the others up: by its word, by a number where
// the others have names, or by a number that counts the rows above it.
func (r *rowReader) isTotal(i int, row Row, n int) bool {
	f := fold(firstText(row))
	if n > max(3, r.typical/2) {
		return false
	}
	counts, number := false, 0
	for _, c := range row.Cells {
		t := tidy(c.Text)
		if isNumber(t) {
			number++
			counts = counts || t == strconv.Itoa(r.assets) || t == strconv.Itoa(r.since) || t == strconv.Itoa(r.assets+1) && r.first
		}
	}
	if sumWord(f) {
		if r.name < 0 || n == 1 && digitsOf(f) != "" {
			return true
		}
		name, ok := row.At(r.columns[r.name].column)
		return !ok || tidy(name.Text) == firstText(row) && (n <= 2 || totals[f]) || isNumber(tidy(name.Text))
	}
	if r.name < 0 || r.first || r.typical < 3 || number == 0 || number == n && !counts {
		return false
	}
	column := &r.columns[r.name]
	name, named := row.At(column.column)
	if named && isNumber(tidy(name.Text)) && column.profile.share(column.profile.numbers) < 0.4 {
		return true
	}
	return counts && n == 2 && r.typical > 3 && (i+1 >= r.end || r.sheet.Rows[i+1].Number > row.Number+1 || r.covered(r.sheet.Rows[i+1]) <= 1)
}

// isHint knows a row under a header that tells what to write: in most cells a
// hint, and in none of them a value.
func (d *draft) isHint(r Row) bool {
	hint, value, cells := 0, 0, 0
	for _, c := range r.Cells {
		column := d.columnAt(int(c.Column))
		if column == nil {
			continue
		}
		cells++
		switch column.hints(c) {
		case 1:
			hint++
		case -1:
			value++
		}
	}
	return cells >= 1 && hint >= 1 && value*3 < cells && hint*2 >= cells && (cells > 1 || bracketed(tidy(r.Cells[0].Text)) || d.typicalFill() > 2 && hinting(tidy(r.Cells[0].Text)))
}

// bracketed reports whether a text stands in brackets as a whole.
func bracketed(s string) bool {
	r := []rune(s)
	if len(r) < 3 {
		return false
	}
	switch r[0] {
	case '(', '[', '<', '{', '…':
		return strings.ContainsRune(")]>}…", r[len(r)-1])
	}
	return false
}

// hints says 1 of a cell that tells what to write in its column, -1 of one that
// holds a value as the others do, 0 of one that may be either.
func (c *draftColumn) hints(cell Cell) int {
	s, p := tidy(cell.Text), &c.profile
	if bracketed(s) || hinting(s) {
		return 1
	}
	kind := valueKind(cell)
	if _, _, isRange := digitRange(s); isRange && p.share(p.levels) >= 0.5 {
		return 1
	}
	rest := p.seen - 1
	typed := max(p.levels, p.yesNo, p.whens, p.emails, p.numbers)
	switch {
	case rest >= 2 && typed*10 >= rest*7 && kind == plainValue && readLevel(cell).notation == notLevel:
		return 1
	case kind == typedValue:
		return -1
	}
	if r := []rune(s); len(r) > 1 && unicode.IsLower(r[0]) && p.seen >= 3 && p.lowered*10 <= p.seen*4 {
		return 1
	}
	return 0
}

// exampleWords mark a row that shows how to fill in the others.
var exampleWords = set("exempel", "ex", "example", "exempelrad", "exempelsystem", "förlaga", "mall", "mallrad", "provrad", "prov", "demo", "fiktiv", "fiktivt", "påhittat", "påhittad", "ifyllt exempel", "övning", "sample", "dummy", "eksempel", "t ex", "tex", "så här", "visningsexempel", "exempelpost", "övningsrad", "typexempel", "testrad", "for example", "eg", "e g", "så fyller du i", "ifyllnadsexempel")

// isExample knows the example that a form's author has left in the first row:
// it says so, or its id is a word where all others are numbers.
func (d *draft) isExample(r Row) bool {
	for i, c := range r.Cells {
		if column := d.columnAt(int(c.Column)); column != nil && column.Field == "asset_id" && column.profile.seen > 3 {
			p := &column.profile
			if digitsOf(c.Text) == "" && letters(tidy(c.Text)) > 1 && p.digited >= p.seen-1 {
				return true
			}
		}
		if named := d.name >= 0 && int(c.Column) == d.columns[d.name].column; (i == 0 || named) && marksExample(tidy(c.Text)) {
			return true
		}
	}
	return false
}

// marksExample reads "Exempel: Journalsystem", "Journalsystem (exempel)" and "Ex.".
func marksExample(s string) bool {
	f := fold(s)
	if exampleWords[f] {
		return true
	}
	if before, _, ok := strings.Cut(s, ":"); ok && exampleWords[fold(before)] {
		return true
	}
	if open := strings.LastIndexAny(s, "(["); open >= 0 && exampleWords[fold(s[open:])] {
		return true
	}
	w := strings.Fields(f)
	if len(w) < 2 {
		return false
	}
	return w[0] == "exempel" || w[0] == "ex" || w[0] == "example" || w[0] == "exempelrad" || w[0] == "eksempel" || strings.HasPrefix(f, "t ex ") || w[len(w)-1] == "exempel" && strings.ContainsAny(s, "–-*")
}

// holdsIDs reports whether texts in a column are ids.
func (d *draft) holdsIDs(column int) bool {
	c := d.columnAt(column)
	return c != nil && (c.Field == "asset_id" || c.Field == FieldRegisterID) && !d.headedByNumbers(*c)
}

// headedByNumbers tells that an id column holds numbers, so that a text in it is none.
func (d *draft) headedByNumbers(c draftColumn) bool { return c.profile.share(c.profile.numbers) > 0.5 }

// isStructure knows the headings of a numbered structure: a number and a name,
// followed by fuller rows whose numbers begin with it.
func (d *draft) isStructure(i, n, typical int) bool {
	if n != 2 || typical < 4 || d.name < 0 {
		return false
	}
	r := d.sheet.Rows[i]
	code, ok := r.At(d.head.cells[0].column)
	if _, named := r.At(d.columns[d.name].column); !ok || !named || int(code.Column) == d.columns[d.name].column {
		return false
	}
	own := strings.TrimRight(tidy(code.Text), ".")
	if !isNumber(own) && !hierarchical(own) {
		return false
	}
	for j := i + 1; j < min(d.end, i+6); j++ {
		next, ok := d.sheet.Rows[j].At(int(code.Column))
		if !ok {
			continue
		}
		t := strings.TrimRight(tidy(next.Text), ".")
		if t == own || strings.HasPrefix(t, own+".") {
			return true
		}
		return false
	}
	return false
}

// isNote knows a lone text that is a remark: it begins with a mark, it is long
// and stands outside the column of names, or it is a sentence below all rows.
func (r *rowReader) isNote(i int, row Row, n int) bool {
	if n > 1 || len(row.Cells) != 1 || row.Cells[0].Kind != Text {
		return false
	}
	c := row.Cells[0]
	s := tidy(c.Text)
	if noteMark(s) && r.typical > 1 {
		return true
	}
	if r.name < 0 || int(c.Column) != r.columns[r.name].column {
		return letters(s) > 60 || r.typical >= 3 && isSentence(s)
	}
	return r.typical >= 3 && isSentence(s) && letters(s) > 2*int(r.columns[r.name].profile.meanLength())
}

// noteMark reports whether a text begins as remarks do: *, 1), (a), Obs, Källa.
func noteMark(s string) bool {
	r := []rune(s)
	if len(r) < 2 {
		return false
	}
	if strings.ContainsRune("*†‡¹²³⁴#", r[0]) || len(r) > 3 && (unicode.IsDigit(r[0]) || unicode.IsLetter(r[0])) && r[1] == ')' {
		return true
	}
	label, rest, ok := strings.Cut(s, ":")
	return ok && strings.TrimSpace(rest) != "" && legendTitles[fold(label)]
}

// isSentence reports whether a text is one: five words, or a point at its end.
func isSentence(s string) bool {
	n := len(strings.Fields(s))
	return n >= 5 || n >= 3 && strings.HasSuffix(s, ".")
}

// assetKind reports whether a row holds an asset with a name.
func (d *draft) assetKind(r Row) rowKind {
	if d.name >= 0 {
		if c, ok := r.At(d.columns[d.name].column); ok && !dots(tidy(c.Text)) {
			return rowAsset
		}
		if a, ok := d.verticalMerge(r.Number, d.columns[d.name].column); ok && a.Row < r.Number {
			return rowNameless
		}
	}
	for _, c := range r.Cells {
		column := d.columnAt(int(c.Column))
		if column != nil && column.Field != "asset_id" && column.Field != FieldRegisterID && !dots(tidy(c.Text)) {
			return rowNameless
		}
	}
	return rowIDOnly
}

// isRunning knows a row that has been numbered and never filled in.
func (d *draft) isRunning(r Row) bool {
	if d.name >= 0 {
		if _, named := r.At(d.columns[d.name].column); named {
			return false
		}
	}
	numbers := 0
	for _, c := range r.Cells {
		switch t := tidy(c.Text); {
		case isNumber(t):
			numbers++
		case !dots(t) && d.columnAt(int(c.Column)) != nil:
			return false
		}
	}
	return numbers <= 1
}
