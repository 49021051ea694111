package ledger

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"infoklass/domain/text"
)

// Flaw is one thing that is not as it should be in a stored register.
type Flaw struct {
	// Code says what was examined: file, log, chain, replay or state.
	Code     string
	Revision Revision // of the log entry concerned, 0 for none
	Ref      Ref      // the entity concerned, empty for none
	Message  text.Message
	Detail   string // for the log file, in English
}

// Examined is what Verify looked at and what it found.
type Examined struct {
	Entries  int
	Changes  int
	Entities int
	Flaws    []Flaw // none when the register is whole; at most maxFlaws
}

// maxFlaws is where Verify stops counting: a damaged file need not be listed to the end.
const maxFlaws = 100

// Verify examines a stored register: its file where the store can, the chain
// of hashes through the log, and that the state kept is the one that the log
// leads to (policy: changes can be followed afterwards). Readable reports why a
// document cannot be read as one of its kind; the ledger itself knows no kinds.
// Damage is a flaw; the error is for an examination that could not be made.
func Verify(ctx context.Context, store Store, readable func(Entity) error) (Examined, error) {
	v := verifier{readable: readable, state: map[Ref]sealed{}}
	for _, step := range []func(context.Context, Store) error{v.file, v.log, v.load} {
		if err := step(ctx, store); err != nil || len(v.out.Flaws) == maxFlaws {
			return v.out, err
		}
	}
	return v.out, nil
}

// sealed is an entity as the log leaves it: its revision and the sum of its document.
type sealed struct {
	rev Revision
	sum [sha256.Size]byte
}

type verifier struct {
	out      Examined
	last     Revision
	hash     Hash
	state    map[Ref]sealed
	readable func(Entity) error
}

func (v *verifier) find(code string, rev Revision, ref Ref, m text.Message, detail string) error {
	v.out.Flaws = append(v.out.Flaws, Flaw{code, rev, ref, m, detail})
	if len(v.out.Flaws) == maxFlaws {
		return ErrStop
	}
	return nil
}

// damage makes a flaw of an error that speaks of damage and returns every other.
func (v *verifier) damage(code string, err error) error {
	switch {
	case errors.Is(err, ErrDamaged):
		m := text.Msg("verify.unreadable")
		var told *text.Error
		if errors.As(err, &told) {
			m = told.Message
		}
		_ = v.find(code, v.last, Ref{}, m, err.Error())
		return nil
	case errors.Is(err, ErrStop):
		return nil
	}
	return err
}

func (v *verifier) file(ctx context.Context, store Store) error {
	if c, ok := store.(Checker); ok {
		return v.damage("file", c.Check(ctx))
	}
	return nil
}

func (v *verifier) log(ctx context.Context, store Store) error {
	return v.damage("log", store.Log(ctx, LogQuery{}, v.entry))
}

func (v *verifier) entry(e Entry) error {
	v.out.Entries++
	if e.Revision != v.last+1 {
		if err := v.find("chain", e.Revision, Ref{}, text.Msg("verify.gap", "revision", uint64(e.Revision)), fmt.Sprintf("entry %d follows %d", e.Revision, v.last)); err != nil {
			return err
		}
	}
	if err := v.seal(e); err != nil {
		return err
	}
	v.last, v.hash = e.Revision, e.Hash
	for _, ch := range e.Changes {
		v.out.Changes++
		if err := v.change(e.Revision, ch); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) seal(e Entry) error {
	if v.out.Entries > 1 && e.Prev != v.hash || v.out.Entries == 1 && e.Prev != (Hash{}) {
		if err := v.find("chain", e.Revision, Ref{}, text.Msg("verify.broken", "revision", uint64(e.Revision)), "the hash of the entry before is another"); err != nil {
			return err
		}
	}
	hash, err := Seal(e.Prev, e.Revision, e.Commit)
	if err != nil || hash != e.Hash || e.Count != len(e.Changes) {
		return v.find("chain", e.Revision, Ref{}, text.Msg("verify.altered", "revision", uint64(e.Revision)), "the entry does not have its hash")
	}
	return nil
}

func (v *verifier) change(rev Revision, ch Change) error {
	was := v.state[ch.Ref]
	if ch.Base != was.rev || (was.rev != 0 && sha256.Sum256(ch.Old) != was.sum) || (was.rev == 0 && ch.Old != nil) {
		if err := v.find("replay", rev, ch.Ref, text.Msg("verify.replay", "revision", uint64(rev)), fmt.Sprintf("%s %s: made from %d, was at %d", ch.Kind, ch.ID, ch.Base, was.rev)); err != nil {
			return err
		}
	}
	if ch.New == nil {
		delete(v.state, ch.Ref)
		return nil
	}
	v.state[ch.Ref] = sealed{rev, sha256.Sum256(ch.New)}
	return nil
}

// load compares the state kept with the one that the log led to.
func (v *verifier) load(ctx context.Context, store Store) error {
	rev, err := store.Load(ctx, v.entity)
	if err != nil {
		return v.damage("state", err)
	}
	if len(v.out.Flaws) == maxFlaws {
		return nil
	}
	if rev != v.last {
		if err := v.find("state", rev, Ref{}, text.Msg("verify.newest", "revision", uint64(rev)), fmt.Sprintf("the state is at %d, the log at %d", rev, v.last)); err != nil {
			return nil
		}
	}
	for ref, kept := range v.state {
		if err := v.find("state", kept.rev, ref, text.Msg("verify.lost"), fmt.Sprintf("%s %s is in the log only", ref.Kind, ref.ID)); err != nil {
			break
		}
	}
	return nil
}

func (v *verifier) entity(e Entity) error {
	v.out.Entities++
	want, ok := v.state[e.Ref]
	delete(v.state, e.Ref)
	switch {
	case !ok:
		return v.find("state", e.Revision, e.Ref, text.Msg("verify.unlogged"), fmt.Sprintf("%s %s is not in the log", e.Kind, e.ID))
	case want.rev != e.Revision || want.sum != sha256.Sum256(e.Data):
		return v.find("state", e.Revision, e.Ref, text.Msg("verify.differs"), fmt.Sprintf("%s %s differs from the log", e.Kind, e.ID))
	}
	if err := v.readable(e); err != nil {
		return v.find("state", e.Revision, e.Ref, text.Msg("verify.unreadable"), fmt.Sprintf("%s %s: %v", e.Kind, e.ID, err))
	}
	return nil
}
