package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var assetsCommand = command{
	name: "assets", usage: filterUsage, help: "terminal.help.assets", json: "[" + assetShape + "]",
	takes: []string{}, opens: reading,
	prepare: func(s *session, f flagSet) func([]string) error {
		filter := addFilter(f)
		return func([]string) error {
			return assetCommands{s}.assets(filter)
		}
	},
}

const assetShape = `{"id": "01J…", "listId": "…", "name": "…", "kind": "system|information", "unit": "A / B",
  "status": "procurement|planned|operation|retiring|retired|", "state": "decided|imported|draft|none",
  "confidentiality": 3, "integrity": 2, "availability": null, "traceability": null, "scale": "0-3",
  "decidedOn": "2026-11-23", "decidedBy": "…", "nextReview": "2027-11-23", "informationOwner": "…", "systemOwner": "…",
  "fields": {"supplier": "…"}, "custom": {"…": "…"}, "revision": 12,
  "inherited": [3, 2, null, null], "origin": ["information", "own", "raised", "lowered"], "informationSets": ["01J…"], "systems": ["01J…"], "newLook": false}`

const filterUsage = "[--query TEXT] [--unit PATH|ID] [--kind system|information] [--status STATUS] [--level 0-3] [--unclassified] [--important] [--critical] [--lacking]"

// assetView is an asset as printed. Levels are protection ranks 0–3 or null.
type assetView struct {
	ID               string                 `json:"id"`
	ListID           string                 `json:"listId"`
	Name             string                 `json:"name" column:"field.name"`
	Kind             asset.Kind             `json:"kind" column:"field.kind"`
	Unit             string                 `json:"unit" column:"field.unit"`
	Status           asset.Status           `json:"status"`
	K                string                 `json:"-" column:"aspect.confidentiality.letter"` // by the codes of the scale
	R                string                 `json:"-" column:"aspect.integrity.letter"`
	T                string                 `json:"-" column:"aspect.availability.letter"`
	S                string                 `json:"-" column:"aspect.traceability.letter"`
	State            stateKey               `json:"state" column:"terminal.column.state"`
	Confidentiality  classify.Level         `json:"confidentiality"`
	Integrity        classify.Level         `json:"integrity"`
	Availability     classify.Level         `json:"availability"`
	Traceability     classify.Level         `json:"traceability"`
	Scale            string                 `json:"scale"`
	DecidedOn        string                 `json:"decidedOn"`
	DecidedBy        string                 `json:"decidedBy"`
	NextReview       string                 `json:"nextReview" column:"field.review_date"`
	InformationOwner string                 `json:"informationOwner"`
	SystemOwner      string                 `json:"systemOwner"`
	Fields           map[asset.Field]string `json:"fields"`
	Custom           map[string]string      `json:"custom"`
	Revision         ledger.Revision        `json:"revision"`
	// What a system's levels owe to the information in it: the levels above are those in force.
	Inherited       classify.Profile  `json:"inherited"`
	Origin          [4]holding.Source `json:"origin"`
	InformationSets []string          `json:"informationSets"`
	Systems         []string          `json:"systems"`
	NewLook         bool              `json:"newLook"`
}

// stateKey is how far the classification has come, or none.
type stateKey string

func (k stateKey) Label() text.Message { return text.Msg("state." + string(k)) }

func view(r *register.Register, rec *register.Record) assetView {
	a, p := rec.Asset, rec.Profile()
	code := func(a classify.Aspect) string { return rec.Scale().Code(p.Of(a)) }
	v := assetView{
		ID: a.ID, ListID: a.Fields[asset.ListID], Name: a.Name, Kind: a.Kind, Unit: asset.Path(r.Organisation().UnitPath(a.Unit)), Status: a.Status,
		K: code(classify.Confidentiality), R: code(classify.Integrity), T: code(classify.Availability), S: code(classify.Traceability),
		State: cmp.Or(stateKey(rec.State()), "none"), Confidentiality: p.Of(classify.Confidentiality), Integrity: p.Of(classify.Integrity),
		Availability: p.Of(classify.Availability), Traceability: p.Of(classify.Traceability), NextReview: rec.NextReview(),
		InformationOwner: a.Fields[asset.InformationOwner], SystemOwner: a.Fields[asset.SystemOwner],
		Fields: a.Fields, Custom: a.Custom, Revision: rec.Revision,
	}
	if rec.Class != nil {
		v.Scale, v.DecidedOn, v.DecidedBy = rec.Class.Scale, rec.Class.DecidedOn, rec.Class.DecidedBy
	}
	if v.Fields == nil {
		v.Fields = map[asset.Field]string{}
	}
	v.Inherited, v.NewLook = rec.Holding.Demand(), duty.NewLook(r.Settings().Policy, rec)
	for _, aspect := range classify.Aspects {
		v.Origin[aspect] = rec.Origin(aspect).Source
	}
	v.InformationSets, v.Systems = []string{}, []string{}
	for _, held := range rec.Holding.Held() {
		v.InformationSets = append(v.InformationSets, held.Set)
	}
	for _, system := range r.Holdings().Systems(a.ID) {
		v.Systems = append(v.Systems, system.Asset.ID)
	}
	if v.Custom == nil {
		v.Custom = map[string]string{}
	}
	return v
}

