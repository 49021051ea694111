package register

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// AddAsset stores a new asset, gives it an id and returns it.
func (r *Register) AddAsset(ctx context.Context, a asset.Asset) (asset.Asset, error) {
	a.ID = r.NewID()
	a.Name = strings.TrimSpace(a.Name)
	_, err := r.Commit(ctx, text.Msg("why.add", "name", a.Name), PutAsset(a, 0))
	return a, err
}

// ChangeAsset stores an edited asset; base is the revision that its editor saw.
// A new information owner is owner since today unless the edit says since when.
// Nothing is written when the asset is as it was.
func (r *Register) ChangeAsset(ctx context.Context, a asset.Asset, base ledger.Revision) (ledger.Revision, error) {
	a.Name = strings.TrimSpace(a.Name)
	if rec, ok := r.Record(a.ID); ok {
		if rec.Revision == base && sameDocument(rec.Asset, a) {
			return base, nil
		}
		a = a.Dated(rec.Asset, text.Date(r.Today()))
	}
	return r.Commit(ctx, text.Msg("why.change", "name", a.Name), PutAsset(a, base))
}

// DeleteAssets takes assets and their classifications away in one commit.
func (r *Register) DeleteAssets(ctx context.Context, ids []string) (ledger.Revision, error) {
	var edits []Edit
	var names []string
	r.mu.RLock()
	for _, id := range uniqueIDs(ids) {
		if rec, ok := r.records[id]; ok {
			names = append(names, rec.Asset.Name)
			edits = append(edits, r.deletions(id)...)
		}
	}
	r.mu.RUnlock()
	var why text.Message
	switch len(names) {
	case 0:
		return 0, text.Fail(nil, "register.problem.gone")
	case 1:
		why = text.Msg("why.delete", "name", names[0])
	default:
		why = text.Msg("why.deleteMany", "n", len(names))
	}
	return r.Commit(ctx, why, once(edits)...)
}

// once keeps the first edit of each entity: what lies between two assets that go belongs to both.
func once(edits []Edit) []Edit {
	seen := make(map[ledger.Ref]bool, len(edits))
	return slices.DeleteFunc(edits, func(e Edit) bool {
		again := seen[e.ref]
		seen[e.ref] = true
		return again
	})
}

// deletions takes an asset away with all that belongs to it. The caller holds mu.
func (r *Register) deletions(id string) []Edit {
	edits := []Edit{r.deletion(KindAsset.Ref(id))}
	for _, k := range table {
		for _, of := range k.ofAsset(r, id) {
			edits = append(edits, r.deletion(k.called().Ref(of)))
		}
	}
	return edits
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

// SaveDraft keeps a classification being worked on. Nothing is written when
// it says what the stored draft says.
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

// Decide makes a version of a classification. It fails with the first problem
// where something is missing; the draft, if there was one, is gone afterwards.
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

// ChangeSettings stores the settings. Nothing is written when they are as they were.
func (r *Register) ChangeSettings(ctx context.Context, s Settings) error {
	if sameDocument(r.Settings(), s) {
		return nil
	}
	why := text.Msg("why.settings")
	if before := r.Settings(); before.Municipality == s.Municipality && before.Scale == s.Scale {
		why = text.Msg("why.policy")
	}
	_, err := r.Commit(ctx, why, PutSettings(s, r.RevisionOf(KindSettings.Ref(SettingsID))))
	return err
}
