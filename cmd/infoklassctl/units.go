package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var unitsCommand = command{
	name: "units", usage: `[add "A / B" [--kind municipality|committee|company|department|operation|unit] [--manager ROLE]]`,
	help: "terminal.help.units", json: `[{"id": "01J…", "path": "A / B", "kind": "committee", "manager": "…", "confirmed": true, "assets": 7}]`,
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		kind := f.String("kind", "", "")
		manager := f.String("manager", "", "")
		return func(words []string) error {
			if len(words) == 0 {
				return s.units(true)
			}
			if words[0] != "add" {
				return wrongUse("terminal.use.tooMany", "word", words[0])
			}
			if err := exactly(words[1:], "PATH"); err != nil {
				return err
			}
			return s.addUnit(words[1], asset.UnitKind(*kind), *manager)
		}
	},
}

type unitView struct {
	ID        string         `json:"id"`
	Path      string         `json:"path"`
	Kind      asset.UnitKind `json:"kind"`
	Manager   string         `json:"manager"`
	Confirmed bool           `json:"confirmed"`
	Assets    int            `json:"assets"`
}

// units lists the organisation as a tree.
func (s *session) units(readOnly bool) error {
	r := s.register
	if r == nil {
		var err error
		if r, err = s.open(readOnly); err != nil {
			return err
		}
	}
	counts := map[string]int{}
	for _, rec := range r.Records() {
		counts[rec.Asset.Unit]++
	}
	views := []unitView{}
	var rows [][]string
	for _, u := range r.Units() {
		path := r.UnitPath(u.ID)
		views = append(views, unitView{u.ID, asset.Path(path), u.Kind, u.Manager, !u.Unconfirmed, counts[u.ID]})
		rows = append(rows, []string{strings.Repeat(". ", len(path)-1) + u.Name, s.p.T("unit." + string(u.Kind)), u.Manager, s.p.Int(counts[u.ID])})
	}
	if s.json {
		return s.print(views)
	}
	s.table([]string{s.p.T("field.unit"), s.p.T("field.unit_kind"), s.p.T("field.manager"), s.p.T("report.column.assets")}, rows)
	return nil
}

// addUnit makes a unit and those above it that do not exist.
func (s *session) addUnit(path string, kind asset.UnitKind, manager string) error {
	if kind != "" && !slices.Contains(asset.UnitKinds, kind) {
		return text.Fail(nil, "unit.problem.kind", "value", string(kind))
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	names := splitPath(path)
	if _, ok := r.FindUnit(names); ok {
		return &codeError{exitRefused, "exists", text.Fail(nil, "terminal.unit.exists", "name", path)}
	}
	var edits []register.Edit
	parent := ""
	for i, name := range names {
		if u, ok := r.FindUnit(names[:i+1]); ok {
			parent = u.ID
			continue
		}
		u := asset.Unit{ID: r.NewID(), Name: name, Kind: asset.GuessKind(name, i), Parent: parent}
		if i == len(names)-1 {
			u.Manager = manager
			if kind != "" {
				u.Kind = kind
			}
		}
		parent = u.ID
		edits = append(edits, register.PutUnit(u, 0))
	}
	if _, err := r.Commit(s.ctx, text.Msg("why.unit.add", "name", path), edits...); err != nil {
		return fmt.Errorf("add unit: %w", err)
	}
	s.say("terminal.unit.added", "name", path)
	if s.json {
		return s.units(false)
	}
	return nil
}
