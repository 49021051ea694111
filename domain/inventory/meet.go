package inventory

import "context"

// Meet compares what was read with the registered assets.
func (r *Reading) Meet(ctx context.Context, k Knowledge) (*Proposal, error) {
	p := r.proposal
	p.Questions, p.Answered = r.ask.open(), r.ask.answered()
	for i := range p.Tables {
		for j := range p.Tables[i].Rows {
			p.Counts.add(p.Tables[i].Rows[j].Action)
		}
	}
	return &p, ctx.Err()
}

func (c *Counts) add(a Action) {
	c.Rows++
	switch a {
	case Create:
		c.Create++
	case Update:
		c.Update++
	case Unchanged:
		c.Unchanged++
	case Doubt:
		c.Doubt++
	case Stop:
		c.Stop++
	case Skip:
		c.Skip++
	}
}
