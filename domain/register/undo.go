package register

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/governance"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// ErrNothing is returned by Undo and Redo when there is nothing to take back.
var ErrNothing = errors.New("nothing to undo")

// Undoable returns the newest commit that Undo would take back, without its changes.
func (r *Register) Undoable(ctx context.Context) (ledger.Entry, bool, error) {
	return r.trail.top(ctx, r.store, func(t *trail) []ledger.Entry { return t.undo })
}

// Redoable returns the commit that was taken back last, where nothing was done
// since. Its Undoes names the commit that took it back.
func (r *Register) Redoable(ctx context.Context) (ledger.Entry, bool, error) {
	return r.trail.top(ctx, r.store, func(t *trail) []ledger.Entry { return t.redo })
}

// Undo takes the newest standing commit back and returns it. It fails with
// ErrNothing where there is none.
func (r *Register) Undo(ctx context.Context) (ledger.Entry, error) {
	e, ok, err := r.Undoable(ctx)
	if err != nil {
		return ledger.Entry{}, err
	}
	if !ok {
		return ledger.Entry{}, text.Fail(ErrNothing, "register.undo.nothing")
	}
	return e, r.invert(ctx, e.Revision, text.Msg("why.undo", "what", e.Why))
}

// Redo brings back what was undone last. It fails with ErrNothing where
// something else was done since.
func (r *Register) Redo(ctx context.Context) (ledger.Entry, error) {
	e, ok, err := r.Redoable(ctx)
	if err != nil {
		return ledger.Entry{}, err
	}
	if !ok {
		return ledger.Entry{}, text.Fail(ErrNothing, "register.redo.nothing")
	}
	return e, r.invert(ctx, e.Undoes, text.Msg("why.redo", "what", e.Why))
}

// UndoRevision takes one commit back, however old, as long as nothing that it
// touched has changed since; otherwise it fails with ErrConflict.
func (r *Register) UndoRevision(ctx context.Context, rev ledger.Revision) (ledger.Entry, error) {
	e, err := r.Entry(ctx, rev)
	if err != nil {
		return ledger.Entry{}, err
	}
	return e, r.invert(ctx, rev, text.Msg("why.undo", "what", e.Why))
}

// invert commits the opposite of a commit.
func (r *Register) invert(ctx context.Context, rev ledger.Revision, why text.Message) error {
	e, err := r.Entry(ctx, rev)
	if err != nil {
		return err
	}
	edits := make([]Edit, 0, len(e.Changes))
	for _, ch := range e.Changes {
		if ch.Kind == KindMatrix && ch.ID != MatrixID {
			continue // other decisions may rest on a matrix that this one brought
		}
		edit := Edit{ref: ch.Ref, about: ch.About, base: r.baseFor(ch, rev)}
		if ch.Old != nil {
			if edit.value, err = decodeValue(ch.Kind, ch.Old); err != nil {
				return text.Fail(fmt.Errorf("register: undo %d: %w: %w", rev, ledger.ErrDamaged, err), "register.damaged")
			}
		}
		edits = append(edits, edit)
	}
	_, err = r.commit(ctx, why, rev, edits)
	if errors.Is(err, ledger.ErrConflict) {
		return text.Fail(err, "register.undo.conflict", "what", e.Why)
	}
	return err
}

// baseFor is the revision that the opposite of ch, made in rev, starts from:
// the entity's present one where the entity is as ch left it, though it may
// have been changed and changed back since. Otherwise it is rev, which the
// commit then refuses as a conflict.
func (r *Register) baseFor(ch ledger.Change, rev ledger.Revision) ledger.Revision {
	r.mu.RLock()
	defer r.mu.RUnlock()
	now := r.revisionOf(ch.Ref)
	if now == rev || (ch.New == nil && now == 0) {
		return now
	}
	was, err := decodeValue(ch.Kind, ch.New)
	if err == nil && sameDocument(was, r.valueOf(ch.Ref)) {
		return now
	}
	return rev
}

func sameDocument(a, b any) bool {
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

// valueOf returns the present value of an entity, nil where it does not exist. The caller holds mu.
func (r *Register) valueOf(ref ledger.Ref) any {
	switch ref.Kind {
	case KindAsset:
		if rec, ok := r.records[ref.ID]; ok {
			return rec.Asset
		}
	case KindDraft:
		if rec, ok := r.records[ref.ID]; ok && rec.Draft != nil {
			return *rec.Draft
		}
	case KindClassification:
		for _, c := range r.classifications.versions[r.classifications.byClass[ref.ID]] {
			if c.ID == ref.ID {
				return c
			}
		}
	case KindUnit:
		if u, ok := r.organisation.units[ref.ID]; ok {
			return u
		}
	case KindSettings:
		return r.settings
	case KindMapping:
		if m, ok := r.mappings[ref.ID]; ok {
			return m
		}
	case KindAssessment, KindException:
		return r.requirements.standingOf(ref)
	case KindAction:
		if a, ok := r.plan.plan.all[ref.ID]; ok {
			return a
		}
	case KindDocument, KindCheck:
		return r.governance.governed.valueOf(ref)
	case KindMatrix, KindScale, KindCommon:
		return r.classifications.agreed.valueOf(ref)
	case KindRequirement:
		if c, ok := r.requirements.changes[ref.ID]; ok {
			return c
		}
	case KindPlatform:
		if u, ok := r.requirements.platforms.uses[ref.ID]; ok {
			return u
		}
	case KindLink, KindAdjustment:
		return r.holdings.holdings.valueOf(ref)
	}
	return nil
}

// Entry returns one entry of the log with its changes.
func (r *Register) Entry(ctx context.Context, rev ledger.Revision) (ledger.Entry, error) {
	var found ledger.Entry
	err := r.store.Log(ctx, ledger.LogQuery{From: rev}, func(e ledger.Entry) error {
		if e.Revision == rev {
			found = e
		}
		return ledger.ErrStop
	})
	if err == nil && found.Revision == 0 {
		return ledger.Entry{}, text.Fail(ErrNothing, "register.entry.none", "revision", uint64(rev))
	}
	return found, err
}

// decodeValue reads a document as the type of its kind.
func decodeValue(kind ledger.Kind, data []byte) (any, error) {
	switch kind {
	case KindAsset:
		return Decode[asset.Asset](data)
	case KindClassification, KindDraft:
		return Decode[classify.Classification](data)
	case KindUnit:
		return Decode[asset.Unit](data)
	case KindSettings:
		return Decode[Settings](data)
	case KindMapping:
		return Decode[Mapping](data)
	case KindAssessment:
		return Decode[requirement.Assessment](data)
	case KindException:
		return Decode[requirement.Exception](data)
	case KindAction:
		return Decode[action.Action](data)
	case KindDocument:
		return Decode[governance.Document](data)
	case KindCheck:
		return Decode[governance.Check](data)
	case KindMatrix:
		return Decode[classify.Matrix](data)
	case KindScale:
		return Decode[classify.Scale](data)
	case KindCommon:
		return Decode[classify.Common](data)
	case KindRequirement:
		return Decode[requirement.Change](data)
	case KindPlatform:
		return Decode[requirement.Use](data)
	case KindLink:
		return Decode[holding.Link](data)
	case KindAdjustment:
		return Decode[holding.Adjustment](data)
	}
	return nil, fmt.Errorf("register: unknown kind %q", kind)
}

// Decode reads a document as a value of the type that its kind has.
func Decode[T any](data []byte) (T, error) {
	var v T
	err := json.Unmarshal(data, &v)
	return v, err
}
