package page

// Op is one element of a display list: a node of the structure that opens or
// closes, a span of content that begins or ends, or something to draw. The PDF
// writer and whoever shows the pages replay the same list, so that what is
// seen is what is printed. Distances are points; y is counted from the top of
// the page, as people read.
type Op interface{ op() }

// Node is an element of the structure by which a screen reader knows what is a
// heading and which header a cell belongs to (ISO 32000-1, 14.7).
type Node struct {
	Kind    string // structure type: H1, P, TR …
	Scope   string // Row or Column for a header cell
	Summary string // names a table for a reader who cannot see it
	Parent  *Node  // nil at the top
}

// Open begins a node inside its parent; Close ends it. What happens in between
// may go on over several pages.
type (
	Open  struct{ Node *Node }
	Close struct{ Node *Node }
)

// Begin starts a span of drawing that belongs to a node or, without one, only
// decorates or repeats and is not read aloud. Artifact says which sort of
// repetition that is: Header or Footer, empty for decoration.
type Begin struct {
	Node     *Node
	Artifact string
}

// End ends the span that was begun last.
type End struct{}

// Font is one of the two that a document is set in.
type Font int

// The fonts. Regular is the zero value.
const (
	Regular Font = iota
	Bold
)

// Text is one line of text with its baseline at Y.
type Text struct {
	X, Y, Size float64
	Font       Font
	Ink        Colour
	Text       string
}

// Rule is a horizontal line of the width W and the thickness Line.
type Rule struct {
	X, Y, W, Line float64
	Ink           Colour
}

// Box is a rectangle: filled where Fill is not nil, stroked where Line is above
// 0, with round corners where Radius is.
type Box struct {
	X, Y, W, H, Radius float64
	Fill               *Colour
	Stroke             Colour
	Line               float64
	Dashed             bool
}

func (Open) op()  {}
func (Close) op() {}
func (Begin) op() {}
func (End) op()   {}
func (Text) op()  {}
func (Rule) op()  {}
func (Box) op()   {}

// Colour is red, green and blue from 0 to 1.
type Colour [3]float64

func rgb(hex uint32) Colour {
	return Colour{float64(hex>>16&255) / 255, float64(hex>>8&255) / 255, float64(hex&255) / 255}
}

// The colours of a document, the same as in the window's light theme.
var (
	black  = rgb(0x1A1F24)
	muted  = rgb(0x4A5763)
	accent = rgb(0x00506B)
	rule   = rgb(0xC3CBD3)
	shade  = rgb(0xEEF1F4)
)
