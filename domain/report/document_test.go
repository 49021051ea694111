package report_test

import (
	"strings"
	"testing"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
)

var day = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// levels makes a profile of ranks; -1 is not set.
func levels(ranks ...int) classify.Profile {
	var p classify.Profile
	for i, r := range ranks {
		if r >= 0 {
			p[i], _ = classify.LevelOf(r)
		}
	}
	return p
}

// lines reads a whole document as text, block by block, cells divided by "|".
func lines(d report.Document) []string {
	out := []string{d.Title, d.Subtitle, d.Legend}
	for _, f := range d.Facts() {
		out = append(out, f.Label+"|"+f.Value)
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case report.Heading:
			out = append(out, "# "+b.Text)
		case report.Paragraph:
			out = append(out, b.Text)
		case report.Notice:
			out = append(out, "! "+b.Text)
		case report.KeyValues:
			for _, f := range b.Facts {
				out = append(out, f.Label+"|"+f.Value)
			}
		case report.List:
			for _, i := range b.Items {
				out = append(out, "- "+i.Text, i.Detail)
			}
		case report.Signatures:
			for _, s := range b.Lines {
				out = append(out, s.Role+"|"+s.Date, s.RoleLabel+"|"+s.DateLabel+"|"+s.SignLabel)
			}
		case report.Bars:
			out = append(out, b.Title, b.Head+b.Sum+b.Chart)
			for _, r := range b.Rows {
				out = append(out, r.Label)
			}
		case report.Table:
			out = append(out, b.Title)
			var head []string
			for _, c := range b.Columns {
				head = append(head, c.Header)
			}
			out = append(out, strings.Join(head, "|"))
			for _, row := range b.Rows {
				out = append(out, cells(row))
			}
		}
	}
	return out
}

func cells(row report.Row) string {
	var s []string
	for _, c := range row {
		s = append(s, c.String())
	}
	return strings.Join(s, "|")
}

func has(t *testing.T, d report.Document, want ...string) {
	t.Helper()
	all := strings.Join(lines(d), "\n")
	for _, w := range want {
		if !strings.Contains(all, w) {
			t.Errorf("the document does not say %q:\n%s", w, all)
		}
	}
}

func lacks(t *testing.T, d report.Document, unwanted ...string) {
	t.Helper()
	all := strings.Join(lines(d), "\n")
	for _, w := range unwanted {
		if strings.Contains(all, w) {
			t.Errorf("the document says %q:\n%s", w, all)
		}
	}
}

func table(t *testing.T, d report.Document, title string) report.Table {
	t.Helper()
	for _, b := range d.Blocks {
		if tab, ok := b.(report.Table); ok && tab.Title == title {
			return tab
		}
	}
	t.Fatalf("no table %q", title)
	return report.Table{}
}

// TestEveryTextIsInTheCatalogue builds documents with everything in them in
// both languages: a key that the catalogue lacks comes back in brackets.
func TestEveryTextIsInTheCatalogue(t *testing.T) {
	for _, lang := range text.Langs {
		p := text.In(lang)
		docs := []report.Document{report.Overview(p, report.OverviewInput{})}
		for _, scale := range classify.Scales {
			docs = append(docs, report.Overview(p, report.OverviewInput{Date: day, Total: 9, Rows: []report.OverviewRow{
				{Name: "A", Board: "B", Profile: levels(0, 1, 2, 3), Scale: scale, State: classify.Decided, Outstanding: "x"},
				{Name: "C", State: classify.Imported}, {Name: "D", State: classify.Draft}, {Name: "E"},
			}}))
			for _, state := range []classify.State{"", classify.Draft, classify.Imported, classify.Decided} {
				in := journal(state)
				in.Scale, in.Procurement, in.Marking, in.Version = scale, true, "m", "1"
				docs = append(docs, report.Protocol(p, in))
				in.Class = classify.Classification{State: state, Source: "f"}
				docs = append(docs, report.Protocol(p, in))
			}
		}
		for _, d := range docs {
			for _, line := range lines(d) {
				if strings.Contains(line, "[") || strings.Contains(line, "{{") || strings.Contains(line, "<no value>") {
					t.Errorf("%s: %s", lang, line)
				}
			}
			if d.Lang != lang {
				t.Errorf("the document is in %s, not %s", d.Lang, lang)
			}
		}
	}
}
