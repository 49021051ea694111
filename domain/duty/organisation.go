package duty

import (
	"infoklass/domain/asset"
)

// unitFacts is what the rules for a unit know.
type unitFacts struct {
	asset.Unit
	*calendar
	place  *place
	checks checks
	holds  int // assets that are not retired
	// started is false while the register holds no assets: it is only being set
	// up, and how the municipality governs itself is not asked yet.
	started bool
}

// judgePlaced: every asset belongs to a part of the organisation, and so to a nämnd or bolag.
func judgePlaced(f *facts) verdict {
	if f.place.known {
		return met(Fulfilment{})
	}
	return unmet(lack{key: "duty.missing.unit"}, f.came(f.Asset.ID))
}

// judgeManager: someone answers for the assets of a unit, there or above it.
func judgeManager(f *unitFacts) verdict {
	switch {
	case f.holds == 0:
		return verdict{}
	case f.place.manager != "":
		return met(Fulfilment{By: f.place.manager})
	}
	return unmet(lack{key: "duty.missing.manager"}, f.came(f.Unit.ID))
}

// judgeConfirmed: a unit that came with a list is confirmed by someone.
func judgeConfirmed(f *unitFacts) verdict {
	if !f.Unconfirmed {
		return met(Fulfilment{})
	}
	return unmet(lack{key: "duty.missing.confirmed"}, f.came(f.Unit.ID))
}

// place is what an asset's or a unit's place in the organisation says.
type place struct {
	known   bool
	manager string // the role that answers for the unit, or for the nearest above it
	answers string // the id of that unit, empty if there is no manager
}

var nowhere = &place{}

// placesOf finds who answers for each unit.
func placesOf(units []asset.Unit) map[string]*place {
	places := make(map[string]*place, len(units))
	for _, u := range units { // those above come first
		above := nowhere
		if p, ok := places[u.Parent]; ok {
			above = p
		}
		p := &place{known: true, manager: above.manager, answers: above.answers}
		if own := managerOf(u); own != "" {
			p.manager, p.answers = own, u.ID
		}
		places[u.ID] = p
	}
	return places
}
