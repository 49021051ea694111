package duty

import (
	"cmp"
	"slices"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/governance"
	"infoklass/domain/register"
)

// documentFacts is what the rules for a governing document know: one that is in force.
type documentFacts struct {
	governance.Document
	*calendar
}

// judgePolicyReviewed: the policy is reviewed in time.
func judgePolicyReviewed(f *documentFacts) verdict {
	if f.Kind != governance.Policy {
		return verdict{}
	}
	return f.reviewed("duty.missing.policyReviewed")
}

// judgeRulesReviewed: rules, routines and other documents are reviewed in time.
func judgeRulesReviewed(f *documentFacts) verdict {
	if f.Kind == governance.Policy {
		return verdict{}
	}
	return f.reviewed("duty.missing.rulesReviewed")
}

func (f *documentFacts) reviewed(late string) verdict {
	if f.Overdue(f.day) {
		return unmet(lack{key: late, n: 1}, f.NextReview)
	}
	return met(Fulfilment{Until: f.NextReview})
}

// LateDocument reports whether a governing document should have been reviewed
// on a day.
func LateDocument(r *register.Register, d governance.Document, today time.Time) bool {
	f := documentFacts{d, newCalendar(today)}
	if !d.Holds(f.day) {
		return false
	}
	policy := r.Settings().Policy
	return slices.ContainsFunc(rules, func(r rule) bool {
		return r.document != nil && r.document(&f).lack.key != "" && Asks(policy, r.ID)
	})
}

// municipalFacts is what the rules for the municipality as a whole know.
type municipalFacts struct {
	documents []governance.Document // those in force
}

// judgePolicyDecided: kommunfullmäktige has decided a policy.
func judgePolicyDecided(f *municipalFacts) verdict {
	return f.have("duty.missing.policyDecided", func(d governance.Document) bool {
		return d.Kind == governance.Policy && d.Body == governance.Council
	})
}

// judgeRulesAdopted: rules and routines are adopted by the management group.
func judgeRulesAdopted(f *municipalFacts) verdict {
	return f.have("duty.missing.rulesAdopted", func(d governance.Document) bool {
		return (d.Kind == governance.Rule || d.Kind == governance.Routine) && d.Body == governance.ManagementGroup
	})
}

func (f *municipalFacts) have(none string, right func(governance.Document) bool) verdict {
	i := slices.IndexFunc(f.documents, right)
	if i < 0 {
		return unmet(lack{key: none}, "")
	}
	return met(Fulfilment{On: f.documents[i].DecidedOn})
}

// judgeNeeds: a nämnd or bolagsstyrelse has analysed its need of rules this year.
func judgeNeeds(f *unitFacts) verdict {
	return f.checked(governance.Needs, "duty.missing.needs", "duty.missing.needsOld")
}

// judgeTraining: that staff is informed and trained is followed up this year.
func judgeTraining(f *unitFacts) verdict {
	return f.checked(governance.Training, "duty.missing.training", "duty.missing.trainingOld")
}

// judgeCompliance: that the rules are followed is checked this year.
func judgeCompliance(f *unitFacts) verdict {
	return f.checked(governance.Compliance, "duty.missing.compliance", "duty.missing.complianceOld")
}

// checked judges the newest check that counts for a unit.
func (f *unitFacts) checked(kind governance.CheckKind, none, old string) verdict {
	if !f.started || !owesCheck(kind, f.Unit) {
		return verdict{}
	}
	c := f.checks.newest(kind, f.Unit.ID)
	by := f.due(c.On, governance.CheckMonths)
	switch {
	case by == "":
		return unmet(lack{key: none}, f.came(f.Unit.ID))
	case by < f.day:
		return unmet(lack{key: old, day: by}, by)
	}
	return met(Fulfilment{On: c.On, By: c.By, Until: by})
}

// owesCheck reports whether a check is asked of a unit. Nämnder and
// bolagsstyrelser analyse the need of rules; a manager answers for staff and
// for the rules being followed, and a nämnd has no staff.
func owesCheck(kind governance.CheckKind, u asset.Unit) bool {
	if u.Retired != "" {
		return false
	}
	if kind == governance.Needs {
		return u.Kind == asset.Committee || u.Kind == asset.Company
	}
	return managerOf(u) != "" && u.Kind != asset.Committee && u.Kind != asset.Municipality
}

