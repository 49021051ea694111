package register

import (
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"infoklass/domain/ledger"
)

// change is a decoded change of one entity. It is the only way into memory:
// for what is loaded, what is committed here and what others have committed.
type change struct {
	ledger.Ref
	rev   ledger.Revision
	value any // of the type of its kind; nil where the entity is gone
}

// touched is what a batch of changes concerns, and must be derived again.
type touched struct {
	// own holds the records that were touched: new ones, which nobody else has yet, nil for those gone.
	own       map[string]*Record
	ids       []string // the keys of own, in the order touched
	units     bool
	catalogue bool
	commons   map[string]bool // shared classifications that changed
}

// record returns the record of an asset to be changed in this batch, nil where there is none.
func (t *touched) record(r *Register, id string) *Record {
	if rec, ok := t.own[id]; ok {
		return rec
	}
	old, ok := r.records[id]
	if !ok {
		return nil
	}
	rec := *old
	rec.Standing.Assessments, rec.Standing.Exceptions = maps.Clone(rec.Standing.Assessments), maps.Clone(rec.Standing.Exceptions)
	t.set(r, id, &rec)
	return &rec
}

// records lists what was touched, in the order touched; nil for what is gone.
func (t *touched) records() []*Record {
	all := make([]*Record, len(t.ids))
	for i, id := range t.ids {
		all[i] = t.own[id]
	}
	return all
}

func (t *touched) set(r *Register, id string, rec *Record) {
	if _, again := t.own[id]; !again {
		t.ids = append(t.ids, id)
	}
	t.own[id] = rec
	if rec == nil {
		delete(r.records, id)
		return
	}
	r.records[id] = rec
}

// enter brings the memory to rev by changes.
func (r *Register) enter(rev ledger.Revision, batches ...[]change) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rev = rev
	n := 0
	for _, batch := range batches {
		n += len(batch)
	}
	t := &touched{own: make(map[string]*Record, n), ids: make([]string, 0, n), commons: map[string]bool{}}
	for _, first := range []bool{true, false} {
		for _, batch := range batches {
			for _, ch := range batch {
				if k, ok := kindNamed(ch.Kind); ok && k.goesFirst() == first {
					r.enterOne(t, k, ch)
				}
			}
		}
	}
	r.derive(t)
}

func (r *Register) enterOne(t *touched, k kind, ch change) {
	switch {
	case ch.Kind == KindAsset: // the record holds its revision
	case ch.value == nil:
		delete(r.revs, ch.Ref)
	default:
		r.revs[ch.Ref] = ch.rev
	}
	k.enter(r, t, ch)
}

// derive brings up to date what follows from what was touched.
func (r *Register) derive(t *touched) {
	if t.units {
		r.organisation.reindexUnits()
	}
	r.classifications.touchReusers(t)
	if t.catalogue {
		r.requirements.renewCatalogue()
		r.requirements.platforms.touchAll(r, t)
	}
	r.requirements.platforms.touchUsers(r, t)
	if len(t.ids) == 0 {
		return
	}
	for _, id := range t.ids {
		if rec := t.own[id]; rec != nil {
			r.classifications.classify(rec)
		}
	}
	foldAll(t)
	r.holdings.refresh(t)
	r.requirements.inherit(t)
	r.reorder(t)
}

// fewTouched is up to how many records are put in place one by one; beyond
// that the whole order is made again.
const fewTouched = 64

// reorder puts the touched records in their places.
func (r *Register) reorder(t *touched) {
	r.flat = nil
	if len(t.ids) > fewTouched {
		if order, ok := r.order.swap(t.records()); ok {
			r.order = order
			return
		}
		if len(t.ids) == len(r.records) { // all of them: loaded, and in order already
			all := t.records()
			slices.SortFunc(all, byID)
			r.order = newRoll(all)
			return
		}
		r.order = newRoll(slices.SortedFunc(maps.Values(r.records), byID))
		return
	}
	for _, id := range t.ids {
		if rec := t.own[id]; rec != nil {
			r.order = r.order.with(rec)
		} else {
			r.order = r.order.without(id)
		}
	}
}

// foldAll prepares the search, of many records on all processors: nobody else has them yet.
func foldAll(t *touched) {
	if len(t.ids) <= fewTouched {
		for _, rec := range t.own {
			if rec != nil {
				rec.fold()
			}
		}
		return
	}
	var g errgroup.Group
	for part := range slices.Chunk(t.ids, len(t.ids)/runtime.GOMAXPROCS(0)+1) {
		g.Go(func() error {
			for _, id := range part {
				if rec := t.own[id]; rec != nil {
					rec.fold()
				}
			}
			return nil
		})
	}
	g.Wait() //nolint:errcheck // folding cannot fail
}
