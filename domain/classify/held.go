package classify

// Held is an information set in a system, with its levels at one moment.
type Held struct {
	Set     string  `json:"set"` // the id of the asset
	Profile Profile `json:"profile"`
}

// Min returns the lower level per aspect.
func (p Profile) Min(q Profile) Profile {
	for i := range p {
		p[i] = min(p[i], q[i])
	}
	return p
}
