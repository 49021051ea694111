package classify

// questionRanks are the ranks of the guided questions, in the order asked. The
// first question answered yes suggests the level. The wording is the message
// question.<aspect>.<rank>. The message question.confidentiality.stop asks whether
// Sweden's security can be affected; a yes ends the classification, because such
// information is handled outside the register.
var questionRanks = []int{3, 2, 1}

// Question is one guided question of an aspect.
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

// Questions returns the guided questions of an aspect, the most serious first.
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

// Category is a row of the consequence matrix. Its cells are the messages
// matrix.<category>.<rank>.
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