func (s assetCommands) assets(f *filter) error {
	r := s.register
	records, err := f.find(s.session, r)
	if err != nil {
		return err
	}
	views := func(yield func(assetView) bool) {
		for _, rec := range records {
			if !yield(view(r, rec)) {
				return
			}
		}
	}
	if s.json {
		return s.printAssets(views)
	}
	printTable(s.session, views)
	fmt.Fprintln(s.out, s.p.N("terminal.assets.count", len(records)))
	return nil
}

// printAssets writes the array one asset at a time: a large register is not held twice.
func (s assetCommands) printAssets(views iter.Seq[assetView]) error {
	s.wrote = true
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("  ", "  ")
	sep, end := "[\n  ", "[]\n"
	for v := range views {
		b.Reset()
		if err := e.Encode(v); err != nil {
			return err
		}
		if _, err := fmt.Fprint(s.out, sep, strings.TrimSuffix(b.String(), "\n")); err != nil {
			return err
		}
		sep, end = ",\n  ", "\n]\n"
	}
	_, err := fmt.Fprint(s.out, end)
	return err
}

// filter chooses assets.
type filter struct {
	query, unit, kind, status, level string
	unclassified                     bool
	important, critical, lacking     bool
}

func addFilter(f flagSet) *filter {
	c := &filter{}
	f.texts(map[string]*string{"query": &c.query, "unit": &c.unit, "kind": &c.kind, "status": &c.status, "level": &c.level})
	f.yes(map[string]*bool{"unclassified": &c.unclassified, "important": &c.important, "critical": &c.critical, "lacking": &c.lacking})
	return c
}

// find returns the assets chosen, by name in Swedish order.
func (c *filter) find(s *session, r *register.Register) ([]*register.Record, error) {
	q, err := c.register(r)
	if err != nil {
		return nil, err
	}
	records, err := r.Find(s.ctx, q)
	if err != nil {
		return nil, err
	}
	text.SortBy(records, func(rec *register.Record) string { return rec.Asset.Name }, false)
	return records, nil
}

func (c *filter) register(r *register.Register) (register.Query, error) {
	q := register.Query{Text: c.query}
	var err error
	if q.Kind, err = readKind(c.kind); err != nil {
		return q, err
	}
	if q.Status, err = readStatus(c.status); err != nil {
		return q, err
	}
	if q.Unit, err = unitID(r, c.unit); err != nil {
		return q, err
	}
	if c.level != "" {
		if q.AtLeast, err = readLevel(c.level); err != nil {
			return q, err
		}
	}
	if c.unclassified {
		q.States = []classify.State{"", classify.Draft}
	}
	if c.important {
		q.Trait = asset.Important
	}
	if c.critical {
		q.Trait = asset.Critical
	}
	if c.lacking {
		judgement := duty.NewJudge().Register(r, r.Today())
		q.Lacking, q.Judgement = true, judgement
	}
	return q, nil
}

// words says what was chosen, for the header of a document; empty for everything.
func (c *filter) words(p *text.Printer) string {
	var parts []string
	add := func(label, value string) {
		if value != "" {
			parts = append(parts, p.T("terminal.filter", "label", label, "value", value))
		}
	}
	add(p.T("terminal.filter.query"), c.query)
	add(p.T("field.unit"), c.unit)
	if c.kind != "" {
		add(p.T("field.kind"), p.T("kind."+c.kind))
	}
	if c.status != "" {
		add(p.T("field.status"), p.T("status."+c.status))
	}
	add(p.T("terminal.filter.level"), c.level)
	if c.unclassified {
		parts = append(parts, p.T("state.none"))
	}
	for _, t := range []struct {
		on    bool
		words text.Message
	}{{c.important, asset.Important.Label()}, {c.critical, asset.Critical.Label()}, {c.lacking, text.Msg("terminal.filter.lacking")}} {
		if t.on {
			parts = append(parts, t.words.In(p))
		}
	}
	return strings.Join(parts, " · ")
}
