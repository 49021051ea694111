package intake

import (
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// slot is where the value of a column goes in an Entry.
type slot struct {
	at       int // in Entry.values, -1 when the column is read otherwise
	overflow int // where it goes when another column has filled the field
	normal   func(string) string
}

// examplesShown is how many distinct values of a column are shown.
const examplesShown = 4

// build makes the table that the proposal shows of a draft.
func (u *understanding) build(t *tableDraft) Table {
	out := Table{
		Sheet: t.sheet.Name, Scale: t.scale, ScaleBy: t.scaleBy, Kind: t.kind, Fingerprint: t.fingerprint, UnitFrom: t.unitFrom,
		index: map[string]int{},
	}
	if out.ScaleBy == "" {
		out.ScaleBy = byNone
	}
	for i := t.head.first; i <= t.head.last; i++ {
		out.HeaderRows = append(out.HeaderRows, t.sheet.Rows[i].Number)
	}
	b := builder{understanding: u, t: t, out: &out, slots: make([]slot, maxColumnOf(t)+1)}
	b.columns()
	b.rows()
	b.notices()
	return out
}

func maxColumnOf(t *tableDraft) int {
	if len(t.columns) == 0 {
		return 0
	}
	return t.columns[len(t.columns)-1].column
}

type builder struct {
	*understanding
	t        *tableDraft
	out      *Table
	slots    []slot
	aspects  []*draftColumn // columns of levels
	idColumn int
	register int // column of the register's own id
	changed  int
	kindOf   int
	has      [4]bool
	ranges   []int
	noName   []int
	idOnly   []int
	examples []int
	torn     []int
	stopped  []int
	hidden   []int
}

// columns gives every column its place and copies what the proposal shows.
func (b *builder) columns() {
	t := b.t
	for i := range t.columns {
		c := &t.columns[i]
		b.out.Columns = append(b.out.Columns, c.shown())
		b.slots[c.column] = slot{at: -1, overflow: -1}
		if c.Certainty == Ignored {
			continue
		}
		switch {
		case i == t.name && c.Field == "name":
		case c.levelOfColumn >= 0 && isAspect(c.Field):
			b.aspect(c)
		case isAspect(c.Field):
			b.aspect(c)
		case c.Field == "asset_id":
			b.idColumn = c.column
		case c.Field == FieldRegisterID:
			b.register = c.column
		case c.Field == FieldRegisterChanged:
			b.changed = c.column
		case isOrganisation(c.Field):
		default:
			if c.Field == "class_combined" {
				b.aspects = append(b.aspects, c)
			}
			if c.Field == "asset_kind" {
				b.kindOf = c.column
			}
			b.slots[c.column] = b.place(c)
		}
	}
}

func (b *builder) aspect(c *draftColumn) {
	a, _ := AspectOf(c.Field)
	b.has[a] = true
	b.aspects = append(b.aspects, c)
}

// place gives a column a field's place, or one of its own when the field is
// taken: then both texts are kept.
func (b *builder) place(c *draftColumn) slot {
	s := slot{at: -1, overflow: -1, normal: normalOf(c.Field)}
	if c.Field == FieldCustom {
		s.at = b.custom(c)
		return s
	}
	if at, taken := b.out.index[c.Field]; taken {
		s.at, s.overflow = at, b.custom(c)
		return s
	}
	s.at = len(b.out.fields)
	b.out.index[c.Field] = s.at
	b.out.fields = append(b.out.fields, c.Field)
	b.out.heads = append(b.out.heads, "")
	return s
}

func (b *builder) custom(c *draftColumn) int {
	head := tidy(c.text)
	if c.group != "" && head != "" && slices.Contains(b.out.heads, head) {
		head = tidy(c.group) + " " + head
	}
	if head == "" || slices.Contains(b.out.heads, head) {
		head = strings.TrimSpace(head + " " + ColumnName(c.column))
	}
	b.out.fields = append(b.out.fields, FieldCustom)
	b.out.heads = append(b.out.heads, head)
	return len(b.out.fields) - 1
}

// shown is the column with a few of its values, the commonest first.
func (c *draftColumn) shown() Column {
	type value struct {
		text  string
		times int
	}
	var all []value
	for s, n := range c.profile.distinct {
		all = append(all, value{s, n})
	}
	sortBy(all, func(a, b value) bool {
		if a.times != b.times {
			return a.times > b.times
		}
		return a.text < b.text
	})
	out := c.Column
	for _, v := range all[:min(len(all), examplesShown)] {
		out.Examples = append(out.Examples, v.text)
	}
	return out
}

// normalOf is how the values of a field are written alike, nil where they stay as
// they stand in the list.
func normalOf(field string) func(string) string {
	switch d, _ := asset.Field(field).Definition(); d.Form {
	case asset.Day:
		return dayText
	case asset.Amount:
		return amount
	}
	return nil
}

// amount writes a number with a point for decimals and no spaces.
func amount(s string) string {
	if !isNumber(s) || strings.Count(s, ",") > 1 || strings.Contains(s, ".") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), ",", ".")
}

