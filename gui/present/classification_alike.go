package present

import (
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// AlikeLine is one of several assets that are classified alike.
type AlikeLine struct {
	Record *register.Record
	Now    classify.Profile // as the levels chosen make it
	Kept   string           // why it stays higher than the others, empty where it does not
}

// AlikeLines tell what the levels chosen make of each asset.
func AlikeLines(p *text.Printer, records []*register.Record, chosen classify.Profile) []AlikeLine {
	out := make([]AlikeLine, len(records))
	for i, rec := range records {
		out[i] = AlikeLine{Record: rec, Now: rec.Alike(chosen)}
		if out[i].Now != chosen {
			out[i].Kept = p.T("alike.kept")
		}
	}
	return out
}

// NewAlike is the form of several assets at once: no levels yet, decided today.
func NewAlike(r *register.Register) *ClassForm {
	scale := r.Classifications().ScaleInForce()
	f := NewClassForm(classify.Classification{Scale: scale.ID, DecidedOn: text.Date(r.Today())}, scale, true, r.Today())
	f.Go(StepDecision)
	return f
}

// Reuse lets the form begin from a shared classification.
func (f *ClassForm) Reuse(line CommonLine) {
	f.Class.Reuse(line.Common, line.Class)
	for _, a := range classify.Aspects {
		if step, ok := f.Scale.Step(f.Class.Profile.Of(a)); ok {
			f.Class.Profile = f.Class.Profile.With(a, step.Level)
		}
		f.Ladder[a] = ladderOf(a, f.Class.Answers.Of(a), 0)
	}
	f.propose()
}
