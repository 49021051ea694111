package assets

import (
	"context"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/holding"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// Held is one information set that a system holds, or one system that holds an information set.
type Held struct {
	Record *register.Record
	// Words says that it was linked or changed after the system was decided,
	// otherwise how far its classification has come.
	Words string
	New   bool // it asks for a new look at the system
}

// heldSets lists the information sets that a system holds, by name.
func heldSets(p *text.Printer, r *register.Register, rec *register.Record) []Held {
	changed := map[string]bool{}
	for _, s := range rec.Holding.Changes() {
		changed[s.Set] = true
	}
	var out []Held
	for _, set := range r.Holdings().Sets(rec.Asset.ID) {
		h := Held{Record: set, Words: present.StateLabel(p, set), New: changed[set.Asset.ID]}
		if h.New {
			h.Words = p.T("information.changed")
		}
		out = append(out, h)
	}
	return out
}

// heldIn lists the systems that hold an information set, by name.
func heldIn(p *text.Printer, r *register.Register, rec *register.Record) []Held {
	var out []Held
	for _, system := range r.Holdings().Systems(rec.Asset.ID) {
		h := Held{Record: system, Words: present.StateLabel(p, system)}
		if duty.NewLook(r.Settings().Policy, system) {
			h.New, h.Words = true, p.T("todo.information")
		}
		out = append(out, h)
	}
	return out
}

// informationTitle is the title of the tab, with the number of lines in it.
func informationTitle(p *text.Printer, r *register.Register, rec *register.Record) string {
	title, n := p.T("information.tab.system"), len(rec.Holding.Held())
	if rec.Asset.Kind == asset.InformationSet {
		title, n = p.T("information.tab.set"), len(r.Holdings().Systems(rec.Asset.ID))
	}
	if n == 0 {
		return title
	}
	return p.T("information.tab.count", "title", title, "count", p.Int(n))
}

// levelOrigin is the level in force of one aspect of a system, with where it comes from.
type levelOrigin struct {
	holding.Origin
	Name  string // of the aspect
	Label string // of the level, as its scale writes it
	Words string // where it comes from
	// Higher and Lower are the levels of the scale that it can be raised and
	// lowered to.
	Higher, Lower []classify.Level
}

// levelOrigins returns where each level of a system comes from.
func levelOrigins(p *text.Printer, r *register.Register, rec *register.Record) []levelOrigin {
	scale := rec.Scale()
	var out []levelOrigin
	for _, a := range classify.Aspects {
		o := rec.Origin(a)
		l := levelOrigin{Origin: o, Name: p.T("aspect." + a.Key()), Label: present.LevelLabel(p, scale, o.Level), Words: holding.Words(o, scale, r.Names(o.From)).In(p)}
		floor := max(o.Own, o.Demand)
		for _, step := range scale.Levels {
			switch {
			case step.Level > floor:
				l.Higher = append(l.Higher, step.Level)
			case step.Level < floor:
				l.Lower = append(l.Lower, step.Level)
			}
		}
		out = append(out, l)
	}
	return out
}

// linkChoices lists what can be linked to an asset and is not yet: information
// sets for a system, systems for an information set, by name. A search narrows
// them.
func linkChoices(ctx context.Context, r *register.Register, rec *register.Record, search string) ([]*register.Record, error) {
	kind, linked := asset.InformationSet, r.Holdings().Sets(rec.Asset.ID)
	if rec.Asset.Kind == asset.InformationSet {
		kind, linked = asset.System, r.Holdings().Systems(rec.Asset.ID)
	}
	found, err := r.Find(ctx, register.Query{Kind: kind, Text: search})
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for _, l := range linked {
		taken[l.Asset.ID] = true
	}
	out := make([]*register.Record, 0, len(found))
	for _, f := range found {
		if !taken[f.Asset.ID] {
			out = append(out, f)
		}
	}
	text.SortBy(out, func(rec *register.Record) string { return rec.Asset.Name }, false)
	return out, nil
}

// Known reports whether one of the records has a name, compared folded.
func Known(records []*register.Record, name string) bool {
	for _, rec := range records {
		if text.Fold(rec.Asset.Name) == text.Fold(name) {
			return true
		}
	}
	return false
}
