package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/text"
	"infoklass/storage/sheet"
)

var importCommand = command{
	name: "import", usage: "FILE [--dry-run] [--sheet NAME]… [--scale SCALE] [--answers FILE.json] [--accept-suggestions] [--empty-erases]",
	help: "terminal.help.import", json: importShape,
	takes: []string{"FILE"},
	prepare: func(s *session, f flagSet) func([]string) error {
		var in importFlags
		f.texts(map[string]*string{"scale": &in.scale, "answers": &in.answers})
		f.lists(map[string]*list{"sheet": &in.sheets})
		f.yes(map[string]*bool{"dry-run": &in.dryRun, "accept-suggestions": &in.accept, "empty-erases": &in.emptyErases})
		return func(words []string) error {
			return listCommands{s}.importFile(words[0], in)
		}
	},
}

const importShape = `{"file": "…", "format": "xlsx",
  "tables": [{"sheet": "…", "headerRow": 5, "headerRows": [4, 5], "firstRow": 6, "lastRow": 123, "scale": "0-3", "scaleBy": "legend|values|asked|none",
    "columns": [{"column": "B", "header": "…", "field": "org_department", "certainty": "certain|likely|custom|ignored"}],
    "rows": [{"row": 6, "action": "create|update|unchanged|doubt|stop|skip", "reason": "", "asset": "01J…", "name": "…", "unit": "A / B",
      "confidentiality": 3, "integrity": 2, "availability": null, "traceability": null, "values": {"supplier": "…"}, "custom": {"…": "…"},
      "changes": [{"field": "…", "old": "…", "new": "…", "conflict": true}]}]}],
  "skippedSheets": [{"sheet": "…", "reason": "no table"}],
  "questions": [{"id": "…", "kind": "scale|order|level|unit|column|kind|match|conflict", "sheet": "…", "field": "…", "value": "…", "rows": 41,
    "suggestion": "2", "choices": ["1", "2", "3"]}],
  "counts": {"rows": 118, "create": 96, "update": 17, "unchanged": 3, "doubt": 0, "stop": 2, "skip": 0},
  "notices": [{"sheet": "…", "rows": [7], "text": "…"}], "missing": [{"asset": "01J…", "name": "…", "unit": "…"}],
  "receipt": {"file": "…", "revision": 12, "created": 96, "updated": 17, "units": 4},
  "error": {"code": "no-table", "message": "…"}}`

type importFlags struct {
	dryRun, accept, emptyErases bool
	sheets                      list
	scale, answers              string
}

// importResult is the proposal, with a receipt where it was saved and an error where it could not be.
type importResult struct {
	intake.DryRun
	Receipt *exchange.Receipt `json:"receipt,omitempty"`
	Error   *failureDetail    `json:"error,omitempty"`
}

func (s listCommands) importFile(file string, in importFlags) error {
	options, answers, err := in.read()
	if err != nil {
		return err
	}
	r, err := s.open(in.dryRun)
	if err != nil {
		return err
	}
	if _, ok := r.Classifications().Scale(in.scale); in.scale != "" && !ok {
		return text.Fail(nil, "register.problem.scale", "scale", in.scale)
	}
	book, err := s.readList(file)
	if err != nil {
		return err
	}
	if err := in.checkSheets(book); err != nil {
		return err
	}
	known, err := exchange.Knowledge(s.ctx, r)
	if err != nil {
		return err
	}
	proposal, err := intake.Understand(s.ctx, book, known, answers, options)
	if err != nil {
		return err
	}
	result := importResult{DryRun: proposal.JSON(s.p)}
	outcome := open(proposal)
	if outcome == nil && !in.dryRun {
		receipt, err := exchange.Apply(s.ctx, r, proposal)
		if err != nil {
			return err
		}
		result.Receipt = &receipt
	}
	return s.tellImport(result, outcome)
}

// open returns why a proposal cannot be saved: it has no table, or an answer is needed.
func open(p *intake.Proposal) error {
	switch {
	case len(p.Tables) == 0:
		return &codeError{exitUnreadable, string(sheet.NoTable), text.Fail(nil, "terminal.import.noTable")}
	case len(p.Questions) > 0:
		return &codeError{exitQuestions, "questions", text.Fail(nil, "exchange.questionsOpen", "n", len(p.Questions))}
	}
	return nil
}

func (s listCommands) readList(file string) (*intake.Book, error) {
	book, err := sheet.Open(s.ctx, file, nil)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, text.Fail(err, "terminal.file.missing", "file", file)
	}
	if errors.Is(err, fs.ErrPermission) {
		return nil, text.Fail(err, "terminal.file.noAccess", "file", file)
	}
	return book, err
}

func (in importFlags) read() (intake.Options, intake.Answers, error) {
	o := intake.Options{Scale: in.scale, AcceptSuggestions: in.accept, EmptyErases: in.emptyErases}
	for _, name := range in.sheets {
		if o.Sheets == nil {
			o.Sheets = map[string]bool{}
		}
		o.Sheets[name] = true
	}
	answers, err := readAnswers(in.answers)
	return o, answers, err
}