func managerOf(u asset.Unit) string { return cmp.Or(u.Manager, u.ManagerName) }

// checks holds, by kind, the newest check that counts for each unit: its own,
// or one of a unit above it.
type checks map[governance.CheckKind]map[string]governance.Check

func (c checks) newest(kind governance.CheckKind, unit string) governance.Check { return c[kind][unit] }

// checksOf finds the checks that count.
func checksOf(tree []asset.Unit, all []governance.Check) checks {
	out := checks{}
	for _, kind := range governance.CheckKinds {
		out[kind] = map[string]governance.Check{}
	}
	for _, c := range all {
		if by := out[c.Kind]; c.On > by[c.Unit].On {
			by[c.Unit] = c
		}
	}
	for _, u := range tree { // those above come first
		for kind, by := range out {
			if above := by[u.Parent]; kind != governance.Needs && above.On > by[u.ID].On { // each nämnd analyses its own
				by[u.ID] = above
			}
		}
	}
	return out
}

// OwedCheck is a check that a unit is to make every year, with the newest that
// counts for it, which may be one of a unit above; the zero check where none does.
type OwedCheck struct {
	Unit   asset.Unit
	Kind   governance.CheckKind
	Newest governance.Check
	Due    string // ISO date by which the next is to be made, empty before the first
	Late   bool   // that day has passed
}

// checkRules are the duties that the checks meet.
var checkRules = map[governance.CheckKind]ID{governance.Needs: NeedsAnalysed, governance.Training: Trained, governance.Compliance: Checked}

// OwedChecks lists the yearly checks that the municipality's policy asks of the
// units of a register, and how each is on a day, by unit in the order of the tree.
func OwedChecks(r *register.Register, today time.Time) []OwedCheck {
	tree, policy := r.Organisation().Units(), r.Settings().Policy
	f := unitFacts{calendar: newCalendar(today), checks: checksOf(tree, r.Governance().Checks()), started: true}
	var out []OwedCheck
	for _, f.Unit = range tree {
		for _, kind := range governance.CheckKinds {
			id := checkRules[kind]
			v := rules[orderOf[id]].unit(&f)
			if v.applies && Asks(policy, id) {
				out = append(out, OwedCheck{f.Unit, kind, f.checks.newest(kind, f.Unit.ID), v.due(), v.lack.day != ""})
			}
		}
	}
	return out
}

// judgeGovernance judges how the municipality governs itself. Its findings are
// about the municipality where that is a unit, otherwise about "".
func (j *Judgement) judgeGovernance(all []governance.Document) {
	if len(j.assets) == 0 {
		return // the register is only being set up
	}
	inForce := slices.DeleteFunc(slices.Clone(all), func(d governance.Document) bool { return !d.Holds(j.calendar.day) })
	home := j.home()
	for i := range rules {
		r, d := &rules[i], j.duties.duties[i]
		switch {
		case d.Off:
		case r.municipality != nil:
			j.ask(d, home, r.municipality(&municipalFacts{inForce}))
		case r.document != nil:
			j.ask(d, home, j.gathered(r.document, inForce))
		}
	}
}

// gathered judges documents and makes one verdict of them: what the late ones
// lack together, otherwise the first document's.
func (j *Judgement) gathered(judge func(*documentFacts) verdict, documents []governance.Document) verdict {
	var all verdict
	for _, d := range documents {
		v := judge(&documentFacts{d, j.calendar})
		late := v.lack.key != ""
		switch {
		case late && all.lack.key != "":
			all.lack.n += v.lack.n
			all.since = earlier(all.since, v.since)
		case late || !all.applies:
			all = v
		}
	}
	return all
}

// home is the municipality's own unit, "" where it is not among the units.
func (j *Judgement) home() string {
	for _, u := range j.tree {
		if u.Kind == asset.Municipality && u.Retired == "" {
			return u.ID
		}
	}
	return ""
}
