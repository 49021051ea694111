package present

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// HandoverRow is a line of what would be handed over: an asset, a unit or an action.
type HandoverRow struct {
	ID    string
	Name  string
	Roles string // what is handed over of it
	Unit  string
}

// HandoverRows lists what a plan comes to: assets by name, then units and actions.
func HandoverRows(p *text.Printer, r *register.Register, plan register.HandoverPlan) []HandoverRow {
	out := make([]HandoverRow, 0, plan.Len())
	for _, h := range plan.Assets {
		var roles []string
		for _, f := range h.Fields {
			roles = append(roles, f.Label().In(p))
		}
		a := h.Record.Asset
		out = append(out, HandoverRow{a.ID, a.Name, strings.Join(roles, ", "), UnitBelow(r, a.Unit)})
	}
	text.SortBy(out, func(row HandoverRow) string { return row.Name }, false)
	for _, u := range plan.Units {
		out = append(out, HandoverRow{u.ID, u.Name, p.T("organisation.role.manager"), UnitBelow(r, u.ID)})
	}
	for _, a := range plan.Actions {
		where := a.Unit
		if rec, ok := r.Record(a.Asset); ok {
			where = rec.Asset.Unit
		}
		out = append(out, HandoverRow{a.ID, a.What, p.T("organisation.role.action"), UnitBelow(r, where)})
	}
	return out
}

// FindHolders keeps those that a search finds.
func FindHolders(holders []register.Holder, search string) []register.Holder {
	folded := text.Fold(search)
	var out []register.Holder
	for _, h := range holders {
		if HoldsWords(h.Name, folded) {
			out = append(out, h)
		}
	}
	return out
}

// HandoverScope is a kind of responsibility that can be handed over by itself:
// one field of assets, or all of them where Field is empty.
type HandoverScope struct {
	Field asset.Field
	Label string
}

// HandoverScopes lists them, all first.
func HandoverScopes(p *text.Printer) []HandoverScope {
	out := []HandoverScope{{"", p.T("organisation.handover.everything")}}
	for _, f := range asset.Responsibilities {
		out = append(out, HandoverScope{f, p.T("organisation.handover.only", "role", f.Label())})
	}
	return out
}

// Narrow sets what a handover is about: everything that someone answers for, or
// one responsibility alone.
func (s HandoverScope) Narrow(h register.Handover) register.Handover {
	h.Fields, h.Managers, h.Actions = nil, s.Field == "", s.Field == ""
	if s.Field != "" {
		h.Fields = []asset.Field{s.Field}
	}
	return h
}

// CommonOwner is the owner that all of some assets have, the first where they
// have several; empty where they differ or have none.
func CommonOwner(records []*register.Record) string {
	common := ""
	for i, rec := range records {
		owners := asset.Holders(rec.Owner())
		if len(owners) == 0 || i > 0 && text.Fold(owners[0]) != text.Fold(common) {
			return ""
		}
		common = owners[0]
	}
	return common
}
