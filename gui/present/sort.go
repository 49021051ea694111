package present

import (
	"slices"

	"infoklass/domain/text"
)

// Sort says by which column rows are sorted; without a column they keep their own order.
type Sort struct {
	Column     string
	Descending bool
}

// By is what a column sorts rows by: their texts in Swedish order, or a comparison.
type By[R any] struct {
	Text    func(R) string
	Compare func(a, b R) int
	// Empty reports that a row has nothing in the column: it comes last whichever the direction. Text needs none.
	Empty func(R) bool
}

// SortRows sorts rows stably by one of the columns; by none where the column is unknown.
func SortRows[R any](rows []R, s Sort, columns map[string]By[R]) {
	switch by := columns[s.Column]; {
	case by.Text != nil:
		text.SortBy(rows, by.Text, s.Descending)
	case by.Compare != nil:
		slices.SortStableFunc(rows, by.compare(s.Descending))
	}
}

func (by By[R]) compare(descending bool) func(a, b R) int {
	return func(a, b R) int {
		if by.Empty != nil {
			switch nothing, nor := by.Empty(a), by.Empty(b); {
			case nothing && nor:
				return 0
			case nothing:
				return 1
			case nor:
				return -1
			}
		}
		if descending {
			a, b = b, a
		}
		return by.Compare(a, b)
	}
}
