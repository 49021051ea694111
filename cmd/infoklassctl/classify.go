package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var classifyCommand = command{
	name: "classify", usage: "ASSET… (--levels K2R1T3S1|--categories K:individual=2,economy=1…|--like ASSET|--common NAME) [--reason-k TEXT] [--reason-r TEXT] [--reason-t TEXT] [--reason-s TEXT] [--deviation-k TEXT] [--deviation-r TEXT] [--deviation-t TEXT] [--deviation-s TEXT] --decided-by ROLE " +
		"[--decided-on DATE] [--next-review DATE] [--outage-hours H] [--loss-hours H] [--participant ROLE[=NAME]]… [--draft]",
	help: "terminal.help.classify",
	json: `{"id": "01J…", "asset": "01J…", "state": "decided|draft", "scale": "0-3", "profile": [2, 1, 3, 1], "reasons": ["…", "…", "…", "…"], "deviations": ["…", "", "", ""],
  "outageHours": 8, "lossHours": 24, "participants": [{"role": "…", "name": "…"}], "decidedBy": "…", "decidedOn": "2026-11-23", "nextReview": "2027-11-23",
  "effects": [[2, 1, null, null, null, null], …], "common": "01J…", "commonVersion": "01J…"} | several assets: [{…}]`,
	prepare: func(s *session, f flagSet) func([]string) error {
		c := &classifyFlags{}
		f.texts(map[string]*string{
			"levels": &c.levels, "like": &c.like, "common": &c.common, "decided-by": &c.by, "decided-on": &c.on, "next-review": &c.review,
			"outage-hours": &c.outage, "loss-hours": &c.loss,
		})
		f.lists(map[string]*list{"categories": &c.categories, "participant": &c.participants})
		f.yes(map[string]*bool{"draft": &c.draft})
		for i, a := range classify.Aspects {
			f.StringVar(&c.reasons[i], "reason-"+strings.ToLower(a.Letter()), "", "")
			f.StringVar(&c.deviations[i], "deviation-"+strings.ToLower(a.Letter()), "", "")
		}
		return func(words []string) error {
			switch {
			case len(words) == 0:
				return wrongUse("terminal.use.missing", "what", "ASSET")
			case c.levels == "" && c.like == "" && c.common == "" && len(c.categories) == 0:
				return wrongUse("terminal.use.missing", "what", "--levels")
			case len(words) == 1:
				return classifyCommands{s}.classify(words[0], c)
			}
			return classifyCommands{s}.classifyAlike(words, c)
		}
	},
}

type classifyFlags struct {
	levels, by, on, review string
	outage, loss           string
	reasons, deviations    [4]string
	participants           list
	draft                  bool

	categories   list   // K:individual=2,economy=1
	like, common string // where levels and reasons come from
}

func (s classifyCommands) classify(name string, flags *classifyFlags) error {
	r, rec, err := s.openAsset(false, name)
	if err != nil {
		return err
	}
	c, err := r.Classifications().StartDraft(rec.Asset.ID)
	if err != nil {
		return err
	}
	if err := flags.apply(r, &c); err != nil {
		return err
	}
	if flags.draft {
		err = r.Classifications().SaveDraft(s.ctx, c)
	} else {
		c, err = r.Classifications().Decide(s.ctx, c)
	}
	if err != nil {
		return err
	}
	key := "terminal.classify.decided"
	if flags.draft {
		key = "terminal.classify.draft"
	}
	s.say(key, "name", rec.Asset.Name, "profile", c.Profile.String())
	return s.result(c)
}

// apply puts what was given into a classification that begins with what was in
// force. A reason is kept only where the level is.
func (f *classifyFlags) apply(r *register.Register, c *classify.Classification) error {
	if err := f.borrow(r, c); err != nil {
		return err
	}
	effects, err := readCategories(f.categories, c.Effects)
	if err != nil {
		return err
	}
	profile, err := f.profile(*c, effects)
	if err != nil {
		return err
	}
	for i, a := range classify.Aspects {
		if profile[i] != c.Profile[i] {
			c.Reasons[i] = ""
			c.Forget(a)
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
	if len(f.categories) > 0 {
		c.Effects = effects
	}
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

// borrow lets the classification begin from that of another asset, or from one that all share.
func (f *classifyFlags) borrow(r *register.Register, c *classify.Classification) error {
	switch {
	case f.common != "":
		common, ok := r.Classifications().Common(f.common)
		if !ok {
			return wrongUse("common.problem.none", "name", f.common)
		}
		rec, _ := r.Record(common.Asset)
		if rec == nil || !rec.Classified() {
			return text.Fail(nil, "common.problem.decided", "name", common.Name)
		}
		c.Reuse(common, *rec.Class)
	case f.like != "":
		rec, err := findAsset(r, f.like)
		if err != nil {
			return err
		}
		if rec.Class == nil {
			return text.Fail(nil, "common.problem.decided", "name", rec.Asset.Name)
		}
		c.Reuse(classify.Common{}, *rec.Class)
		c.CommonVersion = ""
	}
	return nil
}

// profile is the levels given, else those that the categories lead to, else those borrowed.
func (f *classifyFlags) profile(c classify.Classification, effects classify.Effects) (classify.Profile, error) {
	if f.levels != "" {
		return readProfile(f.levels)
	}
	p := c.Profile
	for i := range effects {
		if highest := effects[i].Highest(); highest != classify.Unset && len(f.categories) > 0 {
			p[i] = highest
		}
	}
	return p, nil
}

// readCategories reads K:individual=2,economy=1 for as many aspects as are given.
func readCategories(given []string, effects classify.Effects) (classify.Effects, error) {
	for _, words := range given {
		letter, rest, found := strings.Cut(words, ":")
		a, ok := classify.AspectOf(strings.ToUpper(letter))
		if !found || !ok {
			return effects, wrongUse("terminal.use.categories", "value", words)
		}
		effects[a] = classify.EffectRow{}
		for part := range strings.SplitSeq(rest, ",") {
			name, code, _ := strings.Cut(part, "=")
			i := slices.Index(classify.Categories[:], classify.Category(name))
			l, known := classify.Scale03.Read(code)
			if i < 0 || !known {
				return effects, wrongUse("terminal.use.categories", "value", words)
			}
			effects[a] = effects[a].With(i, l)
		}
	}
	return effects, nil
}

// classifyAlike gives several assets the same levels, reasons and decision in one commit.
func (s classifyCommands) classifyAlike(names []string, flags *classifyFlags) error {
	if flags.draft {
		return wrongUse("terminal.use.alikeDraft")
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	ids, err := findAssets(r, names)
	if err != nil {
		return err
	}
	c := classify.Classification{}
	if err := flags.apply(r, &c); err != nil {
		return err
	}
	n, err := r.Classifications().ClassifyAlike(s.ctx, ids, c)
	if err != nil {
		return err
	}
	s.count("terminal.classify.alike", n, "profile", c.Profile.String())
	if !s.json {
		return nil
	}
	var made []classify.Classification
	for _, id := range ids {
		if rec, ok := r.Record(id); ok {
			made = append(made, *rec.Class)
		}
	}
	return s.print(made)
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
