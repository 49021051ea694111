package classification

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// classStep is a step of the guided form: the object, the four aspects in
// order, and the decision.
type classStep int

// The steps.
const (
	stepObject classStep = iota
	stepConfidentiality
	stepIntegrity
	stepAvailability
	stepTraceability
	stepDecision
)

// classSteps counts the steps.
const classSteps = int(stepDecision) + 1

// stepOf returns the step of an aspect.
func stepOf(a classify.Aspect) classStep { return stepConfidentiality + classStep(a) }

// Aspect returns the aspect that the step is about, false for the first and the last.
func (s classStep) Aspect() (classify.Aspect, bool) {
	return classify.Aspect(s - stepConfidentiality), s >= stepConfidentiality && s <= stepTraceability
}

// Title is what the step is called.
func (s classStep) Title(p *text.Printer) string {
	if a, ok := s.Aspect(); ok {
		return p.T("aspect." + a.Key())
	}
	if s == stepObject {
		return p.T("classification.step.object")
	}
	return p.T("classification.step.decision")
}

// stepOfProblem finds the step where a problem is mended.
func stepOfProblem(p classify.Problem) classStep {
	if a, ok := classify.AspectOf(p.Step); ok {
		return stepOf(a)
	}
	return stepDecision
}

// classForm is a classification being made in the guided form. It holds no
// widgets and stores nothing.
type classForm struct {
	Class  classify.Classification
	Scale  classify.Scale
	Step   classStep
	Ladder [4]Ladder
	// Demands are the municipality's own; what is left out is the default.
	Demands classify.Demands
	// Information is what the information in a system demands, by aspect.
	Information [4]Demand

	today       time.Time
	saved       classify.Classification // as the register has it, or as the form began
	ownReview   bool                    // the day of the next review was chosen by hand
	fromCurrent bool                    // begun from the levels in force
}

// newClassForm opens a classification that StartDraft returned, written in
// scale. again is true for a draft that was begun earlier.
func newClassForm(c classify.Classification, scale classify.Scale, again bool, today time.Time) *classForm {
	c.Scale = scale.ID
	f := &classForm{Scale: scale, today: today, fromCurrent: !again && !c.Profile.Empty()}
	c.Participants = slices.Clone(c.Participants)
	f.saved = c
	for _, a := range classify.Aspects {
		// A level that the scale has no step for is shown as the next higher
		// one, so that is what it means here.
		if step, ok := scale.Step(c.Profile.Of(a)); ok {
			c.Profile = c.Profile.With(a, step.Level)
		}
		f.Ladder[a] = ladderOf(a, c.Answers.Of(a), int(c.Noes[a]))
	}
	if c.NextReview == "" {
		c.DecidedOn = text.Date(today) // the step of the decision was not reached yet
	}
	f.Class = c
	f.ownReview = c.NextReview != "" && c.NextReview != f.proposed()
	return f
}

// FromCurrent reports whether the form began with the levels in force.
func (f *classForm) FromCurrent() bool { return f.fromCurrent }

// Changed reports whether something was changed since the last save, or since
// the form was opened.
func (f *classForm) Changed() bool {
	a, b := f.Class, f.saved
	if b.NextReview == "" && !f.ownReview {
		// Days that were only proposed are not a change.
		a.NextReview = ""
		if a.DecidedOn == text.Date(f.today) {
			a.DecidedOn = b.DecidedOn
		}
	}
	return !reflect.DeepEqual(normal(a), normal(b))
}

func normal(c classify.Classification) classify.Classification {
	if len(c.Participants) == 0 {
		c.Participants = nil
	}
	c.ID, c.State = "", ""
	return c
}

// Saved notes that the register now has c.
func (f *classForm) Saved(c classify.Classification) { f.saved = c }

// SameAsSaved reports whether c is what the form last saved or began with.
func (f *classForm) SameAsSaved(c classify.Classification) bool {
	a, b := normal(c), normal(f.saved)
	return reflect.DeepEqual(a, b)
}

// Snapshot returns a copy of the classification, to be stored while the form is in use.
func (f *classForm) Snapshot() classify.Classification {
	c := f.Class
	c.Participants = nil
	for _, p := range f.Class.Participants {
		if p.Role != "" || p.Name != "" {
			c.Participants = append(c.Participants, p)
		}
	}
	return c
}

