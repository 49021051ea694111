package requirements

import (
	"context"
	"strings"
	"unicode"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/stage"
)

// keyBy remembers who assessed last.
const keyBy = "requirements.by"

// answerKeys are the characters that answer: digits in the order of the
// buttons, and the first letters of the words.
var answerKeys = map[rune]requirement.Answer{
	'1': requirement.Met, '2': requirement.Partly, '3': requirement.Unmet, '4': requirement.Inapplicable, '0': requirement.Unassessed,
}

// answerLetters are the letters that answer in each language.
var answerLetters = map[text.Lang]map[rune]requirement.Answer{
	text.Swedish: {'u': requirement.Met, 'd': requirement.Partly, 'e': requirement.Unmet, 'i': requirement.Inapplicable},
	text.English: {'m': requirement.Met, 'p': requirement.Partly, 'n': requirement.Unmet, 'i': requirement.Inapplicable},
}

// typed answers by a key and goes on to the next requirement.
func (t *Tab) typed(r rune) bool {
	a, ok := answerKeys[r]
	if !ok {
		a, ok = answerLetters[t.Text.Lang()][unicode.ToLower(r)]
	}
	if !ok || len(t.chosen()) == 0 {
		return false
	}
	t.answer(a, true)
	return true
}

// answer gives an answer to the requirements selected. One that is not
// applicable needs a reason: the comment is asked for first.
func (t *Tab) answer(a requirement.Answer, goOn bool) {
	rows := t.chosen()
	if len(rows) == 0 {
		return
	}
	comment := strings.TrimSpace(t.detail.comment.Text)
	if a == requirement.Inapplicable && comment == "" {
		t.detail.askWhy(goOn)
		return
	}
	var answers []requirement.Assessment
	for _, row := range rows {
		one := t.own(row)
		one.Answer, one.On = a, text.Date(t.Register.Today())
		if by := strings.TrimSpace(t.detail.by.Text); by != "" {
			one.By = by
		}
		if len(rows) == 1 || comment != "" {
			one.Comment = comment
		}
		if len(rows) == 1 {
			one.Evidence = strings.TrimSpace(t.detail.evidence.Text)
		}
		answers = append(answers, one)
	}
	next, there := nextOpen(t.list.Table.Rows(), rows[len(rows)-1].ID)
	t.detail.answered()
	t.store(answers)
	if !goOn {
		return
	}
	if there {
		t.list.Table.SelectKeys(next)
	}
	t.list.Table.Focus()
}

// own is the asset's own answer to a requirement, to be changed.
func (t *Tab) own(row row) requirement.Assessment {
	one, ok := t.pending[row.ID]
	if !ok {
		one, ok = t.rec.Standing.Assessments[row.ID]
	}
	if !ok {
		one = requirement.Assessment{Asset: t.id, Requirement: row.ID, Answer: requirement.Unassessed, On: text.Date(t.Register.Today())}
	}
	return one
}

// store shows answers at once and stores them off the UI goroutine.
func (t *Tab) store(answers []requirement.Assessment) {
	for _, a := range answers {
		t.pending[a.Requirement] = a
	}
	t.apply()
	r := t.Register
	stage.SaveOr(t.Stage, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.Requirements().AssessAll(ctx, answers)
	}, func(_ struct{}, err error) {
		for _, a := range answers {
			if t.pending[a.Requirement] == a {
				delete(t.pending, a.Requirement)
			}
		}
		t.Fail(err)
		t.Refresh()
	})
}

// note stores a comment, evidence, who assessed, or that the answer is shared,
// for the one requirement shown.
func (t *Tab) note(id string, change func(*requirement.Assessment)) {
	for _, row := range t.list.Data().Rows {
		if row.ID != id {
			continue
		}
		one := t.own(row)
		before := one
		change(&one)
		if one != before {
			t.store([]requirement.Assessment{one})
		}
	}
}
