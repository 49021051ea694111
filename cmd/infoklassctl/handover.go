package main

import (
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
	prepare: func(s *session, set flagSet) func([]string) error {
		f := &handoverFlags{}
		set.texts(map[string]*string{"from": &f.h.From, "to": &f.h.To, "since": &f.h.Since, "unit": &f.unit})
		set.lists(map[string]*list{"role": &f.roles, "except": &f.except})
		set.yes(map[string]*bool{"managers": &f.h.Managers, "actions": &f.h.Actions, "dry-run": &f.dry, "list": &f.list})
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
	var err error
	if h.Unit, err = unitID(r, f.unit); err != nil {
		return h, err
	}
	except, err := findAssets(r, f.except)
	h.Except = map[string]bool{}
	for _, id := range except {
		h.Except[id] = true
	}
	return h, err
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
		roles := each(a.Roles, func(f asset.Field) string { return f.Label().In(s.p) })
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
	return printEach(s.session, r.Organisation().Holders(), func(h register.Holder) holderView { return holderView(h) })
}
