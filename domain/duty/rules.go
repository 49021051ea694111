package duty

import (
	"cmp"
	"regexp"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/requirement"
)

// verdict is what a rule found. The zero lack means that nothing is missing.
type verdict struct {
	severity Severity
	lack     lack
	since    string
}

// rule judges one duty of one asset.
type rule struct {
	Duty
	judge func(*facts) verdict
}

// rules are the duties of an asset, the most pressing first among equally serious ones.
var rules = []rule{
	{Duty{Procurement, "duty.name.procurement", "duty.policy.procurement", Classify, false}, judgeProcurement},
	{Duty{Owner, "duty.name.owner", "duty.policy.important", NameOwner, false}, judgeOwner},
	{Duty{RiskAnalysis, "duty.name.riskAnalysis", "duty.policy.important", StateRisk, true}, judgeRisk},
	{Duty{SecurityPlan, "duty.name.securityPlan", "duty.policy.securityPlan", StatePlan, false}, judgePlan},
	{Duty{OutagePlan, "duty.name.outagePlan", "duty.policy.outagePlan", StateOutage, false}, judgeOutage},
	{Duty{Exception, "duty.name.exception", "duty.policy.protection", RenewException, true}, judgeException},
	{Duty{Met, "duty.name.met", "duty.policy.protection", MendGap, true}, judgeMet},
	{Duty{Classified, "duty.name.classified", "duty.policy.classified", Classify, false}, judgeClassified},
	{Duty{Reviewed, "duty.name.reviewed", "duty.policy.classified", Review, false}, judgeReviewed},
	{Duty{Information, "duty.name.information", "duty.policy.classified", Review, false}, judgeInformation},
	{Duty{OutageHours, "duty.name.outageHours", "duty.policy.outagePlan", StateHours, false}, judgeHours},
	{Duty{Placed, "duty.name.placed", "duty.policy.boards", ChooseUnit, true}, judgePlaced},
	{Duty{Assessed, "duty.name.assessed", "duty.policy.requirements", Assess, true}, judgeAssessed},
}

// judgeProcurement: classification is done before procurement.
func judgeProcurement(f *facts) verdict {
	if f.Asset.Status != asset.InProcurement || f.Classified() {
		return verdict{}
	}
	return verdict{High, lack{key: "duty.missing.procurement"}, f.came(f.Asset.ID)}
}

// judgeClassified: someone has decided the classification. What is about to be
// bought is judged by the more serious duty alone: the same step mends both.
func judgeClassified(f *facts) verdict {
	since := f.came(f.Asset.ID)
	switch {
	case f.Classified() || f.Asset.Status == asset.InProcurement:
		return verdict{}
	case f.Class != nil:
		return verdict{Low, lack{key: "duty.missing.imported"}, since}
	case f.Draft != nil:
		return verdict{Medium, lack{key: "duty.missing.draft"}, since}
	case f.Profile().Complete():
		return verdict{Low, lack{key: "duty.missing.inherited"}, since}
	}
	return verdict{Medium, lack{key: "duty.missing.classified"}, since}
}

// judgeReviewed: the classification is looked at again on the day decided, and
// at the latest when the interval has passed.
func judgeReviewed(f *facts) verdict {
	if !f.Classified() {
		return verdict{}
	}
	months, _ := f.brings(classify.Review)
	by := f.due(f.Class.DecidedOn, months)
	if next := f.Class.NextReview; next != "" && (by == "" || next < by) {
		by = next
	}
	if by == "" || by >= f.day {
		return verdict{}
	}
	return verdict{Medium, lack{key: "duty.missing.reviewed", day: by}, by}
}

// judgeOwner: an especially important asset has an information owner.
func judgeOwner(f *facts) verdict {
	if _, ok := f.brings(classify.Important); !ok || strings.TrimSpace(f.field(asset.InformationOwner)) != "" {
		return verdict{}
	}
	return verdict{High, lack{key: "duty.missing.owner"}, f.classifiedOn()}
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
		return verdict{High, lack{key: none}, f.classifiedOn()}
	}
	by := f.due(day, months)
	switch {
	case by == "" || day > f.day:
		return verdict{Low, lack{key: undated}, f.classifiedOn()}
	case by < f.day:
		return verdict{Medium, lack{key: old, day: by}, by}
	}
	return verdict{}
}

// judgeHours: the outage plan needs the longest outage and the loss that the operation can bear.
func judgeHours(f *facts) verdict {
	if _, ok := f.brings(classify.Outage); !ok || f.Class != nil && f.Class.OutageHours != nil && f.Class.LossHours != nil {
		return verdict{}
	}
	return verdict{Medium, lack{key: "duty.missing.hours"}, f.classifiedOn()}
}

// judgePlaced: every asset belongs to a part of the organisation, and so to a nämnd or bolag.
func judgePlaced(f *facts) verdict {
	if f.around.placed {
		return verdict{}
	}
	return verdict{Medium, lack{key: "duty.missing.unit"}, f.came(f.Asset.ID)}
}

// judgeAssessed: the requirements that a decided classification brings are answered.
func judgeAssessed(f *facts) verdict {
	if !f.Classified() {
		return verdict{}
	}
	n := f.list.Unassessed(f.Standing)
	if n == 0 {
		return verdict{}
	}
	return verdict{Low, lack{key: "duty.missing.assessed", n: n}, f.classifiedOn()}
}

// judgeMet: what is not met, or partly, has an exception. An exception that
// has run out is told of by itself.
func judgeMet(f *facts) verdict {
	if f.Standing.Silent() {
		return verdict{}
	}
	v := verdict{severity: Medium, lack: lack{key: "duty.missing.met"}}
	for _, s := range f.list.Requirements {
		a, _ := f.Standing.Of(s.ID)
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
	if v.lack.n == 0 {
		return verdict{}
	}
	return v
}

// judgeException: an exception that has run out comes back, unless the requirement is met by now.
func judgeException(f *facts) verdict {
	if len(f.Standing.Exceptions) == 0 {
		return verdict{}
	}
	v := verdict{severity: High, lack: lack{key: "duty.missing.exception"}}
	for _, s := range f.list.Requirements {
		x, ok := f.Standing.Exceptions[s.ID]
		answer := f.Standing.Answer(s.ID)
		if !ok || x.Ends >= f.day || answer == requirement.Met || answer == requirement.Inapplicable {
			continue
		}
		v.lack.n++
		v.since = earlier(v.since, x.Ends)
	}
	if v.lack.n == 0 {
		return verdict{}
	}
	return v
}

func earlier(a, b string) string {
	if a == "" || b == "" {
		return cmp.Or(a, b)
	}
	return min(a, b)
}
