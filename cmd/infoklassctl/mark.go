package main

import (
	"fmt"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
)

var markCommand = command{
	name: "mark", usage: "ASSET [important|critical yes|no|rule [--reason TEXT] [--by ROLE] [--on DATE]]", help: "terminal.help.mark",
	json: `[{"trait": "important|critical", "holds": true, "origin": "rule|hand", "because": ["confidentiality"], "reason": "…", "by": "…", "on": "2026-11-23"}]`,
	prepare: func(s *session, f flagSet) func([]string) error {
		m := &asset.Mark{}
		f.texts(map[string]*string{"reason": &m.Reason, "by": &m.By, "on": &m.On})
		return func(words []string) error {
			switch len(words) {
			case 1:
				return assetCommands{s}.marks(words[0])
			case 3:
				return assetCommands{s}.mark(words[0], asset.Trait(words[1]), words[2], *m)
			}
			return exactly(words, "ASSET", "important|critical", "yes|no|rule")
		}
	},
}

// mark decides by hand whether an asset has a trait, or leaves it to the levels.
func (s assetCommands) mark(name string, t asset.Trait, what string, m asset.Mark) error {
	mark := &m
	switch what {
	case "yes", "no":
		m.Holds = what == "yes"
	case "rule":
		mark = nil
	default:
		return wrongUse("terminal.use.word", "value", what, "words", "yes, no, rule")
	}
	if err := t.Known(); err != nil {
		return err
	}
	r, rec, err := s.openAsset(false, name)
	if err != nil {
		return err
	}
	if err := r.MarkAsset(s.ctx, rec.Asset.ID, t, mark); err != nil {
		return err
	}
	s.say("terminal.mark.done", "name", rec.Asset.Name)
	return s.printMarks(r, rec.Asset.ID)
}

func (s assetCommands) marks(name string) error {
	r, rec, err := s.openAsset(true, name)
	if err != nil {
		return err
	}
	return s.printMarks(r, rec.Asset.ID)
}

type markView struct {
	Trait   asset.Trait `json:"trait"`
	Holds   bool        `json:"holds"`
	Origin  string      `json:"origin"`
	Because []string    `json:"because"`
	Reason  string      `json:"reason"`
	By      string      `json:"by"`
	On      string      `json:"on"`
}

func (s assetCommands) printMarks(r *register.Register, id string) error {
	rec, _ := r.Record(id)
	demands := r.Settings().Demands()
	var views []markView
	for _, t := range asset.Traits {
		v := markView{Trait: t, Holds: rec.Has(t, demands), Origin: "rule", Because: []string{}}
		if m, marked := rec.Asset.Marks[t]; marked {
			v.Origin, v.Reason, v.By, v.On = "hand", m.Reason, m.By, m.On
		}
		for _, a := range demands.Because(t.Obligation(), rec.Asset.Object(), rec.Profile()) {
			v.Because = append(v.Because, a.Key())
		}
		views = append(views, v)
	}
	if s.json {
		return s.print(views)
	}
	for _, v := range views {
		fmt.Fprintf(s.out, "%s: %s\n", v.Trait.Label().In(s.p), s.markWords(rec, v))
	}
	return nil
}

func (s assetCommands) markWords(rec *register.Record, v markView) string {
	if m, marked := rec.Asset.Marks[v.Trait]; marked {
		return register.MarkText(s.p, m)
	}
	if !v.Holds {
		return s.p.T("terminal.mark.not")
	}
	names := each(v.Because, func(key string) string { return strings.ToLower(s.p.T("aspect." + key)) })
	return s.p.T("terminal.mark.rule", "aspects", strings.Join(names, ", "))
}
