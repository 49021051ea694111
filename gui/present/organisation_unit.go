package present

import (
	"context"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// UnitKey names a value of a unit as its page edits it.
type UnitKey string

// The values of a unit.
const (
	UnitName         UnitKey = "name"
	UnitKindKey      UnitKey = "kind"
	UnitParent       UnitKey = "parent"
	UnitManager      UnitKey = "manager"
	UnitManagerName  UnitKey = "manager_name"
	UnitDelegatedTo  UnitKey = "delegation_role"
	UnitDecision     UnitKey = "delegation_decision"
	UnitDelegatedOn  UnitKey = "delegation_on"
	UnitRetiredOnKey UnitKey = "retired"
)

// of is where a unit keeps a value.
func (k UnitKey) of(u *asset.Unit) *string {
	switch k {
	case UnitName:
		return &u.Name
	case UnitKindKey:
		return (*string)(&u.Kind)
	case UnitParent:
		return &u.Parent
	case UnitManager:
		return &u.Manager
	case UnitManagerName:
		return &u.ManagerName
	case UnitDelegatedTo:
		return &u.Delegation.Role
	case UnitDecision:
		return &u.Delegation.Decision
	case UnitDelegatedOn:
		return &u.Delegation.On
	}
	return &u.Retired
}

// Get is the value of a unit.
func (k UnitKey) Get(u asset.Unit) string { return *k.of(&u) }

// ChangeUnit stores one value of a unit that was seen to be was. It fails with
// register.ErrConflict where it has become another since.
func ChangeUnit(ctx context.Context, r *register.Register, id string, k UnitKey, was, value string) error {
	base := r.RevisionOf(register.KindUnit.Ref(id))
	u, ok := r.Organisation().Unit(id)
	if !ok {
		return text.Fail(nil, "unit.problem.gone")
	}
	if k.Get(u) != was {
		return text.Fail(ledger.ErrConflict, "register.conflict")
	}
	*k.of(&u) = strings.TrimSpace(value)
	return r.Organisation().ChangeUnit(ctx, u, base)
}

// UnitAbove is the path of the units above one, or that it stands at the top.
func UnitAbove(p *text.Printer, r *register.Register, u asset.Unit) string {
	if path := r.Organisation().UnitPath(u.Parent); len(path) > 0 {
		return JoinPath(path)
	}
	return p.T("organisation.top")
}

// UnitFacts says in a few lines what belongs to a unit.
func UnitFacts(p *text.Printer, r *register.Register, u asset.Unit) []string {
	f := r.Organisation().UnitFigures()[u.ID]
	out := []string{p.N("organisation.facts.own", f.Own)}
	if below := f.All - f.Own; below > 0 {
		out = append(out, p.N("organisation.facts.below", below))
	}
	if f.All > 0 {
		out = append(out, p.T("organisation.facts.decided", "share", p.Percent(f.Decided, f.All)))
	}
	return out
}

// UnitNotice says what waits to be done about a unit, empty where nothing does.
func UnitNotice(p *text.Printer, r *register.Register, u asset.Unit) string {
	switch {
	case u.Retired != "" && u.Successor != "":
		return p.T("organisation.notice.succeeded", "day", u.Retired, "unit", UnitBelow(r, u.Successor))
	case u.Retired != "":
		return p.T("organisation.notice.retired", "day", u.Retired)
	case !u.Unconfirmed:
		return ""
	}
	if likely, ok := r.Organisation().LikelyUnit(u.ID); ok {
		return p.T("organisation.notice.likely", "unit", UnitBelow(r, likely.ID))
	}
	return p.T("organisation.notice.waiting")
}

// MergeWords asks whether to merge one unit into another, with what it moves.
func MergeWords(p *text.Printer, m register.Merger) string {
	words := p.T("organisation.merge.ask", "from", m.From.Name, "into", m.Into.Name)
	if m.Assets > 0 {
		words += " " + p.N("organisation.moves.assets", m.Assets, "into", m.Into.Name)
	}
	if m.Units > 0 {
		words += " " + p.N("organisation.moves.units", m.Units, "into", m.Into.Name)
	}
	return words + " " + p.T("organisation.merge.names", "from", m.From.Name, "into", m.Into.Name)
}

// RetireWords asks whether to retire a unit, with what it moves.
func RetireWords(p *text.Printer, plan register.Retirement) string {
	words := p.T("organisation.retire.ask", "name", plan.Unit.Name)
	if plan.Assets > 0 {
		words += " " + p.N("organisation.moves.assets", plan.Assets, "into", plan.Successor.Name)
	}
	if plan.Units > 0 {
		words += " " + p.N("organisation.moves.units", plan.Units, "into", plan.Successor.Name)
	}
	return words
}
