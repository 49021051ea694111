package requirement

import "infoklass/domain/text"

// Use says that an asset stands on a shared platform, itself an asset: what is
// answered there for all who use it need not be answered again.
type Use struct {
	Asset    string `json:"asset"`
	Platform string `json:"platform"`
}

// ID is the use's id.
func (u Use) ID() string { return EntityID(u.Asset, u.Platform) }

// Validate returns the first thing that keeps u from being stored.
func (u Use) Validate() error {
	switch {
	case u.Asset == "" || u.Platform == "":
		return text.Fail(nil, "platform.problem.of")
	case u.Asset == u.Platform:
		return text.Fail(nil, "platform.problem.itself")
	}
	return nil
}

// Hand returns what a platform's standing answers for those who use it, by
// requirement: its own answers that are shared, and where it has none, those
// that it has from platforms of its own. What it meets in a stronger form is
// met in the weaker ones too.
func (s Standing) Hand(c *Catalogue) map[string]Assessment {
	out := map[string]Assessment{}
	for id, a := range s.Inherited {
		if _, inherited := s.Of(id); inherited {
			out[id] = a
		}
	}
	for id, a := range s.Assessments {
		if a.Shared && a.Answer != Unassessed {
			out[id] = a
		}
	}
	stronger := map[string]Assessment{}
	for id, a := range out {
		if a.Answer != Met {
			continue
		}
		for _, weaker := range c.Weaker(id) {
			if known, ok := stronger[weaker]; !ok || a.Requirement < known.Requirement {
				stronger[weaker] = a
			}
		}
	}
	for id, a := range stronger {
		_, answered := out[id]
		if own, ok := s.Assessments[id]; !answered && !(ok && own.Answer != Unassessed) {
			out[id] = a
		}
	}
	return out
}
