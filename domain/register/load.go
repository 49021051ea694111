package register

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// batch is how many documents are decoded together: enough that handing over
// costs nothing beside the decoding.
const batch = 1000

// load reads every entity, decoding on all processors while the store reads on.
func (r *Register) load(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex // guards decoded
	var decoded [][]change
	var pending []ledger.Entity
	send := func() {
		entities := pending
		pending = nil
		mu.Lock()
		at := len(decoded)
		decoded = append(decoded, nil) // in the order of the store
		mu.Unlock()
		g.Go(func() error {
			changes, err := decodeAll(entities)
			mu.Lock()
			defer mu.Unlock()
			decoded[at] = changes
			return err
		})
	}
	rev, err := r.store.Load(ctx, func(e ledger.Entity) error {
		pending = append(pending, e)
		if len(pending) == batch {
			send()
		}
		return ctx.Err()
	})
	send()
	if waitErr := g.Wait(); waitErr != nil {
		return waitErr
	}
	if err != nil {
		return fmt.Errorf("register: load: %w", err)
	}
	r.requirements.renewCatalogue() // there is one also where nothing is decided about it
	r.enter(rev, decoded...)
	return nil
}

func decodeAll(entities []ledger.Entity) ([]change, error) {
	d := newReader()
	changes := make([]change, len(entities))
	for i, e := range entities {
		v, err := decodeWith(d, e.Kind, e.Data)
		if err != nil {
			return nil, unreadable(e.Ref, err)
		}
		changes[i] = change{e.Ref, e.Revision, v}
	}
	return changes, nil
}

// unreadable says that a stored document cannot be read: it is damaged, or a
// newer program stored it. It has a sentence.
func unreadable(ref ledger.Ref, err error) error {
	if errors.Is(err, ledger.ErrNewer) {
		return fmt.Errorf("register: %s %s: %w", ref.Kind, ref.ID, err)
	}
	return text.Fail(fmt.Errorf("register: %s %s: %w: %w", ref.Kind, ref.ID, ledger.ErrDamaged, err), "register.damaged")
}

// decode reads a document as a value of its kind.
func decode(name ledger.Kind, data []byte) (any, error) { return decodeWith(newReader(), name, data) }

func decodeWith(d *reader, name ledger.Kind, data []byte) (any, error) {
	k, ok := kindNamed(name)
	if !ok {
		return nil, fmt.Errorf("unknown kind of entity %q", name)
	}
	return k.decode(d, data)
}
