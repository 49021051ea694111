package gui

// What the window does about one thing lies in a small type that acts on it.
type (
	asking     struct{ *Window } // which file is meant
	closing    struct{ *Window } // the end, with nothing lost
	demanding  struct{ *Window } // what the policy demands: its pages, and the way to what mends a finding
	exchanging struct{ *Window } // lists in and out
	organising struct{ *Window } // units, and responsibility handed over
	planning   struct{ *Window } // the action plan
	registers  struct{ *Window } // which register is open, and what is said about it
)
