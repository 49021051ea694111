package intake

import (
	"slices"
	"strings"
	"unicode"
)

// section is a heading row inside a table.
type section struct {
	path []string // the units that it names, empty when it names none
	rank int
}

// sectionReader knows the section rows of a table and which one governs.
type sectionReader struct {
	at     map[int]section // by place in the sheet's rows
	nested bool            // sections stand inside each other
	open   []section
	units  []string // of the sections that govern the next row
}

// findSections looks for the rows that head those below them: by themselves
// where they cannot be anything else, otherwise all lone rows together, where
// the first of them stands before any asset.
func (d *draft) findSections(typical int) sectionReader {
	r := sectionReader{at: map[int]section{}}
	if typical < 2 {
		return r
	}
	lone, certain, firstAsset := []int{}, 0, -1
	sure := map[int]bool{}
	for i := d.head.last + 1; i < d.end; i++ {
		row := d.sheet.Rows[i]
		switch {
		case !row.Stopped && d.loneText(row) && d.headsRows(i):
			lone = append(lone, i)
			if sure[i] = d.certainSection(i); sure[i] {
				certain++
			}
		case firstAsset < 0 && (row.Stopped || d.covered(row) >= 2 && !d.repeatsHeader(row) && !d.isHint(row)):
			firstAsset = i
		}
	}
	above := d.sectionAbove()
	governed := len(lone) > 0 && (firstAsset < 0 || lone[0] < firstAsset) || above >= 0
	together := governed && typical >= 3 && (len(lone) >= 2 || certain > 0 || above >= 0 && len(lone) >= 1)
	var all []int
	for _, i := range lone {
		if sure[i] || together {
			all = append(all, i)
		}
	}
	if above >= 0 && len(all) > 0 && (firstAsset < 0 || all[0] > firstAsset) {
		all = append([]int{above}, all...)
		d.above[above] = WhatSection
	}
	r.name(d, all)
	if above >= 0 && d.above[above] == WhatSection {
		r.enter(d, above)
	}
	return r
}

// loneText reports whether a row holds one short text and nothing else.
func (d *draft) loneText(r Row) bool {
	if len(r.Cells) != 1 || d.covered(r) > 1 {
		return false
	}
	c := r.Cells[0]
	t := tidy(c.Text)
	return c.Kind == Text && !isNumber(t) && letters(t) <= 80 && letters(t) > 1 && !noteMark(t) && !explainsLevels(r)
}

// certainSection knows a section by itself: it is merged across the table, names
// a unit, stands outside the column of names, or is written in capitals.
func (d *draft) certainSection(i int) bool {
	r := d.sheet.Rows[i]
	cell := r.Cells[0]
	t := tidy(cell.Text)
	if a, ok := d.sheet.mergeAt(r.Number, int(cell.Column)); ok && a.LastColumn > a.Column && a.Row == a.LastRow {
		return true
	}
	named := d.name >= 0 && int(cell.Column) == d.columns[d.name].column
	switch {
	case sectionUnit(t) != nil:
		return true
	case i+1 < d.end && d.repeatsHeader(d.sheet.Rows[i+1]):
		return true
	case named:
		return looksShouted(t)
	}
	return d.firstColumn(int(cell.Column)) && !d.holdsIDs(int(cell.Column))
}

// sectionAbove finds a lone text right above the header, which may be the first
// section; -1 without one.
func (d *draft) sectionAbove() int {
	i := d.head.first - 1
	if i < 0 || d.sheet.Rows[d.head.first].Number-d.sheet.Rows[i].Number > 1 || !d.loneText(d.sheet.Rows[i]) {
		return -1
	}
	if t := tidy(d.sheet.Rows[i].Cells[0].Text); digitsOf(t) != "" && !hierarchical(strings.Fields(t)[0]) || isSentence(t) && sectionUnit(t) == nil {
		return -1
	}
	return i
}

// name reads what the section rows of a table name. They are units when one of
// them is, or when nothing else in the table tells the unit and none is
// numbered or a word for a kind of assets.
func (r *sectionReader) name(d *draft, places []int) {
	units := false
	others := 0
	for _, i := range places {
		t := tidy(d.sheet.Rows[i].Cells[0].Text)
		units = units || sectionUnit(t) != nil
		if startsWithDigit(t) || describesAssets(t) {
			others++
		}
	}
	if !units && (others > 0 || d.has("org_legal_entity", "org_board", "org_department", "org_path") > 0) {
		units = false
	} else if others*2 < len(places) {
		units = true
	}
	last := -2
	for _, i := range places {
		t := tidy(d.sheet.Rows[i].Cells[0].Text)
		s := section{path: sectionUnit(t)}
		if units && s.path == nil && !startsWithDigit(t) {
			s.path = sectionPath(strings.TrimRight(t, ": "))
		}
		if len(s.path) > 0 {
			s.rank = unitRank(s.path[len(s.path)-1])
		}
		if last == i-1 && len(s.path) > 0 {
			r.nested = true
		}
		last = i
		r.at[i] = s
	}
}

func startsWithDigit(s string) bool {
	for _, r := range s {
		return unicode.IsDigit(r)
	}
	return false
}

// describesAssets reports whether a text speaks of kinds of assets and not of a unit.
func describesAssets(s string) bool {
	m := headerMeanings(s, "", false)
	if len(m) == 0 || m[0].score < fairMeaning {
		return false
	}
	switch m[0].field {
	case "name", "asset_kind", "hosting", "criticality", "information_sets", "lifecycle_status", "supplier", "linked_systems":
		return true
	}
	return false
}

// enter steps into the section that stands at a place, out of those of the same
// rank and below; false where none stands there.
func (r *sectionReader) enter(d *draft, i int) bool {
	s, ok := r.at[i]
	if !ok {
		return false
	}
	if len(s.path) == 0 {
		return true
	}
	if !r.nested {
		r.open = nil
	}
	for len(r.open) > 0 && r.open[len(r.open)-1].rank >= s.rank {
		r.open = r.open[:len(r.open)-1]
	}
	r.open = append(slices.Clone(r.open), s)
	r.units = nil
	for _, step := range r.open {
		r.units = append(r.units, step.path...)
	}
	return true
}

// sectionUnit reads the units that a section names for certain, with a label
// before them or not.
func sectionUnit(t string) []string {
	t = strings.TrimRight(t, ": ")
	if u := unitHeading(t); u != "" {
		if path := sectionPath(t); len(path) > 1 && unitLike(path[0]) {
			return path
		}
		return []string{u}
	}
	if unitLike(t) {
		return []string{t}
	}
	return nil
}

// sectionPath parts the units that one section names from the top.
func sectionPath(t string) []string {
	for _, mark := range []string{" – ", " — ", " / ", " > ", " - ", ", "} {
		parts := strings.Split(t, mark)
		if len(parts) == 2 && startsUpper(strings.TrimSpace(parts[1])) && unitLike(parts[0]) {
			return []string{strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1])}
		}
	}
	return []string{t}
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
