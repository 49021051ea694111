package register

import (
	"cmp"
	"maps"
	"slices"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
)

func byVersion(a, b classify.Classification) int { return cmp.Compare(a.ID, b.ID) }

// apply brings the memory to rev.
func (r *Register) apply(rev ledger.Revision, edits []Edit) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rev = rev
	touched := map[string]bool{}
	units, catalogue := false, false
	for _, e := range assetsFirst(edits) {
		if e.ref.Kind != KindAsset {
			if e.value == nil {
				delete(r.revs, e.ref)
			} else {
				r.revs[e.ref] = rev
			}
		}
		switch e.ref.Kind {
		case KindAsset, KindDraft, KindClassification, KindAssessment, KindException:
			touched[e.about] = true
			r.applyAsset(rev, e)
		case KindLink, KindAdjustment:
			touched[e.about] = true
			r.holdings.holdings.apply(e)
		case KindUnit:
			units = true
			if u, ok := e.value.(asset.Unit); ok {
				r.organisation.units[u.ID] = u
			} else {
				delete(r.organisation.units, e.ref.ID)
			}
		case KindSettings:
			r.settings, _ = e.value.(Settings)
		case KindAction:
			if a, ok := e.value.(action.Action); ok {
				r.plan.plan.put(a)
			} else {
				r.plan.plan.drop(e.ref.ID)
			}
		case KindMapping:
			if m, ok := e.value.(Mapping); ok {
				r.mappings[e.ref.ID] = m
			} else {
				delete(r.mappings, e.ref.ID)
			}
		case KindDocument, KindCheck:
			r.governance.governed.apply(e.ref, e.value)
		case KindMatrix, KindScale, KindCommon:
			r.classifications.agreed.apply(e.ref, e.value)
		case KindRequirement:
			catalogue = true
			r.requirements.setChange(e)
		case KindPlatform:
			touched[e.about] = true
			r.requirements.platforms.set(e)
		}
	}
	if units {
		r.organisation.reindexUnits()
	}
	r.classifications.reusers(edits, touched)
	if catalogue {
		r.requirements.renewCatalogue()
		r.requirements.platforms.touchAll(touched)
	}
	r.requirements.platforms.touchUsers(touched)
	r.refresh(touched)
}

// assetsFirst lists edits so that an asset is there before what belongs to it.
func assetsFirst(edits []Edit) []Edit {
	isAsset := func(e Edit) bool { return e.ref.Kind == KindAsset }
	rest := slices.IndexFunc(edits, func(e Edit) bool { return !isAsset(e) })
	if rest < 0 || !slices.ContainsFunc(edits[rest:], isAsset) {
		return edits
	}
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int {
		switch {
		case isAsset(a) == isAsset(b):
			return 0
		case isAsset(a):
			return -1
		}
		return 1
	})
	return sorted
}

// applyAsset puts new records in place of the ones that edits touch. refresh completes them.
func (r *Register) applyAsset(rev ledger.Revision, e Edit) {
	switch v := e.value.(type) {
	case asset.Asset:
		rec := newRecord(v, rev)
		if old, ok := r.records[v.ID]; ok {
			rec.Draft, rec.DraftRevision, rec.Standing, rec.Holding = old.Draft, old.DraftRevision, old.Standing, old.Holding
		}
		r.records[v.ID] = rec
	case classify.Classification:
		if e.ref.Kind == KindDraft {
			r.classifications.setDraft(v.Asset, &v, rev)
			return
		}
		vs := slices.DeleteFunc(slices.Clone(r.classifications.versions[v.Asset]), func(c classify.Classification) bool { return c.ID == v.ID })
		vs = append(vs, v)
		slices.SortFunc(vs, byVersion)
		r.classifications.versions[v.Asset] = vs
		r.classifications.byClass[v.ID] = v.Asset
		r.noteID(v.ID)
	case requirement.Assessment, requirement.Exception:
		r.requirements.setStanding(e)
	case nil:
		r.drop(e)
	}
}

func (cs *Classifications) setDraft(id string, d *classify.Classification, rev ledger.Revision) {
	old, ok := cs.reg.records[id]
	if !ok {
		return
	}
	rec := *old
	rec.Draft, rec.DraftRevision = d, rev
	cs.reg.records[id] = &rec
}

// setStanding puts or takes away the answer or the exception that e is about.
func (rq *Requirements) setStanding(e Edit) {
	old, ok := rq.reg.records[e.about]
	if !ok {
		return
	}
	rec := *old
	rec.Standing = standingAfter(old.Standing, e)
	rq.reg.records[e.about] = &rec
}

func (r *Register) drop(e Edit) {
	switch e.ref.Kind {
	case KindAsset:
		delete(r.records, e.ref.ID)
	case KindDraft:
		r.classifications.setDraft(e.ref.ID, nil, 0)
	case KindAssessment, KindException:
		r.requirements.setStanding(e)
	case KindClassification:
		id := r.classifications.byClass[e.ref.ID]
		delete(r.classifications.byClass, e.ref.ID)
		r.classifications.versions[id] = slices.DeleteFunc(slices.Clone(r.classifications.versions[id]), func(c classify.Classification) bool { return c.ID == e.ref.ID })
		if len(r.classifications.versions[id]) == 0 {
			delete(r.classifications.versions, id)
		}
	}
}

// fewTouched is up to how many records are put in place one by one; beyond
// that the whole order is made anew.
const fewTouched = 64

// refreshHoldings derives what systems hold: those touched, and those that
// hold something touched, which are touched by it.
func (hs *Holdings) refreshHoldings(touched map[string]bool) {
	for id := range touched {
		// A record that was touched is new, and no one else has it yet.
		if rec, ok := hs.reg.records[id]; ok {
			hs.hold(rec)
		}
	}
	for _, id := range hs.outdated(touched) {
		rec := *hs.reg.records[id]
		hs.hold(&rec)
		hs.reg.records[id] = &rec
		touched[id] = true
	}
}

// swapTouched puts touched records in the place of those before, and tells
// whether that was all: none came and none went.
func (r *Register) swapTouched(touched map[string]bool) bool {
	changed := make([]*Record, 0, len(touched))
	for id := range touched {
		rec, ok := r.records[id]
		if !ok {
			return false
		}
		changed = append(changed, rec)
	}
	order, ok := r.order.swap(changed)
	if ok {
		r.order = order
	}
	return ok
}

// refresh derives what touched records hold of others, and the order.
func (r *Register) refresh(touched map[string]bool) {
	if len(touched) == 0 {
		return
	}
	for id := range touched {
		if old, ok := r.records[id]; ok {
			rec := *old
			rec.Class = nil
			if vs := r.classifications.versions[id]; len(vs) > 0 {
				rec.Class = &vs[len(vs)-1]
			}
			rec.Renewed, rec.scale = r.classifications.renewed(&rec), r.classifications.ownScale(&rec)
			rec.fold()
			r.records[id] = &rec
		}
	}
	r.holdings.refreshHoldings(touched)
	r.requirements.inherit(touched)
	r.flat = nil
	if len(touched) > fewTouched && r.swapTouched(touched) {
		return
	}
	if len(touched) > fewTouched {
		r.order = newRoll(slices.SortedFunc(maps.Values(r.records), byID))
		return
	}
	for id := range touched {
		if rec, ok := r.records[id]; ok {
			r.order = r.order.with(rec)
		} else {
			r.order = r.order.without(id)
		}
	}
}
