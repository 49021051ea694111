package requirement

import (
	"slices"
	"time"

	"infoklass/domain/classify"
)

// Standing is the answers and the exceptions of one asset, by requirement id.
type Standing struct {
	Assessments map[string]Assessment
	Exceptions  map[string]Exception
	// Inherited holds the answers of the shared platforms that the asset uses.
	// Each names its platform and the requirement answered there, which may be a
	// stronger form of this one.
	Inherited map[string]Assessment
}

// Of returns the answer to a requirement, and whether it comes from a shared
// platform. The asset's own answer goes first. Without any it is Unassessed.
func (s Standing) Of(id string) (a Assessment, inherited bool) {
	a, own := s.Assessments[id]
	if own && a.Answer != Unassessed {
		return a, false
	}
	if from, ok := s.Inherited[id]; ok {
		return from, true
	}
	if !own {
		a.Answer = Unassessed
	}
	return a, false
}

// Answer returns the answer in force to a requirement, Unassessed where there is none.
func (s Standing) Answer(id string) Answer {
	a, _ := s.Of(id)
	return a.Answer
}

// Silent reports whether there is no answer at all.
func (s Standing) Silent() bool { return len(s.Assessments)+len(s.Inherited) == 0 }

// Excepted reports whether an exception from a requirement is in force.
func (s Standing) Excepted(id string, today time.Time) bool {
	e, ok := s.Exceptions[id]
	return ok && e.Holds(today)
}

// Fulfilment counts the answers to the requirements of a list.
type Fulfilment struct {
	Met          int `json:"met"`
	Partly       int `json:"partly"`
	Unmet        int `json:"unmet"`
	Unassessed   int `json:"unassessed"`
	Inapplicable int `json:"inapplicable"`
	// Excepted counts the partly met, unmet and unassessed ones with an exception
	// in force. An exception does not make a requirement met.
	Excepted int `json:"excepted"`
	// Inherited counts the answers that come from a shared platform.
	Inherited int `json:"inherited"`
	// Perhaps counts those with an unknown condition. They are counted above too.
	Perhaps int `json:"perhaps"`
}

// Applying returns how many requirements apply: all but the inapplicable.
func (f Fulfilment) Applying() int { return f.Met + f.Partly + f.Unmet + f.Unassessed }

// Share returns the requirements met, with partly met as half, over those that
// apply, from 0 to 1; false where none applies. Unassessed counts as not met.
func (f Fulfilment) Share() (float64, bool) {
	n := f.Applying()
	if n == 0 {
		return 0, false
	}
	return (float64(f.Met) + float64(f.Partly)/2) / float64(n), true
}

func (f *Fulfilment) count(s Selected, st Standing, today time.Time) {
	a, inherited := st.Of(s.ID)
	if inherited {
		f.Inherited++
	}
	answer := a.Answer
	switch answer {
	case Met:
		f.Met++
	case Partly:
		f.Partly++
	case Unmet:
		f.Unmet++
	case Inapplicable:
		f.Inapplicable++
	default:
		f.Unassessed++
	}
	if s.Perhaps {
		f.Perhaps++
	}
	if answer != Met && answer != Inapplicable && st.Excepted(s.ID, today) {
		f.Excepted++
	}
}

// Unassessed returns how many requirements of the list have no answer.
func (l List) Unassessed(st Standing) int {
	n := len(l.Requirements)
	if st.Silent() {
		return n
	}
	for _, s := range l.Requirements {
		if st.Answer(s.ID) != Unassessed {
			n--
		}
	}
	return n
}

// Figures is the fulfilment of a list as a whole and per aspect. A requirement
// counts under each aspect that brings it.
type Figures struct {
	All      Fulfilment
	ByAspect [4]Fulfilment
}

// Fulfil counts an asset's answers to the requirements of the list on a day.
func (l List) Fulfil(st Standing, today time.Time) Figures {
	var f Figures
	for _, s := range l.Requirements {
		f.All.count(s, st, today)
		for _, a := range classify.Aspects {
			if slices.Contains(s.Because, a) {
				f.ByAspect[a].count(s, st, today)
			}
		}
	}
	return f
}
