package assets

import (
	"cmp"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/gui/listing"
	"infoklass/gui/present"
)

type (
	filter = listing.Filter[register.Query]
	choice = listing.Choice[register.Query]
)

// filters are the chips. Each changes its own part of the query; the seldom used
// ones are shown only while they leave something out.
func (l *List) filters() []filter {
	p := l.Text
	of := func(q register.Query) assetFilter { return newAssetFilter(p, l.Register, q) }
	seldom := func(words func(assetFilter) string, menu func(register.Query) []choice, clear func(*register.Query)) filter {
		say := func(q register.Query) string { return words(of(q)) }
		return filter{
			Say: func(q register.Query) (string, bool) { return say(q), say(q) != "" }, Menu: menu, Clear: clear,
			Hidden: func(q register.Query) bool { return say(q) == "" },
		}
	}
	status := l.statusFilter()
	status.Hidden = func(q register.Query) bool { return of(q).Status() == "" }
	return []filter{
		listing.OneOf(p, p.T("assets.filter.unit"), func(q register.Query) string { return of(q).Unit() },
			choice{Label: p.T("assets.filter.allUnits"), Change: func(q *register.Query) { q.Unit, q.NoUnit = "", false }}, l.unitChoices),
		listing.OneOf(p, p.T("assets.filter.kind"), func(q register.Query) string { return of(q).Kind() },
			choice{Label: p.T("assets.filter.allKinds"), Change: func(q *register.Query) { q.Kind = "" }}, func(q register.Query) []choice {
				return listing.Choices(asset.Kinds, func(k asset.Kind) string { return present.KindLabel(p, k) },
					func(k asset.Kind) bool { return q.Kind == k }, func(q *register.Query, k asset.Kind) { q.Kind = k })
			}),
		{Say: func(q register.Query) (string, bool) {
			level := of(q).Level()
			return cmp.Or(level, p.T("assets.filter.all", "what", p.T("assets.filter.level"))), level != ""
		}, Menu: l.levelMenu, Clear: clearLevel},
		listing.OneOf(p, p.T("assets.filter.state"), func(q register.Query) string { return of(q).States() },
			choice{Label: p.T("assets.filter.allStates"), Change: func(q *register.Query) { q.States = nil }}, func(q register.Query) []choice {
				return append([]choice{{}}, listing.Choices(classStates, func(s classify.State) string { return stateWord(p, s) },
					func(s classify.State) bool { return slices.Contains(q.States, s) },
					func(q *register.Query, s classify.State) { q.States = listing.Switched(q.States, s) })...)
			}),
		listing.Toggle(p.T("assets.filter.lacking"), func(q *register.Query) *bool { return &q.Lacking }),
		status,
		seldom(assetFilter.Review, l.moreMenu, func(q *register.Query) { q.Overdue = false }),
		seldom(assetFilter.Owner, l.moreMenu, func(q *register.Query) { q.OwnerMissing = false }),
		seldom(assetFilter.Trait, l.moreMenu, func(q *register.Query) { q.Trait = "" }),
		{Say: func(register.Query) (string, bool) { return p.T("assets.filter.more"), false }, Menu: l.moreMenu},
		{Say: func(register.Query) (string, bool) { return p.T("assets.filter.clear"), false }, Link: true,
			Press:  func(q *register.Query) { *q = register.Query{Text: q.Text} },
			Hidden: func(q register.Query) bool { q.Text = ""; return !Narrows(q) }},
	}
}

func (l *List) unitChoices(q register.Query) []choice {
	out := listing.Choices(l.Register.Organisation().Boards(), func(u asset.Unit) string { return u.Name },
		func(u asset.Unit) bool { return q.Unit == u.ID }, func(q *register.Query, u asset.Unit) { q.Unit, q.NoUnit = u.ID, false })
	return append(out, choice{}, choice{Label: l.Text.T("assets.filter.noUnit"), On: q.NoUnit, Change: func(q *register.Query) { q.Unit, q.NoUnit = "", true }})
}

func (l *List) statusFilter() filter {
	p := l.Text
	return listing.OneOf(p, p.T("assets.filter.status"), func(q register.Query) string { return present.StatusLabel(p, q.Status) },
		choice{Label: p.T("assets.filter.allStatuses"), Change: func(q *register.Query) { q.Status = "" }}, func(q register.Query) []choice {
			return listing.Choices(asset.Statuses, func(s asset.Status) string { return present.StatusLabel(p, s) },
				func(s asset.Status) bool { return q.Status == s }, func(q *register.Query, s asset.Status) { q.Status = s })
		})
}

func clearLevel(q *register.Query) {
	q.AtLeast, q.Aspect, q.ByLevel, q.Exactly = classify.Unset, nil, false, classify.Unset
}

func (l *List) levelMenu(q register.Query) []choice {
	narrowed := newAssetFilter(l.Text, l.Register, q).Level() != ""
	out := append([]choice{{Label: l.Text.T("assets.filter.allLevels"), On: !narrowed, Change: clearLevel}, {}}, l.levelChoices(q, nil)...)
	out = append(out, choice{})
	for _, a := range classify.Aspects {
		out = append(out, choice{Label: l.Text.T("aspect." + a.Key()), More: l.levelChoices(q, &a)})
	}
	return out
}

func (l *List) levelChoices(q register.Query, aspect *classify.Aspect) []choice {
	return listing.Choices(levelChoices(l.Text, l.Register, aspect), func(c levelChoice) string { return c.Label },
		func(c levelChoice) bool { return q.AtLeast == c.Level && !q.ByLevel && sameAspect(q.Aspect, c.Aspect) },
		func(q *register.Query, c levelChoice) {
			clearLevel(q)
			q.AtLeast, q.Aspect = c.Level, c.Aspect
		})
}

func sameAspect(a, b *classify.Aspect) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// moreMenu holds what is seldom asked for.
func (l *List) moreMenu(q register.Query) []choice {
	p := l.Text
	out := []choice{
		{Label: p.T("assets.filter.status"), More: l.statusFilter().Menu(q)},
		{Label: p.T("assets.filter.late"), On: q.Overdue, Change: func(q *register.Query) { q.Overdue = true }},
		{Label: p.T("assets.filter.noOwner"), On: q.OwnerMissing, Change: func(q *register.Query) { q.OwnerMissing = true }},
	}
	return append(out, listing.Choices([]asset.Trait{asset.Important, asset.Critical}, func(t asset.Trait) string { return t.Label().In(p) },
		func(t asset.Trait) bool { return q.Trait == t }, func(q *register.Query, t asset.Trait) { q.Trait = t })...)
}
