package main

import (
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// findAsset finds the asset that an argument names: by id, or by exact name
// where only one has it.
func findAsset(r *register.Register, name string) (*register.Record, error) {
	if rec, ok := r.Record(name); ok {
		return rec, nil
	}
	var found []*register.Record
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			found = append(found, rec)
		}
	}
	switch len(found) {
	case 0:
		return nil, wrongUse("terminal.asset.none", "name", name)
	case 1:
		return found[0], nil
	}
	ids := make([]string, len(found))
	for i, rec := range found {
		ids[i] = rec.Asset.ID
	}
	return nil, wrongUse("terminal.asset.several", "name", name, "ids", strings.Join(ids, ", "))
}

// findAssets returns the ids of the assets that several arguments name.
func findAssets(r *register.Register, names []string) ([]string, error) {
	ids := make([]string, len(names))
	for i, name := range names {
		rec, err := findAsset(r, name)
		if err != nil {
			return nil, err
		}
		ids[i] = rec.Asset.ID
	}
	return ids, nil
}

// findUnit finds a unit by id, by path, or by name where only one has it.
func findUnit(r *register.Register, name string) (asset.Unit, error) {
	if u, ok := r.Organisation().Unit(name); ok {
		return u, nil
	}
	if u, ok := r.Organisation().FindUnit(splitPath(name)); ok {
		return u, nil
	}
	var found []asset.Unit
	for _, u := range r.Organisation().Units() {
		if text.Fold(u.Name) == text.Fold(name) {
			found = append(found, u)
		}
	}
	switch len(found) {
	case 0:
		return asset.Unit{}, wrongUse("terminal.unit.none", "name", name)
	case 1:
		return found[0], nil
	}
	paths := make([]string, len(found))
	for i, u := range found {
		paths[i] = asset.Path(r.Organisation().UnitPath(u.ID))
	}
	return asset.Unit{}, wrongUse("terminal.unit.several", "name", name, "paths", strings.Join(paths, "; "))
}

// splitPath divides "A / B" as a path of units is written.
func splitPath(path string) []string {
	var names []string
	for name := range strings.SplitSeq(path, " / ") {
		names = append(names, strings.TrimSpace(name))
	}
	return names
}

func readKind(word string) (asset.Kind, error) {
	if k := asset.Kind(word); word == "" || slices.Contains(asset.Kinds, k) {
		return k, nil
	}
	return "", wrongUse("terminal.use.kind", "value", word)
}

func readStatus(word string) (asset.Status, error) {
	if s := asset.Status(word); word == "" || slices.Contains(asset.Statuses, s) {
		return s, nil
	}
	words := make([]string, len(asset.Statuses))
	for i, s := range asset.Statuses {
		words[i] = string(s)
	}
	return "", wrongUse("terminal.use.status", "value", word, "words", strings.Join(words, ", "))
}
