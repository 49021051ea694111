package register

import (
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/text"
)

// begin lets a new classification of a system start at the levels in force,
// with the reasons that raised or lowered them.
func (r *Record) begin(c *classify.Classification) {
	c.Information, c.Deviations = nil, [4]classify.Justification{}
	if r.Holding == nil {
		return
	}
	c.Profile = r.Profile()
	for _, a := range classify.Aspects {
		switch o := r.Origin(a); {
		case o.Source == holding.Lowered:
			c.Deviations[a] = classify.Justification(o.Adjustment.Reason)
		case o.Source == holding.Raised && c.Reasons[a] == "":
			c.Reasons[a] = classify.Justification(o.Adjustment.Reason)
		}
	}
}

// settle makes a decision of a system and what the system holds agree, so that
// the levels decided are the levels in force: the decision remembers what the
// system held, a level below the information becomes a deviation, and what
// raised or lowered the system otherwise is taken away. It fails where a level
// is below the information without a reason for deviating.
func (cs *Classifications) settle(rec *Record, c *classify.Classification) ([]Edit, error) {
	c.Information = rec.Holding.Held()
	var edits []Edit
	for _, a := range classify.Aspects {
		o := rec.Origin(a)
		chosen := c.Profile.Of(a)
		ref := KindAdjustment.Ref(holding.EntityID(rec.Asset.ID, a))
		if chosen < o.Demand {
			deviation, err := deviate(*c, o, cs.ScaleOf(*c), cs.reg.Names(o.From))
			if err != nil {
				return nil, err
			}
			edits = append(edits, PutAdjustment(deviation, cs.reg.RevisionOf(ref)))
			continue
		}
		c.Deviations[a] = ""
		if adj := o.Adjustment; adj != nil && (adj.Lowers() || adj.Level > chosen) {
			edits = append(edits, Delete(ref, rec.Asset.ID, cs.reg.RevisionOf(ref)))
		}
	}
	return edits, nil
}

// deviate makes the deviation that a level below the information is.
func deviate(c classify.Classification, o holding.Origin, scale classify.Scale, from []string) (holding.Adjustment, error) {
	d := holding.Adjustment{
		System: c.Asset, Aspect: o.Aspect.Key(), Way: holding.Deviation, Level: c.Profile.Of(o.Aspect), Against: o.Demand,
		Reason: string(c.Deviations[o.Aspect]), DecidedBy: c.DecidedBy, DecidedOn: c.DecidedOn,
	}
	if d.Reason == "" {
		return d, &text.Error{Message: holding.Below(o, scale, from)}
	}
	return d, d.Validate()
}
