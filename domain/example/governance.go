package example

import (
	"context"
	"fmt"

	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Governance adds governing documents to a register with units, one of them due
// for review, and yearly checks of the units: by turns in time, too old and not
// made.
func Governance(ctx context.Context, r *register.Register) error {
	var edits []register.Edit
	for _, d := range documents(r) {
		d.ID = r.NewID()
		edits = append(edits, register.PutDocument(d, 0))
	}
	made := map[governance.CheckKind]int{}
	for _, owed := range duty.OwedChecks(r, r.Today()) {
		turn := made[owed.Kind]
		made[owed.Kind]++
		if c, ok := check(r, owed, turn); ok {
			edits = append(edits, register.PutCheck(c, 0))
		}
	}
	_, err := r.Commit(ctx, text.Msg("why.example.governance"), edits...)
	return err
}

func documents(r *register.Register) []governance.Document {
	day := func(months int) string { return text.Date(r.Today().AddDate(0, months, 0)) }
	dnr := func(months, n int) string {
		return fmt.Sprintf("KS %d/%04d", r.Today().AddDate(0, months, 0).Year(), n)
	}
	return []governance.Document{
		{Kind: governance.Policy, Title: "Informationssäkerhetspolicy", Body: governance.Council, DecidedOn: day(-19), Dnr: dnr(-19, 214), Version: "2.0", NextReview: day(5)},
		{Kind: governance.Policy, Title: "It-säkerhetspolicy", Body: governance.Council, DecidedOn: day(-96), Dnr: dnr(-96, 57), Version: "1.0", Repealed: day(-19)},
		{Kind: governance.Rule, Title: "Regler för behörigheter och lösenord", Body: governance.ManagementGroup, DecidedOn: day(-8), Dnr: dnr(-8, 301), Version: "1.1", NextReview: day(4)},
		{Kind: governance.Routine, Title: "Rutin för informationssäkerhetsincidenter", Body: governance.ManagementGroup, DecidedOn: day(-26), Dnr: dnr(-26, 88), Version: "1.0", NextReview: day(-2)},
	}
}

// monthsAgo is how many months ago the checks were made, by turns; 0 where not made.
var monthsAgo = []int{4, 15, 0}

// check returns a check that a unit owes, and false where it has not made it.
func check(r *register.Register, owed duty.OwedCheck, turn int) (governance.Check, bool) {
	months := monthsAgo[turn%len(monthsAgo)]
	by := owed.Unit.Manager
	if by == "" {
		by = "Nämndens ordförande"
	}
	c := governance.Check{ID: r.NewID(), Kind: owed.Kind, Unit: owed.Unit.ID, On: text.Date(r.Today().AddDate(0, -months, 0)), By: by}
	switch owed.Kind {
	case governance.Needs:
		c.Outcome = "Kommunens gemensamma regler räcker. Inga egna regler behövs."
	case governance.Training:
		staff := 40 + 35*turn
		trained := staff - staff/(5+turn)
		external := turn % 4
		c.Staff, c.Trained, c.External = &staff, &trained, &external
	case governance.Compliance:
		c.Answers = answers(turn)
	}
	return c, months > 0
}

// answers replies partly to one question of each check, and yes to the others.
func answers(turn int) []governance.Answer {
	p := text.In(text.Swedish)
	var out []governance.Answer
	for i, key := range governance.Questions {
		a := governance.Answer{Question: p.T(key), Reply: governance.Yes}
		if i == (turn+1)%len(governance.Questions) {
			a.Reply, a.Finding = governance.Partly, "Genomgången är påbörjad men inte klar."
		}
		out = append(out, a)
	}
	return out
}
