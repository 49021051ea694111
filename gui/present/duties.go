package present

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Step is the one thing that mends a finding, and on what.
type Step struct {
	Remedy duty.Remedy
	Duty   duty.ID
	Asset  string // empty for a finding on a unit
	Unit   string
}

// MendOf is the step that mends a finding.
func MendOf(f duty.Finding) Step {
	s := Step{Remedy: f.Remedy, Duty: f.ID, Unit: f.Unit}
	if f.Record != nil {
		s.Asset = f.Record.Asset.ID
	}
	return s
}

// DutyGrouping is what findings are gathered by.
type DutyGrouping string

// The groupings. They are remembered between starts: never rename one.
const (
	ByFinding DutyGrouping = "" // each by itself, the most serious first
	ByAsset   DutyGrouping = "asset"
	ByUnit    DutyGrouping = "unit"
	ByManager DutyGrouping = "manager"
)

// DutyGroupings lists the groupings in the order offered.
var DutyGroupings = []DutyGrouping{ByFinding, ByAsset, ByUnit, ByManager}

// Label is what a grouping is called.
func (g DutyGrouping) Label(p *text.Printer) string {
	switch g {
	case ByAsset:
		return p.T("duties.by.asset")
	case ByUnit:
		return p.T("duties.by.unit")
	case ByManager:
		return p.T("duties.by.manager")
	}
	return p.T("duties.by.finding")
}

// DutyQuery chooses findings. The zero value chooses all.
type DutyQuery struct {
	Text string
	// Unit keeps those on a unit, all below it and their assets; NoUnit those on assets without one.
	Unit   string
	NoUnit bool
	// Manager keeps those that the manager of a unit answers for: its id.
	// NoManager keeps those that no manager answers for.
	Manager   string
	NoManager bool
	Duty      duty.ID
	// Severity keeps those of one severity, where Severe says that one is chosen.
	Severe   bool
	Severity duty.Severity
	By       DutyGrouping
	// Sort is the column that the rows are sorted by; the most serious first
	// where it is empty, or is none of the table's.
	Sort       string
	Descending bool
}

// Narrows tells whether q leaves anything out.
func (q DutyQuery) Narrows() bool {
	return strings.TrimSpace(q.Text) != "" || q.Unit != "" || q.NoUnit || q.Manager != "" || q.NoManager || q.Duty != "" || q.Severe
}

// Duties is what the page of the policy's demands shows.
type Duties struct {
	Judgement *duty.Judgement
	Findings  []duty.Finding // those chosen, the most serious first
	Groups    []DutyGroup    // of those chosen, where they are gathered
	Total     int            // findings in the whole register
	Tally     duty.Tally     // of the whole register, or of the unit chosen
}

// DutyGroup is how many findings one asset, unit or manager has.
type DutyGroup struct {
	ID     string // of the asset or the unit; empty: no unit, or no manager
	Name   string
	Detail string // where it belongs
	Counts [3]int // by severity
}

// Total is how many findings the group has.
func (g DutyGroup) Total() int { return g.Counts[0] + g.Counts[1] + g.Counts[2] }

// ListDuties chooses findings and gathers them.
func ListDuties(p *text.Printer, r *register.Register, j *duty.Judgement, q DutyQuery) Duties {
	w := NewDutyWords(p, r, j)
	d := Duties{Judgement: j, Tally: j.Tally(q.Unit)}
	all := j.Tally("")
	d.Total = all.Asked - all.Met
	within, terms := j.Within(q.Unit), strings.Fields(text.Fold(q.Text))
	d.Findings = j.Find(func(f duty.Finding) bool {
		return (q.Unit == "" || within(f)) && q.chooses(j, f) && w.holds(f, terms)
	})
	if q.By != ByFinding {
		d.Groups = w.gather(d.Findings, q.By)
		sortGroups(d.Groups, q.Sort, q.Descending)
		return d
	}
	w.sortFindings(d.Findings, q.Sort, q.Descending)
	return d
}

func (q DutyQuery) chooses(j *duty.Judgement, f duty.Finding) bool {
	switch {
	case q.NoUnit && f.Unit != "",
		q.Manager != "" && j.Answers(f.Unit) != q.Manager,
		q.NoManager && j.Answers(f.Unit) != "",
		q.Duty != "" && f.ID != q.Duty,
		q.Severe && f.Severity != q.Severity:
		return false
	}
	return true
}

// DutyWords writes findings. It belongs to one goroutine and to one judgement.
type DutyWords struct {
	p     *text.Printer
	r     *register.Register
	j     *duty.Judgement
	units *AssetWords
}

