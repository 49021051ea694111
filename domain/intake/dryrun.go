package intake

import (
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// DryRun is the proposal as the terminal prints it with --dry-run --json. The
// names of its fields are a contract.
type DryRun struct {
	File          string       `json:"file"`
	Format        string       `json:"format"`
	Tables        []DryTable   `json:"tables"`
	SkippedSheets []DrySkipped `json:"skippedSheets"`
	Questions     []Question   `json:"questions"`
	Counts        Counts       `json:"counts"`
	Notices       []DryNotice  `json:"notices"`
	Missing       []DryMissing `json:"missing"`
	Outside       []DryOutside `json:"outside"`
}

// DryTable is a table in the terminal's contract.
type DryTable struct {
	Sheet      string      `json:"sheet"`
	HeaderRow  int         `json:"headerRow"`
	HeaderRows []int       `json:"headerRows"`
	FirstRow   int         `json:"firstRow"`
	LastRow    int         `json:"lastRow"`
	Scale      string      `json:"scale"`
	ScaleBy    string      `json:"scaleBy"`
	Columns    []DryColumn `json:"columns"`
	Rows       []DryRow    `json:"rows"`
}

// DryColumn is a column in the terminal's contract.
type DryColumn struct {
	Column    string    `json:"column"`
	Header    string    `json:"header"`
	Field     string    `json:"field"`
	Certainty Certainty `json:"certainty"`
}

// DryRow is a row in the terminal's contract. A stopped row has its number and
// reason and nothing else.
type DryRow struct {
	Row             int               `json:"row"`
	Action          Action            `json:"action"`
	Reason          string            `json:"reason"`
	Asset           string            `json:"asset"`
	Name            string            `json:"name"`
	Unit            string            `json:"unit"`
	Confidentiality classify.Level    `json:"confidentiality"`
	Integrity       classify.Level    `json:"integrity"`
	Availability    classify.Level    `json:"availability"`
	Traceability    classify.Level    `json:"traceability"`
	Values          map[string]string `json:"values"`
	Custom          map[string]string `json:"custom"`
	Changes         []DryChange       `json:"changes,omitempty"`
}

// DryChange is a change in the terminal's contract.
type DryChange struct {
	Field    string `json:"field"`
	Old      string `json:"old"`
	New      string `json:"new"`
	Conflict bool   `json:"conflict,omitempty"`
}

// DrySkipped is a sheet left out, in the terminal's contract.
type DrySkipped struct {
	Sheet  string `json:"sheet"`
	Reason string `json:"reason"`
}

// DryNotice is a notice in words.
type DryNotice struct {
	Sheet string `json:"sheet"`
	Rows  []int  `json:"rows,omitempty"`
	Text  string `json:"text"`
}

// DryMissing is a registered asset that the file does not name.
type DryMissing struct {
	Asset string `json:"asset"`
	Name  string `json:"name"`
	Unit  string `json:"unit"`
}

// DryOutside tells of rows that no asset comes from, with what stands in them.
type DryOutside struct {
	Sheet string   `json:"sheet"`
	Rows  []int    `json:"rows"`
	What  What     `json:"what"`
	Why   string   `json:"why"`
	Text  []string `json:"text"`
}

// JSON writes the proposal for programs; p writes its sentences.
func (pr *Proposal) JSON(p *text.Printer) DryRun {
	d := DryRun{File: pr.File, Format: pr.Format, Counts: pr.Counts, Tables: []DryTable{}, SkippedSheets: []DrySkipped{}, Questions: []Question{}, Notices: []DryNotice{}, Missing: []DryMissing{}, Outside: []DryOutside{}}
	for i := range pr.Tables {
		d.Tables = append(d.Tables, pr.Tables[i].dry(p))
	}
	for _, s := range pr.Skipped {
		d.SkippedSheets = append(d.SkippedSheets, DrySkipped{s.Sheet, s.Code})
	}
	for _, q := range pr.Questions {
		if q.Choices == nil {
			q.Choices = []string{}
		}
		d.Questions = append(d.Questions, q)
	}
	for _, n := range pr.Notices {
		d.Notices = append(d.Notices, DryNotice{n.Sheet, n.Rows, n.Message.In(p)})
	}
	for _, m := range pr.Missing {
		d.Missing = append(d.Missing, DryMissing{m.ID, m.Name, UnitPath(m.Unit)})
	}
	for _, o := range pr.Outside {
		d.Outside = append(d.Outside, DryOutside{o.Sheet, o.Rows, o.What, o.Why.In(p), o.Texts})
	}
	return d
}

func (t *Table) dry(p *text.Printer) DryTable {
	d := DryTable{
		Sheet: t.Sheet, HeaderRow: t.HeaderRow(), HeaderRows: t.HeaderRows, FirstRow: t.FirstRow, LastRow: t.LastRow,
		Scale: t.Scale, ScaleBy: t.ScaleBy, Columns: make([]DryColumn, 0, len(t.Columns)), Rows: make([]DryRow, 0, len(t.Rows)),
	}
	for _, c := range t.Columns {
		d.Columns = append(d.Columns, DryColumn{c.Name(), c.Header, c.Field, c.Certainty})
	}
	for i := range t.Rows {
		d.Rows = append(d.Rows, t.dryRow(&t.Rows[i], p))
	}
	return d
}

func (t *Table) dryRow(e *Entry, p *text.Printer) DryRow {
	r := DryRow{
		Row: e.Row, Action: e.Action, Asset: e.Asset, Name: e.Name, Unit: UnitPath(e.Unit),
		Confidentiality: e.Levels.Of(classify.Confidentiality), Integrity: e.Levels.Of(classify.Integrity),
		Availability: e.Levels.Of(classify.Availability), Traceability: e.Levels.Of(classify.Traceability),
		Values: t.written(e), Custom: t.Custom(e),
	}
	if e.Reason.Key != "" {
		r.Reason = e.Reason.In(p)
	}
	for _, c := range e.Changes {
		field := c.Field
		if c.Header != "" {
			field = c.Header
		}
		r.Changes = append(r.Changes, DryChange{field, c.Old, c.New, c.Conflict})
	}
	return r
}
