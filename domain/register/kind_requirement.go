package register

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// KindRequirement is what the municipality has decided about one requirement of
// the catalogue; its id is the requirement's.
const KindRequirement ledger.Kind = "requirement"

var requirementKind *kindOf[requirement.Change]

func init() {
	requirementKind = declare(kindOf[requirement.Change]{
		name:     KindRequirement,
		id:       func(c requirement.Change) string { return c.ID },
		valid:    func(c requirement.Change) error { return c.Validate() },
		together: catalogueHolds,
		home:     shelf[requirement.Change]{kind: KindRequirement, changed: func(t *touched, _ string) { t.catalogue = true }},
		describe: changeLines,
	})
}

// PutRequirement stores what the municipality has decided about a requirement of the catalogue.
func PutRequirement(c requirement.Change, base ledger.Revision) Edit {
	return requirementKind.put(c, base)
}

// catalogueHolds returns an error for edits that would leave a requirement
// replacing nothing, or itself. What a newer program caused is accepted.
func catalogueHolds(c *checking) error {
	rq := c.r.requirements
	changes := maps.Collect(requirementKind.all(c.r))
	for ref, value := range c.after {
		switch v, ok := value.(requirement.Change); {
		case ref.Kind != KindRequirement:
		case ok:
			changes[ref.ID] = v
		default:
			delete(changes, ref.ID)
		}
	}
	_, problems := rq.shipped().With(changes)
	for _, p := range problems {
		if !slices.ContainsFunc(rq.problems, func(known requirement.BadReference) bool { return reflect.DeepEqual(known, p) }) {
			return &text.Error{Message: p.Message}
		}
	}
	return nil
}

// renewCatalogue derives the catalogue in force. The caller holds mu.
func (rq *Requirements) renewCatalogue() {
	rq.changes = maps.Collect(requirementKind.all(rq.reg))
	rq.catalogue, rq.problems = rq.shipped().With(rq.changes)
}

func yes(p *text.Printer, on bool) string {
	if !on {
		return ""
	}
	return p.T("catalogue.yes")
}

// changeLines writes what is decided about a requirement for the history.
func changeLines(_ *Register, p *text.Printer, c requirement.Change) lines {
	of := func(key, value string) line { return sayOf(key, "requirement", c.ID, value) }
	now := requirement.Requirement{}
	ls := lines{of("catalogue.line.off", yes(p, c.Off)), of("catalogue.line.reason", c.Reason)}
	words := func(w *requirement.Words) string {
		if w == nil {
			return ""
		}
		return w.In(p.Lang())
	}
	if c.Own != nil {
		now = *c.Own
		ls = append(ls,
			of("catalogue.line.category", now.Category.Label().In(p)),
			of("catalogue.line.aspects", now.Aspects.String()),
			of("catalogue.line.target", now.Target.Label().In(p)),
			of("catalogue.line.iso", now.ISO),
			of("catalogue.line.replaces", strings.Join(now.Replaces, ", ")),
		)
		c.Rank, c.Weight, c.Title, c.Text = &now.Rank, &now.Weight, &now.Title, &now.Text
	}
	return append(ls,
		of("catalogue.line.rank", number(p, c.Rank)),
		of("catalogue.line.weight", number(p, c.Weight)),
		of("catalogue.line.title", words(c.Title)),
		of("catalogue.line.text", words(c.Text)),
	)
}
