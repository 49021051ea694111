package main

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

const unitKinds = "municipality|committee|company|department|operation|unit"

const unitShape = `[{"id": "01J…", "path": "A / B", "kind": "committee", "manager": "…", "managerName": "…", "confirmed": true, "likely": "",
  "delegation": {"role": "…", "decision": "…", "on": "2026-11-23"}, "retired": "", "successor": "", "assets": 7, "below": 12, "classified": 5}]`

// unitAct is one thing that can be done with units.
type unitAct struct {
	takes []string // as in verb
	do    func(s unitCommands, r *register.Register, f *unitFlags, words []string) error
}

// unitActs are named by the word after the command.
var unitActs = map[string]unitAct{
	"add":      {[]string{"PATH"}, unitCommands.addUnit},
	"rename":   {[]string{"UNIT", "NAME"}, unitCommands.renameUnit},
	"kind":     {[]string{"UNIT", "KIND"}, unitCommands.unitKind},
	"move":     {nil, unitCommands.moveUnit},
	"merge":    {[]string{"UNIT", "INTO"}, unitCommands.mergeUnits},
	"retire":   {[]string{"UNIT"}, unitCommands.retireUnit},
	"revive":   {[]string{"UNIT"}, unitCommands.reviveUnit},
	"delete":   {[]string{"UNIT"}, unitCommands.deleteUnit},
	"confirm":  {nil, unitCommands.confirmUnits},
	"manager":  {[]string{"UNIT"}, unitCommands.unitManager},
	"delegate": {[]string{"UNIT"}, unitCommands.delegateUnit},
}

var unitCommand = command{
	name: "unit",
	usage: `[list] [--unconfirmed] | add "A / B" [--kind ` + unitKinds + `] [--manager ROLE] | rename UNIT NAME | kind UNIT KIND | move UNIT ABOVE|--top` +
		" | merge UNIT INTO [--dry-run] | retire UNIT [--successor UNIT] [--on DATE] [--dry-run] | revive UNIT | delete UNIT | confirm UNIT…|--all" +
		" | manager UNIT [--role ROLE] [--name NAME] | delegate UNIT [--role ROLE] [--decision TEXT] [--on DATE]",
	help: "terminal.help.unit", json: unitShape + ` · merge and retire: {"unit": "…", "into": "…", "assets": 3, "units": 1, "revision": 12}`,
	prepare: prepareUnit,
}

type unitFlags struct {
	flagSet
	kind, manager, role, name, decision, on, successor string
	top, all, dry, unconfirmed                         bool
}

func prepareUnit(s *session, set flagSet) func([]string) error {
	f := &unitFlags{flagSet: set}
	f.texts(map[string]*string{
		"kind": &f.kind, "manager": &f.manager, "role": &f.role, "name": &f.name, "decision": &f.decision, "on": &f.on, "successor": &f.successor,
	})
	f.yes(map[string]*bool{"top": &f.top, "all": &f.all, "dry-run": &f.dry, "unconfirmed": &f.unconfirmed})
	return func(words []string) error {
		if len(words) == 0 || words[0] == "list" && len(words) == 1 {
			r, err := s.open(true)
			if err != nil {
				return err
			}
			return unitCommands{s}.units(r, func(u asset.Unit) bool { return u.Unconfirmed || !f.unconfirmed })
		}
		return unitCommands{s}.verbs(f).run(s, words, "", noVerb)
	}
}

func (s unitCommands) verbs(f *unitFlags) verbs {
	all := verbs{}
	for name, act := range unitActs {
		all[name] = verb{takes: act.takes, run: func(words []string) error {
			r, err := s.open(f.dry)
			if err != nil {
				return err
			}
			return act.do(s, r, f, words)
		}}
	}
	return all
}

type unitView struct {
	ID          string         `json:"id"`
	Path        string         `json:"path"`
	Branch      string         `json:"-" column:"field.unit"` // the name, further in the further down
	Kind        asset.UnitKind `json:"kind" column:"field.unit_kind"`
	Manager     string         `json:"manager"`
	ManagerName string         `json:"managerName"`
	Answers     string         `json:"-" column:"field.manager"` // the role that manages it, else the name
	Confirmed   bool           `json:"confirmed"`
	Likely      string         `json:"likely"` // path of the unit that an unconfirmed one may be
	Delegation  delegationView `json:"delegation"`
	Retired     string         `json:"retired"`
	Successor   string         `json:"successor"`
	Assets      int            `json:"assets" column:"report.column.assets"`
	Below       int            `json:"below" column:"terminal.unit.below"` // assets of the units below it
	Classified  int            `json:"classified" column:"terminal.unit.classified"`
	Waits       string         `json:"-" column:"terminal.unit.state"`
}

