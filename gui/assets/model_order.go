package assets

import (
	"context"
	"slices"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/gui/present"
)

// assetSort says by which column, and how, the list is sorted.
type assetSort struct {
	Key        present.AssetKey
	Descending bool
}

// assetOrder is the whole register in the order of a sort. It is made once for
// a revision; a search as you type then only picks from it. It is never changed.
type assetOrder struct {
	sort     assetSort
	revision ledger.Revision
	all      []*register.Record // by id
	place    []int32            // of each of all
	names    present.Ranks      // of all, which every sort needs
	byName   []int32            // all in the order of their names
	columns  []assetColumn
}

// Columns lists the columns that the register offers.
func (o *assetOrder) Columns() []assetColumn { return o.columns }

// fits reports whether o is still the order of s.
func (o *assetOrder) fits(s assetSort, at ledger.Revision) bool {
	return o != nil && o.sort == s && o.revision == at
}

// newAssetOrder sorts the register. Assets that have nothing under the key
// come last in either direction; equals are sorted by name. What an earlier
// order has worked out is reused where it still holds.
func newAssetOrder(w *present.AssetWords, s assetSort, earlier *assetOrder) *assetOrder {
	o := &assetOrder{sort: s, revision: w.Register.Revision(), all: w.Register.Records()}
	if earlier != nil && earlier.revision == o.revision && len(earlier.all) == len(o.all) {
		o.columns = earlier.columns
	} else {
		o.columns = assetColumns(w.Register)
	}
	if earlier != nil && sameNames(earlier.all, o.all) {
		o.names, o.byName = earlier.names, earlier.byName
	} else {
		o.names = present.RankTexts(w.Texts(present.KeyName, o.all))
		o.byName = o.names.Arrange(places(len(o.all)), false)
	}
	sorted := o.byName
	switch {
	case s.Key != present.KeyName:
		sorted = w.Ranks(s.Key, o.all).Arrange(o.byName, s.Descending)
	case s.Descending:
		sorted = o.names.Arrange(places(len(o.all)), true)
	}
	o.place = make([]int32, len(sorted))
	for place, i := range sorted {
		o.place[i] = int32(place)
	}
	return o
}

// places counts from 0.
func places(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// sameNames reports whether two registers hold the same assets under the same names.
func sameNames(before, now []*register.Record) bool {
	return slices.EqualFunc(before, now, func(a, b *register.Record) bool {
		return a == b || a.Asset.ID == b.Asset.ID && a.Asset.Name == b.Asset.Name
	})
}

// pick puts found, which is by id, into the order. False: a commit has come in
// between, and o does not know them all.
func (o *assetOrder) pick(found []*register.Record) ([]*register.Record, bool) {
	sorted := make([]*register.Record, len(o.all))
	i := 0
	for _, rec := range found {
		for i < len(o.all) && o.all[i] != rec {
			i++
		}
		if i == len(o.all) {
			return nil, false
		}
		sorted[o.place[i]] = rec
	}
	return slices.DeleteFunc(sorted, func(rec *register.Record) bool { return rec == nil }), true
}

// assetList is what the list of assets shows.
type assetList struct {
	Records []*register.Record
	Total   int // assets in the whole register
	Order   *assetOrder
}

// listAssets finds and sorts. Order is the one of an earlier list, or nil: it
// is taken where it still fits.
func listAssets(ctx context.Context, w *present.AssetWords, q register.Query, s assetSort, order *assetOrder) (assetList, error) {
	for {
		if !order.fits(s, w.Register.Revision()) {
			order = newAssetOrder(w, s, order)
		}
		if w.Duties != nil {
			q.Judgement = w.Duties
		}
		found, err := w.Register.Find(ctx, q)
		if err != nil {
			return assetList{}, err
		}
		if sorted, ok := order.pick(found); ok {
			return assetList{Records: sorted, Total: len(order.all), Order: order}, nil
		}
		// A commit came in between: begin again from what it left.
		order = nil
	}
}
