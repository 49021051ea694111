package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

var catalogueCommand = command{
	name: "catalogue",
	usage: "[list] | add [--id ID] --title TEXT --text TEXT [--category ORG] [--aspects K,R,T,S] [--rank 0-3] [--target system|information|organisation|procurement]" +
		" [--condition personal_data] [--replaces ID,ID] [--iso 8.5] [--weight 0-5] | change ID [--title TEXT] [--text TEXT] [--rank 0-3] [--weight 0-5] [--reason TEXT]" +
		" | off ID --reason TEXT | on ID | restore ID | remove ID | merge [ID --take new|own]",
	help: "terminal.help.catalogue",
	json: `[{"id": "BEH-08", "state": "shipped|changed|off|own", "category": "BEH", "aspects": "KR", "rank": 2, "iso27002": "8.5",
  "target": "system|information|organisation|procurement", "condition": "", "replaces": ["BEH-07"], "weight": 0, "title": "…", "text": "…", "reason": "…"}]
  · merge: [{"id": "BEH-08", "old": {"title": "…", "text": "…", "rank": 2}, "new": {…}|null, "own": {…}, "off": false}]`,
	prepare: func(s *session, f flagSet) func([]string) error {
		q := &catalogueFlags{flagSet: f}
		q.texts(map[string]*string{
			"id": &q.id, "title": &q.title, "text": &q.text, "category": &q.category, "aspects": &q.aspects, "rank": &q.rank, "target": &q.target,
			"condition": &q.condition, "replaces": &q.replaces, "iso": &q.iso, "weight": &q.weight, "reason": &q.reason, "take": &q.take,
		})
		return func(words []string) error { return requirementCommands{s}.catalogue(words, q) }
	},
}

type catalogueFlags struct {
	flagSet
	id, title, text, category, aspects, rank, target,
	condition, replaces, iso, weight, reason, take string
}

// catalogue does what the word after the command's name says; without one it lists.
func (s requirementCommands) catalogue(words []string, q *catalogueFlags) error {
	if len(words) == 0 {
		words = []string{"list"}
	}
	none, one := []string{}, []string{"ID"}
	change := func(do func(r *register.Requirements, id string) error) func([]string) error {
		return func(words []string) error { return s.changeCatalogue(do, words) }
	}
	all := verbs{
		"list":   {none, reading, func([]string) error { return s.showCatalogue(false) }},
		"add":    {none, writing, change(func(r *register.Requirements, _ string) error { return s.addRequirement(r, q) })},
		"change": {one, writing, change(func(r *register.Requirements, id string) error { return s.changeRequirement(r, id, q) })},
		"off": {one, writing, change(func(r *register.Requirements, id string) error {
			return r.SwitchRequirement(s.ctx, id, true, q.reason)
		})},
		"on": {one, writing, change(func(r *register.Requirements, id string) error {
			return r.SwitchRequirement(s.ctx, id, false, "")
		})},
		"restore": {one, writing, change(func(r *register.Requirements, id string) error { return r.RestoreRequirement(s.ctx, id) })},
		"remove":  {one, writing, change(func(r *register.Requirements, id string) error { return r.RemoveRequirement(s.ctx, id) })},
		"merge":   {one, writing, change(func(r *register.Requirements, id string) error { return s.mergeRequirement(r, id, q.take) })},
	}
	if len(words) == 1 {
		all["merge"] = verb{none, reading, func([]string) error { return s.showRenewals() }}
	}
	return all.run(s.session, words, "list", noVerb)
}

// changeCatalogue changes the requirement that the words name, and prints what
// differs from the shipped catalogue.
func (s requirementCommands) changeCatalogue(do func(r *register.Requirements, id string) error, words []string) error {
	if err := do(s.register.Requirements(), strings.ToUpper(strings.Join(words, ""))); err != nil {
		return err
	}
	return s.showCatalogue(true)
}

func readNumber(value string) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0, wrongUse("terminal.use.number", "value", value)
	}
	return n, nil
}

