package intake

import "slices"

// sortBy sorts with a less function.
func sortBy[T any](items []T, less func(a, b T) bool) {
	slices.SortStableFunc(items, func(a, b T) int {
		switch {
		case less(a, b):
			return -1
		case less(b, a):
			return 1
		}
		return 0
	})
}
