package intake

import (
	"slices"
	"strings"
	"unicode"
)

// headerSearch is how many rows that hold something are looked at for a
// header, and headerWidth how many columns of them.
const (
	headerSearch = 80
	headerWidth  = 600
)

// headerCell is what stands over one column.
type headerCell struct {
	column        int
	text, group   string
	field         string
	how           likeness
	levelOfColumn int       // 0–4 for a column that stands for one level, otherwise -1
	meanings      []meaning // of a header that no spelling explains, the likeliest first
}

// header is a candidate for the header of a table.
type header struct {
	first, last int // places in the sheet's rows
	cells       []headerCell
	score       float64
}

// findHeader looks for the rows that head the best table from row place from
// on. It scores what is known of each candidate: how many cells are spelt like
// headers, how few look like data, and whether rows of data follow.
func findHeader(s *Sheet, from int) (header, bool) {
	known := speller{}
	best, ok := bestWithin(s, from, min(len(s.Rows), from+headerSearch), known)
	if !ok {
		return header{}, false
	}
	best = earliest(s, from, best, known)
	best.takeGroups(s)
	best.name()
	return best, true
}

// earliest steps back from a header that is written again further down to where
// it stands first, and from one below rows of data to one above them.
func earliest(s *Sheet, from int, best header, known speller) header {
	for first := from; first < best.first; first++ {
		h := readHeader(s, first, first, known)
		if len(h.cells) < 2 || !best.resembles(&h) {
			continue
		}
		for last := first + 1; last < min(first+3, best.first) && s.Rows[last].Number-s.Rows[first].Number == last-first; last++ {
			if longer := readHeader(s, first, last, known); longer.score > h.score+0.01 {
				h = longer
			}
		}
		return h
	}
	if wide := dataAbove(s, from, &best); wide > 0 {
		if h, ok := bestWithin(s, from, best.first, known); ok && h.score > 0 && len(h.cells)*10 >= len(best.cells)*6 {
			return h
		}
	}
	return best
}

// resembles reports whether another row says the same as this header, cell by
// cell, in whole or in part.
func (h *header) resembles(other *header) bool {
	same := 0
	for _, c := range h.cells {
		for _, o := range other.cells {
			a, b := compact(c.text), compact(o.text)
			if o.column == c.column && (a == b || letters(a) > 3 && letters(b) > 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.HasSuffix(a, b) || strings.HasSuffix(b, a))) {
				same++
			}
		}
	}
	return same >= 2 && same*10 >= min(len(h.cells), len(other.cells))*6
}

// dataAbove counts the rows above a header that look like rows of its table.
func dataAbove(s *Sheet, from int, h *header) int {
	n := 0
	for i := from; i < h.first; i++ {
		typed := 0
		for _, c := range s.Rows[i].Cells {
			if h.covers(int(c.Column)) && valueKind(c) == typedValue {
				typed++
			}
		}
		if h.filled(s.Rows[i])*10 >= len(h.cells)*5 && len(s.Rows[i].Cells) >= 3 && typed > 0 {
			n++
		}
	}
	return n
}

// bestWithin finds the best header among rows from up to end.
func bestWithin(s *Sheet, from, end int, known speller) (header, bool) {
	best := header{score: -1}
	for first := from; first < end; first++ {
		for last := first; last < min(first+3, end) && s.Rows[last].Number-s.Rows[first].Number == last-first; last++ {
			if h := readHeader(s, first, last, known); h.score > best.score+0.01 {
				best = h
			}
		}
	}
	return best, best.score >= 0
}

// fixedHeader reads the header whose last row the user has pointed out.
func fixedHeader(s *Sheet, row int) (header, bool) {
	for last := range s.Rows {
		if s.Rows[last].Number == row {
			known := speller{}
			best := readHeader(s, last, last, known)
			for first := last - 1; first >= max(0, last-2) && s.Rows[last].Number-s.Rows[first].Number == last-first; first-- {
				if h := readHeader(s, first, last, known); h.score > best.score+1 {
					best = h
				}
			}
			best.takeGroups(s)
			best.name()
			return best, true
		}
	}
	return header{}, false
}

