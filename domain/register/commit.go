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
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

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

// About is the id of the asset or unit that the edit is about.
func (e Edit) About() string { return e.about }

// PutAsset stores an asset; base is the revision it was edited from, 0 for a new one.
func PutAsset(a asset.Asset, base Revision) Edit {
	return Edit{ref: Ref{KindAsset, a.ID}, about: a.ID, base: base, value: a.Clone()}
}

// PutClassification stores a new version of an asset's classification.
func PutClassification(c classify.Classification) Edit {
	return Edit{ref: Ref{KindClassification, c.ID}, about: c.Asset, base: 0, value: c.Clone()}
}

// PutDraft keeps a classification being worked on.
func PutDraft(c classify.Classification, base Revision) Edit {
	return Edit{ref: Ref{KindDraft, c.Asset}, about: c.Asset, base: base, value: c.Clone()}
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

// PutAssessment stores an asset's answer to a requirement.
func PutAssessment(a requirement.Assessment, base Revision) Edit {
	return Edit{ref: Ref{KindAssessment, a.ID()}, about: a.Asset, base: base, value: a}
}

// PutException stores an exception from a requirement.
func PutException(x requirement.Exception, base Revision) Edit {
	return Edit{ref: Ref{KindException, x.ID()}, about: x.Asset, base: base, value: x}
}

// PutRequirement stores what the municipality has decided about a requirement of the catalogue.
func PutRequirement(c requirement.Change, base Revision) Edit {
	return Edit{ref: Ref{KindRequirement, c.ID}, about: c.ID, base: base, value: c}
}

// PutPlatform says that an asset stands on a shared platform.
func PutPlatform(u requirement.Use, base Revision) Edit {
	return Edit{ref: Ref{KindPlatform, u.ID()}, about: u.Asset, base: base, value: u}
}

// PutLink says that a system holds an information set.
func PutLink(l holding.Link, base Revision) Edit {
	return Edit{ref: Ref{KindLink, l.ID()}, about: l.System, base: base, value: l}
}

// PutAdjustment raises or lowers a system's level in one aspect.
func PutAdjustment(a holding.Adjustment, base Revision) Edit {
	return Edit{ref: Ref{KindAdjustment, a.ID()}, about: a.System, base: base, value: a}
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

func (r *Register) write(ctx context.Context, why text.Message, undoes Revision, edits []Edit) (Revision, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	c := Commit{Who: r.opt.Who, When: r.opt.Now(), Why: why, Undoes: undoes}
	if err := r.check(edits, undoes != 0); err != nil {
		return 0, err
	}
	c.Changes = make([]Change, len(edits))
	for i, e := range edits {
		c.Changes[i] = Change{Ref: e.ref, About: e.about, Base: e.base, Row: e.row}
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
	r.trail.add(Entry{Commit: Commit{Who: c.Who, When: c.When, Why: why, Undoes: undoes}, Revision: rev, Count: len(edits)})
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
