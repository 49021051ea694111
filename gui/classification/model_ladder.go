package classification

import "infoklass/domain/classify"

// Answer is what was answered to one question.
type Answer int

// The answers.
const (
	unanswered Answer = iota
	Yes
	No
)

// Ladder is how far the guided questions of an aspect have come. They are
// asked from the top; the first yes ends the ladder and suggests the level.
type Ladder struct {
	Questions []classify.Question
	Answers   []Answer
}

// ladderOf builds the ladder of an aspect from a stored suggestion or, without
// one, from the number of questions answered no. A yes about Sweden's security
// is never stored; if later questions were answered, that one was a no.
func ladderOf(a classify.Aspect, suggested classify.Level, noes int) Ladder {
	l := Ladder{Questions: classify.Questions(a)}
	l.Answers = make([]Answer, len(l.Questions))
	if suggested == classify.Unset {
		for i := range min(noes, len(l.Answers)-1) {
			l.Answers[i] = No
		}
		return l
	}
	for i, q := range l.Questions {
		switch {
		case q.Stop || q.Level > suggested:
			l.Answers[i] = No
		case q.Level == suggested:
			l.Answers[i] = Yes
			return l
		}
	}
	return l
}

// Asked counts the questions to show: those answered and the one at hand.
func (l Ladder) Asked() int {
	for i, a := range l.Answers {
		if a != No {
			return i + 1
		}
	}
	return len(l.Answers)
}

// AtHand is the question that waits for an answer, false when there is none.
func (l Ladder) AtHand() (int, bool) {
	for i, a := range l.Answers {
		switch a {
		case unanswered:
			return i, true
		case Yes:
			return 0, false
		}
	}
	return 0, false
}

// Suggested is the level that the answers lead to, unset before they do.
func (l Ladder) Suggested() classify.Level {
	for i, a := range l.Answers {
		switch {
		case a == unanswered:
			return classify.Unset
		case a == Yes && !l.Questions[i].Stop:
			return l.Questions[i].Level
		}
	}
	return classify.Level0
}

// noes counts the questions answered no while no level is suggested.
func (l Ladder) noes() uint8 {
	if l.Suggested() != classify.Unset {
		return 0
	}
	return uint8(l.Asked() - 1)
}

// answer returns the ladder with one question answered; those below are open again.
func (l Ladder) answer(i int, yes bool) Ladder {
	answers := make([]Answer, len(l.Answers))
	copy(answers, l.Answers[:i])
	answers[i] = No
	if yes {
		answers[i] = Yes
	}
	l.Answers = answers
	return l
}

// Reply answers a question of an aspect's ladder. The level suggested is
// chosen, and kept with the classification for the protocol. It returns true
// for a yes about Sweden's security: nothing is changed then, and the form ends.
func (f *classForm) Reply(a classify.Aspect, i int, yes bool) (stop bool) {
	if yes && f.Ladder[a].Questions[i].Stop {
		return true
	}
	f.Ladder[a] = f.Ladder[a].answer(i, yes)
	suggested := f.Ladder[a].Suggested()
	f.Class.Answers = f.Class.Answers.With(a, suggested)
	f.Class.Noes[a] = f.Ladder[a].noes()
	if suggested != classify.Unset {
		f.follow(a)
	}
	return false
}

// Rate sets how serious the consequence is for a category; the same level again
// clears it. The level that the categories and answers lead to is then chosen.
func (f *classForm) Rate(a classify.Aspect, category int, l classify.Level) {
	if f.Class.Effects[a][category] == l {
		l = classify.Unset
	}
	f.Class.Effects[a] = f.Class.Effects[a].With(category, l)
	f.follow(a)
}

// follow chooses the level that answers and categories lead to.
func (f *classForm) follow(a classify.Aspect) {
	if step, ok := f.Scale.Step(f.Class.Suggested(a)); ok {
		f.Choose(a, step.Level)
	}
}

// Departs reports whether another level was chosen than the answers and the categories suggest.
func (f *classForm) Departs(a classify.Aspect) (suggested classify.Level, departs bool) {
	step, ok := f.Scale.Step(f.Class.Suggested(a))
	chosen := f.Class.Profile.Of(a)
	return step.Level, ok && chosen != classify.Unset && chosen != step.Level
}
