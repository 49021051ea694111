package duty

import (
	"cmp"
	"regexp"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/requirement"
)

// verdict is what a rule found. The zero verdict: the duty does not apply, or
// what it asks about is not known yet, and then nothing is held to be met.
type verdict struct {
	applies  bool
	severity Severity
	lack     lack // the zero lack means that the duty is met
	since    string
	met      Fulfilment
}

// Fulfilment tells how a duty is met, as far as the register can tell.
type Fulfilment struct {
	On    string // ISO date
	By    string // a role or a name
	Until string // ISO date when it is to be done again
}

func unmet(s Severity, l lack, since string) verdict {
	return verdict{applies: true, severity: s, lack: l, since: since}
}

func met(m Fulfilment) verdict { return verdict{applies: true, met: m} }

// rule judges one duty of one asset.
type rule struct {
	Duty
	judge func(*facts) verdict
}

// rules are the duties of an asset, the most pressing first among equally serious ones.
var rules = []rule{
	{shipped(Procurement, "duty.name.procurement", "duty.policy.procurement", Classify, false), judgeProcurement},
	{shipped(Owner, "duty.name.owner", "duty.policy.important", NameOwner, false), judgeOwner},
	{shipped(RiskAnalysis, "duty.name.riskAnalysis", "duty.policy.important", StateRisk, true), judgeRisk},
	{shipped(SecurityPlan, "duty.name.securityPlan", "duty.policy.securityPlan", StatePlan, false), judgePlan},
	{shipped(OutagePlan, "duty.name.outagePlan", "duty.policy.outagePlan", StateOutage, false), judgeOutage},
	{shipped(Exception, "duty.name.exception", "duty.policy.protection", RenewException, true), judgeException},
	{shipped(Met, "duty.name.met", "duty.policy.protection", MendGap, true), judgeMet},
	{shipped(Classified, "duty.name.classified", "duty.policy.classified", Classify, false), judgeClassified},
	{shipped(Reviewed, "duty.name.reviewed", "duty.policy.classified", Review, false), judgeReviewed},
	{shipped(Information, "duty.name.information", "duty.policy.classified", Review, false), judgeInformation},
	{shipped(Renewed, "duty.name.renewed", "duty.policy.classified", Review, false), judgeRenewed},
	{shipped(OutageHours, "duty.name.outageHours", "duty.policy.outagePlan", StateHours, false), judgeHours},
	{shipped(Placed, "duty.name.placed", "duty.policy.boards", ChooseUnit, true), judgePlaced},
	{shipped(Assessed, "duty.name.assessed", "duty.policy.requirements", Assess, true), judgeAssessed},
}

func shipped(id ID, name, quote string, r Remedy, ownerFirst bool) Duty {
	return Duty{ID: id, Name: name, Quote: quote, Remedy: r, OwnerFirst: ownerFirst}
}

// decision is who decided the classification, and when.
func (f *facts) decision() Fulfilment {
	return Fulfilment{On: f.Class.DecidedOn, By: f.Class.DecidedBy}
}

// judgeProcurement: classification is done before procurement.
func judgeProcurement(f *facts) verdict {
	switch {
	case f.Asset.Status != asset.InProcurement:
		return verdict{}
	case f.Classified():
		return met(f.decision())
	}
	return unmet(High, lack{key: "duty.missing.procurement"}, f.came(f.Asset.ID))
}

// judgeClassified: someone has decided the classification. What is about to be
// bought is judged by the more serious duty alone: the same step mends both.
func judgeClassified(f *facts) verdict {
	since := f.came(f.Asset.ID)
	switch {
	case f.Asset.Status == asset.InProcurement && !f.off(Procurement):
		return verdict{}
	case f.Classified():
		return met(f.decision())
	case f.Class != nil:
		return unmet(Low, lack{key: "duty.missing.imported"}, since)
	case f.Draft != nil:
		return unmet(Medium, lack{key: "duty.missing.draft"}, since)
	case f.Profile().Complete():
		return unmet(Low, lack{key: "duty.missing.inherited"}, since)
	}
	return unmet(Medium, lack{key: "duty.missing.classified"}, since)
}

// judgeReviewed: the classification is looked at again on the day decided, and
// at the latest when the interval has passed.
func judgeReviewed(f *facts) verdict {
	if !f.Classified() {
		return verdict{}
	}
	months, _ := f.brings(classify.Review)
	by := earlier(f.Class.NextReview, f.due(f.Class.DecidedOn, months))
	switch {
	case by == "":
		return verdict{} // a list said neither when it was decided nor when to look again
	case by < f.day:
		return unmet(Medium, lack{key: "duty.missing.reviewed", day: by}, by)
	}
	return met(Fulfilment{Until: by})
}

// judgeOwner: an especially important asset has an information owner.
func judgeOwner(f *facts) verdict {
	if _, ok := f.brings(classify.Important); !ok {
		return verdict{}
	}
	if owner := strings.TrimSpace(f.field(asset.InformationOwner)); owner != "" {
		return met(Fulfilment{By: owner})
	}
	return unmet(High, lack{key: "duty.missing.owner"}, f.traitSince(asset.Important))
}

