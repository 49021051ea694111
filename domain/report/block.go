package report

import "infoklass/domain/classify"

// Block is one part of a document, shown after the one before it: a Heading,
// Paragraph, Notice, KeyValues, List, Table, Bars or Signatures.
type Block interface {
	// block is the name of the kind of block in JSON.
	block() string
}

// Tone is how a text is to be taken.
type Tone string

// The tones. Plain is the zero value.
const (
	Plain  Tone = ""
	Strong Tone = "strong" // stands out
	Muted  Tone = "muted"  // says something of less weight
)

// Heading begins a section. Level 1 is the largest below the document's title.
type Heading struct {
	Level int    `json:"level,omitempty"` // 1 or 2
	Text  string `json:"text,omitempty"`
}

// Paragraph is running text.
type Paragraph struct {
	Text string `json:"text,omitempty"`
	Tone Tone   `json:"tone,omitempty"`
}

// Notice is a text in a frame, for what must not be missed.
type Notice struct {
	Text string `json:"text,omitempty"`
}

// KeyValues is a list of facts.
type KeyValues struct {
	Facts []Fact `json:"facts,omitempty"`
}

// List is a list of sentences, each with an explanation that may be empty.
type List struct {
	Items []Item `json:"items,omitempty"`
}

// Item is one point of a list.
type Item struct {
	Text   string `json:"text,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// Signatures are lines to sign on paper.
type Signatures struct {
	Lines []SignatureLine `json:"lines,omitempty"`
}

// SignatureLine is room for one signature. What is empty is left for the pen.
type SignatureLine struct {
	Role string `json:"role,omitempty"` // who signs: a role, or a role and a name
	Date string `json:"date,omitempty"` // ISO date
	// The words under the lines.
	RoleLabel string `json:"roleLabel,omitempty"`
	DateLabel string `json:"dateLabel,omitempty"`
	SignLabel string `json:"signLabel,omitempty"`
}

// Bars is a bar chart: one bar a row, divided into the same parts in the same
// order. The numbers are always written beside the bars.
type Bars struct {
	Title string `json:"title,omitempty"` // names the chart for a reader who cannot see it, and its sheet in a workbook
	Parts []Part `json:"parts,omitempty"`
	Rows  []Bar  `json:"rows,omitempty"`
	// The words over the rows' names, over their sums and over the bars.
	Head  string `json:"head,omitempty"`
	Sum   string `json:"sum,omitempty"`
	Chart string `json:"chart,omitempty"`
}

// Part is what one division of every bar stands for.
type Part struct {
	Label string         `json:"label,omitempty"`
	Level classify.Level `json:"level,omitempty"` // decides the pattern; Unset is drawn empty
}

// Bar is one row of a chart: a figure for each part.
type Bar struct {
	Label  string `json:"label,omitempty"`
	Values []int  `json:"values,omitempty"`
}

// Sum is the length of the whole bar.
func (b Bar) Sum() int {
	n := 0
	for _, v := range b.Values {
		n += v
	}
	return n
}

func (Heading) block() string    { return "heading" }
func (Paragraph) block() string  { return "paragraph" }
func (Notice) block() string     { return "notice" }
func (KeyValues) block() string  { return "keyValues" }
func (List) block() string       { return "list" }
func (Signatures) block() string { return "signatures" }
func (Bars) block() string       { return "bars" }
func (Table) block() string      { return "table" }
