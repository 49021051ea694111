package main

import (
	"infoklass/domain/register"
)

var platformCommand = command{
	name: "platform", usage: "ASSET [PLATFORM [--remove]]", help: "terminal.help.platform",
	json: `{"platforms": [{"id": "01J…", "name": "…"}], "users": [{"id": "01J…", "name": "…"}], "inherited": 5}`,
	prepare: func(s *session, f flagSet) func([]string) error {
		remove := f.Bool("remove", false, "")
		return func(words []string) error {
			if len(words) < 2 {
				if err := exactly(words, "ASSET"); err != nil {
					return err
				}
				return requirementCommands{s}.platform(words[0], "", false)
			}
			if err := exactly(words, "ASSET", "PLATFORM"); err != nil {
				return err
			}
			return requirementCommands{s}.platform(words[0], words[1], *remove)
		}
	},
}

type assetNameView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type platformView struct {
	Platforms []assetNameView `json:"platforms"`
	Users     []assetNameView `json:"users"`
	Inherited int             `json:"inherited"`
}

// platform puts an asset on a shared platform, or takes it off, and prints
// the platforms that it uses and the assets that use it.
func (s requirementCommands) platform(name, platformName string, remove bool) error {
	r, rec, err := s.openAsset(platformName == "", name)
	if err != nil {
		return err
	}
	if platformName != "" {
		if err := s.changePlatform(r, rec, platformName, remove); err != nil {
			return err
		}
	}
	rec, _ = r.Record(rec.Asset.ID)
	v := platformView{named(r.Requirements().Platforms(rec.Asset.ID)), named(r.Requirements().PlatformUsers(rec.Asset.ID)), r.Requirements().ListOf(rec).Fulfil(rec.Standing, r.Today()).All.Inherited}
	if s.json {
		return s.print(v)
	}
	var rows [][]string
	for _, p := range v.Platforms {
		rows = append(rows, []string{p.Name, s.p.T("terminal.platform.under")})
	}
	for _, u := range v.Users {
		rows = append(rows, []string{u.Name, s.p.T("terminal.platform.over")})
	}
	s.table([]string{s.p.T("field.name"), s.p.T("terminal.platform.how")}, rows)
	return nil
}

func (s requirementCommands) changePlatform(r *register.Register, rec *register.Record, name string, remove bool) error {
	platform, err := findAsset(r, name)
	if err != nil {
		return err
	}
	if remove {
		return r.Requirements().LeavePlatform(s.ctx, rec.Asset.ID, platform.Asset.ID)
	}
	return r.Requirements().UsePlatform(s.ctx, rec.Asset.ID, platform.Asset.ID)
}

func named(records []*register.Record) []assetNameView {
	return each(records, func(rec *register.Record) assetNameView { return assetNameView{rec.Asset.ID, rec.Asset.Name} })
}
