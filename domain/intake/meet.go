package intake

import (
	"context"
	"slices"
	"strconv"

	"infoklass/domain/text"
)

// meeting is the work of Meet: the rows of one reading against the register.
type meeting struct {
	*Reading
	know  *Knowledge
	index *assetIndex
	taken map[int]place // registered asset, by its place in Assets, to the row that has met it
}

// place is a row of the proposal.
type place struct{ table, row int }

// Meet compares what was read with the registered assets. It completes the
// reading, so it is called once for each Recognise.
func (r *Reading) Meet(ctx context.Context, k Knowledge) (*Proposal, error) {
	m := &meeting{Reading: r, know: &k, taken: map[int]place{}}
	m.index = newAssetIndex(k.Assets)
	for _, step := range []func(context.Context){m.meetCertain, m.meetLikely, m.compare} {
		step(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	p := &r.proposal
	m.duplicates()
	m.missing()
	for i := range p.Tables {
		for j := range p.Tables[i].Rows {
			p.Counts.add(p.Tables[i].Rows[j].Action)
		}
	}
	if err := r.ask.checkErr; err != nil {
		return nil, err
	}
	p.Questions, p.Answered = r.ask.open(), r.ask.answered()
	p.Mappings = r.mappings()
	return p, nil
}

// each calls do with every row that can become or change an asset.
func (m *meeting) each(ctx context.Context, do func(t *Table, e *Entry, at place)) {
	n := 0
	for i := range m.proposal.Tables {
		t := &m.proposal.Tables[i]
		for j := range t.Rows {
			if n++; n%1024 == 0 && ctx.Err() != nil {
				return
			}
			if a := t.Rows[j].Action; a != Stop && a != Skip {
				do(t, &t.Rows[j], place{i, j})
			}
		}
	}
}

// meetCertain matches by id, and by name and unit.
func (m *meeting) meetCertain(ctx context.Context) {
	if len(m.know.Assets) == 0 {
		return
	}
	m.each(ctx, func(t *Table, e *Entry, at place) {
		if i := m.byID(e); i >= 0 {
			m.match(t, e, at, i)
		}
	})
	m.each(ctx, func(t *Table, e *Entry, at place) {
		if e.Asset != "" || e.Name == "" || e.Action == Doubt {
			return
		}
		fits := m.index.named(e.Name, e.Unit)
		if len(fits) == 1 {
			m.match(t, e, at, fits[0])
		}
	})
}

// byID finds the asset that a row's id means, -1 when none is certain. A
// plain row number proves nothing when the names are quite different.
func (m *meeting) byID(e *Entry) int {
	if i, ok := m.index.ids[e.register]; ok && e.register != "" {
		return i
	}
	if e.ListID == "" {
		return -1
	}
	fits := m.index.lists[caseless(e.ListID)]
	if len(fits) > 1 {
		fits = slices.DeleteFunc(slices.Clone(fits), func(i int) bool { return caseless(m.know.Assets[i].Name) != caseless(e.Name) })
	}
	if len(fits) != 1 {
		return -1
	}
	if name := m.know.Assets[fits[0]].Name; isNumber(e.ListID) && e.Name != "" && caseless(name) != caseless(e.Name) && !alike(compact(name), compact(e.Name)) {
		return -1
	}
	return fits[0]
}

// match ties a row to an asset, or asks when another row has it already.
func (m *meeting) match(t *Table, e *Entry, at place, asset int) {
	before, twice := m.taken[asset]
	if !twice {
		m.taken[asset] = at
		e.Asset = m.know.Assets[asset].ID
		return
	}
	first := &m.proposal.Tables[before.table].Rows[before.row]
	id := m.know.Assets[asset].ID
	q := m.askMatch(t, e, "inventory.ask.match.twice", "", []int{asset}, "row", first.Row)
	switch q {
	case "":
	case answerNew:
		e.matched = true
	case id:
		e.Asset = id
		first.Asset, first.Action, first.Reason = "", Skip, text.Msg("inventory.skip.other-row", "row", e.Row)
		m.taken[asset] = at
	}
}

// meetLikely asks about rows whose names nearly match, or that match several.
func (m *meeting) meetLikely(ctx context.Context) {
	if len(m.know.Assets) == 0 {
		return
	}
	m.each(ctx, func(t *Table, e *Entry, at place) {
		if e.Asset != "" || e.Name == "" || e.Action == Doubt || e.matched {
			return
		}
		key, suggestion := "inventory.ask.match.several", ""
		fits := m.free(m.index.named(e.Name, e.Unit))
		if len(fits) == 0 {
			key = "inventory.ask.match.moved"
			fits = m.free(m.index.names[caseless(e.Name)])
		}
		if len(fits) == 0 {
			key = "inventory.ask.match.near"
			fits = m.free(m.index.near(e.Name, e.Unit))
		}
		if len(fits) == 0 {
			return
		}
		if len(fits) == 1 {
			suggestion = m.know.Assets[fits[0]].ID
		}
		answer := m.askMatch(t, e, key, suggestion, fits, "name", e.Name, "other", m.know.Assets[fits[0]].Name, "unit", UnitPath(m.know.Assets[fits[0]].Unit))
		for _, i := range fits {
			if m.know.Assets[i].ID == answer {
				e.Action, e.Reason = Create, text.Message{}
				m.match(t, e, at, i)
			}
		}
	})
}

// free leaves out the assets that a row has met already.
func (m *meeting) free(fits []int) []int {
	return slices.DeleteFunc(slices.Clone(fits), func(i int) bool { _, ok := m.taken[i]; return ok })
}

// askMatch asks which asset a row is. While the answer is open the row is in doubt.
func (m *meeting) askMatch(t *Table, e *Entry, key, suggestion string, fits []int, args ...any) string {
	q := Question{
		ID: "match:" + questionKey(t.Sheet) + ":" + strconv.Itoa(e.Row), Kind: AskMatch, Sheet: t.Sheet, Field: "name", Value: e.Name, Rows: 1,
		Suggestion: suggestion, Message: text.Msg(key, args...), Sample: []int{e.Row},
	}
	for _, i := range fits[:min(len(fits), 8)] {
		a := &m.know.Assets[i]
		q.Choices = append(q.Choices, a.ID)
		q.Labels = append(q.Labels, text.Msg("inventory.match.asset", "name", a.Name, "unit", UnitPath(a.Unit)))
	}
	q.Choices = append(q.Choices, answerNew)
	q.Labels = append(q.Labels, text.Msg("inventory.match.new"))
	answer := m.ask.ask(q)
	if answer == "" {
		e.Action, e.Reason = Doubt, q.Message
		e.Question = append(e.Question, q.ID)
	}
	return answer
}

// duplicates tells of rows that name the same asset twice, and asks about
// those that even have the same id.
func (m *meeting) duplicates() {
	for i := range m.proposal.Tables {
		t := &m.proposal.Tables[i]
		ids, names := map[string]*Entry{}, map[namedIn]bool{}
		var again []int
		for j := range t.Rows {
			e := &t.Rows[j]
			if e.Action == Stop || e.Action == Skip || e.Name == "" {
				continue
			}
			if e.ListID != "" && e.Asset == "" && e.Action == Create {
				key := caseless(e.ListID) + "\x1f" + caseless(e.Name)
				if first, ok := ids[key]; ok {
					m.askTwice(t, first, e)
				} else {
					ids[key] = e
				}
			}
			key := namedIn{name: caseless(e.Name), unit: e.unitID()}
			if names[key] {
				again = append(again, e.Row)
			}
			names[key] = true
		}
		if len(again) > 0 {
			m.proposal.Notices = append(m.proposal.Notices, Notice{Sheet: t.Sheet, Rows: again[:min(len(again), noticedRows)], Message: text.Msg("inventory.notice.duplicates", "n", len(again))})
		}
		m.namesakes(t)
	}
}

// namedIn is a name in a unit.
type namedIn struct {
	name string
	unit *string
}

// unitID tells units apart: rows of the same unit share its path.
func (e *Entry) unitID() *string {
	if len(e.Unit) == 0 {
		return nil
	}
	return &e.Unit[0]
}

// askTwice asks about a new row whose id another new row has too.
func (m *meeting) askTwice(t *Table, first, e *Entry) {
	q := Question{
		ID: "match:" + questionKey(t.Sheet) + ":" + strconv.Itoa(e.Row), Kind: AskMatch, Sheet: t.Sheet, Field: "asset_id", Value: e.ListID, Rows: 1, Sample: []int{first.Row, e.Row},
		Suggestion: answerNew, Choices: []string{answerNew, answerSkip}, Labels: []text.Message{text.Msg("inventory.match.new"), text.Msg("inventory.match.skip")},
		Message: text.Msg("inventory.ask.match.same-id", "id", e.ListID, "row", first.Row),
	}
	switch m.ask.ask(q) {
	case "":
		e.Action, e.Reason = Doubt, q.Message
		e.Question = append(e.Question, q.ID)
	case answerSkip:
		e.Action, e.Reason = Skip, text.Msg("inventory.skip.other-row", "row", first.Row)
	}
}

// answerSkip answers that a row that stands twice is left out.
const answerSkip = "skip"

// namesakes tells of equal names in different units: two assets, not one.
func (m *meeting) namesakes(t *Table) {
	units := map[string]*string{}
	several := map[string]bool{}
	for j := range t.Rows {
		e := &t.Rows[j]
		if e.Action == Stop || e.Action == Skip || e.Name == "" {
			continue
		}
		name, unit := caseless(e.Name), e.unitID()
		if other, ok := units[name]; ok && other != unit {
			several[e.Name] = true
		} else {
			units[name] = unit
		}
	}
	if len(several) == 0 {
		return
	}
	var names []string
	for n := range several {
		names = append(names, n)
	}
	slices.Sort(names)
	m.proposal.Notices = append(m.proposal.Notices, Notice{Sheet: t.Sheet, Message: text.Msg("inventory.notice.namesakes", "n", len(names), "example", names[0])})
}

// missing lists the assets that an update does not name. A file that has met
// few assets is no update, and one about some units says nothing of the others.
func (m *meeting) missing() {
	rows := 0
	for _, t := range m.proposal.Tables {
		rows += len(t.Rows)
	}
	if len(m.taken) < 3 || len(m.taken)*2 < rows {
		return
	}
	units := map[string]bool{}
	for i := range m.taken {
		units[pathKey(m.know.Assets[i].Unit)] = true
	}
	for i := range m.know.Assets {
		if _, met := m.taken[i]; !met && units[pathKey(m.know.Assets[i].Unit)] {
			m.proposal.Missing = append(m.proposal.Missing, &m.know.Assets[i])
		}
	}
	if n := len(m.proposal.Missing); n > 0 {
		m.proposal.Notices = append(m.proposal.Notices, Notice{Message: text.Msg("inventory.notice.missing", "n", n)})
	}
}

func (c *Counts) add(a Action) {
	c.Rows++
	switch a {
	case Create:
		c.Create++
	case Update:
		c.Update++
	case Unchanged:
		c.Unchanged++
	case Doubt:
		c.Doubt++
	case Stop:
		c.Stop++
	case Skip:
		c.Skip++
	}
}