// NewDutyWords returns a writer of a judgement's findings.
func NewDutyWords(p *text.Printer, r *register.Register, j *duty.Judgement) *DutyWords {
	return &DutyWords{p, r, j, NewAssetWords(p, r)}
}

// DutyKey tells findings apart.
func DutyKey(f duty.Finding) string { return f.On() + "/" + string(f.ID) }

// Subject names the asset or the unit that a finding is on.
func (w *DutyWords) Subject(f duty.Finding) string {
	if f.Record != nil {
		return f.Record.Asset.Name
	}
	u, _ := w.r.Organisation().Unit(f.Unit)
	return u.Name
}

// Board names the nämnd or bolag that answers.
func (w *DutyWords) Board(f duty.Finding) string { return w.units.unit(f.Unit).board }

// Short is what is missing in a few words.
func (w *DutyWords) Short(f duty.Finding) string { return f.Short().In(w.p) }

// Responsible is who answers, a dash for no one.
func (w *DutyWords) Responsible(f duty.Finding) string { return cmp.Or(f.Responsible, "–") }

// Severity is how serious a finding is.
func (w *DutyWords) Severity(f duty.Finding) string { return f.Severity.Label().In(w.p) }

// holds tells whether a finding holds every word searched for.
func (w *DutyWords) holds(f duty.Finding, terms []string) bool {
	if len(terms) == 0 {
		return true
	}
	said := text.Fold(w.Subject(f) + " " + f.Responsible + " " + w.units.unit(f.Unit).path + " " + w.Short(f) + " " + f.Label().In(w.p))
	return !slices.ContainsFunc(terms, func(t string) bool { return !strings.Contains(said, t) })
}

// gather counts findings by what they are on, or by who answers; those with
// the most serious first.
func (w *DutyWords) gather(findings []duty.Finding, by DutyGrouping) []DutyGroup {
	at := map[string]int{}
	var out []DutyGroup
	for _, f := range findings {
		id := w.groupOf(f, by)
		if by == ByAsset && f.Record == nil {
			continue // a unit is no asset
		}
		i, known := at[id]
		if !known {
			i = len(out)
			at[id] = i
			out = append(out, w.group(id, by))
		}
		out[i].Counts[f.Severity]++
	}
	text.SortBy(out, func(g DutyGroup) string { return g.Name }, false)
	slices.SortStableFunc(out, func(a, b DutyGroup) int {
		return cmp.Or(b.Counts[duty.High]-a.Counts[duty.High], b.Counts[duty.Medium]-a.Counts[duty.Medium], b.Counts[duty.Low]-a.Counts[duty.Low])
	})
	return out
}

func (w *DutyWords) groupOf(f duty.Finding, by DutyGrouping) string {
	switch by {
	case ByManager:
		return w.j.Answers(f.Unit)
	case ByUnit:
		return f.Unit
	}
	return f.On()
}

func (w *DutyWords) group(id string, by DutyGrouping) DutyGroup {
	g := DutyGroup{ID: id}
	switch {
	case by == ByAsset:
		rec, _ := w.r.Record(id)
		g.Name, g.Detail = rec.Asset.Name, w.units.unit(rec.Asset.Unit).path
	case by == ByManager:
		g.Name, g.Detail = ManagerWords(w.p, w.r, id), w.units.unit(id).board
	case id == "":
		g.Name = w.p.T("assets.filter.noUnit")
	default:
		u, _ := w.r.Organisation().Unit(id)
		g.Name, g.Detail = u.Name, w.units.unit(id).path
	}
	return g
}

// ManagerWords names the manager of a unit with the unit: the same role
// stands for several units.
func ManagerWords(p *text.Printer, r *register.Register, unitID string) string {
	u, ok := r.Organisation().Unit(unitID)
	if !ok {
		return p.T("duties.noManager")
	}
	who := cmp.Or(u.Manager, u.ManagerName)
	if u.Manager != "" && u.ManagerName != "" {
		who = p.T("duties.roleAndName", "role", u.Manager, "name", u.ManagerName)
	}
	return p.T("duties.managerOf", "who", who, "unit", u.Name)
}

// Managers lists the units that have a manager, in the order of the tree.
func Managers(r *register.Register) []asset.Unit {
	return slices.DeleteFunc(r.Organisation().Units(), func(u asset.Unit) bool { return u.Manager == "" && u.ManagerName == "" })
}

// ShareWords writes a share of duties met: never all of them while any is not.
func ShareWords(p *text.Printer, t duty.Tally) string { return p.Percent(t.Met, t.Asked) }
