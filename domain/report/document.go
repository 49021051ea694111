// Package report builds every document as data: a title, particulars and
// blocks whose texts are already written in the document's language. It knows
// no format; whoever writes a file shows each block in its own way, so a
// document never differs between formats and a test can read it as it stands.
package report

import "infoklass/domain/text"

// Orientation is how the paper lies.
type Orientation string

// The orientations. Portrait is the zero value.
const (
	Portrait  Orientation = ""
	Landscape Orientation = "landscape"
)

// Status is how binding a document is.
type Status string

// The statuses. NoStatus is for a document that reports and decides nothing.
const (
	NoStatus Status = ""
	Draft    Status = "draft"
	Imported Status = "imported" // the class came with a list and has not been decided here
	Decided  Status = "decided"
)

// Document is one document in one language.
type Document struct {
	Title       string      `json:"title,omitempty"`
	Subtitle    string      `json:"subtitle,omitempty"` // what the document is about or shows, one line
	Legend      string      `json:"legend,omitempty"`   // what signs in the document mean, shown on every page
	Meta        Meta        `json:"meta,omitzero"`
	Orientation Orientation `json:"orientation,omitempty"`
	Lang        text.Lang   `json:"lang,omitempty"`
	Blocks      Blocks      `json:"blocks"`
}

// Meta is the particulars of a document (DOMAIN section 9). An empty one is left out.
type Meta struct {
	Municipality string `json:"municipality,omitempty"`
	Object       string `json:"object,omitempty"` // the asset, unit or selection the document is about
	Date         string `json:"date,omitempty"`   // ISO date
	Version      string `json:"version,omitempty"`
	Dnr          string `json:"dnr,omitempty"` // the diary number of the case
	Responsible  string `json:"responsible,omitempty"`
	Status       Status `json:"status,omitempty"`
	Marking      string `json:"marking,omitempty"` // "Sekretess enligt 18 kap. 8 § OSL"
}

// Fact is a label and its value.
type Fact struct {
	Label string `json:"label,omitempty"`
	Value string `json:"value,omitempty"`
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
