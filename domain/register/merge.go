package register

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// Merger is what merging one unit into another moves, planned or done.
type Merger struct {
	From, Into asset.Unit
	Assets     int // assets that get another unit
	Units      int // units below that get another place, or go together with one of the same name
}

// PlanMerge works out what MergeUnits would do, and changes nothing.
func (o *Organisation) PlanMerge(from, into string) (Merger, error) {
	m, _, err := o.merge(from, into)
	return m, err
}

// MergeUnits makes two units one, in one commit: the assets of the first,
// its actions and the units below it go to the second, and the first is gone. Units below of
// the same name become one too. The names of the first lead to the second from
// then on; what only the first says, such as its manager, is kept.
func (o *Organisation) MergeUnits(ctx context.Context, from, into string) (Merger, error) {
	m, edits, err := o.merge(from, into)
	if err != nil {
		return m, err
	}
	_, err = o.reg.Commit(ctx, text.Msg("why.unit.merge", "name", m.From.Name, "into", m.Into.Name), edits...)
	return m, err
}

func (o *Organisation) merge(from, into string) (Merger, []Edit, error) {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	a, b, err := o.pair(from, into)
	if err != nil {
		return Merger{}, nil, err
	}
	u := newUnion(o.reg)
	u.join(from, into)
	edits, assets := u.edits()
	return Merger{From: a, Into: b, Assets: assets, Units: u.moved}, edits, nil
}

// pair finds two units, the second one in use. The caller holds mu.
func (o *Organisation) pair(from, into string) (a, b asset.Unit, err error) {
	a, ok := o.units[from]
	b, also := o.units[into]
	switch {
	case !ok || !also:
		err = text.Fail(nil, "unit.problem.gone")
	case from == into:
		err = text.Fail(nil, "unit.problem.itself", "name", a.Name)
	case b.Retired != "":
		err = text.Fail(nil, "unit.problem.retired", "name", b.Name)
	}
	return a, b, err
}

// Retirement is what retiring a unit does, planned or done.
type Retirement struct {
	Unit      asset.Unit
	Successor asset.Unit // the zero unit for none
	Assets    int        // assets that go to the successor
	Units     int        // units below that go to the successor
}

// PlanRetirement works out what RetireUnit would do. Without a successor it fails
// where assets or units remain, and says which.
func (o *Organisation) PlanRetirement(id, successor string) (Retirement, error) {
	plan, _, err := o.retirement(id, successor, "")
	return plan, err
}

// RetireUnit marks a unit as one that ceased to be on an ISO day, today where
// it is empty; it is kept for history. Its assets, its open actions and the units
// below it go to the successor in the same commit, and the names of the unit
// lead there.
func (o *Organisation) RetireUnit(ctx context.Context, id, day, successor string) (Retirement, error) {
	plan, edits, err := o.retirement(id, successor, cmp.Or(day, text.Date(o.reg.Today())))
	if err != nil {
		return plan, err
	}
	_, err = o.reg.Commit(ctx, text.Msg("why.unit.retire", "name", plan.Unit.Name), edits...)
	return plan, err
}

func (o *Organisation) retirement(id, successor, day string) (Retirement, []Edit, error) {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	u, ok := o.units[id]
	switch {
	case !ok:
		return Retirement{}, nil, text.Fail(nil, "unit.problem.gone")
	case u.Retired != "":
		return Retirement{}, nil, text.Fail(nil, "unit.problem.retired", "name", u.Name)
	}
	plan := Retirement{Unit: u}
	un := newUnion(o.reg)
	if successor == "" {
		if err := o.remains(u); err != nil {
			return plan, nil, err
		}
	} else {
		var err error
		if _, plan.Successor, err = o.pair(id, successor); err != nil {
			return plan, nil, err
		}
		un.follow(id, successor)
	}
	u.Retired, u.Successor, u.Unconfirmed = day, successor, false
	un.put(u)
	edits, assets := un.edits()
	plan.Assets, plan.Units = assets, un.moved
	return plan, edits, nil
}

// remainsNamed is how many of the assets that remain are named.
const remainsNamed = 3

// remains refuses to retire a unit that something in use belongs to. The caller holds mu.
func (o *Organisation) remains(u asset.Unit) error {
	var names []string
	n := 0
	for rec := range o.reg.order.all() {
		if rec.Asset.Unit == u.ID && rec.Asset.Status != asset.Retired {
			if n++; n <= remainsNamed {
				names = append(names, rec.Asset.Name)
			}
		}
	}
	if n > 0 {
		return text.Fail(nil, "unit.problem.holdsAssets", "unit", u.Name, "n", n, "names", strings.Join(names, ", "))
	}
	for _, id := range o.children[u.ID] {
		if child := o.units[id]; child.Retired == "" {
			names = append(names, child.Name)
		}
	}
	if len(names) > 0 {
		return text.Fail(nil, "unit.problem.holdsUnits", "unit", u.Name, "names", strings.Join(names, ", "))
	}
	return nil
}