type delegationView struct {
	Role     string `json:"role"`
	Decision string `json:"decision"`
	On       string `json:"on"`
}

func (s unitCommands) viewUnit(r *register.Register, u asset.Unit, figures map[string]register.UnitFigures) unitView {
	f, above := figures[u.ID], r.Organisation().UnitPath(u.ID)
	v := unitView{
		ID: u.ID, Path: asset.Path(above), Branch: strings.Repeat(". ", len(above)-1) + u.Name, Kind: u.Kind,
		Manager: u.Manager, ManagerName: u.ManagerName, Answers: cmp.Or(u.Manager, u.ManagerName), Confirmed: !u.Unconfirmed,
		Delegation: delegationView(u.Delegation), Retired: u.Retired, Successor: path(r, u.Successor),
		Assets: f.Own, Below: f.All - f.Own, Classified: f.Decided,
	}
	if u.Unconfirmed {
		likely, _ := r.Organisation().LikelyUnit(u.ID)
		v.Likely = path(r, likely.ID)
	}
	v.Waits = s.waits(v)
	return v
}

func path(r *register.Register, id string) string { return asset.Path(r.Organisation().UnitPath(id)) }

// units lists the organisation as a tree, the units that keep wants.
func (s unitCommands) units(r *register.Register, keep func(asset.Unit) bool) error {
	figures := r.Organisation().UnitFigures()
	views := []unitView{}
	for _, u := range r.Organisation().Units() {
		if keep(u) {
			views = append(views, s.viewUnit(r, u, figures))
		}
	}
	return printList(s.session, views)
}

// waits says what is to be done about a unit, or that it is no more.
func (s unitCommands) waits(v unitView) string {
	switch {
	case v.Retired != "":
		return s.p.T("terminal.unit.retiredOn", "day", v.Retired)
	case v.Likely != "":
		return s.p.T("terminal.unit.likely", "name", lastName(v.Likely))
	case !v.Confirmed:
		return s.p.T("terminal.unit.unconfirmed")
	}
	return ""
}

// lastName is the unit that a path leads to, without those above it.
func lastName(path string) string {
	names := splitPath(path)
	return names[len(names)-1]
}

// unitDone prints what was done; with --json, the unit as it is now.
func (s unitCommands) unitDone(r *register.Register, id, key string, args ...any) error {
	s.say(key, args...)
	if !s.json {
		return nil
	}
	return s.units(r, func(u asset.Unit) bool { return u.ID == id })
}

// addUnit makes a unit and those above it that do not exist.
func (s unitCommands) addUnit(r *register.Register, f *unitFlags, words []string) error {
	kind := asset.UnitKind(f.kind)
	if kind != "" && !slices.Contains(asset.UnitKinds, kind) {
		return text.Fail(nil, "unit.problem.kind", "value", f.kind)
	}
	names := splitPath(words[0])
	if _, ok := r.Organisation().FindUnit(names); ok {
		return &codeError{exitRefused, "exists", text.Fail(nil, "terminal.unit.exists", "name", words[0])}
	}
	var edits []register.Edit
	parent := ""
	for i, name := range names {
		if u, ok := r.Organisation().FindUnit(names[:i+1]); ok {
			parent = u.ID
			continue
		}
		u := asset.Unit{ID: r.NewID(), Name: name, Kind: asset.GuessKind(name, i), Parent: parent}
		if i == len(names)-1 {
			u.Manager = f.manager
			u.Kind = cmp.Or(kind, u.Kind)
		}
		parent = u.ID
		edits = append(edits, register.PutUnit(u, 0))
	}
	if _, err := r.Commit(s.ctx, text.Msg("why.unit.add", "name", words[0]), edits...); err != nil {
		return err
	}
	s.say("terminal.unit.added", "name", words[0])
	if s.json {
		return s.units(r, func(asset.Unit) bool { return true })
	}
	return nil
}
