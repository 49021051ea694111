package duties

import (
	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/gui/listing"
)

type choice = listing.Choice[Query]

// filters are the chips beside the search field.
func (p *Page) filters() []listing.Filter[Query] {
	t, r := p.Text, p.Register
	none := func(key string, clear func(*Query)) choice { return choice{Label: t.T(key), Change: clear} }
	return []listing.Filter[Query]{
		{Box: true, Say: func(q Query) (string, bool) { return q.By.Label(t), false }, Menu: func(q Query) []choice {
			return listing.Choices(groupings, func(by grouping) string { return by.Label(t) },
				func(by grouping) bool { return q.By == by }, func(q *Query, by grouping) { q.By = by })
		}},
		listing.OneOf(t, t.T("duties.filter.board"), p.boardWords, none("assets.filter.allUnits", func(q *Query) { q.Unit, q.NoUnit = "", false }), func(q Query) []choice {
			boards := listing.Choices(r.Organisation().Boards(), func(u asset.Unit) string { return u.Name },
				func(u asset.Unit) bool { return q.Unit == u.ID }, func(q *Query, u asset.Unit) { q.Unit, q.NoUnit = u.ID, false })
			return append(boards, choice{}, choice{Label: t.T("assets.filter.noUnit"), On: q.NoUnit, Change: func(q *Query) { q.Unit, q.NoUnit = "", true }})
		}),
		listing.OneOf(t, t.T("duties.filter.manager"), p.managerWords, none("duties.filter.allManagers", func(q *Query) { q.Manager, q.NoManager = "", false }), func(q Query) []choice {
			all := listing.Choices(managers(r), func(u asset.Unit) string { return managerWords(t, r, u.ID) },
				func(u asset.Unit) bool { return q.Manager == u.ID }, func(q *Query, u asset.Unit) { q.Manager, q.NoManager = u.ID, false })
			return append(all, choice{}, choice{Label: t.T("duties.noManager"), On: q.NoManager, Change: func(q *Query) { q.Manager, q.NoManager = "", true }})
		}),
		listing.OneOf(t, t.T("duties.filter.duty"), p.dutyWords, none("duties.filter.allDuties", func(q *Query) { q.Duty = "" }), p.duties),
		listing.OneOf(t, t.T("duties.filter.severity"), p.severityWords, none("duties.filter.allSeverities", func(q *Query) { q.Severe = false }), func(q Query) []choice {
			return listing.Choices([]duty.Severity{duty.High, duty.Medium, duty.Low}, func(s duty.Severity) string { return s.Label().In(t) },
				func(s duty.Severity) bool { return q.Severe && q.Severity == s }, func(q *Query, s duty.Severity) { q.Severe, q.Severity = true, s })
		}),
		{
			Link: true, Say: func(Query) (string, bool) { return t.T("duties.filter.clear"), false }, Hidden: func(q Query) bool { return !q.narrows() },
			Press: func(q *Query) { *q = p.cleared(*q) },
		},
	}
}

func (p *Page) boardWords(q Query) string {
	if q.NoUnit {
		return p.Text.T("assets.filter.noUnit")
	}
	u, _ := p.Register.Organisation().Unit(q.Unit)
	return u.Name
}

func (p *Page) managerWords(q Query) string {
	if q.Manager == "" && !q.NoManager {
		return ""
	}
	return managerWords(p.Text, p.Register, q.Manager)
}

func (p *Page) severityWords(q Query) string {
	if !q.Severe {
		return ""
	}
	return q.Severity.Label().In(p.Text)
}

// dutyWords is a duty as the municipality's policy words it.
func (p *Page) dutyWords(q Query) string {
	for _, d := range duty.By(p.Register.Settings().Policy) {
		if d.ID == q.Duty {
			return d.Label().In(p.Text)
		}
	}
	return string(q.Duty)
}

// duties are the demands that the municipality's policy has.
func (p *Page) duties(q Query) []choice {
	out := []choice{{}}
	for _, d := range duty.By(p.Register.Settings().Policy) {
		if !d.Off {
			label := p.Text.T("duties.filter.point", "point", d.Point(), "duty", d.Label().In(p.Text))
			out = append(out, choice{Label: label, On: q.Duty == d.ID, Change: func(q *Query) { q.Duty = d.ID }})
		}
	}
	return out
}
