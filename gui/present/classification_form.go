package present

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// ClassStep is a step of the guided form: the object, the four aspects in
// order, and the decision.
type ClassStep int

// The steps.
const (
	StepObject ClassStep = iota
	StepConfidentiality
	StepIntegrity
	StepAvailability
	StepTraceability
	StepDecision
)

// ClassSteps counts the steps.
const ClassSteps = int(StepDecision) + 1

// StepOf returns the step of an aspect.
func StepOf(a classify.Aspect) ClassStep { return StepConfidentiality + ClassStep(a) }

// Aspect returns the aspect that the step is about, false for the first and the last.
func (s ClassStep) Aspect() (classify.Aspect, bool) {
	return classify.Aspect(s - StepConfidentiality), s >= StepConfidentiality && s <= StepTraceability
}

// Title is what the step is called.
func (s ClassStep) Title(p *text.Printer) string {
	if a, ok := s.Aspect(); ok {
		return p.T("aspect." + a.Key())
	}
	if s == StepObject {
		return p.T("classification.step.object")
	}
	return p.T("classification.step.decision")
}

// stepOfProblem finds the step where a problem is mended.
func stepOfProblem(p classify.Problem) ClassStep {
	if a, ok := classify.AspectOf(p.Step); ok {
		return StepOf(a)
	}
	return StepDecision
}

// ClassForm is a classification being made in the guided form. It holds no
// widgets and stores nothing.
type ClassForm struct {
	Class  classify.Classification
	Scale  classify.Scale
	Step   ClassStep
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

// NewClassForm opens a classification as StartDraft returns it, written in
// scale. Again is true where a draft was begun earlier.
func NewClassForm(c classify.Classification, scale classify.Scale, again bool, today time.Time) *ClassForm {
	c.Scale = scale.ID
	f := &ClassForm{Scale: scale, today: today, fromCurrent: !again && !c.Profile.Empty()}
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
func (f *ClassForm) FromCurrent() bool { return f.fromCurrent }

// Changed reports whether something was changed since the last save, or since
// the form was opened.
func (f *ClassForm) Changed() bool {
	a, b := f.Class, f.saved
	if b.NextReview == "" && !f.ownReview {
		// Days that only were proposed are no change.
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

// Saved records that c is what the register has now.
func (f *ClassForm) Saved(c classify.Classification) { f.saved = c }

// SameAsSaved reports whether c is what the form last saved or began with.
func (f *ClassForm) SameAsSaved(c classify.Classification) bool {
	a, b := normal(c), normal(f.saved)
	return reflect.DeepEqual(a, b)
}

// Snapshot returns the classification as it stands, to be stored while the form goes on.
func (f *ClassForm) Snapshot() classify.Classification {
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
func (f *ClassForm) Choose(a classify.Aspect, l classify.Level) {
	f.Class.Profile = f.Class.Profile.With(a, l)
	f.propose()
}

// ChooseCode sets the level that a key of the keyboard means in the scale.
func (f *ClassForm) ChooseCode(a classify.Aspect, code string) bool {
	l, ok := f.Scale.Read(code)
	if ok {
		f.Choose(a, l)
	}
	return ok
}

// SetReason sets the reason of an aspect.
func (f *ClassForm) SetReason(a classify.Aspect, reason string) {
	f.Class.Reasons[a] = classify.Justification(strings.TrimSpace(reason))
}

// AddReason adds a quick reason after what is written already, once.
func (f *ClassForm) AddReason(a classify.Aspect, reason string) string {
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
func (f *ClassForm) Next() ClassStep { return min(f.Step+1, StepDecision) }

// Previous is the step before; the first one is preceded by itself.
func (f *ClassForm) Previous() ClassStep { return max(f.Step-1, StepObject) }

// Go moves to a step. On the way into the decision the days are proposed.
func (f *ClassForm) Go(s ClassStep) {
	f.Step = s
	if s == StepDecision {
		f.propose()
	}
}

// Problems are what keeps the classification from being decided, by step.
func (f *ClassForm) Problems(s ClassStep) []classify.Problem {
	return slices.DeleteFunc(f.AllProblems(), func(p classify.Problem) bool { return stepOfProblem(p) != s })
}

// AllProblems are what keeps the classification from being decided.
func (f *ClassForm) AllProblems() []classify.Problem {
	return append(f.informationProblems(), f.Snapshot().Problems(f.today)...)
}

// StepOfProblem is where a problem is mended.
func (f *ClassForm) StepOfProblem(p classify.Problem) ClassStep { return stepOfProblem(p) }

// Done tells for each step whether nothing is missing in it.
func (f *ClassForm) Done() []bool {
	done := make([]bool, ClassSteps)
	done[StepObject] = f.Step > StepObject || !f.Class.Profile.Empty()
	for s := StepConfidentiality; s <= StepTraceability; s++ {
		done[s] = len(f.Problems(s)) == 0
	}
	return done
}

// FirstOpen is the first step where something is missing: where a draft goes on.
func (f *ClassForm) FirstOpen() ClassStep {
	for s := StepConfidentiality; s <= StepTraceability; s++ {
		if len(f.Problems(s)) > 0 {
			return s
		}
	}
	return StepDecision
}

// ReasonMissing reports whether the level of an aspect needs a reason that is not given.
func (f *ClassForm) ReasonMissing(a classify.Aspect) bool { return f.Class.ReasonMissing(a) }

func (f *ClassForm) proposed() string {
	day, err := time.Parse(time.DateOnly, f.Class.DecidedOn)
	if err != nil || f.Class.Profile.Empty() {
		return ""
	}
	return text.Date(f.Demands.Filled().NextReview(f.Class.Profile, day))
}

// propose sets the day of the next review unless someone has chosen it.
func (f *ClassForm) propose() {
	if f.Step != StepDecision && f.Class.NextReview == "" {
		return // not before the decision is near: a draft bears no such day
	}
	if !f.ownReview {
		f.Class.NextReview = f.proposed()
	}
}

// SetDecidedOn sets the day of the decision; the proposed review follows it.
func (f *ClassForm) SetDecidedOn(day time.Time) {
	f.Class.DecidedOn = text.Date(day)
	f.propose()
}

// SetNextReview sets the day of the next review by hand; no day goes back to the proposal.
func (f *ClassForm) SetNextReview(day time.Time) {
	f.ownReview = !day.IsZero() && text.Date(day) != f.proposed()
	f.Class.NextReview = text.Date(day)
	f.propose()
}

// Future reports whether an ISO day has not come yet.
func (f *ClassForm) Future(day time.Time) bool { return day.After(f.today) }
