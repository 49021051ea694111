package requirement

import (
	"maps"
	"reflect"
	"slices"
)

// Renewal is a requirement that a municipality has changed or switched off, and
// that the program now ships in another form than then. What the municipality
// decided holds until somebody chooses.
type Renewal struct {
	Change Change
	Old    Requirement  // as shipped when the municipality decided
	New    *Requirement // as shipped now; nil where it is no longer shipped
	Now    Requirement  // as in force
}

// Renewals returns the requirements that a municipality must choose about, in the
// order of their ids. c is the shipped catalogue.
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

// Kept returns the change that keeps what the municipality decided, and records
// that the new form has been seen. A requirement no longer shipped becomes the
// municipality's own.
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
