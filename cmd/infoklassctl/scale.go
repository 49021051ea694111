package main

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var scaleCommand = command{
	name: "scale", usage: "list | add NAME --level CODE=RANK:WORD[/ENGLISH]… | use SCALE | convert SCALE [--dry-run] | remove SCALE", help: "terminal.help.scale",
	json: `list: [{"id": "0-3", "name": "…", "levels": [{"rank": 0, "code": "0", "sv": "…", "en": "…", "level": 0}], "inForce": true}]
  add: {"id": "…", "name": "…", "levels": […]}
  convert: [{"asset": "01J…", "name": "…", "from": "0-3", "before": [2, 1, 3, 1], "after": [3, 1, 3, 1]}]`,
	prepare: func(s *session, f flagSet) func([]string) error {
		var levels list
		f.Var(&levels, "level", "")
		dry := f.Bool("dry-run", false, "")
		return func(words []string) error {
			if len(words) == 0 {
				return wrongUse("terminal.use.missing", "what", "list")
			}
			if words[0] == "list" {
				return classifyCommands{s}.scales(words[1:])
			}
			if err := exactly(words, words[0], "SCALE"); err != nil {
				return err
			}
			return classifyCommands{s}.scale(words[0], words[1], levels, *dry)
		}
	},
}

type scaleView struct {
	classify.Scale
	Name    string `json:"name"`
	InForce bool   `json:"inForce"`
}

func (s classifyCommands) scales(words []string) error {
	if err := exactly(words); err != nil {
		return err
	}
	r, err := s.open(true)
	if err != nil {
		return err
	}
	var views []scaleView
	rows := [][]string{}
	for _, scale := range r.Classifications().Scales() {
		view := scaleView{scale, scale.Title(s.p), scale.ID == r.Classifications().ScaleInForce().ID}
		views = append(views, view)
		levels := each(scale.Levels, func(l classify.ScaleLevel) string {
			return l.Code + " " + l.Label(string(s.p.Lang())) + " (" + l.Level.String() + ")"
		})
		mark := ""
		if view.InForce {
			mark = s.p.T("terminal.scale.inForce")
		}
		rows = append(rows, []string{scale.ID, view.Name, strings.Join(levels, ", "), mark})
	}
	if s.json {
		return s.print(views)
	}
	s.table([]string{s.p.T("settings.scale"), s.p.T("field.name"), s.p.T("terminal.column.levels"), ""}, rows)
	return nil
}

func (s classifyCommands) scale(verb, name string, levels []string, dry bool) error {
	r, err := s.open(dry)
	if err != nil {
		return err
	}
	if verb == "add" {
		return s.addScale(r, name, levels)
	}
	scale, ok := r.Classifications().Scale(name)
	if !ok {
		return text.Fail(nil, "register.problem.scale", "scale", name)
	}
	said := "terminal.scale.use"
	switch verb {
	case "use":
		err = r.Classifications().UseScale(s.ctx, scale.ID)
	case "convert":
		return s.convert(r, scale, dry)
	case "remove":
		said, err = "terminal.scale.remove", r.Classifications().RemoveScale(s.ctx, scale.ID)
	default:
		return wrongUse("terminal.use.command", "name", "scale "+verb)
	}
	if err != nil {
		return err
	}
	s.say(said, "scale", scale.Title(s.p))
	return s.result(scaleView{scale, scale.Title(s.p), scale.ID == r.Classifications().ScaleInForce().ID})
}

func (s classifyCommands) addScale(r *register.Register, name string, given []string) error {
	var levels []classify.ScaleLevel
	for _, words := range given {
		code, rest, _ := strings.Cut(words, "=")
		rank, label, _ := strings.Cut(rest, ":")
		sv, en, _ := strings.Cut(label, "/")
		level, ok := classify.Scale03.Read(rank)
		if !ok {
			return wrongUse("terminal.use.scaleLevel", "value", words)
		}
		levels = append(levels, classify.ScaleLevel{Code: code, Swedish: sv, English: en, Level: level})
	}
	scale := classify.OwnScale(name, levels...)
	if err := r.Classifications().AddScale(s.ctx, scale); err != nil {
		return err
	}
	s.say("terminal.scale.add", "scale", scale.Name, "id", scale.ID)
	return s.result(scale)
}

type conversionView struct {
	Asset  string           `json:"asset"`
	Name   string           `json:"name"`
	From   string           `json:"from"`
	Before classify.Profile `json:"before"`
	After  classify.Profile `json:"after"`
}

// convert rewrites the decided classifications in another scale, or says what that would do.
func (s classifyCommands) convert(r *register.Register, scale classify.Scale, dry bool) error {
	plan := r.Classifications().PreviewConversion(scale)
	views := make([]conversionView, len(plan))
	raised := 0
	for i, c := range plan {
		views[i] = conversionView{c.Record.Asset.ID, c.Record.Asset.Name, c.From.ID, c.Record.Class.Profile, c.Profile}
		if c.Raises() {
			raised++
			s.say("terminal.scale.raises", "name", c.Record.Asset.Name, "before", views[i].Before.String(), "after", views[i].After.String())
		}
	}
	key := "terminal.scale.would"
	if !dry {
		key = "terminal.scale.converted"
		if _, err := r.Classifications().ConvertScale(s.ctx, scale.ID); err != nil {
			return err
		}
	}
	s.count(key, len(plan), "scale", scale.Title(s.p), "raised", raised)
	return s.result(views)
}