// readAnswers reads an object from question id to a text, a number or null, which means none.
func readAnswers(file string) (intake.Answers, error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, text.Fail(err, "terminal.file.missing", "file", file)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, &useError{text.Fail(err, "terminal.use.answers", "file", file)}
	}
	answers := intake.Answers{}
	for id, v := range raw {
		switch v := v.(type) {
		case string:
			answers[id] = v
		case float64:
			answers[id] = strconv.FormatFloat(v, 'f', -1, 64)
		case nil:
			answers[id] = "none"
		default:
			return nil, wrongUse("terminal.use.answers", "file", file)
		}
	}
	return answers, nil
}

func (in importFlags) checkSheets(book *intake.Book) error {
	names := each(book.Sheets, func(sh intake.Sheet) string { return sh.Name })
	for _, name := range in.sheets {
		if !slices.Contains(names, name) {
			return wrongUse("terminal.use.sheet", "name", name, "names", strings.Join(names, ", "))
		}
	}
	return nil
}

// tellImport prints what was understood, and what was saved of it.
func (s listCommands) tellImport(result importResult, outcome error) error {
	if s.json {
		var code *codeError
		if errors.As(outcome, &code) && code.code == exitUnreadable {
			result.Error = &failureDetail{code.name, text.Explain(s.p, outcome)}
		}
		if err := s.print(result); err != nil {
			return err
		}
		return outcome
	}
	s.showImport(result)
	if outcome != nil {
		return outcome
	}
	switch {
	case result.Receipt == nil:
		s.say("terminal.import.dryRun")
	case result.Receipt.Revision == 0:
		s.say("terminal.import.nothing")
	default:
		s.say("terminal.import.done", "created", s.p.Int(result.Receipt.Created), "updated", s.p.Int(result.Receipt.Updated))
		if n := result.Receipt.Units; n > 0 {
			s.count("terminal.import.units", n)
		}
	}
	return nil
}

func (s listCommands) showImport(result importResult) {
	for _, t := range result.Tables {
		fmt.Fprintln(s.out, s.p.N("terminal.import.table", len(t.Rows), "sheet", t.Sheet, "header", t.HeaderRow))
		s.showColumns(t)
	}
	for _, sh := range result.SkippedSheets {
		fmt.Fprintln(s.out, s.p.T("terminal.import.skipped", "sheet", sh.Sheet, "reason", sh.Reason))
	}
	c := result.Counts
	s.table([]string{s.p.T("terminal.import.new"), s.p.T("terminal.import.changed"), s.p.T("terminal.import.unchanged"), s.p.T("terminal.import.doubt"), s.p.T("terminal.import.stopped"), s.p.T("terminal.import.left")},
		[][]string{{s.p.Int(c.Create), s.p.Int(c.Update), s.p.Int(c.Unchanged), s.p.Int(c.Doubt), s.p.Int(c.Stop), s.p.Int(c.Skip)}})
	s.showRows(result)
	for _, n := range result.Notices {
		fmt.Fprintln(s.out, n.Text)
	}
	s.showQuestions(result.Questions)
}

func (s listCommands) showColumns(t intake.DryTable) {
	rows := each(t.Columns, func(c intake.DryColumn) []string {
		return []string{c.Column, c.Header, s.fieldLabel(c.Field), s.p.T("terminal.certainty." + string(c.Certainty))}
	})
	s.table([]string{s.p.T("terminal.column.column"), s.p.T("terminal.column.header"), s.p.T("terminal.column.meaning"), s.p.T("terminal.column.certainty")}, rows)
}

// showRows lists the rows that need a look: those that are changed, in doubt or stopped.
func (s listCommands) showRows(result importResult) {
	var rows [][]string
	for _, t := range result.Tables {
		for _, r := range t.Rows {
			number := strconv.Itoa(r.Row)
			switch r.Action {
			case intake.Doubt, intake.Stop:
				rows = append(rows, []string{t.Sheet, number, r.Name, r.Reason})
			case intake.Update:
				for _, ch := range r.Changes {
					rows = append(rows, []string{t.Sheet, number, r.Name, s.p.T("terminal.import.change", "field", s.fieldLabel(ch.Field), "old", ch.Old, "new", ch.New)})
				}
			}
		}
	}
	if len(rows) > 0 {
		s.table([]string{s.p.T("terminal.column.sheet"), s.p.T("terminal.column.row"), s.p.T("terminal.column.name"), s.p.T("terminal.column.what")}, rows)
	}
}

// fieldLabel is a field's name in words; a header of the list's own stays as it is.
func (s listCommands) fieldLabel(field string) string {
	if key := "field." + field; field != intake.FieldCustom && s.p.Has(key) {
		return s.p.T(key)
	}
	return field
}

func (s listCommands) showQuestions(questions []intake.Question) {
	if len(questions) == 0 {
		return
	}
	rows := each(questions, func(q intake.Question) []string {
		return []string{q.ID, q.Kind, q.Sheet, s.fieldLabel(q.Field), q.Value, strconv.Itoa(q.Rows), q.Suggestion, strings.Join(q.Choices, ", ")}
	})
	s.table([]string{s.p.T("terminal.column.id"), s.p.T("terminal.column.question"), s.p.T("terminal.column.sheet"), s.p.T("terminal.column.meaning"), s.p.T("terminal.column.value"),
		s.p.T("terminal.column.rows"), s.p.T("terminal.column.suggestion"), s.p.T("terminal.column.choices")}, rows)
}
