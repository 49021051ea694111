package register

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/asset"
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
