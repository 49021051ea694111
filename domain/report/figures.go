package report

import (
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// levelBars counts the levels in each aspect.
func levelBars(l *levels, rows []OverviewRow) Bars {
	steps := append(l.steps(), classify.Unset)
	b := Bars{Title: l.p.T("report.overview.perAspect"), Head: l.p.T("report.column.aspect"), Sum: l.p.T("report.column.sum"), Chart: l.p.T("report.column.chart")}
	for _, level := range steps {
		b.Parts = append(b.Parts, Part{Label: l.full(level), Level: level})
	}
	for _, a := range classify.Aspects {
		bar := Bar{Label: l.p.T("aspect." + a.Key()), Values: make([]int, len(steps))}
		for _, r := range rows {
			bar.Values[stepOf(steps, r.Profile.Of(a))]++
		}
		b.Rows = append(b.Rows, bar)
	}
	return b
}

// stepOf finds where a level is counted: with the lowest step that protects at
// least as well, as the scale itself shows it. The last step is unset.
func stepOf(steps []classify.Level, level classify.Level) int {
	if level == classify.Unset {
		return len(steps) - 1
	}
	for i, s := range steps {
		if s >= level {
			return i
		}
	}
	return len(steps) - 2
}

// boardFigures are the figures of one nämnd or bolag.
type boardFigures struct {
	name, board                             string // the label, and the board's own name
	assets, decided, imported, draft, unset int
	highest                                 []int // assets by their highest level, one for each step
}

func (f *boardFigures) count(r OverviewRow, steps []classify.Level) {
	f.assets++
	switch r.State {
	case classify.Decided:
		f.decided++
	case classify.Imported:
		f.imported++
	case classify.Draft:
		f.draft++
	default:
		f.unset++
	}
	if f.highest == nil {
		f.highest = make([]int, len(steps))
	}
	f.highest[stepOf(steps, r.Profile.Highest())]++
}

// boardTable gives the figures per nämnd, in Swedish order, and their sum.
func boardTable(l *levels, rows []OverviewRow) Table {
	p := l.p
	steps := append(l.steps(), classify.Unset)
	var boards []*boardFigures
	byName := map[string]*boardFigures{}
	total := &boardFigures{name: p.T("report.overview.total")}
	for _, r := range rows {
		f := byName[r.Board]
		if f == nil {
			f = &boardFigures{name: r.Board, board: r.Board}
			if r.Board == "" {
				f.name = p.T("report.overview.noBoard")
			}
			byName[r.Board] = f
			boards = append(boards, f)
		}
		f.count(r, steps)
		total.count(r, steps)
	}
	text.SortBy(boards, func(f *boardFigures) string { return f.board }, false)
	t := Table{Title: p.T("report.overview.perBoard"), RowHeads: true}
	t.Columns = []Column{
		{Header: p.T("report.column.board"), Width: 26},
		{Header: p.T("report.column.assets"), Kind: NumberColumn, Width: 9},
		{Header: p.T("state.decided"), Kind: NumberColumn, Width: 9},
		{Header: p.T("state.imported"), Kind: NumberColumn, Width: 9},
		{Header: p.T("state.draft"), Kind: NumberColumn, Width: 8},
		{Header: p.T("state.none"), Kind: NumberColumn, Width: 9},
		{Header: p.T("report.column.decidedShare"), Kind: NumberColumn, Width: 9},
	}
	for _, level := range l.steps() {
		t.Columns = append(t.Columns, Column{Header: p.T("report.column.highest", "level", l.full(level)), Kind: NumberColumn, Width: 9})
	}
	for _, f := range boards {
		t.Rows = append(t.Rows, boardRow(l, f, Plain))
	}
	if len(boards) > 1 {
		t.Rows = append(t.Rows, boardRow(l, total, Strong))
	}
	return t
}

func boardRow(l *levels, f *boardFigures, tone Tone) Row {
	row := Row{{Text: f.name, Tone: tone}}
	add := func(s string, n float64) { row = append(row, Cell{Text: s, Number: &n, Tone: tone}) }
	for _, n := range []int{f.assets, f.decided, f.imported, f.draft, f.unset} {
		add(l.p.Int(n), float64(n))
	}
	// Rounded down like the text: all is said only when nothing is missing.
	add(l.p.Percent(f.decided, f.assets), float64(f.decided*100/f.assets)/100)
	for _, n := range f.highest[:len(f.highest)-1] {
		add(l.p.Int(n), float64(n))
	}
	return row
}
