package duty

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/governance"
	"infoklass/domain/register"
)

// governanceRules are the duties of the municipality and its units themselves,
// whatever assets they have. They come last among equally serious findings.
var (
	policyDuty     = shipped(PolicyDecided, "duty.name.policyDecided", "duty.policy.council", StateDocument, false)
	policyOldDuty  = shipped(PolicyReviewed, "duty.name.policyReviewed", "duty.policy.revision", StateDocument, false)
	rulesDuty      = shipped(RulesAdopted, "duty.name.rulesAdopted", "duty.policy.adopted", StateDocument, false)
	rulesOldDuty   = shipped(RulesReviewed, "duty.name.rulesReviewed", "duty.policy.adopted", StateDocument, false)
	needsDuty      = shipped(NeedsAnalysed, "duty.name.needsAnalysed", "duty.policy.needs", RecordNeeds, false)
	trainingDuty   = shipped(Trained, "duty.name.trained", "duty.policy.training", RecordTraining, false)
	complianceDuty = shipped(Checked, "duty.name.checked", "duty.policy.compliance", RecordCheck, false)
)

// checkDuties are the duties that a check of each kind meets, and what is said
// where none was made, or none since long.
var checkDuties = map[governance.CheckKind]struct {
	id        ID
	none, old string
}{
	governance.Needs:      {NeedsAnalysed, "duty.missing.needs", "duty.missing.needsOld"},
	governance.Training:   {Trained, "duty.missing.training", "duty.missing.trainingOld"},
	governance.Compliance: {Checked, "duty.missing.compliance", "duty.missing.complianceOld"},
}

// judgeGovernance judges how the municipality governs itself. A register
// without assets is only being set up, and is asked nothing yet.
func (j *Judgement) judgeGovernance(r *register.Register) {
	if len(j.assets) == 0 {
		return
	}
	j.judgeDocuments(r.Governance().Documents())
	newest := newestChecks(j.tree, r.Governance().Checks())
	for _, u := range j.tree {
		for _, kind := range governance.CheckKinds {
			if u.Retired == "" && owesCheck(kind, u) {
				j.judgeCheck(kind, u, newest[kind][u.ID])
			}
		}
	}
}

// owesCheck tells which units a check is asked of. Nämnder and
// bolagsstyrelser analyse the need of rules; a manager answers for staff and
// for the rules being followed, which a nämnd has no staff for.
func owesCheck(kind governance.CheckKind, u asset.Unit) bool {
	board := u.Kind == asset.Committee || u.Kind == asset.Company
	if kind == governance.Needs {
		return board
	}
	return (u.Manager != "" || u.ManagerName != "") && u.Kind != asset.Committee && u.Kind != asset.Municipality
}

// judgeCheck judges the newest check that counts for a unit, of a day or of none.
func (j *Judgement) judgeCheck(kind governance.CheckKind, u asset.Unit, on string) {
	d := checkDuties[kind]
	by := j.calendar.due(on, governance.CheckMonths)
	if by == "" {
		j.ask(d.id, u.ID, Medium, lack{key: d.none}, j.calendar.came(u.ID), true)
		return
	}
	j.ask(d.id, u.ID, Medium, lack{key: d.old, day: by}, by, by < j.calendar.day)
}

// OwedCheck is a check that a unit is to make every year, with the newest that
// counts for it. That may be one of a unit above; the zero one is none.
type OwedCheck struct {
	Unit   asset.Unit
	Kind   governance.CheckKind
	Newest governance.Check
	Due    string // ISO date by which the next is to be made, empty before the first
}

// OwedChecks lists what the units of a register are to look into every year,
// by unit in the order of the tree.
func OwedChecks(r *register.Register) []OwedCheck {
	tree, checks := r.Organisation().Units(), r.Governance().Checks()
	newest := newestChecks(tree, checks)
	calendar := newCalendar(r.Today())
	parent := map[string]string{}
	for _, u := range tree {
		parent[u.ID] = u.Parent
	}
	var out []OwedCheck
	for _, u := range tree {
		for _, kind := range governance.CheckKinds {
			if u.Retired != "" || !owesCheck(kind, u) {
				continue
			}
			o := OwedCheck{Unit: u, Kind: kind}
			if on := newest[kind][u.ID]; on != "" {
				o.Newest, o.Due = countsFor(u.ID, parent, kind, on, checks), calendar.due(on, governance.CheckMonths)
			}
			out = append(out, o)
		}
	}
	return out
}

// countsFor finds the check of a kind and a day that counts for a unit: its own, or of the nearest above.
func countsFor(unit string, parent map[string]string, kind governance.CheckKind, on string, checks []governance.Check) governance.Check {
	for at := unit; at != ""; at = parent[at] {
		for _, c := range checks {
			if c.Unit == at && c.Kind == kind && c.On == on {
				return c
			}
		}
	}
	return governance.Check{}
}

// newestChecks tells, by kind, the day of the newest check of each unit or of any above it.
func newestChecks(tree []asset.Unit, checks []governance.Check) map[governance.CheckKind]map[string]string {
	newest := map[governance.CheckKind]map[string]string{}
	for _, kind := range governance.CheckKinds {
		newest[kind] = map[string]string{}
	}
	for _, c := range checks {
		newest[c.Kind][c.Unit] = max(newest[c.Kind][c.Unit], c.On)
	}
	for _, u := range tree { // those above come first
		for kind, days := range newest {
			if kind != governance.Needs { // each nämnd analyses its own
				days[u.ID] = max(days[u.ID], days[u.Parent])
			}
		}
	}
	return newest
}

// judgeDocuments judges the policy and the rules of the whole municipality.
func (j *Judgement) judgeDocuments(all []governance.Document) {
	home, day := j.home(), j.calendar.day
	holding := func(of func(governance.Document) bool) []governance.Document {
		return slices.DeleteFunc(slices.Clone(all), func(d governance.Document) bool { return !d.Holds(day) || !of(d) })
	}
	policies := holding(func(d governance.Document) bool { return d.Kind == governance.Policy && d.Body == governance.Council })
	rules := holding(func(d governance.Document) bool {
		return (d.Kind == governance.Rule || d.Kind == governance.Routine) && d.Body == governance.ManagementGroup
	})
	j.ask(PolicyDecided, home, Medium, lack{key: "duty.missing.policyDecided"}, "", len(policies) == 0)
	j.ask(RulesAdopted, home, Medium, lack{key: "duty.missing.rulesAdopted"}, "", len(rules) == 0)
	j.judgeReviews(PolicyReviewed, home, "duty.missing.policyReviewed", policies)
	others := holding(func(d governance.Document) bool { return d.Kind != governance.Policy })
	j.judgeReviews(RulesReviewed, home, "duty.missing.rulesReviewed", others)
}

// judgeReviews judges documents in force that should have been looked at again.
func (j *Judgement) judgeReviews(id ID, home, key string, of []governance.Document) {
	if len(of) == 0 {
		return
	}
	l, since := lack{key: key}, ""
	for _, d := range of {
		if d.Overdue(j.calendar.day) {
			l.n++
			since = earlier(since, d.NextReview)
		}
	}
	j.ask(id, home, Low, l, since, l.n > 0)
}

// home is the unit that what is the whole municipality's stands on: the
// municipality itself, "" where it is not among the units.
func (j *Judgement) home() string {
	for _, u := range j.tree {
		if u.Kind == asset.Municipality && u.Retired == "" {
			return u.ID
		}
	}
	return ""
}
