package classify

// Effects is how serious the consequence is in each category of the matrix, per
// aspect in the order of Aspects. The most serious category decides
// the aspect's level; a person may choose otherwise with a written reason.
type Effects [4]EffectRow

// EffectRow is the level in each category, in the order of Categories; Unset
// for a category that nobody has considered.
type EffectRow [len(Categories)]Level

// With returns the row with one category changed.
func (e EffectRow) With(category int, l Level) EffectRow {
	e[category] = l
	return e
}

// Highest returns the level of the most serious category, Unset when none is set.
func (e EffectRow) Highest() Level {
	highest := Unset
	for _, l := range e {
		highest = max(highest, l)
	}
	return highest
}

// Deciding returns the categories at the highest level, which decide the
// aspect's level; none where all are negligible.
func (e EffectRow) Deciding() []Category {
	highest := e.Highest()
	if !highest.AtLeast(1) {
		return nil
	}
	var out []Category
	for i, l := range e {
		if l == highest {
			out = append(out, Categories[i])
		}
	}
	return out
}

// Suggested returns the level that the guided questions and the categories lead
// to: the higher of the two, Unset where neither gives one.
func (c Classification) Suggested(a Aspect) Level {
	return max(c.Answers.Of(a), c.Effects[a].Highest())
}

// ReasonMissing reports whether a needed reason is missing. One is needed from
// level 1, and at level 0 where the answers suggest a higher level.
func (c Classification) ReasonMissing(a Aspect) bool {
	l := c.Profile.Of(a)
	return c.Reasons[a].blank() && (l.AtLeast(1) || l == Level0 && c.Suggested(a).AtLeast(1))
}

// Forget clears the answers and effects behind the level of an aspect, for a
// level that is set without the questions.
func (c *Classification) Forget(a Aspect) {
	c.Answers[a], c.Effects[a], c.Noes[a] = Unset, EffectRow{}, 0
}
