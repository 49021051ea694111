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
		c := classifyCommands{s}
		return verbs{
			"list":   {[]string{}, reading, func([]string) error { return c.commons() }},
			"add":    {[]string{"ASSET", "NAME"}, writing, func(words []string) error { return c.share(words[0], words[1]) }},
			"remove": {[]string{"NAME"}, writing, func(words []string) error { return c.unshare(words[0]) }},
		}.run(s, words, "list", noVerbOf("common"))
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
	r := s.register
	return printEach(s.session, r.Classifications().Commons(), func(c classify.Common) commonView { return viewCommon(r, c) })
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
	r := s.register
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
	r := s.register
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
