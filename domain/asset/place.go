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

// mostPlaces bounds what the places of a unit multiply to where units above it
// are deleted that have had many places themselves.
const mostPlaces = 1000

// Ways are the places that lead to the unit, now and before.
func (u Unit) Ways() []Place { return append(slices.Clone(u.Earlier), u.Now()) }

// Rerouted returns the unit with the places it has had under a unit that is
// going written as places where that one stood, or stands from now on. Each is
// written with the last of the ways, and with the others as far as mostPlaces
// has room, so that none is forgotten for being one of many.
func (u Unit) Rerouted(gone string, ways []Place) Unit {
	var kept []Place
	room := mostPlaces - len(u.Earlier)
	for _, p := range u.Earlier {
		if p.Under != gone {
			kept = append(kept, p)
			continue
		}
		for i, way := range ways {
			on, last := Place{way.Under, slices.Concat(way.Names, p.Names)}, i == len(ways)-1
			if way.Under == gone || !last && room <= 0 || slices.ContainsFunc(kept, on.Equal) {
				continue
			}
			if kept = append(kept, on); !last {
				room--
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
