package register

import (
	"context"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Has reports whether the asset has a trait by a municipality's demands: by its
// levels, or because someone has decided so.
func (r *Record) Has(t asset.Trait, d classify.Demands) bool {
	return d.Brings(t.Obligation(), r.Asset.Object(), r.Profile())
}

// MarkAsset stores a decision by hand that an asset has a trait or does not have
// it; nil leaves it to the levels again. A mark without a day is given today's.
// Nothing is written when the stored mark says the same.
func (r *Register) MarkAsset(ctx context.Context, id string, t asset.Trait, m *asset.Mark) error {
	rec, ok := r.Record(id)
	if !ok {
		return text.Fail(nil, "register.problem.gone")
	}
	if t == asset.Critical && rec.Asset.Kind != asset.System && m != nil {
		return text.Fail(nil, "mark.problem.system", "name", rec.Asset.Name)
	}
	why := text.Msg("why.mark.rule", "name", rec.Asset.Name, "trait", t.Label())
	if m != nil {
		mark := asset.Mark{Holds: m.Holds, Reason: strings.TrimSpace(m.Reason), By: strings.TrimSpace(m.By), On: m.On}
		if mark.On == "" {
			mark.On = text.Date(r.Today())
		}
		m = &mark
		why.Key = "why.mark.not"
		if m.Holds {
			why.Key = "why.mark.holds"
		}
	}
	a := rec.Asset.Marked(t, m)
	if sameDocument(a, rec.Asset) {
		return nil
	}
	_, err := r.Commit(ctx, why, PutAsset(a, rec.Revision))
	return err
}

// MarkText writes a mark in words: "Ja, för hand: Länets enda register (Socialchef, 2026-11-23)".
func MarkText(p *text.Printer, m asset.Mark) string {
	key := "mark.not"
	if m.Holds {
		key = "mark.holds"
	}
	words := p.T(key, "reason", m.Reason)
	var who []string
	for _, s := range []string{m.By, m.On} {
		if s != "" {
			who = append(who, s)
		}
	}
	if len(who) == 0 {
		return words
	}
	return words + " (" + strings.Join(who, ", ") + ")"
}
