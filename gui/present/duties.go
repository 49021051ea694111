package present

import (
	"cmp"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Step is the one thing that mends a finding, and on what.
type Step struct {
	Remedy duty.Remedy
	Duty   duty.ID
	Asset  string // empty for a finding on a unit
	Unit   string
}

// MendOf is the step that mends a finding.
func MendOf(f duty.Finding) Step {
	s := Step{Remedy: f.Remedy, Duty: f.ID, Unit: f.Unit}
	if f.Record != nil {
		s.Asset = f.Record.Asset.ID
	}
	return s
}

// DutyWords writes findings. It is for one goroutine, and for the register as it is when made.
type DutyWords struct {
	p             *text.Printer
	r             *register.Register
	boards, paths map[string]string // by unit
}

// NewDutyWords returns a writer of findings.
func NewDutyWords(p *text.Printer, r *register.Register) *DutyWords {
	return &DutyWords{p, r, map[string]string{}, map[string]string{}}
}

// Subject names the asset or the unit that a finding is on.
func (w *DutyWords) Subject(f duty.Finding) string {
	if f.Record != nil {
		return f.Record.Asset.Name
	}
	u, _ := w.r.Organisation().Unit(f.Unit)
	return u.Name
}

// Board names the nämnd or bolag that answers.
func (w *DutyWords) Board(f duty.Finding) string { return w.BoardOf(f.Unit) }

// BoardOf names the nämnd or bolag of a unit.
func (w *DutyWords) BoardOf(unit string) string {
	return once(w.boards, unit, func() string {
		board, _ := w.r.Organisation().Board(unit)
		return board.Name
	})
}

// PathOf is the path of a unit.
func (w *DutyWords) PathOf(unit string) string {
	return once(w.paths, unit, func() string { return UnitBelow(w.r, unit) })
}

// once looks a unit's words up, or works them out the first time.
func once(known map[string]string, unit string, words func() string) string {
	s, ok := known[unit]
	if !ok && unit != "" {
		s = words()
		known[unit] = s
	}
	return s
}

// Short is what is missing in a few words.
func (w *DutyWords) Short(f duty.Finding) string { return f.Short().In(w.p) }

// Responsible is who answers, a dash for nobody.
func (w *DutyWords) Responsible(f duty.Finding) string { return cmp.Or(f.Responsible, "–") }

// Severity is how serious a finding is.
func (w *DutyWords) Severity(f duty.Finding) string { return f.Severity.Label().In(w.p) }

// ShareWords writes a share of duties met: never all of them while any is not.
func ShareWords(p *text.Printer, t duty.Tally) string { return p.Percent(t.Met, t.Asked) }
