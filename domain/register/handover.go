package register

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/text"
)

// Handover is one role or person taking over what another answers for.
type Handover struct {
	// From is who answers for it now, as written on the assets. Empty with one
	// field alone: whatever no one answers for.
	From string
	To   string
	// Since is the ISO day from which To answers for it, today where it is empty.
	Since string
	// Fields are the responsibilities handed over, all of asset.Responsibilities where there are none.
	Fields []asset.Field
	// Unit keeps to the assets of a unit and all below it, "" for everywhere.
	Unit string
	// Managers hands over the units that From is the manager of, too.
	Managers bool
	// Actions hands over the open actions that From answers for, too.
	Actions bool
	// Except are ids of assets, units and actions that stay as they are.
	Except map[string]bool
}

// Handed is an asset with what is handed over of it.
type Handed struct {
	Record *Record
	Fields []asset.Field
}

// HandoverPlan is what a handover comes to.
type HandoverPlan struct {
	Assets  []Handed // by id
	Units   []asset.Unit
	Actions []action.Action
}

// Len is how many assets, units and actions change.
func (p HandoverPlan) Len() int { return len(p.Assets) + len(p.Units) + len(p.Actions) }

// PlanHandover lists what HandOver would change. To need not be known yet.
func (o *Organisation) PlanHandover(h Handover) (HandoverPlan, error) {
	if h.From == "" && (len(h.Fields) != 1 || h.Managers || h.Actions) {
		return HandoverPlan{}, text.Fail(nil, "handover.problem.from")
	}
	for _, f := range h.Fields {
		if !slices.Contains(asset.Responsibilities, f) {
			return HandoverPlan{}, text.Fail(nil, "handover.problem.field", "field", string(f))
		}
	}
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	var plan HandoverPlan
	under := o.subtree(h.Unit)
	within := func(id, unit string) bool { return !h.Except[id] && (under == nil || under[unit]) }
	named := h.namer()
	for rec := range o.reg.order.all() {
		if fields := h.handed(rec.Asset, named); len(fields) > 0 && within(rec.Asset.ID, rec.Asset.Unit) {
			plan.Assets = append(plan.Assets, Handed{rec, fields})
		}
	}
	if h.Managers {
		for _, u := range o.unitsInOrder() {
			if u.Retired == "" && is(h.From, u.Manager, u.ManagerName) && within(u.ID, u.ID) {
				plan.Units = append(plan.Units, u)
			}
		}
	}
	if h.Actions {
		for _, a := range slices.SortedFunc(maps.Values(o.reg.plan.all), action.Compare) {
			unit := a.Unit
			if rec, ok := o.reg.records[a.Asset]; ok {
				unit = rec.Asset.Unit
			}
			if a.Status.Open() && is(h.From, a.Responsible, a.Name) && within(a.ID, unit) {
				plan.Actions = append(plan.Actions, a)
			}
		}
	}
	return plan, nil
}

// handed lists the responsibilities that From has of an asset.
func (h Handover) handed(a asset.Asset, named func(value string) bool) []asset.Field {
	fields := h.Fields
	if len(fields) == 0 {
		fields = asset.Responsibilities
	}
	var out []asset.Field
	for _, f := range fields {
		if named(a.Fields[f]) {
			out = append(out, f)
		}
	}
	return out
}

// namer reports whether a value names From. A register has many assets and few
// values, so it remembers each.
func (h Handover) namer() func(value string) bool {
	known := map[string]bool{}
	return func(value string) bool {
		named, ok := known[value]
		if !ok {
			_, named = asset.Replaced(value, h.From, h.To)
			known[value] = named
		}
		return named
	}
}

// is reports whether someone is the one of a role, or of a name.
func is(who, role, name string) bool {
	want := text.Fold(who)
	return want == text.Fold(role) || want == text.Fold(name)
}

// take puts To in the role or the name that From has.
func (h Handover) take(role, name *string) {
	if text.Fold(*role) == text.Fold(h.From) {
		*role = h.To
		return
	}
	*name = h.To
}

// HandOver does a handover in one commit, which one undo takes back, and
// returns what it changed. It fails where there is nothing to hand over.
func (o *Organisation) HandOver(ctx context.Context, h Handover) (HandoverPlan, error) {
	h.From, h.To, h.Since = tidyName(h.From), tidyName(h.To), cmp.Or(h.Since, text.Date(o.reg.Today()))
	if h.To == "" || text.Fold(h.To) == text.Fold(h.From) {
		return HandoverPlan{}, text.Fail(nil, "handover.problem.to")
	}
	if _, err := text.ParseDate(h.Since); err != nil {
		return HandoverPlan{}, err
	}
	plan, err := o.PlanHandover(h)
	if err != nil {
		return plan, err
	}
	if plan.Len() == 0 {
		return plan, text.Fail(nil, "handover.problem.nothing", "from", h.From)
	}
	edits := make([]Edit, 0, plan.Len())
	for _, handed := range plan.Assets {
		edits = append(edits, PutAsset(h.apply(handed), handed.Record.Revision))
	}
	for _, u := range plan.Units {
		h.take(&u.Manager, &u.ManagerName)
		edits = append(edits, PutUnit(u, o.reg.RevisionOf(KindUnit.Ref(u.ID))))
	}
	for _, a := range plan.Actions {
		h.take(&a.Responsible, &a.Name)
		edits = append(edits, PutAction(a, o.reg.RevisionOf(KindAction.Ref(a.ID))))
	}
	why := text.Msg("why.handover", "n", len(edits), "from", h.From, "to", h.To)
	if h.From == "" {
		why = text.Msg("why.appoint", "n", len(edits), "to", h.To)
	}
	_, err = o.reg.Commit(ctx, why, edits...)
	return plan, err
}

func (h Handover) apply(handed Handed) asset.Asset {
	a := handed.Record.Asset
	for _, f := range handed.Fields {
		value, _ := asset.Replaced(a.Fields[f], h.From, h.To)
		if f == asset.InformationOwner {
			a = a.WithOwner(value, h.Since)
			continue
		}
		a = a.With(f, value)
	}
	return a
}

// Holder is a role or person that answers for something.
type Holder struct {
	Name   string
	Assets int
	Units  int // of which it is the manager
}

// Holders lists the roles and persons that answer for assets, or for units in
// use, in Swedish order. Spellings that differ in capitals alone are one.
func (o *Organisation) Holders() []Holder {
	found := map[string]*Holder{}
	holder := func(name string) *Holder {
		key := text.Fold(name)
		if found[key] == nil {
			found[key] = &Holder{Name: name}
		}
		return found[key]
	}
	known := map[string][]*Holder{} // by the value of a field: many assets, few values
	holders := func(value string) []*Holder {
		if known[value] == nil {
			for _, name := range asset.Holders(value) {
				known[value] = append(known[value], holder(name))
			}
		}
		return known[value]
	}
	for _, rec := range o.reg.Records() {
		var seen []*Holder
		for _, f := range asset.Responsibilities {
			if value := rec.Asset.Fields[f]; value != "" {
				for _, h := range holders(value) {
					if !slices.Contains(seen, h) {
						seen = append(seen, h)
						h.Assets++
					}
				}
			}
		}
	}
	for _, u := range o.Units() {
		for _, name := range []string{u.Manager, u.ManagerName} {
			if name != "" && u.Retired == "" {
				holder(name).Units++
			}
		}
	}
	keys := slices.Collect(maps.Keys(found))
	text.SortBy(keys, func(k string) string { return found[k].Name }, false)
	out := make([]Holder, len(keys))
	for i, k := range keys {
		out[i] = *found[k]
	}
	return out
}
