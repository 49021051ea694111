package overview

import (
	"cmp"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// todoLine is one finding, or how many more of its duty there are.
type todoLine struct {
	Step     present.Step
	Severity duty.Severity
	Several  bool // it is about all that are left of the duty
	Name     string
	Words    string
	Board    string
}

// shownPerDuty is how many lines a duty gets at most, and shownTodo all duties together.
const (
	shownPerDuty = 3
	shownTodo    = 12
)

// waiting is what one duty waits with, at one severity.
type waiting struct {
	n     int
	first []duty.Finding
}

// todoLines lists what the policy still demands, the most serious first: some
// of each duty, and how many more there are.
func todoLines(p *text.Printer, r *register.Register, j *duty.Judgement) []todoLine {
	type place struct {
		severity duty.Severity
		id       duty.ID
	}
	by := map[place]*waiting{}
	for f := range j.Findings() {
		at := place{f.Severity, f.ID}
		if by[at] == nil {
			by[at] = &waiting{}
		}
		if by[at].n++; by[at].n <= shownPerDuty {
			by[at].first = append(by[at].first, f)
		}
	}
	w := writer{present.NewDutyWords(p, r), p}
	var out []todoLine
	for s := duty.High; s >= duty.Low; s-- {
		for _, d := range duty.All {
			if waits := by[place{s, d.ID}]; waits != nil {
				out = append(out, w.todo(waits)...)
			}
		}
	}
	if len(out) > shownTodo {
		out = out[:shownTodo]
	}
	return out
}

// writer writes lines.
type writer struct {
	*present.DutyWords
	p *text.Printer
}

// todo is the lines of one duty.
func (w writer) todo(waits *waiting) []todoLine {
	shown := waits.first
	if waits.n > shownPerDuty {
		shown = shown[:shownPerDuty-1]
	}
	var out []todoLine
	for _, f := range shown {
		out = append(out, todoLine{Step: present.MendOf(f), Severity: f.Severity, Name: w.Subject(f), Words: w.Short(f), Board: cmp.Or(w.Board(f), w.Responsible(f))})
	}
	if rest := waits.n - len(shown); rest > 0 {
		f := waits.first[0]
		out = append(out, todoLine{Step: present.Step{Duty: f.ID}, Severity: f.Severity, Several: true, Name: w.p.N("overview.more", rest), Words: w.lacking(waits.first)})
	}
	return out
}

// lacking says what several findings of one duty lack: in the words they have
// in common, or else by the name of the duty, which must not read as if it were met.
func (w writer) lacking(of []duty.Finding) string {
	words := w.Short(of[0])
	for _, f := range of[1:] {
		if w.Short(f) != words {
			return w.p.T("overview.todo.duty", "duty", f.Label().In(w.p))
		}
	}
	return words
}
