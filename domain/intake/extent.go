package intake

import "strings"

// blankRun is how many blank rows end a table for good. Fewer may part its sections.
const blankRun = 8

// tableEnd returns the place after the last row that can belong to a table: it
// is cut at a long run of blank rows, and where what follows a gap is no longer
// rows of the table but an explanation of it.
func tableEnd(s *Sheet, h *header) int {
	end := len(s.Rows)
	for i := h.last + 1; i < len(s.Rows); i++ {
		gap := s.Rows[i].Number - s.Rows[i-1].Number - 1
		if gap >= blankRun {
			if !resembles(s, h, i) {
				return i
			}
			continue
		}
		if i > h.last+1 && (gap >= 1 || len(s.Rows[i-1].Cells) == 1) && h.anotherHeads(s.Rows[i]) {
			return h.beforeTitle(s, i)
		}
		if gap >= 1 && legendTitles[fold(firstText(s.Rows[i]))] && len(s.Rows[i].Cells) <= 2 {
			return i
		}
	}
	end = beforeFooter(s, h, end)
	for end > h.last+1 && isFooter(s, h, end-1) {
		end--
	}
	return end
}

// footerSearch is how many rows from the end are looked at for a footer.
const footerSearch = 60

// beforeFooter cuts off what stands below a table after a blank row and is no
// more rows of it: remarks, a legend, a total, one cell or two to a row.
func beforeFooter(s *Sheet, h *header, end int) int {
	if len(h.cells) < 3 {
		return end
	}
	cut := end
	for i := end - 1; i > h.last+1 && i > end-footerSearch; i-- {
		r := s.Rows[i]
		if r.Stopped || !thin(h, r) {
			break
		}
		if r.Number-s.Rows[i-1].Number > 1 {
			cut = i
		}
	}
	return cut
}

// thin reports whether a row holds too little for an asset of a table: one cell,
// or a level and what it means, or a sum.
func thin(h *header, r Row) bool {
	switch n := h.filled(r); {
	case n <= 1:
		return true
	case n > 3 || len(r.Cells) > 3:
		return false
	case n == 2 && explainsLevels(r):
		return true
	case sumWord(fold(firstText(r))):
		return true
	default:
		numbers := 0
		for _, c := range r.Cells {
			if isNumber(tidy(c.Text)) {
				numbers++
			}
		}
		return n == 2 && numbers == 1 && len(h.cells) >= 5
	}
}

// beforeTitle steps back over the title, after a gap, of the table whose
// header stands at i.
func (h *header) beforeTitle(s *Sheet, i int) int {
	for j := i - 1; j > h.last && len(s.Rows[j].Cells) == 1 && i-j <= 3; j-- {
		if s.Rows[j].Number-s.Rows[j-1].Number > 1 {
			return j
		}
	}
	return i
}

// anotherHeads reports whether a row is the header of another table: most of its
// cells are known headers, and not those of this one.
func (h *header) anotherHeads(r Row) bool {
	known, texts, same := 0, 0, 0
	for i, c := range r.Cells {
		if i > 60 || c.Kind != Text || len(c.Text) > longestHeader/4 {
			return false
		}
		texts++
		if _, how := words().find(c.Text, ""); how <= spelledInPart {
			known++
		}
		for _, own := range h.cells {
			if own.column == int(c.Column) && strings.EqualFold(tidy(own.text), tidy(c.Text)) {
				same++
			}
		}
	}
	return texts >= 2 && known >= 2 && known*10 >= texts*6 && same*2 < texts
}

// dropLegend leaves out a legend that stands beside the table: a few columns
// after an empty one, whose rows pair levels with their meaning.
func (h *header) dropLegend(s *Sheet) {
	for i := len(h.cells) - 1; i > 0; i-- {
		if h.cells[i].column == h.cells[i-1].column+1 {
			continue
		}
		if len(h.cells)-i <= 3 && h.explains(s, h.cells[i].column) {
			h.cells = h.cells[:i]
		}
	}
}

// explains reports whether a column and the next one hold levels and meanings.
func (h *header) explains(s *Sheet, column int) bool {
	pairs, rows := 0, 0
	for i := h.last + 1; i < min(len(s.Rows), h.last+30); i++ {
		a, ok := s.Rows[i].At(column)
		if !ok {
			continue
		}
		rows++
		b, _ := s.Rows[i].At(column + 1)
		if _, ok := readPair(a.Text, b.Text); ok {
			pairs++
		} else if n := readLevel(a).notation; n == levelWord || n == levelVague || n == levelBoth {
			pairs++
		}
	}
	return pairs >= 2 && pairs == rows && rows <= 8
}

// resembles reports whether rows after a long gap go on with the same table:
// two of the next rows fill several of its columns.
func resembles(s *Sheet, h *header, from int) bool {
	wide := 0
	for i := from; i < min(len(s.Rows), from+4); i++ {
		if h.filled(s.Rows[i])*2 >= max(4, len(h.cells)) {
			wide++
		}
	}
	return wide >= 2
}

// filled counts the cells of a row that stand under the header.
func (h *header) filled(r Row) int {
	n := 0
	for _, c := range r.Cells {
		if h.covers(int(c.Column)) {
			n++
		}
	}
	return n
}

// isFooter reports whether a last row is a note below the table: one long text,
// or texts after a gap where a row of the table would hold more.
func isFooter(s *Sheet, h *header, i int) bool {
	r := s.Rows[i]
	if r.Stopped {
		return false
	}
	n := h.filled(r)
	if n == 0 {
		return true
	}
	if len(h.cells) < 3 || n > 1 {
		return false
	}
	t := firstText(r)
	if i > 0 && r.Number-s.Rows[i-1].Number > 1 && i > h.last+1 {
		return true
	}
	return letters(t) > 60 || strings.HasPrefix(t, "*") || legendTitles[fold(t)]
}

func firstText(r Row) string {
	if len(r.Cells) == 0 {
		return ""
	}
	return tidy(r.Cells[0].Text)
}
