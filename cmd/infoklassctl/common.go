package main

import (
	"infoklass/domain/classify"
	"infoklass/domain/register"
)

var commonCommand = command{
	name: "common", usage: "list | add ASSET NAME | remove NAME", help: "terminal.help.common",
	json: `list: [{"id": "01J…", "name": "…", "asset": "01J…", "assetName": "…", "profile": [2, 1, 1, 1], "usedBy": 3, "outdated": 1}]
  add: {"id": "01J…", "name": "…", "asset": "01J…"}`,
	run: func(s *session, words []string) error {
		if len(words) == 0 {
			return wrongUse("terminal.use.missing", "what", "list")
		}
		switch words[0] {
		case "list":
			if err := exactly(words, "list"); err != nil {
				return err
			}
			return classifyCommands{s}.commons()
		case "add":
			if err := exactly(words, "add", "ASSET", "NAME"); err != nil {
				return err
			}
			return classifyCommands{s}.share(words[1], words[2])
		case "remove":
			if err := exactly(words, "remove", "NAME"); err != nil {
				return err
			}
			return classifyCommands{s}.unshare(words[1])
		}
		return wrongUse("terminal.use.command", "name", "common "+words[0])
	},
}

type commonView struct {
	ID        string           `json:"id"`
	Name      string           `json:"name" column:"field.name"`
	Asset     string           `json:"asset"`
	AssetName string           `json:"assetName" column:"terminal.column.asset"`
	Profile   classify.Profile `json:"profile" column:"terminal.column.levels"`
	UsedBy    int              `json:"usedBy" column:"terminal.column.usedBy"`
	Outdated  int              `json:"outdated" column:"terminal.column.outdated"` // began from a version that has been replaced
}

func (s classifyCommands) commons() error {
	r, err := s.open(true)
	if err != nil {
		return err
	}
	views := []commonView{}
	for _, c := range r.Classifications().Commons() {
		views = append(views, viewCommon(r, c))
	}
	return printList(s.session, views)
}

func viewCommon(r *register.Register, c classify.Common) commonView {
	v := commonView{ID: c.ID, Name: c.Name, Asset: c.Asset}
	if rec, ok := r.Record(c.Asset); ok {
		v.AssetName, v.Profile = rec.Asset.Name, rec.Profile()
	}
	for _, rec := range r.Records() {
		if rec.Class != nil && rec.Class.Common == c.ID {
			v.UsedBy++
			if rec.Renewed != "" {
				v.Outdated++
			}
		}
	}
	return v
}

func (s classifyCommands) share(asset, name string) error {
	r, err := s.open(false)
	if err != nil {
		return err
	}
	rec, err := findAsset(r, asset)
	if err != nil {
		return err
	}
	c, err := r.Classifications().Share(s.ctx, rec.Asset.ID, name)
	if err != nil {
		return err
	}
	s.say("common.shared", "name", c.Name)
	return s.result(c)
}

func (s classifyCommands) unshare(name string) error {
	r, err := s.open(false)
	if err != nil {
		return err
	}
	c, ok := r.Classifications().Common(name)
	if !ok {
		return wrongUse("common.problem.none", "name", name)
	}
	if err := r.Classifications().Unshare(s.ctx, c.ID); err != nil {
		return err
	}
	s.say("settings.commons.removed", "name", c.Name)
	return s.result(c)
}
