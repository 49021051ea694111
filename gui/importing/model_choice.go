package importing

import (
	"slices"

	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// Left are the rows of a list that the user has left out.
type Left map[intake.RowRef]bool

// takes reports whether a row would be imported now: it changes something,
// waits for no answer, and has not been left out by the user.
func (l Left) takes(sheet string, e *intake.Entry) bool {
	g := GroupOf(e)
	return (g == reviewCreate || g == reviewUpdate) && !l[intake.RowRef{Sheet: sheet, Row: e.Row}]
}

// Takes reports whether the row of a line comes in.
func (l Left) Takes(r ReviewRow) bool { return l.takes(r.Table.Sheet, r.Entry) }

// Count returns how many rows come in.
func (l Left) Count(p *intake.Proposal) int {
	n := 0
	for i := range p.Tables {
		for j := range p.Tables[i].Rows {
			if l.takes(p.Tables[i].Sheet, &p.Tables[i].Rows[j]) {
				n++
			}
		}
	}
	return n
}

// Chosen is the proposal with nothing in it but what comes in: exactly what
// the review has shown. The others are skipped, and say why.
func (l Left) Chosen(p *intake.Proposal) *intake.Proposal {
	out := *p
	out.Questions = nil
	out.Counts = intake.Counts{}
	out.Tables = slices.Clone(p.Tables)
	for i := range out.Tables {
		t := &out.Tables[i]
		t.Rows = slices.Clone(t.Rows)
		for j := range t.Rows {
			e := &t.Rows[j]
			if !l.takes(t.Sheet, e) {
				leave(e, l[intake.RowRef{Sheet: t.Sheet, Row: e.Row}])
			}
			count(&out.Counts, e.Action)
		}
	}
	return &out
}

func leave(e *intake.Entry, chosen bool) {
	group := GroupOf(e)
	switch {
	case chosen && (group == reviewCreate || group == reviewUpdate || group == ReviewDecide):
		e.Action, e.Reason = intake.Skip, text.Msg("inventory.skip.chosen")
	case group == ReviewDecide && asksAboutRow(e):
		e.Action, e.Reason = intake.Skip, text.Msg("importing.left.undecided")
	}
}

func count(n *intake.Counts, a intake.Action) {
	n.Rows++
	switch a {
	case intake.Create:
		n.Create++
	case intake.Update:
		n.Update++
	case intake.Unchanged:
		n.Unchanged++
	case intake.Doubt:
		n.Doubt++
	case intake.Stop:
		n.Stop++
	case intake.Skip:
		n.Skip++
	}
}

// NotIn lists the rows that were not imported and why, up to most of them, and
// returns how many there are in all.
func NotIn(p *text.Printer, chosen *intake.Proposal, most int) (lines []string, n int) {
	for i := range chosen.Tables {
		t := &chosen.Tables[i]
		for j := range t.Rows {
			e := &t.Rows[j]
			if e.Action != intake.Stop && e.Action != intake.Skip && e.Action != intake.Doubt {
				continue
			}
			if n++; n > most {
				continue
			}
			why := ""
			if e.Reason.Key != "" {
				why = e.Reason.In(p)
			}
			if len(chosen.Tables) > 1 {
				lines = append(lines, p.T("importing.done.sheetRow", "sheet", t.Sheet, "row", p.Int(e.Row), "why", why))
			} else {
				lines = append(lines, p.T("importing.done.row", "row", p.Int(e.Row), "why", why))
			}
		}
	}
	return lines, n
}
