package report

import (
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// MatrixRow is one category of the consequence matrix, worded for each level 0–3.
type MatrixRow struct {
	Category string
	Cells    [4]string
}

// MatrixRows are the rows of a consequence matrix in p's language.
func MatrixRows(p *text.Printer, m classify.Matrix) []MatrixRow {
	out := make([]MatrixRow, len(classify.Categories))
	for i, c := range classify.Categories {
		out[i].Category = m.Text(p, c, classify.NameCell)
		for rank := range out[i].Cells {
			out[i].Cells[rank] = m.Text(p, c, rank)
		}
	}
	return out
}

// matrix shows the consequence matrix that was used.
func (b protocol) matrix() []Block {
	return matrixOf(b.levels, b.p.T("report.protocol.matrix"), b.in.Matrix)
}

// matrixOf shows a consequence matrix with the levels of a scale.
func matrixOf(b *levels, title string, rows []MatrixRow) []Block {
	p := b.p
	if rows == nil {
		rows = MatrixRows(p, classify.Matrix{})
	}
	t := Table{Title: title, RowHeads: true, Keep: true,
		Columns: []Column{{Header: p.T("report.column.category"), Width: 14}}}
	for _, level := range b.steps() {
		t.Columns = append(t.Columns, Column{Header: b.full(level), Width: 20})
	}
	for _, r := range rows {
		row := Row{{Text: r.Category}}
		for _, level := range b.steps() {
			rank, _ := level.Rank()
			row = append(row, Cell{Text: r.Cells[rank]})
		}
		t.Rows = append(t.Rows, row)
	}
	return []Block{
		Heading{1, title},
		Paragraph{Text: p.T("report.protocol.matrixHelp"), Tone: Muted},
		t,
	}
}
