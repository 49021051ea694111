package register

import (
	"fmt"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// check refuses what no register may hold. The caller holds writing.
func (r *Register) check(edits []Edit, undoing bool) error {
	r.mu.RLock()
	defer r.mu.RUnlock()
	units, scales := r.organisation.unitsAfter(edits), r.classifications.scalesAfter(edits)
	for _, e := range edits {
		if have := r.revisionOf(e.ref); have != e.base {
			return text.Fail(fmt.Errorf("register: %s %s is at %d, not %d: %w", e.ref.Kind, e.ref.ID, have, e.base, ledger.ErrConflict), "register.conflict")
		}
		if err := r.checkOne(e, units, scales, undoing); err != nil {
			return err
		}
	}
	if err := checkUnits(units, edits); err != nil {
		return err
	}
	if err := r.requirements.checkCatalogue(edits); err != nil {
		return err
	}
	if err := r.requirements.checkPlatforms(edits); err != nil {
		return err
	}
	return r.checkWhole(edits)
}

func (r *Register) checkOne(e Edit, units func(string) (asset.Unit, bool), scales func(string) bool, undoing bool) error {
	if e.ref.Kind == KindClassification && e.base != 0 && e.value != nil && !undoing {
		// A version is replaced by a later one, never changed (policy: changes can be followed afterwards).
		return text.Fail(nil, "register.problem.decided")
	}
	switch v := e.value.(type) {
	case asset.Asset:
		if err := v.Validate(); err != nil {
			return err
		}
		if _, ok := units(v.Unit); v.Unit != "" && !ok {
			return text.Fail(nil, "register.problem.unit", "name", v.Name)
		}
	case asset.Unit:
		return v.Validate()
	case Settings:
		return v.validate(scales)
	case classify.Classification:
		if v.Asset == "" || (e.ref.Kind == KindClassification && (v.ID == "" || v.State == classify.Draft)) {
			return text.Fail(nil, "register.problem.classification")
		}
		if !scales(v.Scale) {
			return text.Fail(nil, "register.problem.scale", "scale", v.Scale)
		}
	case requirement.Assessment:
		return v.Validate()
	case requirement.Exception:
		return v.Validate()
	case requirement.Change:
		return v.Validate()
	case requirement.Use:
		return v.Validate()
	case classify.Matrix:
		return v.Validate()
	case classify.Scale:
		return checkScale(e, v, undoing)
	case classify.Common:
		return v.Validate()
	case holding.Link:
		return v.Validate()
	case holding.Adjustment:
		return v.Validate()
	}
	return nil
}

// checkScale refuses a scale that is none, and the change of one: what was
// classified keeps the scale it was made with, so a changed one is a new one.
func checkScale(e Edit, s classify.Scale, undoing bool) error {
	if e.base != 0 && !undoing {
		return text.Fail(nil, "scale.problem.change")
	}
	return s.Validate()
}

// scalesAfter tells which scales there are once edits are applied.
func (cs *Classifications) scalesAfter(edits []Edit) func(string) bool {
	changed := map[string]bool{}
	for _, e := range edits {
		if e.ref.Kind == KindScale {
			changed[e.ref.ID] = e.value != nil
		}
	}
	return func(id string) bool {
		if there, ok := changed[id]; ok {
			return there
		}
		_, ok := cs.agreed.scale(id)
		return ok
	}
}

// checkGoneScale refuses that a scale goes away which something is written in.
// It walks every classification, which only the deletion of a scale costs.
func (cs *Classifications) checkGoneScale(id string, after map[ledger.Ref]any) error {
	settings := cs.reg.settings
	if s, ok := after[KindSettings.Ref(SettingsID)].(Settings); ok {
		settings = s
	}
	used := settings.Scale == id
	for _, vs := range cs.versions {
		for _, c := range vs {
			value, touched := after[KindClassification.Ref(c.ID)]
			used = used || c.Scale == id && (!touched || value != nil)
		}
	}
	for _, rec := range cs.reg.records {
		value, touched := after[KindDraft.Ref(rec.Asset.ID)]
		used = used || rec.Draft != nil && rec.Draft.Scale == id && (!touched || value != nil)
	}
	if used {
		return text.Fail(fmt.Errorf("register: scale %s is used: %w", id, ledger.ErrConflict), "scale.problem.used", "scale", cs.agreed.scales[id].Name)
	}
	return nil
}

// unitsAfter looks units up as they will be once edits are applied.
func (o *Organisation) unitsAfter(edits []Edit) func(string) (asset.Unit, bool) {
	changed := map[string]*asset.Unit{}
	for _, e := range edits {
		if e.ref.Kind != KindUnit {
			continue
		}
		changed[e.ref.ID] = nil
		if u, ok := e.value.(asset.Unit); ok {
			changed[e.ref.ID] = &u
		}
	}
	return func(id string) (asset.Unit, bool) {
		if u, ok := changed[id]; ok {
			if u == nil {
				return asset.Unit{}, false
			}
			return *u, true
		}
		u, ok := o.units[id]
		return u, ok
	}
}

// checkUnits refuses a unit that would belong to itself or to nothing.
func checkUnits(units func(string) (asset.Unit, bool), edits []Edit) error {
	for _, e := range edits {
		u, ok := e.value.(asset.Unit)
		if !ok {
			continue
		}
		seen := map[string]bool{u.ID: true}
		for at := u; at.Parent != ""; {
			up, found := units(at.Parent)
			if !found {
				return text.Fail(nil, "register.problem.parent", "name", u.Name)
			}
			if seen[up.ID] {
				return text.Fail(nil, "unit.problem.cycle", "name", u.Name)
			}
			seen[up.ID] = true
			at = up
		}
	}
	return nil
}

// checkWhole refuses edits that would leave an entity hanging in the air: a
// classification of no asset, an asset gone whose classifications stay, a unit
// gone that something belongs to.
func (r *Register) checkWhole(edits []Edit) error {
	after := afterEdits(edits)
	goneUnits := map[string]bool{}
	for _, e := range edits {
		var err error
		switch e.ref.Kind {
		case KindClassification, KindDraft, KindAssessment, KindException, KindCommon, KindPlatform, KindAdjustment:
			err = r.checkOwner(e, after)
		case KindAction:
			if a, ok := e.value.(action.Action); ok {
				err = r.plan.checkAction(a, after)
			}
		case KindDocument, KindCheck:
			err = r.governance.checkGoverned(e, after)
		case KindAsset:
			err = r.checkGoneAsset(e, after)
		case KindUnit:
			if e.value == nil {
				goneUnits[e.ref.ID] = true
			}
		case KindScale:
			if e.value == nil {
				err = r.classifications.checkGoneScale(e.ref.ID, after)
			}
		}
		if err != nil {
			return err
		}
	}
	if err := r.holdings.checkHoldings(edits, after); err != nil {
		return err
	}
	return r.organisation.checkGoneUnits(goneUnits, edits)
}

// afterEdits tells what becomes of each entity that edits touch.
func afterEdits(edits []Edit) map[ledger.Ref]any {
	after := make(map[ledger.Ref]any, len(edits))
	for _, e := range edits {
		after[e.ref] = e.value
	}
	return after
}

func (r *Register) checkOwner(e Edit, after map[ledger.Ref]any) error {
	asset, touched := after[KindAsset.Ref(e.about)]
	_, exists := r.records[e.about]
	if touched {
		exists = asset != nil
	}
	if e.value != nil && !exists {
		return text.Fail(nil, "register.problem.gone")
	}
	return nil
}

func (r *Register) checkGoneAsset(e Edit, after map[ledger.Ref]any) error {
	rec, ok := r.records[e.ref.ID]
	if e.value != nil || !ok {
		return nil
	}
	left := func(ref ledger.Ref) bool {
		value, touched := after[ref]
		return !touched || value != nil
	}
	hangs := rec.Draft != nil && left(KindDraft.Ref(e.ref.ID))
	for _, c := range r.classifications.versions[e.ref.ID] {
		hangs = hangs || left(KindClassification.Ref(c.ID))
	}
	for id, c := range r.classifications.agreed.commons {
		hangs = hangs || c.Asset == e.ref.ID && left(KindCommon.Ref(id))
	}
	for id := range rec.Standing.Assessments {
		hangs = hangs || left(KindAssessment.Ref(requirement.EntityID(e.ref.ID, id)))
	}
	for id := range rec.Standing.Exceptions {
		hangs = hangs || left(KindException.Ref(requirement.EntityID(e.ref.ID, id)))
	}
	for _, id := range r.plan.plan.byAsset[e.ref.ID] {
		hangs = hangs || left(KindAction.Ref(id))
	}
	for _, u := range r.requirements.platforms.around(e.ref.ID) {
		hangs = hangs || left(KindPlatform.Ref(u.ID()))
	}
	for _, ref := range r.holdings.holdings.refs(e.ref.ID) {
		hangs = hangs || left(ref)
	}
	if hangs {
		return text.Fail(fmt.Errorf("register: asset %s has been classified: %w", e.ref.ID, ledger.ErrConflict), "register.conflict")
	}
	return nil
}

// checkGoneUnits walks every asset, which only the deletion of a unit costs.
func (o *Organisation) checkGoneUnits(gone map[string]bool, edits []Edit) error {
	if len(gone) == 0 {
		return nil
	}
	after := afterEdits(edits)
	used := func(unit string) error {
		return text.Fail(fmt.Errorf("register: unit %s is used: %w", unit, ledger.ErrConflict), "register.problem.unitUsed", "name", o.units[unit].Name)
	}
	for _, u := range o.units {
		if _, touched := after[KindUnit.Ref(u.ID)]; !touched && gone[u.Parent] {
			return used(u.Parent)
		}
	}
	for _, a := range o.reg.plan.plan.all {
		if _, touched := after[KindAction.Ref(a.ID)]; !touched && gone[a.Unit] {
			return used(a.Unit)
		}
	}
	for unit := range gone {
		if o.reg.governance.governed.of(unit, after) {
			return used(unit)
		}
	}
	for rec := range o.reg.order.all() {
		if _, touched := after[KindAsset.Ref(rec.Asset.ID)]; !touched && gone[rec.Asset.Unit] {
			return used(rec.Asset.Unit)
		}
	}
	return nil
}
