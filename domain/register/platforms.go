package register

import (
	"context"
	"iter"
	"maps"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// platforms knows which assets stand on which shared platforms.
type platforms struct {
	uses  map[string]requirement.Use // by id
	of    map[string][]string        // asset → its platforms, by id
	users map[string][]string        // platform → the assets that use it, by id
}

func newPlatforms() platforms {
	return platforms{uses: map[string]requirement.Use{}, of: map[string][]string{}, users: map[string][]string{}}
}

// set puts or takes away the use that an edit is about.
func (p *platforms) set(e Edit) {
	if u, ok := p.uses[e.ref.ID]; ok {
		delete(p.uses, e.ref.ID)
		take(p.of, u.Asset, u.Platform)
		take(p.users, u.Platform, u.Asset)
	}
	if u, ok := e.value.(requirement.Use); ok {
		p.put(u)
	}
}

func (p *platforms) put(u requirement.Use) {
	p.uses[u.ID()] = u
	p.of[u.Asset] = insert(p.of[u.Asset], u.Platform)
	p.users[u.Platform] = insert(p.users[u.Platform], u.Asset)
}

// insert returns ids with one more, in order. Readers may hold the old ones.
func insert(ids []string, id string) []string {
	at, found := slices.BinarySearch(ids, id)
	if found {
		return ids
	}
	return slices.Insert(slices.Clone(ids), at, id)
}

func take(m map[string][]string, key, id string) {
	m[key] = slices.DeleteFunc(slices.Clone(m[key]), func(s string) bool { return s == id })
	if len(m[key]) == 0 {
		delete(m, key)
	}
}

// around lists every use that an asset is a part of.
func (p *platforms) around(id string) []requirement.Use {
	var out []requirement.Use
	for _, platform := range p.of[id] {
		out = append(out, requirement.Use{Asset: id, Platform: platform})
	}
	for _, user := range p.users[id] {
		out = append(out, requirement.Use{Asset: user, Platform: id})
	}
	return out
}

// touchAll touches every asset that uses a platform.
func (p *platforms) touchAll(touched map[string]bool) {
	for id := range p.of {
		touched[id] = true
	}
}

// touchUsers touches the assets that inherit from those touched, however far.
func (p *platforms) touchUsers(touched map[string]bool) {
	if len(p.users) == 0 {
		return
	}
	next := slices.Collect(maps.Keys(touched))
	for len(next) > 0 {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		for _, user := range p.users[at] {
			if !touched[user] {
				touched[user] = true
				next = append(next, user)
			}
		}
	}
}

// platformsFirst visits assets, each after the platforms that it stands on.
func (p *platforms) platformsFirst(ids iter.Seq[string], visit func(id string)) {
	done := map[string]bool{}
	var down func(id string)
	down = func(id string) {
		if done[id] {
			return
		}
		done[id] = true
		for _, platform := range p.of[id] {
			down(platform)
		}
		visit(id)
	}
	for id := range ids {
		down(id)
	}
}

// inherit gives the records touched what their platforms answer.
func (rq *Requirements) inherit(touched map[string]bool) {
	if len(touched) == 0 {
		return
	}
	rq.platforms.platformsFirst(maps.Keys(touched), func(id string) {
		old, ok := rq.reg.records[id]
		if !touched[id] || !ok || len(rq.platforms.of[id]) == 0 && old.Standing.Inherited == nil {
			return
		}
		rec := *old
		rec.Standing.Inherited = rq.inherited(id)
		rq.reg.records[id] = &rec
	})
}

// inherited is what the platforms of an asset answer for it. Of two that answer
// the same, the first by id does. One that is retired answers nothing any longer.
func (rq *Requirements) inherited(id string) map[string]requirement.Assessment {
	var inherited map[string]requirement.Assessment
	for _, platform := range rq.platforms.of[id] {
		from, ok := rq.reg.records[platform]
		if !ok || from.Asset.Status == asset.Retired {
			continue
		}
		for req, a := range from.Standing.Hand(rq.catalogue) {
			if _, taken := inherited[req]; !taken {
				put(&inherited, req, a)
			}
		}
	}
	return inherited
}

// assemblePlatforms is for loading; no one else has the records yet.
func (rq *Requirements) assemblePlatforms(parts []loaded) {
	for _, l := range parts {
		for _, c := range l.changes {
			rq.changes[c.ID] = c
		}
		for _, u := range l.uses {
			rq.platforms.put(u)
		}
	}
	rq.renewCatalogue()
	rq.platforms.platformsFirst(maps.Keys(rq.platforms.of), func(id string) {
		if rec, ok := rq.reg.records[id]; ok {
			rec.Standing.Inherited = rq.inherited(id)
		}
	})
}

// checkPlatforms refuses a use of what is not there, and rings.
func (rq *Requirements) checkPlatforms(edits []Edit) error {
	var after map[ledger.Ref]any
	for _, e := range edits {
		u, ok := e.value.(requirement.Use)
		if !ok {
			continue
		}
		if after == nil {
			after = afterEdits(edits)
		}
		if !rq.reg.isThere(u.Platform, after) {
			return text.Fail(nil, "register.problem.gone")
		}
		if rq.standsOn(u.Platform, u.Asset, after, map[string]bool{}) {
			return text.Fail(nil, "platform.problem.ring", "name", rq.reg.nameAfter(u.Asset, after), "platform", rq.reg.nameAfter(u.Platform, after))
		}
	}
	return nil
}

func (r *Register) isThere(id string, after map[ledger.Ref]any) bool {
	if value, touched := after[KindAsset.Ref(id)]; touched {
		return value != nil
	}
	_, ok := r.records[id]
	return ok
}

func (r *Register) nameAfter(id string, after map[ledger.Ref]any) string {
	if a, ok := after[KindAsset.Ref(id)].(asset.Asset); ok {
		return a.Name
	}
	if rec, ok := r.records[id]; ok {
		return rec.Asset.Name
	}
	return id
}

// standsOn tells whether an asset will stand on a platform, however far down.
func (rq *Requirements) standsOn(from, to string, after map[ledger.Ref]any, seen map[string]bool) bool {
	if from == to {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	next := slices.DeleteFunc(slices.Clone(rq.platforms.of[from]), func(platform string) bool {
		value, touched := after[KindPlatform.Ref(requirement.EntityID(from, platform))]
		return touched && value == nil
	})
	for _, value := range after {
		if u, ok := value.(requirement.Use); ok && u.Asset == from {
			next = append(next, u.Platform)
		}
	}
	return slices.ContainsFunc(next, func(platform string) bool { return rq.standsOn(platform, to, after, seen) })
}

// platformDeletions takes away every use that an asset is a part of.
func (rq *Requirements) platformDeletions(id string) []Edit {
	rq.reg.mu.RLock()
	uses := rq.platforms.around(id)
	rq.reg.mu.RUnlock()
	edits := make([]Edit, len(uses))
	for i, u := range uses {
		ref := KindPlatform.Ref(u.ID())
		edits[i] = Delete(ref, u.Asset, rq.reg.RevisionOf(ref))
	}
	return edits
}

// Platforms returns the shared platforms that an asset stands on.
func (rq *Requirements) Platforms(id string) []*Record {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	return rq.reg.recordsOf(rq.platforms.of[id])
}

// PlatformUsers returns the assets that stand on a shared platform.
func (rq *Requirements) PlatformUsers(id string) []*Record {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	return rq.reg.recordsOf(rq.platforms.users[id])
}

func (r *Register) recordsOf(ids []string) []*Record {
	var out []*Record
	for _, id := range ids {
		if rec, ok := r.records[id]; ok {
			out = append(out, rec)
		}
	}
	return out
}

// UsePlatform says that an asset stands on a shared platform: what is answered
// there for those who use it need not be answered again. A ring is refused.
func (rq *Requirements) UsePlatform(ctx context.Context, assetID, platformID string) error {
	return rq.changePlatform(ctx, requirement.Use{Asset: assetID, Platform: platformID}, true)
}

// LeavePlatform says that an asset does not stand on a platform any longer.
func (rq *Requirements) LeavePlatform(ctx context.Context, assetID, platformID string) error {
	return rq.changePlatform(ctx, requirement.Use{Asset: assetID, Platform: platformID}, false)
}

func (rq *Requirements) changePlatform(ctx context.Context, u requirement.Use, use bool) error {
	rec, ok := rq.reg.Record(u.Asset)
	platform, there := rq.reg.Record(u.Platform)
	if !ok || !there {
		return text.Fail(nil, "register.problem.gone")
	}
	base := rq.reg.RevisionOf(KindPlatform.Ref(u.ID()))
	if (base != 0) == use {
		return nil
	}
	key, edit := "why.platform.use", PutPlatform(u, base)
	if !use {
		key, edit = "why.platform.leave", Delete(KindPlatform.Ref(u.ID()), u.Asset, base)
	}
	_, err := rq.reg.Commit(ctx, text.Msg(key, "name", rec.Asset.Name, "platform", platform.Asset.Name), edit)
	return err
}

// NameOf is what an asset is called, also when it is gone.
func (r *Register) NameOf(p *text.Printer, id string) string { return r.assetName(p, id) }
