package main

import (
	"fmt"
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

var requirementsCommand = command{
	name: "requirements", usage: "ASSET", help: "terminal.help.requirements",
	json: `{"asset": "01J…", "profile": [2, 1, 3, 1], "undecided": ["traceability"],
  "share": 0.5, "shares": {"confidentiality": 0.5, …}, "met": 4, "partly": 2, "unmet": 1, "unassessed": 3, "inapplicable": 1, "excepted": 1, "inherited": 2, "perhaps": 1,
  "requirements": [{"id": "BEH-08", "category": "BEH", "aspects": ["confidentiality"], "rank": 2, "iso27002": "8.5",
    "target": "system|information|organisation|procurement", "because": ["confidentiality"], "perhaps": false, "instead": ["BEH-07"],
    "title": "…", "text": "…", "answer": "met|partly|unmet|inapplicable|unassessed", "comment": "…", "evidence": "…", "by": "…", "on": "2026-11-23", "shared": false,
    "inherited": null|{"platform": "01J…", "name": "…", "requirement": "BEH-09"},
    "exception": {"reason": "…", "measure": "…", "decidedBy": "…", "decidedOn": "2026-11-23", "ends": "2027-06-30", "holds": true}}]}`,
	takes: []string{"ASSET"},
	run:   func(s *session, words []string) error { return requirementCommands{s}.requirements(words[0]) },
}

// requirementsView is an asset's requirements as printed with --json. A share
// is null where nothing applies.
type requirementsView struct {
	Asset     string              `json:"asset"`
	Profile   classify.Profile    `json:"profile"`
	Undecided []string            `json:"undecided"`
	Share     *float64            `json:"share"`
	Shares    map[string]*float64 `json:"shares"`
	requirement.Fulfilment
	Requirements []requirementView `json:"requirements"`
}

type requirementView struct {
	ID        string               `json:"id" column:"terminal.column.id"`
	Category  requirement.Category `json:"category"`
	Aspects   []string             `json:"aspects"`
	Rank      int                  `json:"rank"`
	Brought   string               `json:"-" column:"terminal.requirements.aspects"` // by the levels of these aspects
	ISO       string               `json:"iso27002" column:"terminal.requirements.iso"`
	Target    requirement.Target   `json:"target"`
	Because   []string             `json:"because"`
	Perhaps   bool                 `json:"perhaps"`
	Instead   []string             `json:"instead"`
	Title     string               `json:"title" column:"terminal.requirements.title"`
	Text      string               `json:"text"`
	Answer    requirement.Answer   `json:"answer"`
	Standing  string               `json:"-" column:"terminal.requirements.answer"`
	Comment   string               `json:"comment"`
	Evidence  string               `json:"evidence"`
	By        string               `json:"by"`
	On        string               `json:"on"`
	Shared    bool                 `json:"shared"`
	Inherited *inheritedView       `json:"inherited"`
	Exception *exceptionView       `json:"exception"`
}

// inheritedView says on which shared platform the answer was given, and to
// which requirement there, which may be a stronger form.
type inheritedView struct {
	Platform    string `json:"platform"`
	Name        string `json:"name"`
	Requirement string `json:"requirement"`
}

type exceptionView struct {
	Reason    string `json:"reason"`
	Measure   string `json:"measure"`
	DecidedBy string `json:"decidedBy"`
	DecidedOn string `json:"decidedOn"`
	Ends      string `json:"ends"`
	Holds     bool   `json:"holds"`
}

func (s requirementCommands) requirements(name string) error {
	r, rec, err := s.openAsset(true, name)
	if err != nil {
		return err
	}
	list := r.Requirements().ListOf(rec)
	v := s.viewRequirements(r, rec, list)
	if s.json {
		return s.print(v)
	}
	s.showRequirements(v, list)
	return nil
}

func aspectKeys(aspects []classify.Aspect) []string {
	return each(aspects, classify.Aspect.Key)
}

func share(f requirement.Fulfilment) *float64 {
	if n, ok := f.Share(); ok {
		return &n
	}
	return nil
}

func (s requirementCommands) viewRequirements(r *register.Register, rec *register.Record, list requirement.List) requirementsView {
	figures := list.Fulfil(rec.Standing, r.Today())
	v := requirementsView{
		Asset: rec.Asset.ID, Profile: rec.Profile(), Undecided: aspectKeys(list.Undecided), Share: share(figures.All),
		Shares: map[string]*float64{}, Fulfilment: figures.All, Requirements: []requirementView{},
	}
	for _, a := range classify.Aspects {
		v.Shares[a.Key()] = share(figures.ByAspect[a])
	}
	for _, req := range list.Requirements {
		v.Requirements = append(v.Requirements, s.viewRequirement(r, rec, req))
	}
	return v
}

func (s requirementCommands) viewRequirement(r *register.Register, rec *register.Record, req requirement.Selected) requirementView {
	a, inherited := rec.Standing.Of(req.ID)
	v := requirementView{
		ID: req.ID, Category: req.Category, Aspects: aspectKeys(req.Aspects), Rank: req.Rank, Brought: s.letters(req.Because), ISO: req.ISO, Target: req.Target,
		Because: aspectKeys(req.Because), Perhaps: req.Perhaps, Instead: append([]string{}, req.Instead...),
		Title: req.Title.In(s.p.Lang()), Text: req.Text.In(s.p.Lang()),
		Answer: a.Answer, Standing: s.answer(r, rec, req), Comment: a.Comment, Evidence: a.Evidence, By: a.By, On: a.On, Shared: a.Shared,
	}
	if inherited {
		v.Inherited = &inheritedView{a.Asset, r.NameOf(s.p, a.Asset), a.Requirement}
	}
	if x, ok := rec.Standing.Exceptions[req.ID]; ok {
		v.Exception = &exceptionView{x.Reason, x.Measure, x.DecidedBy, x.DecidedOn, x.Ends, x.Holds(r.Today())}
	}
	return v
}

func (s requirementCommands) letters(aspects []classify.Aspect) string {
	var b strings.Builder
	for _, a := range aspects {
		b.WriteString(s.p.T("aspect." + a.Key() + ".letter"))
	}
	return b.String()
}

func (s requirementCommands) showRequirements(v requirementsView, list requirement.List) {
	p, f := s.p, v.Fulfilment
	printTable(s.session, slices.Values(v.Requirements))
	if n, ok := f.Share(); ok {
		fmt.Fprintln(s.out, p.T("terminal.requirements.share", "share", p.Int(int(100*n)), "applying", p.Int(f.Applying()), "unassessed", p.Int(f.Unassessed)))
	}
	if len(list.Undecided) > 0 {
		fmt.Fprintln(s.out, p.T("terminal.requirements.undecided"))
	}
	for _, req := range list.Requirements {
		if req.Perhaps {
			s.paragraph(req.ID + ": " + req.Condition.Label().In(p))
		}
	}
}

// answer is the word for an answer, with the end of an exception after it.
func (s requirementCommands) answer(r *register.Register, rec *register.Record, req requirement.Selected) string {
	a, inherited := rec.Standing.Of(req.ID)
	said := a.Answer.Label().In(s.p)
	if inherited {
		said = s.p.T("requirement.inherited", "answer", said, "platform", r.NameOf(s.p, a.Asset))
	}
	x, ok := rec.Standing.Exceptions[req.ID]
	switch {
	case !ok:
		return said
	case x.Holds(r.Today()):
		return s.p.T("terminal.requirements.excepted", "answer", said, "ends", x.Ends)
	case x.Over(text.Date(r.Today())):
		return s.p.T("terminal.requirements.lapsed", "answer", said, "ends", x.Ends)
	}
	return said // it has not begun
}