// rows reads every row that is shown.
func (b *builder) rows() {
	t := b.t
	b.out.Rows = make([]Entry, 0, len(t.rows))
	block := []string{}
	for i := range t.rows {
		row := &t.rows[i]
		r := t.sheet.Rows[row.place]
		if cap(block)-len(block) < len(b.out.fields) {
			block = make([]string, 0, max(1024, len(b.out.fields))*4)
		}
		from := len(block)
		block = block[:from+len(b.out.fields)]
		e := Entry{Row: r.Number, Hidden: r.Hidden, Kind: b.out.Kind, Action: Create, has: b.has, values: block[from:len(block):len(block)]}
		if row.kind == rowStopped {
			e = Entry{Row: r.Number, Action: Stop, Reason: text.Msg("inventory.stop.protection")}
			b.stopped = append(b.stopped, r.Number)
		} else {
			b.read(&e, row, r)
		}
		if r.Hidden && e.Action != Stop {
			b.hidden = append(b.hidden, r.Number)
		}
		if b.out.FirstRow == 0 {
			b.out.FirstRow = r.Number
		}
		b.out.LastRow = r.Number
		b.out.Rows = append(b.out.Rows, e)
	}
	b.trimValues()
}

// trimValues lets go of places that no row has used.
func (b *builder) trimValues() {
	if len(b.out.Rows) == 0 {
		n := b.t.sheet.Rows[b.t.head.last].Number
		b.out.FirstRow, b.out.LastRow = n+1, n
	}
}

// read fills an entry from its row.
func (b *builder) read(e *Entry, row *draftRow, r Row) {
	t := b.t
	for _, cell := range r.Cells {
		column := int(cell.Column)
		if column >= len(b.slots) {
			break
		}
		switch {
		case t.name >= 0 && column == t.columns[t.name].column:
			e.Name = tidy(cell.Text)
		case column == b.idColumn && column > 0:
			e.ListID = tidy(cell.Text)
		case column == b.register && column > 0:
			e.register = tidy(cell.Text)
		case column == b.changed && column > 0:
			e.since = tidy(cell.Text)
		}
		if column == b.kindOf && column > 0 {
			if kind, ok := rowKinds[compact(cell.Text)]; ok {
				e.Kind = kind
			}
		}
		if s := b.slots[column]; s.at >= 0 {
			s.put(e, tidy(cell.Text))
		}
	}
	for _, a := range t.spans[r.Number] {
		b.fillSpan(e, a)
	}
	b.readLevels(e, r)
	if row.use != nil {
		e.Unit = row.use.path
		if row.use.open != "" {
			e.Question = append(e.Question, row.use.open)
		}
	}
	b.judge(e, row)
}

func (s slot) put(e *Entry, v string) {
	if s.normal != nil {
		v = s.normal(v)
	}
	if s.overflow >= 0 && e.values[s.at] != "" && e.values[s.at] != v {
		e.values[s.overflow] = v
		return
	}
	e.values[s.at] = v
}

// fillSpan reads a value that a merged area gives to several rows.
func (b *builder) fillSpan(e *Entry, a Area) {
	if a.Column >= len(b.slots) {
		return
	}
	if s := b.slots[a.Column]; s.at >= 0 && e.values[s.at] == "" {
		s.put(e, tidy(b.t.sheet.textAt(a.Row, a.Column)))
	}
}

