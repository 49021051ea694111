// Package reporttest is what every writer of documents is tested with.
package reporttest

import (
	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
)

// Everything is a document with every kind of block and every field of each
// stated. Each text is one word that stands nowhere else.
func Everything() report.Document {
	return report.Document{
		Title: "docTitle", Subtitle: "docSubtitle", Legend: "docLegend", Orientation: report.Landscape, Lang: text.Swedish,
		Meta: report.Meta{
			Municipality: "metaMunicipality", Object: "metaObject", Date: "2026-11-23", Version: "metaVersion", Dnr: "metaDnr",
			Responsible: "metaResponsible", Status: report.Draft, Marking: "metaMarking",
		},
		Blocks: report.Blocks{
			report.Heading{Level: 1, Text: "headOne"}, report.Heading{Level: 2, Text: "headTwo"},
			report.Paragraph{Text: "prosePlain"}, report.Paragraph{Text: "proseStrong", Tone: report.Strong}, report.Paragraph{Text: "proseMuted", Tone: report.Muted},
			report.Notice{Text: "noticeText"},
			report.KeyValues{Facts: []report.Fact{{Label: "factLabel", Value: "factValue"}}},
			report.List{Items: []report.Item{{Text: "pointText", Detail: "pointDetail"}}},
			report.Signatures{Lines: []report.SignatureLine{{Role: "signRole", Date: "2026-11-24", RoleLabel: "signRoleLabel", DateLabel: "signDateLabel", SignLabel: "signHere"}}},
			bars(), table(),
		},
	}
}

func bars() report.Bars {
	return report.Bars{
		Title: "barsTitle", Head: "barsHead", Sum: "barsSum", Chart: "barsChart",
		Parts: []report.Part{{Label: "partOne", Level: classify.Level1}, {Label: "partNone", Level: classify.Unset}},
		Rows:  []report.Bar{{Label: "barLabel", Values: []int{31, 14}}},
	}
}

func table() report.Table {
	figure := 2.5
	return report.Table{
		Title: "tableTitle", RowHeads: true, Keep: true,
		Columns: []report.Column{
			{Header: "columnText", Width: 2}, {Header: "columnNumber", Kind: report.NumberColumn, Width: 1}, {Header: "columnDate", Kind: report.DateColumn, Width: 2},
			{Header: "columnLevel", Kind: report.LevelColumn, Width: 1}, {Header: "columnProse", Kind: report.ProseColumn, Width: 3},
			{Header: "columnFill", Kind: report.FillColumn, Width: 2, Choices: []string{"choiceOne", "choiceTwo"}},
		},
		Rows: []report.Row{
			{
				{Text: "cellText"}, {Text: "2,5", Number: &figure}, {Text: "2026-11-25"},
				{Badge: &report.Badge{Letter: "K", Code: "3", Label: "levelLabel", Level: classify.Level3}},
				{Text: "cellProse", Tone: report.Strong}, {Text: "cellFill", Room: 3},
			},
			{{Text: "cellTick", Tick: true}},
		},
	}
}

// Words are the texts of a document's blocks that a reader must find in every
// format, in their order: all but a badge's label and what a title or a choice
// says to those who cannot see it or who fill it in.
func Words(d report.Document) []string {
	var out []string
	add := func(words ...string) { out = append(out, words...) }
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case report.Heading:
			add(b.Text)
		case report.Paragraph:
			add(b.Text)
		case report.Notice:
			add(b.Text)
		case report.KeyValues:
			for _, f := range b.Facts {
				add(f.Label, f.Value)
			}
		case report.List:
			for _, i := range b.Items {
				add(i.Text, i.Detail)
			}
		case report.Signatures:
			for _, l := range b.Lines {
				add(l.RoleLabel, l.Role, l.DateLabel, l.Date)
			}
		case report.Bars:
			add(b.Head, b.Sum)
			for _, p := range b.Parts {
				add(p.Label)
			}
			for _, r := range b.Rows {
				add(r.Label)
			}
		case report.Table:
			for _, c := range b.Columns {
				add(c.Header)
			}
			for _, r := range b.Rows {
				for _, c := range r {
					if c.Badge == nil {
						add(c.Text)
					}
				}
			}
		}
	}
	return out
}
