package intake

import "strings"

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

// draftRow is a row of a table that is shown to the user; sections, totals,
// repeated headers and numbered empty rows are not.
type draftRow struct {
	place int // in the sheet's rows
	kind  rowKind
	unit  []string // from the section rows above
	use   *unitUse // the unit it is taken to belong to
}

// section is a heading row inside a table.
type section struct {
	text string
	rank int
}

// readRows tells the rows of a table apart and gives those under a section row
// its unit.
func (d *draft) readRows() {
	typical := d.typicalFill()
	var sections []section
	var units []string
	first := true
	for i := d.head.last + 1; i < d.end; i++ {
		r := d.sheet.Rows[i]
		if r.Stopped {
			d.rows = append(d.rows, draftRow{place: i, kind: rowStopped})
			continue
		}
		n := d.head.filled(r)
		switch {
		case n == 0 && len(d.columns) == len(d.head.cells), d.repeatsHeader(r), d.isTotal(r, n, typical):
			continue
		case first && d.isHint(r):
			d.rows = append(d.rows, draftRow{place: i, kind: rowExample})
			continue
		}
		if s, ok := d.sectionAt(i, n, typical); ok {
			if s.rank > 0 {
				sections = enter(sections, s)
				units = nil
				for _, step := range sections {
					units = append(units, step.text)
				}
			}
			continue
		}
		if d.isStructure(i, n, typical) || d.isNote(r, n) {
			continue
		}
		row := draftRow{place: i, kind: d.assetKind(r), unit: units}
		if row.kind == rowIDOnly && d.isRunning(r) {
			continue
		}
		if first && row.kind == rowAsset && d.isExample(r) {
			row.kind = rowExample
		}
		if row.kind == rowAsset && r.Torn {
			row.kind = rowTorn
		}
		first = first && row.kind == rowExample
		d.rows = append(d.rows, row)
	}
}

