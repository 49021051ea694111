package governance

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"infoklass/domain/text"
)

// CheckKind is what a board or a manager checks. Kinds are stored: never rename one.
type CheckKind string

// The kinds of checks.
const (
	// Needs is the analysis of the need for rules: a nämnd or a bolagsstyrelse "ska analysera behovet av och eventuellt
	// upprätta regler och rutiner för nämndens/styrelsens verksamheter".
	Needs CheckKind = "needs"
	// Training is how many are trained: a manager answers for that "underställd personal är informerade
	// om och utbildade", people from outside included.
	Training CheckKind = "training"
	// Compliance is how rules are followed: a manager answers for "att regler följs inom chefsbefattningens ansvarsområde".
	Compliance CheckKind = "compliance"
)

// CheckKinds lists the kinds in the order shown.
var CheckKinds = []CheckKind{Needs, Training, Compliance}

// Label returns the message that names the kind.
func (k CheckKind) Label() text.Message { return text.Msg("governance.check." + string(k)) }

// CheckMonths is how old a check may be, in months: checks are made every year.
const CheckMonths = 12

// Reply is an answer to a question of a compliance check. Replies are stored: never rename one.
type Reply string

// The replies. The zero value means not answered.
const (
	Yes    Reply = "yes"
	Partly Reply = "partly"
	No     Reply = "no"
)

// Replies lists the replies in the order shown.
var Replies = []Reply{Yes, Partly, No}

// Label returns the message that names the reply.
func (r Reply) Label() text.Message { return text.Msg("governance.reply." + string(r)) }

// Answer is one question of a compliance check, with what was found.
type Answer struct {
	Question string `json:"question"`
	Reply    Reply  `json:"reply"`
	Finding  string `json:"finding,omitempty"`
}

// Questions are the catalogue keys of the questions that a compliance check
// begins with. A municipality may ask others.
var Questions = []string{
	"governance.question.assets", "governance.question.access", "governance.question.incidents",
	"governance.question.equipment", "governance.question.suppliers",
}

// Check is one check of a unit on a day. It counts for the unit and all units
// below it.
type Check struct {
	ID      string    `json:"id"`
	Kind    CheckKind `json:"kind"`
	Unit    string    `json:"unit"`
	On      string    `json:"on"`      // ISO date
	By      string    `json:"by"`      // role, with a name after it where wanted
	Outcome string    `json:"outcome"` // what came out of it, in words
	// Staff is how many are to be trained, Trained how many of them are trained,
	// and External how many from outside are. They belong to Training and are nil
	// where not stated.
	Staff    *int `json:"staff,omitempty"`
	Trained  *int `json:"trained,omitempty"`
	External *int `json:"external,omitempty"`
	// Answers belong to Compliance.
	Answers []Answer `json:"answers,omitempty"`
}

// Clone returns a copy that shares nothing with c.
func (c Check) Clone() Check {
	c.Answers = slices.Clone(c.Answers)
	for _, n := range []**int{&c.Staff, &c.Trained, &c.External} {
		if *n != nil {
			copied := **n
			*n = &copied
		}
	}
	return c
}

// Tidy returns c without blanks around its texts and without unanswered questions.
func (c Check) Tidy() Check {
	c = c.Clone()
	for _, s := range []*string{&c.On, &c.By, &c.Outcome} {
		*s = strings.TrimSpace(*s)
	}
	c.Answers = slices.DeleteFunc(c.Answers, func(a Answer) bool { return a.Reply == "" })
	for i := range c.Answers {
		c.Answers[i].Question = strings.TrimSpace(c.Answers[i].Question)
		c.Answers[i].Finding = strings.TrimSpace(c.Answers[i].Finding)
	}
	return c
}

// Validate returns the first thing that keeps c from being stored.
func (c Check) Validate() error {
	switch {
	case c.ID == "":
		return text.Fail(nil, "asset.problem.id")
	case c.Unit == "":
		return text.Fail(nil, "governance.problem.unit")
	case !slices.Contains(CheckKinds, c.Kind):
		return text.Fail(nil, "governance.problem.check", "value", string(c.Kind))
	case strings.TrimSpace(c.By) == "":
		return text.Fail(nil, "governance.problem.by")
	}
	if _, err := text.ParseDate(c.On); err != nil {
		return err
	}
	if err := fits(c.By, c.Outcome); err != nil {
		return err
	}
	switch c.Kind {
	case Needs:
		if strings.TrimSpace(c.Outcome) == "" {
			return text.Fail(nil, "governance.problem.outcome")
		}
	case Training:
		return c.validateTraining()
	case Compliance:
		return c.validateAnswers()
	}
	return nil
}

func (c Check) validateTraining() error {
	if c.Staff == nil || c.Trained == nil {
		return text.Fail(nil, "governance.problem.trained")
	}
	for _, n := range []*int{c.Staff, c.Trained, c.External} {
		if n != nil && (*n < 0 || *n > 1_000_000) {
			return text.Fail(nil, "governance.problem.count")
		}
	}
	if *c.Trained > *c.Staff {
		return text.Fail(nil, "governance.problem.more")
	}
	return nil
}

func (c Check) validateAnswers() error {
	if len(c.Answers) == 0 {
		return text.Fail(nil, "governance.problem.answers")
	}
	for _, a := range c.Answers {
		switch {
		case strings.TrimSpace(a.Question) == "":
			return text.Fail(nil, "governance.problem.question")
		case !slices.Contains(Replies, a.Reply):
			return text.Fail(nil, "governance.problem.reply", "value", string(a.Reply))
		case a.Reply != Yes && strings.TrimSpace(a.Finding) == "":
			return text.Fail(nil, "governance.problem.finding")
		}
		if err := fits(a.Question, a.Finding); err != nil {
			return err
		}
	}
	return nil
}

// Made returns an error for a check dated after today: a planned check is not made.
func (c Check) Made(today time.Time) error {
	if c.On > text.Date(today) {
		return text.Fail(nil, "governance.problem.ahead")
	}
	return nil
}

// Share returns how much of the staff is trained, from 0 to 1, and false where
// that is not stated.
func (c Check) Share() (float64, bool) {
	if c.Staff == nil || c.Trained == nil || *c.Staff == 0 {
		return 0, false
	}
	return float64(*c.Trained) / float64(*c.Staff), true
}

// CompareChecks orders checks, the newest first.
func CompareChecks(a, b Check) int {
	return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(b.ID, a.ID))
}
