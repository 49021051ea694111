package duty

// Renewed: a classification is looked at again when the shared one that it began from is replaced.
const Renewed ID = "P9.common"

// judgeRenewed: a classification that began from one that the whole
// municipality shares is looked at again when that is replaced by a newer, so
// that the asset stays classified as the policy says.
func judgeRenewed(f *facts) verdict {
	switch {
	case !f.Classified() || f.Class.Common == "":
		return verdict{}
	case f.Renewed == "":
		return met(f.decision())
	}
	return unmet(Medium, lack{key: "duty.missing.renewed"}, f.Renewed)
}
