package present

import (
	"strings"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// AssetWords writes what a list says of assets. It remembers the names of
// units, so make a new one when the register has changed; it belongs to one
// goroutine.
type AssetWords struct {
	p        *text.Printer
	Register *register.Register // as it stood when the words were made
	units    map[string]unitWords

	demands classify.Demands
	// Duties is what the policy still demands, where that is to be shown.
	Duties *duty.Judgement
	// Times tells when each commit was made, where that is to be shown.
	Times map[ledger.Revision]time.Time
}

type unitWords struct{ board, path string }

// NewAssetWords returns a writer for the register as it is now.
func NewAssetWords(p *text.Printer, r *register.Register) *AssetWords {
	return &AssetWords{p: p, Register: r, units: map[string]unitWords{}, demands: r.Settings().Demands()}
}

func (w *AssetWords) unit(id string) unitWords {
	if id == "" {
		return unitWords{}
	}
	known, ok := w.units[id]
	if !ok {
		board, _ := w.Register.Organisation().Board(id)
		known = unitWords{board: board.Name, path: UnitBelow(w.Register, id)}
		w.units[id] = known
	}
	return known
}

// UnitBelow is a unit's path without the municipality at its top, which every path shares.
func UnitBelow(r *register.Register, id string) string {
	path := r.Organisation().UnitPath(id)
	if len(path) > 1 {
		if top, ok := topUnit(r, id); ok && top.Kind == asset.Municipality {
			path = path[1:]
		}
	}
	return JoinPath(path)
}

func topUnit(r *register.Register, id string) (asset.Unit, bool) {
	u, ok := r.Organisation().Unit(id)
	for range 100 { // a bound, should a line ever bite its tail
		up, found := r.Organisation().Unit(u.Parent)
		if !found {
			return u, ok
		}
		u = up
	}
	return u, ok
}

// JoinPath writes the names of a path from the top.
func JoinPath(names []string) string { return strings.Join(names, " › ") }

// Text is what the list says of an asset under k.
func (w *AssetWords) Text(k AssetKey, rec *register.Record) string {
	switch k {
	case KeyName:
		return rec.Asset.Name
	case KeyKind:
		if rec.Asset.Kind == asset.System {
			return w.p.T("assets.short.system")
		}
		return w.p.T("assets.short.information")
	case KeyUnit:
		return w.unit(rec.Asset.Unit).path
	case KeyBoard:
		return w.unit(rec.Asset.Unit).board
	case KeyStatus:
		return StatusLabel(w.p, rec.Asset.Status)
	case KeyOwner:
		return rec.Owner()
	case KeyClass:
		return rec.Profile().String()
	case KeyState:
		return StateLabel(w.p, rec)
	case KeyReview:
		return w.review(rec)
	case KeyDuties:
		return w.DutyText(rec)
	case KeyImportant:
		return w.trait(asset.Important, rec)
	case KeyCritical:
		return w.trait(asset.Critical, rec)
	case KeyChanged:
		return text.Date(w.Times[rec.Revision])
	}
	if header, ok := k.Own(); ok {
		return rec.Asset.Custom[header]
	}
	return rec.Value(asset.Field(k))
}

// DutyText is what the policy still demands of an asset in a few words: the one
// thing, or how many; that all is met; a dash for what is retired.
func (w *AssetWords) DutyText(rec *register.Record) string {
	if w.Duties == nil {
		return ""
	}
	switch n, worst := w.Duties.Worst(rec.Asset.ID); {
	case n == 1:
		return worst.Short().In(w.p)
	case n > 1:
		return w.p.N("assets.duties.left", n)
	case rec.Asset.Status == asset.Retired:
		return "–"
	}
	return w.p.T("assets.duties.none")
}

// DutyMood returns how serious the most serious of it is.
func (w *AssetWords) DutyMood(rec *register.Record) Mood {
	if w.Duties == nil {
		return MoodGood
	}
	switch n, worst := w.Duties.Worst(rec.Asset.ID); {
	case n == 0:
		return MoodGood
	case worst.Severity == duty.High:
		return MoodBad
	}
	return MoodNote
}

// trait says yes or no, and where a person has decided that.
func (w *AssetWords) trait(t asset.Trait, rec *register.Record) string {
	has := rec.Has(t, w.demands)
	_, byHand := rec.Asset.Marks[t]
	switch {
	case has && byHand:
		return w.p.T("assets.trait.yesByHand")
	case has:
		return w.p.T("assets.trait.yes")
	case byHand:
		return w.p.T("assets.trait.noByHand")
	}
	return ""
}

// Late reports whether the classification should have been reviewed.
func (w *AssetWords) Late(rec *register.Record) bool { return w.Duties != nil && w.Duties.Overdue(rec) }

// review is the day by which the classification is to be reviewed.
func (w *AssetWords) review(rec *register.Record) string {
	if w.Duties == nil {
		return rec.NextReview()
	}
	return w.Duties.NextReview(rec)
}

// StateLabel says how far an asset's classification has come, and whether there
// is a draft in addition to the one in force.
func StateLabel(p *text.Printer, rec *register.Record) string {
	s := rec.State()
	switch {
	case s == "" && !rec.Profile().Empty():
		return p.T("holding.state")
	case s == "":
		return p.T("state.none")
	}
	label := p.T("state." + string(s))
	if rec.Draft != nil && s != classify.Draft {
		return p.T("assets.stateAndDraft", "state", label)
	}
	return label
}

// ScaleOf is the scale that an asset's levels are written in.
func ScaleOf(rec *register.Record) classify.Scale { return rec.Scale() }
