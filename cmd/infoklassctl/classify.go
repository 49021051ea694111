package main

import (
	"flag"
	"regexp"
	"strconv"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var classifyCommand = command{
	name: "classify", usage: "ASSET --levels K2R1T3S1 [--reason-k TEXT] [--reason-r TEXT] [--reason-t TEXT] [--reason-s TEXT] [--deviation-k TEXT] [--deviation-r TEXT] [--deviation-t TEXT] [--deviation-s TEXT] --decided-by ROLE " +
		"[--decided-on DATE] [--next-review DATE] [--outage-hours H] [--loss-hours H] [--participant ROLE[=NAME]]… [--draft]",
	help: "terminal.help.classify",
	json: `{"id": "01J…", "asset": "01J…", "state": "decided|draft", "scale": "0-3", "profile": [2, 1, 3, 1], "reasons": ["…", "…", "…", "…"], "deviations": ["…", "", "", ""],
  "outageHours": 8, "lossHours": 24, "participants": [{"role": "…", "name": "…"}], "decidedBy": "…", "decidedOn": "2026-11-23", "nextReview": "2027-11-23"}`,
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		c := &classifyFlags{}
		f.StringVar(&c.levels, "levels", "", "")
		for i, a := range classify.Aspects {
			f.StringVar(&c.reasons[i], "reason-"+strings.ToLower(a.Letter()), "", "")
			f.StringVar(&c.deviations[i], "deviation-"+strings.ToLower(a.Letter()), "", "")
		}
		f.StringVar(&c.by, "decided-by", "", "")
		f.StringVar(&c.on, "decided-on", "", "")
		f.StringVar(&c.review, "next-review", "", "")
		f.StringVar(&c.outage, "outage-hours", "", "")
		f.StringVar(&c.loss, "loss-hours", "", "")
		f.Var(&c.participants, "participant", "")
		f.BoolVar(&c.draft, "draft", false, "")
		return func(words []string) error {
			if err := exactly(words, "ASSET"); err != nil {
				return err
			}
			return s.classify(words[0], c)
		}
	},
}

type classifyFlags struct {
	levels, by, on, review string
	outage, loss           string
	reasons, deviations    [4]string
	participants           list
	draft                  bool
}

func (s *session) classify(name string, flags *classifyFlags) error {
	if flags.levels == "" {
		return wrongUse("terminal.use.missing", "what", "--levels")
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	rec, err := findAsset(r, name)
	if err != nil {
		return err
	}
	c, err := r.StartDraft(rec.Asset.ID)
	if err != nil {
		return err
	}
	if err := flags.apply(r, &c); err != nil {
		return err
	}
	if flags.draft {
		err = r.SaveDraft(s.ctx, c)
	} else {
		c, err = r.Decide(s.ctx, c)
	}
	if err != nil {
		return err
	}
	key := "terminal.classify.decided"
	if flags.draft {
		key = "terminal.classify.draft"
	}
	s.say(key, "name", rec.Asset.Name, "profile", c.Profile.String())
	if s.json {
		return s.print(c)
	}
	return nil
}

// apply puts what was given into a classification that begins with what was in
// force. A reason is kept only where the level is.
func (f *classifyFlags) apply(r *register.Register, c *classify.Classification) error {
	profile, err := readProfile(f.levels)
	if err != nil {
		return err
	}
	for i := range classify.Aspects {
		if profile[i] != c.Profile[i] {
			c.Reasons[i] = ""
			c.Answers[i] = classify.Unset
			c.Deviations[i] = ""
		}
		if f.deviations[i] != "" {
			c.Deviations[i] = classify.Justification(f.deviations[i])
		}
		if f.reasons[i] != "" {
			c.Reasons[i] = classify.Justification(f.reasons[i])
		}
	}
	c.Profile = profile
	if c.OutageHours, err = hours(f.outage, c.OutageHours); err != nil {
		return err
	}
	if c.LossHours, err = hours(f.loss, c.LossHours); err != nil {
		return err
	}
	if len(f.participants) > 0 {
		c.Participants = nil
	}
	for _, who := range f.participants {
		role, name, _ := strings.Cut(who, "=")
		c.Participants = append(c.Participants, classify.Participant{Role: role, Name: name})
	}
	for _, date := range []string{f.on, f.review} {
		if _, err := text.ParseDate(date); date != "" && err != nil {
			return err
		}
	}
	c.DecidedBy = f.by
	c.DecidedOn, c.NextReview = f.on, f.review
	if c.DecidedOn == "" {
		c.DecidedOn = text.Date(r.Today())
	}
	if decided, err := text.ParseDate(c.DecidedOn); err == nil && c.NextReview == "" {
		c.NextReview = text.Date(r.Settings().Demands().NextReview(profile, decided))
	}
	return nil
}

func hours(given string, before *float64) (*float64, error) {
	if given == "" {
		return before, nil
	}
	h, err := strconv.ParseFloat(strings.ReplaceAll(given, ",", "."), 64)
	if err != nil {
		return nil, text.Fail(err, "classify.problem.hours")
	}
	return &h, nil
}

var profileText = regexp.MustCompile(`^(?:\s*[KRTS][0-3–-][\s,/]*)+$`)
var profilePart = regexp.MustCompile(`([KRTS])([0-3–-])`)

// readProfile reads K2R1T3S1 as protection ranks; an aspect left out or
// written with a dash has no level.
func readProfile(s string) (classify.Profile, error) {
	var p classify.Profile
	upper := strings.ToUpper(s)
	if !profileText.MatchString(upper) {
		return p, wrongUse("terminal.use.levels", "value", s)
	}
	seen := map[string]bool{}
	for _, m := range profilePart.FindAllStringSubmatch(upper, -1) {
		a, _ := classify.AspectOf(m[1])
		if seen[m[1]] {
			return p, wrongUse("terminal.use.levels", "value", s)
		}
		seen[m[1]] = true
		p[a], _ = classify.Scale03.Read(m[2])
	}
	return p, nil
}
