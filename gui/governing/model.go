package governing

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

// documentRow is a line of the list of governing documents.
type documentRow struct {
	governance.Document
	KindWords, BodyWords, For, State string
	// Late is true where the review should have been made, Gone where the
	// document does not hold today.
	Late, Gone bool
}

// documentRows lists the governing documents, those that hold first.
func documentRows(p *text.Printer, r *register.Register) []documentRow {
	day := text.Date(r.Today())
	var out []documentRow
	for _, d := range r.Governance().Documents() {
		row := documentRow{Document: d, KindWords: d.Kind.Label().In(p), BodyWords: d.Body.Label().In(p), For: forWords(p, r, d.Unit)}
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
	slices.SortStableFunc(out, func(a, b documentRow) int { return cmp.Compare(toInt(a.Gone), toInt(b.Gone)) })
	return out
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// forWords says what a document applies to.
func forWords(p *text.Printer, r *register.Register, unit string) string {
	if unit == "" {
		return p.T("governance.whole")
	}
	return asset.Path(r.Organisation().UnitPath(unit))
}

// checkRow is a line of what the units look into every year.
type checkRow struct {
	duty.OwedCheck
	ID                                string
	UnitName, What, Made, Outcome, By string
	State                             string
	Missing                           bool
}

// checkRows lists what the units are to look into, what is missing or late first.
func checkRows(p *text.Printer, r *register.Register) []checkRow {
	var out []checkRow
	for _, o := range duty.OwedChecks(r, r.Today()) {
		row := checkRow{OwedCheck: o, ID: o.Unit.ID + "/" + string(o.Kind), UnitName: o.Unit.Name, What: o.Kind.Label().In(p), Made: o.Newest.On, By: o.Newest.By, Outcome: checkOutcome(p, o.Newest)}
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
	urgency := func(c checkRow) int {
		switch {
		case c.Missing:
			return 0
		case c.Late:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(out, func(a, b checkRow) int { return cmp.Compare(urgency(a), urgency(b)) })
	return out
}

// checkOutcome is what came out of a check in one line.
func checkOutcome(p *text.Printer, c governance.Check) string {
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

// beginCheck is what the form of a check begins with: the questions and
// whatever the one before asked.
func beginCheck(p *text.Printer, r *register.Register, row checkRow) governance.Check {
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

// counts says how many documents are in force and how many checks are late.
func counts(p *text.Printer, documents []documentRow, checks []checkRow) string {
	holding, waiting := 0, 0
	for _, d := range documents {
		holding += 1 - toInt(d.Gone)
	}
	for _, c := range checks {
		waiting += toInt(c.Missing || c.Late)
	}
	return p.N("governance.counts", holding, "checks", p.Int(waiting))
}
