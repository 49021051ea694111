package intake

// mappings are what is worth remembering of a run: what every column was taken
// for, and the answers that another list with the same header would need again.
func (r *Reading) mappings() []Mapping {
	answers := map[string]string{}
	for _, q := range r.ask.answered() {
		switch q.Kind {
		case AskScale, AskOrder, AskLevel, AskUnit, AskColumn, AskKind:
			answers[q.ID] = q.Answer
		}
	}
	if r.options.Scale != "" {
		answers["scale"] = r.options.Scale
	}
	var out []Mapping
	for i := range r.proposal.Tables {
		t := &r.proposal.Tables[i]
		m := Mapping{Fingerprint: t.Fingerprint, Columns: map[string]string{}, Answers: answers}
		for _, c := range t.Columns {
			if c.Certainty != Ignored || c.Filled > 0 {
				m.Columns[c.mappingKey()] = c.Field
			}
		}
		out = append(out, m)
	}
	return out
}

func (c Column) mappingKey() string {
	if c.Header == "" {
		return "#" + c.Name()
	}
	return compact(c.Group) + "/" + compact(c.Header)
}
