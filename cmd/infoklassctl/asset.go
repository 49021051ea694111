package main

import (
	"flag"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
)

const changeUsage = "[--kind system|information] [--unit PATH|ID] [--status STATUS] [--field NAME=VALUE]… [--custom HEADER=VALUE]…"

var assetCommand = command{
	name: "asset", usage: "add NAME " + changeUsage + " | set ASSET [--name NAME] " + changeUsage + " | delete ASSET…",
	help: "terminal.help.asset", json: assetShape + ` · {"deleted": ["01J…"], "revision": 12}`,
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		ch := &assetFlags{flagSet: flagSet{f}}
		f.StringVar(&ch.name, "name", "", "")
		f.StringVar(&ch.kind, "kind", "", "")
		f.StringVar(&ch.unit, "unit", "", "")
		f.StringVar(&ch.status, "status", "", "")
		f.Var(&ch.fields, "field", "")
		f.Var(&ch.custom, "custom", "")
		return func(words []string) error {
			if len(words) == 0 {
				return wrongUse("terminal.use.missing", "what", "add|set|delete")
			}
			switch words[0] {
			case "add":
				return assetCommands{s}.addAsset(words[1:], ch)
			case "set":
				return assetCommands{s}.setAsset(words[1:], ch)
			case "delete":
				return assetCommands{s}.deleteAssets(words[1:])
			}
			return wrongUse("terminal.use.tooMany", "word", words[0])
		}
	},
}

// assetFlags are the particulars given. A flag that was given empty takes its particular away.
type assetFlags struct {
	flagSet
	name, kind, unit, status string
	fields, custom           list
}

// apply returns the asset with everything given changed.
func (ch *assetFlags) apply(r *register.Register, a asset.Asset) (asset.Asset, error) {
	var err error
	if ch.given("name") {
		a.Name = ch.name
	}
	if ch.given("kind") {
		if a.Kind, err = readKind(ch.kind); err != nil {
			return a, err
		}
	}
	if ch.given("status") {
		if a.Status, err = readStatus(ch.status); err != nil {
			return a, err
		}
	}
	if ch.given("unit") {
		a.Unit = ""
		if ch.unit != "" {
			u, err := findUnit(r, ch.unit)
			if err != nil {
				return a, err
			}
			a.Unit = u.ID
		}
	}
	for _, pair := range ch.fields {
		name, value, ok := strings.Cut(pair, "=")
		if !ok {
			return a, wrongUse("terminal.use.pair", "value", pair)
		}
		a = a.With(asset.Field(name), value)
	}
	for _, pair := range ch.custom {
		header, value, ok := strings.Cut(pair, "=")
		if !ok {
			return a, wrongUse("terminal.use.pair", "value", pair)
		}
		a = a.WithCustom(header, value)
	}
	return a, nil
}

func (s assetCommands) addAsset(words []string, ch *assetFlags) error {
	if err := exactly(words, "NAME"); err != nil {
		return err
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	a, err := ch.apply(r, asset.Asset{Name: words[0], Kind: asset.System})
	if err != nil {
		return err
	}
	if a, err = r.AddAsset(s.ctx, a); err != nil {
		return err
	}
	s.say("terminal.asset.added", "name", a.Name, "id", a.ID)
	return s.printAsset(r, a.ID)
}

func (s assetCommands) setAsset(words []string, ch *assetFlags) error {
	if err := exactly(words, "ASSET"); err != nil {
		return err
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	rec, err := findAsset(r, words[0])
	if err != nil {
		return err
	}
	a, err := ch.apply(r, rec.Asset)
	if err != nil {
		return err
	}
	if _, err := r.ChangeAsset(s.ctx, a, rec.Revision); err != nil {
		return err
	}
	s.say("terminal.asset.changed", "name", a.Name)
	return s.printAsset(r, a.ID)
}

func (s assetCommands) printAsset(r *register.Register, id string) error {
	rec, ok := r.Record(id)
	if !s.json || !ok {
		return nil
	}
	return s.print(view(r, rec))
}

func (s assetCommands) deleteAssets(words []string) error {
	if len(words) == 0 {
		return wrongUse("terminal.use.missing", "what", "ASSET")
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	ids, err := findAssets(r, words)
	if err != nil {
		return err
	}
	rev, err := r.DeleteAssets(s.ctx, ids)
	if err != nil {
		return err
	}
	s.count("terminal.asset.deleted", len(ids))
	return s.result(map[string]any{"deleted": ids, "revision": rev})
}
