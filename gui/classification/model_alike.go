package classification

import (
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// alikeLine is one of several assets that are classified alike.
type alikeLine struct {
	Record *register.Record
	Now    classify.Profile // as the levels chosen make it
	Kept   string           // why it stays higher than the others, empty where it does not
}

// alikeLines says what the levels chosen make of each asset, in the order of records.
func alikeLines(p *text.Printer, records []*register.Record, chosen classify.Profile) []alikeLine {
	out := make([]alikeLine, len(records))
	for i, rec := range records {
		out[i] = alikeLine{Record: rec, Now: rec.Alike(chosen)}
		if out[i].Now != chosen {
			out[i].Kept = p.T("alike.kept")
		}
	}
	return out
}

// newAlike is the form of several assets at once: no levels yet, decided today.
func newAlike(r *register.Register) *classForm {
	scale := r.Classifications().ScaleInForce()
	f := newClassForm(classify.Classification{Scale: scale.ID, DecidedOn: text.Date(r.Today())}, scale, true, r.Today())
	f.Go(stepDecision)
	return f
}

// Reuse lets the form begin from a shared classification.
func (f *classForm) Reuse(line present.CommonLine) {
	f.Class.Reuse(line.Common, line.Class)
	for _, a := range classify.Aspects {
		if step, ok := f.Scale.Step(f.Class.Profile.Of(a)); ok {
			f.Class.Profile = f.Class.Profile.With(a, step.Level)
		}
		f.Ladder[a] = ladderOf(a, f.Class.Answers.Of(a), 0)
	}
	f.propose()
}
