package present

import (
	"cmp"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// DocumentRow is a line of the list of governing documents.
type DocumentRow struct {
	governance.Document
	KindWords, BodyWords, For, State string
	// Late is true where the review should have been made, Gone where the
	// document does not hold today.
	Late, Gone bool
}

// DocumentRows lists the governing documents, those that hold first.
func DocumentRows(p *text.Printer, r *register.Register) []DocumentRow {
	day := text.Date(r.Today())
	var out []DocumentRow
	for _, d := range r.Governance().Documents() {
		row := DocumentRow{Document: d, KindWords: d.Kind.Label().In(p), BodyWords: d.Body.Label().In(p), For: ForWords(p, r, d.Unit)}
		row.Late, row.Gone = duty.LateDocument(r, d, r.Today()), !d.Holds(day)
		switch {
		case row.Late:
			row.State = p.T("governance.state.late")
		case d.Repealed != "" && d.Repealed <= day:
			row.State = p.T("governance.state.repealed", "on", d.Repealed)
		case row.Gone:
			row.State = p.T("governance.state.later")
		default:
			row.State = p.T("governance.state.holds")
		}
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b DocumentRow) int { return cmp.Compare(toInt(a.Gone), toInt(b.Gone)) })
	return out
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ForWords tells what a document applies to.
func ForWords(p *text.Printer, r *register.Register, unit string) string {
	if unit == "" {
		return p.T("governance.whole")
	}
	return asset.Path(r.Organisation().UnitPath(unit))
}

// CheckRow is a line of what the units look into every year.
type CheckRow struct {
	duty.OwedCheck
	ID                                string
	UnitName, What, Made, Outcome, By string
	State                             string
	Missing                           bool
}

// CheckRows lists what the units are to look into, what is missing or late first.
func CheckRows(p *text.Printer, r *register.Register) []CheckRow {
	var out []CheckRow
	for _, o := range duty.OwedChecks(r, r.Today()) {
		row := CheckRow{OwedCheck: o, ID: o.Unit.ID + "/" + string(o.Kind), UnitName: o.Unit.Name, What: o.Kind.Label().In(p), Made: o.Newest.On, By: o.Newest.By, Outcome: CheckOutcome(p, o.Newest)}
		switch {
		case o.Due == "":
			row.Missing, row.State = true, p.T("governance.state.missing")
		case o.Late:
			row.State = p.T("governance.state.again", "on", o.Due)
		default:
			row.State = p.T("governance.state.until", "on", o.Due)
		}
		if o.Newest.Unit != "" && o.Newest.Unit != o.Unit.ID {
			above, _ := r.Organisation().Unit(o.Newest.Unit)
			row.By = p.T("governance.byAbove", "who", o.Newest.By, "unit", above.Name)
		}
		out = append(out, row)
	}
	urgency := func(c CheckRow) int {
		switch {
		case c.Missing:
			return 0
		case c.Late:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(out, func(a, b CheckRow) int { return cmp.Compare(urgency(a), urgency(b)) })
	return out
}

// CheckOutcome is what came out of a check in one line.
func CheckOutcome(p *text.Printer, c governance.Check) string {
	var said []string
	switch c.Kind {
	case governance.Training:
		if share, ok := c.Share(); ok {
			said = append(said, p.T("governance.trainedOf", "trained", p.Int(*c.Trained), "staff", p.Int(*c.Staff), "share", p.Percent(int(share*1000), 1000)))
		}
		if c.External != nil && *c.External > 0 {
			said = append(said, p.T("governance.externalTrained", "n", p.Int(*c.External)))
		}
	case governance.Compliance:
		yes := 0
		for _, a := range c.Answers {
			if a.Reply == governance.Yes {
				yes++
			}
		}
		if len(c.Answers) > 0 {
			said = append(said, p.T("governance.answeredYes", "yes", p.Int(yes), "of", p.Int(len(c.Answers))))
		}
	}
	if c.Outcome != "" {
		said = append(said, strings.Join(strings.Fields(c.Outcome), " "))
	}
	return strings.Join(said, ". ")
}

// BeginCheck is what the form of a check begins with: the questions and
// whatever the one before asked.
func BeginCheck(p *text.Printer, r *register.Register, row CheckRow) governance.Check {
	c := governance.Check{Kind: row.Kind, Unit: row.Unit.ID, On: text.Date(r.Today()), By: cmp.Or(row.Unit.Manager, row.Unit.ManagerName)}
	if c.Kind != governance.Compliance {
		return c
	}
	for _, a := range row.Newest.Answers {
		c.Answers = append(c.Answers, governance.Answer{Question: a.Question})
	}
	if len(c.Answers) == 0 {
		for _, key := range governance.Questions {
			c.Answers = append(c.Answers, governance.Answer{Question: text.Msg(key).In(p)})
		}
	}
	return c
}

// GovernanceCounts tells how many documents hold and how many checks are not in time.
func GovernanceCounts(p *text.Printer, documents []DocumentRow, checks []CheckRow) string {
	holding, waiting := 0, 0
	for _, d := range documents {
		holding += 1 - toInt(d.Gone)
	}
	for _, c := range checks {
		waiting += toInt(c.Missing || c.Late)
	}
	return p.N("governance.counts", holding, "checks", p.Int(waiting))
}
