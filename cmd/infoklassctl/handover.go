package main

import (
	"flag"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

var handoverCommand = command{
	name: "handover",
	usage: "--list | --from WHO --to WHO [--since DATE] [--role information_owner|system_owner|system_manager|technical_manager|process_owner]… [--unit UNIT]" +
		" [--managers] [--actions] [--except ASSET]… [--dry-run] | --to WHO --role ROLE [--unit UNIT]",
	help: "terminal.help.handover",
	json: `{"assets": [{"id": "01J…", "name": "…", "roles": ["information_owner"]}], "units": ["A / B"], "actions": ["…"], "revision": 12}
  · --list: [{"name": "…", "assets": 7, "units": 1}]`,
	takes: []string{},
	prepare: func(s *session, set *flag.FlagSet) func([]string) error {
		f := &handoverFlags{}
		set.StringVar(&f.h.From, "from", "", "")
		set.StringVar(&f.h.To, "to", "", "")
		set.StringVar(&f.h.Since, "since", "", "")
		set.StringVar(&f.unit, "unit", "", "")
		set.Var(&f.roles, "role", "")
		set.Var(&f.except, "except", "")
		set.BoolVar(&f.h.Managers, "managers", false, "")
		set.BoolVar(&f.h.Actions, "actions", false, "")
		set.BoolVar(&f.dry, "dry-run", false, "")
		set.BoolVar(&f.list, "list", false, "")
		return func([]string) error {
			if f.list {
				return unitCommands{s}.holders()
			}
			return unitCommands{s}.handover(f)
		}
	},
}

type handoverFlags struct {
	h             register.Handover
	unit          string
	roles, except list
	dry, list     bool
}

// read completes the handover with the assets and the unit that the flags name.
func (f *handoverFlags) read(r *register.Register) (register.Handover, error) {
	h := f.h
	for _, role := range f.roles {
		h.Fields = append(h.Fields, asset.Field(role))
	}
	if f.unit != "" {
		u, err := findUnit(r, f.unit)
		if err != nil {
			return h, err
		}
		h.Unit = u.ID
	}
	h.Except = map[string]bool{}
	for _, name := range f.except {
		rec, err := findAsset(r, name)
		if err != nil {
			return h, err
		}
		h.Except[rec.Asset.ID] = true
	}
	return h, nil
}

type handedView struct {
	ID    string        `json:"id"`
	Name  string        `json:"name"`
	Roles []asset.Field `json:"roles"`
}

type handoverView struct {
	Assets   []handedView    `json:"assets"`
	Units    []string        `json:"units"`
	Actions  []string        `json:"actions"`
	Revision ledger.Revision `json:"revision"` // 0: nothing was changed
}

// handover lists what goes over, and with no dry run lets it.
func (s unitCommands) handover(f *handoverFlags) error {
	r, err := s.open(f.dry)
	if err != nil {
		return err
	}
	h, err := f.read(r)
	if err != nil {
		return err
	}
	hand := r.Organisation().PlanHandover
	if !f.dry {
		hand = func(h register.Handover) (register.HandoverPlan, error) { return r.Organisation().HandOver(s.ctx, h) }
	}
	plan, err := hand(h)
	if err != nil {
		return err
	}
	v := handoverView{Assets: []handedView{}, Units: []string{}, Actions: []string{}}
	if !f.dry {
		v.Revision = r.Revision()
	}
	for _, handed := range plan.Assets {
		v.Assets = append(v.Assets, handedView{handed.Record.Asset.ID, handed.Record.Asset.Name, handed.Fields})
	}
	for _, u := range plan.Units {
		v.Units = append(v.Units, path(r, u.ID))
	}
	for _, a := range plan.Actions {
		v.Actions = append(v.Actions, a.What)
	}
	if s.json {
		return s.print(v)
	}
	s.showHandover(v)
	key := "terminal.handover.done"
	if f.dry {
		key = "terminal.handover.would"
	}
	s.count(key, plan.Len(), "to", h.To)
	return nil
}

func (s unitCommands) showHandover(v handoverView) {
	var rows [][]string
	for _, a := range v.Assets {
		var roles []string
		for _, f := range a.Roles {
			roles = append(roles, f.Label().In(s.p))
		}
		rows = append(rows, []string{a.Name, strings.Join(roles, ", ")})
	}
	for _, u := range v.Units {
		rows = append(rows, []string{u, s.p.T("field.manager")})
	}
	for _, a := range v.Actions {
		rows = append(rows, []string{a, s.p.T("action.field.responsible")})
	}
	s.table([]string{s.p.T("field.name"), s.p.T("group.responsibility")}, rows)
}

type holderView struct {
	Name   string `json:"name" column:"terminal.handover.who"`
	Assets int    `json:"assets" column:"report.column.assets"`
	Units  int    `json:"units" column:"terminal.handover.units"`
}

// holders lists who answers for something.
func (s unitCommands) holders() error {
	r, err := s.open(true)
	if err != nil {
		return err
	}
	views := []holderView{}
	for _, h := range r.Organisation().Holders() {
		views = append(views, holderView(h))
	}
	return printList(s.session, views)
}
