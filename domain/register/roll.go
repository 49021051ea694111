package register

import (
	"cmp"
	"iter"
	"slices"
)

// pageSize is how many records a full page of a roll holds: a change copies
// one page and the list of pages, so both are kept small.
const pageSize = 512

// roll is the records by id, in pages. It is never changed: with and without
// return a new one that shares all pages but one.
type roll [][]*Record

// newRoll divides records that are in order.
func newRoll(records []*Record) roll {
	return slices.Collect(slices.Chunk(records, pageSize))
}

// find returns the page that has id or would have it, its place there, and whether it is there.
func (o roll) find(id string) (page, at int, found bool) {
	page, _ = slices.BinarySearchFunc(o, id, func(p []*Record, id string) int {
		return cmp.Compare(p[len(p)-1].Asset.ID, id)
	})
	if page == len(o) {
		if page == 0 {
			return 0, 0, false
		}
		page--
		return page, len(o[page]), false
	}
	at, found = slices.BinarySearchFunc(o[page], id, func(rec *Record, id string) int { return cmp.Compare(rec.Asset.ID, id) })
	return page, at, found
}

// with returns the roll with rec in it, instead of any record with its id.
func (o roll) with(rec *Record) roll {
	if len(o) == 0 {
		return roll{{rec}}
	}
	page, at, found := o.find(rec.Asset.ID)
	p := slices.Clone(o[page])
	if found {
		p[at] = rec
		return o.replace(page, p)
	}
	if len(p) < pageSize {
		return o.replace(page, slices.Insert(p, at, rec))
	}
	if at == len(p) {
		return o.replace(page, p, []*Record{rec})
	}
	p = slices.Insert(p, at, rec)
	return o.replace(page, p[:pageSize/2:pageSize/2], p[pageSize/2:])
}

// without returns the roll without the record of an id.
func (o roll) without(id string) roll {
	page, at, found := o.find(id)
	switch {
	case !found:
		return o
	case len(o[page]) == 1:
		return o.replace(page)
	}
	return o.replace(page, slices.Delete(slices.Clone(o[page]), at, at+1))
}

// swap returns the roll with each changed record instead of the one with its id;
// false if the roll has no record with one of the ids.
func (o roll) swap(changed []*Record) (roll, bool) {
	out := slices.Clone(o)
	copied := make(map[int]bool, len(changed)/8)
	for _, rec := range changed {
		page, at, found := o.find(rec.Asset.ID)
		if !found {
			return nil, false
		}
		if !copied[page] {
			copied[page], out[page] = true, slices.Clone(o[page])
		}
		out[page][at] = rec
	}
	return out, true
}

// replace returns the roll with other pages instead of one.
func (o roll) replace(page int, with ...[]*Record) roll {
	out := make(roll, 0, len(o)+len(with)-1)
	out = append(append(out, o[:page]...), with...)
	return append(out, o[page+1:]...)
}

func (o roll) len() int {
	n := 0
	for _, p := range o {
		n += len(p)
	}
	return n
}

// all goes through the records by id.
func (o roll) all() iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for _, p := range o {
			for _, rec := range p {
				if !yield(rec) {
					return
				}
			}
		}
	}
}