func commaList(value string) []string {
	var out []string
	for part := range strings.SplitSeq(value, ",") {
		if part = strings.ToUpper(strings.TrimSpace(part)); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func (s requirementCommands) addRequirement(r *register.Requirements, q *catalogueFlags) error {
	own := requirement.Requirement{
		ID: cmp.Or(q.id, r.Catalogue().NextOwn()), Category: requirement.Category(strings.ToUpper(cmp.Or(q.category, "ORG"))), ISO: q.iso,
		Target: requirement.Target(cmp.Or(q.target, string(requirement.OnSystem))), Condition: requirement.Condition(q.condition), Replaces: commaList(q.replaces),
		Title: requirement.Words{Swedish: strings.TrimSpace(q.title)}, Text: requirement.Words{Swedish: strings.TrimSpace(q.text)},
	}
	if err := own.Aspects.UnmarshalText([]byte(strings.Join(commaList(cmp.Or(q.aspects, "K,R,T,S")), ","))); err != nil {
		return wrongUse("terminal.use.aspects", "value", q.aspects)
	}
	var err error
	if own.Rank, err = readNumber(cmp.Or(q.rank, "0")); err != nil {
		return err
	}
	if own.Weight, err = readNumber(cmp.Or(q.weight, "0")); err != nil {
		return err
	}
	return r.AddRequirement(s.ctx, own)
}

// changeRequirement changes what is given of a requirement, and leaves the rest as it is.
func (s requirementCommands) changeRequirement(r *register.Requirements, id string, q *catalogueFlags) error {
	found, ok := r.Catalogue().ByID(id)
	if !ok {
		return text.Fail(nil, "requirement.problem.unknown", "requirement", id)
	}
	now, err := *found, error(nil)
	if q.given("title") {
		now.Title = requirement.Words{Swedish: strings.TrimSpace(q.title)}
	}
	if q.given("text") {
		now.Text = requirement.Words{Swedish: strings.TrimSpace(q.text)}
	}
	if q.given("rank") {
		if now.Rank, err = readNumber(q.rank); err != nil {
			return err
		}
	}
	if q.given("weight") {
		if now.Weight, err = readNumber(q.weight); err != nil {
			return err
		}
	}
	return r.ReviseRequirement(s.ctx, now, q.reason)
}

func (s requirementCommands) mergeRequirement(r *register.Requirements, id, take string) error {
	if take != "new" && take != "own" {
		return wrongUse("terminal.use.missing", "what", "--take new|own")
	}
	return r.MergeRequirement(s.ctx, id, take == "new")
}

type catalogueView struct {
	ID        string                `json:"id" column:"terminal.column.id"`
	State     requirement.State     `json:"state" column:"catalogue.column.state,5"`
	Category  requirement.Category  `json:"category"`
	Aspects   string                `json:"aspects" column:"terminal.requirements.aspects"`
	Rank      int                   `json:"rank" column:"catalogue.column.rank"`
	ISO       string                `json:"iso27002"`
	Target    requirement.Target    `json:"target"`
	Condition requirement.Condition `json:"condition"`
	Replaces  []string              `json:"replaces"`
	Weight    int                   `json:"weight"`
	Title     string                `json:"title" column:"terminal.requirements.title"`
	Text      string                `json:"text"`
	Reason    string                `json:"reason" column:"catalogue.column.reason"`
}

// showCatalogue prints the catalogue in force; after a change only what differs from the shipped one.
func (s requirementCommands) showCatalogue(changedOnly bool) error {
	p, r := s.p, s.register.Requirements()
	c := r.Catalogue()
	views := []catalogueView{}
	for _, req := range c.All() {
		state := c.State(req.ID)
		if changedOnly && state == requirement.AsShipped {
			continue
		}
		change, _ := c.Change(req.ID)
		views = append(views, catalogueView{
			ID: req.ID, State: state, Category: req.Category, Aspects: req.Aspects.String(), Rank: req.Rank, ISO: req.ISO, Target: req.Target, Condition: req.Condition,
			Replaces: append([]string{}, req.Replaces...), Weight: req.Weight, Title: req.Title.In(p.Lang()), Text: req.Text.In(p.Lang()), Reason: change.Reason,
		})
	}
	if err := printList(s.session, views); err != nil || s.json {
		return err
	}
	for _, problem := range r.CatalogueProblems() {
		s.paragraph(problem.Message.In(p))
	}
	if n := len(r.Renewals()); n > 0 {
		s.paragraph(p.N("terminal.catalogue.renewals", n))
	}
	return nil
}

type wordingView struct {
	Title string `json:"title"`
	Text  string `json:"text"`
	Rank  int    `json:"rank"`
}

type renewalView struct {
	ID  string       `json:"id"`
	Old wordingView  `json:"old"`
	New *wordingView `json:"new"`
	Own wordingView  `json:"own"`
	Off bool         `json:"off"`
}

func (s requirementCommands) wording(r requirement.Requirement) wordingView {
	return wordingView{r.Title.In(s.p.Lang()), r.Text.In(s.p.Lang()), r.Rank}
}

// showRenewals prints old, new and own side by side.
func (s requirementCommands) showRenewals() error {
	views := []renewalView{}
	for _, n := range s.register.Requirements().Renewals() {
		v := renewalView{ID: n.Change.ID, Old: s.wording(n.Old), Own: s.wording(n.Now), Off: n.Change.Off}
		if n.New != nil {
			shipped := s.wording(*n.New)
			v.New = &shipped
		}
		views = append(views, v)
	}
	if s.json {
		return s.print(views)
	}
	if len(views) == 0 {
		fmt.Fprintln(s.out, s.p.T("terminal.catalogue.noRenewals"))
		return nil
	}
	for _, v := range views {
		s.heading(v.ID, "-")
		s.showWording("catalogue.merge.old", &v.Old)
		s.showWording("catalogue.merge.new", v.New)
		s.showWording("catalogue.merge.own", &v.Own)
	}
	return nil
}

func (s requirementCommands) showWording(key string, w *wordingView) {
	said := s.p.T("catalogue.merge.gone")
	if w != nil {
		said = s.p.T("catalogue.merge.wording", "title", w.Title, "rank", s.p.Int(w.Rank), "text", w.Text)
	}
	s.paragraph(s.p.T(key) + ": " + said)
}
