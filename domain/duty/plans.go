package duty

import (
	"regexp"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
)

// judgeOwner: an especially important asset has an information owner.
func judgeOwner(f *facts) verdict {
	if _, ok := f.brings(classify.Important); !ok {
		return verdict{}
	}
	if owner := strings.TrimSpace(f.field(asset.InformationOwner)); owner != "" {
		return met(Fulfilment{By: owner})
	}
	return unmet(lack{key: "duty.missing.owner"}, f.traitSince(asset.Important))
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

// stated judges a duty by what a particular of the asset says: yes with the day
// of the last review ("Ja, 2026-03-01"), or that day alone. The duty is met only
// by a day that is not in the future and not too old.
func (f *facts) stated(o classify.Obligation, name asset.Field, none, old, undated string) verdict {
	months, ok := f.brings(o)
	if !ok {
		return verdict{}
	}
	value := strings.TrimSpace(f.field(name))
	day := isoDay.FindString(value)
	if asset.ReadChoice(value) != asset.Yes && (day == "" || day != value || day > f.day) {
		return unmet(lack{key: none}, f.broughtSince(o))
	}
	by := f.due(day, months)
	switch {
	case by == "" || day > f.day:
		return unmet(lack{key: undated}, f.broughtSince(o)).as(Low)
	case by < f.day:
		return unmet(lack{key: old, day: by}, by).as(Medium)
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
	return unmet(lack{key: "duty.missing.hours"}, f.classifiedOn())
}
