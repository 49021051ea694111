package intake

import (
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Certainty tells how sure the meaning of a column is.
type Certainty string

// The certainties, as the terminal prints them. Custom is a field of the
// user's own that keeps the header and every value.
const (
	Certain Certainty = "certain"
	Likely  Certainty = "likely"
	Custom  Certainty = "custom"
	Ignored Certainty = "ignored"
)

// Action tells what importing would do with a row.
type Action string

// The actions. Doubt waits for an answer; Stop is never imported.
const (
	Create    Action = "create"
	Update    Action = "update"
	Unchanged Action = "unchanged"
	Doubt     Action = "doubt"
	Stop      Action = "stop"
	Skip      Action = "skip"
)

// Proposal is how a list has been understood and what importing it would do.
type Proposal struct {
	File      string
	Format    string
	Tables    []Table
	Skipped   []SkippedSheet
	Questions []Question // in the order of the file; only those still open
	Answered  []Question // those that an answer, or a mapping saved earlier, has settled
	Counts    Counts
	Notices   []Notice
	Outside   []Outside // rows that no asset comes from, in the order of the file
	// Missing are the registered assets that the file does not name, when it
	// looks like an update of them. They are told about and never deleted.
	Missing []*Known
	// NewUnits are the unit paths that the import would create.
	NewUnits [][]string
	// Mappings are to be saved with the import, so that next month's list asks less.
	Mappings []Mapping
}

// Table is a table found in a sheet.
type Table struct {
	Sheet       string
	HeaderRows  []int // all rows of the header, ascending
	FirstRow    int   // first and last row of data
	LastRow     int
	Scale       string // id of the scale; empty when nothing is written in levels
	ScaleBy     string // legend, values, asked or none
	Kind        string // KindSystem or KindInformation unless a row says otherwise
	Columns     []Column
	Rows        []Entry
	Fingerprint string // of the header, the name its mapping is remembered by
	UnitFrom    text.Message

	fields []string       // field of every kept value
	heads  []string       // header of the custom ones, otherwise empty
	index  map[string]int // field to its place in Entry.values
}

// HeaderRow returns the last row of the header, counted from 1, 0 without one.
func (t *Table) HeaderRow() int {
	if len(t.HeaderRows) == 0 {
		return 0
	}
	return t.HeaderRows[len(t.HeaderRows)-1]
}

// Column is one column of a table and what it means.
type Column struct {
	Number    int // counted from 1
	Header    string
	Group     string // header above several columns
	Field     string // canonical field, FieldCustom or FieldIgnore
	Certainty Certainty
	Why       text.Message // the evidence, as a sentence
	Examples  []string     // a few distinct values
	Filled    int          // rows that hold something here
}

// Name is the column's letter.
func (c Column) Name() string { return ColumnName(c.Number) }

// Entry is one row of a table, read.
type Entry struct {
	Row    int
	Action Action
	Reason text.Message // why it is in doubt, stopped or skipped
	Asset  string       // id of the registered asset it has met
	Kind   string
	Name   string
	ListID string   // the list's own id of the asset
	Unit   []string // from the top of the organisation
	Levels classify.Profile
	// Kept are the texts of levels that were not written plainly: a range, a
	// date that was a range, a word. They are for whoever reviews the level.
	Kept     []KeptLevel
	Changes  []Change
	Hidden   bool
	Question []string // ids of the open questions that concern it

	register string   // the register's own id, where the list has it
	matched  bool     // said to be a new asset though another row has its id
	since    string   // when the asset was changed last before the list was exported
	values   []string // as Table.fields
	has      [4]bool  // aspects that the table has a column for
}

// KeptLevel is the text that a level was read from.
type KeptLevel struct {
	Aspect classify.Aspect
	Text   string
}

// Change is one value that importing would change.
type Change struct {
	Field    string // canonical field, or FieldCustom
	Header   string // of a custom field
	Old, New string // levels as ranks, a unit as its path with " / " between
	// Conflict means that the register's value has changed since the file was
	// exported. Take is "file" or "register" once that is decided.
	Conflict bool
	Take     string
}

// SkippedSheet is a sheet that is left out unless the user takes it.
type SkippedSheet struct {
	Sheet  string
	Reason text.Message
	// Code is the reason for programs: hidden, empty, "no table", legend,
	// summary, risks, controls, questionnaire, form, details, left.
	Code string
}

// Question asks for what could not be read with certainty. It is asked once
// per distinct value or column, whatever the number of rows.
type Question struct {
	ID         string   `json:"id"` // the same in every run over the same file
	Kind       string   `json:"kind"`
	Sheet      string   `json:"sheet"`
	Field      string   `json:"field"`
	Value      string   `json:"value"`
	Rows       int      `json:"rows"`
	Suggestion string   `json:"suggestion"`
	Choices    []string `json:"choices"`

	Message text.Message `json:"-"`
	// Labels are the choices in words, as long as Choices; a choice that is a
	// name or a path speaks for itself and has an empty label.
	Labels []text.Message `json:"-"`
	Answer string         `json:"-"` // the answer given
	Sample []int          `json:"-"` // a few row numbers
}

// The kinds of questions.
const (
	AskScale    = "scale"
	AskOrder    = "order"
	AskLevel    = "level"
	AskUnit     = "unit"
	AskColumn   = "column"
	AskKind     = "kind"
	AskMatch    = "match"
	AskConflict = "conflict"
)

// Notice is something worth knowing that needs no answer.
type Notice struct {
	Sheet   string
	Rows    []int // at most a few dozen
	Message text.Message
}

// Counts sums the rows up by action. Rows is the number of rows with assets,
// stopped and skipped ones included.
type Counts struct {
	Rows      int `json:"rows"`
	Create    int `json:"create"`
	Update    int `json:"update"`
	Unchanged int `json:"unchanged"`
	Doubt     int `json:"doubt"`
	Stop      int `json:"stop"`
	Skip      int `json:"skip"`
}
