package organisation

import (
	"context"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// unitKey names a value of a unit as its page edits it.
type unitKey string

// The values of a unit.
const (
	unitName         unitKey = "name"
	unitKindKey      unitKey = "kind"
	unitParent       unitKey = "parent"
	unitManager      unitKey = "manager"
	unitManagerName  unitKey = "manager_name"
	unitDelegatedTo  unitKey = "delegation_role"
	unitDecision     unitKey = "delegation_decision"
	unitDelegatedOn  unitKey = "delegation_on"
	unitRetiredOnKey unitKey = "retired"
)

// of is where a unit keeps a value.
func (k unitKey) of(u *asset.Unit) *string {
	switch k {
	case unitName:
		return &u.Name
	case unitKindKey:
		return (*string)(&u.Kind)
	case unitParent:
		return &u.Parent
	case unitManager:
		return &u.Manager
	case unitManagerName:
		return &u.ManagerName
	case unitDelegatedTo:
		return &u.Delegation.Role
	case unitDecision:
		return &u.Delegation.Decision
	case unitDelegatedOn:
		return &u.Delegation.On
	}
	return &u.Retired
}

// Get is the value of a unit.
func (k unitKey) Get(u asset.Unit) string { return *k.of(&u) }

// changeUnit stores one value of a unit that was seen to be was. It fails with
// register.ErrConflict where it has become another since.
func changeUnit(ctx context.Context, r *register.Register, id string, k unitKey, was, value string) error {
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

// unitAbove is the path of the units above one, or a text that it is at the top.
func unitAbove(p *text.Printer, r *register.Register, u asset.Unit) string {
	if path := r.Organisation().UnitPath(u.Parent); len(path) > 0 {
		return present.JoinPath(path)
	}
	return p.T("organisation.top")
}

// unitFacts says in a few lines what belongs to a unit.
func unitFacts(p *text.Printer, r *register.Register, u asset.Unit) []string {
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

// unitNotice says what waits to be done about a unit, empty where nothing does.
func unitNotice(p *text.Printer, r *register.Register, u asset.Unit) string {
	switch {
	case u.Retired != "" && u.Successor != "":
		return p.T("organisation.notice.succeeded", "day", u.Retired, "unit", present.UnitBelow(r, u.Successor))
	case u.Retired != "":
		return p.T("organisation.notice.retired", "day", u.Retired)
	case !u.Unconfirmed:
		return ""
	}
	if likely, ok := r.Organisation().LikelyUnit(u.ID); ok {
		return p.T("organisation.notice.likely", "unit", present.UnitBelow(r, likely.ID))
	}
	return p.T("organisation.notice.waiting")
}

// mergeWords asks whether to merge one unit into another, with what it moves.
func mergeWords(p *text.Printer, m register.Merger) string {
	words := p.T("organisation.merge.ask", "from", m.From.Name, "into", m.Into.Name)
	if m.Assets > 0 {
		words += " " + p.N("organisation.moves.assets", m.Assets, "into", m.Into.Name)
	}
	if m.Units > 0 {
		words += " " + p.N("organisation.moves.units", m.Units, "into", m.Into.Name)
	}
	return words + " " + p.T("organisation.merge.names", "from", m.From.Name, "into", m.Into.Name)
}

// retireWords asks whether to retire a unit, with what it moves.
func retireWords(p *text.Printer, plan register.Retirement) string {
	words := p.T("organisation.retire.ask", "name", plan.Unit.Name)
	if plan.Assets > 0 {
		words += " " + p.N("organisation.moves.assets", plan.Assets, "into", plan.Successor.Name)
	}
	if plan.Units > 0 {
		words += " " + p.N("organisation.moves.units", plan.Units, "into", plan.Successor.Name)
	}
	return words
}
