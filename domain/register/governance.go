package register

import (
	"context"
	"maps"
	"slices"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// governed is the governing documents and the yearly checks. The maps are
// replaced, never changed, so that readers may keep them.
type governed struct {
	documents map[string]governance.Document
	checks    map[string]governance.Check
}

func (g *governed) apply(ref ledger.Ref, value any) {
	if ref.Kind == KindDocument {
		replace(&g.documents, ref.ID, value)
		return
	}
	replace(&g.checks, ref.ID, value)
}

// load puts one there before anyone reads.
func (g *governed) load(ref ledger.Ref, value any) {
	switch v := value.(type) {
	case governance.Document:
		put(&g.documents, ref.ID, v)
	case governance.Check:
		put(&g.checks, ref.ID, v)
	}
}

func (g *governed) valueOf(ref ledger.Ref) any {
	if ref.Kind == KindDocument {
		return stored(g.documents, ref.ID)
	}
	return stored(g.checks, ref.ID)
}

// of tells whether a document or a check speaks of a unit that edits do not move away.
func (g *governed) of(unit string, after map[ledger.Ref]any) bool {
	for _, d := range g.documents {
		if _, touched := after[KindDocument.Ref(d.ID)]; d.Unit == unit && !touched {
			return true
		}
	}
	for _, c := range g.checks {
		if _, touched := after[KindCheck.Ref(c.ID)]; c.Unit == unit && !touched {
			return true
		}
	}
	return false
}

// PutDocument stores a governing document; base is the revision it was edited
// from, 0 for a new one. It stands in the history of the unit that it is for.
func PutDocument(d governance.Document, base ledger.Revision) Edit {
	about := d.Unit
	if about == "" {
		about = d.ID
	}
	return Edit{ref: KindDocument.Ref(d.ID), about: about, base: base, value: d}
}

// PutCheck stores a check in the history of its unit.
func PutCheck(c governance.Check, base ledger.Revision) Edit {
	return Edit{ref: KindCheck.Ref(c.ID), about: c.Unit, base: base, value: c.Clone()}
}

// Documents returns every governing document, what governs most first.
func (g *Governance) Documents() []governance.Document {
	g.reg.mu.RLock()
	all := slices.Collect(maps.Values(g.governed.documents))
	g.reg.mu.RUnlock()
	governance.Sort(all)
	return all
}

// Document returns one governing document.
func (g *Governance) Document(id string) (governance.Document, bool) {
	g.reg.mu.RLock()
	defer g.reg.mu.RUnlock()
	d, ok := g.governed.documents[id]
	return d, ok
}

// Checks returns every yearly check, the newest first.
func (g *Governance) Checks() []governance.Check {
	g.reg.mu.RLock()
	all := slices.Collect(maps.Values(g.governed.checks))
	g.reg.mu.RUnlock()
	slices.SortFunc(all, governance.CompareChecks)
	return all
}

// Check returns one yearly check.
func (g *Governance) Check(id string) (governance.Check, bool) {
	g.reg.mu.RLock()
	defer g.reg.mu.RUnlock()
	c, ok := g.governed.checks[id]
	return c, ok
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
	e := PutDocument(d, g.reg.RevisionOf(KindDocument.Ref(id)))
	_, err := g.reg.Commit(ctx, text.Msg("why.document.delete", "title", short(d.Title)), Delete(e.ref, e.about, e.base))
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
	ref := KindCheck.Ref(id)
	_, err := g.reg.Commit(ctx, text.Msg("why.check.delete", "check", c.Kind.Label(), "unit", g.reg.organisation.unitTitle(c.Unit)), Delete(ref, c.Unit, g.reg.RevisionOf(ref)))
	return err
}

func (o *Organisation) unitTitle(id string) string {
	u, _ := o.Unit(id)
	return u.Name
}

// checkGoverned refuses a document or a check that is not whole, or of a unit that is not there.
func (g *Governance) checkGoverned(e Edit, after map[ledger.Ref]any) error {
	unit := ""
	switch v := e.value.(type) {
	case governance.Document:
		if err := v.Validate(); err != nil {
			return err
		}
		unit = v.Unit
	case governance.Check:
		if err := v.Validate(); err != nil {
			return err
		}
		unit = v.Unit
	}
	if unit == "" {
		return nil
	}
	ref := KindUnit.Ref(unit)
	there := g.reg.revisionOf(ref) != 0
	if value, touched := after[ref]; touched {
		there = value != nil
	}
	if !there {
		return text.Fail(nil, "governance.problem.unit")
	}
	return nil
}

// inherit moves documents and checks from units that are gone to their heirs,
// in a fixed order. A unit that is retired keeps its own: they are its history.
func (g *governed) inherit(heirs map[string]string, gone map[string]bool, base func(ledger.Ref) ledger.Revision) []Edit {
	var edits []Edit
	for _, id := range slices.Sorted(maps.Keys(g.documents)) {
		d := g.documents[id]
		if gone[d.Unit] {
			d.Unit = heirs[d.Unit]
			edits = append(edits, PutDocument(d, base(KindDocument.Ref(id))))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(g.checks)) {
		c := g.checks[id]
		if gone[c.Unit] {
			c.Unit = heirs[c.Unit]
			edits = append(edits, PutCheck(c, base(KindCheck.Ref(id))))
		}
	}
	return edits
}

func (g *Governance) documentLines(p *text.Printer, d governance.Document) lines {
	return lines{
		{text.Msg("governance.field.kind"), d.Kind.Label().In(p)},
		{text.Msg("governance.field.title"), d.Title},
		{text.Msg("governance.field.body"), d.Body.Label().In(p)},
		{text.Msg("governance.field.decidedOn"), d.DecidedOn},
		{text.Msg("governance.field.dnr"), d.Dnr},
		{text.Msg("governance.field.version"), d.Version},
		{text.Msg("governance.field.unit"), g.reg.organisation.unitName(p, d.Unit)},
		{text.Msg("governance.field.nextReview"), d.NextReview},
		{text.Msg("governance.field.repealed"), d.Repealed},
		{text.Msg("governance.field.link"), d.Link},
	}
}

func checkLines(p *text.Printer, c governance.Check) lines {
	of := func(key string) text.Message { return text.Msg(key, "check", c.Kind.Label()) }
	number := func(n *int) string {
		if n == nil {
			return ""
		}
		return p.Int(*n)
	}
	ls := lines{
		{of("governance.field.on"), c.On}, {of("governance.field.by"), c.By}, {of("governance.field.outcome"), c.Outcome},
		{text.Msg("governance.field.staff"), number(c.Staff)}, {text.Msg("governance.field.trained"), number(c.Trained)},
		{text.Msg("governance.field.external"), number(c.External)},
	}
	for _, a := range c.Answers {
		said := a.Reply.Label().In(p)
		if a.Finding != "" {
			said += ". " + a.Finding
		}
		ls = append(ls, line{text.Msg("governance.field.answer", "question", a.Question), said})
	}
	return ls
}