// Choose sets the level of an aspect.
func (f *classForm) Choose(a classify.Aspect, l classify.Level) {
	f.Class.Profile = f.Class.Profile.With(a, l)
	f.propose()
}

// ChooseCode sets the level that a key of the keyboard means in the scale.
func (f *classForm) ChooseCode(a classify.Aspect, code string) bool {
	l, ok := f.Scale.Read(code)
	if ok {
		f.Choose(a, l)
	}
	return ok
}

// SetReason sets the reason of an aspect.
func (f *classForm) SetReason(a classify.Aspect, reason string) {
	f.Class.Reasons[a] = classify.Justification(strings.TrimSpace(reason))
}

// AddReason adds a quick reason after what is written already, once.
func (f *classForm) AddReason(a classify.Aspect, reason string) string {
	now := strings.TrimSpace(string(f.Class.Reasons[a]))
	switch {
	case strings.Contains(now, reason):
	case now == "":
		now = reason
	default:
		now += " " + reason
	}
	f.SetReason(a, now)
	return now
}

// Next is the next step; the last one is followed by itself.
func (f *classForm) Next() classStep { return min(f.Step+1, stepDecision) }

// Previous is the step before; the first one is preceded by itself.
func (f *classForm) Previous() classStep { return max(f.Step-1, stepObject) }

// Go moves to a step. On the way into the decision the days are proposed.
func (f *classForm) Go(s classStep) {
	f.Step = s
	if s == stepDecision {
		f.propose()
	}
}

// Problems are what keeps the classification from being decided, by step.
func (f *classForm) Problems(s classStep) []classify.Problem {
	return slices.DeleteFunc(f.AllProblems(), func(p classify.Problem) bool { return stepOfProblem(p) != s })
}

// AllProblems are what keeps the classification from being decided.
func (f *classForm) AllProblems() []classify.Problem {
	return append(f.informationProblems(), f.Snapshot().Problems(f.today)...)
}

// StepOfProblem is where a problem is mended.
func (f *classForm) StepOfProblem(p classify.Problem) classStep { return stepOfProblem(p) }

// Done reports for each step whether it is complete.
func (f *classForm) Done() []bool {
	done := make([]bool, classSteps)
	done[stepObject] = f.Step > stepObject || !f.Class.Profile.Empty()
	for s := stepConfidentiality; s <= stepTraceability; s++ {
		done[s] = len(f.Problems(s)) == 0
	}
	return done
}

// FirstOpen is the first step that is not complete, where work on a draft continues.
func (f *classForm) FirstOpen() classStep {
	for s := stepConfidentiality; s <= stepTraceability; s++ {
		if len(f.Problems(s)) > 0 {
			return s
		}
	}
	return stepDecision
}

// ReasonMissing reports whether the level of an aspect needs a reason and has none.
func (f *classForm) ReasonMissing(a classify.Aspect) bool { return f.Class.ReasonMissing(a) }

func (f *classForm) proposed() string {
	day, err := time.Parse(time.DateOnly, f.Class.DecidedOn)
	if err != nil || f.Class.Profile.Empty() {
		return ""
	}
	return text.Date(f.Demands.Filled().NextReview(f.Class.Profile, day))
}

// propose sets the day of the next review unless someone has chosen it.
func (f *classForm) propose() {
	if f.Step != stepDecision && f.Class.NextReview == "" {
		return // not before the decision is near: a draft bears no such day
	}
	if !f.ownReview {
		f.Class.NextReview = f.proposed()
	}
}

// SetDecidedOn sets the day of the decision; the proposed review follows it.
func (f *classForm) SetDecidedOn(day time.Time) {
	f.Class.DecidedOn = text.Date(day)
	f.propose()
}

// SetNextReview sets the day of the next review by hand; no day goes back to the proposal.
func (f *classForm) SetNextReview(day time.Time) {
	f.ownReview = !day.IsZero() && text.Date(day) != f.proposed()
	f.Class.NextReview = text.Date(day)
	f.propose()
}

// Future reports whether an ISO day has not come yet.
func (f *classForm) Future(day time.Time) bool { return day.After(f.today) }
