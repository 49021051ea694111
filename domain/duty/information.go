package duty

import (
	"slices"

	"infoklass/domain/classify"
)

// judgeInformation: a system has at least the levels of the information it
// holds, so a decided system is looked at again when that information changes,
// or rises above what a deviation was decided against (DOMAIN section 5).
func judgeInformation(f *facts) verdict {
	switch {
	case !f.Classified() || f.Holding == nil || len(f.Holding.Sets) == 0 && !f.NewLook():
		return verdict{}
	case !f.NewLook():
		return met(f.decision())
	}
	v := unmet(Medium, lack{}, "")
	changes := f.Holding.Changes()
	for _, s := range changes {
		v.since = earlier(v.since, s.Since)
	}
	if slices.ContainsFunc(classify.Aspects[:], f.Holding.Lapsed) {
		v.severity, v.lack = High, lack{key: "duty.missing.deviation"}
		return v
	}
	v.lack = lack{key: "duty.missing.information", n: len(changes)}
	_, important := f.brings(classify.Important)
	if important && f.Profile() != f.Class.Profile.Min(f.Profile()) {
		v.severity = High
	}
	return v
}
