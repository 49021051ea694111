package present

import (
	"cmp"
	"slices"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

// texts are what a column is sorted by: as shown, but a day as a day.
func (w *AssetWords) Texts(k AssetKey, recs []*register.Record) []string {
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
func (w *AssetWords) Ranks(k AssetKey, recs []*register.Record) Ranks {
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
	return RankTexts(w.Texts(k, recs))
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
