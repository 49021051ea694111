package register

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/text"
)

// system finds the system that holds or is adjusted.
func (hs *Holdings) system(id string) (*Record, error) {
	rec, ok := hs.reg.Record(id)
	switch {
	case !ok:
		return nil, text.Fail(nil, "register.problem.gone")
	case rec.Asset.Kind != asset.System:
		return nil, text.Fail(nil, "holding.problem.system", "name", rec.Asset.Name)
	}
	return rec, nil
}

// Link says that a system holds information sets, all in one commit. Those that
// it holds already are passed over. It returns how many were new.
func (hs *Holdings) Link(ctx context.Context, system string, sets ...string) (int, error) {
	rec, err := hs.system(system)
	if err != nil {
		return 0, err
	}
	var edits []Edit
	var names []string
	for _, id := range uniqueIDs(sets) {
		if _, held := rec.Holding.Find(id); held {
			continue
		}
		edits = append(edits, PutLink(holding.Link{System: system, Set: id, Since: text.Date(hs.reg.Today())}, 0))
		names = append(names, hs.reg.Names([]string{id})...)
	}
	if len(edits) == 0 {
		return 0, nil
	}
	why := text.Msg("why.linkMany", "n", len(edits), "name", rec.Asset.Name)
	if len(edits) == 1 {
		why = text.Msg("why.link", "set", strings.Join(names, ""), "name", rec.Asset.Name)
	}
	_, err = hs.reg.Commit(ctx, why, edits...)
	return len(edits), err
}

// Place says that an information set lies in systems, all in one commit. Those
// that it lies in already are passed over. It returns how many were new.
func (hs *Holdings) Place(ctx context.Context, set string, systems ...string) (int, error) {
	rec, ok := hs.reg.Record(set)
	if !ok {
		return 0, text.Fail(nil, "register.problem.gone")
	}
	var edits []Edit
	for _, id := range uniqueIDs(systems) {
		l := holding.Link{System: id, Set: set, Since: text.Date(hs.reg.Today())}
		if hs.reg.RevisionOf(KindLink.Ref(l.ID())) == 0 {
			edits = append(edits, PutLink(l, 0))
		}
	}
	if len(edits) == 0 {
		return 0, nil
	}
	_, err := hs.reg.Commit(ctx, text.Msg("why.place", "n", len(edits), "name", rec.Asset.Name), edits...)
	return len(edits), err
}

// AddSet stores a new information set that lies in a system, in one commit.
func (hs *Holdings) AddSet(ctx context.Context, system string, a asset.Asset) (asset.Asset, error) {
	rec, err := hs.system(system)
	if err != nil {
		return a, err
	}
	a.ID, a.Name, a.Kind = hs.reg.NewID(), strings.TrimSpace(a.Name), asset.InformationSet
	link := holding.Link{System: system, Set: a.ID, Since: text.Date(hs.reg.Today())}
	_, err = hs.reg.Commit(ctx, text.Msg("why.addSet", "set", a.Name, "name", rec.Asset.Name), PutAsset(a, 0), PutLink(link, 0))
	return a, err
}

// Unlink says that a system holds information sets no longer, all in one
// commit. It returns how many it held.
func (hs *Holdings) Unlink(ctx context.Context, system string, sets ...string) (int, error) {
	rec, err := hs.system(system)
	if err != nil {
		return 0, err
	}
	var edits []Edit
	var names []string
	for _, id := range uniqueIDs(sets) {
		ref := KindLink.Ref(holding.Link{System: system, Set: id}.ID())
		if base := hs.reg.RevisionOf(ref); base != 0 {
			edits = append(edits, Delete(ref, system, base))
			names = append(names, hs.reg.Names([]string{id})...)
		}
	}
	if len(edits) == 0 {
		return 0, nil
	}
	why := text.Msg("why.unlinkMany", "n", len(edits), "name", rec.Asset.Name)
	if len(edits) == 1 {
		why = text.Msg("why.unlink", "set", strings.Join(names, ""), "name", rec.Asset.Name)
	}
	_, err = hs.reg.Commit(ctx, why, edits...)
	return len(edits), err
}

// Displace says that an information set lies in systems no longer, all in one
// commit. It returns how many it lay in.
func (hs *Holdings) Displace(ctx context.Context, set string, systems ...string) (int, error) {
	rec, ok := hs.reg.Record(set)
	if !ok {
		return 0, text.Fail(nil, "register.problem.gone")
	}
	var edits []Edit
	for _, id := range uniqueIDs(systems) {
		ref := KindLink.Ref(holding.Link{System: id, Set: set}.ID())
		if base := hs.reg.RevisionOf(ref); base != 0 {
			edits = append(edits, Delete(ref, id, base))
		}
	}
	if len(edits) == 0 {
		return 0, nil
	}
	_, err := hs.reg.Commit(ctx, text.Msg("why.displace", "n", len(edits), "name", rec.Asset.Name), edits...)
	return len(edits), err
}

func uniqueIDs(ids []string) []string { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// Adjust raises or lowers a system's level in one aspect. A deviation is
// decided against the level that it lowers, and holds until that rises.
// Nothing is written when it says what the stored one says.
func (hs *Holdings) Adjust(ctx context.Context, a holding.Adjustment) (holding.Adjustment, error) {
	rec, err := hs.system(a.System)
	if err != nil {
		return a, err
	}
	if _, ok := classify.AspectOf(a.Aspect); !ok {
		return a, text.Fail(nil, "holding.problem.of")
	}
	o := rec.Origin(a.Of())
	floor := max(o.Own, o.Demand)
	aspect := text.Msg("aspect." + a.Of().Key())
	a.Against = classify.Unset
	if a.Lowers() {
		a.Against = floor
		if a.Level >= floor {
			return a, text.Fail(nil, "holding.problem.lower", "aspect", aspect, "level", floor.String())
		}
	} else if a.Level <= floor {
		return a, text.Fail(nil, "holding.problem.higher", "aspect", aspect, "level", floor.String())
	}
	if a.DecidedOn == "" {
		a.DecidedOn = text.Date(hs.reg.Today())
	}
	if o.Adjustment != nil && *o.Adjustment == a {
		return a, nil
	}
	key := "why.raise"
	if a.Lowers() {
		key = "why.lower"
	}
	why := text.Msg(key, "name", rec.Asset.Name, "aspect", a.Of().Letter(), "level", a.Level.String(), "way", a.Way.Label())
	_, err = hs.reg.Commit(ctx, why, PutAdjustment(a, hs.reg.RevisionOf(KindAdjustment.Ref(a.ID()))))
	return a, err
}

// EndAdjustment takes a raise or a deviation away; the log keeps it.
func (hs *Holdings) EndAdjustment(ctx context.Context, system string, aspect classify.Aspect) error {
	rec, err := hs.system(system)
	if err != nil {
		return err
	}
	o := rec.Origin(aspect)
	if o.Adjustment == nil {
		return nil
	}
	key := "why.raiseEnd"
	if o.Adjustment.Lowers() {
		key = "why.lowerEnd"
	}
	ref := KindAdjustment.Ref(o.Adjustment.ID())
	_, err = hs.reg.Commit(ctx, text.Msg(key, "name", rec.Asset.Name, "aspect", aspect.Letter()), Delete(ref, system, hs.reg.RevisionOf(ref)))
	return err
}
