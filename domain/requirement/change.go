package requirement

import (
	"slices"
	"strings"

	"infoklass/domain/text"
)

// Change is what a municipality has decided about one requirement: that it has
// one of its own, or that a shipped one is reworded, has another rank or weight,
// or is switched off. Its id is the requirement's.
type Change struct {
	ID string `json:"id"`
	// Own is a requirement of the municipality's own, nil for a shipped one.
	Own *Requirement `json:"own,omitempty"`
	// Off is true where the requirement is switched off. Reason says why it is
	// off or changed.
	Off    bool   `json:"off,omitempty"`
	Reason string `json:"reason,omitempty"`
	// Rank, Weight, Title and Text replace those shipped; nil leaves them as they are.
	Rank   *int   `json:"rank,omitempty"`
	Weight *int   `json:"weight,omitempty"`
	Title  *Words `json:"title,omitempty"`
	Text   *Words `json:"text,omitempty"`
	// Was is the shipped requirement as it was when the municipality decided.
	// Where the program ships another one now, the municipality chooses: see Renewals.
	Was *Requirement `json:"was,omitempty"`
}

// Empty reports whether c changes nothing.
func (c Change) Empty() bool { return c.Own == nil && !c.Off && !c.changed() }

func (c Change) changed() bool {
	return c.Rank != nil || c.Weight != nil || c.Title != nil || c.Text != nil
}

// on returns a shipped requirement changed by c.
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

// Validate returns the first thing that keeps c from being stored. With checks
// the references to other requirements.
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

// validate returns the first thing that keeps a municipality's own requirement
// from being stored.
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

// validateWords checks what a municipality may change in a shipped requirement.
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

// Reserved reports whether an id is reserved for requirements that the program
// ships, now or later: it begins with one of the categories.
func Reserved(id string) bool {
	prefix, _, _ := strings.Cut(id, "-")
	return slices.Contains(Categories, Category(prefix))
}

// OwnPrefix is the beginning of the ids proposed for a municipality's own requirements.
const OwnPrefix = "EGNA"
