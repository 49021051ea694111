package present

import (
	"cmp"
	"context"
	"slices"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

// AssetSort says by which column, and how, the list is sorted.
type AssetSort struct {
	Key        AssetKey
	Descending bool
}

// AssetOrder is the whole register in the order of a sort. It is made once for
// a revision; a search as you type then only picks from it. It is never changed.
type AssetOrder struct {
	sort     AssetSort
	revision ledger.Revision
	all      []*register.Record // by id
	place    []int32            // of each of all
	names    Ranks              // of all, which every sort needs
	byName   []int32            // all in the order of their names
	columns  []AssetColumn
}

// Columns lists the columns that the register offers.
func (o *AssetOrder) Columns() []AssetColumn { return o.columns }

// fits reports whether o is still the order of s.
func (o *AssetOrder) fits(s AssetSort, at ledger.Revision) bool {
	return o != nil && o.sort == s && o.revision == at
}

// newAssetOrder sorts the register. Assets that have nothing under the key
// come last whichever the direction; equals stand by name. What an earlier
// order knows is taken over where it still holds.
func newAssetOrder(w *AssetWords, s AssetSort, earlier *AssetOrder) *AssetOrder {
	o := &AssetOrder{sort: s, revision: w.r.Revision(), all: w.r.Records()}
	if earlier != nil && earlier.revision == o.revision && len(earlier.all) == len(o.all) {
		o.columns = earlier.columns
	} else {
		o.columns = AssetColumns(w.r)
	}
	if earlier != nil && sameNames(earlier.all, o.all) {
		o.names, o.byName = earlier.names, earlier.byName
	} else {
		o.names = RankTexts(w.texts(KeyName, o.all))
		o.byName = o.names.Arrange(places(len(o.all)), false)
	}
	sorted := o.byName
	switch {
	case s.Key != KeyName:
		sorted = w.ranks(s.Key, o.all).Arrange(o.byName, s.Descending)
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

// texts are what a column is sorted by: as shown, but a day as a day.
func (w *AssetWords) texts(k AssetKey, recs []*register.Record) []string {
	out := make([]string, len(recs))
	for i, rec := range recs {
		if k == KeyReview {
			out[i] = w.review(rec)
		} else {
			out[i] = w.Text(k, rec)
		}
	}
	return out
}

// ranks are where assets come under a key.
func (w *AssetWords) ranks(k AssetKey, recs []*register.Record) Ranks {
	switch k {
	case KeyClass:
		return RankValues(valuesOf(recs, (*register.Record).Profile), classify.Profile.Empty, compareLevels)
	case KeyChanged:
		return RankValues(valuesOf(recs, func(rec *register.Record) ledger.Revision { return rec.Revision }), nil, cmp.Compare)
	case KeyDuties:
		return RankValues(w.dutyWeights(recs), nil, cmp.Compare)
	case KeyState:
		return RankValues(valuesOf(recs, func(rec *register.Record) int { return stateRank[rec.State()] }), nil, cmp.Compare)
	}
	return RankTexts(w.texts(k, recs))
}

func valuesOf[T any](recs []*register.Record, value func(*register.Record) T) []T {
	out := make([]T, len(recs))
	for i, rec := range recs {
		out[i] = value(rec)
	}
	return out
}

// dutyWeights weigh what the policy still demands of assets: the most serious first, then the number.
func (w *AssetWords) dutyWeights(recs []*register.Record) []int {
	out := make([]int, len(recs))
	if w.Duties == nil {
		return out
	}
	for i, rec := range recs {
		if n, worst := w.Duties.Worst(rec.Asset.ID); n > 0 {
			out[i] = int(worst.Severity+1)*1000 + n
		}
	}
	return out
}

// stateRank orders the states as work goes on.
var stateRank = map[classify.State]int{"": 0, classify.Draft: 1, classify.Imported: 2, classify.Decided: 3}

// compareLevels orders profiles by the highest level, then by the sum, then in the order K R T S.
func compareLevels(p, q classify.Profile) int {
	c := cmp.Compare(p.Highest(), q.Highest())
	if c == 0 {
		c = cmp.Compare(sum(p), sum(q))
	}
	return cmp.Or(c, slices.Compare(p[:], q[:]))
}

func sum(p classify.Profile) int {
	return int(p[0]) + int(p[1]) + int(p[2]) + int(p[3])
}

// pick puts found, which is by id, into the order. False: a commit has come in
// between, and o does not know them all.
func (o *AssetOrder) pick(found []*register.Record) ([]*register.Record, bool) {
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

// AssetList is what the list of assets shows.
type AssetList struct {
	Records []*register.Record
	Total   int // assets in the whole register
	Order   *AssetOrder
}

// ListAssets finds and sorts. Order is the one of an earlier list, or nil: it
// is taken where it still fits.
func ListAssets(ctx context.Context, w *AssetWords, q register.Query, s AssetSort, order *AssetOrder) (AssetList, error) {
	for {
		if !order.fits(s, w.r.Revision()) {
			order = newAssetOrder(w, s, order)
		}
		if w.Duties != nil {
			q.Judgement = w.Duties
		}
		found, err := w.r.Find(ctx, q)
		if err != nil {
			return AssetList{}, err
		}
		if sorted, ok := order.pick(found); ok {
			return AssetList{Records: sorted, Total: len(order.all), Order: order}, nil
		}
		// A commit came in between: begin again from what it left.
		order = nil
	}
}
