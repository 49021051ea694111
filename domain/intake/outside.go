package intake

import (
	"slices"
	"strings"

	"infoklass/domain/text"
)

// What says what a row that is no asset was taken for, as the terminal prints it.
type What string

// What rows outside the register are.
const (
	WhatTitle   What = "title"   // above a header
	WhatHeader  What = "header"  // the header again
	WhatSection What = "section" // heads the rows below it
	WhatTotal   What = "total"
	WhatLegend  What = "legend"
	WhatNote    What = "note"
	WhatEmpty   What = "empty"  // numbered and never filled in
	WhatBeside  What = "beside" // cells beside the table, in rows that it does not use
	WhatSheet   What = "sheet"  // stands on a sheet that is left out
	WhatOther   What = "other"  // not read
)

// Outside tells about rows that no asset comes from, so that nothing vanishes.
// Rows of one kind that follow each other are told about together; Texts are
// what stands in them, one for each, as far as they are kept.
type Outside struct {
	Sheet string
	Rows  []int
	What  What
	Why   text.Message
	Texts []string
}

// keptTexts bounds how many texts are kept of one run of rows, longestText how
// many letters of one row.
const (
	keptTexts   = 200
	longestText = 160
)

// outsider gathers the rows outside the tables of a book.
type outsider struct{ all []Outside }

func (o *outsider) add(s *Sheet, r Row, what What, why text.Message) {
	if n := len(o.all); n == 0 || o.all[n-1].Sheet != s.Name || o.all[n-1].What != what || o.all[n-1].Why.Key != why.Key {
		o.all = append(o.all, Outside{Sheet: s.Name, What: what, Why: why})
	}
	last := &o.all[len(o.all)-1]
	last.Rows = append(last.Rows, r.Number)
	if len(last.Texts) < keptTexts {
		last.Texts = append(last.Texts, rowText(r))
	}
}

// rowText writes what stands in a row, in one line; nothing of a row that
// speaks of security protection.
func rowText(r Row) string {
	var b strings.Builder
	for _, c := range r.Cells {
		if protected(c.Text, "") {
			return ""
		}
		if b.Len() < longestText {
			if b.Len() > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(tidy(c.Text))
		}
	}
	if s := []rune(b.String()); len(s) > longestText {
		return string(s[:longestText]) + "…"
	}
	return b.String()
}

// outsideReasons say why a row of each kind is no asset.
var outsideReasons = map[What]text.Message{
	WhatTitle: text.Msg("inventory.outside.title"), WhatHeader: text.Msg("inventory.outside.header"), WhatSection: text.Msg("inventory.outside.section"),
	WhatTotal: text.Msg("inventory.outside.total"), WhatLegend: text.Msg("inventory.outside.legend"), WhatNote: text.Msg("inventory.outside.note"),
	WhatEmpty: text.Msg("inventory.outside.empty"), WhatBeside: text.Msg("inventory.outside.beside"), WhatOther: text.Msg("inventory.outside.other"),
}

// outside tells about every row of the book that is neither an asset's nor a header.
func (u *understanding) outside() []Outside {
	o := &outsider{}
	for i := range u.book.Sheets {
		s := &u.book.Sheets[i]
		var tables []*tableDraft
		for _, t := range u.tables {
			if t.sheet == s {
				tables = append(tables, t)
			}
		}
		if len(tables) == 0 {
			u.outsideSheet(o, s)
			continue
		}
		for place := range s.Rows {
			if len(s.Rows[place].Cells) == 0 {
				continue // stopped: its table names it
			}
			if what, ok := whatAt(s, tables, place); ok {
				o.add(s, s.Rows[place], what, outsideReasons[what])
			}
		}
	}
	return o.all
}

func (u *understanding) outsideSheet(o *outsider, s *Sheet) {
	why := text.Msg("inventory.skip.no-table")
	for _, skip := range u.skipped {
		if skip.Sheet == s.Name {
			why = skip.Reason
		}
	}
	for _, r := range s.Rows {
		if len(r.Cells) > 0 {
			o.add(s, r, WhatSheet, why)
		}
	}
}

// whatAt says what a row is that no table has read as an asset; false for a
// header and for a row that a table shows.
func whatAt(s *Sheet, tables []*tableDraft, place int) (What, bool) {
	for i, t := range tables {
		switch {
		case place < t.head.first:
			if i == 0 || place >= tables[i-1].end {
				if what, ok := t.above[place]; ok {
					return what, true
				}
				return whatAbove(s.Rows[place]), true
			}
		case place <= t.head.last:
			return "", false
		}
		if what, ok := t.outside[place]; ok {
			return what, true
		}
		if _, shown := slices.BinarySearchFunc(t.rows, place, func(r draftRow, place int) int { return r.place - place }); shown {
			return "", false
		}
	}
	return whatBelow(s.Rows[place]), true
}

// whatAbove says what a row above a header is.
func whatAbove(r Row) What {
	if explainsLevels(r) {
		return WhatLegend
	}
	return WhatTitle
}

// whatBelow says what a row below the rows of a table is.
func whatBelow(r Row) What {
	switch f := fold(firstText(r)); {
	case explainsLevels(r), legendTitles[f]:
		return WhatLegend
	case sumWord(f) && len(r.Cells) <= 3:
		return WhatTotal
	case len(r.Cells) <= 2:
		return WhatNote
	}
	return WhatOther
}

// explainsLevels reports whether a row says what levels mean.
func explainsLevels(r Row) bool {
	if len(r.Cells) >= 2 {
		if _, ok := readPair(r.Cells[0].Text, r.Cells[1].Text); ok {
			return true
		}
	}
	l := newLegend()
	for _, c := range r.Cells[:min(len(r.Cells), 4)] {
		l.readText(c.Text)
		if left, right, ok := cutPair(c.Text); ok {
			if _, isPair := readPair(left, right); isPair {
				return true
			}
			if _, isPair := readPair(lastField(left), right); isPair {
				return true
			}
		}
	}
	return len(l.digits)+len(l.words)+len(l.scales) > 0
}
