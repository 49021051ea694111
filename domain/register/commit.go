package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"infoklass/domain/ledger"
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

// Delete takes an entity away; about is the asset or unit whose history says so.
func Delete(ref ledger.Ref, about string, base ledger.Revision) Edit {
	return Edit{ref: ref, about: about, base: base}
}

// deletion takes away an entity that is there. The caller holds mu.
func (r *Register) deletion(ref ledger.Ref) Edit {
	e := Edit{ref: ref, about: ref.ID, base: r.revisionOf(ref)}
	if k, ok := kindNamed(ref.Kind); ok {
		if v := k.value(r, ref.ID); v != nil {
			e.about = k.about(ref.ID, v)
		}
	}
	return e
}

// removal is deletion for a caller that does not hold mu.
func (r *Register) removal(ref ledger.Ref) Edit {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.deletion(ref)
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
	before := r.Revision()
	rev, err := r.write(ctx, why, undoes, edits)
	if now := r.Revision(); now != before {
		r.tell(now) // also after a conflict, where the register followed
	}
	return rev, err
}

// tell calls the watchers with the newest revision.
func (r *Register) tell(rev ledger.Revision) {
	r.mu.RLock()
	watchers := slices.Clone(r.watchers)
	r.mu.RUnlock()
	for _, f := range watchers {
		f(rev)
	}
}

// turns is how often a commit is made again where others commit at the same time.
const turns = 10

func (r *Register) write(ctx context.Context, why text.Message, undoes ledger.Revision, edits []Edit) (ledger.Revision, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	c := ledger.Commit{Who: r.opt.Who, When: r.opt.Now(), Why: why, Undoes: undoes}
	for range turns {
		if err := r.check(edits, undoes != 0); err != nil {
			return 0, err
		}
		if c.Changes == nil {
			var err error
			if c.Changes, err = encode(edits); err != nil {
				return 0, err
			}
		}
		c.Next = r.Revision() + 1
		rev, err := r.store.Commit(ctx, c)
		if err == nil {
			r.committed(c, edits)
			return rev, nil
		}
		if !errors.Is(err, ledger.ErrBehind) {
			return 0, r.explain(err)
		}
		if err := r.follow(ctx); err != nil {
			return 0, err
		}
	}
	return 0, text.Fail(fmt.Errorf("register: commit: others commit without end: %w", ledger.ErrBehind), "register.conflict")
}

func encode(edits []Edit) ([]ledger.Change, error) {
	changes := make([]ledger.Change, len(edits))
	for i, e := range edits {
		changes[i] = ledger.Change{Ref: e.ref, About: e.about, Base: e.base, Row: e.row}
		if e.value == nil {
			continue
		}
		data, err := json.Marshal(e.value)
		if err != nil {
			return nil, fmt.Errorf("register: write %s %s: %w", e.ref.Kind, e.ref.ID, err)
		}
		changes[i].New = data
	}
	return changes, nil
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
