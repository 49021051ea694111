package assets

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// fieldForm is how a value is edited.
type fieldForm int

// The forms of fields.
const (
	lineField   fieldForm = iota
	proseField            // several lines
	dayField              // an ISO date; other text from a list is kept
	yesNoField            // ja or nej; other text from a list is kept
	kindField             // one of the kinds
	statusField           // one of the statuses, or none
	unitField             // a unit, chosen or new
)

// formField is one value of an asset as the form shows it.
type formField struct {
	Key   present.AssetKey
	Label string
	Form  fieldForm
	Value string // as stored; see AssetKey.Get
	// Always is true where the field is shown even when it is empty.
	Always bool
}

// formGroup is a heading of the form with its fields.
type formGroup struct {
	Title  string
	Own    bool // the municipality's own columns
	Fields []formField
}

// always are the fields that every asset should have, shown even when empty.
var always = []present.AssetKey{
	present.KeyName, present.KeyKind, present.KeyUnit, present.KeyStatus, present.AssetKey(asset.Description), present.AssetKey(asset.InformationOwner), present.AssetKey(asset.OwnerSince),
	present.AssetKey(asset.SystemOwner), present.AssetKey(asset.SystemManager), present.AssetKey(asset.Supplier), present.AssetKey(asset.Note),
}

var groupKeys = map[asset.Group]string{
	asset.About: "group.about", asset.Responsibility: "group.responsibility", asset.Information: "group.information",
	asset.Technology: "group.technology", asset.Contract: "group.contract", asset.Continuity: "group.continuity", asset.Other: "group.other",
}

// groupTitle is the heading of a group.
func groupTitle(p *text.Printer, g asset.Group) string { return p.T(groupKeys[g]) }

// assetForm lists every field of an asset in the order of the form. The last
// group holds the municipality's own columns: headers in their order, then the
// ones that only this asset has.
func assetForm(p *text.Printer, a asset.Asset, headers []string) []formGroup {
	var out []formGroup
	for _, g := range asset.Groups {
		group := formGroup{Title: groupTitle(p, g)}
		if g == asset.About {
			for _, k := range []present.AssetKey{present.KeyName, present.KeyKind, present.KeyUnit, present.KeyStatus} {
				group.Fields = append(group.Fields, newFormField(p, k, a))
			}
		}
		for _, d := range asset.Definitions {
			if d.Group == g {
				group.Fields = append(group.Fields, newFormField(p, present.AssetKey(d.Field), a))
			}
		}
		out = append(out, group)
	}
	own := formGroup{Title: p.T("assets.group.own"), Own: true}
	for _, header := range ownHeaders(a, headers) {
		own.Fields = append(own.Fields, newFormField(p, OwnKey(header), a))
	}
	return append(out, own)
}

func ownHeaders(a asset.Asset, headers []string) []string {
	out := slices.Clone(headers)
	var more []string
	for header := range a.Custom {
		if !slices.Contains(out, header) {
			more = append(more, header)
		}
	}
	text.SortStrings(more)
	return append(out, more...)
}

// newFormField is one field of an asset.
func newFormField(p *text.Printer, k present.AssetKey, a asset.Asset) formField {
	return formField{Key: k, Label: k.Label(p), Form: formOf(k, k.Get(a)), Value: k.Get(a), Always: slices.Contains(always, k)}
}

func formOf(k present.AssetKey, value string) fieldForm {
	switch k {
	case present.KeyKind:
		return kindField
	case present.KeyStatus:
		return statusField
	case present.KeyUnit:
		return unitField
	}
	f, _ := k.Field()
	d, _ := f.Definition()
	switch d.Form {
	case asset.Prose:
		return proseField
	case asset.Choice:
		if value == "" || yesNo(value) >= 0 {
			return yesNoField
		}
	case asset.Day:
		if _, err := text.ParseDate(value); value == "" || err == nil {
			return dayField
		}
	}
	if len(value) > longLine {
		return proseField
	}
	return lineField
}

// longLine is how many bytes a value may have before it gets several lines.
const longLine = 90

// Shown returns the fields of a group that the form shows: all of them, or
// those that have a value or are always shown.
func (g formGroup) Shown(all bool) []formField {
	if all {
		return g.Fields
	}
	var out []formField
	for _, f := range g.Fields {
		if f.Always || f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// storedYes and StoredNo are how a choice is stored, in any language of the window.
const (
	storedYes = "ja"
	storedNo  = "nej"
)

// yesNo reads a stored choice: 1 for yes, 0 for no, -1 for anything else.
func yesNo(value string) int {
	switch text.Fold(value) {
	case storedYes, "yes", "j", "true", "sant":
		return 1
	case storedNo, "no", "n", "false", "falskt":
		return 0
	}
	return -1
}

// choiceText is what a field with choices shows for a stored value.
func choiceText(p *text.Printer, r *register.Register, f fieldForm, value string) string {
	switch {
	case f == kindField:
		return present.KindLabel(p, asset.Kind(value))
	case f == statusField && value != "":
		return present.StatusLabel(p, asset.Status(value))
	case f == unitField && value != "":
		return present.UnitBelow(r, value)
	case f == yesNoField && yesNo(value) == 1:
		return p.T("assets.yes")
	case f == yesNoField && yesNo(value) == 0:
		return p.T("assets.no")
	case value == "":
		return p.T("assets.notStated")
	}
	return value
}

// Choice is an answer that can be chosen.
type Choice struct{ Value, Label string }

// Choices lists the answers of a field, without the unit's.
func Choices(p *text.Printer, f fieldForm) []Choice {
	var out []Choice
	switch f {
	case kindField:
		for _, k := range asset.Kinds {
			out = append(out, Choice{string(k), present.KindLabel(p, k)})
		}
		return out
	case statusField:
		for _, s := range asset.Statuses {
			out = append(out, Choice{string(s), present.StatusLabel(p, s)})
		}
	case yesNoField:
		out = []Choice{{storedYes, p.T("assets.yes")}, {storedNo, p.T("assets.no")}}
	}
	return append(out, Choice{"", p.T("assets.notStated")})
}
