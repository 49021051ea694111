package register

import (
	"context"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// AddUnit stores a new unit, gives it an id and returns it.
func (o *Organisation) AddUnit(ctx context.Context, u asset.Unit) (asset.Unit, error) {
	u.ID, u.Name = o.reg.NewID(), tidyName(u.Name)
	if err := o.placeable(u); err != nil {
		return u, err
	}
	_, err := o.reg.Commit(ctx, text.Msg("why.unit.add", "name", u.Name), PutUnit(u, 0))
	return u, err
}

func tidyName(name string) string { return strings.Join(strings.Fields(name), " ") }

// ChangeUnit stores an edited unit; base is the revision that its editor saw.
// A unit with another name or place is still found under the one it had. Whoever
// edits a unit has looked at it, so it no longer waits to be confirmed. Nothing
// is written when it is as it was.
func (o *Organisation) ChangeUnit(ctx context.Context, u asset.Unit, base ledger.Revision) error {
	was, ok := o.Unit(u.ID)
	if !ok {
		return text.Fail(nil, "unit.problem.gone")
	}
	u.Name = tidyName(u.Name)
	u.Unconfirmed, u.Earlier = false, was.Earlier
	if !was.Now().Equal(u.Now()) {
		u = u.Once(was.Now())
		if err := o.placeable(u); err != nil {
			return err
		}
	}
	if u.Equal(was) {
		return nil
	}
	_, err := o.reg.Commit(ctx, o.whyChanged(was, u), PutUnit(u, base))
	return err
}

// whyChanged names the one thing that an edit of a unit changes.
func (o *Organisation) whyChanged(was, u asset.Unit) text.Message {
	only := func(change func(*asset.Unit)) bool {
		v := was
		v.Unconfirmed, v.Earlier = u.Unconfirmed, u.Earlier
		change(&v)
		return v.Equal(u)
	}
	switch {
	case only(func(*asset.Unit) {}) && was.Unconfirmed:
		return text.Msg("why.unit.confirm", "name", u.Name)
	case only(func(v *asset.Unit) { v.Name = u.Name }):
		return text.Msg("why.unit.rename", "old", was.Name, "name", u.Name)
	case only(func(v *asset.Unit) { v.Parent = u.Parent }):
		if above, ok := o.Unit(u.Parent); ok {
			return text.Msg("why.unit.move", "name", u.Name, "parent", above.Name)
		}
		return text.Msg("why.unit.moveTop", "name", u.Name)
	case only(func(v *asset.Unit) { v.Manager, v.ManagerName = u.Manager, u.ManagerName }):
		return text.Msg("why.unit.manager", "name", u.Name)
	case only(func(v *asset.Unit) { v.Delegation = u.Delegation }):
		return text.Msg("why.unit.delegate", "name", u.Name)
	}
	return text.Msg("why.unit.change", "name", u.Name)
}

// placeable returns an error for a place under a retired unit, and for a second
// unit of the same name there. The commit itself refuses a ring.
func (o *Organisation) placeable(u asset.Unit) error {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	if above := o.units[u.Parent]; above.Retired != "" {
		return text.Fail(nil, "unit.problem.retired", "name", above.Name)
	}
	for _, id := range o.children[u.Parent] {
		if other := o.units[id]; id != u.ID && other.Retired == "" && text.Fold(other.Name) == text.Fold(u.Name) {
			return text.Fail(nil, "unit.problem.namesake", "name", other.Name)
		}
	}
	return nil
}

// ConfirmUnits records that units an import made are right as they are, in one
// commit, and returns how many waited.
func (o *Organisation) ConfirmUnits(ctx context.Context, ids ...string) (int, error) {
	var edits []Edit
	var name string
	for _, id := range ids {
		if u, ok := o.Unit(id); ok && u.Unconfirmed {
			u.Unconfirmed, name = false, u.Name
			edits = append(edits, PutUnit(u, o.reg.RevisionOf(KindUnit.Ref(id))))
		}
	}
	why := text.Msg("why.unit.confirm", "name", name)
	switch len(edits) {
	case 0:
		return 0, nil
	case 1:
	default:
		why = text.Msg("why.unit.confirmMany", "n", len(edits))
	}
	_, err := o.reg.Commit(ctx, why, edits...)
	return len(edits), err
}

// DeleteUnit takes an empty unit away: one without assets and without units
// below it. Units that once stood below it are still found there.
func (o *Organisation) DeleteUnit(ctx context.Context, id string) error {
	u, ok := o.Unit(id)
	if !ok {
		return text.Fail(nil, "unit.problem.gone")
	}
	o.reg.mu.RLock()
	edits := []Edit{Delete(KindUnit.Ref(id), id, o.reg.revisionOf(KindUnit.Ref(id)))}
	for _, other := range o.unitsInOrder() {
		changed := other.Rerouted(id, u.Ways())
		if changed.Successor == id {
			changed.Successor = u.Successor
		}
		if other.ID != id && !changed.Equal(other) {
			edits = append(edits, PutUnit(changed, o.reg.revisionOf(KindUnit.Ref(other.ID))))
		}
	}
	o.reg.mu.RUnlock()
	_, err := o.reg.Commit(ctx, text.Msg("why.unit.delete", "name", u.Name), edits...)
	return err
}
