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
	*obligations
	*calendar
	place  *place
	duties *set
}

// obligations is what the levels of an asset bring. Assets alike share one.
type obligations struct {
	settled []classify.Consequence
	list    requirement.List
}

// obligationKey is what of an asset decides its obligations.
type obligationKey struct {
	requirement.Object
	important, critical classify.Decision
}

func keyOf(rec *register.Record) obligationKey {
	o := rec.Asset.Object()
	return obligationKey{requirement.ObjectOf(rec.Asset, rec.Profile()), o.Important, o.Critical}
}

func (s *set) obligations(k obligationKey) *obligations {
	out := &obligations{list: s.catalogue.Select(k.Object)}
	object := classify.Object{System: k.System, Procurement: k.Procurement, Important: k.important, Critical: k.critical}
	for _, c := range s.demands.Consequences(object, k.Profile) {
		if c.Settled() {
			out.settled = append(out.settled, c)
		}
	}
	return out
}

// brings reports whether the levels bring an obligation, and its interval in months.
func (b *obligations) brings(o classify.Obligation) (months int, ok bool) {
	for i := range b.settled {
		if b.settled[i].Obligation == o {
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

// traitSince is the day from which the asset has had a trait: the day of the
// decision by hand, or of the classification.
func (f *facts) traitSince(t asset.Trait) string {
	if m, marked := f.Asset.Marks[t]; marked && m.Holds && m.On != "" {
		return m.On
	}
	return f.classifiedOn()
}

// broughtSince is the day from which an obligation has held.
func (f *facts) broughtSince(o classify.Obligation) string {
	for _, t := range asset.Traits {
		if t.Obligation() == o {
			return f.traitSince(t)
		}
	}
	return f.classifiedOn()
}

// responsible is the role that answers for a duty.
func (f *facts) responsible(d *Duty) string {
	if d.OwnerFirst {
		return cmp.Or(f.Owner(), f.place.manager)
	}
	return cmp.Or(f.place.manager, f.Owner())
}

func (f *facts) field(name asset.Field) string { return f.Asset.Fields[name] }

// finding is what the asset lacks.
func (f *facts) finding(d *Duty, v verdict) Finding {
	out := v.finding(d)
	out.Record, out.Unit, out.Responsible = f.Record, f.Asset.Unit, f.responsible(d)
	return out
}
