package organisation

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// handoverRow is a line of what would be handed over: an asset, a unit or an action.
type handoverRow struct {
	ID    string
	Name  string
	Roles string // what is handed over of it
	Unit  string
}

// handoverRows lists what a plan comes to: assets by name, then units and actions.
func handoverRows(p *text.Printer, r *register.Register, plan register.HandoverPlan) []handoverRow {
	out := make([]handoverRow, 0, plan.Len())
	for _, h := range plan.Assets {
		var roles []string
		for _, f := range h.Fields {
			roles = append(roles, f.Label().In(p))
		}
		a := h.Record.Asset
		out = append(out, handoverRow{a.ID, a.Name, strings.Join(roles, ", "), present.UnitBelow(r, a.Unit)})
	}
	text.SortBy(out, func(row handoverRow) string { return row.Name }, false)
	for _, u := range plan.Units {
		out = append(out, handoverRow{u.ID, u.Name, p.T("organisation.role.manager"), present.UnitBelow(r, u.ID)})
	}
	for _, a := range plan.Actions {
		where := a.Unit
		if rec, ok := r.Record(a.Asset); ok {
			where = rec.Asset.Unit
		}
		out = append(out, handoverRow{a.ID, a.What, p.T("organisation.role.action"), present.UnitBelow(r, where)})
	}
	return out
}

// findHolders keeps those that a search finds.
func findHolders(holders []register.Holder, search string) []register.Holder {
	folded := text.Fold(search)
	var out []register.Holder
	for _, h := range holders {
		if present.HoldsWords(h.Name, folded) {
			out = append(out, h)
		}
	}
	return out
}

// handoverScope is a kind of responsibility that can be handed over by itself:
// one field of assets, or all of them where Field is empty.
type handoverScope struct {
	Field asset.Field
	Label string
}

// handoverScopes lists them, all first.
func handoverScopes(p *text.Printer) []handoverScope {
	out := []handoverScope{{"", p.T("organisation.handover.everything")}}
	for _, f := range asset.Responsibilities {
		out = append(out, handoverScope{f, p.T("organisation.handover.only", "role", f.Label())})
	}
	return out
}

// Narrow sets what a handover is about: everything that someone answers for, or
// one responsibility alone.
func (s handoverScope) Narrow(h register.Handover) register.Handover {
	h.Fields, h.Managers, h.Actions = nil, s.Field == "", s.Field == ""
	if s.Field != "" {
		h.Fields = []asset.Field{s.Field}
	}
	return h
}
