// Package report builds every document as data: a title, particulars and
// blocks whose texts are already written in the document's language. It knows
// no format; whoever writes a file shows each block in its own way, so a
// document never differs between formats and a test can read it as it stands.
package report

import "infoklass/domain/text"

// Orientation is how the paper lies.
type Orientation int

// The orientations. Portrait is the zero value.
const (
	Portrait Orientation = iota
	Landscape
)

// Status tells how binding a document is.
type Status string

// The statuses. NoStatus is for a document that reports and decides nothing.
const (
	NoStatus Status = ""
	Draft    Status = "draft"
	Imported Status = "imported" // the class stands in a list and nobody has decided it here
	Decided  Status = "decided"
)

// Document is one document in one language.
type Document struct {
	Title       string
	Subtitle    string // what the document is about or shows, one line
	Legend      string // what signs in the document mean, to be had on every page
	Meta        Meta
	Orientation Orientation
	Lang        text.Lang
	Blocks      []Block
}

// Meta is what every document bears (DOMAIN section 9). An empty particular is left out.
type Meta struct {
	Municipality string
	Object       string // the asset, unit or selection the document is about
	Date         string // ISO date
	Version      string
	Dnr          string // the diary number of the case
	Responsible  string
	Status       Status
	Marking      string // "Sekretess enligt 18 kap. 8 § OSL"
}

// Fact is a label and what is said under it.
type Fact struct {
	Label string
	Value string
}

// StatusLabel writes the status in the document's language, empty for none.
func (d Document) StatusLabel() string {
	if d.Meta.Status == NoStatus {
		return ""
	}
	return text.In(d.Lang).T("report.status." + string(d.Meta.Status))
}

// Facts lists the particulars that are stated, with labels, in the order
// shown. The object is among them only where the subtitle does not name it.
func (d Document) Facts() []Fact {
	p := text.In(d.Lang)
	object := d.Meta.Object
	if object == d.Subtitle {
		object = ""
	}
	return stated(
		Fact{p.T("report.meta.object"), object},
		Fact{p.T("report.meta.status"), d.StatusLabel()},
		Fact{p.T("report.meta.date"), d.Meta.Date},
		Fact{p.T("report.meta.version"), d.Meta.Version},
		Fact{p.T("report.meta.dnr"), d.Meta.Dnr},
		Fact{p.T("report.meta.responsible"), d.Meta.Responsible},
		Fact{p.T("report.meta.marking"), d.Meta.Marking},
	)
}

// stated keeps the facts that have a value.
func stated(facts ...Fact) []Fact {
	var out []Fact
	for _, f := range facts {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}
