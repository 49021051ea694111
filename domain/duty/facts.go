package duty

import (
	"cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
)

// facts is what the rules for an asset know.
type facts struct {
	*register.Record
	*brought
	*calendar
	around *around
}

// around is what an asset's place in the organisation says.
type around struct {
	placed  bool
	manager string // the role that answers for the unit, or for the nearest above it
}

// brought is what the levels of an asset bring. Assets alike share one.
type brought struct {
	settled []classify.Consequence
	list    requirement.List
}

func bring(set Settings, catalogue *requirement.Catalogue, o requirement.Object) *brought {
	b := &brought{list: catalogue.Select(o)}
	for _, c := range set.Consequences(classify.Object{System: o.System, Procurement: o.Procurement}, o.Profile) {
		if c.Settled() {
			b.settled = append(b.settled, c)
		}
	}
	return b
}

// brings tells whether the levels bring a duty, and its interval in months.
func (b *brought) brings(d classify.Duty) (months int, ok bool) {
	for i := range b.settled {
		if b.settled[i].Duty == d {
			return b.settled[i].Months, true
		}
	}
	return 0, false
}

// classifiedOn is the day that the levels have been known from.
func (f *facts) classifiedOn() string {
	if f.Class != nil && f.Class.DecidedOn != "" {
		return f.Class.DecidedOn
	}
	return f.came(f.Asset.ID)
}

// responsible is the role that answers for a duty.
func (f *facts) responsible(d *Duty) string {
	if d.OwnerFirst {
		return cmp.Or(f.Record.Owner(), f.around.manager)
	}
	return cmp.Or(f.around.manager, f.Record.Owner())
}

func (f *facts) field(name asset.Field) string { return f.Asset.Fields[name] }
