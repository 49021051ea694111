package asset

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"infoklass/domain/text"
)

// UnitKind is a step of the organisation: kommun → nämnd or bolag →
// sektor/förvaltning → verksamhet → enhet.
type UnitKind string

// Label names the kind.
func (k UnitKind) Label() text.Message { return text.Msg("unit." + string(k)) }

// The kinds of units from the top.
const (
	Municipality UnitKind = "municipality"
	Committee    UnitKind = "committee" // nämnd, kommunstyrelsen among them
	Company      UnitKind = "company"
	Department   UnitKind = "department" // sektor or förvaltning
	Operation    UnitKind = "operation"
	LocalUnit    UnitKind = "unit"
)

// UnitKinds lists the kinds from the top.
var UnitKinds = []UnitKind{Municipality, Committee, Company, Department, Operation, LocalUnit}

// Unit is a part of the organisation. Nämnder and bolagsstyrelser answer for
// the assets of their own operations.
type Unit struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Kind   UnitKind `json:"kind"`
	Parent string   `json:"parent,omitempty"`
	// Manager is the role that answers for the unit; ManagerName is optional.
	Manager     string `json:"manager,omitempty"`
	ManagerName string `json:"managerName,omitempty"`
	// Unconfirmed marks a unit that an import made and no one has looked at.
	Unconfirmed bool `json:"unconfirmed,omitempty"`
	// Delegation of the operative responsibility to the manager; the zero value means none.
	Delegation Delegation `json:"delegation,omitzero"`
	// Retired is the ISO day the unit ceased to be, empty while it is in use. It
	// is kept for history. Successor is the unit that took over, empty for none.
	Retired   string `json:"retired,omitempty"`
	Successor string `json:"successor,omitempty"`
	// Earlier are the places and names that the unit has had, so that last
	// month's list still finds it. The slice is never changed in place.
	Earlier []Place `json:"earlier,omitempty"`
}

// Delegation is the decision by which a manager answers for the operative work
// with information security (policy: "Sektor-, verksamhets- och bolagschefer
// kan delegeras det operativa ansvaret").
type Delegation struct {
	Role     string `json:"role,omitempty"`     // to whom
	Decision string `json:"decision,omitempty"` // reference of the decision, such as a dnr
	On       string `json:"on,omitempty"`       // ISO day
}

// Equal reports whether two units are alike in everything.
func (u Unit) Equal(o Unit) bool {
	same := slices.EqualFunc(u.Earlier, o.Earlier, func(a, b Place) bool { return a.Under == b.Under && slices.Equal(a.Names, b.Names) })
	u.Earlier, o.Earlier = nil, nil
	return same && reflect.DeepEqual(u, o)
}

// Validate returns the first thing that keeps u from being stored.
func (u Unit) Validate() error {
	switch {
	case u.ID == "":
		return text.Fail(nil, "asset.problem.id")
	case strings.TrimSpace(u.Name) == "":
		return text.Fail(nil, "unit.problem.name")
	case utf8.RuneCountInString(u.Name) > MaxName:
		return text.Fail(nil, "asset.problem.nameLong", "max", MaxName)
	case !slices.Contains(UnitKinds, u.Kind):
		return text.Fail(nil, "unit.problem.kind", "value", string(u.Kind))
	case u.Parent == u.ID:
		return text.Fail(nil, "unit.problem.cycle", "name", u.Name)
	}
	for _, day := range []string{u.Delegation.On, u.Retired} {
		if _, err := text.ParseDate(day); day != "" && err != nil {
			return err
		}
	}
	return nil
}

// GuessKind returns the kind of unit that a name most likely means, from the
// Swedish words that end municipal names. depth is how deep in a path it is (0
// at the top). It is a proposal for an unconfirmed unit, never a decision.
func GuessKind(name string, depth int) UnitKind {
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		switch {
		case w == "ab" || w == "aktiebolag" || strings.HasSuffix(w, "bolaget") || strings.HasSuffix(w, "bolag"):
			return Company
		case strings.HasSuffix(w, "nämnden") || strings.HasSuffix(w, "nämnd") || w == "kommunstyrelsen" || w == "kommunstyrelse" || strings.HasSuffix(w, "utskottet"):
			return Committee
		case strings.HasSuffix(w, "förvaltningen") || strings.HasSuffix(w, "förvaltning") || w == "sektor" || strings.HasSuffix(w, "kontoret"):
			return Department
		case strings.HasSuffix(w, "kommun") && depth == 0:
			return Municipality
		}
	}
	switch depth {
	case 0, 1:
		return Department
	case 2:
		return Operation
	}
	return LocalUnit
}

// Path joins the names of a unit's line from the top, as lists write it.
func Path(names []string) string { return strings.Join(names, " / ") }
