package requirement

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
)

// Object is the part of an asset that decides which requirements it has. Equal
// objects have the same requirements.
type Object struct {
	System       bool // a business system, otherwise a set of information
	Procurement  bool // status inför upphandling
	PersonalData asset.Tri
	Profile      classify.Profile
}

// ObjectOf returns the Object of an asset with a profile.
func ObjectOf(a asset.Asset, p classify.Profile) Object {
	return Object{System: a.Kind == asset.System, Procurement: a.Status == asset.InProcurement, PersonalData: a.PersonalData(), Profile: p}
}

// on reports whether the object has requirements on a target. A system also has
// those on information, because it holds information.
func (o Object) on(t Target) bool {
	switch t {
	case OnSystem:
		return o.System
	case InProcurement:
		return o.Procurement
	}
	return true
}

func (o Object) condition(c Condition) asset.Tri {
	if c == PersonalData {
		return o.PersonalData
	}
	return asset.Yes
}

// Selected is a requirement that an object has.
type Selected struct {
	*Requirement
	// Because holds the aspects that bring it; all of its own for a baseline requirement.
	Because []classify.Aspect
	// Perhaps is true where it is unknown whether its condition holds. It applies
	// until somebody says that the condition does not hold.
	Perhaps bool
	// Instead holds the ids of the requirements that it replaces, through chains.
	Instead []string
}

// List is the requirements that an object has, in the catalogue's order.
type List struct {
	Requirements []Selected
	// Undecided holds the aspects without a level, which may bring more.
	Undecided []classify.Aspect
}

// Find returns the requirement with an id, and false where it is not in the list.
func (l List) Find(id string) (Selected, bool) {
	i := slices.IndexFunc(l.Requirements, func(s Selected) bool { return s.ID == id })
	if i < 0 {
		return Selected{}, false
	}
	return l.Requirements[i], true
}

// Select returns the requirements that o has. One applies when any of its
// aspects has at least its rank, its target is among the object's, and its
// condition holds or may hold; it hides those that it replaces, through chains.
// One that is switched off never applies.
func (c *Catalogue) Select(o Object) List {
	applies := make([][]classify.Aspect, len(c.all))
	hidden := make([]bool, len(c.all))
	for i := range c.all {
		if c.changes[c.all[i].ID].Off {
			continue // chains go through it all the same
		}
		applies[i] = c.all[i].because(o)
		if applies[i] == nil {
			continue
		}
		for _, j := range c.replaces[i] {
			hidden[j] = true
		}
	}
	var l List
	for i := range c.all {
		if applies[i] == nil || hidden[i] {
			continue
		}
		s := Selected{Requirement: &c.all[i], Because: applies[i], Perhaps: o.condition(c.all[i].Condition) == asset.NotStated}
		for _, j := range c.replaces[i] {
			s.Instead = append(s.Instead, c.all[j].ID)
		}
		l.Requirements = append(l.Requirements, s)
	}
	for _, a := range classify.Aspects {
		if o.Profile.Of(a) == classify.Unset {
			l.Undecided = append(l.Undecided, a)
		}
	}
	return l
}

// because returns the aspects that bring r to o, nil where none does.
func (r *Requirement) because(o Object) []classify.Aspect {
	if !o.on(r.Target) || o.condition(r.Condition) == asset.No {
		return nil
	}
	if r.Baseline() {
		return r.Aspects
	}
	var out []classify.Aspect
	for _, a := range r.Aspects {
		if o.Profile.Of(a).AtLeast(r.Rank) {
			out = append(out, a)
		}
	}
	return out
}
