package asset

import (
	"strings"

	"infoklass/domain/text"
)

// Responsibilities are what someone can answer for about an asset, and hand over to another.
var Responsibilities = []Field{InformationOwner, SystemOwner, SystemManager, TechnicalManager, ProcessOwner}

// WithOwner returns a copy with an information owner since an ISO day; the day
// goes with the owner, so an empty owner has none.
func (a Asset) WithOwner(owner, since string) Asset {
	if owner == "" {
		since = ""
	}
	return a.With(InformationOwner, owner).With(OwnerSince, since)
}

// Dated returns an edited copy of before with the day of its information owner
// in order: an owner that is another than before, without another day, is
// owner since the day given, "" where that is not known.
func (a Asset) Dated(before Asset, day string) Asset {
	owner, since := a.Fields[InformationOwner], a.Fields[OwnerSince]
	if text.Fold(owner) == text.Fold(before.Fields[InformationOwner]) || owner != "" && since != before.Fields[OwnerSince] {
		return a
	}
	return a.WithOwner(owner, day)
}

// Holders lists the roles and persons that a value names: a list may name several.
func Holders(value string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Replaced returns a value in which to replaces from, one of the holders that it
// names, and reports whether it named from. Only an empty value names an empty from.
func Replaced(value, from, to string) (string, bool) {
	holders, want, found := Holders(value), text.Fold(from), false
	if len(holders) == 0 {
		return to, want == ""
	}
	var out []string
	for _, h := range holders {
		if text.Fold(h) == want {
			h, found = to, true
		}
		if !contains(out, h) {
			out = append(out, h)
		}
	}
	return strings.Join(out, "; "), found
}

func contains(holders []string, one string) bool {
	for _, h := range holders {
		if text.Fold(h) == text.Fold(one) {
			return true
		}
	}
	return false
}
