package register

import (
	"context"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// ClassifyAlike gives each asset a decided version of its own with the same
// levels, reasons and decision, in one commit. Drafts of theirs are gone
// afterwards. What an asset must have for the information it holds is never
// lowered. It fails with the first problem where something is missing.
func (cs *Classifications) ClassifyAlike(ctx context.Context, ids []string, c classify.Classification) (int, error) {
	if problems := c.Problems(cs.reg.Today()); len(problems) > 0 {
		return 0, &text.Error{Message: problems[0].Message}
	}
	c.State, c.Source, c.SourceRow, c.Noes = classify.Decided, "", 0, [4]uint8{}
	c.Scale = cs.ScaleInForce().ID
	edits := cs.keepMatrix(&c)
	unique := uniqueIDs(ids)
	for _, id := range unique {
		rec, ok := cs.reg.Record(id)
		if !ok {
			return 0, text.Fail(nil, "register.problem.gone")
		}
		v := rec.alike(c)
		v.ID, v.Asset = cs.reg.NewID(), id
		settled, err := cs.settle(rec, &v)
		if err != nil {
			return 0, err
		}
		edits = append(append(edits, settled...), PutClassification(v))
		if rec.Draft != nil {
			edits = append(edits, Delete(KindDraft.Ref(id), id, rec.DraftRevision))
		}
	}
	if len(unique) == 0 {
		return 0, text.Fail(nil, "register.problem.gone")
	}
	_, err := cs.reg.Commit(ctx, text.Msg("why.alike", "n", len(unique), "profile", c.Profile.String()), edits...)
	return len(unique), err
}

// Alike is what an asset's levels become when it is classified as p. A system
// that holds information is never lowered: neither below that information nor
// below its present levels.
func (r *Record) Alike(p classify.Profile) classify.Profile {
	if r.Holding == nil {
		return p
	}
	return p.Max(r.Profile()).Max(r.Holding.Demand())
}

// alike is c as it becomes for an asset. The reason of a level that stays higher
// is the one it had.
func (r *Record) alike(c classify.Classification) classify.Classification {
	v := c.Clone()
	v.Profile = r.Alike(c.Profile)
	for _, a := range classify.Aspects {
		if v.Profile[a] == c.Profile[a] {
			continue
		}
		v.Forget(a)
		if r.Class != nil && r.Class.Reasons[a] != "" {
			v.Reasons[a] = r.Class.Reasons[a]
		}
	}
	return v
}
