package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var policyCommand = command{
	name:  "policy",
	usage: "[set NAME=N… [--duty ID [--on] [--off] [--name TEXT] [--section TEXT] [--quote TEXT]] | reset [NAME|ID…]]",
	help:  "terminal.help.policy",
	json: `{"demands": [{"name": "importantRank", "value": 3, "default": 3, "least": 1, "most": 3, "label": "…"}],
  "duties": [{"duty": "P10.owner", "on": true, "optional": true, "name": "…", "section": "…", "policy": "…", "own": false}]}`,
	prepare: func(s *session, f flagSet) func([]string) error {
		w := &policyFlags{flagSet: f}
		f.texts(map[string]*string{"duty": &w.duty, "name": &w.words.Name, "section": &w.words.Section, "quote": &w.words.Quote})
		f.yes(map[string]*bool{"on": &w.on, "off": &w.off})
		c := policyCommands{s}
		changes := verbs{
			"set":   {opens: writing, run: func(words []string) error { return c.changePolicy(w.apply, words) }},
			"reset": {opens: writing, run: func(words []string) error { return c.changePolicy(resetPolicy, words) }},
		}
		return func(words []string) error {
			if len(words) == 0 {
				if err := s.openFor(reading); err != nil {
					return err
				}
				return c.policy()
			}
			return changes.run(s, words, "", noVerb)
		}
	},
}

// policyFlags is what is to be changed about one duty.
type policyFlags struct {
	flagSet
	duty    string
	on, off bool
	words   register.Wording
}

// apply changes the numbers given, and the duty given. A wording given empty is the shipped one again.
func (w *policyFlags) apply(p register.Policy, pairs []string) (register.Policy, error) {
	for _, pair := range pairs {
		name, value, err := cutPair(pair)
		if err != nil {
			return p, err
		}
		d, ok := classify.DemandByKey(name)
		n, err := strconv.Atoi(value)
		if !ok || err != nil || n == 0 {
			return p, wrongUse("terminal.policy.demand", "value", pair, "names", strings.Join(demandNames(), ", "))
		}
		p = p.Demanding(d, n)
	}
	if w.duty == "" {
		if len(pairs) == 0 {
			return p, wrongUse("terminal.use.missing", "what", "NAME=N|--duty")
		}
		return p, nil
	}
	d, ok := duty.ByID(duty.ID(w.duty))
	switch {
	case !ok:
		return p, wrongUse("terminal.policy.duty", "value", w.duty, "ids", strings.Join(dutyNames(), ", "))
	case w.off && !d.Optional():
		return p, wrongUse("terminal.policy.needed", "value", w.duty)
	}
	if w.on || w.off {
		p = p.With(w.duty, w.on)
	}
	words := p.Wordings[w.duty]
	w.take("name", &words.Name)
	w.take("section", &words.Section)
	w.take("quote", &words.Quote)
	return p.Worded(w.duty, words), nil
}

// resetPolicy brings numbers and duties back to what is shipped, all of them where none is named.
func resetPolicy(p register.Policy, names []string) (register.Policy, error) {
	if len(names) == 0 {
		return register.Policy{}, nil
	}
	for _, name := range names {
		if d, ok := classify.DemandByKey(name); ok {
			p = p.Demanding(d, 0)
			continue
		}
		if _, ok := duty.ByID(duty.ID(name)); !ok {
			return p, wrongUse("terminal.policy.duty", "value", name, "ids", strings.Join(append(demandNames(), dutyNames()...), ", "))
		}
		p = p.With(name, true).Worded(name, register.Wording{})
	}
	return p, nil
}

func demandNames() []string {
	return each(classify.DemandList, func(d classify.Demand) string { return d.Key })
}

func dutyNames() []string {
	return each(duty.All, func(d *duty.Duty) string { return string(d.ID) })
}

// changePolicy stores the policy that change makes of the one in force and the words given.
func (s policyCommands) changePolicy(change func(register.Policy, []string) (register.Policy, error), words []string) error {
	settings := s.register.Settings()
	policy, err := change(settings.Policy, words)
	if err != nil {
		return err
	}
	settings.Policy = policy
	if err := s.register.ChangeSettings(s.ctx, settings); err != nil {
		return err
	}
	s.say("terminal.policy.changed")
	return s.policy()
}

type demandView struct {
	Name    string `json:"name" column:"terminal.policy.name"`
	Value   int    `json:"value" column:"terminal.policy.value"`
	Default int    `json:"default" column:"terminal.policy.default"`
	Least   int    `json:"least"`
	Most    int    `json:"most"`
	Label   string `json:"label" column:"terminal.policy.meaning"`
}

type policyDutyView struct {
	Duty     duty.ID `json:"duty" column:"terminal.policy.id"`
	On       inForce `json:"on" column:"terminal.policy.state"`
	Optional bool    `json:"optional"`
	Name     string  `json:"name" column:"terminal.policy.meaning"`
	Section  string  `json:"section" column:"terminal.policy.section"`
	Policy   string  `json:"policy" column:"terminal.policy.quote"`
	Own      bool    `json:"own"` // the municipality's own words
}

// inForce is whether the municipality's policy has a duty.
type inForce bool

func (on inForce) Label() text.Message {
	if on {
		return text.Msg("terminal.policy.on")
	}
	return text.Msg("terminal.policy.off")
}

// policy prints what the municipality's policy demands.
func (s policyCommands) policy() error {
	settings := s.register.Settings()
	now, base := settings.Demands(), classify.DefaultDemands
	demands := make([]demandView, len(classify.DemandList))
	for i, d := range classify.DemandList {
		least, most := d.Bounds()
		demands[i] = demandView{d.Key, *d.Of(&now), *d.Of(&base), least, most, d.Label().In(s.p)}
	}
	duties := make([]policyDutyView, len(duty.All))
	for i, d := range duty.By(settings.Policy) {
		_, own := settings.Policy.Wordings[string(d.ID)]
		duties[i] = policyDutyView{d.ID, inForce(!d.Off), d.Optional(), d.Label().In(s.p), d.Section().In(s.p), d.Policy().In(s.p), own}
	}
	if s.json {
		return s.print(map[string]any{"demands": demands, "duties": duties})
	}
	printTable(s.session, slices.Values(demands))
	printTable(s.session, slices.Values(duties))
	fmt.Fprintln(s.out, s.p.T("terminal.policy.foot"))
	return nil
}
