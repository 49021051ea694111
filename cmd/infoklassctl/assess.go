package main

import (
	"flag"
	"slices"
	"strings"

	"infoklass/domain/requirement"
)

var assessCommand = command{
	name:  "assess",
	usage: "ASSET REQUIREMENT --answer met|partly|unmet|inapplicable|unassessed [--comment TEXT] [--evidence TEXT] [--by ROLE] [--on DATE] [--shared | --shared=false]",
	help:  "terminal.help.assess",
	json:  `{"asset": "01J…", "requirement": "BEH-08", "answer": "met", "comment": "…", "evidence": "…", "by": "…", "on": "2026-11-23", "shared": false}`,
	takes: []string{"ASSET", "REQUIREMENT"},
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		a := &assessFlags{flagSet: flagSet{f}}
		f.StringVar(&a.answer, "answer", "", "")
		f.String("comment", "", "")
		f.String("evidence", "", "")
		f.String("by", "", "")
		f.StringVar(&a.on, "on", "", "")
		f.BoolVar(&a.shared, "shared", false, "")
		return func(words []string) error {
			return requirementCommands{s}.assess(words[0], words[1], a)
		}
	},
}

type assessFlags struct {
	flagSet
	answer, on string
	shared     bool
}

// assess stores the answer to one requirement. A comment or evidence not given
// stays as it was; one given empty is taken away.
func (s requirementCommands) assess(name, id string, flags *assessFlags) error {
	answer, err := readAnswer(flags.answer)
	if err != nil {
		return err
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	rec, err := findAsset(r, name)
	if err != nil {
		return err
	}
	id = strings.ToUpper(id)
	a := rec.Standing.Assessments[id]
	a.Asset, a.Requirement, a.Answer, a.On = rec.Asset.ID, id, answer, flags.on
	flags.take("comment", &a.Comment)
	flags.take("evidence", &a.Evidence)
	flags.take("by", &a.By)
	if flags.given("shared") {
		a.Shared = flags.shared
	}
	if a, err = r.Requirements().Assess(s.ctx, a); err != nil {
		return err
	}
	s.say("terminal.assess.done", "name", rec.Asset.Name, "requirement", id, "answer", answer.Label().In(s.p))
	if _, applies := r.Requirements().ListOf(rec).Find(id); !applies {
		s.say("terminal.assess.beside", "name", rec.Asset.Name, "requirement", id)
	}
	return s.result(a)
}

func readAnswer(word string) (requirement.Answer, error) {
	if word == "" {
		return "", wrongUse("terminal.use.missing", "what", "--answer")
	}
	if a := requirement.Answer(word); slices.Contains(requirement.Answers, a) {
		return a, nil
	}
	words := make([]string, len(requirement.Answers))
	for i, a := range requirement.Answers {
		words[i] = string(a)
	}
	return "", wrongUse("terminal.use.answer", "value", word, "words", strings.Join(words, ", "))
}
