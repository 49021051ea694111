package present

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// FieldForm is how a value is edited.
type FieldForm int

// The forms of fields.
const (
	LineField   FieldForm = iota
	ProseField            // several lines
	DayField              // an ISO date; other text from a list is kept
	YesNoField            // ja or nej; other text from a list is kept
	KindField             // one of the kinds
	StatusField           // one of the statuses, or none
	UnitField             // a unit, chosen or new
)

// FormField is one value of an asset as the form shows it.
type FormField struct {
	Key   AssetKey
	Label string
	Form  FieldForm
	Value string // as stored; see AssetKey.Get
	// Always is true for a field that is shown when empty too.
	Always bool
}

// FormGroup is a heading of the form with its fields.
type FormGroup struct {
	Title  string
	Own    bool // the municipality's own columns
	Fields []FormField
}

// always are the fields that every asset should have, shown even when empty.
var always = []AssetKey{
	KeyName, KeyKind, KeyUnit, KeyStatus, AssetKey(asset.Description), AssetKey(asset.InformationOwner), AssetKey(asset.OwnerSince),
	AssetKey(asset.SystemOwner), AssetKey(asset.SystemManager), AssetKey(asset.Supplier), AssetKey(asset.Note),
}

var groupKeys = map[asset.Group]string{
	asset.About: "group.about", asset.Responsibility: "group.responsibility", asset.Information: "group.information",
	asset.Technology: "group.technology", asset.Contract: "group.contract", asset.Continuity: "group.continuity", asset.Other: "group.other",
}

// GroupTitle is the heading of a group.
func GroupTitle(p *text.Printer, g asset.Group) string { return p.T(groupKeys[g]) }

// AssetForm lists every field of an asset in the order of the form. The last
// group holds the municipality's own columns: those of headers, in their order,
// and those that only this asset has.
func AssetForm(p *text.Printer, a asset.Asset, headers []string) []FormGroup {
	var out []FormGroup
	for _, g := range asset.Groups {
		group := FormGroup{Title: GroupTitle(p, g)}
		if g == asset.About {
			for _, k := range []AssetKey{KeyName, KeyKind, KeyUnit, KeyStatus} {
				group.Fields = append(group.Fields, NewFormField(p, k, a))
			}
		}
		for _, d := range asset.Definitions {
			if d.Group == g {
				group.Fields = append(group.Fields, NewFormField(p, AssetKey(d.Field), a))
			}
		}
		out = append(out, group)
	}
	own := FormGroup{Title: p.T("assets.group.own"), Own: true}
	for _, header := range ownHeaders(a, headers) {
		own.Fields = append(own.Fields, NewFormField(p, OwnKey(header), a))
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

// NewFormField is one field of an asset.
func NewFormField(p *text.Printer, k AssetKey, a asset.Asset) FormField {
	return FormField{Key: k, Label: k.Label(p), Form: formOf(k, k.Get(a)), Value: k.Get(a), Always: slices.Contains(always, k)}
}

func formOf(k AssetKey, value string) FieldForm {
	switch k {
	case KeyKind:
		return KindField
	case KeyStatus:
		return StatusField
	case KeyUnit:
		return UnitField
	}
	f, _ := k.Field()
	d, _ := f.Definition()
	switch d.Form {
	case asset.Prose:
		return ProseField
	case asset.Choice:
		if value == "" || YesNo(value) >= 0 {
			return YesNoField
		}
	case asset.Day:
		if _, err := text.ParseDate(value); value == "" || err == nil {
			return DayField
		}
	}
	if len(value) > longLine {
		return ProseField
	}
	return LineField
}

// longLine is how many bytes a value may have before it gets several lines.
const longLine = 90

// Shown returns the fields of a group that stand in the form: all, or those
// with a value or always shown.
func (g FormGroup) Shown(all bool) []FormField {
	if all {
		return g.Fields
	}
	var out []FormField
	for _, f := range g.Fields {
		if f.Always || f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// StoredYes and StoredNo are how a choice is stored, in any language of the window.
const (
	StoredYes = "ja"
	StoredNo  = "nej"
)

// YesNo reads a stored choice: 1 for yes, 0 for no, -1 for anything else.
func YesNo(value string) int {
	switch text.Fold(value) {
	case StoredYes, "yes", "j", "true", "sant":
		return 1
	case StoredNo, "no", "n", "false", "falskt":
		return 0
	}
	return -1
}

// ChoiceText is what a field with choices shows for a stored value.
func ChoiceText(p *text.Printer, r *register.Register, f FieldForm, value string) string {
	switch {
	case f == KindField:
		return KindLabel(p, asset.Kind(value))
	case f == StatusField && value != "":
		return StatusLabel(p, asset.Status(value))
	case f == UnitField && value != "":
		return UnitBelow(r, value)
	case f == YesNoField && YesNo(value) == 1:
		return p.T("assets.yes")
	case f == YesNoField && YesNo(value) == 0:
		return p.T("assets.no")
	case value == "":
		return p.T("assets.notStated")
	}
	return value
}

// Choice is an answer that can be chosen.
type Choice struct{ Value, Label string }

// Choices lists the answers of a field, without the unit's.
func Choices(p *text.Printer, f FieldForm) []Choice {
	var out []Choice
	switch f {
	case KindField:
		for _, k := range asset.Kinds {
			out = append(out, Choice{string(k), KindLabel(p, k)})
		}
		return out
	case StatusField:
		for _, s := range asset.Statuses {
			out = append(out, Choice{string(s), StatusLabel(p, s)})
		}
	case YesNoField:
		out = []Choice{{StoredYes, p.T("assets.yes")}, {StoredNo, p.T("assets.no")}}
	}
	return append(out, Choice{"", p.T("assets.notStated")})
}
