package register

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

func byVersion(a, b classify.Classification) int { return cmp.Compare(a.ID, b.ID) }

// Edit is one wish to put or delete an entity, made from what its author saw.
type Edit struct {
	ref   Ref
	about string
	base  Revision
	row   int
	value any // nil deletes
}

// FromRow says which row of an imported list the edit comes from.
func (e Edit) FromRow(row int) Edit {
	e.row = row
	return e
}

// PutAsset stores an asset; base is the revision it was edited from, 0 for a new one.
func PutAsset(a asset.Asset, base Revision) Edit {
	return Edit{ref: Ref{KindAsset, a.ID}, about: a.ID, base: base, value: a}
}

// PutClassification stores a new version of an asset's classification.
func PutClassification(c classify.Classification) Edit {
	return Edit{ref: Ref{KindClassification, c.ID}, about: c.Asset, base: 0, value: c}
}

// PutDraft keeps a classification being worked on.
func PutDraft(c classify.Classification, base Revision) Edit {
	return Edit{ref: Ref{KindDraft, c.Asset}, about: c.Asset, base: base, value: c}
}

// PutUnit stores a unit.
func PutUnit(u asset.Unit, base Revision) Edit {
	return Edit{ref: Ref{KindUnit, u.ID}, about: u.ID, base: base, value: u}
}

// PutSettings stores the settings.
func PutSettings(s Settings, base Revision) Edit {
	return Edit{ref: Ref{KindSettings, SettingsID}, about: SettingsID, base: base, value: s}
}

// PutMapping remembers how a list was understood, under its header's fingerprint.
func PutMapping(fingerprint string, m Mapping, base Revision) Edit {
	return Edit{ref: Ref{KindMapping, fingerprint}, about: fingerprint, base: base, value: m}
}

// Delete takes an entity away.
func Delete(ref Ref, about string, base Revision) Edit {
	return Edit{ref: ref, about: about, base: base}
}

// RevisionOf returns an entity's revision, to name as the base of an edit.
func (r *Register) RevisionOf(ref Ref) Revision {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.revisionOf(ref)
}

// Commit checks, stores and applies edits as one. It fails with a sentence,
// and nothing has changed then: for a value that may not be stored, with
// ErrConflict for an entity that has moved on, or with what the store says.
func (r *Register) Commit(ctx context.Context, why text.Message, edits ...Edit) (Revision, error) {
	return r.commit(ctx, why, 0, edits)
}

func (r *Register) commit(ctx context.Context, why text.Message, undoes Revision, edits []Edit) (Revision, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	c := Commit{Who: r.opt.Who, When: r.opt.Now(), Why: why, Undoes: undoes}
	if err := r.check(edits, undoes != 0); err != nil {
		return 0, err
	}
	for _, e := range edits {
		ch := Change{Ref: e.ref, About: e.about, Base: e.base, Row: e.row}
		if e.value != nil {
			data, err := json.Marshal(e.value)
			if err != nil {
				return 0, fmt.Errorf("register: write %s %s: %w", e.ref.Kind, e.ref.ID, err)
			}
			ch.New = data
		}
		c.Changes = append(c.Changes, ch)
	}
	rev, err := r.store.Commit(ctx, c)
	if err != nil {
		return 0, r.explain(err)
	}
	for _, f := range r.apply(rev, edits) {
		f(rev)
	}
	return rev, nil
}

// explain gives a store's error a sentence unless it has one.
func (r *Register) explain(err error) error {
	var said *text.Error
	switch {
	case errors.As(err, &said):
		return err
	case errors.Is(err, ErrConflict):
		return text.Fail(err, "register.conflict")
	case errors.Is(err, ErrReadOnly):
		return text.Fail(err, "register.readOnly")
	case errors.Is(err, ErrFull):
		return text.Fail(err, "register.full")
	}
	return fmt.Errorf("register: commit: %w", err)
}

// check refuses what no register may hold. The caller holds writing.
func (r *Register) check(edits []Edit, undoing bool) error {
	r.mu.RLock()
	defer r.mu.RUnlock()
	units := r.unitsAfter(edits)
	for _, e := range edits {
		if have := r.revisionOf(e.ref); have != e.base {
			return text.Fail(fmt.Errorf("register: %s %s is at %d, not %d: %w", e.ref.Kind, e.ref.ID, have, e.base, ErrConflict), "register.conflict")
		}
		if err := r.checkOne(e, units, undoing); err != nil {
			return err
		}
	}
	return checkUnits(units, edits)
}