// speller remembers what headers mean, for the same cells are looked at in
// several candidates.
type speller map[[2]string]spelt

type spelt struct {
	field   string
	how     likeness
	meaning float64 // how sure a meaning the parts of an unknown header have
}

func (sp speller) find(text, group string) spelt {
	key := [2]string{text, group}
	found, ok := sp[key]
	if !ok {
		found.field, found.how = words().find(text, group)
		if found.how == spelledUnknown && len(text) < 120 {
			if m := headerMeanings(text, group, false); len(m) > 0 {
				found.meaning = m[0].score
			}
		}
		sp[key] = found
	}
	return found
}

// readHeader reads rows first to last as one header and scores it.
func readHeader(s *Sheet, first, last int, known speller) header {
	h := header{first: first, last: last}
	texts := map[int]headerCell{}
	for i := first; i <= last; i++ {
		for _, c := range s.Rows[i].Cells {
			if int(c.Column) > headerWidth {
				break
			}
			t := texts[int(c.Column)]
			if t.text != "" {
				t.group = t.text
			}
			t.text, t.column = c.Text, int(c.Column)
			if c.Kind == Number || c.Kind == Date {
				t.levelOfColumn = -2 // no header is a number, unless a level
			}
			texts[int(c.Column)] = t
		}
	}
	for column := range texts {
		t := texts[column]
		if t.group == "" {
			t.group = groupOver(s, first, last, column)
		}
		h.cells = append(h.cells, t)
	}
	slices.SortFunc(h.cells, func(a, b headerCell) int { return a.column - b.column })
	h.score = h.rate(s, known)
	return h
}

// groupOver returns the text that spans a column from a row above the last
// one: through a merged area, or by standing to the left with nothing between.
func groupOver(s *Sheet, first, last, column int) string {
	number := s.Rows[last].Number
	if _, ok := s.Rows[last].At(column); !ok {
		return ""
	}
	for i := last - 1; i >= first; i-- {
		if _, ok := s.Rows[i].At(column); ok {
			return ""
		}
		if a, ok := s.mergeAt(s.Rows[i].Number, column); ok {
			if a.LastRow < number && a.LastColumn > a.Column {
				return s.textAt(a.Row, a.Column)
			}
			continue
		}
		if len(s.Merges) > 0 {
			continue // where groups are merged, a lone text spans nothing
		}
		left, ok := leftOf(s.Rows[i], column)
		if !ok {
			continue
		}
		if _, under := s.Rows[last].At(int(left.Column)); under && contiguous(s.Rows[last], int(left.Column), column) {
			return left.Text
		}
	}
	return ""
}

func leftOf(r Row, column int) (Cell, bool) {
	var found Cell
	for _, c := range r.Cells {
		if int(c.Column) < column {
			found = c
		}
	}
	return found, found.Text != ""
}

func contiguous(r Row, from, to int) bool {
	for c := from; c <= to; c++ {
		if _, ok := r.At(c); !ok {
			return false
		}
	}
	return true
}

