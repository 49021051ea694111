package present

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/register"
)

// AssetColumn is a column that the list of assets can show.
type AssetColumn struct {
	Key   AssetKey
	Width float32 // at 100 %
	Shown bool    // until the user chooses otherwise
}

// AssetColumns lists every column in the order offered: the standing ones, the
// canonical fields that any asset has a value in or that are always offered,
// and the municipality's own.
func AssetColumns(r *register.Register) []AssetColumn {
	out := []AssetColumn{
		{KeyName, 160, true},
		{KeyKind, 102, true},
		{KeyBoard, 138, true},
		{KeyUnit, 200, false},
		{KeyOwner, 106, true},
		{KeyClass, 164, true},
		{KeyReview, 116, true},
		{KeyDuties, 172, true},
		{KeyState, 112, false}, // the levels and what the policy demands tell the most of it
		{KeyImportant, 120, false},
		{KeyCritical, 120, false},
		{KeyStatus, 118, false},
		{KeyChanged, 106, false},
		{AssetKey(asset.Supplier), 150, false},
	}
	for _, d := range asset.Definitions {
		if k := AssetKey(d.Field); d.Field != asset.Supplier {
			out = append(out, AssetColumn{k, 150, false})
		}
	}
	for _, header := range r.CustomHeaders() {
		out = append(out, AssetColumn{OwnKey(header), 150, false})
	}
	return out
}

// ChosenColumns returns the keys to show: those remembered that still exist,
// or else the standing ones. The name is always among them.
func ChosenColumns(all []AssetColumn, remembered []string) []AssetKey {
	var keys []AssetKey
	for _, id := range remembered {
		if slices.ContainsFunc(all, func(c AssetColumn) bool { return string(c.Key) == id }) && !slices.Contains(keys, AssetKey(id)) {
			keys = append(keys, AssetKey(id))
		}
	}
	if len(keys) == 0 {
		for _, c := range all {
			if c.Shown {
				keys = append(keys, c.Key)
			}
		}
	}
	if !slices.Contains(keys, KeyName) {
		keys = slices.Insert(keys, 0, KeyName)
	}
	return keys
}

// OwnHeaders returns the headers of the municipality's own columns among some.
func OwnHeaders(columns []AssetColumn) []string {
	var out []string
	for _, c := range columns {
		if header, ok := c.Key.Own(); ok {
			out = append(out, header)
		}
	}
	return out
}
