package actions

import (
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/gui/listing"
)

type query = register.ActionQuery

// filters are the chips above the plan.
func (l *List) filters() []listing.Filter[query] {
	p, r := l.Text, l.Register
	none := func(key string, clear func(*query)) listing.Choice[query] {
		return listing.Choice[query]{Label: p.T(key), Change: clear}
	}
	return []listing.Filter[query]{
		listing.Toggle(p.T("actions.filter.late"), func(q *query) *bool { return &q.Late }),
		listing.Toggle(p.T("action.followUpDue"), func(q *query) *bool { return &q.FollowUp }),
		listing.OneOf(p, p.T("action.column.status"), l.statusWords, none("actions.filter.allStatuses", func(q *query) { q.Statuses = nil }), func(q query) []listing.Choice[query] {
			return listing.Choices(action.Statuses, func(s action.Status) string { return s.Label().In(p) },
				func(s action.Status) bool { return slices.Contains(q.Statuses, s) },
				func(q *query, s action.Status) { q.Statuses = listing.Switched(q.Statuses, s) })
		}),
		listing.OneOf(p, p.T("actions.filter.board"), func(q query) string { u, _ := r.Organisation().Unit(q.Unit); return u.Name },
			none("actions.filter.allBoards", func(q *query) { q.Unit = "" }), func(q query) []listing.Choice[query] {
				return listing.Choices(r.Organisation().Boards(), func(u asset.Unit) string { return u.Name },
					func(u asset.Unit) bool { return q.Unit == u.ID }, func(q *query, u asset.Unit) { q.Unit = u.ID })
			}),
		listing.OneOf(p, p.T("action.column.responsible"), func(q query) string { return q.Responsible },
			none("actions.filter.everyone", func(q *query) { q.Responsible = "" }), func(q query) []listing.Choice[query] {
				return listing.Choices(roles(r), func(role string) string { return role },
					func(role string) bool { return q.Responsible == role }, func(q *query, role string) { q.Responsible = role })
			}),
		listing.OneOf(p, p.T("action.column.cause"), l.causeWords, none("actions.filter.allCauses", func(q *query) { q.ByCause, q.Cause = false, action.ByItself }),
			func(q query) []listing.Choice[query] {
				return listing.Choices(action.CauseKinds, func(k action.CauseKind) string { return k.Label().In(p) },
					func(k action.CauseKind) bool { return q.ByCause && q.Cause == k }, func(q *query, k action.CauseKind) { q.ByCause, q.Cause = true, k })
			}),
		{
			Link: true, Say: func(query) (string, bool) { return p.T("actions.filter.clear"), false },
			Press:  func(q *query) { *q = query{Text: q.Text} },
			Hidden: func(q query) bool { q.Text = ""; return !narrows(q) },
		},
	}
}

func (l *List) statusWords(q query) string {
	var words []string
	for _, s := range q.Statuses {
		words = append(words, s.Label().In(l.Text))
	}
	return strings.Join(words, ", ")
}

func (l *List) causeWords(q query) string {
	if !q.ByCause {
		return ""
	}
	return q.Cause.Label().In(l.Text)
}
