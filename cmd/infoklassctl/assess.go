package main

import (
	"strings"

	"infoklass/domain/requirement"
)

var assessCommand = command{
	name:  "assess",
	usage: "ASSET REQUIREMENT --answer met|partly|unmet|inapplicable|unassessed [--comment TEXT] [--evidence TEXT] [--by ROLE] [--on DATE] [--shared | --shared=false]",
	help:  "terminal.help.assess",
	json:  `{"asset": "01J…", "requirement": "BEH-08", "answer": "met", "comment": "…", "evidence": "…", "by": "…", "on": "2026-11-23", "shared": false}`,
	takes: []string{"ASSET", "REQUIREMENT"},
	prepare: func(s *session, f flagSet) func([]string) error {
		a := &assessFlags{flagSet: f}
		f.texts(map[string]*string{"answer": &a.answer, "comment": &a.comment, "evidence": &a.evidence, "by": &a.by, "on": &a.on})
		f.yes(map[string]*bool{"shared": &a.shared})
		return func(words []string) error {
			return requirementCommands{s}.assess(words[0], words[1], a)
		}
	},
}

type assessFlags struct {
	flagSet
	answer, comment, evidence, by, on string
	shared                            bool
}

// assess stores the answer to one requirement. A comment or evidence not given
// stays as it was; one given empty is taken away.
func (s requirementCommands) assess(name, id string, flags *assessFlags) error {
	answer, err := readAnswer(flags.answer)
	if err != nil {
		return err
	}
	r, rec, err := s.openAsset(false, name)
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
	return oneOf(word, requirement.Answers, "terminal.use.answer")
}