// enter steps into a section, out of those of the same rank and below.
func enter(sections []section, s section) []section {
	for len(sections) > 0 && sections[len(sections)-1].rank >= s.rank {
		sections = sections[:len(sections)-1]
	}
	return append(append([]section(nil), sections...), s)
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

func (d *draft) repeatsHeader(r Row) bool {
	same, cells := 0, 0
	for _, c := range d.head.cells {
		cell, ok := r.At(c.column)
		if !ok {
			continue
		}
		cells++
		if strings.EqualFold(strings.TrimSpace(cell.Text), strings.TrimSpace(c.text)) {
			same++
		}
	}
	return same >= 2 && same*10 >= cells*6
}

// isTotal knows a row that sums the others up.
func (d *draft) isTotal(r Row, n, typical int) bool {
	f := fold(firstText(r))
	if !totals[f] && !strings.HasPrefix(f, "summa ") && !strings.HasPrefix(f, "totalt ") && !strings.HasPrefix(f, "antal ") {
		return false
	}
	if d.name < 0 || n == 1 && digitsOf(f) != "" {
		return true
	}
	name, ok := r.At(d.columns[d.name].column)
	if ok && tidy(name.Text) != firstText(r) && !isNumber(tidy(name.Text)) {
		return false
	}
	return !ok || totals[f] && n <= max(3, typical/2) || n <= 2 && strings.HasPrefix(f, "summa ")
}

// isHint knows a row under the header that tells what to write.
func (d *draft) isHint(r Row) bool {
	hint, cells := 0, 0
	for _, c := range r.Cells {
		if d.head.covers(int(c.Column)) {
			cells++
			if hinting(tidy(c.Text)) {
				hint++
			}
		}
	}
	return cells >= 2 && hint*2 >= cells
}

// isExample knows the example that a form's author has left in the first row.
func (d *draft) isExample(r Row) bool {
	for i, c := range r.Cells {
		f := fold(c.Text)
		w := strings.Fields(f)
		if len(w) == 0 {
			continue
		}
		named := d.name >= 0 && int(c.Column) == d.columns[d.name].column
		if (i == 0 || named) && (w[0] == "exempel" || w[0] == "ex" || w[0] == "example" || w[0] == "exempelrad" || w[0] == "exempelsystem" || strings.HasPrefix(f, "t ex ")) {
			return true
		}
	}
	return false
}

// sectionAt knows a row that heads those below it. Its rank is 0 when it names
// no unit.
func (d *draft) sectionAt(i, n, typical int) (section, bool) {
	r := d.sheet.Rows[i]
	if len(r.Cells) == 0 || n > 1 || typical < 2 {
		return section{}, false
	}
	cell := r.Cells[0]
	t := tidy(cell.Text)
	if cell.Kind != Text || isNumber(t) || letters(t) > 80 {
		return section{}, false
	}
	merged := false
	if a, ok := d.sheet.mergeAt(r.Number, int(cell.Column)); ok {
		merged = a.LastColumn-a.Column >= 1 && a.Row == a.LastRow
	}
	heads := d.headsRows(i)
	named := d.name >= 0 && int(cell.Column) == d.columns[d.name].column
	unit := sectionUnit(t)
	switch {
	case merged, unit != "" && heads, !named && heads && d.firstColumn(int(cell.Column)) && !d.holdsIDs(int(cell.Column)):
	case named && heads && looksShouted(t):
	default:
		return section{}, false
	}
	if unit == "" {
		return section{text: t}, true
	}
	return section{unit, unitRank(unit)}, true
}

// sectionUnit reads the unit a section names, with a label before it or not.
func sectionUnit(t string) string {
	if u := unitHeading(t); u != "" {
		return u
	}
	if unitLike(t) {
		return t
	}
	return ""
}

// unitRank orders sections: a nämnd stands over a förvaltning, which stands
// over what is smaller.
func unitRank(unit string) int {
	last := strings.ToLower(lastField(unit))
	for rank, endings := range [][]string{
		{"koncern", "koncernen"}, {"kommun", "kommunen", "region", "regionen"},
		{"nämnd", "nämnden", "styrelse", "styrelsen", "ab", "bolag", "bolaget", "fullmäktige", "förbund", "förbundet", "board", "committee"},
		{"förvaltning", "förvaltningen", "sektor", "sektorn", "kontor", "kontoret", "department", "agency"},
	} {
		for _, e := range endings {
			if strings.HasSuffix(last, e) {
				return rank + 1
			}
		}
	}
	return 5
}

// headsRows reports whether fuller rows, or a smaller section, follow.
func (d *draft) headsRows(i int) bool {
	for j := i + 1; j < min(d.end, i+4); j++ {
		if d.sheet.Rows[j].Stopped || d.head.filled(d.sheet.Rows[j]) >= 2 {
			return true
		}
	}
	return false
}

func (d *draft) firstColumn(column int) bool {
	return len(d.head.cells) > 0 && column <= d.head.cells[0].column
}

func (d *draft) holdsIDs(column int) bool {
	for _, c := range d.columns {
		if c.column == column {
			return (c.Field == "asset_id" || c.Field == FieldRegisterID) && !d.headedByNumbers(c)
		}
	}
	return false
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

// isNote knows a lone long text that stands outside the column of names.
func (d *draft) isNote(r Row, n int) bool {
	if n > 1 || len(r.Cells) == 0 {
		return false
	}
	c := r.Cells[0]
	if d.name >= 0 && int(c.Column) == d.columns[d.name].column {
		return false
	}
	return c.Kind == Text && letters(c.Text) > 60
}

// assetKind reports whether a row holds an asset with a name.
func (d *draft) assetKind(r Row) rowKind {
	if d.name >= 0 {
		if c, ok := r.At(d.columns[d.name].column); ok && !dots(tidy(c.Text)) {
			return rowAsset
		}
	}
	for _, c := range r.Cells {
		if f := d.head.fieldAt(int(c.Column)); f != "asset_id" && f != FieldRegisterID && d.head.covers(int(c.Column)) && !dots(tidy(c.Text)) {
			return rowNameless
		}
	}
	return rowIDOnly
}

// isRunning knows a row that has been numbered and never filled in.
func (d *draft) isRunning(r Row) bool {
	for _, c := range r.Cells {
		if !isNumber(tidy(c.Text)) && !dots(tidy(c.Text)) {
			return false
		}
	}
	return true
}
