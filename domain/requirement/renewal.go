package requirement

import (
	"maps"
	"reflect"
	"slices"
)

// Renewal is a requirement that a municipality words in its own way, or has
// switched off, and that the program ships otherwise than it did then. Until
// someone chooses, what the municipality decided holds.
type Renewal struct {
	Change Change
	Old    Requirement  // as shipped when the municipality decided
	New    *Requirement // as shipped now; nil where it is not shipped any longer
	Now    Requirement  // as it is in force
}

// Renewals lists what a municipality must choose about, by id. c is the catalogue shipped.
func (c *Catalogue) Renewals(changes map[string]Change) []Renewal {
	var out []Renewal
	for _, id := range slices.Sorted(maps.Keys(changes)) {
		change := changes[id]
		if change.Own != nil || change.Was == nil {
			continue
		}
		r := Renewal{Change: change, Old: *change.Was}
		if at, ok := c.byID[id]; ok {
			r.New = &c.all[at]
			if reflect.DeepEqual(r.Old, *r.New) {
				continue
			}
			r.Now = change.on(*r.New)
		} else {
			r.Now = change.on(r.Old)
		}
		out = append(out, r)
	}
	return out
}

// Kept is the change that holds on to what the municipality decided, the new
// wording seen. One that is not shipped any longer becomes its own.
func (r Renewal) Kept() Change {
	kept := r.Change
	switch {
	case r.New != nil:
		was := *r.New
		kept.Was = &was
	default:
		own := r.Now
		kept = Change{ID: kept.ID, Own: &own, Off: kept.Off, Reason: kept.Reason}
	}
	return kept
}
