package page

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/report"
)

// segment is one part of a bar.
type segment struct {
	share float64 // of the longest bar
	level classify.Level
	mark  string // written inside where there is room
}

// bars sets a chart as a table: the figures as text, which can be copied and read
// aloud, and bars that show the same.
func (f *flow) bars(b report.Bars) error {
	if len(b.Rows) == 0 {
		return nil
	}
	return f.setGrid(f.barGrid(b))
}

func (f *flow) barGrid(b report.Bars) *grid {
	longest := 1
	for _, r := range b.Rows {
		longest = max(longest, r.Sum())
	}
	g := &grid{title: b.Title, size: f.tableSize(), rowHeads: true, rows: len(b.Rows), keepAll: true}
	add := func(weight float64, right bool, head string) {
		g.cols = append(g.cols, gridColumn{weight: weight, right: right})
		g.head = append(g.head, content{text: head})
	}
	add(16, false, b.Head)
	for _, part := range b.Parts {
		add(9, true, part.Label)
	}
	add(8, true, b.Sum)
	add(40, false, b.Chart)
	g.row = func(i int) []content {
		r := b.Rows[i]
		cells := []content{{text: r.Label}}
		var bar []segment
		for j, n := range r.Values {
			cells = append(cells, content{text: f.p.Int(n)})
			if n > 0 {
				mark, _, _ := strings.Cut(b.Parts[j].Label, " ")
				if b.Parts[j].Level == classify.Unset {
					mark = "–"
				}
				bar = append(bar, segment{share: float64(n) / float64(longest), level: b.Parts[j].Level, mark: mark})
			}
		}
		return append(cells, content{text: f.p.Int(r.Sum())}, content{bar: bar})
	}
	return g
}

// bar draws the parts side by side.
func (f *flow) bar(parts []segment, x, y, width, height float64) {
	for _, s := range parts {
		w := s.share * width
		look := looks[s.level]
		if look.fill != nil {
			f.fill(x, y, w, height, *look.fill)
		}
		f.frame(x, y, w, height, 0.5, look.stroke)
		if tw := f.fonts[Bold].width(s.mark, 7); tw+3 < w {
			f.text(Bold, 7, look.ink, x+(w-tw)/2, y+height/2+2.5, s.mark)
		}
		x += w
	}
}
