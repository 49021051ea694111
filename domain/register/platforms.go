package register

import (
	"context"
	"iter"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// platforms is which assets run on which shared platforms.
type platforms struct {
	uses  map[string]requirement.Use // by id
	of    map[string][]string        // asset → its platforms, by id
	users map[string][]string        // platform → the assets that use it, by id
}

func newPlatforms() platforms {
	return platforms{uses: map[string]requirement.Use{}, of: map[string][]string{}, users: map[string][]string{}}
}

func (p *platforms) put(u requirement.Use) {
	p.uses[u.ID()] = u
	p.of[u.Asset] = insert(p.of[u.Asset], u.Platform)
	p.users[u.Platform] = insert(p.users[u.Platform], u.Asset)
}

func (p *platforms) drop(u requirement.Use) {
	delete(p.uses, u.ID())
	take(p.of, u.Asset, u.Platform)
	take(p.users, u.Platform, u.Asset)
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
func (p *platforms) touchAll(r *Register, t *touched) {
	for id := range p.of {
		t.record(r, id)
	}
}

// touchUsers touches the assets that inherit from those touched, however far.
func (p *platforms) touchUsers(r *Register, t *touched) {
	if len(p.users) == 0 {
		return
	}
	for id := range t.gone {
		for _, user := range p.users[id] {
			t.record(r, user)
		}
	}
	for i := 0; i < len(t.records); i++ { // grows as it goes
		for _, user := range p.users[t.records[i].Asset.ID] {
			t.record(r, user)
		}
	}
}

// platformsFirst visits assets, each after the platforms that it runs on.
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
func (rq *Requirements) inherit(t *touched) {
	if len(rq.platforms.of) == 0 && !slices.ContainsFunc(t.records, func(rec *Record) bool { return rec.Standing.Inherited != nil }) {
		return
	}
	rq.platforms.platformsFirst(t.ids(), func(id string) {
		rec, ok := rq.reg.records[id]
		if !ok || rec.batch != t || len(rq.platforms.of[id]) == 0 && rec.Standing.Inherited == nil {
			return
		}
		rec.Standing.Inherited = rq.inherited(id)
	})
}

// inherited is what the platforms of an asset answer for it. If several answer
// the same requirement, the first by id counts. A retired platform answers nothing.
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

// Platforms returns the shared platforms that an asset runs on.
func (rq *Requirements) Platforms(id string) []*Record {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	return rq.reg.recordsOf(rq.platforms.of[id])
}

// PlatformUsers returns the assets that run on a shared platform.
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

// UsePlatform records that an asset runs on a shared platform: what the platform
// answers for its users need not be answered again. It fails for a ring.
func (rq *Requirements) UsePlatform(ctx context.Context, assetID, platformID string) error {
	return rq.changePlatform(ctx, requirement.Use{Asset: assetID, Platform: platformID}, true)
}

// LeavePlatform records that an asset no longer runs on a platform.
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
