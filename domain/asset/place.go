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

// Now is the place of the unit in the tree now.
func (u Unit) Now() Place { return Place{u.Parent, []string{u.Name}} }

// mostPlaces bounds how many places a unit can get: they multiply when units
// above it, which have had many places themselves, are deleted.
const mostPlaces = 1000

// Ways are the places that lead to the unit, now and before.
func (u Unit) Ways() []Place { return append(slices.Clone(u.Earlier), u.Now()) }

// Rerouted returns the unit with its former places under the unit gone, which is
// being deleted or merged, rewritten as places along ways: where gone is or has been, the
// present one last. Each place is rewritten with the last of ways, and with the
// others as far as mostPlaces has room, so that no place is lost.
func (u Unit) Rerouted(gone string, ways []Place) Unit {
	var kept []Place
	ways = direct(gone, ways)
	room := mostPlaces - len(u.Earlier)
	for _, p := range u.Earlier {
		if p.Under != gone {
			kept = append(kept, p)
			continue
		}
		for i, way := range ways {
			on, last := Place{way.Under, slices.Concat(way.Names, p.Names)}, i == len(ways)-1
			if !last && room <= 0 || slices.ContainsFunc(kept, on.Equal) {
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

// mostRoutes bounds the ways that direct makes: n units merged into one give n
// factorial of them.
const mostRoutes = 50

// direct rewrites the ways to a unit that begin at the unit itself, because one
// below it was merged into it, as ways from elsewhere, the short ones first. The
// last way, which is the unit's present place, stays last.
func direct(unit string, ways []Place) []Place {
	type route struct {
		Place
		left []Place // the ways from the unit to itself that it has not gone
	}
	var out, inside []Place
	var routes []route
	for _, w := range ways {
		if w.Under == unit {
			inside = append(inside, w)
		} else {
			out = append(out, w)
		}
	}
	for _, w := range slices.Backward(out) {
		routes = append(routes, route{w, inside})
	}
	for made := 0; len(routes) > 0; routes = routes[1:] {
		for i, w := range routes[0].left {
			if made++; made > mostRoutes {
				return out
			}
			on := Place{routes[0].Under, slices.Concat(routes[0].Names, w.Names)}
			out = slices.Insert(out, len(out)-1, on)
			routes = append(routes, route{on, slices.Delete(slices.Clone(routes[0].left), i, i+1)})
		}
	}
	return out
}

// Once returns the unit with one more former place remembered, unless that is
// its present place.
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
