package register

import (
	"strconv"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindDocument is a governing document.
// KindCheck is what a unit has looked into and recorded.
const (
	KindDocument ledger.Kind = "document"
	KindCheck    ledger.Kind = "check"
)

var (
	documentKind *kindOf[governance.Document]
	checkKind    *kindOf[governance.Check]
)

func init() {
	documentKind = declare(kindOf[governance.Document]{
		name: KindDocument,
		id:   func(d governance.Document) string { return d.ID }, owner: func(d governance.Document) string { return d.Unit },
		valid:    func(d governance.Document) error { return d.Validate() },
		unit:     func(d *governance.Document) *string { return &d.Unit },
		describe: documentLines,
	})
	checkKind = declare(kindOf[governance.Check]{
		name: KindCheck,
		id:   func(c governance.Check) string { return c.ID }, owner: func(c governance.Check) string { return c.Unit },
		clone:    governance.Check.Clone,
		valid:    func(c governance.Check) error { return c.Validate() },
		unit:     func(c *governance.Check) *string { return &c.Unit },
		describe: checkLines,
	})
}

// PutDocument stores a governing document; base is the revision it was edited
// from, 0 for a new one. The change is in the history of the document's unit.
func PutDocument(d governance.Document, base ledger.Revision) Edit { return documentKind.put(d, base) }

// PutCheck stores a check in the history of its unit.
func PutCheck(c governance.Check, base ledger.Revision) Edit { return checkKind.put(c, base) }

func documentLines(r *Register, p *text.Printer, d governance.Document) lines {
	return lines{
		say("governance.field.kind", d.Kind.Label().In(p)),
		say("governance.field.title", d.Title),
		say("governance.field.body", d.Body.Label().In(p)),
		say("governance.field.decidedOn", d.DecidedOn),
		say("governance.field.dnr", d.Dnr),
		say("governance.field.version", d.Version),
		say("governance.field.unit", r.organisation.unitName(p, d.Unit)),
		say("governance.field.nextReview", d.NextReview),
		say("governance.field.repealed", d.Repealed),
		say("governance.field.link", d.Link),
	}
}

func checkLines(_ *Register, p *text.Printer, c governance.Check) lines {
	of := func(key, value string) line {
		return line{text.Msg(key, "check", c.Kind.Label()), string(c.Kind), value}
	}
	ls := lines{
		of("governance.field.on", c.On), of("governance.field.by", c.By), of("governance.field.outcome", c.Outcome),
		say("governance.field.staff", number(p, c.Staff)), say("governance.field.trained", number(p, c.Trained)),
		say("governance.field.external", number(p, c.External)),
	}
	for i, a := range c.Answers {
		said := a.Reply.Label().In(p)
		if a.Finding != "" {
			said += ". " + a.Finding
		}
		ls = append(ls, line{text.Msg("governance.field.answer", "question", a.Question), strconv.Itoa(i) + a.Question, said})
	}
	return ls
}
