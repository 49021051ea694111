package action

import "time"

// Sums is what a plan adds up to.
type Sums struct {
	Count, Open, Late, Done int
	Cost                    int // in SEK, of those that have one and are not cancelled
	Unreckoned              int // open ones without a cost
}

// Sum adds actions up on a day.
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
