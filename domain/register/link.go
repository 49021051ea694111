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
	return hs.ofSystem(ctx, system, sets, hs.linking, "why.link", "why.linkMany")
}

// Place says that an information set lies in systems, all in one commit. Those
// that it lies in already are passed over. It returns how many were new.
func (hs *Holdings) Place(ctx context.Context, set string, systems ...string) (int, error) {
	return hs.ofSet(ctx, set, systems, hs.linking, "why.place")
}

// Unlink says that a system holds information sets no longer, all in one
// commit. It returns how many it held.
func (hs *Holdings) Unlink(ctx context.Context, system string, sets ...string) (int, error) {
	return hs.ofSystem(ctx, system, sets, hs.unlinking, "why.unlink", "why.unlinkMany")
}

// Displace says that an information set lies in systems no longer, all in one
// commit. It returns how many it lay in.
func (hs *Holdings) Displace(ctx context.Context, set string, systems ...string) (int, error) {
	return hs.ofSet(ctx, set, systems, hs.unlinking, "why.displace")
}

// linking is an edit of the link between a system and a set, and whether it changes anything.
type linking func(system, set string) (Edit, bool)

func (hs *Holdings) linking(system, set string) (Edit, bool) {
	l := holding.Link{System: system, Set: set, Since: text.Date(hs.reg.Today())}
	return PutLink(l, 0), hs.reg.RevisionOf(KindLink.Ref(l.ID())) == 0
}

func (hs *Holdings) unlinking(system, set string) (Edit, bool) {
	e := hs.reg.removal(KindLink.Ref(holding.Link{System: system, Set: set}.ID()))
	return e, e.base != 0
}

// ofSystem commits the edits of the links between a system and sets; one and many
// name the commit of one edit and of several.
func (hs *Holdings) ofSystem(ctx context.Context, system string, sets []string, edit linking, one, many string) (int, error) {
	rec, err := hs.system(system)
	if err != nil {
		return 0, err
	}
	var edits []Edit
	var names []string
	for _, id := range uniqueIDs(sets) {
		if e, changes := edit(system, id); changes {
			edits = append(edits, e)
			names = append(names, hs.reg.Names([]string{id})...)
		}
	}
	why := text.Msg(many, "n", len(edits), "name", rec.Asset.Name)
	switch len(edits) {
	case 0:
		return 0, nil
	case 1:
		why = text.Msg(one, "set", strings.Join(names, ""), "name", rec.Asset.Name)
	}
	_, err = hs.reg.Commit(ctx, why, edits...)
	return len(edits), err
}

// ofSet commits the edits of the links between a set and systems.
func (hs *Holdings) ofSet(ctx context.Context, set string, systems []string, edit linking, many string) (int, error) {
	rec, ok := hs.reg.Record(set)
	if !ok {
		return 0, text.Fail(nil, "register.problem.gone")
	}
	var edits []Edit
	for _, id := range uniqueIDs(systems) {
		if e, changes := edit(id, set); changes {
			edits = append(edits, e)
		}
	}
	if len(edits) == 0 {
		return 0, nil
	}
	_, err := hs.reg.Commit(ctx, text.Msg(many, "n", len(edits), "name", rec.Asset.Name), edits...)
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
	why := text.Msg(key, "name", rec.Asset.Name, "aspect", aspect.Letter())
	_, err = hs.reg.Commit(ctx, why, hs.reg.removal(KindAdjustment.Ref(o.Adjustment.ID())))
	return err
}
