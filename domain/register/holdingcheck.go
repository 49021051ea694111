package register

import (
	"fmt"

	"infoklass/domain/asset"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// checkLink refuses a link between assets of other kinds than a system and an
// information set, which also is what keeps links from going in a circle.
func checkLink(l holding.Link, assets func(string) (asset.Asset, bool)) error {
	system, ok := assets(l.System)
	set, ok2 := assets(l.Set)
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

// checkHoldings refuses edits after which a link or an adjustment would have
// ends of the wrong kinds.
func (hs *Holdings) checkHoldings(edits []Edit, after map[ledger.Ref]any) error {
	assets := func(id string) (asset.Asset, bool) {
		if value, touched := after[KindAsset.Ref(id)]; touched {
			a, ok := value.(asset.Asset)
			return a, ok
		}
		if rec, ok := hs.reg.records[id]; ok {
			return rec.Asset, true
		}
		return asset.Asset{}, false
	}
	for _, e := range edits {
		var err error
		switch v := e.value.(type) {
		case holding.Link:
			err = checkLink(v, assets)
		case holding.Adjustment:
			if a, ok := assets(v.System); ok && a.Kind != asset.System {
				err = text.Fail(nil, "holding.problem.system", "name", a.Name)
			}
		case asset.Asset:
			err = hs.reg.checkKind(v, after)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkKind refuses that an asset becomes of another kind while it is linked.
func (r *Register) checkKind(a asset.Asset, after map[ledger.Ref]any) error {
	old, ok := r.records[a.ID]
	if !ok || old.Asset.Kind == a.Kind {
		return nil
	}
	for _, ref := range r.holdings.holdings.refs(a.ID) {
		if value, touched := after[ref]; !touched || value != nil {
			return text.Fail(fmt.Errorf("register: %s %s: %w", ref.Kind, ref.ID, ledger.ErrConflict), "holding.problem.kind", "name", a.Name)
		}
	}
	return nil
}
