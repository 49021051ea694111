package main

import (
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
	prepare: func(s *session, f flagSet) func([]string) error {
		c := addActionFlags(f)
		return func(words []string) error {
			return actionCommands{s}.verbs(c).run(s, words, "list|add|change|follow|close|reopen|delete", noVerb)
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

func addActionFlags(f flagSet) *actionFlags {
	c := &actionFlags{flagSet: f}
	c.texts(map[string]*string{
		"what": &c.what, "asset": &c.asset, "unit": &c.unit, "requirement": &c.requirement, "duty": &c.duty, "risk": &c.risk,
		"responsible": &c.responsible, "name": &c.name, "start": &c.start, "due": &c.due, "cost": &c.cost, "status": &c.status,
		"query": &c.query, "on": &c.onDay,
	})
	c.yes(map[string]*bool{"late": &c.late, "follow-up": &c.followUp, "cancelled": &c.cancelled})
	return c
}

func (s actionCommands) verbs(c *actionFlags) verbs {
	one := []string{"ACTION"}
	return verbs{
		"list":   {[]string{}, reading, func([]string) error { return s.listActions(c) }},
		"add":    {[]string{"TEXT"}, writing, func(words []string) error { return s.addAction(words[0], c) }},
		"change": {one, writing, func(words []string) error { return s.changeAction(words[0], c) }},
		"follow": {[]string{"ACTION", "NOTE"}, writing, func(words []string) error { return s.followAction(words[0], words[1], c) }},
		"close":  {one, writing, func(words []string) error { return s.closeAction(words[0], c) }},
		"reopen": {one, writing, func(words []string) error { return s.reopenAction(words[0]) }},
		"delete": {run: s.deleteActions},
	}
}

// find reads what the flags choose.
func (c *actionFlags) find(r *register.Register) (q register.ActionQuery, err error) {
	q = register.ActionQuery{Text: c.query, Late: c.late, FollowUp: c.followUp, Responsible: c.responsible}
	if c.status != "" {
		status, err := oneOf(c.status, action.Statuses, "terminal.use.status")
		if err != nil {
			return q, err
		}
		q.Statuses = []action.Status{status}
	}
	if q.Asset, err = assetID(r, c.asset); err != nil {
		return q, err
	}
	q.Unit, err = unitID(r, c.unit)
	return q, err
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

func (c *actionFlags) applyAbout(r *register.Register, a action.Action) (_ action.Action, err error) {
	if c.given("asset") {
		if a.Asset, err = assetID(r, c.asset); err != nil {
			return a, err
		}
	}
	if c.given("unit") {
		a.Unit, err = unitID(r, c.unit)
	}
	return a, err
}
