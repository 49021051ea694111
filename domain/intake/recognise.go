package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"infoklass/domain/text"
)

// Reading is a workbook understood, before it meets the register.
type Reading struct {
	proposal Proposal
	ask      *asker
	options  Options
}

// understanding is the work of Recognise: one workbook on its way from cells
// to tables.
type understanding struct {
	book    *Book
	know    *Knowledge
	options Options
	ask     *asker
	tables  []*tableDraft
	skipped []SkippedSheet
	legend  *legend
	units   *unitReader
	notices []Notice
}

// tableDraft is a draft that has been found to be a register, with what
// concerns its levels.
type tableDraft struct {
	*draft
	know        *Knowledge
	fingerprint string
	digits      digitsSeen
	values      map[string]*levelValue // by text
	levelRows   int                    // rows with something in a column of levels
	scale       string
	scaleBy     string
	scaleOpen   string // id of the open question about the scale
	orderOpen   string
	kind        string
	unitFrom    text.Message
	ownUnit     []string // of the whole table, from its title or the sheet's name
}

// Recognise finds the tables of a workbook and reads their rows. It depends on
// the register only for the names of its units and the mappings saved. Several
// may be asked of one book at once; they wait for each other.
func Recognise(ctx context.Context, b *Book, k Knowledge, a Answers, o Options) (*Reading, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	u := &understanding{book: b, know: &k, options: o, ask: newAsker(a, o.AcceptSuggestions), legend: newLegend()}
	for _, step := range []func(context.Context){u.findTables, u.settleColumns, u.readAllRows, u.readLevels, u.settleUnits} {
		step(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	r := &Reading{ask: u.ask, options: o}
	r.proposal = Proposal{File: b.Name, Format: b.Format, Skipped: u.skipped}
	for _, m := range b.Notices {
		r.proposal.Notices = append(r.proposal.Notices, Notice{Message: m})
	}
	for _, t := range u.tables {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.proposal.Tables = append(r.proposal.Tables, u.build(t))
	}
	r.proposal.Notices = append(r.proposal.Notices, u.notices...)
	r.proposal.Outside = u.outside()
	r.proposal.NewUnits = u.units.created()
	if err := u.ask.checkErr; err != nil {
		return nil, err
	}
	return r, nil
}

// findTables looks at every sheet: a table of assets, or why it is none.
func (u *understanding) findTables(context.Context) {
	var found []*draft
	for i := range u.book.Sheets {
		s := &u.book.Sheets[i]
		take, decided := u.options.Sheets[s.Name]
		switch {
		case decided && !take:
			u.skipped = append(u.skipped, skipped(s, codeLeft))
			continue
		case s.Hidden && !take:
			u.skipped = append(u.skipped, skipped(s, codeHidden))
			continue
		}
		d := u.draftOf(s)
		code := notRegister(s, d)
		if d != nil && (code == "" || take || d.forced) {
			d.forced = d.forced || take
			found = append(append(found, d), u.furtherTables(s, d)...)
			continue
		}
		if code == "" {
			code = codeNoTable
		}
		u.skipped = append(u.skipped, skipped(s, code))
	}
	var drafts []*draft
	for _, d := range found {
		if !d.forced && d.isDetails(found) {
			u.skipped = append(u.skipped, skipped(d.sheet, codeDetails))
			continue
		}
		if d.repeats(found) {
			u.skipped = append(u.skipped, skipped(d.sheet, codeRepeats))
			continue
		}
		drafts = append(drafts, d)
		u.tables = append(u.tables, &tableDraft{draft: d, know: u.know, values: map[string]*levelValue{}, fingerprint: d.fingerprint()})
	}
	u.legend.gather(u.book, drafts)
}

// draftOf finds the header of a sheet and reads what its columns mean; nil
// where there is none.
func (u *understanding) draftOf(s *Sheet) *draft {
	h, ok := findHeader(s, 0)
	pointed := false
	if row := u.options.Header[s.Name]; row > 0 {
		if fixed, found := fixedHeader(s, row); found {
			h, ok, pointed = fixed, true, true
			h.score = max(h.score, leastHeader)
		}
	}
	if !ok {
		return nil
	}
	h.dropLegend(s)
	stopRows(s, &h, tableEnd(s, &h))
	d := newDraft(s, h)
	d.forced = pointed || u.options.Sheets[s.Name]
	d.assign()
	return d
}

// maxTables is how many tables one sheet can hold.
const maxTables = 20

// furtherTables finds the tables that stand below the first one of a sheet.
func (u *understanding) furtherTables(s *Sheet, first *draft) []*draft {
	var out []*draft
	for last := first; last.end < len(s.Rows) && len(out) < maxTables; {
		h, ok := findHeader(s, last.end)
		if !ok || h.first < last.end || h.score < leastHeader {
			break
		}
		h.dropLegend(s)
		stopRows(s, &h, tableEnd(s, &h))
		d := newDraft(s, h)
		d.assign()
		d.further = true
		last.next = d.head.first
		if d.find("name") >= 0 && d.notRegister() == "" && d.end > h.last+1 {
			out = append(out, d)
		}
		last = d
	}
	return out
}

// fingerprint names a header row: its folded texts in order.
func (d *draft) fingerprint() string {
	var b strings.Builder
	for _, c := range d.head.cells {
		b.WriteString(compact(c.group))
		b.WriteByte('/')
		b.WriteString(compact(c.text))
		b.WriteByte('\n')
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:12])
}

// settleColumns brings in what was decided earlier and what the user says now.
func (u *understanding) settleColumns(context.Context) {
	for _, t := range u.tables {
		t.settleOwnExport(u.know)
		for _, m := range u.know.Mappings {
			if m.Fingerprint == t.fingerprint {
				t.apply(m)
				for id, answer := range m.Answers {
					u.ask.saved[id] = answer
				}
			}
		}
		for i := range t.columns {
			u.settleColumn(t, &t.columns[i])
		}
		t.resettleName()
	}
}

// apply takes the meanings that were saved for the same header row.
func (d *draft) apply(m Mapping) {
	for i := range d.columns {
		c := &d.columns[i]
		if field, ok := m.Columns[c.Column.mappingKey()]; ok && c.Certainty != Ignored {
			c.choose(field, text.Msg("inventory.why.saved"))
		}
	}
}

// choose gives a column the meaning that somebody has chosen.
func (c *draftColumn) choose(field string, why text.Message) {
	c.ask = nil
	switch field {
	case FieldCustom:
		c.set(field, Custom, why)
	case FieldIgnore:
		c.set(field, Ignored, why)
	default:
		c.set(field, Certain, why)
	}
}

func (u *understanding) settleColumn(t *tableDraft, c *draftColumn) {
	if field, ok := u.options.Columns[ColumnRef{t.sheet.Name, c.column}]; ok && !t.further {
		c.choose(field, text.Msg("inventory.why.chosen"))
		return
	}
	if len(c.ask) == 0 {
		return
	}
	labels := make([]text.Message, len(c.ask))
	for i, f := range c.ask {
		labels[i] = text.Msg("inventory.field." + f)
	}
	answer := u.ask.ask(Question{
		ID: "column:" + questionKey(c.group+" "+c.text), Kind: AskColumn, Sheet: t.sheet.Name, Field: c.suggest, Value: tidy(c.text), Rows: c.profile.filled,
		Suggestion: c.suggest, Choices: c.ask, Labels: labels, Message: text.Msg("inventory.ask.column", "header", tidy(c.text)),
	})
	if answer != "" {
		c.choose(answer, text.Msg("inventory.why.chosen"))
	}
}

// resettleName follows the user's choice of the column with the names.
func (d *draft) resettleName() {
	chosen := slices.IndexFunc(d.columns, func(c draftColumn) bool {
		return c.Field == "name" && (c.Why.Key == "inventory.why.chosen" || c.Why.Key == "inventory.why.saved")
	})
	if chosen < 0 {
		if d.name >= 0 && d.columns[d.name].Field != "name" && d.find("name") >= 0 {
			d.name = d.find("name")
		}
		return
	}
	d.name = chosen
	for i := range d.columns {
		if c := &d.columns[i]; i != chosen && c.Field == "name" {
			c.custom("inventory.why.double")
		}
	}
}

func (u *understanding) readAllRows(context.Context) {
	for _, t := range u.tables {
		t.readRows(u.options.Rows)
		t.kind = u.kindOf(t)
	}
}
