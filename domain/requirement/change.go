package requirement

import (
	"slices"
	"strings"

	"infoklass/domain/text"
)

// Change is what a municipality has decided about one requirement: one of its
// own, or one of the program's that it words in its own way, sets at another
// rank or has switched off (DOMAIN section 7). Its id is the requirement's.
type Change struct {
	ID string `json:"id"`
	// Own is a requirement of the municipality's own, nil for one of the program's.
	Own *Requirement `json:"own,omitempty"`
	// Off is true where the requirement is not used. Reason says why it is off or otherwise.
	Off    bool   `json:"off,omitempty"`
	Reason string `json:"reason,omitempty"`
	// What is otherwise than shipped; nil for what is as shipped.
	Rank   *int   `json:"rank,omitempty"`
	Weight *int   `json:"weight,omitempty"`
	Title  *Words `json:"title,omitempty"`
	Text   *Words `json:"text,omitempty"`
	// Was is the shipped requirement as it was when the municipality decided. A
	// program that ships another one asks what now holds: see Renewals.
	Was *Requirement `json:"was,omitempty"`
}

// Empty tells whether c says nothing: the requirement is as shipped.
func (c Change) Empty() bool { return c.Own == nil && !c.Off && !c.changed() }

func (c Change) changed() bool {
	return c.Rank != nil || c.Weight != nil || c.Title != nil || c.Text != nil
}

// on returns a shipped requirement with what c changes.
func (c Change) on(r Requirement) Requirement {
	if c.Rank != nil {
		r.Rank = *c.Rank
	}
	if c.Weight != nil {
		r.Weight = *c.Weight
	}
	if c.Title != nil {
		r.Title = *c.Title
	}
	if c.Text != nil {
		r.Text = *c.Text
	}
	return r
}

// MaxTitle is how many characters a title may have.
const MaxTitle = 200

// Validate returns the first thing that keeps c from being stored, apart from
// what it refers to: see With.
func (c Change) Validate() error {
	switch {
	case !idForm.MatchString(c.ID):
		return text.Fail(nil, "catalogue.problem.id", "id", c.ID)
	case c.Empty():
		return text.Fail(nil, "catalogue.problem.empty", "id", c.ID)
	case c.Off && strings.TrimSpace(c.Reason) == "":
		return text.Fail(nil, "catalogue.problem.reason", "id", c.ID)
	case c.Own != nil && (c.Own.ID != c.ID || c.changed() || c.Was != nil), c.Own == nil && (c.Was == nil || c.Was.ID != c.ID):
		return text.Fail(nil, "catalogue.problem.of", "id", c.ID)
	}
	if err := fits(c.Reason); err != nil {
		return err
	}
	if c.Own != nil {
		return c.Own.validate()
	}
	now := c.on(*c.Was)
	return now.validateWords()
}

// validate returns the first thing that a requirement of a municipality's own lacks.
func (r *Requirement) validate() error {
	known := func(what, value string, ok bool) error {
		if ok {
			return nil
		}
		return text.Fail(nil, "catalogue.problem.unknown", "id", r.ID, "what", text.Msg(what), "value", value)
	}
	if err := known("catalogue.field.category", string(r.Category), slices.Contains(Categories, r.Category)); err != nil {
		return err
	}
	if err := known("catalogue.field.target", string(r.Target), slices.Contains(Targets, r.Target)); err != nil {
		return err
	}
	if err := known("catalogue.field.condition", string(r.Condition), r.Condition == "" || slices.Contains(Conditions, r.Condition)); err != nil {
		return err
	}
	if err := known("catalogue.field.iso", r.ISO, r.ISO == "" || isoForm.MatchString(r.ISO)); err != nil {
		return err
	}
	if len(r.Aspects) == 0 {
		return text.Fail(nil, "catalogue.problem.aspects", "id", r.ID)
	}
	return r.validateWords()
}

// validateWords looks at what a municipality may change of a shipped requirement too.
func (r *Requirement) validateWords() error {
	switch {
	case r.Rank < 0 || r.Rank > 3:
		return text.Fail(nil, "catalogue.problem.rank", "id", r.ID)
	case r.Weight < 0 || r.Weight > MaxWeight:
		return text.Fail(nil, "catalogue.problem.weight", "id", r.ID, "max", MaxWeight)
	case strings.TrimSpace(r.Title.Swedish) == "" || strings.TrimSpace(r.Text.Swedish) == "":
		return text.Fail(nil, "catalogue.problem.words", "id", r.ID)
	case len([]rune(r.Title.Swedish)) > MaxTitle || len([]rune(r.Title.English)) > MaxTitle:
		return text.Fail(nil, "catalogue.problem.titleLong", "id", r.ID, "max", MaxTitle)
	}
	return fits(r.Text.Swedish, r.Text.English)
}

// Reserved tells whether an id is kept for the requirements that the program
// ships, now or later: those that begin with one of its categories.
func Reserved(id string) bool {
	prefix, _, _ := strings.Cut(id, "-")
	return slices.Contains(Categories, Category(prefix))
}

// OwnPrefix begins the ids that are proposed for a municipality's own requirements.
const OwnPrefix = "EGNA"
