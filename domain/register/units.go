package register

import (
	"maps"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// reindexUnits derives paths and children from the units. The caller holds mu.
func (o *Organisation) reindexUnits() {
	o.paths = make(map[string][]string, len(o.units))
	o.foldedU = make(map[string]string, len(o.units))
	o.children = map[string][]string{}
	o.formers = map[string][]former{}
	ids := slices.Sorted(maps.Keys(o.units))
	text.SortBy(ids, func(id string) string { return o.units[id].Name }, false)
	for _, id := range ids {
		u := o.units[id]
		parent := u.Parent
		if _, ok := o.units[parent]; !ok {
			parent = ""
		}
		o.children[parent] = append(o.children[parent], id)
		var names []string
		for _, up := range o.lineOf(id) {
			names = append(names, up.Name)
		}
		o.paths[id] = names
		o.foldedU[id] = text.Fold(asset.Path(names))
		for _, was := range u.Earlier {
			o.formers[was.Under] = append(o.formers[was.Under], former{id, foldAllNames(was.Names)})
		}
	}
}

// lineOf returns the unit and all above it, the top first. A cycle, which no
// commit lets in, ends the line.
func (o *Organisation) lineOf(id string) []asset.Unit {
	var line []asset.Unit
	seen := map[string]bool{}
	for u, ok := o.units[id]; ok && !seen[u.ID]; u, ok = o.units[u.Parent] {
		seen[u.ID] = true
		line = append(line, u)
	}
	slices.Reverse(line)
	return line
}

// Unit returns one unit.
func (o *Organisation) Unit(id string) (asset.Unit, bool) {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	u, ok := o.units[id]
	return u, ok
}

// Units returns all units in the order of a tree: each below the one it
// belongs to, siblings in Swedish order.
func (o *Organisation) Units() []asset.Unit {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	return o.unitsInOrder()
}

func (o *Organisation) unitsInOrder() []asset.Unit {
	var out []asset.Unit
	var walk func(parent string)
	walk = func(parent string) {
		for _, id := range o.children[parent] {
			out = append(out, o.units[id])
			walk(id)
		}
	}
	walk("")
	return out
}

// UnitPath returns the names from the top down to a unit, nil for an unknown one.
func (o *Organisation) UnitPath(id string) []string {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	return o.paths[id]
}

// Board returns the nämnd or bolag that answers for a unit: the unit itself or
// the nearest such above it, otherwise the top of its line. False for an
// unknown or empty unit.
func (o *Organisation) Board(unitID string) (asset.Unit, bool) {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	return o.boardOf(unitID)
}

func (o *Organisation) boardOf(unitID string) (asset.Unit, bool) {
	line := o.lineOf(unitID)
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
func (o *Organisation) Boards() []asset.Unit {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	found := map[string]asset.Unit{}
	for id := range o.units {
		if b, ok := o.boardOf(id); ok && b.Kind != asset.Municipality {
			found[b.ID] = b
		}
	}
	boards := slices.Collect(maps.Values(found))
	text.SortBy(boards, func(u asset.Unit) string { return u.Name }, false)
	return boards
}

// Within reports whether a unit is under or the same as another.
func (o *Organisation) Within(unitID, under string) bool {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	return slices.ContainsFunc(o.lineOf(unitID), func(u asset.Unit) bool { return u.ID == under })
}

// FindUnit returns the unit with a path of names, compared folded.
func (o *Organisation) FindUnit(path []string) (asset.Unit, bool) {
	want := text.Fold(asset.Path(path))
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	for id, folded := range o.foldedU {
		if folded == want {
			return o.units[id], true
		}
	}
	return asset.Unit{}, false
}
