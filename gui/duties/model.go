package duties

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// grouping is what findings are gathered by.
type grouping string

// The groupings. They are remembered between starts: never rename one.
const (
	byFinding grouping = "" // each by itself, the most serious first
	byAsset   grouping = "asset"
	byUnit    grouping = "unit"
	byManager grouping = "manager"
)

// groupings lists the groupings in the order offered.
var groupings = []grouping{byFinding, byAsset, byUnit, byManager}

// Label is what a grouping is called.
func (g grouping) Label(p *text.Printer) string {
	switch g {
	case byAsset:
		return p.T("duties.by.asset")
	case byUnit:
		return p.T("duties.by.unit")
	case byManager:
		return p.T("duties.by.manager")
	}
	return p.T("duties.by.finding")
}

// Query chooses findings. The zero value chooses all.
type Query struct {
	Text string
	// Unit keeps those on a unit, all below it and their assets; NoUnit those on assets without one.
	Unit   string
	NoUnit bool
	// Manager keeps those that the manager of a unit answers for: its id.
	// NoManager keeps those that no manager answers for.
	Manager   string
	NoManager bool
	Duty      duty.ID
	// Severity keeps findings of one severity, when Severe is true.
	Severe   bool
	Severity duty.Severity
	By       grouping
}

// narrows reports whether q leaves anything out.
func (q Query) narrows() bool {
	return strings.TrimSpace(q.Text) != "" || q.Unit != "" || q.NoUnit || q.Manager != "" || q.NoManager || q.Duty != "" || q.Severe
}

// found is what the page of the policy's demands shows.
type found struct {
	Judgement *duty.Judgement
	Findings  []duty.Finding // those chosen, the most serious first
	Groups    []group        // of those chosen, where they are gathered
	Total     int            // findings in the whole register
	Tally     duty.Tally     // of the whole register, or of the unit chosen
}

// group is how many findings one asset, unit or manager has.
type group struct {
	ID     string // of the asset or the unit; empty: no unit, or no manager
	Name   string
	Detail string // where it belongs
	Counts [3]int // by severity
}

// Total is how many findings the group has.
func (g group) Total() int { return g.Counts[0] + g.Counts[1] + g.Counts[2] }

// line is a row of the page: a finding, or a group of them.
type line struct {
	finding  duty.Finding
	group    group
	gathered bool
}

// key identifies a line, also the group without an id.
func (l line) key() string {
	if l.gathered {
		return "group " + cmp.Or(l.group.ID, "-")
	}
	return l.finding.On() + "/" + string(l.finding.ID)
}

// finder chooses findings and gathers them.
type finder struct {
	*present.DutyWords
	p *text.Printer
	r *register.Register
	j *duty.Judgement
}

// find is what a query chooses, sorted by a column; the most serious first without one.
func find(p *text.Printer, r *register.Register, j *duty.Judgement, q Query, s present.Sort) found {
	w := finder{present.NewDutyWords(p, r), p, r, j}
	d := found{Judgement: j, Tally: j.Tally(q.Unit)}
	all := j.Tally("")
	d.Total = all.Asked - all.Met
	within, terms := j.Within(q.Unit), strings.Fields(text.Fold(q.Text))
	d.Findings = j.Find(func(f duty.Finding) bool {
		return (q.Unit == "" || within(f)) && q.chooses(j, f) && w.holds(f, terms)
	})
	if q.By != byFinding {
		d.Groups = w.gather(d.Findings, q.By)
		present.SortRows(d.Groups, s, groupSorting)
		return d
	}
	present.SortRows(d.Findings, s, w.sorting())
	return d
}

// lines are the rows that were found.
func (d found) lines(q Query) []line {
	var out []line
	if q.By != byFinding {
		for _, g := range d.Groups {
			out = append(out, line{group: g, gathered: true})
		}
		return out
	}
	for _, f := range d.Findings {
		out = append(out, line{finding: f})
	}
	return out
}

