package requirements

import (
	"infoklass/domain/classify"
	"infoklass/domain/requirement"
	"infoklass/gui/listing"
)

// filters choose which requirements are listed, and how they are grouped.
func (t *Tab) filters() []listing.Filter[rowQuery] {
	p := t.Text
	all := func() requirement.Fulfilment { return t.list.Data().Figures.All }
	out := []listing.Filter[rowQuery]{
		listing.Counted(func() string { return p.T("requirements.filter.open", "n", p.Int(all().Unassessed)) }, func(q *rowQuery) *bool { return &q.Open }),
		listing.Counted(func() string { return p.T("requirements.filter.gaps", "n", p.Int(all().Unmet+all().Partly)) }, func(q *rowQuery) *bool { return &q.Gaps }),
	}
	for _, a := range classify.Aspects {
		out = append(out, t.aspect(a))
	}
	return append(out, listing.Filter[rowQuery]{Say: t.target, Menu: t.targets, Clear: func(q *rowQuery) { q.Target = "" }},
		listing.Filter[rowQuery]{Say: t.group, Menu: t.groups})
}

// aspect is a filter on an aspect; on none when it is chosen already.
func (t *Tab) aspect(a classify.Aspect) listing.Filter[rowQuery] {
	chosen := func(q rowQuery) bool { return q.Aspect != nil && *q.Aspect == a }
	return listing.Filter[rowQuery]{
		Say: func(q rowQuery) (string, bool) { return t.Text.T("aspect." + a.Key() + ".letter"), chosen(q) },
		Press: func(q *rowQuery) {
			if chosen(*q) {
				q.Aspect = nil
			} else {
				q.Aspect = &a
			}
		},
	}
}

func (t *Tab) target(q rowQuery) (string, bool) {
	if q.Target == "" {
		return t.Text.T("requirements.filter.target"), false
	}
	return q.Target.Label().In(t.Text), true
}

func (t *Tab) targets(q rowQuery) []listing.Choice[rowQuery] {
	everything := listing.Choice[rowQuery]{Label: t.Text.T("requirements.filter.everything"), Change: func(q *rowQuery) { q.Target = "" }}
	return append([]listing.Choice[rowQuery]{everything}, listing.Choices(requirement.Targets, func(target requirement.Target) string { return target.Label().In(t.Text) },
		func(target requirement.Target) bool { return q.Target == target }, func(q *rowQuery, target requirement.Target) { q.Target = target })...)
}

// groupKeys name the groupings: by category, and by what the requirements are set on.
var groupKeys = map[bool]string{false: "requirements.group.category", true: "requirements.group.target"}

func (t *Tab) group(q rowQuery) (string, bool) { return t.Text.T(groupKeys[q.ByTarget]), false }

func (t *Tab) groups(q rowQuery) []listing.Choice[rowQuery] {
	return listing.Choices([]bool{false, true}, func(by bool) string { return t.Text.T(groupKeys[by]) },
		func(by bool) bool { return q.ByTarget == by }, func(q *rowQuery, by bool) { q.ByTarget = by })
}
