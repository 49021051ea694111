package intake

import "slices"

// flatMerge is the height up to which a merged area is found by its rows; a
// taller one joins rows of data and is met when those are read.
const flatMerge = 4

// mergeAt returns the merged area of few rows that a cell belongs to.
func (s *Sheet) mergeAt(row, column int) (Area, bool) {
	if s.flat == nil {
		s.flat = map[int][]Area{}
		for _, a := range s.Merges {
			for r := a.Row; r <= a.LastRow && r < a.Row+flatMerge; r++ {
				s.flat[r] = append(s.flat[r], a)
			}
		}
	}
	for _, a := range s.flat[row] {
		if column >= a.Column && column <= a.LastColumn {
			return a, true
		}
	}
	return Area{}, false
}

// textAt returns the text of a cell by its row number.
func (s *Sheet) textAt(row, column int) string {
	i, ok := slices.BinarySearchFunc(s.Rows, row, func(r Row, row int) int { return r.Number - row })
	if !ok {
		return ""
	}
	c, _ := s.Rows[i].At(column)
	return c.Text
}

// maxSpans bounds how much is kept of areas that join rows of data.
const maxSpans = 1_000_000

// gatherSpans notes, for each row of data, the areas that began above it.
func (d *draft) gatherSpans() {
	d.spans = map[int][]Area{}
	kept := 0
	for _, a := range d.sheet.Merges {
		if a.LastRow <= a.Row || a.Row <= d.sheet.Rows[d.head.last].Number {
			continue
		}
		from, _ := slices.BinarySearchFunc(d.sheet.Rows, a.Row+1, func(r Row, row int) int { return r.Number - row })
		for i := from; i < d.end && d.sheet.Rows[i].Number <= a.LastRow && kept < maxSpans; i++ {
			d.spans[d.sheet.Rows[i].Number] = append(d.spans[d.sheet.Rows[i].Number], a)
			kept++
		}
	}
}
