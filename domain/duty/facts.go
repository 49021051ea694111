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
	duties *set
}

func (f *facts) off(id ID) bool { return f.duties.off[id] }

// around is what an asset's place in the organisation says.
type around struct {
	placed  bool
	manager string // the role that answers for the unit, or for the nearest above it
	answers string // the id of that unit, empty where none has a manager
}

// brought is what the levels of an asset bring. Assets alike share one.
type brought struct {
	settled []classify.Consequence
	list    requirement.List
}

// kin is what of an asset decides what its levels bring.
type kin struct {
	requirement.Object
	important, critical classify.Decision
}

func kinOf(rec *register.Record) kin {
	o := rec.Asset.Object()
	return kin{requirement.ObjectOf(rec.Asset, rec.Profile()), o.Important, o.Critical}
}

func bring(d classify.Demands, catalogue *requirement.Catalogue, k kin) *brought {
	b := &brought{list: catalogue.Select(k.Object)}
	object := classify.Object{System: k.System, Procurement: k.Procurement, Important: k.important, Critical: k.critical}
	for _, c := range d.Consequences(object, k.Profile) {
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

// traitSince is the day from which the asset has had a trait: that of the
// decision by hand, or of the classification.
func (f *facts) traitSince(t asset.Trait) string {
	if m, marked := f.Asset.Marks[t]; marked && m.Holds && m.On != "" {
		return m.On
	}
	return f.classifiedOn()
}

// broughtSince is the day from which a duty has held.
func (f *facts) broughtSince(d classify.Duty) string {
	for _, t := range asset.Traits {
		if t.Duty() == d {
			return f.traitSince(t)
		}
	}
	return f.classifiedOn()
}

// responsible is the role that answers for a duty.
func (f *facts) responsible(d *Duty) string {
	if d.OwnerFirst {
		return cmp.Or(f.Record.Owner(), f.around.manager)
	}
	return cmp.Or(f.around.manager, f.Record.Owner())
}

func (f *facts) field(name asset.Field) string { return f.Asset.Fields[name] }
