package register

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindAsset is an information asset.
const KindAsset ledger.Kind = "asset"

var assetKind *kindOf[asset.Asset]

func init() {
	assetKind = declare(kindOf[asset.Asset]{
		name: KindAsset, first: true,
		id:    func(a asset.Asset) string { return a.ID },
		clone: asset.Asset.Clone,
		read:  (*reader).plainAsset,
		valid: func(a asset.Asset) error { return a.Validate() },
		fits:  assetFits, leaves: assetLeaves,
		home:     records{},
		unit:     func(a *asset.Asset) *string { return &a.Unit },
		follows:  func(asset.Asset) bool { return true },
		describe: assetLines,
	})
}

// PutAsset stores an asset; base is the revision it was edited from, 0 for a new one.
func PutAsset(a asset.Asset, base ledger.Revision) Edit { return assetKind.put(a, base) }

// assetFits returns an error for a unit that does not exist, and for a change of kind while the asset is linked.
func assetFits(c *checking, _ Edit, a asset.Asset) error {
	if a.Unit != "" && !c.there(KindUnit.Ref(a.Unit)) {
		return text.Fail(nil, "register.problem.unit", "name", a.Name)
	}
	old, ok := c.r.records[a.ID]
	if !ok || old.Asset.Kind == a.Kind {
		return nil
	}
	for _, k := range []kind{linkKind, adjustmentKind} {
		for _, id := range k.ofAsset(c.r, a.ID) {
			if ref := k.called().Ref(id); c.stays(ref) {
				return text.Fail(fmt.Errorf("register: %s %s: %w", ref.Kind, ref.ID, ledger.ErrConflict), "holding.problem.kind", "name", a.Name)
			}
		}
	}
	return nil
}

// assetLeaves returns an error for the deletion of an asset while something of it stays.
func assetLeaves(c *checking, id string) error {
	for _, k := range table {
		for _, of := range k.ofAsset(c.r, id) {
			if ref := k.called().Ref(of); c.stays(ref) {
				return text.Fail(fmt.Errorf("register: %s %s of asset %s stays: %w", ref.Kind, ref.ID, id, ledger.ErrConflict), "register.conflict")
			}
		}
	}
	return nil
}

// records is the home of the assets.
type records struct{}

func (records) put(r *Register, t *touched, ch change, a asset.Asset) {
	rec := t.record(r, a.ID)
	if rec == nil {
		rec = &Record{}
		t.add(r, a.ID, rec)
	}
	rec.Asset, rec.Revision = a, ch.rev
}

func (records) drop(r *Register, t *touched, id string) { t.remove(r, id) }

func (records) get(r *Register, id string) (asset.Asset, bool) {
	if rec, ok := r.records[id]; ok {
		return rec.Asset, true
	}
	return asset.Asset{}, false
}

func (records) all(r *Register) iter.Seq2[string, asset.Asset] {
	return func(yield func(string, asset.Asset) bool) {
		for rec := range r.order.all() {
			if !yield(rec.Asset.ID, rec.Asset) {
				return
			}
		}
	}
}

func assetLines(r *Register, p *text.Printer, a asset.Asset) lines {
	ls := lines{
		say("field.name", a.Name),
		say("field.kind", word(p, "kind.", string(a.Kind))),
		say("field.unit", r.organisation.unitName(p, a.Unit)),
		say("field.status", word(p, "status.", string(a.Status))),
	}
	for _, t := range asset.Traits {
		if m, marked := a.Marks[t]; marked {
			ls = append(ls, line{field: t.Label(), value: MarkText(p, m)})
		}
	}
	for _, d := range asset.Definitions {
		if v := a.Fields[d.Field]; v != "" {
			ls = append(ls, line{field: d.Field.Label(), value: v})
		}
	}
	for _, header := range slices.Sorted(maps.Keys(a.Custom)) {
		ls = append(ls, line{text.Msg("field.custom", "header", header), header, a.Custom[header]})
	}
	return ls
}
