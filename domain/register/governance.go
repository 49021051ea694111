package register

import (
	"context"
	"slices"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// Documents returns every governing document, what governs most first.
func (g *Governance) Documents() []governance.Document {
	all := documentKind.list(g.reg)
	governance.Sort(all)
	return all
}

// Document returns one governing document.
func (g *Governance) Document(id string) (governance.Document, bool) {
	return documentKind.find(g.reg, id)
}

// Checks returns every yearly check, the newest first.
func (g *Governance) Checks() []governance.Check {
	all := checkKind.list(g.reg)
	slices.SortFunc(all, governance.CompareChecks)
	return all
}

// Check returns one yearly check.
func (g *Governance) Check(id string) (governance.Check, bool) {
	return checkKind.find(g.reg, id)
}

// SaveDocument stores a governing document; base is the revision that its
// editor saw. One without an id is new and is given one. Nothing is written
// when it is as it was.
func (g *Governance) SaveDocument(ctx context.Context, d governance.Document, base ledger.Revision) (governance.Document, error) {
	d = d.Tidy()
	why := "why.document.change"
	if d.ID == "" {
		d.ID, base, why = g.reg.NewID(), 0, "why.document.add"
	} else if old, ok := g.Document(d.ID); ok && old == d && g.reg.RevisionOf(KindDocument.Ref(d.ID)) == base {
		return d, nil
	}
	_, err := g.reg.Commit(ctx, text.Msg(why, "title", short(d.Title)), PutDocument(d, base))
	return d, err
}

// DeleteDocument takes a governing document away; the log keeps it. One that
// no longer holds is better repealed, and stays in the list.
func (g *Governance) DeleteDocument(ctx context.Context, id string) error {
	d, ok := g.Document(id)
	if !ok {
		return text.Fail(nil, "governance.problem.gone")
	}
	_, err := g.reg.Commit(ctx, text.Msg("why.document.delete", "title", short(d.Title)), g.reg.removal(KindDocument.Ref(id)))
	return err
}

// SaveCheck stores a yearly check as SaveDocument does a document. Without a
// day it was made today; one that lies ahead is refused.
func (g *Governance) SaveCheck(ctx context.Context, c governance.Check, base ledger.Revision) (governance.Check, error) {
	c = c.Tidy()
	if c.On == "" {
		c.On = text.Date(g.reg.Today())
	}
	why := "why.check.change"
	if c.ID == "" {
		c.ID, base, why = g.reg.NewID(), 0, "why.check.add"
	} else if old, ok := g.Check(c.ID); ok && sameDocument(old, c) && g.reg.RevisionOf(KindCheck.Ref(c.ID)) == base {
		return c, nil
	}
	if err := c.Made(g.reg.Today()); err != nil {
		return c, err
	}
	_, err := g.reg.Commit(ctx, text.Msg(why, "check", c.Kind.Label(), "unit", g.reg.organisation.unitTitle(c.Unit)), PutCheck(c, base))
	return c, err
}

// DeleteCheck takes a yearly check away; the log keeps it.
func (g *Governance) DeleteCheck(ctx context.Context, id string) error {
	c, ok := g.Check(id)
	if !ok {
		return text.Fail(nil, "governance.problem.gone")
	}
	_, err := g.reg.Commit(ctx, text.Msg("why.check.delete", "check", c.Kind.Label(), "unit", g.reg.organisation.unitTitle(c.Unit)), g.reg.removal(KindCheck.Ref(id)))
	return err
}

func (o *Organisation) unitTitle(id string) string {
	u, _ := o.Unit(id)
	return u.Name
}
