package intake

import (
	"time"

	"infoklass/domain/classify"
)

// What an asset is.
const (
	KindSystem      = "system"
	KindInformation = "information"
)

// Known is a registered asset, as much of it as an import can meet.
type Known struct {
	ID      string // the register's own
	ListID  string // the id it has in the municipality's lists (asset_id)
	Name    string
	Kind    string
	Unit    []string // path from the top of the organisation
	Levels  classify.Profile
	Fields  map[string]string // canonical field to value, without name, unit and levels
	Custom  map[string]string // header to value
	Changed time.Time
	// Decided is true where somebody has decided the class here. A list that says
	// otherwise asks which of the two is to hold.
	Decided bool
	// Listed is what the municipality's own list said of the class when it came
	// in last, where somebody has decided otherwise here since; nil otherwise.
	// A list that still says the same changes nothing.
	Listed *Listed
}

// Listed is what a list says of a classification.
type Listed struct {
	Levels classify.Profile
	Fields map[string]string // canonical field to value
}

// still reports whether a list says of a field what it said the last time.
func (l *Listed) still(field, now string) bool {
	if l == nil {
		return false
	}
	old, ok := l.Fields[field]
	return ok && sameValue(old, now)
}

// Knowledge is what the register knows when a list comes in. Its zero value is
// an empty register.
type Knowledge struct {
	Assets []Known
	Units  [][]string // the paths of all units
	// FormerUnits are paths that units have had, for lists that write an older
	// name. Unit finds the unit that a whole path means or has meant, also where
	// several of its names are old; nil where nothing has ever moved.
	FormerUnits []FormerUnit
	Unit        func(path []string) ([]string, bool)
	Mappings    []Mapping // saved by earlier imports
	// Scales are the municipality's own, which a list may be written in beside the shipped ones.
	Scales []classify.Scale
	// ChangedSince lists the fields of an asset that were changed after a point
	// in time: canonical names, "custom:HEADER" for the user's own. Nil means
	// that only Known.Changed is known.
	ChangedSince func(asset string, since time.Time) []string
}

// scale finds a scale, shipped or the municipality's own.
func (k *Knowledge) scale(id string) (classify.Scale, bool) {
	if s, ok := classify.ScaleByID(id); ok {
		return s, true
	}
	for _, s := range k.Scales {
		if s.ID == id {
			return s, true
		}
	}
	return classify.Scale{}, false
}

// FormerUnit is a path that a unit once had and the one that it, or the unit
// that took over, has now.
type FormerUnit struct{ Was, Now []string }

// Mapping is how a header row was understood the last time, answers included.
type Mapping struct {
	Fingerprint string            `json:"fingerprint"`
	Columns     map[string]string `json:"columns"` // folded header to field
	Answers     map[string]string `json:"answers"` // question id to answer
}

// Answers holds what the user has answered, from question id to answer.
type Answers map[string]string

// Options are what the user has decided otherwise than proposed. The zero
// value accepts everything as proposed.
type Options struct {
	Sheets  map[string]bool      // take or leave a sheet
	Header  map[string]int       // last header row of a sheet
	Columns map[ColumnRef]string // canonical field, FieldCustom or FieldIgnore
	Rows    map[RowRef]bool      // import this row or skip it
	Scale   string               // answers the scale question
	// EmptyErases lets an empty cell erase the registered value; otherwise it leaves it alone.
	EmptyErases bool
	// AcceptSuggestions answers every open question that has a suggestion.
	AcceptSuggestions bool
}

// ColumnRef names a column of a sheet, counted from 1.
type ColumnRef struct {
	Sheet  string
	Column int
}

// RowRef names a row of a sheet.
type RowRef struct {
	Sheet string
	Row   int
}
