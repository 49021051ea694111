package register

import (
	"iter"
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
	records   []*Record       // in the order touched: new ones, which nobody else has yet
	gone      map[string]bool // assets that are there no more
	units     bool
	catalogue bool
	commons   map[string]bool // shared classifications that changed
}

// record returns the record of an asset to be changed in this batch, nil where there is none.
func (t *touched) record(r *Register, id string) *Record {
	old, ok := r.records[id]
	if !ok || old.batch == t {
		return old
	}
	rec := *old
	rec.Standing.Assessments, rec.Standing.Exceptions = maps.Clone(rec.Standing.Assessments), maps.Clone(rec.Standing.Exceptions)
	t.add(r, id, &rec)
	return &rec
}

// ids goes through the ids of the records.
func (t *touched) ids() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, rec := range t.records {
			if !yield(rec.Asset.ID) {
				return
			}
		}
	}
}

// add adds a new record, or replaces the one with the same id.
func (t *touched) add(r *Register, id string, rec *Record) {
	rec.batch = t
	t.records = append(t.records, rec)
	r.records[id] = rec
	delete(t.gone, id)
}

// remove takes a record away.
func (t *touched) remove(r *Register, id string) {
	if rec, ok := r.records[id]; ok && rec.batch == t {
		t.records = slices.DeleteFunc(t.records, func(of *Record) bool { return of == rec })
	}
	delete(r.records, id)
	t.gone[id] = true
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
	if len(r.records) == 0 && n > fewTouched {
		r.makeRoom(batches)
	}
	t := &touched{gone: map[string]bool{}, commons: map[string]bool{}}
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
	for _, rec := range t.records {
		r.classifications.classify(rec)
	}
	foldAll(t.records)
	r.holdings.refresh(t)
	r.requirements.inherit(t)
	r.reorder(t)
	for _, rec := range t.records {
		rec.batch = nil
	}
}

// fewTouched is up to how many records are put in place one by one; beyond
// that the whole order is made again.
const fewTouched = 64

// reorder puts the touched records in their places.
func (r *Register) reorder(t *touched) {
	if len(t.records)+len(t.gone) > 0 {
		r.flat = nil
	}
	if len(t.records)+len(t.gone) <= fewTouched {
		for id := range t.gone {
			r.order = r.order.without(id)
		}
		for _, rec := range t.records {
			r.order = r.order.with(rec)
		}
		return
	}
	if len(t.gone) == 0 {
		if order, ok := r.order.swap(t.records); ok {
			r.order = order
			return
		}
	}
	all := t.records
	if len(all) != len(r.records) {
		all = slices.Collect(maps.Values(r.records))
	}
	r.order = newRoll(slices.SortedFunc(slices.Values(all), byID))
}

// foldAll prepares the search, of many records on all processors: nobody else has them yet.
func foldAll(records []*Record) {
	if len(records) <= fewTouched {
		for _, rec := range records {
			rec.fold()
		}
		return
	}
	var g errgroup.Group
	for part := range slices.Chunk(records, len(records)/runtime.GOMAXPROCS(0)+1) {
		g.Go(func() error {
			for _, rec := range part {
				rec.fold()
			}
			return nil
		})
	}
	g.Wait() //nolint:errcheck // folding cannot fail
}

// makeRoom sizes the maps of an empty register for what is loaded: growing
// them on the way costs a tenth of opening 100,000 assets.
func (r *Register) makeRoom(batches [][]change) {
	n := map[ledger.Kind]int{}
	for _, batch := range batches {
		for _, ch := range batch {
			n[ch.Kind]++
		}
	}
	all := 0
	for _, of := range n {
		all += of
	}
	r.records = make(map[string]*Record, n[KindAsset])
	r.revs = make(map[ledger.Ref]ledger.Revision, all-n[KindAsset])
	r.classifications.makeRoom(n[KindClassification])
}
