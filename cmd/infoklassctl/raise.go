package main

import (
	"context"
	"strconv"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/register"
)

type linker func(h *register.Holdings, ctx context.Context, system string, sets ...string) (int, error)

const adjustmentShape = `{"system": "01J…", "aspect": "availability", "way": "accumulation|aggregation|integration|deviation", "level": 3, "reason": "…",
  "decidedBy": "…", "decidedOn": "2026-11-23", "against": 2} · {"removed": true}`

var raiseCommand = command{
	name: "raise", usage: "SYSTEM K|R|T|S --remove | SYSTEM K|R|T|S LEVEL --way accumulation|aggregation|integration --reason TEXT [--decided-by ROLE] [--decided-on DATE]",
	help: "terminal.help.raise", json: adjustmentShape,
	prepare: func(s *session, f flagSet) func([]string) error {
		adj, remove := adjustmentFlags(f)
		f.StringVar((*string)(&adj.Way), "way", "", "")
		return func(words []string) error {
			if adj.Way == holding.Deviation {
				adj.Way = "" // that is what lower is for
			}
			return linkCommands{s}.adjust(words, *adj, *remove)
		}
	},
}

var lowerCommand = command{
	name: "lower", usage: "SYSTEM K|R|T|S --remove | SYSTEM K|R|T|S LEVEL --reason TEXT --decided-by ROLE [--decided-on DATE]",
	help: "terminal.help.lower", json: adjustmentShape,
	prepare: func(s *session, f flagSet) func([]string) error {
		adj, remove := adjustmentFlags(f)
		adj.Way = holding.Deviation
		return func(words []string) error { return linkCommands{s}.adjust(words, *adj, *remove) }
	},
}

func adjustmentFlags(f flagSet) (*holding.Adjustment, *bool) {
	adj := &holding.Adjustment{}
	f.texts(map[string]*string{"reason": &adj.Reason, "decided-by": &adj.DecidedBy, "decided-on": &adj.DecidedOn})
	return adj, f.Bool("remove", false, "")
}

// adjust raises or lowers a system's level, or takes that away.
func (s linkCommands) adjust(words []string, adj holding.Adjustment, remove bool) error {
	names := []string{"SYSTEM", "K|R|T|S", "LEVEL"}
	if remove {
		names = names[:2]
	}
	if err := exactly(words, names...); err != nil {
		return err
	}
	aspect, ok := classify.AspectOf(strings.ToUpper(words[1]))
	if !ok {
		if aspect, ok = classify.AspectOf(strings.ToLower(words[1])); !ok {
			return wrongUse("terminal.use.aspect", "value", words[1])
		}
	}
	if !remove {
		var err error
		if adj.Level, err = readLevel(words[2]); err != nil {
			return err
		}
	}
	r, rec, err := s.openAsset(false, words[0])
	if err != nil {
		return err
	}
	if remove {
		return s.endAdjustment(r, rec, aspect, adj.Lowers())
	}
	adj.System, adj.Aspect = rec.Asset.ID, aspect.Key()
	if adj, err = r.Holdings().Adjust(s.ctx, adj); err != nil {
		return err
	}
	rec, _ = r.Record(rec.Asset.ID)
	s.say("terminal.adjusted", "name", rec.Asset.Name, "profile", rec.Profile().String())
	return s.result(adj)
}

// readLevel reads a protection rank.
func readLevel(word string) (classify.Level, error) {
	rank, err := strconv.Atoi(word)
	if err != nil {
		return classify.Unset, wrongUse("terminal.use.level", "value", word)
	}
	level, err := classify.LevelOf(rank)
	if err != nil {
		return classify.Unset, wrongUse("terminal.use.level", "value", word)
	}
	return level, nil
}

func (s linkCommands) endAdjustment(r *register.Register, rec *register.Record, aspect classify.Aspect, lowers bool) error {
	o := rec.Origin(aspect)
	had := o.Adjustment != nil && o.Adjustment.Lowers() == lowers
	key := "terminal.adjusted.none"
	if had {
		if err := r.Holdings().EndAdjustment(s.ctx, rec.Asset.ID, aspect); err != nil {
			return err
		}
		rec, _ = r.Record(rec.Asset.ID)
		key = "terminal.adjusted"
	}
	s.say(key, "name", rec.Asset.Name, "profile", rec.Profile().String())
	return s.result(map[string]bool{"removed": had})
}
