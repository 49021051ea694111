package report

import "infoklass/domain/classify"

// Block is one part of a document, shown after the one before it: a Heading,
// Paragraph, KeyValues, List, Table, Bars or Signatures.
type Block interface{ block() }

// Tone is how a text is to be taken.
type Tone int

// The tones. Plain is the zero value.
const (
	Plain  Tone = iota
	Strong      // stands out
	Muted       // says something of less weight
)

// Heading begins a section. Level 1 is the largest below the document's title.
type Heading struct {
	Level int // 1 or 2
	Text  string
}

// Paragraph is running text.
type Paragraph struct {
	Text string
	Tone Tone
}

// Notice is a text in a frame, for what must not be missed.
type Notice struct{ Text string }

// KeyValues is a list of facts.
type KeyValues struct{ Facts []Fact }

// List is a list of sentences, each with an explanation that may be empty.
type List struct{ Items []Item }

// Item is one point of a list.
type Item struct {
	Text   string
	Detail string
}

// Signatures are lines to sign on paper.
type Signatures struct{ Lines []SignatureLine }

// SignatureLine is room for one signature. What is empty is left for the pen.
type SignatureLine struct {
	Role string // who signs: a role, or a role and a name
	Date string // ISO date
	// The words under the lines.
	RoleLabel, DateLabel, SignLabel string
}

// Bars is a bar chart: one bar a row, divided into the same parts in the same
// order. The numbers are always written beside the bars.
type Bars struct {
	Title string // names the chart for a reader who cannot see it, and its sheet in a workbook
	Parts []Part
	Rows  []Bar
	// The words over the rows' names, over their sums and over the bars.
	Head, Sum, Chart string
}

// Part is what one division of every bar stands for.
type Part struct {
	Label string
	Level classify.Level // decides the pattern; Unset is drawn empty
}

// Bar is one row of a chart: a figure for each part.
type Bar struct {
	Label  string
	Values []int
}

// Sum is the length of the whole bar.
func (b Bar) Sum() int {
	n := 0
	for _, v := range b.Values {
		n += v
	}
	return n
}

func (Heading) block()    {}
func (Paragraph) block()  {}
func (Notice) block()     {}
func (KeyValues) block()  {}
func (List) block()       {}
func (Signatures) block() {}
func (Bars) block()       {}
func (Table) block()      {}
