package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/report"
)

// about writes the last sheet: what the document is, and what it says outside its tables.
func (r *reportBook) about() error {
	name, err := r.sheet(r.p.T("report.sheet.about"), false)
	if err != nil {
		return err
	}
	out, err := r.stream(name, []float64{32, 90})
	if err != nil {
		return err
	}
	page := &aboutSheet{out: out, look: r.look}
	page.line(r.look.title, r.doc.Title)
	page.line(r.look.text[0], r.doc.Subtitle)
	page.fact(report.Fact{Label: r.p.T("report.meta.municipality"), Value: r.doc.Meta.Municipality})
	for _, f := range r.doc.Facts() {
		page.fact(f)
	}
	page.line(r.look.plain, r.doc.Legend)
	for _, b := range r.doc.Blocks {
		page.block(b)
	}
	if page.err != nil {
		return page.err
	}
	return out.Flush()
}

// aboutSheet writes line after line and remembers the first error.
type aboutSheet struct {
	out  *excelize.StreamWriter
	look reportStyles
	row  int
	err  error
}

func (a *aboutSheet) put(values ...any) {
	if a.err != nil {
		return
	}
	a.row++
	a.err = a.out.SetRow("A"+strconv.Itoa(a.row), values)
}

func (a *aboutSheet) line(style int, s string) {
	if s != "" {
		a.put(excelize.Cell{StyleID: style, Value: s})
	}
}

func (a *aboutSheet) fact(f report.Fact) {
	if f.Value != "" {
		a.put(excelize.Cell{StyleID: a.look.text[1], Value: f.Label}, excelize.Cell{StyleID: a.look.wrapped, Value: f.Value})
	}
}

func (a *aboutSheet) block(b report.Block) {
	switch b := b.(type) {
	case report.Heading:
		a.row++
		a.line(a.look.text[1], b.Text)
	case report.Paragraph:
		a.line(a.look.plain, b.Text)
	case report.Notice:
		a.line(a.look.text[1], b.Text)
	case report.KeyValues:
		for _, f := range b.Facts {
			a.fact(f)
		}
	case report.List:
		for _, item := range b.Items {
			a.put(nil, excelize.Cell{StyleID: a.look.wrapped, Value: joined("\n", item.Text, item.Detail)})
		}
	case report.Signatures:
		for _, s := range b.Lines {
			a.fact(report.Fact{Label: s.RoleLabel, Value: s.Role})
			a.fact(report.Fact{Label: s.DateLabel, Value: s.Date})
		}
	}
}
