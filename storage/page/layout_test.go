package page_test

import (
	"encoding/xml"
	"math"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/report/reporttest"
	"infoklass/domain/text"
	"infoklass/storage/page"
)

// seen is a PDF as poppler reads it: words and where they stand, y from the top.
type seen struct {
	Pages []struct {
		Width  float64 `xml:"width,attr"`
		Height float64 `xml:"height,attr"`
		Words  []word  `xml:"word"`
	} `xml:"body>doc>page"`
}

type word struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

func laid(t *testing.T, d report.Document) *page.Layout {
	t.Helper()
	l, err := page.Lay(t.Context(), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// letters are the characters of a text in order, without spaces.
func letters(texts ...string) string {
	all := []rune(strings.Join(strings.Fields(strings.Join(texts, "")), ""))
	slices.Sort(all)
	return string(all)
}

// TestPagesAreWhatIsPrinted holds the display list against an independent
// reader of the PDF: the same paper, the same text, in the same places.
func TestPagesAreWhatIsPrinted(t *testing.T) {
	for name, d := range map[string]report.Document{
		"overview": overview(text.Swedish, 130), "protocol": protocol(text.English, classify.Draft), "every block": reporttest.Everything(),
	} {
		t.Run(name, func(t *testing.T) {
			var read seen
			if err := xml.Unmarshal([]byte(tool(t, written(t, d), "pdftotext", "-bbox", "-", "-")), &read); err != nil {
				t.Fatal(err)
			}
			l := laid(t, d)
			if len(l.Pages) != len(read.Pages) {
				t.Fatalf("%d pages laid out, %d printed", len(l.Pages), len(read.Pages))
			}
			for i, p := range read.Pages {
				if math.Abs(p.Width-l.Width) > 0.01 || math.Abs(p.Height-l.Height) > 0.01 {
					t.Errorf("page %d is %v × %v, laid out as %v × %v", i+1, p.Width, p.Height, l.Width, l.Height)
				}
				comparePage(t, i+1, l.Pages[i], p.Words)
			}
		})
	}
}

func comparePage(t *testing.T, number int, ops []page.Op, words []word) {
	var drawn, read []string
	for _, w := range words {
		read = append(read, w.Text)
	}
	for _, op := range ops {
		line, ok := op.(page.Text)
		if !ok {
			continue
		}
		drawn = append(drawn, line.Text)
		first := strings.Fields(line.Text)[0]
		if !slices.ContainsFunc(words, func(w word) bool {
			return strings.HasPrefix(w.Text, first) && math.Abs(w.XMin-line.X) < 0.5 && w.YMin < line.Y && line.Y < w.YMax
		}) {
			t.Errorf("page %d: %q is laid out at %.1f, %.1f and not printed there", number, line.Text, line.X, line.Y)
		}
	}
	if letters(drawn...) != letters(read...) {
		t.Errorf("page %d: laid out %q, printed %q", number, drawn, read)
	}
}

// TestSpansAndNodesAreClosed walks the display lists: every text stands in a
// span, spans do not nest, and every node that opens closes, its parent last.
func TestSpansAndNodesAreClosed(t *testing.T) {
	for _, d := range []report.Document{overview(text.English, 130), protocol(text.Swedish, classify.Decided), reporttest.Everything(), paragraphs(strange...)} {
		open, span := map[*page.Node]int{}, false
		for _, ops := range laid(t, d).Pages {
			for _, op := range ops {
				switch op := op.(type) {
				case page.Open:
					open[op.Node]++
					open[op.Node.Parent]++
				case page.Close:
					open[op.Node]--
					open[op.Node.Parent]--
					if open[op.Node] != 0 {
						t.Fatalf("%s closes before what it holds", op.Node.Kind)
					}
					delete(open, op.Node)
				case page.Begin:
					if span || op.Node != nil && open[op.Node] == 0 {
						t.Fatalf("a span begins inside another, or in a node that is not open: %+v", op)
					}
					span = true
				case page.End:
					span = false
				default:
					if !span {
						t.Fatalf("%+v is drawn outside every span", op)
					}
				}
			}
		}
		if delete(open, nil); span || len(open) > 0 {
			t.Errorf("%s: %d nodes stay open", d.Title, len(open))
		}
	}
}
