package requirement

import "infoklass/domain/text"

// Use records that an asset uses a shared platform, which is an asset too. What the
// platform answers for all its users need not be answered again.
type Use struct {
	Asset    string `json:"asset"`
	Platform string `json:"platform"`
}

// ID returns the use's id.
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

// Hand returns what a platform answers for its users, by requirement: its own
// shared answers and, where it has none, those inherited from the platforms that
// it uses itself. A requirement met also answers the weaker ones that it replaces.
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
