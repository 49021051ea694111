package classify

// Effects tells how serious the consequence is for each category of the
// matrix, per aspect in the order of Aspects. The most serious category decides
// the aspect's level; a person may choose otherwise with a written reason
// (DOMAIN section 3).
type Effects [4]EffectRow

// EffectRow is the level in each category, in the order of Categories; a
// category that nobody has thought of is Unset.
type EffectRow [len(Categories)]Level

// With returns the row with one category changed.
func (e EffectRow) With(category int, l Level) EffectRow {
	e[category] = l
	return e
}

// Highest is the level of the most serious category, Unset when none is set.
func (e EffectRow) Highest() Level {
	highest := Unset
	for _, l := range e {
		highest = max(highest, l)
	}
	return highest
}

// Deciding are the categories that are as serious as the most serious one:
// those that decide the level. None decides where all are negligible.
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

// Suggested is the level that the guided questions and the categories lead to:
// the higher of the two, Unset where neither says anything.
func (c Classification) Suggested(a Aspect) Level {
	return max(c.Answers.Of(a), c.Effects[a].Highest())
}

// ReasonMissing tells that no reason is given though one is needed: from level 1,
// and where level 0 was chosen against what was answered.
func (c Classification) ReasonMissing(a Aspect) bool {
	l := c.Profile.Of(a)
	return c.Reasons[a].blank() && (l.AtLeast(1) || l == Level0 && c.Suggested(a).AtLeast(1))
}

// Forget takes away what led to the level of an aspect: for a level that was
// set without asking.
func (c *Classification) Forget(a Aspect) {
	c.Answers[a], c.Effects[a], c.Noes[a] = Unset, EffectRow{}, 0
}