// rate scores a header: three for a known cell, less for a doubtful one or one
// that only its parts explain, and minus for what no header holds.
func (h *header) rate(s *Sheet, spelt speller) float64 {
	if len(h.cells) == 0 {
		return -1
	}
	score := -0.5*float64(h.last-h.first) + h.contrast(s)
	single, known := 0, 0
	seen := map[string]int{}
	for _, c := range h.cells {
		found := spelt.find(c.text, c.group)
		field, how := found.field, found.how
		_, _, stands := levelColumn(c.text, c.group)
		switch {
		case stands:
			score += 1.5
		case c.levelOfColumn == -2 && how == spelledUnknown:
			score--
		case how == spelledUnknown && found.meaning >= fairMeaning && valueKind(Cell{Text: c.text}) != typedValue:
			known++
			score += 0.5 + min(found.meaning, 1.2)
		case how == spelledUnknown:
			score += plausible(c.text)
		case isAspect(field) && letters(compact(c.text)) == 1 && how == spelledExactly:
			single++
		default:
			known++
			seen[field]++
			if seen[field] > 2 {
				score += 0.3
			} else if how <= spelledUnderGroup {
				score += 3
			} else {
				score += 2
			}
		}
	}
	if single >= 3 || single > 0 && known >= 2 {
		score += 3 * float64(min(single, 4))
	}
	if known == 0 && single < 3 && len(h.cells) < 4 {
		return -1
	}
	if len(h.cells) == 1 && known == 1 {
		score -= 2
	}
	return score * h.support(s)
}

// contrastWidth is how many columns of a candidate are held against the cells
// below them, contrastDepth how many rows.
const (
	contrastWidth = 40
	contrastDepth = 10
)

// contrast holds a candidate against the rows below it: a header differs from
// its column in kind and is not repeated in it, a row of data is like the others.
func (h *header) contrast(s *Sheet) float64 {
	score, again, values := 0.0, 0.0, 0
	for _, c := range h.cells[:min(len(h.cells), contrastWidth)] {
		own := valueKind(Cell{Text: c.text, Kind: kindOfHeader(c)})
		if _, _, stands := levelColumn(c.text, c.group); stands {
			own = letterValue
		}
		typed, filled, same := 0, 0, 0
		for i := h.last + 1; i < min(len(s.Rows), h.last+1+contrastDepth); i++ {
			below, ok := s.Rows[i].At(c.column)
			if !ok {
				continue
			}
			filled++
			if k := valueKind(below); k != plainValue {
				typed++
			}
			if strings.EqualFold(tidy(below.Text), tidy(c.text)) {
				same++
			}
		}
		switch {
		case own != plainValue && own != letterValue:
			values++
			score--
		case filled >= 2 && typed*10 >= filled*6 && own == plainValue:
			score += 0.5
		}
		if same > 0 {
			again -= 0.8
		}
	}
	if values >= 2 && values*10 >= len(h.cells)*4 {
		score -= 2 * float64(values) // a row of values heads nothing
	}
	if -again < 0.6*0.8*float64(len(h.cells)) { // a header that stands again does so as a whole
		score += again
	}
	return score
}

func kindOfHeader(c headerCell) Kind {
	if c.levelOfColumn == -2 {
		return Number
	}
	return Text
}

// The kinds of values that tell a row of data from a header.
const (
	plainValue  = iota
	letterValue // a letter that may be an aspect
	typedValue  // a number, day, level, answer or address
)

func valueKind(c Cell) int {
	s := tidy(c.Text)
	switch {
	case c.Kind == Date, c.Kind == Number, isNumber(s), strings.Contains(s, "@"):
		return typedValue
	case letters(s) == 1:
		return letterValue
	case len(s) > 40:
		return plainValue
	}
	lower := strings.ToLower(s)
	if _, answer := yesNo[lower]; answer || dots(s) || marks[lower] || levelWords[lower] != 0 || vague[lower] != nil && lower != "konfidentiell" || whenLike(s) || phoneLike(s) {
		return typedValue
	}
	switch readLevel(c).notation {
	case levelDigit, levelBoth, levelRange, levelDate:
		return typedValue
	}
	if p := readProfile(s); p.ok && (p.lettered || p.blank) {
		return typedValue
	}
	return plainValue
}

// support tells from 0 to 1 whether rows of data follow a header.
func (h *header) support(s *Sheet) float64 {
	rows, wide := 0, 0
	for i := h.last + 1; i < min(len(s.Rows), h.last+12); i++ {
		rows++
		n := 0
		for _, c := range s.Rows[i].Cells {
			if h.covers(int(c.Column)) {
				n++
			}
		}
		if n >= 2 || n == 1 && len(h.cells) == 1 {
			wide++
		}
	}
	switch {
	case rows == 0:
		return 0.1
	case wide == 0:
		return 0.3
	}
	return 1
}

