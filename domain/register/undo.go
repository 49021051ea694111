package register

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
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
	edits, err := r.inverse(e)
	if err != nil {
		return err
	}
	_, err = r.commit(ctx, why, rev, edits)
	if errors.Is(err, ledger.ErrConflict) {
		return text.Fail(err, "register.undo.conflict", "what", e.Why)
	}
	return err
}

// inverse is the opposite of a commit.
func (r *Register) inverse(e ledger.Entry) ([]Edit, error) {
	edits := make([]Edit, 0, len(e.Changes))
	for _, ch := range e.Changes {
		k, ok := kindNamed(ch.Kind)
		if ok && !k.undone(ch.ID) {
			continue
		}
		edit := Edit{ref: ch.Ref, about: ch.About, base: r.baseFor(ch, e.Revision)}
		if ch.Old != nil {
			var err error
			if edit.value, err = decode(ch.Kind, ch.Old); err != nil {
				return nil, text.Fail(fmt.Errorf("register: undo %d: %w: %w", e.Revision, ledger.ErrDamaged, err), "register.damaged")
			}
		}
		edits = append(edits, edit)
		if c, ok := edit.value.(classify.Classification); ok && ch.Kind == KindClassification {
			r.mu.RLock()
			edits = append(edits, r.classifications.laterVersions(c.Asset, ch.Base)...)
			r.mu.RUnlock()
		}
	}
	return once(edits), nil
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
	was, err := decode(ch.Kind, ch.New)
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
	k, ok := kindNamed(ref.Kind)
	if !ok {
		return nil
	}
	return k.value(r, ref.ID)
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
