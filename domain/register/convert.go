package register

import (
	"context"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Conversion is what rewriting one decided classification in another scale does.
type Conversion struct {
	Record *Record
	From   classify.Scale
	// Profile is the levels afterwards. A level that the new scale has no step for becomes
	// the next higher one.
	Profile classify.Profile
}

// Raises reports whether a level becomes higher.
func (c Conversion) Raises() bool { return c.Profile != c.Record.Class.Profile }

// PreviewConversion lists the decided classifications in force that are written
// in another scale, by asset. Nothing is changed.
func (cs *Classifications) PreviewConversion(to classify.Scale) []Conversion {
	var out []Conversion
	for _, rec := range cs.reg.Records() {
		if !rec.Classified() || rec.Class.Scale == to.ID {
			continue
		}
		out = append(out, Conversion{Record: rec, From: rec.Scale(), Profile: converted(rec.Class.Profile, to)})
	}
	return out
}

func converted(p classify.Profile, to classify.Scale) classify.Profile {
	for _, a := range classify.Aspects {
		if step, ok := to.Step(p.Of(a)); ok {
			p = p.With(a, step.Level)
		}
	}
	return p
}

// ConvertScale makes a new version, in the scale that is given, of every decided
// classification in force that is written in another. The versions before keep
// theirs. It returns how many were made; undo takes all back at once.
func (cs *Classifications) ConvertScale(ctx context.Context, id string) (int, error) {
	to, ok := cs.Scale(id)
	if !ok {
		return 0, text.Fail(nil, "register.problem.scale", "scale", id)
	}
	plan := cs.PreviewConversion(to)
	if len(plan) == 0 {
		return 0, nil
	}
	edits := make([]Edit, 0, len(plan))
	next := make(map[string]string, len(plan))                // version before → version now
	levels := make(map[string][2]classify.Profile, len(plan)) // asset → before, now
	for _, c := range plan {
		next[c.Record.Class.ID] = cs.reg.NewID()
		levels[c.Record.Asset.ID] = [2]classify.Profile{c.Record.Class.Profile, c.Profile}
	}
	for _, c := range plan {
		v := c.Record.Class.Clone()
		v.ID, v.Scale, v.Profile = next[v.ID], to.ID, c.Profile
		if now, moved := next[v.CommonVersion]; moved {
			v.CommonVersion = now // only rewritten: nothing to look at again
		}
		for i, held := range v.Information {
			if p, moved := levels[held.Set]; moved && p[0] == held.Profile {
				v.Information[i].Profile = p[1]
			}
		}
		edits = append(edits, PutClassification(v))
	}
	_, err := cs.reg.Commit(ctx, text.Msg("why.convert", "n", len(plan), "scale", to.Label()), edits...)
	return len(plan), err
}
