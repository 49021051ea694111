package requirement

import (
	"fmt"
	"maps"
	"slices"

	"infoklass/domain/text"
)

// BadReference is a reference of a municipality's own requirement that cannot be
// followed. The reference is left out; the rest of the catalogue is in force.
type BadReference struct {
	ID      string // of the requirement that has the reference
	Message text.Message
}

// With returns the catalogue in force: the shipped one, c, with what a
// municipality has decided. It always succeeds: references to a missing
// requirement, to one with another target or round in a ring are left out and
// returned. c is not changed.
func (c *Catalogue) With(changes map[string]Change) (*Catalogue, []BadReference) {
	if len(changes) == 0 {
		return c, nil
	}
	out := &Catalogue{all: slices.Clone(c.all), byID: map[string]int{}, changes: changes}
	for i, r := range out.all {
		if change, ok := changes[r.ID]; ok {
			out.all[i] = change.on(r)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(changes)) {
		if r, ok := c.added(changes[id]); ok {
			out.all = append(out.all, r)
		}
	}
	slices.SortStableFunc(out.all, func(a, b Requirement) int {
		return slices.Index(Categories, a.Category) - slices.Index(Categories, b.Category)
	})
	for i := range out.all {
		out.byID[out.all[i].ID] = i
	}
	problems := out.mend(changes)
	if err := out.link(); err != nil {
		panic(fmt.Sprintf("requirement: a mended catalogue does not hold together: %v", err))
	}
	return out, problems
}

// added returns the requirement that a change adds to the shipped ones: one of the
// municipality's own, or a changed one that is no longer shipped.
func (c *Catalogue) added(change Change) (Requirement, bool) {
	if _, shipped := c.byID[change.ID]; shipped {
		return Requirement{}, false
	}
	switch {
	case change.Own != nil:
		return *change.Own, true
	case change.Was != nil && !change.Off:
		return change.on(*change.Was), true
	}
	return Requirement{}, false
}

// mend leaves out the bad references of the added requirements. Those of shipped
// requirements are good: Read has checked them.
func (c *Catalogue) mend(changes map[string]Change) []BadReference {
	var problems []BadReference
	for _, id := range slices.Sorted(maps.Keys(changes)) {
		at, ok := c.byID[id]
		if !ok || (changes[id].Own == nil && changes[id].Was == nil) {
			continue
		}
		r := &c.all[at]
		refs := r.Replaces
		r.Replaces = nil
		for _, ref := range refs {
			if m := c.unfit(r, ref); m.Key != "" {
				problems = append(problems, BadReference{id, m})
				continue
			}
			r.Replaces = append(r.Replaces, ref)
		}
	}
	return problems
}

// unfit returns why r cannot replace the requirement with an id, and the zero
// message where it can.
func (c *Catalogue) unfit(r *Requirement, ref string) text.Message {
	at, ok := c.byID[ref]
	switch {
	case !ok:
		return text.Msg("catalogue.problem.loose", "id", r.ID, "other", ref)
	case c.all[at].Target != r.Target:
		return text.Msg("catalogue.problem.otherTarget", "id", r.ID, "other", ref)
	case c.leads(ref, r.ID, map[string]bool{}):
		return text.Msg("catalogue.problem.ring", "id", r.ID, "other", ref)
	}
	return text.Message{}
}

// leads reports whether a requirement is another or replaces it, through chains.
func (c *Catalogue) leads(from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	at, ok := c.byID[from]
	if !ok || seen[from] {
		return false
	}
	seen[from] = true
	return slices.ContainsFunc(c.all[at].Replaces, func(next string) bool { return c.leads(next, to, seen) })
}

// Change returns what a municipality has decided about a requirement, and false
// where that is nothing.
func (c *Catalogue) Change(id string) (Change, bool) {
	change, ok := c.changes[id]
	return change, ok
}

// State is whether a requirement is shipped, changed, switched off or the
// municipality's own. Its word is the message catalogue.state.<state>.
type State string

// The states.
const (
	AsShipped   State = "shipped"
	Changed     State = "changed"
	SwitchedOff State = "off"
	Own         State = "own"
)

// States lists the states.
var States = []State{AsShipped, Changed, SwitchedOff, Own}

// Label returns the message that names the state.
func (s State) Label() text.Message { return text.Msg("catalogue.state." + string(s)) }

// State returns the state of a requirement. One that is off is SwitchedOff,
// whatever else has changed.
func (c *Catalogue) State(id string) State {
	change, ok := c.changes[id]
	switch {
	case !ok:
		return AsShipped
	case change.Off:
		return SwitchedOff
	case change.Own != nil:
		return Own
	}
	return Changed
}

// Off reports whether a requirement is switched off.
func (c *Catalogue) Off(id string) bool { return c.changes[id].Off }

// Weaker returns the ids that a requirement replaces, through chains.
func (c *Catalogue) Weaker(id string) []string {
	at, ok := c.byID[id]
	if !ok {
		return nil
	}
	var out []string
	for _, i := range c.replaces[at] {
		out = append(out, c.all[i].ID)
	}
	return out
}

// NextOwn returns a free id for one more requirement of the municipality's own.
func (c *Catalogue) NextOwn() string {
	for n := 1; ; n++ {
		id := fmt.Sprintf("%s-%03d", OwnPrefix, n)
		if _, taken := c.byID[id]; !taken {
			return id
		}
	}
}
