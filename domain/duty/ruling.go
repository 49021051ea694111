package duty

import "infoklass/domain/asset"

// Ruling is one duty that applies to an asset: met, with how, or not.
type Ruling struct {
	*Duty
	// Finding is what is missing, nil where the duty is met.
	Finding *Finding
	Fulfilment
	// Soon is true for a duty that is met but due again within SoonDays.
	Soon bool
}

// Rulings lists every duty that applies to an asset, in the order of All.
func (j *Judgement) Rulings(assetID string) []Ruling {
	a := j.find(assetID)
	if a == nil || a.record.Asset.Status == asset.Retired {
		return nil
	}
	// The calendar that the judge remembers is its own: this may be asked on another goroutine.
	f := facts{Record: a.record, obligations: j.duties.obligations(keyOf(a.record)), calendar: j.calendar.fresh(), place: a.place, duties: j.duties}
	soon := j.soon()
	var out []Ruling
	f.each(func(d *Duty, v verdict) {
		r := Ruling{Duty: d, Fulfilment: v.met, Soon: v.met.Until != "" && v.met.Until <= soon}
		if v.lack.key != "" {
			found := f.finding(d, v)
			r.Finding = &found
		}
		out = append(out, r)
	})
	return out
}

// Tally is how many duties apply, and how many of them are met.
type Tally struct{ Asked, Met int }

// Tally counts the duties of a unit, all below it and their assets; for the
// empty id, of the whole register.
func (j *Judgement) Tally(unitID string) Tally {
	var t Tally
	add := func(asked, missing int) { t.Asked, t.Met = t.Asked+asked, t.Met+asked-missing }
	within := j.within(unitID)
	for i := range j.assets {
		if a := &j.assets[i]; within(a.record.Asset.Unit) {
			add(a.asked, len(a.findings))
		}
	}
	for unit, asked := range j.asked {
		if within(unit) {
			add(asked, 0)
		}
	}
	for _, f := range j.units {
		if within(f.Unit) {
			add(0, 1)
		}
	}
	return t
}
