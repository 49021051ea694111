package page

import (
	"strings"

	"infoklass/domain/report"
)

// Sizes of the text in tables, in points.
const (
	tableSize = 9.0
	wideSize  = 8.0 // on paper that lies down, where tables have many columns
)

func (f *flow) tableSize() float64 {
	if f.doc.Orientation == report.Landscape {
		return wideSize
	}
	return tableSize
}

// table sets a report's table.
func (f *flow) table(t report.Table) error {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return nil
	}
	return f.setGrid(f.tableGrid(t))
}

func (f *flow) tableGrid(t report.Table) *grid {
	g := &grid{title: t.Title, size: f.tableSize(), rowHeads: t.RowHeads, rows: len(t.Rows), counted: true, keepAll: t.Keep}
	for _, c := range t.Columns {
		col := gridColumn{weight: c.Width}
		if col.weight <= 0 {
			col.weight = 1
		}
		col.right = c.Kind == report.NumberColumn
		col.centre = c.Kind == report.LevelColumn
		g.cols = append(g.cols, col)
		g.head = append(g.head, content{text: c.Header})
	}
	cells := make([]content, len(t.Columns))
	g.row = func(i int) []content {
		for j := range cells {
			cells[j] = content{}
			if j < len(t.Rows[i]) {
				c := t.Rows[i][j]
				cells[j] = content{text: c.Text, tone: c.Tone, badge: c.Badge, tick: c.Tick, room: c.Room}
			}
		}
		return cells
	}
	return g
}

// facts sets labels and what they say: under each other, or in one line.
func (f *flow) facts(facts []report.Fact, inLine bool) error {
	if len(facts) == 0 {
		return nil
	}
	if inLine {
		parts := make([]string, len(facts))
		for i, fact := range facts {
			parts[i] = fact.Label + ": " + fact.Value
		}
		return f.prose("P", strings.Join(parts, " · "), style{font: Regular, size: 9, col: muted, after: 6})
	}
	return f.setGrid(factGrid(facts))
}

func factGrid(facts []report.Fact) *grid {
	return &grid{
		size: 10, rowHeads: true, lean: true, rows: len(facts),
		cols: []gridColumn{{weight: 30}, {weight: 70}},
		row: func(i int) []content {
			return []content{{text: facts[i].Label}, {text: facts[i].Value}}
		},
	}
}
