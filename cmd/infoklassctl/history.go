package main

import (
	"strconv"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var historyCommand = command{
	name: "history", usage: "[ASSET] [--limit N]", help: "terminal.help.history",
	json: `[{"revision": 12, "when": "2026-11-23T10:15:00Z", "who": "…", "why": "…", "undoes": 0, "count": 3,
  "changes": [{"kind": "asset", "id": "01J…", "row": 6, "field": "…", "old": "…", "new": "…"}]}]`,
	prepare: func(s *session, f flagSet) func([]string) error {
		limit := f.Int("limit", 50, "")
		return func(words []string) error {
			if len(words) > 1 {
				return wrongUse("terminal.use.tooMany", "word", words[1])
			}
			name := ""
			if len(words) == 1 {
				name = words[0]
			}
			return logCommands{s}.history(name, *limit)
		}
	},
}

type entryView struct {
	Revision ledger.Revision `json:"revision"`
	When     string          `json:"when"`
	Who      string          `json:"who"`
	Why      string          `json:"why"`
	Undoes   ledger.Revision `json:"undoes"`
	Count    int             `json:"count"`
	Changes  []changeView    `json:"changes"`
}

type changeView struct {
	Kind  ledger.Kind `json:"kind"`
	ID    string      `json:"id"`
	Row   int         `json:"row"`
	Field string      `json:"field"`
	Old   string      `json:"old"`
	New   string      `json:"new"`
}

// history prints the newest entries of the log, or of one asset's part of it
// with what was changed. A limit of 0 means all of them.
func (s logCommands) history(name string, limit int) error {
	r, err := s.open(true)
	if err != nil {
		return err
	}
	id := ""
	if name != "" {
		if id, err = historyID(r, name); err != nil {
			return err
		}
	}
	views := []entryView{}
	err = r.History(s.ctx, id, func(e ledger.Entry) error {
		v, err := s.viewEntry(r, e)
		if err != nil {
			return err
		}
		views = append(views, v)
		if limit > 0 && len(views) == limit {
			return ledger.ErrStop
		}
		return nil
	})
	if err != nil {
		return err
	}
	if s.json {
		return s.print(views)
	}
	s.showHistory(views, id != "")
	return nil
}

// historyID finds an asset or unit; an id of something that is gone has a history too.
func historyID(r *register.Register, name string) (string, error) {
	if rec, err := findAsset(r, name); err == nil {
		return rec.Asset.ID, nil
	}
	if u, err := findUnit(r, name); err == nil {
		return u.ID, nil
	}
	if len(name) == idLength {
		return name, nil
	}
	return "", wrongUse("terminal.asset.none", "name", name)
}

// idLength is the length of a ULID as text.
const idLength = 26

func (s logCommands) viewEntry(r *register.Register, e ledger.Entry) (entryView, error) {
	v := viewHeader(s.p, e)
	for _, ch := range e.Changes {
		fields, err := r.Describe(s.p, ch)
		if err != nil {
			return v, err
		}
		for _, f := range fields {
			v.Changes = append(v.Changes, changeView{ch.Kind, ch.ID, ch.Row, f.Field.In(s.p), f.Old, f.New})
		}
	}
	return v, nil
}

func viewHeader(p *text.Printer, e ledger.Entry) entryView {
	return entryView{
		Revision: e.Revision, When: e.When.UTC().Format(time.RFC3339), Who: e.Who, Why: e.Why.In(p),
		Undoes: e.Undoes, Count: e.Count, Changes: []changeView{},
	}
}

func (s logCommands) showHistory(views []entryView, changes bool) {
	p := s.p
	header := []string{p.T("terminal.column.revision"), p.T("terminal.column.when"), p.T("terminal.column.who"), p.T("terminal.column.what")}
	if changes {
		header = append(header, p.T("terminal.column.field"), p.T("terminal.column.old"), p.T("terminal.column.new"))
	}
	var rows [][]string
	for _, v := range views {
		when, _ := time.Parse(time.RFC3339, v.When) // written by viewHeader
		row := []string{strconv.FormatUint(uint64(v.Revision), 10), text.DateTime(when.Local()), v.Who, v.Why}
		if len(v.Changes) == 0 && changes {
			row = append(row, "", "", "")
		}
		for i, ch := range v.Changes {
			if i > 0 {
				row = []string{"", "", "", ""}
			}
			rows = append(rows, append(row, ch.Field, ch.Old, ch.New))
		}
		if len(v.Changes) == 0 {
			rows = append(rows, row)
		}
	}
	s.table(header, rows)
}
