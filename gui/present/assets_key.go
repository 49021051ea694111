// Package present prepares what pages show: labels, columns, filters, forms
// and wording, as plain Go that needs no window to be tested.
package present

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// AssetKey names something that is known about an asset, wherever it is kept: one
// of the keys below, a canonical field, or a column of the municipality's own.
// Keys are remembered between starts: never rename one.
type AssetKey string

// The keys that are not fields.
const (
	KeyName   AssetKey = "name"
	KeyKind   AssetKey = "kind"
	KeyUnit   AssetKey = "unit"
	KeyStatus AssetKey = "status"
	// These are only shown, never edited by themselves.
	KeyBoard  AssetKey = "board"  // nämnd or bolag that answers for the unit
	KeyOwner  AssetKey = "owner"  // information owner, or system owner where none is named
	KeyClass  AssetKey = "class"  // the four levels
	KeyState  AssetKey = "state"  // how far the classification has come
	KeyReview AssetKey = "review" // next review
	KeyDuties AssetKey = "duties" // what the policy still demands; AssetWords needs Duties for it
	// Särskilt viktig and kritiskt system, by the levels or by hand.
	KeyImportant AssetKey = "important"
	KeyCritical  AssetKey = "critical"
	// KeyChanged is the day the asset was last changed; AssetWords needs Times for it.
	KeyChanged AssetKey = "changed"
)

const OwnPrefix = "own:"

// Own returns the header of a column of the municipality's own.
func (k AssetKey) Own() (string, bool) { return strings.CutPrefix(string(k), OwnPrefix) }

// Field returns the canonical field that k names.
func (k AssetKey) Field() (asset.Field, bool) {
	_, ok := asset.Field(k).Definition()
	return asset.Field(k), ok
}

// Label is what the form and the column chooser call k.
func (k AssetKey) Label(p *text.Printer) string {
	switch k {
	case KeyName:
		return p.T("field.name")
	case KeyKind:
		return p.T("field.kind")
	case KeyUnit:
		return p.T("field.unit")
	case KeyStatus:
		return p.T("field.status")
	case KeyBoard:
		return p.T("assets.column.board")
	case KeyOwner:
		return p.T("assets.column.owner")
	case KeyClass:
		return p.T("assets.column.class")
	case KeyState:
		return p.T("assets.column.state")
	case KeyReview:
		return p.T("assets.column.review")
	case KeyDuties:
		return p.T("assets.column.duties")
	case KeyImportant:
		return asset.Important.Label().In(p)
	case KeyCritical:
		return asset.Critical.Label().In(p)
	case KeyChanged:
		return p.T("assets.column.changed")
	}
	if header, ok := k.Own(); ok {
		return header
	}
	if f, ok := k.Field(); ok {
		return f.Label().In(p)
	}
	return string(k)
}

// Get reads what may be edited of an asset as it is stored: a kind, a status
// and a unit as their keys. Keys that are only shown are empty.
func (k AssetKey) Get(a asset.Asset) string {
	switch k {
	case KeyName:
		return a.Name
	case KeyKind:
		return string(a.Kind)
	case KeyUnit:
		return a.Unit
	case KeyStatus:
		return string(a.Status)
	}
	if header, ok := k.Own(); ok {
		return a.Custom[header]
	}
	return a.Fields[asset.Field(k)]
}

// Set returns a copy of an asset with k changed. White space around is dropped.
func (k AssetKey) Set(a asset.Asset, value string) asset.Asset {
	value = strings.TrimSpace(value)
	switch k {
	case KeyName:
		a.Name = value
	case KeyKind:
		a.Kind = asset.Kind(value)
	case KeyUnit:
		a.Unit = value
	case KeyStatus:
		a.Status = asset.Status(value)
	default:
		if header, ok := k.Own(); ok {
			return a.WithCustom(header, value)
		}
		if f, ok := k.Field(); ok {
			return a.With(f, value)
		}
	}
	return a
}

// KindLabel is a kind in words.
func KindLabel(p *text.Printer, k asset.Kind) string {
	if k == "" {
		return ""
	}
	return p.T("kind." + string(k))
}

// StatusLabel is a status in words, empty for an unknown one.
func StatusLabel(p *text.Printer, s asset.Status) string {
	if s == "" {
		return ""
	}
	return p.T("status." + string(s))
}