// ReviveUnit takes a retired unit into use again. What went to its successor stays there.
func (o *Organisation) ReviveUnit(ctx context.Context, id string) error {
	u, ok := o.Unit(id)
	if !ok || u.Retired == "" {
		return nil
	}
	u.Retired, u.Successor = "", ""
	if err := o.placeable(u); err != nil {
		return err
	}
	_, err := o.reg.Commit(ctx, text.Msg("why.unit.revive", "name", u.Name), PutUnit(u, o.reg.RevisionOf(KindUnit.Ref(id))))
	return err
}

// union is units going together: what becomes of each, before it is committed.
// The register's mu is held while it is made.
type union struct {
	r     *Register
	after map[string]asset.Unit // units that change
	heirs map[string]string     // unit → the one that its assets go to
	gone  map[string]bool
	moved int
}

func newUnion(r *Register) *union {
	return &union{r: r, after: map[string]asset.Unit{}, heirs: map[string]string{}, gone: map[string]bool{}}
}

func (m *union) unit(id string) asset.Unit {
	if u, ok := m.after[id]; ok {
		return u
	}
	return m.r.organisation.units[id]
}

func (m *union) put(u asset.Unit) { m.after[u.ID] = u }

// join makes from a part of into: from is gone.
func (m *union) join(from, into string) {
	m.follow(from, into)
	a, b := m.unit(from), m.unit(into)
	for _, was := range append(slices.Clone(a.Earlier), a.Now()) {
		b = b.Once(was)
	}
	if b.Manager+b.ManagerName == "" {
		b.Manager, b.ManagerName = a.Manager, a.ManagerName
	}
	if b.Delegation == (asset.Delegation{}) {
		b.Delegation = a.Delegation
	}
	b.Unconfirmed = a.Unconfirmed && b.Unconfirmed
	m.put(b)
	m.gone[from] = true
}

// follow gives into the assets of from and the units below it. Where into lies
// below from, it first takes from's place.
func (m *union) follow(from, into string) {
	a := m.unit(from)
	if m.within(into, from) {
		b := m.unit(into)
		was := b.Now()
		b.Parent = a.Parent
		m.put(b.Once(was))
	}
	for _, id := range m.below(from) {
		m.moved++
		child := m.unit(id)
		if twin := m.named(into, child.Name); twin != "" {
			m.join(id, twin)
			continue
		}
		was := child.Now()
		child.Parent = into
		m.put(child.Once(was))
	}
	m.heirs[from] = into
}

// within reports whether a unit is another or lies below it, as far as the
// union has come: what lay below may have been moved out already.
func (m *union) within(id, above string) bool {
	seen := map[string]bool{}
	for ; id != above && id != "" && !seen[id]; id = m.unit(id).Parent {
		seen[id] = true
	}
	return id == above
}

// below lists the units right below a unit.
func (m *union) below(id string) []string {
	var out []string
	for _, child := range m.r.organisation.children[id] {
		if u := m.unit(child); !m.gone[child] && u.Parent == id {
			out = append(out, child)
		}
	}
	return out
}

// named is the unit of a name right below another, "" for none.
func (m *union) named(parent, name string) string {
	for _, id := range m.below(parent) {
		if u := m.unit(id); u.Retired == "" && text.Fold(u.Name) == text.Fold(name) {
			return id
		}
	}
	return ""
}

// edits are what all of it comes to, in a fixed order, with how many assets move.
func (m *union) edits() (edits []Edit, assets int) {
	for _, u := range m.r.organisation.unitsInOrder() {
		m.redirect(u)
	}
	for _, id := range slices.Sorted(maps.Keys(m.after)) {
		if !m.gone[id] {
			edits = append(edits, PutUnit(m.after[id], m.r.revisionOf(KindUnit.Ref(id))))
		}
	}
	for _, k := range table {
		moved := k.bequeath(m.r, m.heirs, m.gone)
		edits = append(edits, moved...)
		if k.called() == KindAsset {
			assets = len(moved)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(m.gone)) {
		ref := KindUnit.Ref(id)
		edits = append(edits, Delete(ref, id, m.r.revisionOf(ref)))
	}
	return edits, assets
}

// redirect has a unit speak of the heirs of units that are gone.
func (m *union) redirect(u asset.Unit) {
	u = m.unit(u.ID)
	was := u
	for _, id := range slices.Sorted(maps.Keys(m.gone)) {
		u = u.Rerouted(id, []asset.Place{{Under: m.heirs[id]}})
		if u.Successor == id {
			u.Successor = m.heirs[id]
		}
	}
	if !m.gone[u.ID] && !u.Equal(was) {
		m.put(u)
	}
}
