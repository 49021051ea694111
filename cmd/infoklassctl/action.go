package main

import (
	"flag"
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/register"
)

var actionCommand = command{
	name: "action",
	usage: "list " + actionFilterUsage + " | add TEXT " + actionUsage + " | change ACTION [--what TEXT] " + actionUsage +
		" | follow ACTION NOTE [--on DATE] | close ACTION [--cancelled] [--on DATE] | reopen ACTION | delete ACTION…",
	help: "terminal.help.action",
	json: `list: [` + actionShape + `] · delete: {"deleted": ["01J…"]} · otherwise: the action`,
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		c := addActionFlags(f)
		return func(words []string) error {
			if len(words) == 0 {
				return wrongUse("terminal.use.missing", "what", "list|add|change|follow|close|reopen|delete")
			}
			return actionCommands{s}.action(words[0], words[1:], c)
		}
	},
}

const (
	actionFilterUsage = "[--asset ASSET] [--unit PATH|ID] [--status STATUS] [--responsible ROLE] [--query TEXT] [--late] [--follow-up]"
	actionUsage       = "[--asset ASSET] [--unit PATH|ID] [--requirement ID] [--duty ID] [--risk TEXT] [--responsible ROLE] [--name NAME] [--start DATE] [--due DATE] [--cost SEK] [--status planned|ongoing]"
	actionShape       = `{"id": "01J…", "what": "…", "asset": "01J…", "unit": "01J…", "about": "…", "answersTo": "requirement|duty|risk", "answersToId": "BEH-08",
    "answersToText": "…", "responsible": "…", "name": "…", "start": "2026-09-01", "due": "2026-12-31", "cost": 25000, "status": "planned|ongoing|done|cancelled",
    "closed": "", "late": false, "nextFollowUp": "2027-01-15", "followUps": [{"on": "2026-10-15", "note": "…", "by": "…"}]}`
)

// actionFlags are the particulars and conditions given. A flag that was given empty takes its particular away.
type actionFlags struct {
	flagSet
	what, asset, unit, requirement, duty, risk                string
	responsible, name, start, due, cost, status, query, onDay string
	late, followUp, cancelled                                 bool
}

func addActionFlags(f *flag.FlagSet) *actionFlags {
	c := &actionFlags{flagSet: flagSet{f}}
	c.texts(map[string]*string{
		"what": &c.what, "asset": &c.asset, "unit": &c.unit, "requirement": &c.requirement, "duty": &c.duty, "risk": &c.risk,
		"responsible": &c.responsible, "name": &c.name, "start": &c.start, "due": &c.due, "cost": &c.cost, "status": &c.status,
		"query": &c.query, "on": &c.onDay,
	})
	f.BoolVar(&c.late, "late", false, "")
	f.BoolVar(&c.followUp, "follow-up", false, "")
	f.BoolVar(&c.cancelled, "cancelled", false, "")
	return c
}

func (s actionCommands) action(verb string, words []string, c *actionFlags) error {
	switch verb {
	case "list":
		return s.listActions(words, c)
	case "add":
		return s.addAction(words, c)
	case "change":
		return s.changeAction(words, c)
	case "follow":
		return s.followAction(words, c)
	case "close":
		return s.closeAction(words, c)
	case "reopen":
		return s.onAction(words, "terminal.action.reopened", func(r *register.Register, id string) (action.Action, error) { return r.Plan().ReopenAction(s.ctx, id) })
	case "delete":
		return s.deleteActions(words)
	}
	return wrongUse("terminal.use.tooMany", "word", verb)
}

// find reads what the flags choose.
func (c *actionFlags) find(r *register.Register) (register.ActionQuery, error) {
	q := register.ActionQuery{Text: c.query, Late: c.late, FollowUp: c.followUp, Responsible: c.responsible}
	if c.status != "" {
		status, err := readActionStatus(c.status)
		if err != nil {
			return q, err
		}
		q.Statuses = []action.Status{status}
	}
	if c.asset != "" {
		rec, err := findAsset(r, c.asset)
		if err != nil {
			return q, err
		}
		q.Asset = rec.Asset.ID
	}
	if c.unit != "" {
		u, err := findUnit(r, c.unit)
		if err != nil {
			return q, err
		}
		q.Unit = u.ID
	}
	return q, nil
}

func readActionStatus(word string) (action.Status, error) {
	if s := action.Status(word); slices.Contains(action.Statuses, s) {
		return s, nil
	}
	words := make([]string, len(action.Statuses))
	for i, s := range action.Statuses {
		words[i] = string(s)
	}
	return "", wrongUse("terminal.use.status", "value", word, "words", strings.Join(words, ", "))
}

// apply returns the action with everything given changed.
func (c *actionFlags) apply(r *register.Register, a action.Action) (action.Action, error) {
	for name, to := range map[string]*string{
		"what": &a.What, "responsible": &a.Responsible, "name": &a.Name, "start": &a.Start, "due": &a.Due, "status": (*string)(&a.Status),
	} {
		c.take(name, to)
	}
	for name, kind := range map[string]action.CauseKind{"requirement": action.Requirement, "duty": action.Duty, "risk": action.Risk} {
		if c.given(name) {
			a.Cause = c.cause(kind)
		}
	}
	if c.given("duty") && !duty.Asks(r.Settings().Policy, duty.ID(a.Cause.ID)) {
		return a, wrongUse("terminal.action.duty", "id", a.Cause.ID)
	}
	if c.given("cost") {
		cost, err := action.ReadCost(c.cost)
		if err != nil {
			return a, err
		}
		a.Cost = cost
	}
	return c.applyAbout(r, a)
}

func (c *actionFlags) cause(kind action.CauseKind) action.Cause {
	switch kind {
	case action.Requirement:
		return action.Cause{Kind: kind, ID: strings.ToUpper(c.requirement)}
	case action.Duty:
		return action.Cause{Kind: kind, ID: c.duty}
	}
	return action.Cause{Kind: kind, Text: c.risk}
}

func (c *actionFlags) applyAbout(r *register.Register, a action.Action) (action.Action, error) {
	if c.given("asset") {
		a.Asset = ""
		if c.asset != "" {
			rec, err := findAsset(r, c.asset)
			if err != nil {
				return a, err
			}
			a.Asset = rec.Asset.ID
		}
	}
	if c.given("unit") {
		a.Unit = ""
		if c.unit != "" {
			u, err := findUnit(r, c.unit)
			if err != nil {
				return a, err
			}
			a.Unit = u.ID
		}
	}
	return a, nil
}
