package intake

import (
	"context"
	"slices"
	"strings"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// compare finds, cell by cell, what each matched row would change.
func (m *meeting) compare(ctx context.Context) {
	if len(m.know.Assets) == 0 {
		return
	}
	m.each(ctx, func(t *Table, e *Entry, _ place) {
		if e.Asset == "" || e.Action == Skip {
			return
		}
		known := &m.know.Assets[m.index.ids[e.Asset]]
		e.Changes = m.changes(t, e, known)
		m.conflicts(t, e, known)
		m.decisions(t, e, known)
		e.Action, e.Reason = Unchanged, text.Message{}
		for _, c := range e.Changes {
			if c.Take != TakeRegister {
				e.Action = Update
			}
		}
	})
}

// changes lists what a row says otherwise than the register. A column that the
// list lacks, and an empty cell unless the user says so, change nothing.
func (m *meeting) changes(t *Table, e *Entry, known *Known) []Change {
	var out []Change
	add := func(c Change) { out = append(out, c) }
	listed := known.Listed
	if e.register != "" {
		listed = nil // our own export said what was decided
	}
	if e.Name != "" && e.Name != tidy(known.Name) {
		add(Change{Field: "name", Old: known.Name, New: e.Name})
	}
	if rowNumber := isNumber(e.ListID) && known.ListID != "" && !isNumber(known.ListID); e.ListID != "" && e.ListID != known.ListID && !rowNumber {
		add(Change{Field: "asset_id", Old: known.ListID, New: e.ListID})
	}
	if len(e.Unit) > 0 && !sameUnit(e.Unit, known.Unit) {
		add(Change{Field: "unit", Old: UnitPath(known.Unit), New: UnitPath(e.Unit)})
	}
	for a := range aspectFields {
		if listed != nil && e.Levels[a] == listed.Levels[a] {
			continue
		}
		if old, now := known.Levels[a], e.Levels[a]; now != old && (now != classify.Unset || m.options.EmptyErases && e.has[a] && len(e.Question) == 0) {
			add(Change{Field: aspectFields[a], Old: levelText(old), New: levelText(now)})
		}
	}
	for i, field := range t.fields {
		if field == "class_combined" || field == "class_overall" && e.has != [4]bool{} {
			continue // said of the levels, which are compared themselves
		}
		old, header := known.Fields[field], ""
		if field == FieldCustom {
			header = t.heads[i]
			old = known.Custom[header]
		}
		now := e.values[i]
		if dots(now) {
			now = ""
		}
		if now == "" && !m.options.EmptyErases || sameValue(old, now) || sameLinks(field, old, now) || listed.still(field, now) {
			continue
		}
		add(Change{Field: field, Header: header, Old: old, New: now})
	}
	return out
}

func levelText(l classify.Level) string {
	if l == classify.Unset {
		return ""
	}
	return l.String()
}

// sameLinks compares what a system holds, or what holds an information set, in
// whatever order it is named.
func sameLinks(field, a, b string) bool {
	if field != "information_sets" && field != "linked_systems" {
		return false
	}
	names := func(s string) []string {
		parts := strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' || r == '\n' })
		for i := range parts {
			parts[i] = text.Fold(strings.TrimSpace(parts[i]))
		}
		slices.Sort(parts)
		return slices.Compact(parts)
	}
	return slices.Equal(names(a), names(b))
}

// sameValue compares two texts as a person would: white space aside, days as
// days, numbers as numbers, and persons in whatever way they are listed.
func sameValue(a, b string) bool {
	if a == b {
		return true
	}
	a, b = tidy(a), tidy(b)
	if a == b || dayText(a) == dayText(b) {
		return true
	}
	if isNumber(a) && isNumber(b) {
		return amount(a) == amount(b)
	}
	if strings.ContainsAny(a, ";,") && strings.ContainsAny(b, ";,") {
		return slices.Equal(SplitPeople(a), SplitPeople(b))
	}
	return false
}

// Whose value holds in a conflict.
const (
	TakeFile     = "file"
	TakeRegister = "register"
)

// conflicts asks about changes to values that the register has changed itself
// since the list was exported.
func (m *meeting) conflicts(t *Table, e *Entry, known *Known) {
	since, ok := parseMoment(e.since)
	if !ok || len(e.Changes) == 0 || !known.Changed.Truncate(precision(e.since)).After(since) {
		return
	}
	var changed map[string]bool
	if m.know.ChangedSince != nil {
		changed = set(m.know.ChangedSince(e.Asset, since)...)
	}
	for i := range e.Changes {
		c := &e.Changes[i]
		name := c.Field
		if c.Header != "" {
			name = "custom:" + c.Header
		}
		if changed != nil && !changed[name] {
			continue
		}
		c.Conflict = true
		q := Question{
			ID: "conflict:" + e.Asset + ":" + name, Kind: AskConflict, Sheet: t.Sheet, Field: name, Value: e.Name, Rows: 1, Sample: []int{e.Row},
			Choices: []string{TakeFile, TakeRegister},
			Labels:  []text.Message{text.Msg("inventory.conflict.file", "value", c.New), text.Msg("inventory.conflict.register", "value", c.Old)},
			Message: text.Msg("inventory.ask.conflict", "name", e.Name, "field", text.Msg("inventory.field."+c.Field)),
		}
		if c.Take = m.ask.ask(q); c.Take == "" {
			e.Question = append(e.Question, q.ID)
		}
	}
}

// decisions asks once about all that a list says otherwise than a decision made
// here: a list is no decision. Our own export, edited, says it on purpose.
func (m *meeting) decisions(t *Table, e *Entry, known *Known) {
	if !known.Decided || e.register != "" {
		return
	}
	says := known.Levels
	var of []*Change
	for i := range e.Changes {
		c := &e.Changes[i]
		a := slices.Index(aspectFields[:], c.Field)
		if a >= 0 {
			says[a] = e.Levels[a]
		}
		if a >= 0 || slices.Contains(asset.ClassFields, asset.Field(c.Field)) {
			of = append(of, c)
		}
	}
	if len(of) == 0 {
		return
	}
	q := Question{
		ID: "conflict:" + e.Asset + ":class", Kind: AskConflict, Sheet: t.Sheet, Field: of[0].Field, Value: e.Name, Rows: 1, Sample: []int{e.Row},
		Suggestion: TakeRegister, Choices: []string{TakeRegister, TakeFile},
		Labels:  []text.Message{text.Msg("inventory.decided.register", "levels", known.Levels.String()), text.Msg("inventory.decided.file", "levels", says.String())},
		Message: text.Msg("inventory.ask.decided", "name", e.Name),
	}
	take := m.ask.ask(q)
	for _, c := range of {
		c.Conflict, c.Take = true, take
	}
	if take == "" {
		e.Question = append(e.Question, q.ID)
	}
}

var moments = []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly}

// parseMoment reads the column that our export writes.
func parseMoment(s string) (time.Time, bool) {
	for _, layout := range moments {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// precision is how exactly a moment has been written.
func precision(s string) time.Duration {
	switch len(s) {
	case len("2006-01-02"):
		return 24 * time.Hour
	case len("2006-01-02 15:04"):
		return time.Minute
	}
	return time.Second
}
