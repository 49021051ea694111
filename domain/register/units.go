package register

import (
	"maps"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// reindexUnits derives paths and children from the units. The caller holds mu.
func (r *Register) reindexUnits() {
	r.paths = make(map[string][]string, len(r.units))
	r.foldedU = make(map[string]string, len(r.units))
	r.children = map[string][]string{}
	r.formers = map[string][]former{}
	ids := slices.Sorted(maps.Keys(r.units))
	text.SortBy(ids, func(id string) string { return r.units[id].Name }, false)
	for _, id := range ids {
		u := r.units[id]
		parent := u.Parent
		if _, ok := r.units[parent]; !ok {
			parent = ""
		}
		r.children[parent] = append(r.children[parent], id)
		var names []string
		for _, up := range r.lineOf(id) {
			names = append(names, up.Name)
		}
		r.paths[id] = names
		r.foldedU[id] = text.Fold(asset.Path(names))
		for _, was := range u.Earlier {
			r.formers[was.Under] = append(r.formers[was.Under], former{id, foldAllNames(was.Names)})
		}
	}
}

// lineOf returns the unit and all above it, the top first. A cycle, which no
// commit lets in, ends the line.
func (r *Register) lineOf(id string) []asset.Unit {
	var line []asset.Unit
	seen := map[string]bool{}
	for u, ok := r.units[id]; ok && !seen[u.ID]; u, ok = r.units[u.Parent] {
		seen[u.ID] = true
		line = append(line, u)
	}
	slices.Reverse(line)
	return line
}

// Unit returns one unit.
func (r *Register) Unit(id string) (asset.Unit, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	u, ok := r.units[id]
	return u, ok
}

// Units returns all units in the order of a tree: each below the one it
// belongs to, siblings in Swedish order.
func (r *Register) Units() []asset.Unit {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.unitsInOrder()
}

func (r *Register) unitsInOrder() []asset.Unit {
	var out []asset.Unit
	var walk func(parent string)
	walk = func(parent string) {
		for _, id := range r.children[parent] {
			out = append(out, r.units[id])
			walk(id)
		}
	}
	walk("")
	return out
}

// UnitPath returns the names from the top down to a unit, nil for an unknown one.
func (r *Register) UnitPath(id string) []string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.paths[id]
}

// Board returns the nämnd or bolag that answers for a unit: the unit itself or
// the nearest such above it, otherwise the top of its line. False for an
// unknown or empty unit.
func (r *Register) Board(unitID string) (asset.Unit, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.boardOf(unitID)
}

func (r *Register) boardOf(unitID string) (asset.Unit, bool) {
	line := r.lineOf(unitID)
	for _, u := range slices.Backward(line) {
		if u.Kind == asset.Committee || u.Kind == asset.Company {
			return u, true
		}
	}
	if len(line) == 0 {
		return asset.Unit{}, false
	}
	if line[0].Kind == asset.Municipality && len(line) > 1 {
		return line[1], true
	}
	return line[0], true
}

// Boards returns the units that assets are counted under, in Swedish order.
func (r *Register) Boards() []asset.Unit {
	r.mu.RLock()
	defer r.mu.RUnlock()
	found := map[string]asset.Unit{}
	for id := range r.units {
		if b, ok := r.boardOf(id); ok && b.Kind != asset.Municipality {
			found[b.ID] = b
		}
	}
	boards := slices.Collect(maps.Values(found))
	text.SortBy(boards, func(u asset.Unit) string { return u.Name }, false)
	return boards
}

// Within tells whether a unit is under or the same as another.
func (r *Register) Within(unitID, under string) bool {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return slices.ContainsFunc(r.lineOf(unitID), func(u asset.Unit) bool { return u.ID == under })
}

// FindUnit returns the unit with a path of names, compared folded.
func (r *Register) FindUnit(path []string) (asset.Unit, bool) {
	want := text.Fold(asset.Path(path))
	r.mu.RLock()
	defer r.mu.RUnlock()
	for id, folded := range r.foldedU {
		if folded == want {
			return r.units[id], true
		}
	}
	return asset.Unit{}, false
}
