package intake

import (
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// asker gathers the questions of a run and knows what has been answered.
type asker struct {
	given    Answers
	saved    map[string]string // answers remembered with a mapping
	accept   bool
	order    []string
	byID     map[string]*Question
	settled  map[string]bool
	checkErr error
}

func newAsker(given Answers, accept bool) *asker {
	return &asker{given: given, saved: map[string]string{}, accept: accept, byID: map[string]*Question{}, settled: map[string]bool{}}
}

// ask puts a question, once however often it is put, and returns its answer,
// empty while it is open.
func (a *asker) ask(q Question) string {
	if old, ok := a.byID[q.ID]; ok {
		old.Rows += q.Rows
		return old.Answer
	}
	stored := q
	a.order = append(a.order, q.ID)
	a.byID[q.ID] = &stored
	for _, answer := range []string{a.given[q.ID], a.saved[q.ID]} {
		if answer = strings.TrimSpace(answer); answer == "" {
			continue
		}
		if !validAnswer(&q, answer) {
			if a.checkErr == nil && answer == strings.TrimSpace(a.given[q.ID]) {
				a.checkErr = text.Fail(nil, "inventory.answer.invalid", "id", q.ID, "answer", answer)
			}
			continue
		}
		stored.Answer = answer
		a.settled[q.ID] = true
		return answer
	}
	if a.accept && q.Suggestion != "" {
		stored.Answer = q.Suggestion
		a.settled[q.ID] = true
	}
	return stored.Answer
}

// validAnswer reports whether an answer can be understood.
func validAnswer(q *Question, answer string) bool {
	switch q.Kind {
	case AskUnit:
		return true
	case AskLevel:
		if slices.Contains(q.Choices, answer) || answer == answerNone {
			return true
		}
		_, ok := profileAnswer(answer)
		return ok && q.Field == "class_combined"
	case AskColumn:
		return answer == FieldCustom || answer == FieldIgnore || IsField(answer)
	case AskOrder:
		_, ok := orderIn(answer)
		return ok
	}
	return slices.Contains(q.Choices, answer)
}

// answerNone answers a level with oklassad.
const answerNone = "none"

// profileAnswer reads a level answer for a combined class: K2R1T3.
func profileAnswer(answer string) (classify.Profile, bool) {
	p := readProfile(answer)
	if !p.ok || !p.lettered {
		return classify.Profile{}, false
	}
	var out classify.Profile
	for a, d := range p.digits {
		if d > 3 {
			return classify.Profile{}, false
		}
		if d >= 0 {
			out[a] = classify.Level(d + 1)
		}
	}
	return out, true
}

func (a *asker) open() []Question     { return a.list(false) }
func (a *asker) answered() []Question { return a.list(true) }

func (a *asker) list(settled bool) []Question {
	var out []Question
	for _, id := range a.order {
		if a.settled[id] == settled {
			out = append(out, *a.byID[id])
		}
	}
	return out
}

// questionKey makes the part of an id that comes from a list's own text.
func questionKey(s string) string { return strings.ReplaceAll(fold(s), " ", "-") }
