package assets

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/gui/present"
)

// assetColumn is a column that the list of assets can show.
type assetColumn struct {
	Key   present.AssetKey
	Width float32 // at 100 %
	Shown bool    // until the user chooses otherwise
}

// assetColumns lists every column in the order offered: the standing ones, the
// canonical fields that any asset has a value in or that are always offered,
// and the municipality's own.
func assetColumns(r *register.Register) []assetColumn {
	out := []assetColumn{
		{present.KeyName, 160, true},
		{present.KeyKind, 102, true},
		{present.KeyBoard, 138, true},
		{present.KeyUnit, 200, false},
		{present.KeyOwner, 106, true},
		{present.KeyClass, 164, true},
		{present.KeyReview, 116, true},
		{present.KeyDuties, 172, true},
		{present.KeyState, 112, false}, // the levels and what the policy demands say most of it
		{present.KeyImportant, 120, false},
		{present.KeyCritical, 120, false},
		{present.KeyStatus, 118, false},
		{present.KeyChanged, 106, false},
		{present.AssetKey(asset.Supplier), 150, false},
	}
	for _, d := range asset.Definitions {
		if k := present.AssetKey(d.Field); d.Field != asset.Supplier {
			out = append(out, assetColumn{k, 150, false})
		}
	}
	for _, header := range r.CustomHeaders() {
		out = append(out, assetColumn{OwnKey(header), 150, false})
	}
	return out
}

// chosenColumns returns the keys to show: those remembered that still exist,
// or else the standing ones. The name is always among them.
func chosenColumns(all []assetColumn, remembered []string) []present.AssetKey {
	var keys []present.AssetKey
	for _, id := range remembered {
		if slices.ContainsFunc(all, func(c assetColumn) bool { return string(c.Key) == id }) && !slices.Contains(keys, present.AssetKey(id)) {
			keys = append(keys, present.AssetKey(id))
		}
	}
	if len(keys) == 0 {
		for _, c := range all {
			if c.Shown {
				keys = append(keys, c.Key)
			}
		}
	}
	if !slices.Contains(keys, present.KeyName) {
		keys = slices.Insert(keys, 0, present.KeyName)
	}
	return keys
}

// OwnHeaders returns the headers of the municipality's own columns among some.
func OwnHeaders(columns []assetColumn) []string {
	var out []string
	for _, c := range columns {
		if header, ok := c.Key.Own(); ok {
			out = append(out, header)
		}
	}
	return out
}