// sorting is what the columns sort findings by.
func (w finder) sorting() map[string]present.By[duty.Finding] {
	return map[string]present.By[duty.Finding]{
		"severity":    {Compare: func(a, b duty.Finding) int { return cmp.Compare(b.Severity, a.Severity) }},
		"subject":     {Text: w.Subject},
		"missing":     {Text: w.Short},
		"board":       {Text: w.Board},
		"responsible": {Text: func(f duty.Finding) string { return f.Responsible }},
		"since":       {Text: func(f duty.Finding) string { return f.Since }},
	}
}

// groupSorting is what the columns sort groups by.
var groupSorting = map[string]present.By[group]{
	"name":            {Text: func(g group) string { return g.Name }},
	"detail":          {Text: func(g group) string { return g.Detail }},
	"total":           {Compare: func(a, b group) int { return cmp.Compare(a.Total(), b.Total()) }},
	duty.High.Key():   count(duty.High),
	duty.Medium.Key(): count(duty.Medium),
	duty.Low.Key():    count(duty.Low),
}

func count(s duty.Severity) present.By[group] {
	return present.By[group]{Compare: func(a, b group) int { return cmp.Compare(a.Counts[s], b.Counts[s]) }}
}

func (q Query) chooses(j *duty.Judgement, f duty.Finding) bool {
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

// holds reports whether a finding holds every word searched for.
func (w finder) holds(f duty.Finding, terms []string) bool {
	if len(terms) == 0 {
		return true
	}
	said := text.Fold(w.Subject(f) + " " + f.Responsible + " " + w.PathOf(f.Unit) + " " + w.Short(f) + " " + f.Label().In(w.p))
	return !slices.ContainsFunc(terms, func(t string) bool { return !strings.Contains(said, t) })
}

// gather counts findings by what they are on, or by who answers; those with
// the most serious first.
func (w finder) gather(findings []duty.Finding, by grouping) []group {
	at := map[string]int{}
	var out []group
	for _, f := range findings {
		id := w.groupOf(f, by)
		if by == byAsset && f.Record == nil {
			continue // a unit is not an asset
		}
		i, known := at[id]
		if !known {
			i = len(out)
			at[id] = i
			out = append(out, w.groupNamed(id, by))
		}
		out[i].Counts[f.Severity]++
	}
	text.SortBy(out, func(g group) string { return g.Name }, false)
	slices.SortStableFunc(out, func(a, b group) int {
		return cmp.Or(b.Counts[duty.High]-a.Counts[duty.High], b.Counts[duty.Medium]-a.Counts[duty.Medium], b.Counts[duty.Low]-a.Counts[duty.Low])
	})
	return out
}

func (w finder) groupOf(f duty.Finding, by grouping) string {
	switch by {
	case byManager:
		return w.j.Answers(f.Unit)
	case byUnit:
		return f.Unit
	}
	return f.On()
}

func (w finder) groupNamed(id string, by grouping) group {
	g := group{ID: id}
	switch {
	case by == byAsset:
		rec, _ := w.r.Record(id)
		g.Name, g.Detail = rec.Asset.Name, w.PathOf(rec.Asset.Unit)
	case by == byManager:
		g.Name, g.Detail = managerWords(w.p, w.r, id), w.BoardOf(id)
	case id == "":
		g.Name = w.p.T("assets.filter.noUnit")
	default:
		u, _ := w.r.Organisation().Unit(id)
		g.Name, g.Detail = u.Name, w.PathOf(id)
	}
	return g
}

// managers lists the units that have a manager, in the order of the tree.
func managers(r *register.Register) []asset.Unit {
	return slices.DeleteFunc(r.Organisation().Units(), func(u asset.Unit) bool { return u.Manager == "" && u.ManagerName == "" })
}

// managerWords names the manager of a unit together with the unit, because
// several units can have the same role as manager.
func managerWords(p *text.Printer, r *register.Register, unitID string) string {
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
