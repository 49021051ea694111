package main

import (
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

var exceptCommand = command{
	name:  "except",
	usage: "ASSET REQUIREMENT --remove | ASSET REQUIREMENT --reason TEXT --measure TEXT --decided-by ROLE [--decided-on DATE] --ends DATE",
	help:  "terminal.help.except",
	json: `{"asset": "01J…", "requirement": "BEH-08", "reason": "…", "measure": "…", "decidedBy": "…", "decidedOn": "2026-11-23", "ends": "2027-06-30"}
  · {"removed": true}`,
	takes: []string{"ASSET", "REQUIREMENT"},
	prepare: func(s *session, f flagSet) func([]string) error {
		x := requirement.Exception{}
		f.texts(map[string]*string{
			"reason": &x.Reason, "measure": &x.Measure, "decided-by": &x.DecidedBy, "decided-on": &x.DecidedOn, "ends": &x.Ends,
		})
		remove := f.Bool("remove", false, "")
		return func(words []string) error {
			x.Requirement = strings.ToUpper(words[1])
			return requirementCommands{s}.except(words[0], x, *remove)
		}
	},
}

// except decides an exception from a requirement, or takes it away.
func (s requirementCommands) except(name string, x requirement.Exception, remove bool) error {
	if !remove && x.Ends == "" {
		return wrongUse("terminal.use.missing", "what", "--ends")
	}
	r, rec, err := s.openAsset(false, name)
	if err != nil {
		return err
	}
	if remove {
		return s.removeException(r, rec, x.Requirement)
	}
	x.Asset = rec.Asset.ID
	if x.DecidedOn == "" {
		x.DecidedOn = text.Date(r.Today())
	}
	if err := r.Requirements().Except(s.ctx, x); err != nil {
		return err
	}
	s.say("terminal.except.done", "name", rec.Asset.Name, "requirement", x.Requirement, "ends", x.Ends)
	return s.result(x)
}

func (s requirementCommands) removeException(r *register.Register, rec *register.Record, id string) error {
	_, had := rec.Standing.Exceptions[id]
	if err := r.Requirements().EndException(s.ctx, rec.Asset.ID, id); err != nil {
		return err
	}
	key := "terminal.except.none"
	if had {
		key = "terminal.except.removed"
	}
	s.say(key, "name", rec.Asset.Name, "requirement", id)
	return s.result(map[string]bool{"removed": had})
}
