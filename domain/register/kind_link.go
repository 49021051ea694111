package register

import (
	"iter"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindLink says that a system holds an information set; its id names both.
// KindAdjustment is a system's level raised or lowered; its id names the system and the aspect.
const (
	KindLink       ledger.Kind = "link"
	KindAdjustment ledger.Kind = "adjustment"
)

var (
	linkKind       *kindOf[holding.Link]
	adjustmentKind *kindOf[holding.Adjustment]
)

func init() {
	linkKind = declare(kindOf[holding.Link]{
		name: KindLink,
		id:   holding.Link.ID, owner: func(l holding.Link) string { return l.System },
		read:  (*reader).plainLink,
		valid: func(l holding.Link) error { return l.Validate() },
		fits:  linkFits, home: links{},
		assets:   func(l holding.Link) []string { return []string{l.System, l.Set} },
		describe: linkLines,
	})
	adjustmentKind = declare(kindOf[holding.Adjustment]{
		name: KindAdjustment,
		id:   holding.Adjustment.ID, owner: func(a holding.Adjustment) string { return a.System },
		valid: func(a holding.Adjustment) error { return a.Validate() },
		fits:  adjustmentFits, home: adjustments{},
		assets:   func(a holding.Adjustment) []string { return []string{a.System} },
		describe: adjustmentLines,
	})
}

// PutLink says that a system holds an information set.
func PutLink(l holding.Link, base ledger.Revision) Edit { return linkKind.put(l, base) }

// PutAdjustment raises or lowers a system's level in one aspect.
func PutAdjustment(a holding.Adjustment, base ledger.Revision) Edit {
	return adjustmentKind.put(a, base)
}

// linkFits returns an error for a link that is not from a system to an information
// set. That rule also keeps links from forming a ring.
func linkFits(c *checking, _ Edit, l holding.Link) error {
	system, ok := c.asset(l.System)
	set, ok2 := c.asset(l.Set)
	switch {
	case !ok || !ok2:
		return text.Fail(nil, "register.problem.gone")
	case system.Kind != asset.System:
		return text.Fail(nil, "holding.problem.system", "name", system.Name)
	case set.Kind != asset.InformationSet:
		return text.Fail(nil, "holding.problem.set", "name", set.Name)
	}
	return nil
}

func adjustmentFits(c *checking, _ Edit, a holding.Adjustment) error {
	if system, ok := c.asset(a.System); ok && system.Kind != asset.System {
		return text.Fail(nil, "holding.problem.system", "name", system.Name)
	}
	return nil
}

// links is the home of the links.
type links struct{}

func (links) put(r *Register, t *touched, _ change, l holding.Link) {
	r.holdings.link(l)
	t.record(r, l.System)
}

func (links) drop(r *Register, t *touched, id string) {
	system, set, _ := strings.Cut(id, "/")
	r.holdings.unlink(system, set)
	t.record(r, system)
}

func (links) get(r *Register, id string) (holding.Link, bool) {
	system, set, _ := strings.Cut(id, "/")
	return r.holdings.find(system, set)
}

func (links) all(r *Register) iter.Seq2[string, holding.Link] {
	return func(yield func(string, holding.Link) bool) {
		for _, of := range r.holdings.links {
			for _, l := range of {
				if !yield(l.ID(), l) {
					return
				}
			}
		}
	}
}

func (links) ofAsset(r *Register, assetID string) []string {
	h := r.holdings
	var ids []string
	for _, l := range h.links[assetID] {
		ids = append(ids, l.ID())
	}
	for _, system := range h.systems[assetID] {
		ids = append(ids, holding.Link{System: system, Set: assetID}.ID())
	}
	return ids
}

// adjustments is the home of the adjustments.
type adjustments struct{}

func (adjustments) put(r *Register, t *touched, _ change, a holding.Adjustment) {
	r.holdings.adjust(a.System, a.Of(), &a)
	t.record(r, a.System)
}

func (adjustments) drop(r *Register, t *touched, id string) {
	system, aspect, _ := strings.Cut(id, "/")
	if a, ok := classify.AspectOf(aspect); ok {
		r.holdings.adjust(system, a, nil)
	}
	t.record(r, system)
}

func (adjustments) get(r *Register, id string) (a holding.Adjustment, ok bool) {
	system, aspect, _ := strings.Cut(id, "/")
	of, known := classify.AspectOf(aspect)
	if !known || r.holdings.adjusted[system][of] == nil {
		return a, false
	}
	return *r.holdings.adjusted[system][of], true
}

func (adjustments) all(r *Register) iter.Seq2[string, holding.Adjustment] {
	return func(yield func(string, holding.Adjustment) bool) {
		for _, of := range r.holdings.adjusted {
			for _, a := range of {
				if a != nil && !yield(a.ID(), *a) {
					return
				}
			}
		}
	}
}

func (adjustments) ofAsset(r *Register, assetID string) []string {
	var ids []string
	for _, a := range r.holdings.adjusted[assetID] {
		if a != nil {
			ids = append(ids, a.ID())
		}
	}
	return ids
}

func linkLines(r *Register, p *text.Printer, l holding.Link) lines {
	return lines{say("holding.field.set", r.assetName(p, l.Set)), say("holding.field.since", l.Since)}
}

func adjustmentLines(_ *Register, p *text.Printer, a holding.Adjustment) lines {
	of := func(key, value string) line {
		return line{text.Msg(key, "aspect", text.Msg("aspect."+a.Of().Key())), a.Aspect, value}
	}
	return lines{
		of("holding.field.way", a.Way.Label().In(p)),
		of("holding.field.level", a.Level.String()),
		of("holding.field.reason", a.Reason),
		of("holding.field.decidedBy", a.DecidedBy),
		of("holding.field.decidedOn", a.DecidedOn),
	}
}
