package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// Edit is one wish to put or delete an entity, made from what its author saw.
type Edit struct {
	ref   ledger.Ref
	about string
	base  ledger.Revision
	row   int
	value any // nil deletes
}

// FromRow says which row of an imported list the edit comes from.
func (e Edit) FromRow(row int) Edit {
	e.row = row
	return e
}

// About is the id of the asset or unit that the edit is about.
func (e Edit) About() string { return e.about }

// PutAsset stores an asset; base is the revision it was edited from, 0 for a new one.
func PutAsset(a asset.Asset, base ledger.Revision) Edit {
	return Edit{ref: KindAsset.Ref(a.ID), about: a.ID, base: base, value: a.Clone()}
}

// PutClassification stores a new version of an asset's classification.
func PutClassification(c classify.Classification) Edit {
	return Edit{ref: KindClassification.Ref(c.ID), about: c.Asset, base: 0, value: c.Clone()}
}

// PutDraft keeps a classification being worked on.
func PutDraft(c classify.Classification, base ledger.Revision) Edit {
	return Edit{ref: KindDraft.Ref(c.Asset), about: c.Asset, base: base, value: c.Clone()}
}

// PutUnit stores a unit.
func PutUnit(u asset.Unit, base ledger.Revision) Edit {
	return Edit{ref: KindUnit.Ref(u.ID), about: u.ID, base: base, value: u}
}

// PutSettings stores the settings.
func PutSettings(s Settings, base ledger.Revision) Edit {
	return Edit{ref: KindSettings.Ref(SettingsID), about: SettingsID, base: base, value: s}
}

// PutMapping remembers how a list was understood, under its header's fingerprint.
func PutMapping(fingerprint string, m Mapping, base ledger.Revision) Edit {
	return Edit{ref: KindMapping.Ref(fingerprint), about: fingerprint, base: base, value: m}
}

// PutAssessment stores an asset's answer to a requirement.
func PutAssessment(a requirement.Assessment, base ledger.Revision) Edit {
	return Edit{ref: KindAssessment.Ref(a.ID()), about: a.Asset, base: base, value: a}
}

// PutException stores an exception from a requirement.
func PutException(x requirement.Exception, base ledger.Revision) Edit {
	return Edit{ref: KindException.Ref(x.ID()), about: x.Asset, base: base, value: x}
}

// PutRequirement stores what the municipality has decided about a requirement of the catalogue.
func PutRequirement(c requirement.Change, base ledger.Revision) Edit {
	return Edit{ref: KindRequirement.Ref(c.ID), about: c.ID, base: base, value: c}
}

// PutPlatform says that an asset stands on a shared platform.
func PutPlatform(u requirement.Use, base ledger.Revision) Edit {
	return Edit{ref: KindPlatform.Ref(u.ID()), about: u.Asset, base: base, value: u}
}

// PutLink says that a system holds an information set.
func PutLink(l holding.Link, base ledger.Revision) Edit {
	return Edit{ref: KindLink.Ref(l.ID()), about: l.System, base: base, value: l}
}

// PutAdjustment raises or lowers a system's level in one aspect.
func PutAdjustment(a holding.Adjustment, base ledger.Revision) Edit {
	return Edit{ref: KindAdjustment.Ref(a.ID()), about: a.System, base: base, value: a}
}

// Delete takes an entity away.
func Delete(ref ledger.Ref, about string, base ledger.Revision) Edit {
	return Edit{ref: ref, about: about, base: base}
}

// RevisionOf returns an entity's revision, to name as the base of an edit.
func (r *Register) RevisionOf(ref ledger.Ref) ledger.Revision {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.revisionOf(ref)
}

// Commit checks, stores and applies edits as one. It fails with a sentence,
// and nothing has changed then: for a value that may not be stored, with
// ErrConflict for an entity that has moved on, or with what the store says.
func (r *Register) Commit(ctx context.Context, why text.Message, edits ...Edit) (ledger.Revision, error) {
	return r.commit(ctx, why, 0, edits)
}

func (r *Register) commit(ctx context.Context, why text.Message, undoes ledger.Revision, edits []Edit) (ledger.Revision, error) {
	rev, err := r.write(ctx, why, undoes, edits)
	if err != nil {
		return 0, err
	}
	r.mu.RLock()
	watchers := slices.Clone(r.watchers)
	r.mu.RUnlock()
	for _, f := range watchers {
		f(rev)
	}
	return rev, nil
}

func (r *Register) write(ctx context.Context, why text.Message, undoes ledger.Revision, edits []Edit) (ledger.Revision, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	c := ledger.Commit{Who: r.opt.Who, When: r.opt.Now(), Why: why, Undoes: undoes}
	if err := r.check(edits, undoes != 0); err != nil {
		return 0, err
	}
	c.Changes = make([]ledger.Change, len(edits))
	for i, e := range edits {
		c.Changes[i] = ledger.Change{Ref: e.ref, About: e.about, Base: e.base, Row: e.row}
		if e.value == nil {
			continue
		}
		data, err := json.Marshal(e.value)
		if err != nil {
			return 0, fmt.Errorf("register: write %s %s: %w", e.ref.Kind, e.ref.ID, err)
		}
		c.Changes[i].New = data
	}
	rev, err := r.store.Commit(ctx, c)
	if err != nil {
		return 0, r.explain(err)
	}
	r.apply(rev, edits)
	r.trail.add(ledger.Entry{Commit: ledger.Commit{Who: c.Who, When: c.When, Why: why, Undoes: undoes}, Revision: rev, Count: len(edits)})
	return rev, nil
}

// explain gives a store's error a sentence unless it has one.
func (r *Register) explain(err error) error {
	var said *text.Error
	switch {
	case errors.As(err, &said):
		return err
	case errors.Is(err, ledger.ErrConflict):
		return text.Fail(err, "register.conflict")
	case errors.Is(err, ledger.ErrReadOnly):
		return text.Fail(err, "register.readOnly")
	case errors.Is(err, ledger.ErrFull):
		return text.Fail(err, "register.full")
	}
	return fmt.Errorf("register: commit: %w", err)
}
