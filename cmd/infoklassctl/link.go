package main

import (
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/holding"
	"infoklass/domain/register"
)

var linkCommand = command{
	name: "link", usage: "SYSTEM SET…", help: "terminal.help.link", json: `{"linked": 2}`,
	run: func(s *session, words []string) error {
		return linkCommands{s}.link(words, "linked", (*register.Holdings).Link)
	},
}

var unlinkCommand = command{
	name: "unlink", usage: "SYSTEM SET…", help: "terminal.help.unlink", json: `{"unlinked": 2}`,
	run: func(s *session, words []string) error {
		return linkCommands{s}.link(words, "unlinked", (*register.Holdings).Unlink)
	},
}

var linksCommand = command{
	name: "links", usage: "ASSET", help: "terminal.help.links",
	json: `{"id": "01J…", "name": "…", "kind": "system|information",
  "sets": [{"id": "01J…", "name": "…", "profile": [3, 2, 2, 1], "since": "2026-11-23", "new": false}],
  "systems": [{"id": "01J…", "name": "…"}],
  "levels": [{"aspect": "confidentiality", "level": 3, "source": "none|own|information|raised|lowered", "own": 2, "inherited": 3,
    "from": ["01J…"], "adjustment": {"system": "01J…", "aspect": "…", "way": "accumulation|aggregation|integration|deviation",
      "level": 3, "reason": "…", "decidedBy": "…", "decidedOn": "2026-11-23", "against": 2} | null, "lapsed": false}],
  "newLook": false}`,
	takes: []string{"ASSET"},
	run:   func(s *session, words []string) error { return linkCommands{s}.links(words[0]) },
}

// link does what a command says to the links of a system and the sets named.
func (s linkCommands) link(words []string, done string, do linker) error {
	if len(words) < 2 {
		return exactly(words, "SYSTEM", "SET")
	}
	r, system, err := s.openAsset(false, words[0])
	if err != nil {
		return err
	}
	sets, err := findAssets(r, words[1:])
	if err != nil {
		return err
	}
	n, err := do(r.Holdings(), s.ctx, system.Asset.ID, sets...)
	if err != nil {
		return err
	}
	key := "terminal.linked"
	if done == "unlinked" {
		key = "terminal.unlinked"
	}
	s.count(key, n, "name", system.Asset.Name)
	return s.result(map[string]int{done: n})
}

// linksView is what an asset holds or lies in, as printed with --json.
type linksView struct {
	ID      string          `json:"id"`
	Name    string          `json:"name"`
	Kind    asset.Kind      `json:"kind"`
	Sets    []setView       `json:"sets"`
	Systems []assetNameView `json:"systems"`
	Levels  []originView    `json:"levels"`
	NewLook bool            `json:"newLook"`
}

type setView struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Profile classify.Profile `json:"profile"`
	Since   string           `json:"since"`
	New     bool             `json:"new"` // came or changed since the system was decided
}

type originView struct {
	Aspect     string              `json:"aspect"`
	Level      classify.Level      `json:"level"`
	Source     holding.Source      `json:"source"`
	Own        classify.Level      `json:"own"`
	Inherited  classify.Level      `json:"inherited"`
	From       []string            `json:"from"`
	Adjustment *holding.Adjustment `json:"adjustment"`
	Lapsed     bool                `json:"lapsed"`
}

func viewLinks(r *register.Register, rec *register.Record) linksView {
	v := linksView{ID: rec.Asset.ID, Name: rec.Asset.Name, Kind: rec.Asset.Kind, Sets: []setView{}, Systems: named(r.Holdings().Systems(rec.Asset.ID)), NewLook: duty.NewLook(r.Settings().Policy, rec)}
	changed := map[string]bool{}
	for _, set := range rec.Holding.Changes() {
		changed[set.Set] = true
	}
	for _, set := range r.Holdings().Sets(rec.Asset.ID) {
		held, _ := rec.Holding.Find(set.Asset.ID)
		v.Sets = append(v.Sets, setView{held.Set, set.Asset.Name, held.Profile, held.Since, changed[held.Set]})
	}
	for _, a := range classify.Aspects {
		o := rec.Origin(a)
		if o.From == nil {
			o.From = []string{}
		}
		v.Levels = append(v.Levels, originView{a.Key(), o.Level, o.Source, o.Own, o.Demand, o.From, o.Adjustment, o.Lapsed})
	}
	return v
}

// links shows what a system holds and where its levels come from, or which
// systems an information set lies in.
func (s linkCommands) links(name string) error {
	r, rec, err := s.openAsset(true, name)
	if err != nil {
		return err
	}
	if s.json {
		return s.print(viewLinks(r, rec))
	}
	if rec.Asset.Kind == asset.InformationSet {
		return s.systems(r, rec)
	}
	p := s.p
	var rows [][]string
	for _, set := range r.Holdings().Sets(rec.Asset.ID) {
		held, _ := rec.Holding.Find(set.Asset.ID)
		rows = append(rows, append(levelCells(set), held.Since))
	}
	s.table(append(s.levelHeader("holding.field.set"), p.T("holding.field.since")), rows)
	rows = nil
	for _, a := range classify.Aspects {
		o := rec.Origin(a)
		rows = append(rows, []string{p.T("aspect." + a.Key()), rec.Scale().Code(o.Level), holding.Words(o, rec.Scale(), r.Names(o.From)).In(p)})
	}
	s.table([]string{p.T("holding.field.aspect"), p.T("terminal.column.level"), p.T("holding.field.origin")}, rows)
	if duty.NewLook(r.Settings().Policy, rec) {
		s.paragraph(p.T("todo.information"))
	}
	return nil
}

func (s linkCommands) systems(r *register.Register, rec *register.Record) error {
	s.table(s.levelHeader("holding.field.system"), each(r.Holdings().Systems(rec.Asset.ID), levelCells))
	return nil
}

// levelCells are the name of an asset and its levels.
func levelCells(rec *register.Record) []string {
	cells := []string{rec.Asset.Name}
	for _, a := range classify.Aspects {
		cells = append(cells, rec.Scale().Code(rec.Profile().Of(a)))
	}
	return cells
}

// levelHeader heads levelCells; key names what has the levels.
func (s linkCommands) levelHeader(key string) []string {
	header := []string{s.p.T(key)}
	for _, a := range classify.Aspects {
		header = append(header, s.p.T("aspect."+a.Key()+".letter"))
	}
	return header
}
