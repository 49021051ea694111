package organisation

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// unitRow is a line of the organisation.
type unitRow struct {
	Unit      asset.Unit
	Depth     int    // 0 at the top
	Path      string // names the line when the list does not show the tree
	Kind      string
	Manager   string // who answers for it
	Inherited bool   // the manager is stated at a unit above
	Own       int    // assets of the unit itself
	All       int    // and of all below it
	Decided   int    // of All, those with a decided classification
	Likely    asset.Unit
	Words     string // what waits, or that it is retired
	Group     unitGroup
}

// unitQuery chooses lines: by words, and by a group unless that is empty.
type unitQuery struct {
	text  string
	group unitGroup
}

// unitGroup is what is to be done about a unit.
type unitGroup string

// The groups of units, the most pressing first. A unit is in at most one of them.
const (
	unitsWaiting  unitGroup = "waiting"  // made by an import, to be confirmed, merged or moved
	unitsHeadless unitGroup = "headless" // hold assets, and no manager is stated there or above
	unitsRetired  unitGroup = "retired"
)

// unitGroups lists the groups in the order shown.
var unitGroups = []unitGroup{unitsWaiting, unitsHeadless, unitsRetired}

// likelyMost is for how many units a likely merge is looked for: an import that
// invents more than that wants another list, not a hundred proposals.
const likelyMost = 100

// unitRows lists every unit in the order of the tree.
func unitRows(p *text.Printer, r *register.Register) []unitRow {
	figures := r.Organisation().UnitFigures()
	managers := map[string]string{}
	guessed := 0
	var out []unitRow
	for _, u := range r.Organisation().Units() {
		f := figures[u.ID]
		row := unitRow{
			Unit: u, Depth: max(0, len(r.Organisation().UnitPath(u.ID))-1), Path: present.UnitBelow(r, u.ID), Kind: unitKindLabel(p, u.Kind),
			Manager: cmp.Or(u.Manager, u.ManagerName), Own: f.Own, All: f.All, Decided: f.Decided,
		}
		if row.Manager == "" {
			row.Manager = managers[u.Parent]
			row.Inherited = row.Manager != ""
		}
		managers[u.ID] = row.Manager
		if u.Unconfirmed && guessed < likelyMost {
			guessed++
			row.Likely, _ = r.Organisation().LikelyUnit(u.ID)
		}
		row.Group, row.Words = unitState(p, row)
		out = append(out, row)
	}
	return out
}

// managerOf is who answers for a unit: the name where there is one, else the role.
func managerOf(u asset.Unit) string { return cmp.Or(u.ManagerName, u.Manager) }

func unitState(p *text.Printer, row unitRow) (unitGroup, string) {
	switch u := row.Unit; {
	case u.Retired != "":
		return unitsRetired, p.T("organisation.state.retired", "day", u.Retired)
	case u.Unconfirmed:
		return unitsWaiting, p.T("organisation.state.waiting")
	case row.Manager == "" && row.Own > 0:
		return unitsHeadless, p.T("organisation.state.headless")
	}
	return "", ""
}

// filterUnits keeps the lines of a group in which every word of a search is
// found. The empty group is all units in use; retired ones have their own group.
func filterUnits(rows []unitRow, group unitGroup, search string) []unitRow {
	folded := text.Fold(search)
	var out []unitRow
	for _, row := range rows {
		if group == "" && row.Group == unitsRetired || group != "" && row.Group != group {
			continue
		}
		if present.HoldsWords(row.Path+" "+row.Kind+" "+row.Manager, folded) {
			out = append(out, row)
		}
	}
	return out
}

// countUnits counts the lines of each group, those in use under "".
func countUnits(rows []unitRow) map[unitGroup]int {
	out := map[unitGroup]int{}
	for _, row := range rows {
		if row.Group != unitsRetired {
			out[""]++
		}
		if row.Group != "" {
			out[row.Group]++
		}
	}
	return out
}

// unitKindLabel is the word for a kind of unit.
func unitKindLabel(p *text.Printer, k asset.UnitKind) string { return p.T("unit." + string(k)) }

// unitGroupLabel is the name of a group and the number of units in it.
func unitGroupLabel(p *text.Printer, g unitGroup, n int) string {
	switch g {
	case unitsWaiting:
		return p.T("organisation.group.waiting", "count", p.Int(n))
	case unitsHeadless:
		return p.T("organisation.group.headless", "count", p.Int(n))
	case unitsRetired:
		return p.T("organisation.group.retired", "count", p.Int(n))
	}
	return p.T("organisation.group.all", "count", p.Int(n))
}

// Name is the name of the line: indented by its depth, or the whole path where
// the units above are not shown.
func (row unitRow) Name(inTree bool) string {
	if !inTree {
		return row.Path
	}
	return strings.Repeat("      ", row.Depth) + row.Unit.Name
}

// ManagerWords is who answers for the unit, in brackets where that is stated at a unit above.
func (row unitRow) ManagerWords() string {
	if row.Inherited {
		return "(" + row.Manager + ")"
	}
	return row.Manager
}

// Share is how much of all that belongs to the unit is classified, empty where nothing does.
func (row unitRow) Share(p *text.Printer) string {
	if row.All == 0 {
		return ""
	}
	return p.Percent(row.Decided, row.All)
}

// organisationCounts says how much there is, for the head of the page.
func organisationCounts(p *text.Printer, r *register.Register) string {
	if len(r.Organisation().Units()) == 0 {
		return ""
	}
	words := p.N("organisation.count", len(r.Organisation().Units()))
	if n := r.Organisation().UnitFigures()[""].Own; n > 0 {
		words += " · " + p.N("organisation.unplaced", n)
	}
	return words
}

// unitTargets lists the units in use, except those that except reports, that a
// unit can be merged into, moved below or succeeded by. The likely one comes first.
func unitTargets(p *text.Printer, r *register.Register, search, likely string, except func(id string) bool) []present.UnitChoice {
	var out []present.UnitChoice
	for _, c := range present.UnitChoices(p, r, search) {
		if except(c.ID) {
			continue
		}
		if c.ID == likely {
			out = slices.Insert(out, 0, c)
			continue
		}
		out = append(out, c)
	}
	return out
}
