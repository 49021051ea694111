package register

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// former is a unit that has stood elsewhere, with the folded names that led to it there.
type former struct {
	unit  string
	names []string
}

func foldAllNames(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = text.Fold(name)
	}
	return out
}

// ResolveUnit returns the unit that a path of names means: the one with that
// path, or else one that had it before it was renamed, moved or merged. For a
// retired unit it returns the successor. The name of the municipality at the top
// may be left out.
func (o *Organisation) ResolveUnit(path []string) (asset.Unit, bool) {
	if len(path) == 0 {
		return asset.Unit{}, false
	}
	names := foldAllNames(path)
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	id, ok := o.resolve("", names)
	for _, top := range o.children[""] {
		if !ok && o.units[top].Kind == asset.Municipality {
			id, ok = o.resolve(top, names)
		}
	}
	return o.heir(id), ok
}

// resolve follows names down from a unit. A present name goes before a former
// one, and a unit in use before a retired one.
func (o *Organisation) resolve(at string, names []string) (string, bool) {
	if len(names) == 0 {
		return at, true
	}
	var kept []string
	for _, child := range o.children[at] {
		switch u := o.units[child]; {
		case text.Fold(u.Name) != names[0]:
		case u.Retired == "":
			kept = slices.Insert(kept, 0, child)
		default:
			kept = append(kept, child)
		}
	}
	for _, child := range kept {
		if id, ok := o.resolve(child, names[1:]); ok {
			return id, true
		}
	}
	for _, was := range o.formers[at] {
		if n := len(was.names); n <= len(names) && slices.Equal(was.names, names[:n]) {
			if id, ok := o.resolve(was.unit, names[n:]); ok {
				return id, true
			}
		}
	}
	return "", false
}

// heir is the unit that answers for what belonged to a unit: itself, or the
// last successor of one that is retired.
func (o *Organisation) heir(id string) asset.Unit {
	u := o.units[id]
	for seen := map[string]bool{}; u.Retired != "" && !seen[u.ID]; {
		seen[u.ID] = true
		next, ok := o.units[u.Successor]
		if !ok {
			break
		}
		u = next
	}
	return u
}

// FormerPath is a path that once named a unit, and the path of the unit that
// answers for it now.
type FormerPath struct{ Was, Now []string }

// FormerPaths lists where units have stood, for lists that name just the end of a path.
func (o *Organisation) FormerPaths() []FormerPath {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	var out []FormerPath
	for id, u := range o.units {
		now := o.paths[o.heir(id).ID]
		for _, was := range u.Earlier {
			out = append(out, FormerPath{slices.Concat(o.paths[was.Under], was.Names), now})
		}
		if u.Retired != "" && u.Successor != "" {
			out = append(out, FormerPath{o.paths[id], now})
		}
	}
	slices.SortFunc(out, func(a, b FormerPath) int { return slices.Compare(a.Was, b.Was) })
	return out
}