// readLevels takes the levels of a row from its columns.
func (b *builder) readLevels(e *Entry, r Row) {
	marked := [4]int{-1, -1, -1, -1}
	for _, c := range b.aspects {
		cell, ok := r.At(c.column)
		if !ok {
			continue
		}
		if c.levelOfColumn >= 0 {
			if a, _ := AspectOf(c.Field); marks[strings.ToLower(tidy(cell.Text))] {
				if marked[a] >= 0 {
					e.Kept = append(e.Kept, KeptLevel{a, tidy(c.text)})
				}
				marked[a] = max(marked[a], c.levelOfColumn)
			}
			continue
		}
		v := b.t.values[levelKey(cell, c.Field == "class_combined")]
		if v == nil {
			continue
		}
		b.take(e, v, c.Field)
	}
	scale, ok := b.know.scale(b.t.scale)
	for a, d := range marked {
		if d < 0 {
			continue
		}
		if b.t.scaleOpen != "" {
			e.Question = addOnce(e.Question, b.t.scaleOpen)
			continue
		}
		if level, known := scale.Read(string(rune('0' + d))); ok && known {
			e.Levels[a] = level
		}
	}
}

func addOnce(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// take gives an entry the level of a text.
func (b *builder) take(e *Entry, v *levelValue, field string) {
	if v.stop {
		e.Action = Stop
		return
	}
	if v.open != "" {
		e.Question = addOnce(e.Question, v.open)
	}
	if v.whole {
		for a, l := range v.levels {
			if l != classify.Unset && e.Levels[a] == classify.Unset {
				e.Levels[a] = l
			}
			e.has[a] = e.has[a] || l != classify.Unset
		}
		return
	}
	a, _ := AspectOf(field)
	e.Levels[a] = v.level
	if v.keep && v.notation != levelBlank {
		e.Kept = append(e.Kept, KeptLevel{a, v.text})
		if v.notation == levelRange {
			b.ranges = append(b.ranges, e.Row)
		}
	}
}

// judge says what is wrong with a row, if anything.
func (b *builder) judge(e *Entry, row *draftRow) {
	if e.Action == Stop { // beyond the register: only the number remains
		*e = Entry{Row: e.Row, Action: Stop, Reason: text.Msg("inventory.stop.grave")}
		b.stopped = append(b.stopped, e.Row)
		return
	}
	if dots(e.Name) {
		e.Name = ""
	}
	if placeholder(e.ListID) {
		e.ListID = ""
	}
	switch row.kind {
	case rowExample:
		e.Action, e.Reason = Skip, text.Msg("inventory.skip.example")
		b.examples = append(b.examples, e.Row)
	case rowIDOnly:
		e.Action, e.Reason = Skip, text.Msg("inventory.skip.id-only")
		b.idOnly = append(b.idOnly, e.Row)
	case rowTorn:
		e.Action, e.Reason = Skip, text.Msg("inventory.skip.torn")
		b.torn = append(b.torn, e.Row)
	case rowNameless:
		e.Action, e.Reason = Doubt, text.Msg("inventory.doubt.nameless")
		b.noName = append(b.noName, e.Row)
	}
	if take, decided := b.options.Rows[RowRef{b.t.sheet.Name, e.Row}]; decided {
		switch {
		case !take:
			e.Action, e.Reason = Skip, text.Msg("inventory.skip.chosen")
		case e.Action == Skip && e.Name != "":
			e.Action, e.Reason = Create, text.Message{}
		}
	}
}

// noticedRows is how many row numbers a notice lists.
const noticedRows = 40

func (b *builder) notice(key string, rows []int) {
	if len(rows) == 0 {
		return
	}
	b.understanding.notices = append(b.understanding.notices, Notice{Sheet: b.t.sheet.Name, Rows: slices.Clone(rows[:min(len(rows), noticedRows)]), Message: text.Msg(key, "n", len(rows))})
}

func (b *builder) notices() {
	if b.t.unitFrom.Key == "inventory.unit.fill-down" {
		b.understanding.notices = append(b.understanding.notices, Notice{Sheet: b.t.sheet.Name, Message: b.t.unitFrom})
	}
	b.notice("inventory.notice.stopped", b.stopped)
	b.notice("inventory.notice.hidden", b.hidden)
	b.notice("inventory.notice.ranges", b.ranges)
	b.notice("inventory.notice.nameless", b.noName)
	b.notice("inventory.notice.id-only", b.idOnly)
	b.notice("inventory.notice.example", b.examples)
	b.notice("inventory.notice.torn", b.torn)
	var missing []any
	for a, has := range b.has {
		if !has && b.has != [4]bool{} {
			missing = append(missing, classify.Aspect(a).Key())
		}
	}
	for _, key := range missing {
		b.understanding.notices = append(b.understanding.notices, Notice{Sheet: b.t.sheet.Name, Message: text.Msg("inventory.notice.no-aspect", "aspect", text.Msg("aspect."+key.(string)))})
	}
}
