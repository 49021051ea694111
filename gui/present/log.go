package present

import (
	"slices"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

// BecameDecided reports whether a draft went because the same commit decided it. Told
// line by line that reads as if everything written were lost.
func BecameDecided(e ledger.Entry, ch ledger.Change) bool {
	return ch.Kind == register.KindDraft && ch.New == nil && slices.ContainsFunc(e.Changes, func(other ledger.Change) bool {
		return other.Kind == register.KindClassification && other.About == ch.About && other.Old == nil && other.New != nil
	})
}
