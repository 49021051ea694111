package register

import (
	"fmt"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindUnit is a unit of the organisation.
const KindUnit ledger.Kind = "unit"

var unitKind *kindOf[asset.Unit]

func init() {
	unitKind = declare(kindOf[asset.Unit]{
		name:  KindUnit,
		id:    func(u asset.Unit) string { return u.ID },
		valid: func(u asset.Unit) error { return u.Validate() },
		fits:  unitFits, leaves: unitLeaves,
		home: shelf[asset.Unit]{
			of:      func(r *Register) map[string]asset.Unit { return r.organisation.units },
			changed: func(t *touched, _ string) { t.units = true },
		},
		describe: unitLines,
	})
}

// PutUnit stores a unit.
func PutUnit(u asset.Unit, base ledger.Revision) Edit { return unitKind.put(u, base) }

// unitFits returns an error for a unit below itself, or below one that does not exist.
func unitFits(c *checking, _ Edit, u asset.Unit) error {
	seen := map[string]bool{u.ID: true}
	for at := u; at.Parent != ""; {
		up, found := c.unit(at.Parent)
		if !found {
			return text.Fail(nil, "register.problem.parent", "name", u.Name)
		}
		if seen[up.ID] {
			return text.Fail(nil, "unit.problem.cycle", "name", u.Name)
		}
		seen[up.ID] = true
		at = up
	}
	return nil
}

// unitLeaves returns an error for the deletion of a unit that something belongs
// to. It walks every asset; only such a deletion pays for that.
func unitLeaves(c *checking, id string) error {
	used := text.Fail(fmt.Errorf("register: unit %s is used: %w", id, ledger.ErrConflict), "register.problem.unitUsed", "name", c.r.organisation.units[id].Name)
	for _, u := range c.r.organisation.units {
		if _, touched := c.after[KindUnit.Ref(u.ID)]; !touched && u.Parent == id {
			return used
		}
	}
	for _, k := range table {
		for of := range k.inUnit(c.r, id) {
			if _, touched := c.after[k.called().Ref(of)]; !touched {
				return used
			}
		}
	}
	return nil
}

// unitName is a unit's path as it is called now; the log knows its id only.
func (o *Organisation) unitName(p *text.Printer, id string) string {
	if id == "" {
		return ""
	}
	if path := o.UnitPath(id); path != nil {
		return asset.Path(path)
	}
	return p.T("unit.gone")
}

func unitLines(r *Register, p *text.Printer, u asset.Unit) lines {
	return lines{
		say("field.name", u.Name),
		say("field.unit_kind", word(p, "unit.", string(u.Kind))),
		say("field.unit_parent", r.organisation.unitName(p, u.Parent)),
		say("field.manager", u.Manager),
		say("field.manager_name", u.ManagerName),
		say("field.delegation_role", u.Delegation.Role),
		say("field.delegation_decision", u.Delegation.Decision),
		say("field.delegation_on", u.Delegation.On),
		say("field.unit_retired", u.Retired),
		say("field.unit_successor", r.organisation.unitName(p, u.Successor)),
	}
}
