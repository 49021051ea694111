package intake

import (
	"strings"

	"infoklass/domain/classify"
)

// The fields of the four aspects, in their order.
var (
	aspectFields        = [4]string{"class_k", "class_r", "class_t", "class_s"}
	aspectJustification = [4]string{"just_k", "just_r", "just_t", "just_s"}
)

// AspectOf returns the aspect of a column field such as class_k.
func AspectOf(field string) (classify.Aspect, bool) {
	for a, f := range aspectFields {
		if f == field {
			return classify.Aspect(a), true
		}
	}
	return 0, false
}

func isAspect(field string) bool {
	_, ok := AspectOf(field)
	return ok
}

// aspectOfHeader reads a header that names an aspect, by letter or in full.
func aspectOfHeader(header string) (classify.Aspect, bool) {
	if f, ok := words().fields[compact(header)]; ok {
		return AspectOf(f)
	}
	if letters(header) < 4 || len(header) > 60 {
		return 0, false
	}
	if m := headerMeanings(header, "", false); len(m) > 0 && m[0].score >= sureMeaning && m[0].whole {
		return AspectOf(m[0].field)
	}
	return 0, false
}

// english tells the letters of confidentiality, integrity and availability
// from the Swedish ones: A and C and I stand in no Swedish profile.
func englishLetters(s string) bool { return strings.ContainsAny(strings.ToUpper(s), "CIA") }

// aspectOfLetter reads one letter of a profile or an order.
func aspectOfLetter(r rune, english bool) (classify.Aspect, bool) {
	switch r {
	case 'K', 'k', 'C', 'c':
		return classify.Confidentiality, true
	case 'R', 'r', 'I', 'i':
		return classify.Integrity, true
	case 'A', 'a':
		return classify.Availability, true
	case 'T', 't':
		if english {
			return classify.Traceability, true
		}
		return classify.Availability, true
	case 'S', 's':
		return classify.Traceability, true
	}
	return 0, false
}
