package classify

// Guided questions (DOMAIN section 4). They are asked from the top; the first
// one answered yes suggests the level. The wording lies in the catalogue under
// question.<aspect>.<rank>, and question.confidentiality.stop asks whether
// Sweden's security can be affected, which ends the classification: such
// information is handled outside the register.
var questionRanks = []int{3, 2, 1}

// Question is one step of the ladder.
type Question struct {
	Aspect Aspect
	Stop   bool // asks about Sweden's security; a yes stores nothing
	Level  Level
}

// Key is the catalogue key of the question's wording.
func (q Question) Key() string {
	if q.Stop {
		return "question." + q.Aspect.Key() + ".stop"
	}
	return "question." + q.Aspect.Key() + "." + q.Level.String()
}

// Questions returns the ladder of an aspect, most serious first.
func Questions(a Aspect) []Question {
	var out []Question
	if a == Confidentiality {
		out = append(out, Question{Aspect: a, Stop: true})
	}
	for _, rank := range questionRanks {
		out = append(out, Question{Aspect: a, Level: Level(rank + 1)})
	}
	return out
}

// Category is a row of the consequence matrix (DOMAIN section 3). Its cells
// are worded in the catalogue under matrix.<category>.<rank>.
type Category string

// Categories are the matrix's rows in the order shown.
var Categories = [...]Category{"individual", "operation", "economy", "legal", "trust", "society"}

// ReasonKeys returns the keys of the quick reasons for an aspect at a level:
// sentences that a person can choose and edit. None is filled in unasked.
func ReasonKeys(a Aspect, l Level) []string {
	if !l.AtLeast(1) {
		return nil
	}
	base := "quick." + a.Key() + "." + l.String() + "."
	return []string{base + "1", base + "2", base + "3"}
}