func (r *Register) checkOne(e Edit, units func(string) (asset.Unit, bool), undoing bool) error {
	if e.ref.Kind == KindClassification && e.base != 0 && !undoing {
		// A version is replaced by a later one, never changed (policy: changes
		// can be followed afterwards); it goes only with its asset.
		if e.value != nil {
			return text.Fail(nil, "register.problem.decided")
		}
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
		return v.validate()
	case classify.Classification:
		if v.Asset == "" || (e.ref.Kind == KindClassification && (v.ID == "" || v.State == classify.Draft)) {
			return text.Fail(nil, "register.problem.classification")
		}
		if _, ok := classify.ScaleByID(v.Scale); !ok {
			return text.Fail(nil, "register.problem.scale", "scale", v.Scale)
		}
	}
	return nil
}

// unitsAfter looks units up as they will be once edits are applied.
func (r *Register) unitsAfter(edits []Edit) func(string) (asset.Unit, bool) {
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
		u, ok := r.units[id]
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

// apply brings the memory to rev and returns whom to tell.
func (r *Register) apply(rev Revision, edits []Edit) []func(Revision) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rev = rev
	touched := map[string]bool{}
	units := false
	for _, e := range edits {
		if e.ref.Kind != KindAsset {
			if e.value == nil {
				delete(r.revs, e.ref)
			} else {
				r.revs[e.ref] = rev
			}
		}
		switch e.ref.Kind {
		case KindAsset, KindDraft, KindClassification:
			touched[e.about] = true
			r.applyAsset(rev, e)
		case KindUnit:
			units = true
			if u, ok := e.value.(asset.Unit); ok {
				r.units[u.ID] = u
			} else {
				delete(r.units, e.ref.ID)
			}
		case KindSettings:
			r.settings, _ = e.value.(Settings)
		case KindMapping:
			if m, ok := e.value.(Mapping); ok {
				r.mappings[e.ref.ID] = m
			} else {
				delete(r.mappings, e.ref.ID)
			}
		}
	}
	if units {
		r.reindexUnits()
	}
	r.refresh(touched)
	return slices.Clone(r.watchers)
}

// applyAsset puts new records in place of the ones that edits touch. refresh completes them.
func (r *Register) applyAsset(rev Revision, e Edit) {
	switch v := e.value.(type) {
	case asset.Asset:
		rec := newRecord(v, rev)
		if old, ok := r.records[v.ID]; ok {
			rec.Draft, rec.DraftRevision = old.Draft, old.DraftRevision
		}
		r.records[v.ID] = rec
	case classify.Classification:
		if e.ref.Kind == KindDraft {
			r.setDraft(v.Asset, &v, rev)
			return
		}
		vs := slices.DeleteFunc(slices.Clone(r.versions[v.Asset]), func(c classify.Classification) bool { return c.ID == v.ID })
		vs = append(vs, v)
		slices.SortFunc(vs, byVersion)
		r.versions[v.Asset] = vs
		r.byClass[v.ID] = v.Asset
	case nil:
		r.drop(e)
	}
}

func (r *Register) setDraft(id string, d *classify.Classification, rev Revision) {
	old, ok := r.records[id]
	if !ok {
		return
	}
	rec := *old
	rec.Draft, rec.DraftRevision = d, rev
	r.records[id] = &rec
}

func (r *Register) drop(e Edit) {
	switch e.ref.Kind {
	case KindAsset:
		delete(r.records, e.ref.ID)
	case KindDraft:
		r.setDraft(e.ref.ID, nil, 0)
	case KindClassification:
		id := r.byClass[e.ref.ID]
		delete(r.byClass, e.ref.ID)
		r.versions[id] = slices.DeleteFunc(slices.Clone(r.versions[id]), func(c classify.Classification) bool { return c.ID == e.ref.ID })
		if len(r.versions[id]) == 0 {
			delete(r.versions, id)
		}
	}
}

// refresh derives what touched records hold of others, and the order.
func (r *Register) refresh(touched map[string]bool) {
	same := true
	for id := range touched {
		old, ok := r.records[id]
		if !ok {
			same = false
			continue
		}
		rec := *old
		rec.Class = nil
		if vs := r.versions[id]; len(vs) > 0 {
			rec.Class = &vs[len(vs)-1]
		}
		rec.fold()
		r.records[id] = &rec
		_, found := slices.BinarySearchFunc(r.order, &rec, byID)
		same = same && found
	}
	if len(touched) == 0 {
		return
	}
	order := make([]*Record, 0, len(r.records))
	if same {
		for _, rec := range r.order {
			order = append(order, r.records[rec.Asset.ID])
		}
		r.order = order
		return
	}
	for _, rec := range r.records {
		order = append(order, rec)
	}
	slices.SortFunc(order, byID)
	r.order = order
}
