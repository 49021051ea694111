package register

import (
	"cmp"
	"slices"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/text"
)

func bySet(l holding.Link, set string) int { return cmp.Compare(l.Set, set) }

func (hs *Holdings) find(system, set string) (holding.Link, bool) {
	links := hs.links[system]
	if i, ok := slices.BinarySearchFunc(links, set, bySet); ok {
		return links[i], true
	}
	return holding.Link{}, false
}

func (hs *Holdings) link(l holding.Link) {
	links := hs.links[l.System]
	i, held := slices.BinarySearchFunc(links, l.Set, bySet)
	if held {
		links[i] = l
		return
	}
	hs.links[l.System] = slices.Insert(links, i, l)
	systems := hs.systems[l.Set]
	if i, ok := slices.BinarySearch(systems, l.System); !ok {
		hs.systems[l.Set] = slices.Insert(systems, i, l.System)
	}
}

func (hs *Holdings) unlink(system, set string) {
	links := hs.links[system]
	if i, ok := slices.BinarySearchFunc(links, set, bySet); ok {
		hs.links[system] = slices.Delete(links, i, i+1)
	}
	if len(hs.links[system]) == 0 {
		delete(hs.links, system)
	}
	systems := hs.systems[set]
	if i, ok := slices.BinarySearch(systems, system); ok {
		hs.systems[set] = slices.Delete(systems, i, i+1)
	}
	if len(hs.systems[set]) == 0 {
		delete(hs.systems, set)
	}
}

// adjust sets the adjustment of a system in an aspect; nil removes it.
func (hs *Holdings) adjust(system string, a classify.Aspect, to *holding.Adjustment) {
	all := hs.adjusted[system]
	all[a] = to
	if all == ([4]*holding.Adjustment{}) {
		delete(hs.adjusted, system)
		return
	}
	hs.adjusted[system] = all
}

// hold sets what a record holds now. No one else has the record yet.
func (hs *Holdings) hold(rec *Record) {
	rec.Holding = hs.holdingOf(rec)
	if rec.Class != nil {
		return
	}
	if s, ok := scaleKind.get(hs.reg, rec.Holding.Scale()); ok {
		rec.scale = &s
	}
}

// holdingOf derives what a record holds, nil where that is nothing. The caller
// holds mu, and has updated the records of the sets.
func (hs *Holdings) holdingOf(rec *Record) *holding.Holding {
	id := rec.Asset.ID
	links, adjusted := hs.links[id], hs.adjusted[id]
	if len(links) == 0 && adjusted == ([4]*holding.Adjustment{}) {
		return nil
	}
	sets := make([]holding.Set, 0, len(links))
	for _, link := range links {
		if of, ok := hs.reg.records[link.Set]; ok {
			sets = append(sets, heldAs(link, of))
		}
	}
	return holding.New(rec.Class, sets, adjusted)
}

// heldAs is an information set with the levels at which a system holds it.
func heldAs(l holding.Link, set *Record) holding.Set {
	s := holding.Set{Held: classify.Held{Set: l.Set, Profile: set.Profile()}, Since: l.Since}
	if set.Class != nil {
		s.Since, s.Scale = max(l.Since, set.Class.DecidedOn), set.Class.Scale
	}
	return s
}

// refresh derives what systems hold: the systems touched, and the systems that
// hold a touched set at other levels than it has now, which become touched. The
// caller holds mu.
func (hs *Holdings) refresh(t *touched) {
	for _, rec := range t.records {
		hs.hold(rec)
	}
	var outdated []string
	for _, rec := range t.records {
		for _, system := range hs.systems[rec.Asset.ID] {
			if of, ok := hs.reg.records[system]; ok && of.batch != t && hs.holdsOther(system, rec.Asset.ID) {
				outdated = append(outdated, system)
			}
		}
	}
	for _, id := range outdated {
		hs.hold(t.record(hs.reg, id))
	}
}

func (hs *Holdings) holdsOther(system, set string) bool {
	rec, ok := hs.reg.records[system]
	if !ok {
		return false
	}
	of, ok := hs.reg.records[set]
	held, had := rec.Holding.Find(set)
	if !ok || !had {
		return ok != had
	}
	link, _ := hs.find(system, set)
	return held != heldAs(link, of)
}

// Systems returns the systems that hold an information set, in Swedish order.
func (hs *Holdings) Systems(set string) []*Record {
	hs.reg.mu.RLock()
	defer hs.reg.mu.RUnlock()
	out := hs.reg.recordsOf(hs.systems[set])
	sortByName(out)
	return out
}

// Sets returns the information sets that a system holds, in Swedish order.
func (hs *Holdings) Sets(system string) []*Record {
	hs.reg.mu.RLock()
	defer hs.reg.mu.RUnlock()
	var out []*Record
	for _, link := range hs.links[system] {
		if rec, ok := hs.reg.records[link.Set]; ok {
			out = append(out, rec)
		}
	}
	sortByName(out)
	return out
}

func sortByName(records []*Record) {
	slices.SortFunc(records, byID)
	text.SortBy(records, func(rec *Record) string { return rec.Asset.Name }, false)
}

// Names returns the names of assets in Swedish order. Ids of deleted assets are left out.
func (r *Register) Names(ids []string) []string {
	var out []string
	for _, id := range ids {
		if rec, ok := r.Record(id); ok {
			out = append(out, rec.Asset.Name)
		}
	}
	text.SortStrings(out)
	return out
}
