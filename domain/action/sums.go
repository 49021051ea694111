package action

import "time"

// Sums are the totals of a plan.
type Sums struct {
	Count, Open, Late, Done int
	Cost                    int // in SEK, of the actions that are not cancelled
	Unreckoned              int // open actions without a cost
}

// Sum returns the totals of actions as they are today.
func Sum(actions []Action, today time.Time) Sums {
	var s Sums
	for _, a := range actions {
		s.Count++
		if a.Status.Open() {
			s.Open++
			if a.Cost == nil {
				s.Unreckoned++
			}
		}
		if a.Late(today) {
			s.Late++
		}
		if a.Status == Done {
			s.Done++
		}
		if a.Cost != nil && a.Status != Cancelled {
			s.Cost += *a.Cost
		}
	}
	return s
}
