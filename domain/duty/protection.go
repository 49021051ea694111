package duty

import (
	"time"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// judgeAssessed: the requirements that a decided classification brings are answered.
func judgeAssessed(f *facts) verdict {
	if !f.Classified() {
		return verdict{}
	}
	if n := f.list.Unassessed(f.Standing); n > 0 {
		return unmet(lack{key: "duty.missing.assessed", n: n}, f.classifiedOn())
	}
	return met(Fulfilment{})
}

// judgeMet: what is not met, or partly, has an exception. An exception that
// has run out is a finding of its own.
func judgeMet(f *facts) verdict {
	if f.Standing.Silent() {
		return verdict{}
	}
	v := unmet(lack{key: "duty.missing.met"}, "")
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

// judgeException: when an exception has run out the requirement applies again,
// unless it is met by now.
func judgeException(f *facts) verdict {
	if len(f.Standing.Exceptions) == 0 {
		return verdict{}
	}
	v := unmet(lack{key: "duty.missing.exception"}, "")
	first, any := "", false // the one in force that runs out first
	for _, s := range f.list.Requirements {
		x, ok := f.Standing.Exceptions[s.ID]
		if !ok {
			continue
		}
		any = true
		switch {
		case !x.Over(f.day):
			first = earlier(first, x.Ends)
		case x.Lapsed(f.day, f.Standing.Answer(s.ID)):
			v.lack.n++
			v.since = earlier(v.since, x.Ends)
		}
	}
	switch {
	case !any:
		return verdict{}
	case v.lack.n == 0:
		return met(Fulfilment{Until: first})
	}
	return v
}

// LapsedException reports whether an exception has run out on a day and its
// requirement, so answered, applies again, as the duty Exception says.
func LapsedException(policy register.Policy, x requirement.Exception, answer requirement.Answer, today time.Time) bool {
	return x.Lapsed(text.Date(today), answer) && Asks(policy, Exception)
}