// judgeRisk: an especially important asset has a current risk analysis.
func judgeRisk(f *facts) verdict {
	return f.stated(classify.Important, "risk_done_flag", "duty.missing.risk", "duty.missing.riskOld", "duty.missing.riskUndated")
}

// judgePlan: a critical system has a system security plan that is kept current.
func judgePlan(f *facts) verdict {
	return f.stated(classify.CriticalSystem, "ssp_flag", "duty.missing.plan", "duty.missing.planOld", "duty.missing.planUndated")
}

// judgeOutage: high demands on availability include an exercised outage plan.
func judgeOutage(f *facts) verdict {
	return f.stated(classify.Outage, "outage_plan_flag", "duty.missing.outage", "duty.missing.outageOld", "duty.missing.outageUndated")
}

var isoDay = regexp.MustCompile(`[0-9]{4}-[0-9]{2}-[0-9]{2}`)

// stated judges something that a particular of the asset says exists: a yes
// with the day it was last gone through ("Ja, 2026-03-01"), or that day alone.
// Only such a day that has come and is young enough meets the duty.
func (f *facts) stated(d classify.Duty, name asset.Field, none, old, undated string) verdict {
	months, ok := f.brings(d)
	if !ok {
		return verdict{}
	}
	value := strings.TrimSpace(f.field(name))
	day := isoDay.FindString(value)
	if asset.ReadChoice(value) != asset.Yes && (day == "" || day != value || day > f.day) {
		return unmet(High, lack{key: none}, f.broughtSince(d))
	}
	by := f.due(day, months)
	switch {
	case by == "" || day > f.day:
		return unmet(Low, lack{key: undated}, f.broughtSince(d))
	case by < f.day:
		return unmet(Medium, lack{key: old, day: by}, by)
	}
	return met(Fulfilment{On: day, Until: by})
}

// judgeHours: the outage plan needs the longest outage and the loss that the operation can bear.
func judgeHours(f *facts) verdict {
	if _, ok := f.brings(classify.Outage); !ok {
		return verdict{}
	}
	if f.Class != nil && f.Class.OutageHours != nil && f.Class.LossHours != nil {
		return met(f.decision())
	}
	return unmet(Medium, lack{key: "duty.missing.hours"}, f.classifiedOn())
}

// judgePlaced: every asset belongs to a part of the organisation, and so to a nämnd or bolag.
func judgePlaced(f *facts) verdict {
	if f.around.placed {
		return met(Fulfilment{})
	}
	return unmet(Medium, lack{key: "duty.missing.unit"}, f.came(f.Asset.ID))
}

// judgeAssessed: the requirements that a decided classification brings are answered.
func judgeAssessed(f *facts) verdict {
	if !f.Classified() {
		return verdict{}
	}
	if n := f.list.Unassessed(f.Standing); n > 0 {
		return unmet(Low, lack{key: "duty.missing.assessed", n: n}, f.classifiedOn())
	}
	return met(Fulfilment{})
}

// judgeMet: what is not met, or partly, has an exception. An exception that
// has run out is told of by itself.
func judgeMet(f *facts) verdict {
	if f.Standing.Silent() {
		return verdict{}
	}
	v := unmet(Medium, lack{key: "duty.missing.met"}, "")
	answered := false
	for _, s := range f.list.Requirements {
		a, _ := f.Standing.Of(s.ID)
		answered = answered || a.Answer != "" && a.Answer != requirement.Unassessed
		if a.Answer != requirement.Unmet && a.Answer != requirement.Partly {
			continue
		}
		if x, ok := f.Standing.Exceptions[s.ID]; ok && x.DecidedOn <= f.day {
			continue
		}
		v.lack.n++
		v.since = earlier(v.since, a.On)
		if a.Answer == requirement.Unmet && s.Rank == 3 {
			v.severity = High
		}
	}
	switch {
	case !answered:
		return verdict{}
	case v.lack.n == 0:
		return met(Fulfilment{})
	}
	return v
}

// judgeException: an exception that has run out comes back, unless the requirement is met by now.
func judgeException(f *facts) verdict {
	if len(f.Standing.Exceptions) == 0 {
		return verdict{}
	}
	v := unmet(High, lack{key: "duty.missing.exception"}, "")
	first, any := "", false // the one in force that runs out first
	for _, s := range f.list.Requirements {
		x, ok := f.Standing.Exceptions[s.ID]
		answer := f.Standing.Answer(s.ID)
		any = any || ok
		if ok && x.Ends >= f.day {
			first = earlier(first, x.Ends)
		}
		if !ok || x.Ends >= f.day || answer == requirement.Met || answer == requirement.Inapplicable {
			continue
		}
		v.lack.n++
		v.since = earlier(v.since, x.Ends)
	}
	switch {
	case !any:
		return verdict{}
	case v.lack.n == 0:
		return met(Fulfilment{Until: first})
	}
	return v
}

func earlier(a, b string) string {
	if a == "" || b == "" {
		return cmp.Or(a, b)
	}
	return min(a, b)
}