func (h *header) covers(column int) bool {
	_, ok := slices.BinarySearchFunc(h.cells, column, func(c headerCell, column int) int { return c.column - column })
	return ok
}

// plausible scores a text that is no known header.
func plausible(s string) float64 {
	n := letters(s)
	switch {
	case !strings.ContainsFunc(s, unicode.IsLetter):
		return -0.5
	case n <= 40:
		return 0.3
	case strings.Contains(s, "?"), strings.Contains(s, "\n"):
		return 0.2
	case n > 120:
		return -1
	}
	return 0
}

// takeGroups adds the row above the header when it groups columns: its cells
// stand over some of them and it is no title.
func (h *header) takeGroups(s *Sheet) {
	if h.first == 0 {
		return
	}
	above := s.Rows[h.first-1]
	if s.Rows[h.first].Number-above.Number != 1 || len(above.Cells) == 0 {
		return
	}
	table := h.cells
	groups := 0
	for _, c := range above.Cells {
		column := int(c.Column)
		if letters(c.Text) > 60 || !h.covers(column) {
			return
		}
		if a, ok := s.mergeAt(above.Number, column); ok && (a.LastColumn-a.Column+1)*5 > len(table)*4 {
			return
		}
		if column > table[0].column {
			groups++
		}
	}
	if groups == 0 {
		return
	}
	first := h.first
	for i := range h.cells {
		if h.cells[i].group == "" {
			if c, ok := above.At(h.cells[i].column); ok {
				h.cells[i].group = c.Text
			} else {
				h.cells[i].group = groupOver(s, first-1, h.last, h.cells[i].column)
			}
		}
	}
	h.first--
}

// name says what each cell of the header means by its spelling alone.
func (h *header) name() {
	for i := range h.cells {
		c := &h.cells[i]
		c.levelOfColumn = -1
		c.field, c.how = words().findNearly(c.text, c.group)
		if c.how == spelledUnknown || c.how > spelledUnderGroup {
			c.meanings = headerMeanings(c.text, c.group, true)
		}
		if c.field == "" && len(c.meanings) > 0 && c.meanings[0].field == fieldProtection && c.meanings[0].score >= fairMeaning {
			c.field, c.how = fieldProtection, spelledByMeaning // rows must be stopped before anything else is read
		}
	}
	h.nameLevelColumns()
}

// nameLevelColumns knows columns that stand for one level each: K1 K2 K3, or
// 0 1 2 3 under Konfidentialitet. Two of one aspect must stand together.
func (h *header) nameLevelColumns() {
	type found struct{ cell, aspect, level int }
	var all []found
	count := [4]int{}
	for i, c := range h.cells {
		aspect, level, ok := levelColumn(c.text, c.group)
		if ok {
			all = append(all, found{i, aspect, level})
			count[aspect]++
		}
	}
	for _, f := range all {
		if count[f.aspect] >= 2 {
			c := &h.cells[f.cell]
			c.field, c.how, c.levelOfColumn = aspectFields[f.aspect], spelledUnderGroup, f.level
		}
	}
}

func levelColumn(text, group string) (aspect, level int, ok bool) {
	r := []rune(strings.ReplaceAll(tidy(text), " ", ""))
	if len(r) == 2 && r[1] >= '0' && r[1] <= '4' {
		if a, ok := aspectOfLetter(r[0], false); ok {
			return int(a), int(r[1] - '0'), true
		}
	}
	if d, isDigit := wholeDigit(text); isDigit && group != "" {
		if a, ok := aspectOfHeader(group); ok {
			return int(a), d, true
		}
	}
	return 0, 0, false
}
