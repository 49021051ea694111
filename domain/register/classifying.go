package register

import (
	"context"
	"slices"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Versions returns an asset's imported and decided classifications, newest first.
func (cs *Classifications) Versions(assetID string) []classify.Classification {
	cs.reg.mu.RLock()
	defer cs.reg.mu.RUnlock()
	out := slices.Clone(cs.versions[assetID])
	slices.Reverse(out)
	return out
}

// StartDraft returns the draft of an asset, or a fresh one that begins with
// the levels and reasons in force; it is stored only by SaveDraft.
func (cs *Classifications) StartDraft(id string) (classify.Classification, error) {
	rec, ok := cs.reg.Record(id)
	if !ok {
		return classify.Classification{}, text.Fail(nil, "register.problem.gone")
	}
	if rec.Draft != nil {
		return rec.Draft.Clone(), nil
	}
	c := classify.Classification{}
	if rec.Class != nil {
		c = rec.Class.Clone()
	}
	rec.begin(&c)
	c.ID, c.Asset, c.State, c.Source, c.SourceRow, c.Matrix = "", id, classify.Draft, "", 0, ""
	c.Scale = cs.ScaleInForce().ID
	c.DecidedOn, c.NextReview = text.Date(cs.reg.Today()), ""
	return c, nil
}

// SaveDraft stores a classification being worked on. Nothing is written when the
// stored draft says the same.
func (cs *Classifications) SaveDraft(ctx context.Context, c classify.Classification) error {
	rec, ok := cs.reg.Record(c.Asset)
	if !ok {
		return text.Fail(nil, "register.problem.gone")
	}
	c.State = classify.Draft
	if rec.Draft != nil && sameDocument(*rec.Draft, c) {
		return nil
	}
	_, err := cs.reg.Commit(ctx, text.Msg("why.draft", "name", rec.Asset.Name), PutDraft(c, rec.DraftRevision))
	return err
}

// DiscardDraft throws a draft away; the log keeps it, and Undo brings it back.
func (cs *Classifications) DiscardDraft(ctx context.Context, id string) error {
	rec, ok := cs.reg.Record(id)
	if !ok || rec.Draft == nil {
		return nil
	}
	_, err := cs.reg.Commit(ctx, text.Msg("why.discard", "name", rec.Asset.Name), Delete(KindDraft.Ref(id), id, rec.DraftRevision))
	return err
}

// Decide makes a version of a classification and removes the draft, if any. If
// something is missing it fails with the first problem.
func (cs *Classifications) Decide(ctx context.Context, c classify.Classification) (classify.Classification, error) {
	rec, ok := cs.reg.Record(c.Asset)
	if !ok {
		return c, text.Fail(nil, "register.problem.gone")
	}
	if problems := c.Problems(cs.reg.Today()); len(problems) > 0 {
		return c, &text.Error{Message: problems[0].Message}
	}
	c.ID, c.State, c.Source, c.SourceRow = cs.reg.NewID(), classify.Decided, "", 0
	c.Noes = [4]uint8{}
	edits, err := cs.settle(rec, &c)
	if err != nil {
		return c, err
	}
	edits = append(edits, cs.keepMatrix(&c)...)
	edits = append(edits, PutClassification(c))
	if rec.Draft != nil {
		edits = append(edits, Delete(KindDraft.Ref(c.Asset), c.Asset, rec.DraftRevision))
	}
	_, err = cs.reg.Commit(ctx, text.Msg("why.decide", "name", rec.Asset.Name, "profile", c.Profile.String()), edits...)
	return c, err
}
