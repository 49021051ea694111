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
	return only(found, name, "terminal.asset.none", "terminal.asset.several", func(rec *register.Record) string { return rec.Asset.ID })
}

// only returns the one thing found by a name. None and several are what the keys say, several with their ids.
func only[T any](found []T, name, none, several string, id func(T) string) (one T, err error) {
	switch len(found) {
	case 0:
		return one, wrongUse(none, "name", name)
	case 1:
		return found[0], nil
	}
	return one, wrongUse(several, "name", name, "ids", strings.Join(each(found, id), ", "))
}

// openAsset opens the register and finds the asset that an argument names.
func (s *session) openAsset(readOnly bool, name string) (*register.Register, *register.Record, error) {
	r, err := s.open(readOnly)
	if err != nil {
		return nil, nil, err
	}
	rec, err := findAsset(r, name)
	return r, rec, err
}

// assetID returns the id of the asset that a flag names; empty where the flag is.
func assetID(r *register.Register, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	rec, err := findAsset(r, name)
	if err != nil {
		return "", err
	}
	return rec.Asset.ID, nil
}

// unitID returns the id of the unit that a flag names; empty where the flag is.
func unitID(r *register.Register, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	u, err := findUnit(r, name)
	return u.ID, err
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
	paths := each(found, func(u asset.Unit) string { return path(r, u.ID) })
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
	if word == "" {
		return "", nil
	}
	return oneOf(word, asset.Kinds, "terminal.use.kind")
}

func readStatus(word string) (asset.Status, error) {
	if word == "" {
		return "", nil
	}
	return oneOf(word, asset.Statuses, "terminal.use.status")
}

// oneOf reads one of the words known; key says that another was given.
func oneOf[T ~string](word string, known []T, key string) (T, error) {
	if slices.Contains(known, T(word)) {
		return T(word), nil
	}
	words := each(known, func(k T) string { return string(k) })
	return "", wrongUse(key, "value", word, "words", strings.Join(words, ", "))
}
