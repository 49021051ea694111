package asset

import (
	"strings"

	"infoklass/domain/text"
)

// Tri is what is known of a question that has yes and no for answers. The
// zero value is NotStated: silence is neither a yes nor a no.
type Tri int

// The answers.
const (
	NotStated Tri = iota
	Yes
	No
)

var choiceWords = map[string]Tri{
	"ja": Yes, "j": Yes, "yes": Yes, "y": Yes, "true": Yes, "sant": Yes, "x": Yes, "1": Yes, "finns": Yes, "upprättad": Yes, "gjord": Yes, "klar": Yes,
	"nej": No, "n": No, "no": No, "false": No, "falskt": No, "0": No, "ej": No, "inte": No, "inga": No, "ingen": No, "inget": No, "saknas": No, "none": No,
}

// ReadChoice returns what a value of the form Choice plainly says. Its first
// word decides ("Ja, känsliga"), unless a later one says the opposite ("ja/nej").
func ReadChoice(value string) Tri {
	if value == "" {
		return NotStated
	}
	folded := text.Fold(value)
	if said, plain := choiceWords[folded]; plain {
		return said
	}
	said := NotStated
	for w := range strings.FieldsFuncSeq(folded, func(r rune) bool { return strings.ContainsRune(" ,;:./()!?-–", r) }) {
		now := choiceWords[w]
		switch {
		case said == NotStated && now == NotStated:
			return NotStated
		case said == NotStated:
			said = now
		case (w == "ja" || w == "yes" || w == "nej" || w == "no") && now != said:
			return NotStated
		}
	}
	return said
}

// PersonalData reports whether an asset holds personal data. A yes to any of the
// particulars that only personal data can have is a yes.
func (a Asset) PersonalData() Tri {
	for _, f := range [...]Field{"sensitive_personal_data", "personal_id_number", "protected_identity"} {
		if ReadChoice(a.Fields[f]) == Yes {
			return Yes
		}
	}
	return ReadChoice(a.Fields["personal_data"])
}
