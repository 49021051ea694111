package main

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

const changeUsage = "[--kind system|information] [--unit PATH|ID] [--status STATUS] [--field NAME=VALUE]… [--custom HEADER=VALUE]…"

var assetCommand = command{
	name: "asset", usage: "add NAME " + changeUsage + " | set ASSET [--name NAME] " + changeUsage + " | delete ASSET…",
	help: "terminal.help.asset", json: assetShape + ` · {"deleted": ["01J…"], "revision": 12}`,
	prepare: func(s *session, f flagSet) func([]string) error {
		ch := &assetFlags{flagSet: f}
		f.texts(map[string]*string{"name": &ch.name, "kind": &ch.kind, "unit": &ch.unit, "status": &ch.status})
		f.lists(map[string]*list{"field": &ch.fields, "custom": &ch.custom})
		c := assetCommands{s}
		actions := verbs{
			"add":    {[]string{"NAME"}, writing, func(words []string) error { return c.addAsset(words[0], ch) }},
			"set":    {[]string{"ASSET"}, writing, func(words []string) error { return c.setAsset(words[0], ch) }},
			"delete": {run: c.deleteAssets},
		}
		return func(words []string) error { return actions.run(s, words, "add|set|delete", noVerb) }
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
	ch.take("name", &a.Name)
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
		if a.Unit, err = unitID(r, ch.unit); err != nil {
			return a, err
		}
	}
	for _, pair := range ch.fields {
		name, value, err := cutPair(pair)
		if err != nil {
			return a, err
		}
		if d, ok := asset.Field(name).Definition(); ok && d.Form == asset.Day && value != "" {
			if _, err := text.ParseDate(value); err != nil { // only a list may say a day in other words
				return a, err
			}
		}
		a = a.With(asset.Field(name), value)
	}
	for _, pair := range ch.custom {
		header, value, err := cutPair(pair)
		if err != nil {
			return a, err
		}
		a = a.WithCustom(header, value)
	}
	return a, nil
}

// cutPair divides NAME=VALUE.
func cutPair(pair string) (name, value string, err error) {
	name, value, ok := strings.Cut(pair, "=")
	if !ok {
		return "", "", wrongUse("terminal.use.pair", "value", pair)
	}
	return name, value, nil
}

func (s assetCommands) addAsset(name string, ch *assetFlags) error {
	r := s.register
	a, err := ch.apply(r, asset.Asset{Name: name, Kind: asset.System})
	if err != nil {
		return err
	}
	if a, err = r.AddAsset(s.ctx, a); err != nil {
		return err
	}
	s.say("terminal.asset.added", "name", a.Name, "id", a.ID)
	return s.printAsset(r, a.ID)
}

func (s assetCommands) setAsset(name string, ch *assetFlags) error {
	r := s.register
	rec, err := findAsset(r, name)
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
