package present

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
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
	rank     []int32            // of each of all
	names    [][]byte           // sort keys of the names, which every sort needs
	columns  []AssetColumn
}

// Columns lists the columns that the register offers.
func (o *AssetOrder) Columns() []AssetColumn { return o.columns }

// fits tells whether o is still the order of s.
func (o *AssetOrder) fits(s AssetSort, at ledger.Revision) bool {
	return o != nil && o.sort == s && o.revision == at
}

// newAssetOrder sorts the register. Assets that have nothing under the key
// come last whichever the direction; equals stand by name. What an earlier
// order of the same revision knows is taken over.
func newAssetOrder(w *AssetWords, s AssetSort, earlier *AssetOrder) *AssetOrder {
	o := &AssetOrder{sort: s, revision: w.r.Revision(), all: w.r.Records()}
	if earlier != nil && earlier.revision == o.revision && len(earlier.all) == len(o.all) {
		o.names, o.columns = earlier.names, earlier.columns
	} else {
		o.names, o.columns = w.keys(KeyName, o.all), AssetColumns(w.r)
	}
	at := make([]int32, len(o.all))
	for i := range at {
		at[i] = int32(i)
	}
	names := o.names
	compare := func(a, b int32) int { return bytes.Compare(names[a], names[b]) }
	if s.Key != KeyName {
		compare = w.comparison(s.Key, o.all, names, s.Descending)
	} else if s.Descending {
		compare = func(a, b int32) int { return bytes.Compare(names[b], names[a]) }
	}
	slices.SortStableFunc(at, compare)
	o.rank = make([]int32, len(at))
	for rank, i := range at {
		o.rank[i] = int32(rank)
	}
	return o
}

// keys are the sort keys of a column, nil where there is nothing. Most columns
// hold few different texts, and each is worked out once.
func (w *AssetWords) keys(k AssetKey, recs []*register.Record) [][]byte {
	places := map[string]int{}
	var texts []string
	at := make([]int, len(recs))
	for i, rec := range recs {
		s := w.sortText(k, rec)
		place, known := places[s]
		if !known {
			place = len(texts)
			places[s] = place
			texts = append(texts, s)
		}
		at[i] = place
	}
	distinct := text.SortKeys(texts)
	keys := make([][]byte, len(recs))
	for i, place := range at {
		if texts[place] != "" {
			keys[i] = distinct[place]
		}
	}
	return keys
}

// sortText is the text that a column is sorted by: as shown, but a day as a day.
func (w *AssetWords) sortText(k AssetKey, rec *register.Record) string {
	if k == KeyReview {
		return w.review(rec)
	}
	return w.Text(k, rec)
}

// comparison orders places in recs by a key, those without it last, and by name among equals.
func (w *AssetWords) comparison(k AssetKey, recs []*register.Record, names [][]byte, descending bool) func(a, b int32) int {
	var value func(a, b int32) int
	var empty func(i int32) bool
	switch k {
	case KeyClass:
		value = func(a, b int32) int { return compareLevels(recs[a].Profile(), recs[b].Profile()) }
		empty = func(i int32) bool { return recs[i].Profile().Empty() }
	case KeyChanged:
		value = func(a, b int32) int { return cmp.Compare(recs[a].Revision, recs[b].Revision) }
		empty = func(int32) bool { return false }
	case KeyDuties:
		weights := w.dutyWeights(recs)
		value = func(a, b int32) int { return cmp.Compare(weights[a], weights[b]) }
		empty = func(int32) bool { return false }
	case KeyState:
		value = func(a, b int32) int { return cmp.Compare(stateRank[recs[a].State()], stateRank[recs[b].State()]) }
		empty = func(int32) bool { return false }
	default:
		keys := w.keys(k, recs)
		value = func(a, b int32) int { return bytes.Compare(keys[a], keys[b]) }
		empty = func(i int32) bool { return keys[i] == nil }
	}
	return func(a, b int32) int {
		if empty(a) != empty(b) {
			if empty(a) {
				return 1
			}
			return -1
		}
		c := value(a, b)
		if descending {
			c = -c
		}
		return cmp.Or(c, bytes.Compare(names[a], names[b]))
	}
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
	places := make([]*register.Record, len(o.all))
	i := 0
	for _, rec := range found {
		for i < len(o.all) && o.all[i] != rec {
			i++
		}
		if i == len(o.all) {
			return nil, false
		}
		places[o.rank[i]] = rec
	}
	return slices.DeleteFunc(places, func(rec *register.Record) bool { return rec == nil }), true
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
