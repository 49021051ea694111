package asset

import (
	"slices"

	"infoklass/domain/text"
)

// Place is where a unit once stood: the names that led to it from the unit
// Under, "" for the top. It has several names where a unit between is gone.
type Place struct {
	Under string   `json:"under,omitempty"`
	Names []string `json:"names"`
}

// Equal reports whether two places are the same, as a list would spell them.
func (p Place) Equal(o Place) bool {
	return p.Under == o.Under && text.Fold(Path(p.Names)) == text.Fold(Path(o.Names))
}

// Now is where the unit stands.
func (u Unit) Now() Place { return Place{u.Parent, []string{u.Name}} }

// mostPlaces bounds what is remembered of a unit that has been moved about
// without end, as no real one is. Taking away a unit multiplies the places of
// those below it, so there must be a bound; 50 lost the way to a unit in a
// municipality reorganised some sixty times.
const mostPlaces = 1000

// Ways are the places that lead to the unit, now and before.
func (u Unit) Ways() []Place { return append(slices.Clone(u.Earlier), u.Now()) }

// Rerouted returns the unit with the places it has had under a unit that is
// going written as places where that one stood, or stands from now on; at most
// mostPlaces of them.
func (u Unit) Rerouted(gone string, ways []Place) Unit {
	var kept []Place
	for _, p := range u.Earlier {
		if p.Under != gone {
			kept = append(kept, p)
			continue
		}
		for _, way := range ways {
			on := Place{way.Under, slices.Concat(way.Names, p.Names)}
			if way.Under != gone && len(kept) < mostPlaces && !slices.ContainsFunc(kept, on.Equal) {
				kept = append(kept, on)
			}
		}
	}
	u.Earlier = kept
	return u
}

// Once returns the unit with a place that it has had remembered, unless it
// stands there.
func (u Unit) Once(was Place) Unit {
	kept := make([]Place, 0, len(u.Earlier)+1)
	for _, p := range append(slices.Clone(u.Earlier), was) {
		if !p.Equal(u.Now()) && !slices.ContainsFunc(kept, p.Equal) {
			kept = append(kept, p)
		}
	}
	if u.Earlier = kept; len(kept) == 0 {
		u.Earlier = nil
	}
	return u
}
