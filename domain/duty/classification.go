package duty

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
)

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
	return unmet(lack{key: "duty.missing.procurement"}, f.came(f.Asset.ID))
}

// judgeClassified: someone has decided the classification. What is about to be
// bought is judged by the more serious duty alone: the same step mends both.
func judgeClassified(f *facts) verdict {
	switch {
	case f.Asset.Status == asset.InProcurement && !f.duties.of(Procurement).Off:
		return verdict{}
	case f.Classified():
		return met(f.decision())
	}
	since := f.came(f.Asset.ID)
	switch {
	case f.Class != nil:
		return unmet(lack{key: "duty.missing.imported"}, since).as(Low)
	case f.Draft != nil:
		return unmet(lack{key: "duty.missing.draft"}, since)
	case f.Profile().Complete():
		return unmet(lack{key: "duty.missing.inherited"}, since).as(Low)
	}
	return unmet(lack{key: "duty.missing.classified"}, since)
}

// judgeReviewed: the classification is reviewed on the day set, and at the
// latest when the interval that its levels bring has passed. What a list says
// of days counts until someone here decides.
func judgeReviewed(f *facts) verdict {
	if f.Class == nil {
		return verdict{}
	}
	months, _ := f.brings(classify.Review)
	by := earlier(f.Class.NextReview, f.due(f.Class.DecidedOn, months))
	switch {
	case by == "":
		return verdict{} // a list said neither when it was decided nor when to review it
	case by < f.day:
		return unmet(lack{key: "duty.missing.reviewed", day: by}, by)
	}
	return met(Fulfilment{Until: by})
}

// judgeInformation: a system has at least the levels of the information it
// holds, so a decided system is reviewed when that information changes, or
// rises above what a deviation was decided against (DOMAIN section 5).
func judgeInformation(f *facts) verdict {
	switch {
	case !f.Classified() || f.Holding == nil || len(f.Holding.Sets) == 0 && !f.NewLook():
		return verdict{}
	case !f.NewLook():
		return met(f.decision())
	}
	since := ""
	changes := f.Holding.Changes()
	for _, s := range changes {
		since = earlier(since, s.Since)
	}
	if slices.ContainsFunc(classify.Aspects[:], f.Holding.Lapsed) {
		return unmet(lack{key: "duty.missing.deviation"}, since).as(High)
	}
	v := unmet(lack{key: "duty.missing.information", n: len(changes)}, since)
	if _, especially := f.brings(classify.Important); especially && f.Profile() != f.Class.Profile.Min(f.Profile()) {
		return v.as(High)
	}
	return v
}

// NewLook reports whether a system is to be reviewed since the information in
// it has changed, as the duty Information says.
func NewLook(policy register.Policy, rec *register.Record) bool {
	return rec.NewLook() && rec.Asset.Status != asset.Retired && Asks(policy, Information)
}

// judgeRenewed: a classification that began from one that the whole
// municipality shares is reviewed when that is replaced by a newer, so that
// the asset stays classified as the policy says.
func judgeRenewed(f *facts) verdict {
	switch {
	case !f.Classified() || f.Class.Common == "":
		return verdict{}
	case f.Renewed == "":
		return met(f.decision())
	}
	return unmet(lack{key: "duty.missing.renewed"}, f.Renewed)
}
