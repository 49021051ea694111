package listing

import "infoklass/gui/present"

// recall arranges the list as it was left.
func (l *List[R, Q, D]) recall() {
	l.sort = l.spec.Sort
	if l.spec.Remember {
		l.sort.Column = l.stage.Memory.StringWithFallback(l.spec.Name+".sort", l.sort.Column)
		l.sort.Descending = l.stage.Memory.BoolWithFallback(l.spec.Name+".descending", l.sort.Descending)
	}
}

func (l *List[R, Q, D]) width(column string, otherwise float32) float32 {
	if !l.spec.Remember {
		return otherwise
	}
	return float32(l.stage.Memory.FloatWithFallback(l.spec.Name+".width."+column, float64(otherwise)))
}

func (l *List[R, Q, D]) keepWidth(column string, width float32) {
	if l.spec.Remember {
		l.stage.Memory.SetFloat(l.spec.Name+".width."+column, float64(width))
	}
}

// Sort is how the rows are sorted.
func (l *List[R, Q, D]) Sort() present.Sort { return l.sort }

// SetSort sorts otherwise from the next rows on.
func (l *List[R, Q, D]) SetSort(s present.Sort) {
	l.sort = s
	if l.spec.Remember {
		l.stage.Memory.SetString(l.spec.Name+".sort", s.Column)
		l.stage.Memory.SetBool(l.spec.Name+".descending", s.Descending)
	}
}

func (l *List[R, Q, D]) sortBy(column string, descending bool) {
	s := present.Sort{Column: column, Descending: descending}
	if l.spec.ThirdPress && l.sort == (present.Sort{Column: column, Descending: true}) {
		s = present.Sort{}
	}
	l.SetSort(s)
	l.reload()
}
